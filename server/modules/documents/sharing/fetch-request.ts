/**
 * The request behind a link (OpenID4VP 1.0 §5.10; RFC 9101 §5.2) or a printed code: fetched from the party's
 * own address and nowhere else.
 */
import type { OpenSharing } from '../../../../contract/sharing.ts'
import type { InputOf } from '../../../../contract/operation.ts'
import { newSecret } from '../../../kernel/id.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Reading } from '../../../kernel/work.ts'
import { findParty, partiesOfHost, partyOfCertificate } from '../../registry/parties/known-parties.ts'
import { mayAskNow, type Party } from '../../registry/parties/party.ts'
import type { CameBy, Way } from './judge-request.ts'
import { askParty, isOwnOrigin, type PartyQuestion } from './party-line.ts'

const REQUEST_MEDIA = 'application/oauth-authz-req+jwt'
const NONCE_BYTES = 24

export interface Fetched {
  readonly text: string
  readonly came: CameBy
  /** Whose printed code it was: nobody else may stand behind it. Null where the link names who asks. */
  readonly onlyOf: string | null
}
type Wanted = InputOf<typeof OpenSharing>

/** Throws `sharing.party-suspended`, `sharing.way-not-agreed`. */
const mustMayAsk = (party: Party, way: Way, at: Date): void => {
  if (!mayAskNow(party, at)) {
    throw problem('sharing.party-suspended')
  }
  if (!party.file.ways.includes(way)) {
    throw problem('sharing.way-not-agreed')
  }
}

/** Throws `sharing.party-silent`, `sharing.request-wrong`. */
const fetchText = async (party: Party, question: PartyQuestion, at: Date): Promise<string> => {
  const asked = await askParty(party.file, { ...question, isTyped: true }, at)
  const isInTrouble =
    asked.is === 'full' ||
    (asked.is === 'silent' && asked.why !== 'record') ||
    (asked.is === 'answered' && asked.answer.status >= 500)
  if (isInTrouble) {
    throw problem('sharing.party-silent')
  }
  if (asked.is === 'silent' || asked.answer.status !== 200 || asked.answer.type !== REQUEST_MEDIA) {
    throw problem('sharing.request-wrong')
  }
  return asked.answer.text.trim()
}

const namedBy = async (read: Reading, clientId: string): Promise<readonly Party[]> => {
  const [, prefix, rest = ''] = /^(x509_hash|x509_san_dns):(.+)$/.exec(clientId) ?? []
  if (prefix === 'x509_san_dns') {
    return partiesOfHost(read, rest.toLowerCase())
  }
  const party = prefix ? await partyOfCertificate(read, Buffer.from(rest, 'base64url')) : null
  return party ? [party] : []
}

const fetchByLink = async (
  read: Reading,
  { clientId, requestUri, method }: Extract<Wanted, { from: 'link' }>,
  at: Date,
): Promise<Fetched> => {
  const named = await namedBy(read, clientId)
  if (named.length === 0) {
    throw problem('sharing.party-unknown')
  }
  const party = named.find(({ file }) => isOwnOrigin(file, requestUri))
  if (!party) {
    throw problem('sharing.request-wrong')
  }
  mustMayAsk(party, 'link', at)
  const walletNonce = method === 'post' ? newSecret(NONCE_BYTES).toString('base64url') : null
  const body = walletNonce === null ? null : new URLSearchParams({ wallet_nonce: walletNonce }).toString()
  const text = await fetchText(
    party,
    {
      url: requestUri,
      method: body === null ? 'GET' : 'POST',
      accept: REQUEST_MEDIA,
      ...(body !== null && { body: { type: 'application/x-www-form-urlencoded', text: body } }),
    },
    at,
  )
  return { text, came: { way: 'link', clientId, walletNonce, personalNumber: null }, onlyOf: null }
}

const fetchForPlace = async (
  read: Reading,
  { party: id, place }: Extract<Wanted, { from: 'printed' }>,
  at: Date,
): Promise<Fetched> => {
  const party = await findParty(read, id)
  if (!party) {
    throw problem('sharing.party-unknown')
  }
  mustMayAsk(party, 'printed', at)
  const url = party.file.printedAt
  if (url === null) {
    throw problem('sharing.way-not-agreed')
  }
  const body = { type: 'application/json', text: JSON.stringify({ place }) }
  const text = await fetchText(party, { url, method: 'POST', accept: REQUEST_MEDIA, body }, at)
  return {
    text,
    came: { way: 'printed', clientId: null, walletNonce: null, personalNumber: null },
    onlyOf: id,
  }
}

/** Outside of any transaction: it asks the party. */
export const fetchRequest = (read: Reading, wanted: Wanted, at: Date): Promise<Fetched> =>
  wanted.from === 'link' ? fetchByLink(read, wanted, at) : fetchForPlace(read, wanted, at)
