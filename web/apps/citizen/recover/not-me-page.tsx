// "This was not me", for everybody who got the notice: the number and the notice's code end the recovery and
// lock the account. No sign-in, no old phone.
import { focusField } from '../../../ui/attention.tsx'
import { useState } from 'preact/hooks'
import type { DisputeRecovery } from '../../../../contract/recovery.ts'
import { deed } from '../../../client/call.ts'
import { faultsOf } from '../../../client/faults.ts'
import { usePress } from '../../../client/press.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { lock, shield } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PersonalNumberField } from '../../../kit/personal-number-field.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo, navigate, type PageProps } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { EmptyState } from '../../../ui/waiting.tsx'
import { HelpRows } from '../account/help-rows.tsx'
import { FormProblem } from '../../../kit/problem-notice.tsx'
import { Screen } from '../shell/screen.tsx'

const t = phrases({
  title: { vi: 'Không phải tôi', en: 'This was not me' },
  heading: { vi: 'Dừng lại và khoá tài khoản', en: 'End it and lock the account' },
  lead: {
    vi: 'Bạn nhận tin báo có người đang lấy lại tài khoản của bạn trên máy mới? Nhập mã trong tin báo mới nhất.',
    en: 'A notice told you that your account is being got back on a new phone? Type the code of the newest notice.',
  },
  number: { vi: 'Số định danh cá nhân', en: 'Personal number' },
  numberHint: { vi: '12 số trên thẻ căn cước', en: 'The 12 digits on the card' },
  code: { vi: 'Mã trong tin báo', en: 'Code of the notice' },
  codeHint: { vi: '8 số, ví dụ 1234 5678', en: '8 digits, for example 1234 5678' },
  short: { vi: 'Mã trong tin báo có 8 số.', en: 'The code of the notice has 8 digits.' },
  effect: {
    vi: 'Việc lấy lại dừng ngay, máy mới không được gắn. Tài khoản bị khoá; mở lại tại công an xã với thẻ căn cước.',
    en: 'It ends at once and no new phone is bound. The account is locked; the commune police unlock it with your card.',
  },
  warn: {
    vi: 'Cán bộ không bao giờ hỏi mã này. Chỉ nhập ở trang này.',
    en: 'No officer ever asks for this code. Type it on this page only.',
  },
  go: { vi: 'Không phải tôi, khoá ngay', en: 'It was not me, lock it now' },
  done: { vi: 'Đã dừng và khoá tài khoản', en: 'Ended, and the account is locked' },
  doneMore: {
    vi: 'Máy mới không được gắn. Mọi phiên đăng nhập đã tắt. Mang thẻ căn cước đến công an xã để mở khoá; đến lúc đó chỉ quầy giúp lấy lại tài khoản được.',
    en: 'No new phone is bound, and every sign-in has ended. Bring your card to the commune police to unlock it; until then only a counter can give the account back.',
  },
  home: { vi: 'Về trang đầu', en: 'To the first page' },
})

const Done = () => (
  <Screen title={t('done')} head={<TopBar title={t('title')} back={hrefTo('/')} isClosing />}>
    <EmptyState
      icon={lock}
      title={t('done')}
      action={
        <LinkButton kind="primary" href={hrefTo('/')}>
          {t('home')}
        </LinkButton>
      }
    >
      {t('doneMore')}
    </EmptyState>
    <HelpRows />
  </Screen>
)

const ids = { personalNumber: 'number', code: 'stop-code' }

export default function NotMePage({ query }: PageProps) {
  const [number, setNumber] = useState('')
  const [code, setCode] = useState('')
  const [isShort, setShort] = useState(false)
  const ending = usePress()
  if (query.has('done')) {
    return <Done />
  }
  const digits = code.replace(/\D/g, '')
  const send = () => {
    setShort(digits.length !== 8)
    if (digits.length !== 8) {
      return focusField('stop-code')
    }
    void ending.press(async () => {
      await deed<typeof DisputeRecovery>('recovery.dispute', { personalNumber: number, code: digits })
      navigate('/not-me?done', { replace: true })
    })
  }
  const faults = ending.problem ? faultsOf(ending.problem) : {}
  return (
    <Screen
      title={t('title')}
      head={<TopBar title={t('title')} back={hrefTo('/')} />}
      action={
        <Button kind="danger" isWide type="submit" form="not-me" icon={lock} isBusy={ending.isBusy}>
          {t('go')}
        </Button>
      }
    >
      <form
        class="form"
        id="not-me"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <FormProblem problem={ending.problem} ids={ids} round={ending.refusals} onRetry={send} />
        <div class="page-lead">
          <h2>{t('heading')}</h2>
          <p class="quiet">{t('lead')}</p>
        </div>
        <PersonalNumberField
          id="number"
          label={t('number')}
          hint={t('numberHint')}
          value={number}
          onValue={setNumber}
          error={faults['personalNumber']}
        />
        <Field
          id="stop-code"
          label={t('code')}
          hint={t('codeHint')}
          inputMode="numeric"
          maxLength={12}
          width_ch={12}
          value={code}
          onValue={(text) => {
            setCode(text)
            setShort(false)
          }}
          error={isShort ? t('short') : faults['code']}
        />
        <Notice isQuiet tone="warn" icon={lock} title={t('effect')} />
        <Notice isQuiet icon={shield}>
          {t('warn')}
        </Notice>
      </form>
    </Screen>
  )
}
