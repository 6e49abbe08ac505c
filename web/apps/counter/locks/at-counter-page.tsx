// With the holder at the counter: lock at once, or ask for the unlock that a second person decides. First who
// she is, by the script of questions.
import './locks.css'
import { useState } from 'preact/hooks'
import type { AskUnlock, LockForHolder } from '../../../../contract/lock.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { deed } from '../../../client/call.ts'
import { lockForHolder } from '../../../client/counter-form-rules.ts'
import { FormSummary, useForm } from '../../../kit/form.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { PageHead } from '../../../ui/console-frame.tsx'
import { Field } from '../../../ui/field.tsx'
import { dateTimeVN } from '../../../ui/format.ts'
import { arrowLeft, check, Icon, info, lock, unlock } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PersonalNumberField } from '../../../kit/personal-number-field.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo, navigate, usePlace } from '../../../ui/router.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { Due, dueMoment } from '../shell/due.tsx'
import { useKeys } from '../shell/keys.ts'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import { questions, type ScriptQuestion } from '../words/lock-words.ts'
import { fewWords, isEnough, ScriptQuestions } from './script-questions.tsx'

const t = phrases({
  lock: { vi: 'Khoá cho người dân', en: 'Lock for a holder' },
  unlock: { vi: 'Yêu cầu mở khoá', en: 'Ask to unlock' },
  number: { vi: 'Số định danh cá nhân', en: 'Personal number' },
  numberHint: {
    vi: 'Đủ 12 số, nhìn trên thẻ hoặc nghe người dân đọc.',
    en: 'All 12 digits, from the card or as the holder says them.',
  },
  note: { vi: 'Lý do người dân nói', en: 'The reason as told' },
  noteHint: {
    vi: 'Ít nhất 5 chữ cái, ví dụ “mất điện thoại sáng nay”. Lưu kín cùng lần khoá hoặc yêu cầu.',
    en: '5 letters at least, such as “lost the phone this morning”. Kept sealed with the lock or request.',
  },
  noteMissing: { vi: 'Ghi lý do, ít nhất 5 chữ cái.', en: 'Write the reason, 5 letters at least.' },
  lockYes: { vi: 'Khoá ngay', en: 'Lock now' },
  unlockYes: { vi: 'Gửi người thứ hai', en: 'Send to the second person' },
  back: { vi: 'Về danh sách', en: 'Back to the list' },
  lockDoes: { vi: 'Khoá thì sao', en: 'What locking does' },
  lock1: {
    vi: 'Mọi phiên đăng nhập, mã QR và chia sẻ dừng trong vài giây.',
    en: 'Every session, QR code and sharing stops within seconds.',
  },
  lock2: {
    vi: 'Người dân được báo qua mọi kênh đã gắn, kèm tên đơn vị.',
    en: "The holder is told on every bound channel, with the office's name.",
  },
  lock3: {
    vi: 'Mở lại phải ở quầy, hai người xác minh.',
    en: 'Unlocking is done at a counter, by two pairs of eyes.',
  },
  unlockDoes: { vi: 'Mở khoá thì sao', en: 'What unlocking does' },
  unlock1: {
    vi: 'Bạn xác minh; một đồng nghiệp khác xem lại và quyết định. Một người không làm cả hai việc.',
    en: 'You verify; another colleague looks again and decides. One person never does both.',
  },
  unlock2: {
    vi: 'Chỉ khoá theo yêu cầu của chủ tài khoản mới mở được tại quầy. Khoá do cơ quan khác hoặc do cơ sở dữ liệu: xem mục căn cứ.',
    en: "A counter ends only locks at the holder's request. Those of other bodies or of the register: see the ground.",
  },
  unlock3: {
    vi: 'Khi không chắc, không mở. Mời người dân quay lại với giấy tờ hoặc người làm chứng.',
    en: 'When in doubt, do not unlock. Ask the holder to come back with papers or a witness.',
  },
  locked: { vi: 'Đã khoá tài khoản', en: 'The account is locked' },
  lockedMore: {
    vi: 'Lúc {moment}. Mọi phiên đang tắt, người dân đã được báo. Trao cho người dân biết cách mở lại: đến quầy với thẻ căn cước.',
    en: 'At {moment}. Every session is ending, and the holder is told. Say how it is unlocked: at a counter, with the identity card.',
  },
  asked: { vi: 'Đã gửi người thứ hai', en: 'Sent to the second person' },
  askedMore: {
    vi: 'Mời đồng nghiệp có nhiệm vụ quyết định mở “Quyết định khoá” và chọn mã này. Người dân chờ tại quầy.',
    en: 'Ask a colleague who decides to open “Decide on locks” and choose this reference. The holder waits here.',
  },
  another: { vi: 'Người khác', en: 'Somebody else' },
  until: { vi: 'Hạn {moment}', en: 'Due {moment}' },
})

type Act = 'lock' | 'unlock'
type Outcome = { act: 'lock'; at: string } | ({ act: 'unlock' } & OutputOf<typeof AskUnlock>)

const effects = (act: Act): readonly string[] =>
  act === 'lock' ? [t('lock1'), t('lock2'), t('lock3')] : [t('unlock1'), t('unlock2'), t('unlock3')]

const Effects = ({ act }: { act: Act }) => (
  <Card title={t(`${act}Does`)} icon={info}>
    <ol class="lock-stages">
      {effects(act).map((line, i) => (
        <li key={line}>
          <i aria-hidden="true">{i + 1}</i>
          <span>{line}</span>
        </li>
      ))}
    </ol>
  </Card>
)

const Result = ({ outcome, onAgain }: { outcome: Outcome; onAgain: () => void }) => (
  <Card title={t(outcome.act === 'lock' ? 'locked' : 'asked')} icon={check}>
    <div class="stack">
      {outcome.act === 'lock' ? (
        <Notice tone="ok">{t('lockedMore', { moment: dateTimeVN(outcome.at) })}</Notice>
      ) : (
        <>
          <p>
            <span class="lock-reference">{outcome.reference}</span>
          </p>
          <p>
            <Due dueAt={outcome.dueAt} />{' '}
            <span class="quiet">{t('until', { moment: dueMoment(outcome.dueAt) })}</span>
          </p>
          <Notice tone="ok">{t('askedMore')}</Notice>
        </>
      )}
      <div class="lock-acts">
        <LinkButton icon={arrowLeft} href={hrefTo('/locks')}>
          {t('back')}
        </LinkButton>
        <Button kind="primary" onPress={onAgain}>
          {t('another')}
        </Button>
      </div>
    </div>
  </Card>
)

const perform = async (
  act: Act,
  input: { personalNumber: string; script: ScriptQuestion[]; note: string },
): Promise<Outcome> =>
  act === 'lock'
    ? { act, at: (await orSignIn(deed<typeof LockForHolder>('lock.for-holder', input))).lockedAt }
    : { act, ...(await orSignIn(deed<typeof AskUnlock>('lock.ask-unlock', input))) }

const useHolder = () =>
  useForm({
    rules: lockForHolder,
    // The script's answers stand in one field, in the order in which they were ticked.
    start: { personalNumber: '', script: '', note: '' },
    ids: { personalNumber: 'lock-number', script: 'script-card-shown', note: 'lock-note' },
    words: {
      script: fewWords,
      note: (code) => (code === 'required' || code === 'too_small' ? t('noteMissing') : undefined),
    },
    also: ({ script }) => (isEnough(answered(script)) ? [] : [{ field: 'script', code: 'too_small' }]),
  })

const answered = (script: string): ScriptQuestion[] =>
  questions.filter((one) => script.split(' ').includes(one))

const HolderForm = ({
  act,
  onDone,
  onBack,
}: {
  act: Act
  onDone: (outcome: Outcome) => void
  onBack: () => void
}) => {
  const form = useHolder()
  const { personalNumber, note } = form.values
  const script = answered(form.values.script)
  const go = () =>
    void form.send(async () => onDone(await perform(act, { personalNumber, script, note: note.trim() })))
  return (
    <form
      class="card lock-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        go()
      }}
    >
      <FormSummary form={form} />
      <Refusal problem={form.refusal} onRetry={go} />
      <PersonalNumberField
        {...form.of('personalNumber')}
        label={t('number')}
        hint={t('numberHint')}
        autocomplete="off"
      />
      <ScriptQuestions
        script={script}
        onScript={(given) => form.set({ script: given.join(' ') })}
        isMissed={form.of('script').error !== undefined}
      />
      <Field {...form.of('note')} label={t('note')} hint={t('noteHint')} rows={2} maxLength={500} />
      <div class="lock-acts">
        <Button icon={arrowLeft} shortcut="Esc" onPress={onBack}>
          {t('back')}
        </Button>
        <Button
          kind={act === 'lock' ? 'danger' : 'primary'}
          type="submit"
          icon={act === 'lock' ? lock : unlock}
          isBusy={form.sending.isBusy}
        >
          {t(`${act}Yes`)}
        </Button>
      </div>
    </form>
  )
}

const AtCounterPage = () => {
  const act: Act = usePlace().path === '/locks/unlock' ? 'unlock' : 'lock'
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const back = () => navigate('/locks')
  useKeys({ Escape: back })
  return (
    <CounterFrame title={t(act)} keys={[['Esc', t('back')]]}>
      <PageHead title={t(act)} beside={<Icon of={act === 'lock' ? lock : unlock} size={26} />} />
      <div class="lock-desk">
        {outcome ? (
          <Result outcome={outcome} onAgain={() => setOutcome(null)} />
        ) : (
          <HolderForm act={act} onDone={setOutcome} onBack={back} />
        )}
        <Effects act={act} />
      </div>
    </CounterFrame>
  )
}

export default AtCounterPage
