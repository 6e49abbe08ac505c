/**
 * Our refusals as the errors of the standards: RFC 6749 §5.2, RFC 6750 §3.1, OpenID4VCI 1.0 §6.3, §8.3.1.2,
 * §11.3. A refusal that stands here under no name is the door's general one.
 */
import { problemCatalogue, type ProblemCode } from '../../../../../contract/problems/catalogue.ts'
import type { Problem } from '../../../../kernel/problem.ts'

export const doors = ['token', 'nonce', 'credential', 'notification'] as const
export type Door = (typeof doors)[number]

const errors: Partial<Record<ProblemCode, string>> = {
  'credentials.grant-unsupported': 'unsupported_grant_type',
  'credentials.code-missing': 'invalid_request',
  'credentials.details-malformed': 'invalid_authorization_details',
  'credentials.code-wrong': 'invalid_grant',
  'credentials.tx-code-missing': 'invalid_request',
  'credentials.tx-code-unexpected': 'invalid_request',
  'credentials.tx-code-wrong': 'invalid_grant',
  'credentials.token-wrong': 'invalid_token',
  'session.required': 'invalid_token',
  'device.unknown': 'invalid_token',
  'account.locked': 'credential_request_denied',
  'credentials.configuration-unknown': 'unknown_credential_configuration',
  'credentials.identifier-unknown': 'unknown_credential_identifier',
  'credentials.proof-missing': 'invalid_proof',
  'credentials.proof-wrong': 'invalid_proof',
  'credentials.proof-audience': 'invalid_proof',
  'credentials.proof-time': 'invalid_proof',
  'credentials.proof-without-nonce': 'invalid_proof',
  'credentials.proofs-too-many': 'invalid_proof',
  'credentials.key-used': 'invalid_proof',
  'credentials.nonce-wrong': 'invalid_nonce',
  'credentials.encryption-wrong': 'invalid_encryption_parameters',
  'credentials.level-too-low': 'credential_request_denied',
  'credentials.nothing-to-issue': 'credential_request_denied',
  'representation.consent-needed': 'credential_request_denied',
  'representation.ended': 'invalid_token',
  'recovery.held-still': 'credential_request_denied',
  'credentials.notification-unknown': 'invalid_notification_id',
  'credentials.notification-malformed': 'invalid_notification_request',
  'limit.reached': 'temporarily_unavailable',
  'server.busy': 'temporarily_unavailable',
}

const general: Readonly<Record<Door, string>> = {
  token: 'invalid_request',
  nonce: 'invalid_request',
  credential: 'invalid_credential_request',
  notification: 'invalid_notification_request',
}

/** RFC 6749 §5.2 lets a description hold these alone. */
const plain = (text: string): string => text.replace(/[^\x20\x21\x23-\x5b\x5d-\x7e]/g, '')

export interface OauthError {
  readonly status: number
  readonly body: { readonly error: string; readonly error_description: string }
}

const OURS = new Set([429, 503])

export const oauthErrorOf = ({ code, status, details }: Problem, door: Door): OauthError => {
  const error = errors[code] ?? general[door]
  const sentence = problemCatalogue[code].en.replace(/\{(\w+)\}/g, (_, name: string) =>
    String(details.params?.[name] ?? ''),
  )
  const answered = error === 'invalid_token' ? 401 : OURS.has(status) ? status : 400
  return { status: answered, body: { error, error_description: plain(sentence) } }
}
