// The strip on every screen that says this is no production: an open look-alike must never pass for a state's
// own application.
import './band.css'
import { phrases } from './phrases.ts'

const t = phrases({
  trial: { vi: 'MÔI TRƯỜNG THỬ', en: 'TRIAL ENVIRONMENT' },
  meaning: { vi: 'dữ liệu giả, không có giá trị pháp lý', en: 'made-up data, no legal value' },
})

export const Band = () => (
  <div class="band">
    <b>{t('trial')}</b> · {t('meaning')}
  </div>
)
