// Beside the form: what the party gets, and how to stay safe from somebody who sends a link.
import { alert, check, close, Icon, shield } from '../../ui/icons.tsx'
import { phrases } from '../../ui/phrases.ts'
import { Rich } from '../../ui/rich.tsx'
import { askedOf } from '../../kit/party-asks.ts'
import type { SignInState } from './interaction.ts'

const t = phrases({
  will: { vi: 'Cổng này sẽ nhận', en: 'This service will get' },
  later: { vi: 'Chỉ những mục bạn đồng ý ở bước cuối', en: 'Only what you agree to in the last step' },
  never: {
    vi: 'Không bao giờ nhận mật khẩu, mã PIN, ảnh của bạn',
    en: 'Never your password, passcode or portrait',
  },
  log: {
    vi: 'Mọi lần nhận đều hiện trong “Ai đã xem dữ liệu của tôi”',
    en: 'Every time is shown in “Who looked at my data”',
  },
  safe: { vi: 'Giữ an toàn', en: 'Stay safe' },
  link: {
    vi: 'Không đăng nhập từ đường dẫn do **người khác gửi** qua Zalo, SMS hay cuộc gọi.',
    en: 'Do not sign in from a link **somebody sent you** by chat, text message or call.',
  },
  domain: {
    vi: 'Kiểm tra tên trang bạn vừa mở: **{domain}**',
    en: 'Check the name of the site you came from: **{domain}**',
  },
  here: { vi: 'Trang đăng nhập này ở: **{host}**', en: 'This sign-in page is at: **{host}**' },
})

export const SidePanel = ({ state }: { state: SignInState }) => {
  const asked = askedOf(state.asks)
  return (
    <aside class="sign-in-side" aria-label={t('safe')}>
      {state.step !== 'consent' && (
        <>
          <h2>{t('will')}</h2>
          <ul>
            {asked.length > 0 ? (
              asked.map(({ scope, what }) => (
                <li key={scope}>
                  <Icon of={check} size={20} />
                  <span>{what}</span>
                </li>
              ))
            ) : (
              <li>
                <Icon of={check} size={20} />
                <span>{t('later')}</span>
              </li>
            )}
            <li class="is-no">
              <Icon of={close} size={20} />
              <span>{t('never')}</span>
            </li>
            <li>
              <Icon of={check} size={20} />
              <span>{t('log')}</span>
            </li>
          </ul>
        </>
      )}
      <h2>{t('safe')}</h2>
      <ul>
        <li class="is-danger">
          <Icon of={alert} size={20} />
          <span>
            <Rich text={t('link')} />
          </span>
        </li>
        <li>
          <Icon of={shield} size={20} />
          <span>
            <Rich text={t('domain', { domain: state.client.domain })} />
          </span>
        </li>
        <li>
          <Icon of={shield} size={20} />
          <span>
            <Rich text={t('here', { host: location.host })} />
          </span>
        </li>
      </ul>
    </aside>
  )
}
