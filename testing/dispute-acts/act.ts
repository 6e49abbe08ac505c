/**
 * Acts of a holder, of whoever would take her account, of officers and of strangers, as data, and a seeded
 * chance that strings them together: recoveries and papers of a counter, and every way to object to them.
 */
import type { Chance } from '../recovery-acts/chance.ts'

export type Subject = 'hanh' | 'khoa'
const rungs = ['chip', 'face', 'relative'] as const
/** Which digits are typed: those of the newest notice, of an earlier one, of the other person's, or none. */
const codes = ['newest', 'former', 'others', 'wrong'] as const
const devices = ['bound', 'former', 'others'] as const
const lockers = ['holder', 'holder-code', 'relative', 'hotline', 'officer'] as const
export type Locker = (typeof lockers)[number]

/** `of`: by the order in which recoveries, cases, papers and wishes came to be. */
export type Act =
  | { readonly do: 'begin'; readonly subject: Subject; readonly rung: (typeof rungs)[number] }
  | { readonly do: 'prove' | 'finish' | 'print' | 'redeem' | 'unlock'; readonly of: number }
  | {
      readonly do: 'dispute-code'
      readonly subject: Subject
      readonly code: (typeof codes)[number]
      readonly notice: 'recovery' | 'closing'
    }
  | { readonly do: 'dispute-app'; readonly subject: Subject; readonly wasMe: boolean }
  | {
      readonly do: 'dispute-device'
      readonly subject: Subject
      readonly device: (typeof devices)[number]
    }
  | { readonly do: 'lock'; readonly subject: Subject; readonly by: Locker }
  | {
      readonly do: 'bar' | 'unbar' | 'confirm' | 'ask-unlock' | 'close' | 'keep' | 'day-of-closing'
      readonly subject: Subject
    }
  | { readonly do: 'settle' }
  | { readonly do: 'wait'; readonly hours: number }

export type Result =
  | { readonly ok: true; readonly isLocked: boolean | null }
  | { readonly ok: false; readonly code: string }

const steps = [
  ...(['begin', 'begin', 'prove', 'prove', 'prove', 'prove', 'prove', 'finish', 'finish', 'finish'] as const),
  ...(['confirm', 'print', 'print', 'redeem', 'redeem', 'redeem'] as const),
  ...(['dispute-code', 'dispute-code', 'dispute-app', 'dispute-app', 'dispute-device', 'lock'] as const),
  ...(['ask-unlock', 'ask-unlock', 'unlock', 'unlock', 'unlock', 'bar', 'unbar'] as const),
  ...(['close', 'keep', 'day-of-closing', 'settle', 'wait', 'wait', 'wait'] as const),
] as const
/** What must have come before, so that there is something to go on with. */
const before: Readonly<Partial<Record<string, readonly [Made, (typeof steps)[number]]>>> = {
  prove: ['recovery', 'begin'],
  finish: ['recovery', 'begin'],
  print: ['case', 'confirm'],
  redeem: ['paper', 'print'],
  unlock: ['wish', 'ask-unlock'],
}
type Made = 'recovery' | 'case' | 'paper' | 'wish'
const HOURS = [0.2, 0.5, 1, 3, 7, 7, 25, 25, 80, 24 * 15] as const

/** Draws acts one by one. Most are about one person, so that they meet. */
export class ActSource {
  private readonly chance: Chance
  private readonly made: Record<Made, number> = {
    recovery: 0,
    case: 0,
    paper: 0,
    wish: 0,
  }
  constructor(chance: Chance) {
    this.chance = chance
  }

  /** What a success made can be meant by the acts that follow. */
  saw(act: Act): void {
    if (act.do === 'begin' || act.do === 'redeem') {
      this.made.recovery++
    }
    this.made.case += act.do === 'confirm' ? 1 : 0
    this.made.paper += act.do === 'print' ? 1 : 0
    this.made.wish += act.do === 'ask-unlock' ? 1 : 0
  }

  /** Mostly the newest. */
  private which(kind: Made): number {
    const { chance, made } = this
    return chance.is(0.75) ? made[kind] - 1 : chance.below(made[kind] + 1)
  }

  private stepWithGround(step: (typeof steps)[number]): (typeof steps)[number] {
    const [kind, earlier] = before[step] ?? []
    return kind && earlier && this.made[kind] === 0 && this.chance.is(0.98)
      ? this.stepWithGround(earlier)
      : step
  }

  next(): Act {
    const { chance } = this
    const subject = chance.is(0.85) ? 'hanh' : 'khoa'
    const step = this.stepWithGround(chance.pick(steps))
    switch (step) {
      case 'begin':
        return { do: step, subject, rung: chance.pick(rungs) }
      case 'prove':
      case 'finish':
        return { do: step, of: this.which('recovery') }
      case 'print':
        return { do: step, of: this.which('case') }
      case 'redeem':
        return { do: step, of: this.which('paper') }
      case 'unlock':
        return { do: step, of: this.which('wish') }
      case 'dispute-code':
        return {
          do: step,
          subject,
          code: chance.is(0.6) ? 'newest' : chance.pick(codes),
          notice: chance.is(0.75) ? 'recovery' : 'closing',
        }
      case 'dispute-app':
        return { do: step, subject, wasMe: chance.is(0.3) }
      case 'dispute-device':
        return { do: step, subject, device: chance.is(0.7) ? 'bound' : chance.pick(devices) }
      case 'lock':
        return { do: step, subject, by: chance.pick(lockers) }
      case 'bar':
      case 'unbar':
        return chance.is(0.4) ? { do: step, subject } : { do: 'settle' }
      case 'settle':
        return { do: step }
      case 'wait':
        return { do: step, hours: chance.pick(HOURS) }
      default:
        return { do: step, subject }
    }
  }
}
