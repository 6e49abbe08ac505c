// "This was not me", for everybody who got the notice: the number and the notice's code end the recovery and
// lock the account. No sign-in, no old phone.
import { FormProblems, useForm } from '../../../kit/form.tsx'
import { disputeRecovery } from '../../../client/form-rules.ts'
import type { DisputeRecovery } from '../../../../contract/recovery.ts'
import { deed } from '../../../client/call.ts'
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
import { Screen } from '../shell/screen.tsx'

const t = phrases({
  title: { vi: 'Không phải tôi', en: 'This was not me' },
  heading: { vi: 'Dừng lại và khoá tài khoản', en: 'End it and lock the account' },
  lead: {
    vi: 'Bạn nhận tin báo tài khoản đang được lấy lại trên máy mới hoặc sắp đóng? Nhập mã trong tin báo mới nhất.',
    en: 'A notice told you that your account is being got back on a new phone, or is to be closed? Type the code of the newest notice.',
  },
  number: { vi: 'Số định danh cá nhân', en: 'Personal number' },
  numberHint: { vi: '12 số trên thẻ căn cước', en: 'The 12 digits on the card' },
  code: { vi: 'Mã trong tin báo', en: 'Code of the notice' },
  codeHint: { vi: '8 số, ví dụ 1234 5678', en: '8 digits, for example 1234 5678' },
  short: { vi: 'Mã trong tin báo có 8 số.', en: 'The code of the notice has 8 digits.' },
  effect: {
    vi: 'Việc lấy lại hoặc đóng dừng ngay, máy mới không được gắn. Tài khoản bị khoá; mở lại tại công an xã với thẻ căn cước.',
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

/** The code may be typed with a gap, as it is printed. */
const asSent = ({ code }: { readonly code: string }) => ({ code: code.replace(/\D/g, '') })

export default function NotMePage({ query }: PageProps) {
  const form = useForm({
    rules: disputeRecovery,
    start: { personalNumber: '', code: '' },
    ids,
    asSent,
    words: { code: () => t('short') },
  })
  if (query.has('done')) {
    return <Done />
  }
  const send = () =>
    void form.send(async () => {
      await deed<typeof DisputeRecovery>('recovery.dispute', { ...form.values, ...asSent(form.values) })
      navigate('/not-me?done', { replace: true })
    })
  return (
    <Screen
      title={t('title')}
      head={<TopBar title={t('title')} back={hrefTo('/')} />}
      action={
        <Button kind="danger" isWide type="submit" form="not-me" icon={lock} isBusy={form.sending.isBusy}>
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
        <FormProblems form={form} onRetry={send} />
        <div class="page-lead">
          <h2>{t('heading')}</h2>
          <p class="quiet">{t('lead')}</p>
        </div>
        <PersonalNumberField {...form.of('personalNumber')} label={t('number')} hint={t('numberHint')} />
        <Field
          {...form.of('code')}
          label={t('code')}
          hint={t('codeHint')}
          inputMode="numeric"
          maxLength={12}
          width_ch={12}
        />
        <Notice isQuiet tone="warn" icon={lock} title={t('effect')} />
        <Notice isQuiet icon={shield}>
          {t('warn')}
        </Notice>
      </form>
    </Screen>
  )
}
