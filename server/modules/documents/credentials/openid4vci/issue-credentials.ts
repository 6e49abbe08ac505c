/**
 * The credential endpoint (OpenID4VCI 1.0 §8): a document for each key that the wallet proves. What the
 * source says and whether the proofs hold is looked at before the transaction; what must stand is held within
 * it.
 */
import { IssueCredentials } from '../../../../../contract/credentials.ts'
import type { InputOf } from '../../../../../contract/operation.ts'
import { holderOf, type Citizen } from '../../../../kernel/actor.ts'
import { citizenHerself } from '../../../../kernel/permit.ts'
import { mustBeInside } from '../../../../kernel/limit.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import type { Reading, Work } from '../../../../kernel/work.ts'
import { findAccount } from '../../../people/accounts/open-account.ts'
import { validDocuments } from '../../integration/kept-document.ts'
import {
  readIdentifier,
  type Concerned,
  type CredentialConfiguration,
  type CredentialContent,
} from '../credential-type.ts'
import { issuingLimits } from '../rules.ts'
import { ruleFor } from '../issuing/issuable.ts'
import { issueBatch } from '../issuing/issue-batch.ts'
import { listsFor } from '../status/draw-places.ts'
import { configurationNamed } from '../types.ts'
import { doorLimit } from './door-limit.ts'
import { readEncryption } from './encrypt-response.ts'
import { tokenDigest } from './give-token.ts'
import { mustStand } from './must-stand.ts'
import { spendNonce } from './nonce.ts'
import * as store from './offer-store.ts'
import { readProofs, type ProvenKeys } from './read-proofs.ts'

const DAY_S = 86_400
const PURPOSE_OF = { own: 'credentials-issued', other: 'credentials-issued-elsewhere' } as const

/** Throws where the token is not known any more. */
const offerFor = async (
  read: Reading,
  tools: Tools,
  { access_token }: InputOf<typeof IssueCredentials>,
  { actor, at }: { readonly actor: Citizen; readonly at: Date },
): Promise<store.OfferRow> => {
  const offer = await store.offerOfToken(read, tokenDigest(tools, access_token), at)
  if (
    offer?.subject_id !== actor.subjectId ||
    (offer.holder_id ?? offer.subject_id) !== holderOf(actor) ||
    offer.tie_id !== (actor.by?.tieId ?? null)
  ) {
    throw problem('credentials.token-wrong')
  }
  return offer
}

interface Wanted {
  readonly configuration: CredentialConfiguration
  readonly documentId: string | null
}

/** By the configuration alone there must be one such document, or it is not known which is meant. */
const onlyOne = async (
  read: Reading,
  { type }: CredentialConfiguration,
  subjectId: string,
): Promise<string | null> => {
  if (!type.isOneOfSeveral) {
    return null
  }
  const [first, ...others] = (await validDocuments(read, subjectId)).filter((one) => one.type === type.id)
  if (others.length > 0) {
    throw problem('credentials.several')
  }
  if (!first) {
    throw problem('credentials.nothing-to-issue')
  }
  return first.id
}

/** One of the two names what is asked for (§8.2). What was not offered is not known to this token. */
const wantedBy = async (
  read: Reading,
  { credential_configuration_id: id, credential_identifier: identifier }: InputOf<typeof IssueCredentials>,
  offer: store.OfferRow,
  at: Date,
): Promise<Wanted> => {
  if ((id === undefined) === (identifier === undefined)) {
    throw problem('credentials.request-malformed')
  }
  const unknown = problem(
    id === undefined ? 'credentials.identifier-unknown' : 'credentials.configuration-unknown',
  )
  const named = identifier === undefined ? null : readIdentifier(identifier)
  const configuration = await configurationNamed(read, id ?? named?.configurationId ?? '', at)
  if (!configuration || !offer.configurations.includes(configuration.id)) {
    throw unknown
  }
  if (!named) {
    return { configuration, documentId: await onlyOne(read, configuration, offer.subject_id) }
  }
  if (configuration.type.isOneOfSeveral !== (named.documentId !== null)) {
    throw unknown
  }
  return { configuration, documentId: named.documentId }
}

const concernedBy = async (
  read: Reading,
  subjectId: string,
  { documentId }: Wanted,
): Promise<Concerned | null> => {
  const account = await findAccount(read, subjectId)
  return account && { subjectId, personalNumber: account.personalNumber, documentId }
}

const readSource = async (
  tools: Tools,
  wanted: Wanted,
  subjectId: string,
  at: Date,
): Promise<CredentialContent> => {
  const { type, format } = wanted.configuration
  const concerned = await concernedBy(tools.read, subjectId, wanted)
  const content = concerned && (await type.read(tools.read, tools, concerned, { format, at }))
  if (!content || (content.endsAt && content.endsAt <= at)) {
    throw problem('credentials.nothing-to-issue')
  }
  return content
}

/** Whether the source still says what was read before the transaction; held from here on. */
const mustStillSay = async (
  work: Work,
  tools: Tools,
  { subjectId, prepared: { wanted, content }, at }: { subjectId: string; prepared: Prepared; at: Date },
): Promise<void> => {
  const { type } = wanted.configuration
  const concerned = await concernedBy(work, subjectId, wanted)
  if (!concerned || !type.isOneOfSeveral) {
    return
  }
  await type.hold(work, concerned)
  const { standing, mark } = await type.readFacts(work, tools, concerned, at)
  if (standing !== 'valid' || JSON.stringify(mark) !== JSON.stringify(content.mark)) {
    throw problem('credentials.nothing-to-issue')
  }
}

interface Prepared extends ProvenKeys {
  readonly wallet: 'own' | 'other'
  readonly wanted: Wanted
  readonly content: CredentialContent
  readonly lists: readonly string[]
}

export const issueCredentials = useCase({
  contract: IssueCredentials,
  limits: (_, request) => doorLimit('credential', request),
  permit: citizenHerself,
  isForWard: true,
  isNeverReplayed: true,
  async prepare(input, { actor, tools, now: at }): Promise<Prepared> {
    const { subjectId } = actor
    const offer = await offerFor(tools.read, tools, input, { actor, at })
    const wanted = await wantedBy(tools.read, input, offer, at)
    readEncryption(input.credential_response_encryption)
    const { configuration: about } = wanted
    const { batchMost: most, validity_days } = ruleFor(about.type, actor, at)
    const proven = await readProofs(tools, input.proofs?.jwt ?? [], { most, about, at })
    const content = await readSource(tools, wanted, subjectId, at)
    return {
      ...proven,
      wallet: offer.wallet,
      wanted,
      content,
      lists: await listsFor(tools.read, validity_days, at),
    }
  },
  async act(work, input, { actor, tools, now: at, prepared }) {
    const { subjectId } = actor
    const offer = await offerFor(work, tools, input, { actor, at })
    const { wanted } = prepared
    const { type, format } = wanted.configuration
    await mustStand(work, tools, { actor, offer, leastLevel: type.ruleAt(at).leastLevel, at })
    await mustStillSay(work, tools, { subjectId, prepared, at })
    await spendNonce(work, prepared.nonce)
    await mustBeInside(work, tools.digests, {
      scope: 'credentials.issue',
      key: subjectId,
      most: inForce(issuingLimits, at).batchesPerDay,
      per_s: DAY_S,
    })
    const { id, credentials } = await issueBatch(work, tools, {
      subjectId,
      by: actor.by,
      deviceId: offer.device_id,
      wallet: offer.wallet,
      type,
      documentId: wanted.documentId,
      format,
      content: prepared.content,
      keys: prepared.keys,
      lists: prepared.lists,
      at,
    })
    return { credentials: credentials.map((credential) => ({ credential })), notification_id: id }
  },
  audit: ({ actor, prepared, refusal }) => ({
    about: actor.subjectId,
    purpose: actor.by ? 'credentials-issued-to-representative' : PURPOSE_OF[prepared.wallet],
    fields: prepared.wanted.configuration.type.fieldsIn(prepared.wanted.configuration.format),
    outcome: refusal ?? 'issued',
    detail: {
      device: actor.deviceId,
      what: prepared.wanted.configuration.id,
      count: prepared.keys.length,
    },
  }),
})
