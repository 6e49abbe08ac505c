/**
 * Reads what a party asks (OpenID4VP 1.0 §6). Properties that the standard does not know are passed over, as
 * §6 wants; everything that it knows is as it says, or the whole query is refused.
 */
import { isJsonList, isJsonObject, readJson, type Json, type JsonObject } from '../jws/strict-json.ts'
import type { Parsed } from '../parsed.ts'
import { DcqlFault, judged, refuseIf, type DcqlFaultCode } from './dcql-fault.ts'
import {
  dcqlLimits,
  documentFormats,
  type Authority,
  type CredentialQuery,
  type CredentialSetQuery,
  type DcqlQuery,
  type DocumentFormat,
} from './dcql-query.ts'
import { readClaims } from './read-claims.ts'
import { flagOf, idOf, listOf, textsOf } from './read-fields.ts'

/** The query as a text of its own. */
export const readQueryText = (bytes: Uint8Array): Parsed<DcqlQuery, DcqlFaultCode> =>
  judged(() => {
    refuseIf(bytes.length > dcqlLimits.size_bytes, 'dcql.too-large')
    return queryOf(readJson(bytes, dcqlLimits.depth))
  })

/** The same inside of a request, whose text was bounded and read by `formats/jws/strict-json.ts`. */
export const readQuery = (value: Json | undefined): Parsed<DcqlQuery, DcqlFaultCode> =>
  judged(() => queryOf(value))

const queryOf = (value: Json | undefined): DcqlQuery => {
  if (!isJsonObject(value)) {
    throw new DcqlFault('dcql.form')
  }
  const credentials = listOf(value['credentials'], 'dcql.credentials', dcqlLimits.credentials).map(readOne)
  const ids = credentials.map(({ id }) => id)
  refuseIf(new Set(ids).size !== ids.length, 'dcql.credential-id-twice')
  const written = value['credential_sets']
  const sets =
    written === undefined ? [{ isRequired: true, options: [ids] }] : readSets(written, new Set(ids))
  return { credentials, sets }
}

const readOne = (value: Json): CredentialQuery => {
  if (!isJsonObject(value)) {
    throw new DcqlFault('dcql.credentials')
  }
  const id = idOf(value['id'], 'dcql.credential-id')
  const format = documentFormats.find((one) => one === value['format'])
  if (format === undefined) {
    throw new DcqlFault(typeof value['format'] === 'string' ? 'dcql.format-unknown' : 'dcql.form')
  }
  return {
    id,
    format,
    kinds: readKinds(value['meta'], format),
    isMultiple: flagOf(value['multiple'], false),
    isBindingRequired: flagOf(value['require_cryptographic_holder_binding'], true),
    authorities: readAuthorities(value['trusted_authorities']),
    ...readClaims(value['claims'], value['claim_sets'], format),
  }
}

/** §B.2.3 and §B.3.5: both formats require their kind, so an empty `meta` is not for them. */
const readKinds = (meta: Json | undefined, format: DocumentFormat): readonly string[] => {
  if (!isJsonObject(meta)) {
    throw new DcqlFault('dcql.meta')
  }
  if (format === 'dc+sd-jwt') {
    return textsOf(meta['vct_values'], 'dcql.vct-values', dcqlLimits.kinds)
  }
  return textsOf(listFor(meta['doctype_value']), 'dcql.doctype-value', 1)
}

const listFor = (value: Json | undefined): Json => (typeof value === 'string' ? [value] : null)

/** Types that we do not know stay: no document belongs to them, so they answer nothing. */
const readAuthorities = (value: Json | undefined): readonly Authority[] | null => {
  if (value === undefined) {
    return null
  }
  const code = 'dcql.trusted-authorities'
  return listOf(value, code, dcqlLimits.authorities).flatMap((one) => {
    const { type, values }: JsonObject = isJsonObject(one) ? one : {}
    const [name = ''] = textsOf(listFor(type), code, 1)
    return textsOf(values, code, dcqlLimits.values).map((text) => ({ type: name, value: text }))
  })
}

const readSets = (value: Json, ids: ReadonlySet<string>): readonly CredentialSetQuery[] =>
  listOf(value, 'dcql.sets', dcqlLimits.sets).map((set) => {
    const { options, required }: JsonObject = isJsonObject(set) ? set : {}
    const read = listOf(options, 'dcql.sets', dcqlLimits.options).map((option) => readOption(option, ids))
    const keys = read.map((option) => JSON.stringify(option.toSorted()))
    refuseIf(new Set(keys).size !== keys.length, 'dcql.set-twice')
    return { isRequired: flagOf(required, true), options: read }
  })

const readOption = (option: Json, ids: ReadonlySet<string>): readonly string[] => {
  refuseIf(!isJsonList(option), 'dcql.sets')
  const named = listOf(option, 'dcql.sets', dcqlLimits.credentials).map((id) => {
    if (typeof id !== 'string' || !ids.has(id)) {
      throw new DcqlFault('dcql.set-unknown')
    }
    return id
  })
  refuseIf(new Set(named).size !== named.length, 'dcql.set-twice')
  return named
}
