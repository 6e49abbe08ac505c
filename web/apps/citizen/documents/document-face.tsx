// A document as a coloured card: its name, how it stands in words and a sign, what its kind puts in front.
import './document-face.css'
import { useNow } from '../../../ui/clock.ts'
import { cx } from '../../../ui/class-names.ts'
import { Icon } from '../../../ui/icons.tsx'
import { inLanguage } from '../../../ui/phrases.ts'
import { Portrait } from '../../../ui/portrait.tsx'
import { documentIcons } from './document-icons.ts'
import { longStanding, shortStanding, standingLooks } from './standing-words.ts'
import { standingOf, valueOf, type Held } from './own-documents.ts'

export const Chip = ({ icon, children, isQuiet }: { icon: string; children: string; isQuiet?: boolean }) => (
  <span class={cx('face-chip', isQuiet && 'is-quiet')}>
    <Icon of={icon} size={15} />
    {children}
  </span>
)

const useStanding = (held: Held) => {
  const at = useNow(60)
  const standing = standingOf(held, at)
  return { at, standing, look: standingLooks[standing] }
}

/** One line of what its kind puts in front; how it stands where that has to be said instead. */
const frontOf = (held: Held): string =>
  held.type.front
    .flatMap((name) => {
      const claim = held.type.claims.find((one) => one.name === name)
      const value = claim && valueOf(held, claim)
      return claim && value !== null && value !== undefined ? [`${inLanguage(claim.words)} ${value}`] : []
    })
    .join(' · ')

export const DocumentStrip = ({ held, href }: { held: Held; href: string }) => {
  const { at, standing, look } = useStanding(held)
  const isPlain = standing === 'valid' || standing === 'expires-soon'
  return (
    <a class={cx('face', 'on-dark', `face-${held.type.colour}`, !isPlain && 'is-doubt')} href={href}>
      <span class="face-head">
        <Icon of={documentIcons[held.type.icon]} size={22} />
        <b>{inLanguage(held.type.title)}</b>
        <Chip icon={look.icon} isQuiet={standing === 'valid'}>
          {shortStanding(held, at)}
        </Chip>
      </span>
      <span class="face-line">{isPlain ? frontOf(held) : longStanding(held, at)}</span>
    </a>
  )
}

export const DocumentFace = ({
  held,
  holder,
  portrait,
}: {
  held: Held
  holder: string
  portrait?: string | null
}) => {
  const { at, standing, look } = useStanding(held)
  const claims = held.type.front.flatMap((name) => held.type.claims.find((one) => one.name === name) ?? [])
  return (
    <article
      class={cx('face', 'face-whole', 'on-dark', `face-${held.type.colour}`)}
      aria-label={`${inLanguage(held.type.title)}, ${holder}`}
    >
      <header class="face-head">
        <Icon of={documentIcons[held.type.icon]} size={26} />
        <h2>{inLanguage(held.type.title)}</h2>
        <Chip icon={look.icon} isQuiet={standing === 'valid'}>
          {shortStanding(held, at)}
        </Chip>
      </header>
      <div class="face-body">
        {portrait && <Portrait name={holder} src={portrait} shape="card" size={64} />}
        <p class="face-holder">{holder}</p>
      </div>
      <dl class="face-facts">
        {claims.map((claim) => {
          const value = valueOf(held, claim)
          return (
            value !== null && (
              <div key={claim.name}>
                <dt>{inLanguage(claim.words)}</dt>
                <dd>{value}</dd>
              </div>
            )
          )
        })}
      </dl>
    </article>
  )
}
