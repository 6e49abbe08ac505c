// A new application: who stands here, what she needs and why, and whether the level-2 account comes with the
// card.
import '../case/case.css'
import './cards.css'
import { useState } from 'preact/hooks'
import type { OpenCard } from '../../../../contract/card-taking.ts'
import { deed } from '../../../client/call.ts'
import { openCard } from '../../../client/counter-form-rules.ts'
import { newId } from '../../../client/uuid7.ts'
import { FormSummary, useForm } from '../../../kit/form.tsx'
import { Button } from '../../../ui/button.tsx'
import { now } from '../../../ui/clock.ts'
import { Card } from '../../../ui/card.tsx'
import { PageHead } from '../../../ui/console-frame.tsx'
import { Field } from '../../../ui/field.tsx'
import { arrowLeft, arrowRight, card, info, person } from '../../../ui/icons.tsx'
import { language } from '../../../ui/language.ts'
import { Notice } from '../../../ui/notice.tsx'
import { PersonalNumberField } from '../../../kit/personal-number-field.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { RadioCards } from '../../../ui/radio-cards.tsx'
import { navigate } from '../../../ui/router.tsx'
import { Switch } from '../../../ui/switch.tsx'
import { daysAhead } from '../evidence/paper-day.ts'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { useKeys } from '../shell/keys.ts'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import { application } from './application.ts'
import { kindWhy, reasonsOf } from './card-words.ts'
import { PeopleAtDesk } from './people-at-desk.tsx'
import { kindWords, reasonWords, type CardKind, type CardReason } from '../words/card-kinds.ts'

const t = phrases({
  title: { vi: 'Hồ sơ thẻ căn cước mới', en: 'New card application' },
  who: { vi: 'Người dân', en: 'The person' },
  number: { vi: 'Số định danh cá nhân', en: 'Personal number' },
  numberHint: {
    vi: 'Đủ 12 số, nhìn trên thẻ cũ, giấy khai sinh hoặc nghe người dân đọc.',
    en: 'All 12 digits, from the old card, the birth certificate or as she says them.',
  },
  what: { vi: 'Cần làm gì', en: 'What is needed' },
  kind: { vi: 'Loại hồ sơ', en: 'Kind of application' },
  reason: { vi: 'Lý do (Luật Căn cước, Điều 24)', en: 'Reason (Law on Identification, art. 24)' },
  choose: { vi: 'Chọn một.', en: 'Choose one.' },
  lostOn: { vi: 'Mất ngày nào', en: 'Lost on which day' },
  lostWhere: { vi: 'Mất ở đâu', en: 'Lost where' },
  lostMissing: { vi: 'Nhập điều người dân kể.', en: 'Enter what the person tells.' },
  lostWhat: {
    vi: 'Khi hồ sơ được chấp nhận, thẻ cũ mất giá trị ngay và tài khoản (nếu có) tạm khoá đến khi nhận thẻ mới.',
    en: 'Once the application is accepted the old card is void at once, and an account is locked until the new card is received.',
  },
  account: { vi: 'Làm tài khoản mức 2 cùng thẻ', en: 'Level-2 account together with the card' },
  law: { vi: 'Điều gì xảy ra', en: 'What happens' },
  law1: {
    vi: 'Mở hồ sơ là đọc cơ sở dữ liệu; người dân nhìn thấy điều đó trong nhật ký của mình.',
    en: 'Opening it reads the register; the person sees that in her log.',
  },
  law2: {
    vi: 'Trả thẻ trong 07 ngày làm việc từ khi hồ sơ đủ (Luật Căn cước, Điều 26). Tài khoản mức 2 được cấp đúng lúc trao thẻ.',
    en: 'The card is due in 7 working days from the complete application (art. 26). The level-2 account is issued as the card is handed over.',
  },
  law3: {
    vi: 'Người lấy hồ sơ không in thẻ; người in thẻ không trả thẻ.',
    en: 'Whoever takes the application does not print; whoever prints does not hand over.',
  },
  open: { vi: 'Mở hồ sơ', en: 'Open the application' },
  back: { vi: 'Về danh sách', en: 'Back to the list' },
})

type CardForm = ReturnType<typeof useOpening>['form']

const LostFields = ({ form }: { form: CardForm }) => (
  <>
    <div class="card-lost">
      <Field {...form.of('lostOn')} type="date" label={t('lostOn')} />
      <Field {...form.of('lostWhere')} label={t('lostWhere')} maxLength={120} />
    </div>
    <Notice isQuiet tone="warn">
      {t('lostWhat')}
    </Notice>
  </>
)

const Law = () => (
  <Card title={t('law')} icon={info}>
    <ul class="card-law">
      <li>{t('law1')}</li>
      <li>{t('law2')}</li>
      <li>{t('law3')}</li>
    </ul>
  </Card>
)

const kinds = ['exchange', 're-issue', 'first-issue'] as const
const kindOf = (value: string): CardKind | null => kinds.find((kind) => kind === value) ?? null
const reasonOf = (kind: CardKind | null, value: string): CardReason | null =>
  (kind && reasonsOf[kind].find((reason) => reason === value)) ?? null

type Fields = 'personalNumber' | 'kind' | 'reason' | 'lostOn' | 'lostWhere'

/** A reason is asked once the kind is known, and how it was lost only where it was. */
const faultsBeside = ({ kind, reason, lostOn, lostWhere }: Readonly<Record<Fields, string>>) => [
  ...(kind !== '' && reason === '' ? [{ field: 'reason', code: 'required' }] : []),
  ...(reason === 'lost' && lostOn === '' ? [{ field: 'lostOn', code: 'required' }] : []),
  ...(reason === 'lost' ? daysAhead({ lostOn }, ['lostOn'], now()) : []),
  ...(reason === 'lost' && lostWhere.trim().length < 2 ? [{ field: 'lostWhere', code: 'too_small' }] : []),
]
const { reason: _, ...rules } = openCard

const useOpening = () => {
  const [withAccount, setWith] = useState(true)
  const form = useForm<Fields>({
    rules,
    start: { personalNumber: '', kind: '', reason: '', lostOn: '', lostWhere: '' },
    ids: {
      personalNumber: 'card-number',
      kind: 'card-kind',
      reason: 'card-reason',
      lostOn: 'lost-on',
      lostWhere: 'lost-where',
    },
    words: {
      kind: () => t('choose'),
      reason: () => t('choose'),
      lostOn: (code) => (code === 'ahead' ? undefined : t('lostMissing')),
      lostWhere: () => t('lostMissing'),
    },
    also: faultsBeside,
  })
  const { personalNumber, lostOn, lostWhere } = form.values
  const kind = kindOf(form.values.kind)
  const reason = reasonOf(kind, form.values.reason)
  const open = () =>
    void form.send(async () => {
      if (!kind || !reason) {
        return
      }
      const id = newId()
      application.set(
        await orSignIn(
          deed<typeof OpenCard>('card.open', {
            caseId: id,
            personalNumber,
            kind,
            reason,
            withAccount,
            language: language(),
            ...(reason === 'lost' ? { lost: { on: lostOn, where: lostWhere.trim() } } : {}),
          }),
        ),
      )
      navigate(`/cards/${id}`, { replace: true })
    })
  return { form, kind, reason, withAccount, setWith, open }
}

const What = ({ opening: { form, kind, reason, withAccount, setWith } }: { opening: Opening }) => (
  <Card title={t('what')} icon={card}>
    <RadioCards
      name="card-kind"
      legend={t('kind')}
      value={kind}
      onValue={(to) => {
        const [only, ...others] = reasonsOf[to]
        form.set({ kind: to, reason: others.length === 0 ? (only ?? '') : '' })
      }}
      error={form.of('kind').error}
      choices={kinds.map((value) => ({ value, title: kindWords(value), detail: kindWhy(value) }))}
    />
    {kind && reasonsOf[kind].length > 1 && (
      <div class="card-reasons">
        <RadioCards
          name="card-reason"
          legend={t('reason')}
          value={reason}
          onValue={(to) => form.set({ reason: to })}
          error={form.of('reason').error}
          choices={reasonsOf[kind].map((value) => ({ value, title: reasonWords(value) }))}
        />
      </div>
    )}
    {reason === 'lost' && <LostFields form={form} />}
    <Switch label={t('account')} isOn={withAccount} onSwitch={setWith} />
  </Card>
)
type Opening = ReturnType<typeof useOpening>

const back = () => navigate('/cards')

const NewPage = () => {
  const opening = useOpening()
  const { form, open } = opening
  useKeys({ Escape: back })
  return (
    <CounterFrame
      title={t('title')}
      keys={[['Esc', t('back')]]}
      foot={
        <>
          <Button kind="quiet" icon={arrowLeft} shortcut="Esc" onPress={back}>
            {t('back')}
          </Button>
          <Button kind="primary" iconEnd={arrowRight} isBusy={form.sending.isBusy} onPress={open}>
            {t('open')}
          </Button>
        </>
      }
    >
      <PageHead title={t('title')} />
      <div class="card-new">
        <div class="desk-middle">
          <FormSummary form={form} />
          <Refusal problem={form.refusal} onRetry={open} />
          <Card title={t('who')} icon={person}>
            <PeopleAtDesk onNumber={(personalNumber) => form.set({ personalNumber })} />
            <PersonalNumberField
              {...form.of('personalNumber')}
              label={t('number')}
              hint={t('numberHint')}
              autocomplete="off"
            />
          </Card>
          <What opening={opening} />
        </div>
        <Law />
      </div>
    </CounterFrame>
  )
}

export default NewPage
