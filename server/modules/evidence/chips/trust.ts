/** The anchors and lists of the database, parsed once and kept until the database says that they changed. */
import { readCertificate } from '../../../../formats/emrtd/certificate.ts'
import { isListOf, readRevocationList, type RevocationList } from '../../../../formats/emrtd/crl.ts'
import type { TrustedAuthority, TrustStore } from '../../../../formats/emrtd/trust-chain.ts'
import { newId } from '../../../kernel/id.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { readInstallation, writeInstallation } from '../../../storage/installation.ts'
import { nodeCrypto } from './node-crypto.ts'
import * as store from './store.ts'
import { isTestAuthority } from './test-authority.ts'

const REVISION = 'chip_trust_revision'
/** By revision, which is drawn at random: two databases of one process never meet in one entry. */
const parsed = new Map<string, TrustStore>()
const PARSED_MAX = 8
const empty: TrustStore = { authorities: new Map(), lists: new Map() }

export const trustOf = async (read: Reading): Promise<TrustStore> => {
  const revision = await readInstallation(read, REVISION)
  if (!revision) {
    return empty
  }
  const known = parsed.get(revision)
  if (known) {
    return known
  }
  const made = await parseTrust(read)
  // Whatever was imported between the two reads is of a later revision; this one is then read once more than
  // needed, never less.
  if ((await readInstallation(read, REVISION)) !== revision) {
    return made
  }
  if (parsed.size >= PARSED_MAX) {
    parsed.clear()
  }
  parsed.set(revision, made)
  return made
}

/** Called by whatever changes anchors or lists, in its own transaction. */
export const trustChanged = (work: Work): Promise<unknown> => writeInstallation(work, REVISION, newId())

const parseTrust = async (read: Reading): Promise<TrustStore> => {
  const hasOperator = (await readInstallation(read, 'operator')) !== null
  const anchors = (await store.anchors(read))
    .map(({ certificate, isRoot, state, documents }): TrustedAuthority => ({
      certificate: readCertificate(certificate, 'anchor'),
      isRoot,
      scope: { state, documents },
    }))
    .filter(({ certificate }) => !(hasOperator && isTestAuthority(certificate)))
  const lists = (await store.lists(read)).map(({ list }) => readRevocationList(list))
  const signers = anchors.map(({ certificate }) => certificate)
  return {
    authorities: Map.groupBy(anchors, ({ certificate }) => certificate.subject.canonical),
    lists: Map.groupBy(
      lists.filter((list: RevocationList) => isListOf(nodeCrypto, list, signers)),
      ({ issuer }) => issuer.canonical,
    ),
  }
}
