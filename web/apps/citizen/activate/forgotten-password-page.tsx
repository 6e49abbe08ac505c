// A forgotten password: the bound device proves itself, a code goes to the phone. Without a bound device the
// page says what helps.
import { useState } from 'preact/hooks'
import { usePress } from '../../../client/press.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Row, Rows } from '../../../ui/card.tsx'
import { key, monitor, phoneCall } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PasscodePad } from '../../../ui/passcode-pad.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Screen } from '../shell/screen.tsx'
import { useSession } from '../shell/session.ts'
import { startNewPassword } from './journey.ts'

const t = phrases({
  title: { vi: 'Quên mật khẩu', en: 'Forgotten password' },
  heading: { vi: 'Đặt lại mật khẩu trên máy này', en: 'Set the password again on this device' },
  steps: { vi: 'Các bước', en: 'The steps' },
  one: {
    vi: 'Nhập mã PIN: máy này tự chứng minh bằng khoá của nó',
    en: 'Enter the passcode: this device proves itself with its key',
  },
  two: {
    vi: 'Nhập mã gửi tới số điện thoại của tài khoản',
    en: "Enter the code sent to the account's phone",
  },
  three: {
    vi: 'Đặt mật khẩu mới. Mọi phiên khác sẽ bị đăng xuất',
    en: 'Set a new password. Every other session is signed out',
  },
  passcode: { vi: 'Nhập mã PIN để nhận mã', en: 'Enter the passcode to get the code' },
  not: { vi: 'Máy này chưa gắn với tài khoản nào', en: 'This device is bound to no account' },
  notMore: {
    vi: 'Để giữ an toàn, mật khẩu chỉ đặt lại được trên máy đã gắn, hoặc tại quầy.',
    en: 'To keep things safe, a password can only be set again on a bound device, or at the counter.',
  },
  other: { vi: 'Mở Sen trên máy đã gắn', en: 'Open Sen on your bound device' },
  otherMore: { vi: 'Vào Tôi, chọn Quên mật khẩu', en: 'Go to Me, choose Forgotten password' },
  know: { vi: 'Tôi nhớ mật khẩu', en: 'I remember the password' },
  knowMore: { vi: 'Gắn máy này vào tài khoản', en: 'Bind this device to the account' },
  help: { vi: 'Không còn máy nào đã gắn', en: 'No bound device is left' },
  helpMore: {
    vi: 'Lấy lại tài khoản trên máy này: thẻ có chip, ảnh chân dung, người thân hoặc quầy',
    en: 'Get the account back on this phone: chip, portrait, a relative or a counter',
  },
})

export default function RecoveryPage() {
  const { device } = useSession()
  const starting = usePress()
  const [digits, setDigits] = useState('')
  const send = (passcode: string) =>
    void starting.press(() => startNewPassword(passcode)).finally(() => setDigits(''))
  if (!device) {
    return (
      <Screen title={t('title')} head={<TopBar title={t('title')} back={hrefTo('/activate')} />}>
        <Notice isQuiet tone="warn" title={t('not')}>
          {t('notMore')}
        </Notice>
        <Rows>
          <Row icon={key} title={t('other')} detail={t('otherMore')} />
          <Row
            icon={monitor}
            title={t('know')}
            detail={t('knowMore')}
            href={hrefTo('/activate/new-device')}
          />
          <Row
            icon={phoneCall}
            tone="cham"
            title={t('help')}
            detail={t('helpMore')}
            href={hrefTo('/recover')}
          />
        </Rows>
      </Screen>
    )
  }
  return (
    <Screen title={t('title')} head={<TopBar title={t('title')} back={hrefTo('/activate')} />}>
      <div class="page-lead">
        <h2>{t('heading')}</h2>
      </div>
      {starting.problem && <ProblemNotice key={starting.refusals} problem={starting.problem} />}
      <ol class="steps-list" aria-label={t('steps')}>
        <li>{t('one')}</li>
        <li>{t('two')}</li>
        <li>{t('three')}</li>
      </ol>
      <PasscodePad
        label={t('passcode')}
        value={digits}
        onValue={setDigits}
        onComplete={send}
        isBusy={starting.isBusy}
      />
      <div class="centre">
        <LinkButton kind="quiet" href={hrefTo('/recover')}>
          {t('help')}
        </LinkButton>
      </div>
    </Screen>
  )
}
