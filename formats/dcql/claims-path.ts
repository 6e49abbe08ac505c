/**
 * Claims path pointers (OpenID4VP 1.0 §7): where they lead in a document, and whether one lies within
 * another.
 */
import { isJsonList, isJsonObject, type Json, type JsonObject } from '../jws/strict-json.ts'

/** A name, every element of a list (`null`), or one of them, counted from 0. */
export type PathStep = string | number | null
export type ClaimsPath = readonly PathStep[]

/** One place in one document: names and numbers only. */
export type Place = readonly (string | number)[]
export interface Found {
  readonly place: Place
  readonly value: Json
}

/**
 * §7.1.1. Null where the pointer meets something of another shape than it says (a name in a list, an element
 * of an object) or leads nowhere: both are "not there" to whoever asked.
 */
export const findClaims = (path: ClaimsPath, claims: Json): readonly Found[] | null => {
  let found: readonly Found[] = [{ place: [], value: claims }]
  for (const step of path) {
    const next: Found[] = []
    for (const one of found) {
      const children = childrenOf(one, step)
      if (children === null) {
        return null
      }
      next.push(...children)
    }
    found = next
  }
  return found.length > 0 ? found : null
}

/** Its own, and none that every object has. */
const named = (value: JsonObject, step: string): Json | undefined =>
  Object.hasOwn(value, step) ? value[step] : undefined

const childrenOf = ({ place, value }: Found, step: PathStep): readonly Found[] | null => {
  if (typeof step === 'string') {
    if (!isJsonObject(value)) {
      return null
    }
    const child = named(value, step)
    return child === undefined ? [] : [{ place: [...place, step], value: child }]
  }
  if (!isJsonList(value)) {
    return null
  }
  return [...value.entries()]
    .filter(([index]) => step === null || step === index)
    .map(([index, child]) => ({ place: [...place, index], value: child }))
}

/** Whether whatever the inner one leads to stands at the outer one or inside of it. */
export const isWithin = (inner: ClaimsPath, outer: ClaimsPath): boolean =>
  outer.length > 0 && outer.length <= inner.length && isAlong(outer, inner)

/** Whether showing what stands at the path cannot be done without showing that the place is there. */
export const isOnTheWay = (place: Place, path: ClaimsPath): boolean =>
  place.length <= path.length && place.every((step, index) => isSameStep(path[index], step))

const isAlong = (outer: ClaimsPath, inner: ClaimsPath): boolean =>
  outer.every((step, index) => isSameStep(step, inner[index]))

const isSameStep = (asked: PathStep | undefined, step: PathStep | undefined): boolean =>
  asked === step || (asked === null && typeof step === 'number')

/** Every place at and below this one, itself first: what "with its sub-claims" means (§7.3). */
export const placesBelow = ({ place, value }: Found): readonly Place[] => {
  if (isJsonList(value)) {
    return [
      place,
      ...value.flatMap((child, index) => placesBelow({ place: [...place, index], value: child })),
    ]
  }
  return isJsonObject(value)
    ? [
        place,
        ...Object.entries(value).flatMap(([name, child]) =>
          placesBelow({ place: [...place, name], value: child }),
        ),
      ]
    : [place]
}

/** The pointer with every number as "any": a verifier counts only the elements that it was shown. */
export const withoutNumbers = (path: ClaimsPath): ClaimsPath =>
  path.map((step) => (typeof step === 'number' ? null : step))

/**
 * What stands at the pointer in what was seen of a document, where a number is some element of the list:
 * those beside it may be seen as well, for another claim, and be of any shape. Null as in `findClaims`.
 */
export const seenAlong = ([step, ...rest]: ClaimsPath, value: Json): readonly Json[] | null => {
  if (step === undefined) {
    return [value]
  }
  if (typeof step === 'string') {
    if (!isJsonObject(value)) {
      return null
    }
    const child = named(value, step)
    return child === undefined ? [] : seenAlong(rest, child)
  }
  if (!isJsonList(value)) {
    return null
  }
  const below = value.map((child) => seenAlong(rest, child))
  return typeof step === 'number' || below.every((one) => one !== null)
    ? below.flatMap((one) => one ?? [])
    : null
}

export const pathKey = (path: ClaimsPath): string => JSON.stringify(path)
