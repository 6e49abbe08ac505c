// An honest small page: what this version offers relying parties and operators, and what it does not yet.
import { usePage } from '../../ui/attention.tsx'
import { CopyButton } from '../../kit/copy-button.tsx'
import { LanguageSwitch, TextSizeButton } from '../../kit/language-switch.tsx'
import { Band } from '../../ui/band.tsx'
import { Card, Row, Rows } from '../../ui/card.tsx'
import { chart, clock, code, globe, heart, key, monitor, refresh, settings } from '../../ui/icons.tsx'
import { Lotus } from '../../ui/lotus.tsx'
import { Notice } from '../../ui/notice.tsx'
import { phrases } from '../../ui/phrases.ts'
import { Rich } from '../../ui/rich.tsx'

const t = phrases({
  brand: { vi: 'Sen · bên tin cậy và vận hành', en: 'Sen · relying parties and operators' },
  title: { vi: 'Nối dịch vụ của bạn, coi giữ hệ thống', en: 'Connect your service, look after the system' },
  lead: {
    vi: 'Ở bản này hai việc đó làm bằng dòng lệnh và bằng các địa chỉ dưới đây. Chưa có màn hình quản trị.',
    en: 'In this version both are done on the command line and at the addresses below. There is no administration screen yet.',
  },
  add: { vi: 'Thêm một bên tin cậy', en: 'Add a relying party' },
  addWhat: {
    vi: 'Chạy trên máy chủ, trong thư mục của Sen. Mật khẩu của bên tin cậy chỉ hiện **một lần**; hệ thống chỉ giữ dấu vết của nó.',
    en: "Run it on the server, in the folder of Sen. The client's secret is shown **once**; only its digest is kept.",
  },
  command: { vi: 'lệnh thêm bên tin cậy', en: 'the command that adds a relying party' },
  officer: { vi: 'Thêm một cán bộ', en: 'Add an officer' },
  officerWhat: {
    vi: 'In ra đường dẫn có vé vào, chỉ dùng một lần. Cán bộ mở đường dẫn ấy tại quầy rồi tạo khoá truy cập của mình.',
    en: 'Prints a link with a ticket that works once. The officer opens it at the counter and makes a passkey.',
  },
  officerCommand: { vi: 'lệnh thêm cán bộ', en: 'the command that adds an officer' },
  steps: { vi: 'Sau đó', en: 'After that' },
  step1: {
    vi: 'Cho thư viện OpenID Connect của bạn đọc tài liệu khám phá; không phải gõ địa chỉ nào khác.',
    en: 'Let your OpenID Connect library read the discovery document; no other address has to be typed.',
  },
  step2: {
    vi: 'Dùng luồng mã uỷ quyền với PKCE. Xin ít mục nhất: mỗi mục đều được đọc to cho người dân trước khi đồng ý.',
    en: 'Use the authorization code flow with PKCE. Ask for the least: each scope is told to the person before consent.',
  },
  step3: {
    vi: 'Nhận ra người dùng bằng mã riêng (sub); mã này khác nhau ở mỗi bên tin cậy.',
    en: 'Know a person by her own code (sub); it differs at every relying party.',
  },
  addresses: { vi: 'Địa chỉ của hệ thống này', en: 'Addresses of this system' },
  docs: { vi: 'Tài liệu API', en: 'API documents' },
  docsWhat: {
    vi: 'Mọi lệnh, câu từ chối và ví dụ; sinh ra từ hợp đồng',
    en: 'Every call, refusal and example; generated from the contract',
  },
  discovery: { vi: 'Tài liệu khám phá OpenID', en: 'OpenID discovery document' },
  jwks: { vi: 'Khoá công khai (JWKS)', en: 'Public keys (JWKS)' },
  ready: { vi: 'Sẵn sàng nhận việc', en: 'Readiness' },
  metrics: { vi: 'Số đo cho Prometheus', en: 'Measurements for Prometheus' },
  later: { vi: 'Sẽ có ở các bản sau', en: 'In later versions' },
  later1: {
    vi: 'Trang tự đăng ký bên tin cậy: mục đích và căn cứ pháp lý từng mục, xem trước màn hình đồng ý, nhật ký yêu cầu',
    en: 'Self-service for relying parties: purpose and legal basis per field, preview of consent, request log',
  },
  later2: {
    vi: 'Bảng điều hành: chỉ tiêu, phễu kích hoạt, địa phương, vì sao người dân dừng lại',
    en: 'Operations dashboard: targets, activation funnel, provinces, why people stop',
  },
  later3: { vi: 'Webhook và phòng thử cho lập trình viên', en: 'Webhooks and a playground for developers' },
})

const command = `npm run -s sen -- client add --name "Cổng dịch vụ công Sông Lam" --redirect-uri https://dvc.songlam.example/callback`
const officerCommand = `npm run -s sen -- officer add --number CB-0218 --name "Lê Minh Thu" --rank "Thượng uý"`
const discovery = '/oidc/.well-known/openid-configuration'

const Command = ({ text, what }: { text: string; what: string }) => (
  <div class="command">
    <pre tabIndex={0} aria-label={what}>
      <code>{text}</code>
    </pre>
    <CopyButton value={text} what={what} />
  </div>
)

const AddClient = () => (
  <Card title={t('add')} icon={key}>
    <p>
      <Rich text={t('addWhat')} />
    </p>
    <Command text={command} what={t('command')} />
    <h3>{t('steps')}</h3>
    <ol class="console-steps">
      <li>{t('step1')}</li>
      <li>{t('step2')}</li>
      <li>{t('step3')}</li>
    </ol>
  </Card>
)

const AddOfficer = () => (
  <Card title={t('officer')} icon={monitor}>
    <p>{t('officerWhat')}</p>
    <Command text={officerCommand} what={t('officerCommand')} />
  </Card>
)

const Later = () => (
  <Notice isQuiet icon={clock} title={t('later')}>
    <ul class="console-later">
      <li>{t('later1')}</li>
      <li>{t('later2')}</li>
      <li>{t('later3')}</li>
    </ul>
  </Notice>
)

const Addresses = () => (
  <section class="stack" aria-label={t('addresses')}>
    <h2>{t('addresses')}</h2>
    <Rows>
      <Row icon={code} tone="jade" title={t('docs')} detail={t('docsWhat')} href="/api/docs" />
      <Row icon={globe} tone="cham" title={t('discovery')} detail={discovery} href={discovery} />
      <Row icon={refresh} tone="cham" title={t('jwks')} detail="/oidc/jwks" href="/oidc/jwks" />
      <Row icon={heart} tone="ok" title={t('ready')} detail="/readyz" href="/readyz" />
      <Row icon={chart} tone="gold" title={t('metrics')} detail="/metrics" href="/metrics" />
      <Row
        icon={settings}
        tone="neutral"
        title="OpenAPI"
        detail="/api/openapi.json"
        href="/api/openapi.json"
      />
    </Rows>
  </section>
)

export const ConsolePage = () => {
  usePage(t('title'))
  return (
    <>
      {document.documentElement.dataset['env'] !== 'live' && <Band />}
      <header class="console-top">
        <span>
          <Lotus size={30} />
          <b>{t('brand')}</b>
        </span>
        <TextSizeButton />
        <LanguageSwitch />
      </header>
      <main class="console-page">
        <div>
          <h1>{t('title')}</h1>
          <p class="lead">{t('lead')}</p>
        </div>
        <div class="console-pair">
          <div class="stack">
            <AddClient />
            <AddOfficer />
            <Later />
          </div>
          <Addresses />
        </div>
      </main>
    </>
  )
}
