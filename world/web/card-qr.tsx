// The QR code printed on a person's card, to be photographed or kept as a picture. The drawing code is
// fetched only when it is needed.
import { useEffect, useState } from 'preact/hooks'
import { Dialog } from '../../web/ui/dialog.tsx'
import { download, Icon } from '../../web/ui/icons.tsx'
import { phrases } from '../../web/ui/phrases.ts'
import type { CastMember } from './world.ts'

const t = phrases({
  show: { vi: 'của {name}, phóng to', en: 'of {name}, enlarge' },
  caption: { vi: 'QR trên thẻ', en: 'QR on the card' },
  title: { vi: 'Mã QR trên thẻ của {name}', en: 'QR code on the card of {name}' },
  use: {
    vi: 'Đưa mã này trước máy ảnh của điện thoại, hoặc lưu ảnh rồi chọn trong ứng dụng ở bước quét thẻ.',
    en: "Hold it before the phone's camera, or keep the picture and choose it in the app where it scans the card.",
  },
  keep: { vi: 'Lưu ảnh mã QR (PNG)', en: 'Keep the code as a picture (PNG)' },
})

const draw = async (text: string) => {
  const { default: qrcode } = await import('qrcode')
  const svg = await qrcode.toString(text, { type: 'svg', margin: 4, errorCorrectionLevel: 'M' })
  const png = await qrcode.toDataURL(text, { width: 720, margin: 4, errorCorrectionLevel: 'M' })
  return { svg: `data:image/svg+xml,${encodeURIComponent(svg)}`, png }
}

export const CardQr = ({ member, text }: { member: CastMember; text: string }) => {
  const [drawn, setDrawn] = useState<{ svg: string; png: string } | null>(null)
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    let isHere = true
    setDrawn(null)
    draw(text).then(
      (made) => {
        if (isHere) {
          setDrawn(made)
        }
      },
      () => undefined,
    )
    return () => {
      isHere = false
    }
  }, [text])
  const { name } = member
  return (
    <>
      <button type="button" class="card-qr" onClick={() => setOpen(true)}>
        {drawn ? <img src={drawn.svg} alt="" /> : <i />}
        <span>
          {t('caption')}
          <span class="unseen"> {t('show', { name })}</span>
        </span>
      </button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={t('title', { name })}>
        {drawn && <img class="card-qr-large" src={drawn.svg} alt={t('title', { name })} />}
        <p>{t('use')}</p>
        {drawn && (
          <a class="button button-secondary button-wide" href={drawn.png} download={`the-${member.id}.png`}>
            <Icon of={download} size={22} />
            <span>{t('keep')}</span>
          </a>
        )}
      </Dialog>
    </>
  )
}
