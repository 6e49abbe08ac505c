// The voucher as it is printed: the code in groups, a QR that opens the app with it (behind the #, which no
// server sees), until when, and what to do.
import './voucher.css'
import { useEffect, useState } from 'preact/hooks'
import { dateTimeVN } from '../../../ui/format.ts'
import { phrases } from '../../../ui/phrases.ts'
import type { Issued } from './voucher-deeds.ts'

const t = phrases({
  title: { vi: 'Phiếu lấy lại tài khoản', en: 'Voucher to get an account back' },
  by: { vi: 'Cấp tại {office} · hồ sơ {reference}', en: 'Issued at {office} · case {reference}' },
  code: { vi: 'Mã trên phiếu', en: "The voucher's code" },
  qr: { vi: 'Mã QR của phiếu', en: 'QR of the voucher' },
  until: { vi: 'Dùng một lần, trước {until}', en: 'Works once, before {until}' },
  s1: {
    vi: 'Trên máy mới, quét mã QR này, hoặc mở {site}/app/recover và chọn Phiếu của quầy.',
    en: 'On the new phone scan this QR, or open {site}/app/recover and choose the voucher.',
  },
  s2: {
    vi: 'Nhập số định danh của bạn và mã trên phiếu.',
    en: "Type your personal number and the voucher's code.",
  },
  s3: {
    vi: 'Đặt mật khẩu và mã PIN mới. Máy cũ mất quyền ngay lúc đó.',
    en: 'Choose a new password and passcode. The old phone loses its rights in that moment.',
  },
  keep: {
    vi: 'Không đưa phiếu cho ai và không đọc mã qua điện thoại. Mất phiếu: quay lại quầy, phiếu cũ mất hiệu lực khi in phiếu mới.',
    en: 'Give it to nobody and read the code to nobody on the phone. Lost it: come back, the earlier one ends when a new one is printed.',
  },
})

const draw = async (text: string): Promise<string> => {
  const { default: qrcode } = await import('qrcode')
  return `data:image/svg+xml,${encodeURIComponent(await qrcode.toString(text, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' }))}`
}

export const VoucherPaper = ({ issued }: { issued: Issued }) => {
  const [qr, setQr] = useState<string | null>(null)
  const { voucher } = issued
  useEffect(() => {
    void draw(`${location.origin}/app/recover/voucher#${voucher}`).then(setQr, () => undefined)
  }, [voucher])
  return (
    <section class="voucher-paper" aria-label={t('title')}>
      <header>
        <h2>{t('title')}</h2>
        <p>{t('by', { office: issued.office, reference: issued.case.reference })}</p>
      </header>
      <div class="voucher-code">
        {qr && <img src={qr} alt={t('qr')} />}
        <p>
          <span>{t('code')}</span>
          <output>{voucher}</output>
          <b>{t('until', { until: dateTimeVN(issued.endsAt) })}</b>
        </p>
      </div>
      <ol class="voucher-steps">
        <li>{t('s1', { site: location.host })}</li>
        <li>{t('s2')}</li>
        <li>{t('s3')}</li>
      </ol>
      <p class="voucher-keep">{t('keep')}</p>
    </section>
  )
}
