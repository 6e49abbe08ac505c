// The first page: the language, the size of the text, what Sen is, and the two doors.
import './welcome.css'
import { LinkButton } from '../../../ui/button.tsx'
import { DrumRosette } from '../../../ui/drum-rosette.tsx'
import { eye, Icon, key, offline } from '../../../ui/icons.tsx'
import { language, setLanguage, useLanguage } from '../../../ui/language.ts'
import { Lotus } from '../../../ui/lotus.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import { setTextSize, textSizes, useTextSize } from '../../../ui/text-size.ts'
import { Screen } from '../shell/screen.tsx'

const t = phrases({
  title: { vi: 'Chào bạn', en: 'Welcome' },
  what: { vi: 'Căn cước điện tử của bạn', en: 'Your electronic identity' },
  lead: {
    vi: 'Đăng ký một lần, khoảng 2 phút. Dùng để chứng minh bạn là ai, trên mạng và ở quầy.',
    en: 'Register once, in about 2 minutes. It shows who you are, online and at the counter.',
  },
  keys: { vi: 'Khoá nằm trong máy của bạn', en: 'The key stays on your phone' },
  keysMore: { vi: 'Không ai sao chép được, kể cả chúng tôi.', en: 'Nobody can copy it, not even we.' },
  looks: { vi: 'Bạn thấy ai đã xem dữ liệu', en: 'You see who looked at your data' },
  looksMore: { vi: 'Mỗi lần xem đều để lại dấu vết.', en: 'Every look leaves a trace.' },
  offline: { vi: 'Mở được khi không có mạng', en: 'It opens without a network' },
  offlineMore: {
    vi: 'Thẻ đã lưu trong máy vẫn xem được.',
    en: 'The card kept on the phone can still be seen.',
  },
  register: { vi: 'Đăng ký mức 1', en: 'Register for level 1' },
  have: { vi: 'Đã có tài khoản / kích hoạt', en: 'I have an account / activate' },
  language: { vi: 'Ngôn ngữ', en: 'Language' },
  size: { vi: 'Cỡ chữ', en: 'Text size' },
  sizeOf: { vi: 'Cỡ chữ {size}%', en: 'Text at {size}%' },
  lock: { vi: 'Mất máy? Khoá tài khoản ngay', en: 'Phone lost? Lock the account now' },
  about: { vi: 'Sen là gì, ai vận hành', en: 'What Sen is, who runs it' },
})

const LanguageChoice = () => {
  useLanguage()
  return (
    <div class="choose-bar" role="group" aria-label={t('language')}>
      <button type="button" lang="vi" aria-pressed={language() === 'vi'} onClick={() => setLanguage('vi')}>
        Tiếng Việt
      </button>
      <button type="button" lang="en" aria-pressed={language() === 'en'} onClick={() => setLanguage('en')}>
        English
      </button>
    </div>
  )
}

const SizeChoice = () => {
  const current = useTextSize()
  return (
    <div class="choose-bar choose-size" role="group" aria-label={t('size')}>
      {textSizes.map((size, i) => (
        <button
          key={size}
          type="button"
          aria-pressed={size === current}
          aria-label={t('sizeOf', { size })}
          onClick={() => setTextSize(size)}
        >
          <span style={`font-size:${0.95 + i * 0.25}rem`}>Aa</span>
        </button>
      ))}
    </div>
  )
}

const promises = [
  [key, 'keys', 'keysMore'],
  [eye, 'looks', 'looksMore'],
  [offline, 'offline', 'offlineMore'],
] as const

export default function WelcomePage() {
  return (
    <Screen
      title={t('title')}
      ground="deep"
      action={
        <>
          <LinkButton isWide class="button-light" href={hrefTo('/enrol')}>
            {t('register')}
          </LinkButton>
          <LinkButton isWide class="button-glass" href={hrefTo('/activate')}>
            {t('have')}
          </LinkButton>
        </>
      }
    >
      <div class="welcome">
        <DrumRosette class="welcome-drum" />
        <div class="welcome-bars">
          <LanguageChoice />
          <SizeChoice />
        </div>
        <div class="welcome-mark">
          <Lotus size={64} />
          <span>Sen</span>
        </div>
        <h1>{t('what')}</h1>
        <p class="welcome-lead">{t('lead')}</p>
        <ul class="welcome-list">
          {promises.map(([icon, title, more]) => (
            <li key={title}>
              <Icon of={icon} size={24} />
              <span>
                <b>{t(title)}</b>
                <small>{t(more)}</small>
              </span>
            </li>
          ))}
        </ul>
        <p class="welcome-about">
          <a href={hrefTo('/lock')}>{t('lock')}</a>
        </p>
        <p class="welcome-about">
          <a href={hrefTo('/about')}>{t('about')}</a>
        </p>
      </div>
    </Screen>
  )
}
