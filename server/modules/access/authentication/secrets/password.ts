/**
 * Passwords: their shape by policy, a shipped list of leaked ones, and the counted try. A wrong number and a
 * wrong password are one answer and
 * one duration: the same statements and the same Argon2id run for both.
 */
import { dictionary } from '@zxcvbn-ts/language-common'
import { passwordClasses } from '../../../../../formats/password-classes.ts'
import { later } from '../../../../kernel/clock.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading, Work } from '../../../../kernel/work.ts'
import { findSubject, NOBODY } from '../../../people/accounts/open-account.ts'
import { readDeviceToken } from '../../../people/accounts/device.ts'
import type { KnownOf } from '../../../people/accounts/weak-passcode.ts'
import { passwordShape, passwordTries } from '../rules.ts'
import { holdsOwnData } from './own-data.ts'
import * as store from '../store.ts'

const leaked = new Set<string>(dictionary['passwords-common'])
/** "Password1!" is "password" with decorations. */
const bare = (password: string): string =>
  password
    .toLowerCase()
    .replace(/[^\p{L}]+$/u, '')
    .replace(/^[^\p{L}]+/u, '')

/** Throws `password.weak`, `password.own-data` or `password.breached`. */
export const mustBeGoodPassword = (typed: string, known: KnownOf, at: Date): void => {
  // As it is hashed: some keyboards send a letter and its marks apart.
  const password = typed.normalize('NFC')
  const shape = inForce(passwordShape, at)
  const length = [...password].length
  if (
    length < shape.min ||
    length > shape.max ||
    !shape.needs.every((need) => passwordClasses[need].test(password))
  ) {
    throw problem('password.weak')
  }
  if (holdsOwnData(password, known)) {
    throw problem('password.own-data')
  }
  if (leaked.has(password.toLowerCase()) || leaked.has(bare(password))) {
    throw problem('password.breached')
  }
}

export interface PasswordTry {
  readonly numberDigest: Buffer
  readonly subjectId: string | null
  readonly way: string
  /** The way of this network, once it is known to be hers. */
  readonly here: string
  readonly isRight: boolean
}

/**
 * A network that she has come from is a way of its own: strangers who guess elsewhere do not close it. All
 * networks that nobody has shown to be hers are one way together, so that guessing from many is slow.
 */
const networkWay = (tools: Tools, network: string): string =>
  `network ${tools.digests.identifier('network', network).toString('hex')}`

/** Whether she has come from this network before. The same query for a number that nobody has. */
export const isHerNetwork = async (
  read: Reading,
  tools: Tools,
  personalNumber: string,
  network: string,
): Promise<boolean> => {
  const number = tools.digests.identifier('number', personalNumber)
  return (await store.guard(read, number, networkWay(tools, network))) !== undefined
}

/** Whoever has opened her app from here signs in from here on a new computer too. */
export const rememberNetwork = (
  work: Work,
  tools: Tools,
  personalNumber: string,
  network: string,
  at: Date,
): void =>
  store.keepWay(work, tools.digests.identifier('number', personalNumber), networkWay(tools, network), at)

/**
 * Outside of any transaction: whose number it is, whether this way in is open, whether the password is right.
 * The same queries and one hash, always.
 */
export const prepareTry = async (
  tools: Tools,
  input: { personalNumber: string; password: string; device?: string | undefined },
  at: Date,
  network: string,
): Promise<PasswordTry> => {
  const numberDigest = tools.digests.identifier('number', input.personalNumber)
  const subjectId = await findSubject(tools.read, tools, input.personalNumber)
  const device = input.device ? readDeviceToken(tools, input.device) : null
  const isHers = device !== null && device.subjectId === subjectId
  const here = networkWay(tools, network)
  const other = isHers ? `device ${device.deviceId}` : UNKNOWN
  const [row, guards] = await Promise.all([
    store.passwordOf(tools.read, subjectId ?? NOBODY),
    store.guards(tools.read, numberDigest, [here, other]),
  ])
  const isKnownHere = guards.some((one) => one.way === here)
  const way = !isHers && isKnownHere ? here : other
  const guard = guards.find((one) => one.way === way)
  const matches = await tools.passwords.verify(row?.phc ?? null, input.password)
  return { numberDigest, subjectId, way, here, isRight: matches && !isPaused(guard, at) }
}
const UNKNOWN = 'unknown'
const isPaused = (guard: store.GuardRow | undefined, at: Date): boolean =>
  guard?.paused_until !== undefined && guard.paused_until !== null && guard.paused_until > at

/**
 * Writes down what a try came to. Answers the subject, or null: then the caller refuses with
 * `sign-in.no-match` and keeps what was written.
 */
export const settleTry = async (work: Work, tried: PasswordTry, at: Date): Promise<string | null> => {
  if (tried.isRight && tried.subjectId) {
    // Asked again: a hundred guesses made at once were all prepared before the first of them was counted.
    const guard = await store.guard(work, tried.numberDigest, tried.way)
    if (!isPaused(guard, at)) {
      if (guard && tried.way !== tried.here) {
        await store.clearFailures(work, tried.numberDigest, tried.way)
      }
      store.keepWay(work, tried.numberDigest, tried.here, at)
      return tried.subjectId
    }
  }
  const rule = inForce(passwordTries, at)
  await store.countFailure(work, tried.numberDigest, tried.way, rule.tries, later(at, rule.pause_s), at)
  return null
}
