// The documents for showing that lie on this phone: sealed beside the card, taken one after another, renewed
// without a word while there is a network.
import type { ViewCredentials } from '../../../../contract/credentials.ts'
import { signerWith, type JwsSigner } from '../../../../formats/jws/algorithms.ts'
import { now } from '../../../ui/clock.ts'
import { ownView } from '../shell/session.ts'
import { fetchCredentials } from './fetch-credentials.ts'
import { keepKeys, keptKeys, openBeside, sealBeside } from './vault.ts'

interface Kept {
  readonly credential: string
  readonly keyName: string
  readonly expiresAt_s: number
  /** Shown to somebody already: again only when there is no other one. */
  readonly isUsed: boolean
}
interface Batch {
  readonly items: readonly Kept[]
  /** From then on they are fetched anew. */
  readonly refreshAt_s: number
}

export interface Taken {
  readonly credential: string
  readonly signer: JwsSigner
  readonly expiresAt_s: number
  readonly isDue: boolean
}

/** So few left, the next ones are fetched before they are needed. */
const FEW = 3

const inForce = ({ items }: Batch): readonly Kept[] =>
  items.filter(({ expiresAt_s }) => expiresAt_s > now() / 1000)

/**
 * One for this showing, never shown before while there is any. Null where none lies here; since when they
 * have run out, where all have.
 */
export const takeCredential = async (): Promise<Taken | { readonly overSince_s: number } | null> => {
  const batch = await openBeside<Batch>('credentials')
  const [first] = batch?.items ?? []
  if (!batch || !first) {
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
  const others = batch.items.filter((one) => one !== next)
  await sealBeside('credentials', { ...batch, items: [...others, { ...next, isUsed: true }] } satisfies Batch)
  const { credential, expiresAt_s } = next
  const isDue = now() / 1000 >= batch.refreshAt_s
  return { credential, signer: signerWith(key, 'ES256'), expiresAt_s, isDue }
}

/** Two who ask at once wait for the same batch. What was taken before it came stays good. */
let underWay: Promise<void> | null = null
export const fetchBatch = (): Promise<void> =>
  (underWay ??= fetchAndKeep().finally(() => {
    underWay = null
  }))

const fetchAndKeep = async (): Promise<void> => {
  const fetched = await fetchCredentials()
  const refreshAt_s = await refreshMoment()
  await keepKeys(new Map(fetched.map(({ keyName, key }) => [keyName, key])))
  const items = fetched.map(({ credential, keyName, expiresAt_s }) => ({
    credential,
    keyName,
    expiresAt_s,
    isUsed: false,
  }))
  await sealBeside('credentials', { items, refreshAt_s } satisfies Batch)
}

type Issued = Awaited<ReturnType<typeof ownView<typeof ViewCredentials>>>['items'][number]

const newestHere = async (): Promise<Issued | null> => {
  const { items } = await ownView<typeof ViewCredentials>('wallet.credentials', {})
  return (
    items
      .filter(({ isThisPhone, wallet, format }) => isThisPhone && wallet === 'own' && format === 'dc+sd-jwt')
      .toSorted((one, other) => other.issuedAt.localeCompare(one.issuedAt))[0] ?? null
  )
}
const refreshMoment = async (): Promise<number> => {
  const newest = await newestHere()
  return newest ? Date.parse(newest.refreshAt) / 1000 : 0
}

type Standing = Issued['state']
/** What the issuer says of what lies here, asked while there is a network. */
export const standingHere = async (): Promise<Standing> => (await newestHere())?.state ?? 'valid'

/** Fetches what is missing, is few, or was revoked by its issuer, such as after a change of a name. */
export const keepCredentialsFresh = async (standing: Standing): Promise<void> => {
  const batch = await openBeside<Batch>('credentials')
  const unused = batch ? inForce(batch).filter(({ isUsed }) => !isUsed) : []
  const isNeeded = !batch || unused.length <= FEW || now() / 1000 >= batch.refreshAt_s
  if (isNeeded || standing === 'revoked') {
    await fetchBatch()
  }
}
