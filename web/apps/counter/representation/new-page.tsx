// A new request: whose it is, who acts for her, and by which right. Both stand at the counter.
import './representation.css'
import { useState } from 'preact/hooks'
import type { OpenRepresentation } from '../../../../contract/representation-request.ts'
import { deed } from '../../../client/call.ts'
import { faultSentence } from '../../../client/faults.ts'
import { openRepresentation } from '../../../client/counter-form-rules.ts'
import { newId } from '../../../client/uuid7.ts'
import { FormSummary, useForm } from '../../../kit/form.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { PageHead } from '../../../ui/console-frame.tsx'
import { arrowLeft, arrowRight, family } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PersonalNumberField } from '../../../kit/personal-number-field.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { RadioCards } from '../../../ui/radio-cards.tsx'
import { navigate } from '../../../ui/router.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { useKeys } from '../shell/keys.ts'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import type { Kind } from './request.ts'

const t = phrases({
  title: { vi: 'Đăng ký cho trẻ em hoặc người được giám hộ', en: 'Register a child or ward' },
  ward: { vi: 'Số định danh của người được đại diện', en: 'Personal number of the represented person' },
  wardHint: {
    vi: '12 số, trên giấy khai sinh hoặc thẻ căn cước.',
    en: '12 digits, on the birth certificate or the card.',
  },
  by: { vi: 'Số định danh của người đại diện', en: 'Personal number of the representative' },
  byHint: { vi: 'Người này cần tài khoản mức 2.', en: 'This person needs a level-2 account.' },
  kind: { vi: 'Người đại diện là', en: 'The representative is' },
  parent: { vi: 'Cha hoặc mẹ', en: 'A parent' },
  parentMore: {
    vi: 'Con dưới 14 tuổi; quyền tự hết khi đủ 14.',
    en: 'Of a child under 14; it ends by itself at 14.',
  },
  guardian: { vi: 'Người giám hộ', en: 'A guardian' },
  guardianMore: {
    vi: 'Theo quyết định của UBND hoặc Toà án.',
    en: 'By a decision of the commune or a court.',
  },
  logged: {
    vi: 'Mở hồ sơ là tra cứu: người được đại diện thấy đơn vị bạn và lý do.',
    en: 'Opening it is a look-up: the represented person sees your office and why.',
  },
  go: { vi: 'Mở hồ sơ', en: 'Open the request' },
  back: { vi: 'Về danh sách', en: 'Back to the list' },
})

/** The number of whoever acts is a personal number too. */
const ofNumber = (code: string) => faultSentence('personalNumber', code)
const toList = () => navigate('/representation')

const useOpening = () => {
  const [caseId] = useState(() => newId())
  const form = useForm({
    rules: openRepresentation,
    start: { personalNumber: '', representativeNumber: '', kind: 'parent' },
    ids: { personalNumber: 'rep-ward', representativeNumber: 'rep-by', kind: 'rep-kind' },
    words: { representativeNumber: ofNumber },
  })
  const kind: Kind = form.values.kind === 'guardian' ? 'guardian' : 'parent'
  const open = () =>
    void form.send(async () => {
      const { personalNumber, representativeNumber } = form.values
      await orSignIn(
        deed<typeof OpenRepresentation>('representation.open', {
          caseId,
          personalNumber,
          representativeNumber,
          kind,
        }),
      )
      navigate(`/representation/${caseId}`, { replace: true })
    })
  return { form, kind, open }
}

const OpeningForm = () => {
  const { form, kind, open } = useOpening()
  return (
    <form
      class="rep-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        open()
      }}
    >
      <FormSummary form={form} />
      <Refusal problem={form.refusal} onRetry={open} />
      <PersonalNumberField
        {...form.of('personalNumber')}
        label={t('ward')}
        hint={t('wardHint')}
        autocomplete="off"
      />
      <PersonalNumberField
        {...form.of('representativeNumber')}
        label={t('by')}
        hint={t('byHint')}
        autocomplete="off"
      />
      <RadioCards<Kind>
        name="rep-kind"
        legend={t('kind')}
        value={kind}
        onValue={(to) => form.set({ kind: to })}
        choices={[
          { value: 'parent', title: t('parent'), detail: t('parentMore') },
          { value: 'guardian', title: t('guardian'), detail: t('guardianMore') },
        ]}
      />
      <div class="rep-acts">
        <Button icon={arrowLeft} shortcut="Esc" onPress={toList}>
          {t('back')}
        </Button>
        <Button kind="primary" type="submit" iconEnd={arrowRight} isBusy={form.sending.isBusy}>
          {t('go')}
        </Button>
      </div>
    </form>
  )
}

const NewPage = () => {
  useKeys({ Escape: toList })
  return (
    <CounterFrame title={t('title')} keys={[['Esc', t('back')]]}>
      <PageHead title={t('title')} />
      <div class="rep-desk">
        <Card title={t('title')} icon={family}>
          <OpeningForm />
        </Card>
        <Notice isQuiet>{t('logged')}</Notice>
      </div>
    </CounterFrame>
  )
}

export default NewPage
