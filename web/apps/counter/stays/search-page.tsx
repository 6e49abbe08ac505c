// Where somebody stays within the office's area: by her whole number and for a purpose that she reads.
import './stays.css'
import { useState } from 'preact/hooks'
import type { SearchStays } from '../../../../contract/stays.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { deed } from '../../../client/call.ts'
import { searchStays } from '../../../client/counter-form-rules.ts'
import { FormSummary, useForm } from '../../../kit/form.tsx'
import { PersonalNumberField } from '../../../kit/personal-number-field.tsx'
import { Status } from '../../../ui/attention.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { PageHead } from '../../../ui/console-frame.tsx'
import { Field, SelectField } from '../../../ui/field.tsx'
import { eye, home, search } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { QueueTable } from '../../../ui/queue-table.tsx'
import { EmptyState } from '../../../ui/waiting.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import { guestColumns, type SeenGuest } from './seen-guests.tsx'

const t = phrases({
  title: { vi: 'Tìm một người đang lưu trú', en: 'Find somebody who stays' },
  seen: {
    vi: 'Người được tìm thấy dòng này trong nhật ký, với mục đích bạn chọn.',
    en: 'Whoever is looked up reads of it in her log, with the purpose that you choose.',
  },
  number: { vi: 'Số định danh', en: 'Personal number' },
  purpose: { vi: 'Mục đích', en: 'Purpose' },
  choose: { vi: 'Chọn mục đích', en: 'Choose a purpose' },
  'residence-check': { vi: 'Kiểm tra cư trú', en: 'Checking residence' },
  'missing-person': { vi: 'Tìm người mất tích', en: 'Missing person' },
  'court-or-investigation': {
    vi: 'Theo văn bản của toà hoặc cơ quan điều tra',
    en: 'On a document of a court or investigators',
  },
  reference: { vi: 'Số văn bản hoặc mã vụ việc', en: 'Document or case number' },
  find: { vi: 'Tìm', en: 'Find' },
  found: { vi: 'Các lần lưu trú', en: 'Stays' },
  none: { vi: 'Không có thông báo nào về số này', en: 'No notice names this number' },
  noneWhy: {
    vi: 'Chỉ tìm trong những chỗ ở báo về đơn vị bạn, trong một năm gần đây. Lần tìm này cũng được ghi lại.',
    en: 'Only places that tell your office are searched, a year back. This look is logged too.',
  },
})
type Purpose = 'residence-check' | 'missing-person' | 'court-or-investigation'
const purposes: readonly Purpose[] = ['residence-check', 'missing-person', 'court-or-investigation']

const useSearch = () => {
  const [found, setFound] = useState<OutputOf<typeof SearchStays> | null>(null)
  const form = useForm({
    rules: searchStays,
    start: { personalNumber: '', purpose: '', reference: '' },
    also: ({ personalNumber }) =>
      personalNumber === '' ? [{ field: 'personalNumber', code: 'required' }] : [],
  })
  const find = () =>
    void form.send(async () => {
      const { personalNumber, reference } = form.values
      const purpose = purposes.find((one) => one === form.values.purpose)
      if (purpose) {
        const input = {
          personalNumber,
          purpose,
          ...(reference.trim() ? { reference: reference.trim() } : {}),
        }
        setFound(await orSignIn(deed<typeof SearchStays>('stays.search', input)))
      }
    })
  return { form, find, found }
}

const SearchPage = () => {
  const { form, find, found } = useSearch()
  return (
    <CounterFrame title={t('title')}>
      <PageHead title={t('title')} />
      <Notice isQuiet tone="warn" icon={eye}>
        {t('seen')}
      </Notice>
      <Card>
        <form
          class="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            find()
          }}
        >
          <FormSummary form={form} />
          <Refusal problem={form.refusal} />
          <PersonalNumberField {...form.of('personalNumber')} label={t('number')} autocomplete="off" />
          <SelectField
            {...form.of('purpose')}
            label={t('purpose')}
            options={[
              { value: '', label: t('choose') },
              ...purposes.map((value) => ({ value, label: t(value) })),
            ]}
          />
          <Field {...form.of('reference')} label={t('reference')} isOptional maxLength={60} />
          <Button kind="primary" type="submit" icon={search} isBusy={form.sending.isBusy}>
            {t('find')}
          </Button>
        </form>
      </Card>
      <Status as="div">
        {found && (
          <QueueTable<SeenGuest>
            caption={t('found')}
            rows={found.items}
            keyOf={({ id }) => id}
            columns={guestColumns(true)}
            empty={
              <EmptyState icon={home} title={t('none')}>
                {t('noneWhy')}
              </EmptyState>
            }
          />
        )}
      </Status>
    </CounterFrame>
  )
}

export default SearchPage
