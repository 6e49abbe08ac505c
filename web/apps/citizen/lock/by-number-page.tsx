// The public lock page: a personal number and a code that the phone's thief does not get, from e-mail or from
// paper. No session, and the same
// answers for every number, so that a stranger learns nothing here.
import { FormProblems, useForm, type Form } from '../../../kit/form.tsx'
import { lockByLockCode, sendLockCode } from '../../../client/form-rules.ts'
import { useState } from 'preact/hooks'
import type { LockByEmailCode, LockByLockCode, SendLockCode } from '../../../../contract/lock.ts'
import { deed } from '../../../client/call.ts'
import { strangersDeed, usePresence } from '../../../client/presence.ts'
import { usePress } from '../../../client/press.ts'
import { useStep } from '../../../ui/attention.tsx'
import { Button } from '../../../ui/button.tsx'
import { Row, Rows } from '../../../ui/card.tsx'
import { Field } from '../../../ui/field.tsx'
import { dateTimeVN } from '../../../ui/format.ts'
import { check, dossier, Icon, lock, mail, person, refresh } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PersonalNumberField } from '../../../kit/personal-number-field.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { RadioCards } from '../../../ui/radio-cards.tsx'
import { hrefTo, type PageProps } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { HelpRows } from '../account/help-rows.tsx'
import { CodeStep, type CodeDelivery } from '../../../kit/code/code-step.tsx'
import { Screen } from '../shell/screen.tsx'
import { LockEffects } from './lock-effects.tsx'

const t = phrases({
  title: { vi: 'Khoá tài khoản', en: 'Lock the account' },
  lead: { vi: 'Mất máy? Khoá từ bất kỳ máy nào', en: 'Phone lost? Lock from any device' },
  leadMore: {
    vi: 'Không cần đăng nhập. Mã không bao giờ gửi tới điện thoại, vì người đang cầm máy sẽ đọc được.',
    en: 'No sign-in. The code never goes to the phone, because whoever holds it would read it.',
  },
  have: { vi: 'Bạn có gì trong tay?', en: 'What do you have at hand?' },
  email: { vi: 'E-mail đã gắn với tài khoản', en: 'The e-mail bound to the account' },
  emailMore: { vi: 'Nhận mã 6 số qua thư', en: 'A 6-digit code comes by letter' },
  paper: { vi: 'Mã khoá ghi trên giấy', en: 'The lock code on paper' },
  paperMore: {
    vi: '12 ký tự bạn đã ghi lại khi kích hoạt',
    en: 'The 12 characters you wrote down at activation',
  },
  number: { vi: 'Số định danh cá nhân', en: 'Personal number' },
  numberHint: { vi: '12 số in trên thẻ căn cước', en: 'The 12 digits printed on the identity card' },
  address: { vi: 'E-mail', en: 'E-mail' },
  code: { vi: 'Mã khoá', en: 'Lock code' },
  codeHint: {
    vi: 'Ví dụ ABCD-EFGH-JKMN. Không phân biệt chữ hoa, dấu gạch.',
    en: 'For example ABCD-EFGH-JKMN. Capitals and dashes do not matter.',
  },
  codeFault: {
    vi: 'Mã khoá có 12 ký tự, gồm chữ và số. Xem lại tờ giấy.',
    en: 'A lock code has 12 characters, letters and digits. Look at the paper again.',
  },
  send: { vi: 'Gửi mã tới e-mail', en: 'Send the code by e-mail' },
  now: { vi: 'Khoá ngay', en: 'Lock now' },
  blind: {
    vi: 'Nếu số định danh và e-mail thuộc cùng một tài khoản, mã đang tới hộp thư. Xem cả thư rác.',
    en: 'If number and e-mail belong to one account, the code is on its way. Look in the spam folder too.',
  },
  change: { vi: 'Nhập lại số hoặc e-mail', en: 'Change number or e-mail' },
  what: { vi: 'Khoá thì chuyện gì xảy ra?', en: 'What does locking do?' },
  none: { vi: 'Không có cả hai? Vẫn khoá được', en: 'Neither of them? It can still be locked' },
  relative: { vi: 'Người thân tin cậy khoá giúp', en: 'A trusted relative locks for you' },
  relativeMore: {
    vi: 'Trong ứng dụng của người bạn đã chọn từ trước',
    en: 'In the app of somebody you named beforehand',
  },
  done: { vi: 'Tài khoản đã khoá', en: 'The account is locked' },
  doneAt: {
    vi: 'Lúc {moment}. Mọi phiên đang mở tắt trong vài giây; chủ tài khoản nhận được thông báo.',
    en: 'At {moment}. Every open session ends within seconds; the holder is told.',
  },
  usedCode: {
    vi: 'Mã khoá trên giấy chỉ dùng một lần. Sau khi mở khoá, tạo mã mới trong mục Tôi.',
    en: 'A lock code works once. After unlocking, make a new one under Me.',
  },
  next: { vi: 'Cách mở lại', en: 'How to unlock' },
})

type Way = 'email' | 'paper'
type Stage =
  | { at: 'form' }
  | { at: 'code'; attempt: string; delivery: CodeDelivery }
  | { at: 'done'; lockedAt: string; way: Way }

/** As it stands on paper: three groups of four. */
const grouped = (text: string): string =>
  text
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .slice(0, 12)
    .replace(/(.{4})(?=.)/g, '$1-')

const start = { personalNumber: '', email: '', lockCode: '' }
const ids = { personalNumber: 'lock-number', email: 'lock-email', lockCode: 'lock-code' }

type FormProps = {
  way: Way | null
  onWay: (way: Way) => void
  form: Form<keyof typeof start>
  onSubmit: () => void
}

const LockForm = ({ way, onWay, form, onSubmit }: FormProps) => {
  return (
    <form
      class="form"
      id="lock-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <FormProblems form={form} onRetry={onSubmit} />
      <RadioCards<Way>
        name="lock-way"
        legend={t('have')}
        value={way}
        onValue={onWay}
        choices={[
          { value: 'email', title: t('email'), detail: t('emailMore'), icon: mail },
          { value: 'paper', title: t('paper'), detail: t('paperMore'), icon: dossier },
        ]}
      />
      {way && (
        <PersonalNumberField
          {...form.of('personalNumber')}
          label={t('number')}
          hint={t('numberHint')}
          autocomplete="off"
        />
      )}
      {way === 'email' && (
        <Field {...form.of('email')} type="email" autocomplete="email" label={t('address')} />
      )}
      {way === 'paper' && (
        <Field
          {...form.of('lockCode')}
          label={t('code')}
          hint={t('codeHint')}
          onValue={(text) => form.set({ lockCode: grouped(text) })}
          maxLength={24}
          width_ch={16}
        />
      )}
    </form>
  )
}

const Done = ({ lockedAt, way }: { lockedAt: string; way: Way }) => (
  <Screen title={t('done')} head={<TopBar title={t('title')} back={hrefTo('/')} />}>
    <div class="lock-sign is-done">
      <span>
        <Icon of={check} size={36} />
      </span>
      <h2>{t('done')}</h2>
      <p>{t('doneAt', { moment: dateTimeVN(lockedAt) })}</p>
    </div>
    {way === 'paper' && (
      <Notice isQuiet icon={dossier}>
        {t('usedCode')}
      </Notice>
    )}
    <h2>{t('next')}</h2>
    <HelpRows />
  </Screen>
)

const useLocking = () => {
  const [stage, setStage] = useState<Stage>({ at: 'form' })
  useStep(stage.at)
  const [way, setWay] = useState<Way | null>(null)
  usePresence(way === 'email' ? 'lock.send-code' : null)
  const form = useForm({
    rules: way === 'paper' ? lockByLockCode : sendLockCode,
    start,
    ids,
    words: { lockCode: () => t('codeFault') },
  })
  const { personalNumber, email, lockCode } = form.values
  const send = async () => {
    const { attempt, code: delivery } = await strangersDeed<typeof SendLockCode>('lock.send-code', {
      personalNumber,
      email,
    })
    setStage({ at: 'code', attempt, delivery })
  }
  const lockByPaper = async () =>
    setStage({
      at: 'done',
      way: 'paper',
      ...(await deed<typeof LockByLockCode>('lock.by-lock-code', { personalNumber, lockCode })),
    })
  const lockByMail = async (attempt: string, code: string) =>
    setStage({
      at: 'done',
      way: 'email',
      ...(await deed<typeof LockByEmailCode>('lock.by-email-code', { attempt, code })),
    })
  const choose = (chosen: Way) => {
    setWay(chosen)
    form.sending.clear()
  }
  const submit = () => void form.send(way === 'email' ? send : lockByPaper)
  return { stage, way, form, choose, submit, send, lockByMail, change: () => setStage({ at: 'form' }) }
}
type Locking = ReturnType<typeof useLocking>

const Head = () => <TopBar title={t('title')} back={hrefTo('/')} />

const MailedCode = ({
  stage,
  locking: { send, lockByMail, change },
}: {
  stage: Extract<Stage, { at: 'code' }>
  locking: Locking
}) => {
  const trying = usePress()
  const sending = usePress()
  return (
    <Screen
      title={t('title')}
      head={<Head />}
      action={
        <Button kind="danger" isWide icon={lock} type="submit" form="code-form" isBusy={trying.isBusy}>
          {t('now')}
        </Button>
      }
    >
      <Notice isQuiet icon={mail}>
        {t('blind')}
      </Notice>
      <CodeStep
        formId="code-form"
        delivery={stage.delivery}
        isSimple
        hasEmail={false}
        trying={trying}
        sending={sending}
        onResend={send}
        onCode={(digits) => lockByMail(stage.attempt, digits)}
      />
      <Button kind="quiet" icon={refresh} onPress={change}>
        {t('change')}
      </Button>
    </Screen>
  )
}

const NumberAsked = ({ locking: { way, form, choose, submit } }: { locking: Locking }) => (
  <Screen
    title={t('title')}
    head={<Head />}
    action={
      way && (
        <Button
          kind={way === 'paper' ? 'danger' : 'primary'}
          isWide
          icon={way === 'paper' ? lock : mail}
          type="submit"
          form="lock-form"
          isBusy={form.sending.isBusy}
        >
          {way === 'paper' ? t('now') : t('send')}
        </Button>
      )
    }
  >
    <div class="page-lead">
      <h2>{t('lead')}</h2>
      <p>{t('leadMore')}</p>
    </div>
    <LockForm way={way} onWay={choose} form={form} onSubmit={submit} />
    <details class="lock-more">
      <summary>{t('what')}</summary>
      <LockEffects />
    </details>
    <h2>{t('none')}</h2>
    <HelpRows />
    <Rows>
      <Row icon={person} tone="gold" title={t('relative')} detail={t('relativeMore')} />
    </Rows>
  </Screen>
)

export default function ByNumberPage(_: PageProps) {
  const locking = useLocking()
  const { stage } = locking
  switch (stage.at) {
    case 'form':
      return <NumberAsked locking={locking} />
    case 'code':
      return <MailedCode stage={stage} locking={locking} />
    case 'done':
      return <Done lockedAt={stage.lockedAt} way={stage.way} />
  }
}
