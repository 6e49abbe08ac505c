// The documents for showing that lie on this phone: sealed beside the card, taken one after another, renewed
// without a word while there is a network. Her identity card, and each of her documents of other registers.
import type { DocumentType } from '../../../../contract/document-type.ts'
import type { ViewCredentials } from '../../../../contract/credentials.ts'
import type { ViewDocumentTypes } from '../../../../contract/documents.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { signerWith, type JwsSigner } from '../../../../formats/jws/algorithms.ts'
import { now } from '../../../ui/clock.ts'
import { createStore } from '../../../ui/store.ts'
import { ownView } from '../shell/session.ts'
import { fetchCredentials, type Fetched, type Wanted } from './fetch-credentials.ts'
import { keepKeys, keptKeys, openBeside, sealBeside } from './vault.ts'

interface Item {
  readonly credential: string
  readonly keyName: string
  readonly expiresAt_s: number
  /** Shown to somebody already: again only when there is no other one. */
  readonly isUsed: boolean
}
/** The words of a kind of document, for when there is no network. */
export type KeptKind = Pick<DocumentType, 'id' | 'title' | 'claims' | 'derived' | 'front'>
interface Batch {
  readonly identifier: string
  readonly of: DocumentName
  /** Null for the identity card, whose words the app has. */
  readonly kind: KeptKind | null
  readonly items: readonly Item[]
  /** From then on they are fetched anew. */
  readonly refreshAt_s: number
}

/** The identity card, or a document of another register by its id. */
export type DocumentName = string
export const IDENTITY_CARD: DocumentName = 'identity-card'
const CARD_IDENTIFIER = 'identity-card-sd-jwt'

export interface Taken {
  readonly credential: string
  readonly signer: JwsSigner
  readonly expiresAt_s: number
  readonly isDue: boolean
}

/** The issuer's own bound for one request; and of what is shown more seldom. */
const OF_THE_CARD = 10
const OF_ANOTHER = 4
const countOf = (identifier: string): number => (identifier === CARD_IDENTIFIER ? OF_THE_CARD : OF_ANOTHER)
/** So few left, the next ones are fetched before they are needed. */
const fewOf = (identifier: string): number => (identifier === CARD_IDENTIFIER ? 3 : 1)

const inForce = ({ items }: Batch): readonly Item[] =>
  items.filter(({ expiresAt_s }) => expiresAt_s > now() / 1000)

/** So that a page which shows what lies here looks again. */
export const timesKept = createStore(0)

/** What an earlier version kept in another form is fetched anew. */
const keptBatches = async (): Promise<readonly Batch[]> => {
  const kept = await openBeside<{ readonly batches?: readonly Batch[] }>('credentials')
  return kept?.batches ?? []
}
const keep = (batches: readonly Batch[]): Promise<void> => sealBeside('credentials', { batches })

/** Which documents of other registers lie here, and in words which. */
export const keptDocuments = async (): Promise<
  readonly { readonly of: DocumentName; readonly kind: KeptKind; readonly credential: string }[]
> =>
  (await keptBatches()).flatMap(({ of, kind, items: [first] }) =>
    kind && first ? [{ of, kind, credential: first.credential }] : [],
  )

/** One after another, or what one has marked as shown another would write over. */
let turn: Promise<unknown> = Promise.resolve()
const inTurn = <T>(change: () => Promise<T>): Promise<T> => {
  const changed = turn.then(change)
  turn = changed.catch(() => undefined)
  return changed
}

/**
 * What could be shown now, for her own eyes, the identity card first: none is used up by that. `isOver`: the
 * card lies here, and has run out.
 */
export const lookAtCredentials = async (): Promise<{
  readonly lying: readonly { readonly of: DocumentName; readonly credential: string }[]
  readonly isOver: boolean
}> => {
  const batches = await keptBatches()
  const lying = batches.flatMap((batch) =>
    inForce(batch)
      .slice(0, 1)
      .map(({ credential }) => ({ of: batch.of, credential })),
  )
  const isCard = ({ of }: { readonly of: DocumentName }): boolean => of === IDENTITY_CARD
  return {
    lying: lying.toSorted((one, other) => Number(isCard(other)) - Number(isCard(one))),
    isOver: batches.some(isCard) && !lying.some(isCard),
  }
}

/**
 * One for this showing, never shown before while there is any. Null where none lies here; since when they
 * have run out, where all have.
 */
export const takeCredential = (of: DocumentName): Promise<Taken | { readonly overSince_s: number } | null> =>
  inTurn(() => take(of))

const take = async (of: DocumentName): Promise<Taken | { readonly overSince_s: number } | null> => {
  const batches = await keptBatches()
  const batch = batches.find((one) => one.of === of)
  if (!batch || batch.items.length === 0) {
    return null
  }
  const usable = inForce(batch)
  const next = usable.find(({ isUsed }) => !isUsed) ?? usable[0]
  if (!next) {
    return { overSince_s: Math.max(...batch.items.map(({ expiresAt_s }) => expiresAt_s)) }
  }
  const key = (await keptKeys()).get(next.keyName)
  if (!key) {
    return null
  }
  // What was used goes behind the others, so that the one used longest ago is the next to be used again.
  const items = [...batch.items.filter((one) => one !== next), { ...next, isUsed: true }]
  await keep(batches.map((one) => (one === batch ? { ...batch, items } : one)))
  const { credential, expiresAt_s } = next
  const isDue = now() / 1000 >= batch.refreshAt_s
  return { credential, signer: signerWith(key, 'ES256'), expiresAt_s, isDue }
}

type View = OutputOf<typeof ViewCredentials>
type Issued = View['items'][number]
const askIssuer = (): Promise<View> => ownView<typeof ViewCredentials>('wallet.credentials', {})

const newestHere = ({ items }: View, of: DocumentName): Issued | null =>
  items
    .filter(({ isThisPhone, wallet, format }) => isThisPhone && wallet === 'own' && format === 'dc+sd-jwt')
    .filter(({ documentId }) => (documentId ?? IDENTITY_CARD) === of)
    .toSorted((one, other) => other.issuedAt.localeCompare(one.issuedAt))[0] ?? null

type Standing = Issued['state']
/** What the issuer says of what lies here, asked while there is a network. */
export const standingHere = async (of: DocumentName): Promise<Standing> =>
  newestHere(await askIssuer(), of)?.state ?? 'valid'

export const standingsHere = async (
  ofs: readonly DocumentName[],
): Promise<ReadonlyMap<DocumentName, Standing>> => {
  const view = await askIssuer()
  return new Map(ofs.map((of) => [of, newestHere(view, of)?.state ?? 'valid']))
}

/** Of those whose words do not lie here yet. */
const kindsFor = async (
  wanted: readonly Wanted[],
  batches: readonly Batch[],
): Promise<ReadonlyMap<string, KeptKind>> => {
  const known = batches.filter(({ kind }) => kind !== null).map(({ identifier }) => identifier)
  if (wanted.every(({ identifier }) => identifier === CARD_IDENTIFIER || known.includes(identifier))) {
    return new Map()
  }
  const { types } = await ownView<typeof ViewDocumentTypes>('documents.types', {})
  return new Map(
    types.map(({ id, title, claims, derived, front }) => [id, { id, title, claims, derived, front }]),
  )
}

/** The identity card first: it must come. */
const wantedOf = (view: View, batches: readonly Batch[]): readonly Wanted[] => {
  const few = batches.filter(
    (one) =>
      newestHere(view, one.of)?.state === 'valid' &&
      inForce(one).filter(({ isUsed }) => !isUsed).length <= fewOf(one.identifier),
  )
  const missing = view.due.map(({ identifier }) => identifier)
  // What the issuer thinks is here, and is not, such as after the passcode was changed.
  const lost = view.items
    .filter(({ isThisPhone, wallet, format, state }) => {
      return isThisPhone && wallet === 'own' && format === 'dc+sd-jwt' && state === 'valid'
    })
    .filter(({ documentId }) => !batches.some(({ of }) => of === (documentId ?? IDENTITY_CARD)))
    .map(({ type, documentId }) => `${type}-sd-jwt${documentId === null ? '' : `.${documentId}`}`)
  return [...new Set([...missing, ...few.map(({ identifier }) => identifier), ...lost])]
    .toSorted((one, other) => Number(other === CARD_IDENTIFIER) - Number(one === CARD_IDENTIFIER))
    .map((identifier) => ({ identifier, count: countOf(identifier) }))
}

const itemsOf = (fetched: readonly Fetched[]): readonly Item[] =>
  fetched.map(({ credential, keyName, expiresAt_s }) => {
    return { credential, keyName, expiresAt_s, isUsed: false }
  })

const documentIn = (identifier: string): DocumentName => identifier.split('.')[1] ?? IDENTITY_CARD
const typeIn = (identifier: string): string => (identifier.split('.')[0] ?? '').replace(/-sd-jwt$/, '')

/** What was taken back and does not come anew is nothing to show any more. */
const standing = (view: View, batches: readonly Batch[]): readonly Batch[] =>
  batches.filter(({ of }) => newestHere(view, of)?.state !== 'revoked')

const fetchAndKeep = async (): Promise<void> => {
  const before = await keptBatches()
  const view = await askIssuer()
  const wanted = wantedOf(view, before)
  if (wanted.length === 0) {
    const isAllStanding = standing(view, before).length === before.length
    return isAllStanding ? undefined : keepAll(view, [], new Map())
  }
  const fetched = await fetchCredentials(wanted, CARD_IDENTIFIER)
  const [after, kinds] = await Promise.all([askIssuer(), kindsFor(wanted, before)])
  const fresh = [...fetched].map(([identifier, got]): Batch => {
    const of = documentIn(identifier)
    const kind = kinds.get(typeIn(identifier)) ?? before.find((one) => one.of === of)?.kind ?? null
    const refreshAt = newestHere(after, of)?.refreshAt
    const refreshAt_s = refreshAt ? Date.parse(refreshAt) / 1000 : 0
    return { identifier, of, kind, items: itemsOf(got), refreshAt_s }
  })
  await keepAll(after, fresh, fetched)
}

/** With the keys of what stays and of what came, and no other. */
const keepAll = (
  view: View,
  fresh: readonly Batch[],
  fetched: ReadonlyMap<string, readonly Fetched[]>,
): Promise<void> =>
  inTurn(async () => {
    // As it lies here now: something may have been shown since.
    const stays = standing(view, await keptBatches()).filter(({ of }) => !fresh.some((one) => one.of === of))
    const batches = [...stays, ...fresh]
    const keys = new Map(await keptKeys())
    for (const { keyName, key } of [...fetched.values()].flat()) {
      keys.set(keyName, key)
    }
    const names = new Set(batches.flatMap(({ items }) => items.map(({ keyName }) => keyName)))
    await keepKeys(new Map([...keys].filter(([name]) => names.has(name))))
    await keep(batches)
    timesKept.set(timesKept.get() + 1)
  })

/** Two who ask at once wait for the same. What was taken before it came stays good. */
let underWay: Promise<void> | null = null
/**
 * Fetches what is missing, is few, is old, or was revoked by its issuer, such as after a change of a name.
 * Throws Problem.
 */
export const keepCredentialsFresh = (): Promise<void> =>
  (underWay ??= fetchAndKeep().finally(() => {
    underWay = null
  }))
