// A draft in this browser: what the server has not been told yet, so that a form goes on without a network
// and after the page is loaded again. It lasts as long as the window (client/of-person.ts); where the
// passcode has opened the vault it is sealed there as well, and is still there when her session has ended.
import { rememberedOfPerson, rememberOfPerson } from '../../../../client/of-person.ts'
import { now } from '../../../../ui/clock.ts'
import { isVaultOpen, openBeside, sealBeside } from '../../vault/vault.ts'
import type { Answers, Filing } from './filing-parts.ts'

export interface KeptFiling {
  /** Whose: the tie's name, or `self`. */
  readonly profile: string
  readonly procedure: string
  readonly draft: string
  readonly filing: Filing
  /** What the server does not have yet. */
  readonly unsaved: Answers
  readonly page: string | null
  readonly keptAt: number
}
type Kept = Readonly<Record<string, KeptFiling>>

const PLACE = 'filing'
/** More are seldom begun at once; the oldest goes, and only what was never sent goes with it. */
const MOST = 8

const keyOf = ({ profile, procedure }: Pick<KeptFiling, 'profile' | 'procedure'>): string =>
  `${profile} ${procedure}`

const ofWindow = (): Kept => {
  try {
    return JSON.parse(rememberedOfPerson(PLACE) ?? '{}') as Kept
  } catch {
    return {}
  }
}
const ofVault = async (): Promise<Kept> =>
  isVaultOpen() ? ((await openBeside<Kept>('filings').catch(() => null)) ?? {}) : {}

const newer = (a: KeptFiling | undefined, b: KeptFiling | undefined): KeptFiling | null =>
  a && b ? (a.keptAt >= b.keptAt ? a : b) : (a ?? b ?? null)

export const keptFiling = async (of: Pick<KeptFiling, 'profile' | 'procedure'>): Promise<KeptFiling | null> =>
  newer(ofWindow()[keyOf(of)], (await ofVault())[keyOf(of)])

const latest = (all: Kept): Kept =>
  Object.fromEntries(
    Object.entries(all)
      .toSorted(([, a], [, b]) => b.keptAt - a.keptAt)
      .slice(0, MOST),
  )

/** Thrown away or filed in this window: what is sealed forgets them too. */
const gone = new Set<string>()
/** Her own alone: a ward's are never kept beyond the window. */
const isSealed = (key: string): boolean => key.startsWith('self ') && !gone.has(key)
let timer = 0
const sealSoon_ms = 400

/** Not at every letter: sealing writes to the phone's store. */
const sealSoon = (): void => {
  clearTimeout(timer)
  timer = window.setTimeout(() => void seal(), sealSoon_ms)
}
const seal = async (): Promise<void> => {
  if (isVaultOpen()) {
    const all = { ...(await ofVault()), ...ofWindow() }
    const left = Object.fromEntries(Object.entries(all).filter(([key]) => isSealed(key)))
    await sealBeside('filings', latest(left)).catch(() => undefined)
  }
}

const write = (all: Kept): void => {
  rememberOfPerson(PLACE, JSON.stringify(latest(all)))
  sealSoon()
}

export const keepFiling = (one: Omit<KeptFiling, 'keptAt'>): void => {
  gone.delete(keyOf(one))
  write({ ...ofWindow(), [keyOf(one)]: { ...one, keptAt: now() } })
}

export const forgetFiling = (of: Pick<KeptFiling, 'profile' | 'procedure'>): void => {
  gone.add(keyOf(of))
  write(Object.fromEntries(Object.entries(ofWindow()).filter(([key]) => key !== keyOf(of))))
}
