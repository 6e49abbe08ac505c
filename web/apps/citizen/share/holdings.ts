// The documents on this phone that can answer a party: what they say, read without using one up, and which of
// them are on hold.
import { readCredential } from '../../../../formats/sd-jwt-vc/read-credential.ts'
import { asProblem, type Problem } from '../../../client/problem.ts'
import { isReachable } from '../../../client/reachability.ts'
import {
  IDENTITY_CARD,
  keepCredentialsFresh,
  lookAtCredentials,
  standingsHere,
  type DocumentName,
} from '../vault/credentials.ts'
import { isVaultOpen } from '../vault/vault.ts'
import { typeOfKind, type Holding } from './asked.ts'

interface Ready {
  readonly is: 'ready'
  readonly held: readonly Holding[]
  /** Kinds of documents that are here and may not be shown for now. */
  readonly onHold: readonly string[]
}
export type Holdings =
  | { readonly is: 'passcode' | 'level-too-low' | 'none' | 'over' | 'held' | 'revoked' }
  | { readonly is: 'refused'; readonly problem: Problem }
  | Ready

const holdingOf = async ({
  of,
  credential,
}: {
  of: DocumentName
  credential: string
}): Promise<readonly Holding[]> => {
  const read = await readCredential(credential)
  const type = read.ok ? typeOfKind(read.value.vct) : null
  if (!read.ok || type === null) {
    return []
  }
  const { vct, claims, holderKey } = read.value
  const isBound = holderKey !== null
  return [{ of, type, format: 'dc+sd-jwt', kinds: [vct], isBound, authorities: [], claims }]
}

const lookHere = async (): Promise<Holdings> => {
  const { lying, isOver } = await lookAtCredentials()
  const held = (await Promise.all(lying.map(holdingOf))).flat()
  return held.some(({ of }) => of === IDENTITY_CARD)
    ? { is: 'ready', held, onHold: [] }
    : { is: isOver ? 'over' : 'none' }
}

/** What its issuer has held or taken back is not offered to anybody. */
const withoutHeld = async (here: Holdings): Promise<Holdings> => {
  if (here.is !== 'ready') {
    return here
  }
  const standings = await standingsHere(here.held.map(({ of }) => of))
  const card = standings.get(IDENTITY_CARD)
  if (card === 'held' || card === 'revoked') {
    return { is: card }
  }
  const isHeld = ({ of }: Holding): boolean => standings.get(of) === 'held'
  return {
    is: 'ready',
    held: here.held.filter(({ of }) => standings.get(of) === 'valid'),
    onHold: here.held.filter(isHeld).map(({ type }) => type),
  }
}

const refusalOf = (problem: Problem, here: Holdings): Holdings => {
  if (problem.isOfNetwork) {
    return here
  }
  const { code } = problem
  return code === 'credentials.level-too-low'
    ? { is: 'level-too-low' }
    : code === 'account.locked'
      ? { is: 'held' }
      : { is: 'refused', problem }
}

/** Whether what lies here still holds is asked before anything is promised to a party. */
export const openHoldings = async (level: number): Promise<Holdings> => {
  if (level < 2) {
    return { is: 'level-too-low' }
  }
  if (!isVaultOpen()) {
    return { is: 'passcode' }
  }
  if (!isReachable()) {
    return lookHere()
  }
  try {
    await keepCredentialsFresh()
    return await withoutHeld(await lookHere())
  } catch (error) {
    return refusalOf(asProblem(error), await lookHere())
  }
}
