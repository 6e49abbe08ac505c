/** An address as a QR code (ISO/IEC 18004): whole square modules and a quiet zone of four. */
import { create } from 'qrcode'

const QUIET = 4

/** `label`: read out instead of it, already safe in HTML. */
export const codePicture = (address: string, label: string): string => {
  const { modules } = create(address, { errorCorrectionLevel: 'M' })
  const dots: string[] = []
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size; x++) {
      if (modules.get(y, x)) {
        dots.push(`M${x + QUIET} ${y + QUIET}h1v1h-1z`)
      }
    }
  }
  const size = modules.size + 2 * QUIET
  return `<svg class="qr" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" role="img"
 aria-label="${label}"><path fill="#fff" d="M0 0h${size}v${size}H0z"/>
<path fill="#111" d="${dots.join('')}"/></svg>`
}
