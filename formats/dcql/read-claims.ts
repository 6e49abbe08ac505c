/** The claims of one credential query and the combinations of them (OpenID4VP 1.0 §6.3, §6.4.1, §7). */
import { isJsonObject, NAME_OF_PROTOTYPE, type Json } from '../jws/strict-json.ts'
import { pathKey, type ClaimsPath, type PathStep } from './claims-path.ts'
import { DcqlFault, refuseIf } from './dcql-fault.ts'
import { dcqlLimits, type ClaimQuery, type CredentialQuery, type DocumentFormat } from './dcql-query.ts'
import { flagOf, idOf, listOf } from './read-fields.ts'

export const readClaims = (
  claims: Json | undefined,
  claimSets: Json | undefined,
  format: DocumentFormat,
): Pick<CredentialQuery, 'claims' | 'claimSets'> => {
  if (claims === undefined) {
    refuseIf(claimSets !== undefined, 'dcql.claim-sets')
    return { claims: [], claimSets: [[]] }
  }
  const isNamed = claimSets !== undefined
  const read = listOf(claims, 'dcql.claims', dcqlLimits.claims).map((one) => readClaim(one, isNamed, format))
  const byId = new Map(read.flatMap((one) => (one.id === null ? [] : [[one.id, one] as const])))
  refuseIf(byId.size !== read.filter(({ id }) => id !== null).length, 'dcql.claim-id-twice')
  refuseIf(new Set(read.map(({ path }) => pathKey(path))).size !== read.length, 'dcql.path-twice')
  return { claims: read, claimSets: isNamed ? readSets(claimSets, byId) : [read] }
}

const readClaim = (value: Json, isNamed: boolean, format: DocumentFormat): ClaimQuery => {
  if (!isJsonObject(value)) {
    throw new DcqlFault('dcql.claims')
  }
  const { id, path, values, intent_to_retain: retain } = value
  return {
    id: id === undefined && !isNamed ? null : idOf(id, 'dcql.claim-id'),
    path: readPath(path, format),
    values: values === undefined ? null : listOf(values, 'dcql.values', dcqlLimits.values).map(readValue),
    intentToRetain: retain === undefined || format !== 'mso_mdoc' ? null : flagOf(retain, false),
  }
}

const readPath = (value: Json | undefined, format: DocumentFormat): ClaimsPath => {
  const path = listOf(value, 'dcql.path', dcqlLimits.steps).map(readStep)
  refuseIf(
    format === 'mso_mdoc' && (path.length !== 2 || path.some((step) => typeof step !== 'string')),
    'dcql.path-mdoc',
  )
  // The document itself is no claim of it: a pointer starts with a name.
  refuseIf(typeof path[0] !== 'string', 'dcql.path')
  return path
}

/** Names that lead into a program's machinery instead of a document, and those of SD-JWT's own digests. */
const NO_CLAIMS: ReadonlySet<string> = new Set([
  NAME_OF_PROTOTYPE,
  'constructor',
  'prototype',
  '_sd',
  '_sd_alg',
  '...',
])

const readStep = (step: Json): PathStep => {
  if (typeof step === 'string') {
    refuseIf(step.length > dcqlLimits.letters, 'dcql.too-large')
    refuseIf(NO_CLAIMS.has(step), 'dcql.path-name')
    return step
  }
  if (step !== null && !(typeof step === 'number' && Number.isSafeInteger(step) && step >= 0)) {
    throw new DcqlFault('dcql.path')
  }
  // -0 is written as 0 and would not be equal to it everywhere.
  return step === null ? null : step + 0
}

const readValue = (value: Json): string | number | boolean => {
  const isOne =
    typeof value === 'string' || typeof value === 'boolean' || Number.isSafeInteger(value as number)
  if (!isOne || value === null || typeof value === 'object') {
    throw new DcqlFault('dcql.values')
  }
  refuseIf(typeof value === 'string' && value.length > dcqlLimits.letters, 'dcql.too-large')
  return value
}

const readSets = (value: Json, byId: ReadonlyMap<string, ClaimQuery>): readonly (readonly ClaimQuery[])[] => {
  const sets = listOf(value, 'dcql.claim-sets', dcqlLimits.options).map((set) =>
    listOf(set, 'dcql.claim-sets', dcqlLimits.claims).map((id) => {
      const claim = typeof id === 'string' ? byId.get(id) : undefined
      if (claim === undefined) {
        throw new DcqlFault('dcql.claim-set-unknown')
      }
      return claim
    }),
  )
  refuseIf(
    sets.some((set) => new Set(set).size !== set.length),
    'dcql.claim-set-twice',
  )
  const keys = sets.map((set) => JSON.stringify(set.map(({ id }) => id).toSorted()))
  refuseIf(new Set(keys).size !== keys.length, 'dcql.claim-set-twice')
  return sets
}
