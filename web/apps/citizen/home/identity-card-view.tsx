// The identity card as the wallet draws it: what it shows is what the issuer signed, and the strip says how
// fresh it is.
import { useNow } from '../../../ui/clock.ts'
import { CredentialCard, type CredentialState } from '../../../ui/credential-card.tsx'
import { dateVN } from '../../../ui/format.ts'
import { phrases } from '../../../ui/phrases.ts'
import type { HeldCard } from '../shell/session.ts'

const t = phrases({
  title: { vi: 'Căn cước', en: 'Identity card' },
  subtitle: { vi: 'Identity card', en: 'Căn cước' },
  birth: { vi: 'Ngày sinh', en: 'Birth date' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  male: { vi: 'Nam', en: 'Male' },
  female: { vi: 'Nữ', en: 'Female' },
})

const stale_ms = 24 * 3_600_000

/** A card not synced for a day, or whose signature could not be checked, asks for it. */
export const stateOf = ({ card, proof }: HeldCard, moment: number): CredentialState =>
  card.state !== 'valid'
    ? card.state
    : proof !== 'verified' || moment - Date.parse(card.syncedAt) > stale_ms
      ? 'needs-sync'
      : 'valid'

export const IdentityCardView = ({ held }: { held: HeldCard }) => {
  const { card } = held
  const state = stateOf(held, useNow(60))
  return (
    <CredentialCard
      title={t('title')}
      subtitle={t('subtitle')}
      holder={card.fullName}
      portrait={card.portrait ?? undefined}
      personalNumber={card.personalNumber}
      level={card.level === 2 ? 2 : 1}
      state={state}
      syncedAt={card.syncedAt}
      facts={[
        { label: t('birth'), value: dateVN(card.birthDate) },
        { label: t('sex'), value: t(card.sex) },
      ]}
    />
  )
}
