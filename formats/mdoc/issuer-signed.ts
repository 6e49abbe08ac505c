/**
 * IssuerSigned (ISO/IEC 18013-5 §8.3.2.1.2.2): the elements, each with its salt, and the issuer's
 * signature.
 */
import type { CborMap, CborValue } from './cbor-value.ts'
import { readCose, type CoseMessage } from './cose.ts'
import { refuseIf } from './mdoc-refusal.ts'
import {
  arrayOf,
  bytesOf,
  encodedOf,
  mapOf,
  namedEntries,
  readMap,
  smallUint,
  textOf,
} from './read-fields.ts'

export interface IssuerSignedItem {
  readonly namespace: string
  readonly digestId: number
  readonly salt: Uint8Array
  readonly element: string
  readonly value: CborValue
  /** IssuerSignedItemBytes, over which the digest is. */
  readonly whole: Uint8Array
  /** The same as it was read, to be handed on. */
  readonly source: CborValue
}

export interface IssuerSigned {
  readonly items: readonly IssuerSignedItem[]
  readonly issuerAuth: CoseMessage
  readonly issuerAuthSource: CborValue
}

export const readIssuerSigned = (map: CborMap): IssuerSigned => {
  const spaces = map.get('nameSpaces')
  const issuerAuth = map.get('issuerAuth')
  return {
    items:
      spaces === undefined
        ? []
        : namedEntries(mapOf(spaces, 'nameSpaces'), 'nameSpaces').flatMap(([namespace, items]) =>
            readItems(namespace, arrayOf(items, 'nameSpaces')),
          ),
    issuerAuth: readCose(issuerAuth, 'issuerAuth'),
    issuerAuthSource: issuerAuth,
  }
}

const FIELDS = 4
/** §9.1.2.5: below that, a value could be guessed from its digest. */
export const SALT_LEAST_BYTES = 16

const readItems = (namespace: string, list: readonly CborValue[]): IssuerSignedItem[] => {
  refuseIf(list.length === 0, 'mdoc.structure', 'nameSpaces')
  const [ids, elements] = [new Set<number>(), new Set<string>()]
  return list.map((source) => {
    const where = 'IssuerSignedItem'
    const { whole, inner } = encodedOf(source, where)
    const map = readMap(inner, where)
    const digestId = smallUint(map.get('digestID'), where)
    const salt = bytesOf(map.get('random'), where)
    const element = textOf(map.get('elementIdentifier'), where)
    refuseIf(map.size !== FIELDS || !map.has('elementValue'), 'mdoc.structure', where)
    refuseIf(salt.length < SALT_LEAST_BYTES, 'mdoc.salt-short', where)
    refuseIf(ids.has(digestId), 'mdoc.digest-id-twice', where)
    refuseIf(elements.has(element), 'mdoc.element-twice', where)
    ids.add(digestId)
    elements.add(element)
    return { namespace, digestId, salt, element, value: map.get('elementValue'), whole, source }
  })
}
