// What to do about a portrait that was just taken.
import type { z } from 'zod'
import type { portraitTaken } from '../../../../contract/evidence.ts'
import { hintPhrase } from '../../../kit/portrait/portrait-hints.ts'
import { alert, check, Icon } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'

const t = phrases({
  straight: { vi: 'Nhìn thẳng', en: 'Straight' },
  light: { vi: 'Đủ sáng', en: 'Well lit' },
  sharp: { vi: 'Rõ nét', en: 'Sharp' },
  size: { vi: 'Đủ gần', en: 'Close enough' },
  'not-live': {
    vi: 'Giống ảnh chụp lại từ ảnh. Mời người dân đứng trước máy ảnh.',
    en: 'It looks like a picture of a picture. Ask the person to stand before the camera.',
  },
  'no-match': {
    vi: 'Khuôn mặt khác ảnh trong cơ sở dữ liệu. Chụp lại, nhìn thẳng, bỏ kính.',
    en: 'The face differs from the register. Take it again, straight, without glasses.',
  },
  unsure: {
    vi: 'Chưa chắc là cùng một người. Chụp lại ở chỗ sáng hơn.',
    en: 'Not sure it is one person. Take it again in better light.',
  },
  'no-reference': {
    vi: 'Cơ sở dữ liệu chưa có ảnh để so. Người duyệt thứ hai sẽ xem.',
    en: 'The register has no portrait to compare. A second pair of eyes will look.',
  },
})

export type TakenPortrait = NonNullable<z.infer<typeof portraitTaken>>

/** The four things an officer sees to, each with the server's hints that speak against it. */
const looks = [
  ['straight', ['no-face']],
  ['light', ['too-dark', 'too-bright', 'low-contrast']],
  ['sharp', ['blurred']],
  ['size', ['too-small', 'not-square-enough']],
] as const

/** `noReference`: what follows here when the register has no portrait to compare with. */
export const PortraitHints = ({
  portrait,
  noReference,
}: {
  portrait: TakenPortrait
  noReference?: string
}) => {
  const isExpected = portrait.outcome === 'no-reference' && noReference !== undefined
  return (
    <>
      <ul class="camera-hints">
        {looks.map(([key, against]) => {
          const isFault = portrait.hints.some((hint) => (against as readonly string[]).includes(hint))
          return (
            <li key={key} class={isFault ? 'is-fault' : ''}>
              <Icon of={isFault ? alert : check} size={18} />
              {t(key)}
            </li>
          )
        })}
      </ul>
      {portrait.hints
        .filter((hint) => hint !== 'ok')
        .map((hint) => (
          <Notice key={hint} isQuiet tone="warn">
            {hintPhrase(hint)}
          </Notice>
        ))}
      {portrait.outcome !== 'match' && portrait.outcome !== 'poor' && (
        <Notice isQuiet tone={isExpected ? 'info' : 'warn'}>
          {isExpected ? noReference : t(portrait.outcome)}
        </Notice>
      )}
    </>
  )
}
