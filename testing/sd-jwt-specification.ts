/**
 * The SD-JWT working group's examples (`specification.yml`): claims with `!sd` where one is disclosable,
 * and what the holder shows of them. Both are turned into our words, and what a verifier must then see is
 * worked out here, apart from the code that is judged.
 */
import { isMap, isScalar, isSeq, parseDocument, type ParsedNode } from 'yaml'
import type { Json, JsonObject } from '../formats/jws/strict-json.ts'
import type { ClaimPattern } from '../formats/sd-jwt-vc/conceal-claims.ts'

interface Tagged {
  readonly key: string | number
  readonly isDisclosable: boolean
  readonly node: Node
}
type Node =
  | { readonly kind: 'value'; readonly value: Json }
  | { readonly kind: 'list' | 'object'; readonly children: readonly Tagged[] }

export interface Specification {
  readonly claims: JsonObject
  readonly disclosable: readonly ClaimPattern[]
  readonly show: readonly ClaimPattern[]
  readonly seen: Json
  readonly hasKeyBinding: boolean
}

const TAG = '!sd'

const readNode = (node: ParsedNode | null): Node => {
  if (isMap<ParsedNode, ParsedNode | null>(node)) {
    const children = node.items.map(({ key, value }) => {
      if (!isScalar(key)) {
        throw new Error('a name that is none')
      }
      return { key: String(key.value), isDisclosable: key.tag === TAG, node: readNode(value) }
    })
    return { kind: 'object', children }
  }
  if (isSeq<ParsedNode>(node)) {
    const children = node.items.map((item, index) => ({
      key: index,
      isDisclosable: item.tag === TAG,
      node: readNode(item),
    }))
    return { kind: 'list', children }
  }
  return { kind: 'value', value: (isScalar(node) ? node.value : null) as Json }
}

const valueOf = (node: Node): Json => {
  if (node.kind === 'value') {
    return node.value
  }
  return node.kind === 'list'
    ? node.children.map((child) => valueOf(child.node))
    : Object.fromEntries(node.children.map(({ key, node: child }) => [key, valueOf(child)]))
}

const disclosableOf = (node: Node, path: ClaimPattern = []): ClaimPattern[] =>
  node.kind === 'value'
    ? []
    : node.children.flatMap(({ key, isDisclosable, node: child }) => [
        ...(isDisclosable ? [[...path, key]] : []),
        ...disclosableOf(child, [...path, key]),
      ])

const chosenBelow = (chosen: Json | undefined, key: string | number): Json | undefined =>
  typeof chosen === 'object' && chosen !== null
    ? (chosen as Readonly<Record<string | number, Json>>)[key]
    : undefined

const isShown = (chosen: Json | undefined): boolean =>
  chosen !== undefined && chosen !== null && chosen !== false

/** What is not disclosable is seen; what is, where it was chosen. */
const seenOf = (node: Node, chosen: Json | undefined): Json => {
  if (node.kind === 'value') {
    return node.value
  }
  const seen = node.children
    .filter(({ key, isDisclosable }) => !isDisclosable || isShown(chosenBelow(chosen, key)))
    .map(({ key, node: child }) => [key, seenOf(child, chosenBelow(chosen, key))] as const)
  return node.kind === 'list' ? seen.map(([, value]) => value) : Object.fromEntries(seen)
}

const shownOf = (chosen: Json | undefined, path: ClaimPattern = []): ClaimPattern[] => {
  if (typeof chosen !== 'object' || chosen === null) {
    return isShown(chosen) ? [path] : []
  }
  const steps = Array.isArray(chosen) ? chosen.keys() : Object.keys(chosen)
  const inner = [...steps].flatMap((key) => shownOf(chosenBelow(chosen, key), [...path, key]))
  return path.length === 0 ? inner : [path, ...inner]
}

export const readSpecification = (text: string): Specification => {
  const document = parseDocument(text)
  const claims = document.get('user_claims', true) as ParsedNode
  const { holder_disclosed_claims: chosen, key_binding: hasKeyBinding = false } = document.toJS() as {
    holder_disclosed_claims: Json
    key_binding?: boolean
  }
  const node = readNode(claims)
  return {
    claims: valueOf(node) as JsonObject,
    disclosable: disclosableOf(node),
    show: shownOf(chosen),
    seen: seenOf(node, chosen),
    hasKeyBinding,
  }
}
