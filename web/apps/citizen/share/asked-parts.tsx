// The rows of a consent: what the party must have, and what is hers to give or keep, each with what it would
// see.
import type { ComponentChildren } from 'preact'
import { GroupHead, Row, Rows } from '../../../ui/card.tsx'
import { Icon, lock } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { Switch } from '../../../ui/switch.tsx'
import type { AskedClaim, Part } from './asked.ts'
import {
  claimHead,
  claimTitle,
  claimValue,
  insteadOf,
  isSame,
  isSensitive,
  pictureOf,
  typeTitle,
  type Types,
} from './claim-text.ts'

const t = phrases({
  must: { vi: 'Bắt buộc', en: 'Required' },
  needed: { vi: 'Cần có', en: 'Required' },
  yours: { vi: 'Bạn quyết định', en: 'You decide' },
  off: { vi: 'Mặc định tắt', en: 'Off unless you turn it on' },
  kept: { vi: 'Không chia sẻ', en: 'Not shared' },
  keptAnswer: { vi: '{what}: không chia sẻ', en: '{what}: not shared' },
  sensitive: { vi: 'Nhạy cảm', en: 'Sensitive' },
  derived: { vi: '{what} không được gửi', en: 'Not sent: {what}' },
  picture: { vi: 'Ảnh trong căn cước', en: 'The picture of your card' },
  holds: { vi: 'Bạn có giấy tờ này', en: 'You hold this document' },
})

interface PartProps {
  readonly part: Part
  readonly types: Types
  /** All that she gives as it stands now: what is told beside it is kept back no more. */
  readonly given: readonly Part[]
}

const Head = ({ part: { claims, holds }, types }: Pick<PartProps, 'part' | 'types'>) => {
  const heads = [
    ...claims.map((claim) => claimHead(claim, types)),
    ...holds.map((type) => typeTitle(type, types)),
  ]
  return (
    <span class="claim-head">
      {heads.join(', ')}
      {claims.some((claim) => isSensitive(claim, types)) && <Pill tone="gold">{t('sensitive')}</Pill>}
    </span>
  )
}

/** Null where the claim stands for nothing, or that is given as well. */
const keptBack = (claim: AskedClaim, { types, given }: PartProps): string | null => {
  const name = insteadOf(claim, types)
  const from = { type: claim.type, name: name ?? '' }
  const isGiven = given.some(({ claims }) => claims.some((other) => isSame(other, from)))
  return name === null || isGiven ? null : t('derived', { what: claimTitle(from, types) })
}

const Value = (props: PartProps) => {
  const { part, types } = props
  return (
    <span class="claim-value">
      {part.claims.map((claim) => {
        const picture = pictureOf(claim)
        const back = keptBack(claim, props)
        return (
          <span key={`${claim.type} ${claim.name}`}>
            {picture ? (
              <img src={picture} alt={t('picture')} width={60} height={76} />
            ) : (
              claimValue(claim, types)
            )}
            {back !== null && <em>{back}</em>}
          </span>
        )
      })}
      {part.holds.map((type) => (
        <span key={type}>{t('holds')}</span>
      ))}
    </span>
  )
}

/** Under the name of its document where more than one is asked for. */
const ByDocument = ({
  parts,
  types,
  children,
}: {
  parts: readonly Part[]
  types: Types
  children: (part: Part) => ComponentChildren
}) => {
  const groups = [...Map.groupBy(parts, ({ type }) => type)]
  return (
    <>
      {groups.map(([type, those]) => (
        <div key={type} class="stack">
          {groups.length > 1 && <h3 class="document-name">{typeTitle(type, types)}</h3>}
          <Rows label={typeTitle(type, types)}>{those.map(children)}</Rows>
        </div>
      ))}
    </>
  )
}

export const Required = ({
  retention,
  parts,
  types,
  given,
}: {
  retention: string
  parts: readonly Part[]
  types: Types
  given: readonly Part[]
}) => (
  <>
    <GroupHead title={t('must')} aside={retention} />
    <ByDocument parts={parts} types={types}>
      {(part) => (
        <Row
          key={part.key}
          isValue
          title={<Head part={part} types={types} />}
          detail={<Value part={part} types={types} given={given} />}
          end={
            <>
              <Icon of={lock} size={18} />
              {t('needed')}
            </>
          }
        />
      )}
    </ByDocument>
  </>
)

/** An answer is named also while it is not given: its head says only what it stands for. */
const keptText = ({ claims }: Part, types: Types): string => {
  const answers = claims.filter((claim) => insteadOf(claim, types) !== null)
  return answers.length > 0
    ? t('keptAnswer', { what: answers.map((claim) => claimTitle(claim, types)).join(', ') })
    : t('kept')
}

export const Optional = ({
  parts,
  types,
  given,
  chosen,
  onSwitch,
}: {
  parts: readonly Part[]
  types: Types
  given: readonly Part[]
  chosen: ReadonlySet<string>
  onSwitch: (part: Part, isOn: boolean) => void
}) => (
  <>
    <GroupHead title={t('yours')} aside={t('off')} />
    <ByDocument parts={parts} types={types}>
      {(part) => {
        const isOn = chosen.has(part.key)
        return (
          <Switch
            key={part.key}
            isValue
            label={<Head part={part} types={types} />}
            detail={
              isOn ? (
                <Value part={part} types={types} given={given} />
              ) : (
                <span class="is-kept">{keptText(part, types)}</span>
              )
            }
            isOn={isOn}
            onSwitch={(wanted) => onSwitch(part, wanted)}
          />
        )
      }}
    </ByDocument>
  </>
)
