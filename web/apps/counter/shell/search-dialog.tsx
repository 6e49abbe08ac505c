// Looking a person up: whose number, for which purpose, on which paper. The person will see all three.
import { FormSummary, useForm } from '../../../kit/form.tsx'
import { searchPerson } from '../../../client/counter-form-rules.ts'
import type { SearchPerson } from '../../../../contract/counter.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { deed } from '../../../client/call.ts'
import { Button } from '../../../ui/button.tsx'
import { now } from '../../../ui/clock.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field, SelectField } from '../../../ui/field.tsx'
import { eye, search } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PersonalNumberField } from '../../../kit/personal-number-field.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { navigate } from '../../../ui/router.tsx'
import { createStore } from '../../../ui/store.ts'
import { orSignIn } from './officer.ts'
import { Refusal } from './refusal.tsx'
import { purposes, purposeWords, type Purpose } from '../words/search-purposes.ts'

const t = phrases({
  title: { vi: 'Tra cứu một người', en: 'Look a person up' },
  seen: {
    vi: 'Người này **sẽ thấy** đơn vị bạn đã tra cứu, mục đích và những mục đã xem. Tra cứu không vì công vụ bị xử lý.',
    en: 'This person **will see** that your office looked, for what purpose and at which fields. Looking without official need has consequences.',
  },
  number: { vi: 'Số định danh cá nhân', en: 'Personal number' },
  numberHint: {
    vi: 'Đủ 12 số. Không tìm theo tên: tên trùng nhau, và không ai cần xem người khác để tìm một người.',
    en: "All 12 digits. Names are not searched: they are shared, and nobody else's data is needed to find one person.",
  },
  purpose: { vi: 'Mục đích', en: 'Purpose' },
  choose: { vi: 'Chọn mục đích', en: 'Choose a purpose' },
  purposeMissing: {
    vi: 'Chọn mục đích; không có mục đích thì không tra cứu được.',
    en: 'Choose a purpose; nothing is looked up without one.',
  },
  reference: { vi: 'Số văn bản hoặc mã hồ sơ', en: 'Document or case number' },
  find: { vi: 'Tra cứu', en: 'Look up' },
  back: { vi: 'Thôi', en: 'Cancel' },
})

interface Asked {
  personalNumber: string
  purpose: Purpose
  reference: string
  withPortrait: boolean
}
export type Found = Asked & {
  at: string
  person: OutputOf<typeof SearchPerson>['person']
}
/** What was found last; only in this page's memory, and gone with it. */
export const found = createStore<Found | null>(null)
/** The number with which the dialog is open; null while it is closed. */
export const asked = createStore<string | null>(null)

/** Each look is one that the person sees; so is the one that shows her picture as well. */
export const look = async (wanted: Asked): Promise<void> => {
  const { personalNumber, purpose, reference, withPortrait } = wanted
  const { person } = await orSignIn(
    deed<typeof SearchPerson>('counter.search', {
      personalNumber,
      purpose,
      withPortrait,
      ...(reference ? { reference } : {}),
    }),
  )
  found.set({ personalNumber, purpose, reference, withPortrait, at: new Date(now()).toISOString(), person })
}

const useSearch = (first: string, onFound: () => void) => {
  const form = useForm({
    rules: searchPerson,
    start: { personalNumber: first, purpose: '', reference: '' },
    ids: { personalNumber: 'search-number', purpose: 'search-purpose', reference: 'search-reference' },
    words: { purpose: () => t('purposeMissing') },
  })
  const find = () =>
    void form.send(async () => {
      const { personalNumber } = form.values
      const reference = form.values.reference.trim()
      const purpose = purposes.find((one) => one === form.values.purpose)
      if (!purpose) {
        return
      }
      await look({ personalNumber, purpose, reference, withPortrait: false })
      onFound()
      navigate('/person')
    })
  return { form, find }
}

const WillBeSeen = () => (
  <Notice isQuiet tone="warn" icon={eye}>
    <span>
      {t('seen')
        .split('**')
        .map((part, i) => (i % 2 ? <b key={i}>{part}</b> : part))}
    </span>
  </Notice>
)

const SearchForm = ({ first, onClose }: { first: string; onClose: () => void }) => {
  const { form, find } = useSearch(first, onClose)
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        find()
      }}
    >
      <WillBeSeen />
      <FormSummary form={form} />
      <Refusal problem={form.refusal} />
      <PersonalNumberField
        {...form.of('personalNumber')}
        label={t('number')}
        hint={t('numberHint')}
        autocomplete="off"
      />
      <SelectField
        {...form.of('purpose')}
        label={t('purpose')}
        options={[
          { value: '', label: t('choose') },
          ...purposes.map((value) => ({ value, label: purposeWords(value) })),
        ]}
      />
      <Field {...form.of('reference')} label={t('reference')} isOptional maxLength={60} />
      <div class="search-acts">
        <Button onPress={onClose}>{t('back')}</Button>
        <Button kind="primary" type="submit" icon={search} isBusy={form.sending.isBusy}>
          {t('find')}
        </Button>
      </div>
    </form>
  )
}

/** Stands once in the frame; `asked.set(number)` opens it. */
export const SearchDialog = () => {
  const first = asked.use()
  const close = () => asked.set(null)
  return (
    <Dialog
      isOpen={first !== null}
      onClose={close}
      title={t('title')}
      focusAt={first ? '#search-purpose' : '#search-number'}
    >
      {first !== null && <SearchForm first={first} onClose={close} />}
    </Dialog>
  )
}
