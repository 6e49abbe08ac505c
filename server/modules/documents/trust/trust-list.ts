/**
 * Whose documents a verifier believes, signed by the house: issuers with their names, keys, kinds of document
 * and all status lists (`formats/trust-list`). Today there is one issuer, this installation's own.
 */
import { trustListClaims, type TrustList } from '../../../../formats/trust-list/trust-list.ts'
import { later, now } from '../../../kernel/clock.ts'
import { inForce } from '../../../kernel/policy.ts'
import type { AppContext } from '../../../kernel/app-context.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { CredentialType } from '../credentials/credential-type.ts'
import { issuerOf } from '../credentials/issuer.ts'
import { publishedKeys } from '../credentials/signing/document-signer.ts'
import { standingLists } from '../credentials/status/publish-lists.ts'
import { credentialTypes } from '../credentials/types.ts'
import { trustListRule } from './rules.ts'

/** Issues identity cards (Law 26/2023/QH15 art. 27). Nothing that is made for a trial bears its name. */
const MINISTRY = { vi: 'Bộ Công an', en: 'Ministry of Public Security' }
const TRIAL = { vi: 'Sen, môi trường thử', en: 'Sen, trial environment' }

const TRUST_LIST_PATH = '/trust-list'
const DAY_S = 24 * 3600

/** With the words of what a holder may show: whoever checks has them without a network too. */
const kindOf = ({ vct, words, claims }: CredentialType): TrustList['issuers'][number]['kinds'][number] => ({
  vct,
  names: { vi: words.vi, en: words.en },
  claims: claims
    .filter(({ isDisclosable }) => isDisclosable)
    .map(({ name, vi, en, kind }) => ({ name, names: { vi, en }, kind })),
})

const ownIssuer = async (tools: Tools): Promise<TrustList['issuers'][number]> => {
  const { jwks } = await publishedKeys(tools.read, tools.documentSigner)
  const types = await credentialTypes(tools.read, now())
  return {
    issuer: issuerOf(tools),
    names: tools.allowsTestPeople ? TRIAL : MINISTRY,
    keys: jwks.map(({ kid, x, y }) => ({ kid, kty: 'EC', crv: 'P-256', x, y })),
    kinds: types.map(kindOf),
    statusLists: await standingLists(tools),
  }
}

/** `fresh_s`: how long it may be kept where there is a network. */
export const publishedTrustList = async ({
  tools,
}: AppContext): Promise<{ readonly token: string; readonly fresh_s: number }> => {
  const at = now()
  const { lifetime_days, fresh_s } = inForce(trustListRule, at)
  const list: TrustList = {
    issuedAt_s: Math.floor(at.getTime() / 1000),
    expiresAt_s: Math.floor(later(at, lifetime_days * DAY_S).getTime() / 1000),
    issuers: [await ownIssuer(tools)],
  }
  const claims = trustListClaims(list, `${tools.publicUrl}${TRUST_LIST_PATH}`)
  return { token: await tools.signer.sign('trust-list+jwt', claims), fresh_s }
}
