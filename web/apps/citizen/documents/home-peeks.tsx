// Under the identity card at home: her documents as they were last kept on this phone, so that nothing is
// asked of anybody and no line is left for a look at the wallet's first page.
import { useEffect, useState } from 'preact/hooks'
import { useNow } from '../../../ui/clock.ts'
import { CredentialPeek, type CredentialKind } from '../../../ui/credential-card.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import { openBeside } from '../vault/vault.ts'
import { documentIcons } from './document-icons.ts'
import { byKind, standingOf, type Documents, type Held } from './own-documents.ts'
import { shortStanding } from './standing-words.ts'

const t = phrases({ several: { vi: '{title} · {count} thẻ', en: '{title} · {count} cards' } })

const colours: Readonly<Record<Held['type']['colour'], CredentialKind>> = {
  jade: 'identity',
  gold: 'licence',
  slate: 'vehicle',
  blue: 'insurance',
  plum: 'passport',
  green: 'health',
  red: 'student',
}
/** More would push what is to be done off the screen; all of them are one press away. */
const MOST = 4

/** What needs something first, and of one kind the document that needs it. */
const urgency = (held: Held, at: number): number => (standingOf(held, at) === 'valid' ? 1 : 0)

const Peek = ({ held }: { held: readonly Held[] }) => {
  const at = useNow(60)
  const [first] = held.toSorted((a, b) => urgency(a, at) - urgency(b, at))
  if (!first) {
    return null
  }
  const title = inLanguage(first.type.title)
  const isOne = held.length === 1
  return (
    <CredentialPeek
      kind={colours[first.type.colour]}
      icon={documentIcons[first.type.icon]}
      title={isOne ? title : t('several', { title, count: held.length })}
      note={shortStanding(first, at)}
      href={hrefTo(isOne ? `/documents/${first.own.id}` : '/documents')}
    />
  )
}

export default function HomePeeks() {
  const [kept, keep] = useState<Documents | null>(null)
  useEffect(() => {
    void openBeside<Documents>('documents').then(keep, () => undefined)
  }, [])
  const at = useNow(60)
  const kinds = byKind(kept?.held ?? []).toSorted(
    ([a], [b]) => (a ? urgency(a, at) : 1) - (b ? urgency(b, at) : 1),
  )
  return (
    <>
      {kinds.slice(0, MOST).map((held) => (
        <Peek key={held[0]?.type.id} held={held} />
      ))}
    </>
  )
}
