/**
 * The register of parties. Read anew each time, one row: what the operator suspends has lost its word with
 * the next question.
 */
import { partyFile, type PartyFile } from '../../../../contract/party.ts'
import { now } from '../../../kernel/clock.ts'
import { dayInVietnam, inForce } from '../../../kernel/policy.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import type { Party } from './party.ts'
import * as store from './parties-store.ts'
import { certificateFaults, certificatesOf } from './read-certificates.ts'
import { leastSystemLevel } from './rules.ts'

const partyOf = (row: store.PartyRow): Party => ({
  file: partyFile.parse(row.definition),
  state: row.state,
  stateSince: row.state_since,
  stateWhy: row.state_why,
})

/** The claims of each kind of document that can be asked for, by the kind's id. */
export type AskableClaims = ReadonlyMap<string, ReadonlySet<string>>

/** What is wrong with a file, in English for the operator; empty when nothing is. Its form is read before. */
export const faultsOf = (file: PartyFile, askable: AskableClaims, at: Date): readonly string[] => {
  const least = inForce(leastSystemLevel, at)
  return [
    ...(file.systemLevel < least
      ? [`systemLevel: ${least} at least is needed to be connected directly (Decree 69/2024/ND-CP art. 18)`]
      : []),
    ...(file.agreement.until < dayInVietnam(at) ? ['agreement: it is over already'] : []),
    ...(file.returnsTo.some((page) => !page.startsWith('https:'))
      ? ["returnsTo: https is needed; only the demo world's own parties are without"]
      : []),
    ...certificateFaults(file, at),
    ...file.purposes.flatMap(({ id, asks }) =>
      asks.flatMap(({ type, claims }) => {
        const known = askable.get(type)
        return known
          ? claims
              .filter((claim) => !known.has(claim))
              .map((claim) => `purposes: ${id} asks for ${claim}, which is none of ${type}`)
          : [`purposes: ${id} asks for ${type}, which is no kind of document here`]
      }),
    ),
  ]
}

export type Added = 'added' | 'version-there' | 'ended' | 'certificate-of-another'

/** A file without faults. Its certificates take the place of the earlier version's. */
export const addParty = async (work: Work, file: PartyFile): Promise<Added> => {
  const before = await store.lock(work, file.id)
  const known = before && partyOf(before)
  if (known?.state === 'ended') {
    return 'ended'
  }
  if (known && known.file.version >= file.version) {
    return 'version-there'
  }
  await store.forgetCertificates(work, file.id)
  for (const certificate of certificatesOf(file)) {
    if (!(await store.addCertificate(work, file.id, certificate))) {
      return 'certificate-of-another'
    }
  }
  await store.put(work, { id: file.id, version: file.version, definition: file, at: now() })
  return 'added'
}

/** False when there is none of this name, or it is in no state from which this can follow. */
const change = async (
  work: Work,
  id: string,
  { from, to, why }: { from: readonly Party['state'][]; to: Party['state']; why: string | null },
): Promise<boolean> => {
  const row = await store.lock(work, id)
  if (!row || !from.includes(row.state)) {
    return false
  }
  await store.setState(work, id, { state: to, why, at: now() })
  return true
}
export const suspendParty = (work: Work, id: string, why: string): Promise<boolean> =>
  change(work, id, { from: ['active', 'suspended'], to: 'suspended', why })
export const resumeParty = (work: Work, id: string): Promise<boolean> =>
  change(work, id, { from: ['suspended'], to: 'active', why: null })
/** For good: a name that was ended is never registered again. */
export const endParty = (work: Work, id: string, why: string | null): Promise<boolean> =>
  change(work, id, { from: ['active', 'suspended'], to: 'ended', why })

export const findParty = async (read: Reading, id: string): Promise<Party | null> => {
  const row = await store.find(read, id)
  return row ? partyOf(row) : null
}
/** `digest`: SHA-256 of the signer's certificate. */
export const partyOfCertificate = async (read: Reading, digest: Buffer): Promise<Party | null> => {
  const row = await store.findByCertificate(read, digest)
  return row ? partyOf(row) : null
}
const SHARED_BY = 20
/** A platform may answer for several parties under one host. */
export const partiesOfHost = async (read: Reading, host: string): Promise<readonly Party[]> =>
  (await store.findByName(read, host, SHARED_BY)).map(partyOf)
/** In the order of their names. */
export const partiesAfter = async (read: Reading, after: string, most: number): Promise<readonly Party[]> =>
  (await store.pageAfter(read, after, most)).map(partyOf)
