/**
 * `authorization_details` of a token request (OpenID4VCI 1.0 §5.1.1, §6.1.1, RFC 9396): a wallet says what
 * the token is for and is told an identifier for each document that it may ask for, since a person may have
 * several of a kind.
 */
import { isJsonList, isJsonObject, readJson, type Json } from '../../../../../formats/jws/strict-json.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Issuable } from '../issuing/issuable.ts'
import { CREDENTIAL_DETAIL } from './protocol.ts'

const DEPTH = 8
const MOST = 200

export interface GrantedDetail {
  readonly type: typeof CREDENTIAL_DETAIL
  readonly credential_configuration_id: string
  readonly credential_identifiers: string[]
}

const nameIn = (detail: Json): string => {
  const id =
    isJsonObject(detail) && detail['type'] === CREDENTIAL_DETAIL
      ? detail['credential_configuration_id']
      : null
  if (typeof id !== 'string') {
    throw problem('credentials.details-malformed')
  }
  return id
}

/** The configurations that are named, each once. Throws `credentials.details-malformed`. */
export const readDetails = (text: string): readonly string[] => {
  const details = readJson(new TextEncoder().encode(text), DEPTH)
  if (!isJsonList(details) || details.length === 0 || details.length > MOST) {
    throw problem('credentials.details-malformed')
  }
  return [...new Set(details.map(nameIn))]
}

/**
 * What is granted of what was asked for: at least one document of each. `offered`: the configurations of the
 * offer.
 */
export const grantedDetails = (
  asked: readonly string[],
  offered: readonly string[],
  issuable: readonly Issuable[],
): GrantedDetail[] =>
  asked.map((id) => {
    const identifiers = issuable
      .filter(({ configuration }) => offered.includes(id) && configuration.id === id)
      .map(({ identifier }) => identifier)
    if (identifiers.length === 0) {
      throw problem('credentials.details-malformed')
    }
    return {
      type: CREDENTIAL_DETAIL,
      credential_configuration_id: id,
      credential_identifiers: identifiers,
    }
  })
