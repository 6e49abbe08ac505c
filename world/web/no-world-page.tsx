// What stands at `/` on a server without the demo world: the doors, nothing else.
import { AppFrame } from '../../web/ui/app-frame.tsx'
import { Row, Rows } from '../../web/ui/card.tsx'
import { code, monitor, phone, settings } from '../../web/ui/icons.tsx'
import { Lotus } from '../../web/ui/lotus.tsx'
import { phrases } from '../../web/ui/phrases.ts'
import { LanguageSwitch, TextSizeButton } from '../../web/kit/language-switch.tsx'

const t = phrases({
  title: { vi: 'Định danh điện tử', en: 'Electronic identity' },
  app: { vi: 'Ứng dụng của công dân', en: "The citizen's app" },
  appDetail: {
    vi: 'Đăng ký, căn cước điện tử, ai đã xem dữ liệu',
    en: 'Registration, the electronic card, who looked',
  },
  counter: { vi: 'Quầy của cán bộ', en: "The officer's counter" },
  counterDetail: { vi: 'Cho cán bộ có khoá truy cập', en: 'For officers with a passkey' },
  docs: { vi: 'Tài liệu API', en: 'API documents' },
  console: { vi: 'Bên tin cậy và vận hành', en: 'Relying parties and operators' },
})

export const NoWorldPage = () => (
  <AppFrame
    title={t('title')}
    hasBand={document.documentElement.dataset['env'] === 'test'}
    head={
      <div class="world-plain-head">
        <Lotus size={34} />
        <span />
        <TextSizeButton />
        <LanguageSwitch />
      </div>
    }
  >
    <h1>{t('title')}</h1>
    <Rows>
      <Row icon={phone} title={t('app')} detail={t('appDetail')} href="/app/" />
      <Row icon={monitor} tone="ok" title={t('counter')} detail={t('counterDetail')} href="/counter/" />
      <Row icon={settings} tone="gold" title={t('console')} href="/console/" />
      <Row icon={code} tone="cham" title={t('docs')} href="/api/docs" />
    </Rows>
  </AppFrame>
)
