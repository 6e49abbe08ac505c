/**
 * Documents on the phone: how the app lets her phone, or another wallet, fetch them, what was issued to
 * which device, and the doors of OpenID4VCI 1.0, which keep the names and shapes of that standard.
 */
import { z } from 'zod'
import { deed, view } from './operation.ts'
import { moment, nothing, passcode } from './values.ts'

const credentialOffer = z.object({
  credential_issuer: z.string(),
  credential_configuration_ids: z.array(z.string()),
  grants: z.object({
    'urn:ietf:params:oauth:grant-type:pre-authorized_code': z.object({
      'pre-authorized_code': z.string(),
      tx_code: z
        .object({ input_mode: z.literal('numeric'), length: z.number(), description: z.string() })
        .optional(),
    }),
  }),
})

export const OfferCredentials = deed('wallet.credential-offer', {
  summary:
    'Opens the way for this phone to fetch her documents (in the profile of a child or ward: that person’s, after a consent to the use `documents`), or for another wallet, which takes the passcode and a code that she types there (OpenID4VCI 1.0 §4.1).',
  input: z.object({ for: z.enum(['this-phone', 'other-wallet']), passcode: passcode.optional() }),
  output: z.object({
    offer: credentialOffer,
    /** The same as an address that a wallet opens, for a QR code. */
    offerUri: z.string(),
    /** What she types in the other wallet; null for this phone. */
    txCode: z.string().nullable(),
    expiresAt: moment,
  }),
  problems: [
    'credentials.level-too-low',
    'credentials.nothing-to-issue',
    'representation.consent-needed',
    'representation.not-for-ward',
    'device.passcode-needed',
    'passcode.wrong',
    'passcode.locked',
    'limit.reached',
  ],
})

export const ViewCredentials = view('wallet.credentials', {
  summary:
    'Which documents were issued to which of her devices and wallets, until when, and whether they hold.',
  input: nothing,
  output: z.object({
    items: z.array(
      z.object({
        id: z.uuid(),
        type: z.string(),
        /** Which of her documents of another register; null for the identity card. */
        documentId: z.string().nullable(),
        format: z.enum(['dc+sd-jwt', 'mso_mdoc']),
        wallet: z.enum(['own', 'other']),
        /** Empty for a device that is bound no longer. */
        deviceName: z.string(),
        isThisPhone: z.boolean(),
        issuedAt: moment,
        expiresAt: moment,
        /** From then on the phone fetches anew by itself. */
        refreshAt: moment,
        count: z.number(),
        state: z.enum(['valid', 'held', 'revoked']),
      }),
    ),
    /** What this phone has none of, or should fetch anew by now. */
    due: z.array(z.object({ identifier: z.string(), type: z.string(), documentId: z.string().nullable() })),
  }),
})

const text = z.string().max(2000)

export const GiveCredentialToken = deed('credentials.token', {
  summary: 'The pre-authorised code for an access token (OpenID4VCI 1.0 §6).',
  input: z.object({
    grant_type: text,
    'pre-authorized_code': text.optional(),
    tx_code: text.optional(),
    /** A list in JSON (RFC 9396 §2): what it is for, so that each of several documents gets an identifier. */
    authorization_details: z.string().max(20_000).optional(),
  }),
  output: z.object({
    access_token: z.string(),
    token_type: z.literal('Bearer'),
    expires_in: z.number(),
    authorization_details: z
      .array(
        z.object({
          type: z.literal('openid_credential'),
          credential_configuration_id: z.string(),
          credential_identifiers: z.array(z.string()),
        }),
      )
      .optional(),
  }),
  problems: [
    'credentials.grant-unsupported',
    'credentials.code-missing',
    'credentials.details-malformed',
    'credentials.code-wrong',
    'credentials.tx-code-missing',
    'credentials.tx-code-unexpected',
    'credentials.tx-code-wrong',
  ],
})

export const DrawCredentialNonce = deed('credentials.nonce', {
  summary: 'A fresh value for proofs of keys (OpenID4VCI 1.0 §7).',
  input: nothing,
  output: z.object({ c_nonce: z.string() }),
})

/** A proof with a key attestation can be long; a request is bounded by the edge. */
const proof = z.string().min(1).max(20_000)

const encryption = z.object({
  jwk: z.record(z.string(), z.unknown()),
  enc: z.string().max(40),
  alg: z.string().max(40).optional(),
  zip: z.string().max(40).optional(),
})

export const IssueCredentials = deed('credentials.credential', {
  summary: 'A document, once for each key that is proven (OpenID4VCI 1.0 §8).',
  input: z.object({
    /** From the header `Authorization` (RFC 6750 §2.1). */
    access_token: z.string().max(300),
    credential_configuration_id: z.string().max(100).optional(),
    credential_identifier: z.string().max(100).optional(),
    proofs: z.object({ jwt: z.array(proof).max(1000).optional() }).optional(),
    credential_response_encryption: encryption.optional(),
  }),
  output: z.object({
    credentials: z.array(z.object({ credential: z.string() })),
    notification_id: z.string(),
  }),
  problems: [
    'credentials.token-wrong',
    'credentials.request-malformed',
    'credentials.configuration-unknown',
    'credentials.several',
    'credentials.identifier-unknown',
    'credentials.proof-missing',
    'credentials.proof-wrong',
    'credentials.proof-audience',
    'credentials.proof-time',
    'credentials.proof-without-nonce',
    'credentials.proofs-too-many',
    'credentials.nonce-wrong',
    'credentials.key-used',
    'credentials.encryption-wrong',
    'credentials.level-too-low',
    'credentials.nothing-to-issue',
    'device.unknown',
    'account.locked',
    'representation.ended',
    'representation.consent-needed',
  ],
})

export const NoteCredentials = deed('credentials.notification', {
  summary: 'The wallet tells what became of what it was issued (OpenID4VCI 1.0 §11).',
  input: z.object({
    notification_id: z.string().max(200),
    event: z.string().max(100),
  }),
  output: nothing,
  problems: ['credentials.notification-unknown', 'credentials.notification-malformed'],
})
