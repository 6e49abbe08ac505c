/**
 * OpenID4VCI 1.0 as the issuer speaks it, upon `@openid4vc`: what it says of itself, the offers that it
 * composes, and the reading of proofs. What the library leaves to its caller stands in `read-proofs.ts`.
 */
import { createHash } from 'node:crypto'
import { HashAlgorithm, setGlobalConfig, type AuthorizationServerMetadata } from '@openid4vc/oauth2'
import {
  Openid4vciIssuer,
  Openid4vciVersion,
  type CredentialIssuerMetadata,
  type IssuerMetadataResult,
} from '@openid4vc/openid4vci'
import type { OutputOf } from '../../../../../contract/operation.ts'
import type { OfferCredentials } from '../../../../../contract/credentials.ts'
import { newSecret } from '../../../../kernel/id.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { CredentialClaim, CredentialConfiguration } from '../credential-type.ts'
import { issuerOf } from '../issuer.ts'
import { verifyJwt } from './verify-jwt.ts'

export const PRE_AUTHORIZED = 'urn:ietf:params:oauth:grant-type:pre-authorized_code'
/** RFC 9396 §2, OpenID4VCI 1.0 §5.1.1. */
export const CREDENTIAL_DETAIL = 'openid_credential'
export const ENCRYPTION = { alg: ['ECDH-ES'], enc: ['A128GCM', 'A256GCM'] } as const

type Named = Pick<Tools, 'publicUrl'>

const HASHES = {
  [HashAlgorithm.Sha256]: 'sha256',
  [HashAlgorithm.Sha384]: 'sha384',
  [HashAlgorithm.Sha512]: 'sha512',
}

const notHere = (): never => {
  throw new Error('the issuer signs nothing and asks nobody by the library')
}

const library = new Openid4vciIssuer({
  callbacks: {
    hash: (data, algorithm) => createHash(HASHES[algorithm]).update(data).digest(),
    verifyJwt,
    signJwt: notHere,
    clientAuthentication: notHere,
    generateRandom: newSecret,
  },
})

/** Plain http exists on loopback only, where no certificate can be had. */
export const issuerFor = ({ publicUrl }: Named): Openid4vciIssuer => {
  setGlobalConfig({ allowInsecureUrls: publicUrl.startsWith('http:') })
  return library
}

const inBoth = ({ vi, en }: { readonly vi: string; readonly en: string }) => [
  { name: vi, locale: 'vi' },
  { name: en, locale: 'en' },
]

const described = ({ format, type }: CredentialConfiguration) => {
  const pathsOf = ({ name, elements }: CredentialClaim): string[][] =>
    format === 'mso_mdoc' ? elements.map((element) => [type.mdoc?.namespace ?? '', element]) : [[name]]
  return {
    display: inBoth(type.words),
    claims: type.claims.flatMap((claim) =>
      pathsOf(claim).map((path) => {
        return { path, display: inBoth(claim) }
      }),
    ),
  }
}

const configurationOf = (configuration: CredentialConfiguration) => {
  const { format, type } = configuration
  const common = {
    proof_types_supported: { jwt: { proof_signing_alg_values_supported: ['ES256'] } },
  }
  return format === 'mso_mdoc' && type.mdoc
    ? {
        ...common,
        format,
        doctype: type.mdoc.docType,
        cryptographic_binding_methods_supported: ['cose_key'],
        // ES256 of COSE (RFC 9053 §2.1).
        credential_signing_alg_values_supported: [-7],
        credential_metadata: described(configuration),
      }
    : {
        ...common,
        format,
        vct: type.vct,
        cryptographic_binding_methods_supported: ['jwk'],
        credential_signing_alg_values_supported: ['ES256'],
        credential_metadata: described(configuration),
      }
}

/** OpenID4VCI 1.0 §12.2.4. `batchMost`: what every kind takes in one request. */
export const issuerMetadata = (
  tools: Named,
  configurations: readonly CredentialConfiguration[],
  batchMost: number,
): CredentialIssuerMetadata => {
  const issuer = issuerOf(tools)
  return issuerFor(tools).createCredentialIssuerMetadata({
    credential_issuer: issuer,
    credential_endpoint: `${issuer}/credential`,
    nonce_endpoint: `${issuer}/nonce`,
    notification_endpoint: `${issuer}/notification`,
    credential_response_encryption: {
      alg_values_supported: [...ENCRYPTION.alg],
      enc_values_supported: [...ENCRYPTION.enc],
      encryption_required: false,
    },
    batch_credential_issuance: { batch_size: batchMost },
    display: inBoth({ vi: 'Sen, định danh điện tử', en: 'Sen, electronic identity' }),
    credential_configurations_supported: Object.fromEntries(
      configurations.map((one) => [one.id, configurationOf(one)]),
    ),
  })
}

/**
 * RFC 8414 §2 with OpenID4VCI 1.0 §12.3: the issuer is its own authorization server for pre-authorised
 * codes.
 */
export const authorizationServerMetadata = (tools: Named): AuthorizationServerMetadata => ({
  issuer: issuerOf(tools),
  token_endpoint: `${issuerOf(tools)}/token`,
  token_endpoint_auth_methods_supported: ['none'],
  response_types_supported: [],
  grant_types_supported: [PRE_AUTHORIZED],
  'pre-authorized_grant_anonymous_access_supported': true,
  authorization_details_types_supported: [CREDENTIAL_DETAIL],
})

/** As the library wants it beside one request: with those configurations that the request is about. */
export const metadataAbout = (
  tools: Named,
  configurations: readonly CredentialConfiguration[],
): IssuerMetadataResult => {
  const credentialIssuer = issuerMetadata(tools, configurations, 1)
  return {
    originalDraftVersion: Openid4vciVersion.V1,
    credentialIssuer,
    authorizationServers: [authorizationServerMetadata(tools)],
    knownCredentialConfigurations:
      issuerFor(tools).getKnownCredentialConfigurationsSupported(credentialIssuer),
  }
}

/** OpenID4VCI 1.0 §4.1.1. */
export const composeOffer = async (
  tools: Named,
  {
    offered,
    code,
    txCodeDigits,
  }: { offered: readonly CredentialConfiguration[]; code: string; txCodeDigits: number | null },
): Promise<Pick<OutputOf<typeof OfferCredentials>, 'offer' | 'offerUri'>> => {
  const ids = offered.map(({ id }) => id)
  const granted = {
    'pre-authorized_code': code,
    ...(txCodeDigits === null
      ? {}
      : {
          tx_code: {
            input_mode: 'numeric' as const,
            length: txCodeDigits,
            description: 'Mã hiện trong ứng dụng / The code that the app shows',
          },
        }),
  }
  const { credentialOffer } = await issuerFor(tools).createCredentialOffer({
    issuerMetadata: metadataAbout(tools, offered),
    credentialConfigurationIds: [...ids],
    grants: { [PRE_AUTHORIZED]: granted },
  })
  return {
    offer: {
      credential_issuer: issuerOf(tools),
      credential_configuration_ids: [...ids],
      grants: { [PRE_AUTHORIZED]: granted },
    },
    offerUri: credentialOffer,
  }
}
