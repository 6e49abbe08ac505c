// Which documents can be shown for an errand, or by themselves, from what lies on this phone: the identity
// card first, then each of hers, with its words and what tells it from another one of its kind.
import { useEffect, useState } from 'preact/hooks'
import { readCredential } from '../../../../formats/sd-jwt-vc/read-credential.ts'
import { claimLabel, claimNames, type ClaimName } from '../../../kit/documents/claim-words.ts'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import {
  IDENTITY_CARD,
  keptDocuments,
  timesKept,
  type DocumentName,
  type KeptKind,
} from '../vault/credentials.ts'
import { isVaultOpen } from '../vault/vault.ts'
import type { Errand } from './errands.ts'

const t = phrases({ card: { vi: 'Căn cước', en: 'Identity card' } })

export interface Paper {
  readonly of: DocumentName
  /** Null for the identity card. */
  readonly kind: KeptKind | null
  readonly title: string
  /** Such as the plate: what is written on its face first. */
  readonly sign: string
  readonly show: readonly string[]
}

/** Those that lie on this phone, with what is written on each first. */
export interface Lying {
  readonly of: DocumentName
  readonly kind: KeptKind
  readonly sign: string
}
const readLying = async (): Promise<readonly Lying[]> =>
  Promise.all(
    (await keptDocuments()).map(async ({ of, kind, credential }) => {
      const read = await readCredential(credential)
      const first = read.ok ? read.value.claims[kind.front[0] ?? ''] : undefined
      const sign = Array.isArray(first)
        ? first.join(', ')
        : typeof first === 'object'
          ? ''
          : String(first ?? '')
      return { of, kind, sign }
    }),
  )

/** Read anew when something has come, or the passcode has opened what lies here. */
export const useLying = (): readonly Lying[] => {
  const [lying, set] = useState<readonly Lying[]>([])
  const round = timesKept.use()
  const isOpen = isVaultOpen()
  useEffect(() => {
    let isHere = true
    void readLying().then(
      (read) => isHere && set(read),
      () => undefined,
    )
    return () => {
      isHere = false
    }
  }, [round, isOpen])
  return lying
}

const paperOf = ({ of, kind, sign }: Lying, show: readonly string[]): Paper => ({
  of,
  kind,
  title: inLanguage(kind.title),
  sign,
  show,
})

export const papersFor = (errand: Errand, lying: readonly Lying[]): readonly Paper[] => [
  { of: IDENTITY_CARD, kind: null, title: t('card'), sign: '', show: errand.card },
  ...errand.others.flatMap(({ type, show }) =>
    lying.filter(({ kind }) => kind.id === type).map((one) => paperOf(one, show)),
  ),
]

/** All that one says, but for what is sensitive and what only answers for something else. */
const plainOf = ({ claims }: KeptKind): readonly string[] => [
  'name',
  'birthdate',
  ...claims.filter(({ isSensitive }) => !isSensitive).map(({ name }) => name),
]
export const paperAlone = (of: DocumentName, lying: readonly Lying[]): readonly Paper[] => {
  const found = lying.find((one) => one.of === of)
  return found ? [paperOf(found, plainOf(found.kind))] : []
}

/** One that does not lie here: as the errand shows its kind, or all that it says. */
export const paperFor = (of: DocumentName, kind: KeptKind, errand: Errand | undefined): Paper =>
  paperOf({ of, kind, sign: '' }, errand?.others.find(({ type }) => type === kind.id)?.show ?? plainOf(kind))

const isCardClaim = (name: string): name is ClaimName => claimNames.some((one) => one === name)

/** Null for what has no words: nobody could say what it is. */
export const labelIn = ({ kind }: Paper, name: string): string | null => {
  const words = [...(kind?.claims ?? []), ...(kind?.derived ?? [])].find((one) => one.name === name)?.words
  return words ? inLanguage(words) : isCardClaim(name) ? claimLabel(name) : null
}

/** Of the identity card in the order in which it is read out; what answers for something else is last. */
export const orderIn = ({ kind }: Paper): readonly string[] =>
  kind
    ? ['name', 'birthdate', 'personal_number', ...[...kind.claims, ...kind.derived].map(({ name }) => name)]
    : claimNames

/** What is known with something else that is seen. */
export const saidOtherwise = ({ kind }: Paper): ReadonlySet<string> =>
  new Set(['portrait', 'age_over_18', ...(kind?.derived.map(({ name }) => name) ?? [])])
