/**
 * The credential endpoint (OpenID4VCI 1.0 §8): a document for each key that the wallet proves. What the
 * source says and whether the proofs hold is looked at before the transaction; within it the account and
 * the device are held, so that a lock or a removal comes either before, and nothing is issued, or after,
 * and finds what was.
 */
import { IssueCredentials } from '../../../../../contract/credentials.ts'
import type { InputOf } from '../../../../../contract/operation.ts'
import { citizenHerself } from '../../../../kernel/permit.ts'
import { mustBeInside } from '../../../../kernel/limit.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import type { Reading } from '../../../../kernel/work.ts'
import { mustBeUsable } from '../../../people/accounts/account.ts'
import { boundDeviceForUpdate } from '../../../people/accounts/device.ts'
import { accountForUpdate, findAccount } from '../../../people/accounts/open-account.ts'
import type { CredentialConfiguration, CredentialContent } from '../credential-type.ts'
import { issuingLimits } from '../rules.ts'
import { issueBatch } from '../issuing/issue-batch.ts'
import { listsFor } from '../status/draw-places.ts'
import { configurationOf } from '../types.ts'
import { doorLimit } from './door-limit.ts'
import { readEncryption } from './encrypt-response.ts'
import { tokenDigest } from './give-token.ts'
import { spendNonce } from './nonce.ts'
import * as store from './offer-store.ts'
import { readProofs, type ProvenKeys } from './read-proofs.ts'

const DAY_S = 86_400

/** Throws where the token is not known any more, or not for this. */
const offerFor = async (
  read: Reading,
  tools: Tools,
  { access_token, credential_configuration_id: id }: InputOf<typeof IssueCredentials>,
  { subjectId, at }: { readonly subjectId: string; readonly at: Date },
): Promise<{ readonly offer: store.OfferRow; readonly configuration: CredentialConfiguration }> => {
  const offer = await store.offerOfToken(read, tokenDigest(tools, access_token), at)
  if (offer?.subject_id !== subjectId) {
    throw problem('credentials.token-wrong')
  }
  const configuration = configurationOf(id ?? '')
  if (!configuration || !offer.configurations.includes(configuration.id)) {
    throw problem('credentials.configuration-unknown')
  }
  return { offer, configuration }
}

/** One of the two names what is asked for (§8.2); identifiers we have given none. */
const judgeNames = ({
  credential_configuration_id: id,
  credential_identifier: identifier,
}: InputOf<typeof IssueCredentials>): void => {
  if ((id === undefined) === (identifier === undefined)) {
    throw problem('credentials.request-malformed')
  }
  if (identifier !== undefined) {
    throw problem('credentials.identifier-unknown')
  }
}

const readSource = async (
  tools: Tools,
  { type }: CredentialConfiguration,
  subjectId: string,
  at: Date,
): Promise<CredentialContent> => {
  const account = await findAccount(tools.read, subjectId)
  const content = account && (await type.read(tools.read, tools, account.personalNumber, at))
  if (!content) {
    throw problem('credentials.nothing-to-issue')
  }
  return content
}

interface Prepared extends ProvenKeys {
  readonly wallet: 'own' | 'other'
  readonly configuration: CredentialConfiguration
  readonly content: CredentialContent
  readonly lists: readonly string[]
}

export const issueCredentials = useCase({
  contract: IssueCredentials,
  limits: (_, request) => doorLimit('credential', request),
  permit: citizenHerself,
  isNeverReplayed: true,
  async prepare(input, { actor, tools, now: at }): Promise<Prepared> {
    judgeNames(input)
    const { configuration, offer } = await offerFor(tools.read, tools, input, {
      subjectId: actor.subjectId,
      at,
    })
    readEncryption(input.credential_response_encryption)
    const { batchMost, validity_days } = inForce(configuration.type.rule, at)
    const proven = await readProofs(tools, input.proofs?.jwt ?? [], { most: batchMost, at })
    const content = await readSource(tools, configuration, actor.subjectId, at)
    return {
      ...proven,
      wallet: offer.wallet,
      configuration,
      content,
      lists: await listsFor(tools.read, validity_days, at),
    }
  },
  async act(work, input, { actor, tools, now: at, prepared }) {
    const { subjectId } = actor
    const { offer } = await offerFor(work, tools, input, { subjectId, at })
    const account = await accountForUpdate(work, subjectId)
    if (!account) {
      throw problem('credentials.token-wrong')
    }
    mustBeUsable(account)
    const { type, format } = prepared.configuration
    if (account.level < inForce(type.rule, at).leastLevel) {
      throw problem('credentials.level-too-low')
    }
    if (!(await boundDeviceForUpdate(work, { subjectId, deviceId: offer.device_id }))) {
      throw problem('device.unknown')
    }
    await spendNonce(work, prepared.nonce)
    await mustBeInside(work, tools.digests, {
      scope: 'credentials.issue',
      key: subjectId,
      most: inForce(issuingLimits, at).batchesPerDay,
      per_s: DAY_S,
    })
    const { id, credentials } = await issueBatch(work, tools, {
      subjectId,
      deviceId: offer.device_id,
      wallet: offer.wallet,
      type,
      format,
      content: prepared.content,
      keys: prepared.keys,
      lists: prepared.lists,
      at,
    })
    return { credentials: credentials.map((credential) => ({ credential })), notification_id: id }
  },
  audit: ({ actor, input, prepared, refusal }) => ({
    about: actor.subjectId,
    purpose: prepared.wallet === 'own' ? 'credentials-issued' : 'credentials-issued-elsewhere',
    fields: prepared.configuration.type.fields,
    outcome: refusal ?? 'issued',
    detail: {
      device: actor.deviceId,
      what: input.credential_configuration_id ?? '',
      count: prepared.keys.length,
    },
  }),
})
