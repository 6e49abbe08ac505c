// A text as a QR code, the smallest where it is digits: full square modules and a quiet zone of four, since
// every one that is made smaller or rounder costs a reader (ISO/IEC 18004 §6.3.8).
import './code-picture.css'
import { create } from 'qrcode'
import { useMemo } from 'preact/hooks'

const QUIET = 4

const pathOf = (text: string): { readonly size: number; readonly path: string } => {
  const { modules } = create(/^\d+$/.test(text) ? [{ data: text, mode: 'numeric' }] : text, {
    errorCorrectionLevel: 'L',
  })
  const rows: string[] = []
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size; x++) {
      if (modules.get(y, x)) {
        let end = x + 1
        while (end < modules.size && modules.get(y, end)) {
          end++
        }
        rows.push(`M${x + QUIET} ${y + QUIET}h${end - x}v1H${x + QUIET}z`)
        x = end
      }
    }
  }
  return { size: modules.size + 2 * QUIET, path: rows.join('') }
}

export const CodePicture = ({ text, label }: { text: string; label: string }) => {
  const { size, path } = useMemo(() => pathOf(text), [text])
  return (
    <svg
      class="code-picture"
      viewBox={`0 0 ${size} ${size}`}
      shape-rendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000" d={path} />
    </svg>
  )
}
