/**
 * Acts of officers at a counter as data, and a seeded chance that strings them together: mostly the next step
 * that makes sense, often one that does not.
 */
import type { Chance } from './chance.ts'

const officers = [
  'bao',
  'bao-alias',
  'thu',
  'herself',
  'unknown',
  'elsewhere',
  'until-soon',
  'clerk',
] as const
export type OfficerName = (typeof officers)[number]
export const people = ['alive', 'dead', 'expired-card', 'herself'] as const
export type PersonName = (typeof people)[number]
const chips = ['good', 'unasked', 'refused', 'copied', 'differs'] as const
/** `taken`: stays another account's; `only-way`: another account has no other way than it. */
const phones = ['own', 'second', 'taken', 'only-way'] as const
export type PhoneName = (typeof phones)[number]
export const fingers = ['right-index', 'left-index'] as const
export type FingerName = (typeof fingers)[number]
/** By which device a capture was signed: `here` is a registered one of the officer's own desk, just now. */
const signatures = ['here', 'none', 'forged', 'other-desk', 'wrong-kind', 'stale', 'other-case'] as const
export type Signature = (typeof signatures)[number]
const searchPurposes = ['counter-service', 'court-or-investigation', 'curiosity', ''] as const

/** `of`: the case, by the order in which cases were opened in this sequence. */
export type Act =
  | {
      readonly do: 'open'
      readonly officer: OfficerName
      readonly person: PersonName
      readonly isOffline: boolean
    }
  | {
      readonly do: 'chip'
      readonly officer: OfficerName
      readonly of: number
      readonly chip: (typeof chips)[number]
      readonly signed: Signature
    }
  | {
      readonly do: 'contact'
      readonly officer: OfficerName
      readonly of: number
      readonly phone: (typeof phones)[number]
    }
  | { readonly do: 'code'; readonly officer: OfficerName; readonly of: number; readonly isRight: boolean }
  | {
      readonly do: 'portrait'
      readonly officer: OfficerName
      readonly of: number
      readonly face: 'own' | 'other'
      readonly signed: Signature
    }
  | {
      readonly do: 'print'
      readonly officer: OfficerName
      readonly of: number
      readonly finger: FingerName
      readonly whose: 'own' | 'other' | 'unread'
      readonly signed: Signature
    }
  | {
      readonly do: 'except'
      readonly officer: OfficerName
      readonly of: number
      readonly finger: FingerName
      readonly reason: 'missing' | 'worn'
    }
  | { readonly do: 'documents'; readonly officer: OfficerName; readonly of: number; readonly count: number }
  | {
      readonly do: 'ask' | 'submit' | 'discard' | 'offline-consent'
      readonly officer: OfficerName
      readonly of: number
    }
  /** The citizen at the screen of this officer's desk. */
  | { readonly do: 'answer'; readonly officer: OfficerName; readonly answer: 'agreed' | 'declined' }
  | {
      readonly do: 'second'
      readonly officer: OfficerName
      readonly of: number
      readonly verdict: 'confirm' | 'deny'
    }
  | {
      readonly do: 'search'
      readonly officer: OfficerName
      readonly person: PersonName
      readonly purpose: (typeof searchPurposes)[number]
      readonly reference: string
    }
  | { readonly do: 'wait'; readonly hours: number }
  /** The register hears that the living person has died. */
  | { readonly do: 'death' }
export type Result =
  | { readonly ok: true; readonly state: string | null }
  | { readonly ok: false; readonly code: string }

const steps = [
  'chip',
  'contact',
  'code',
  'portrait',
  'print',
  'print',
  'except',
  'documents',
  'ask',
  'answer',
  'submit',
  'second',
  'discard',
  'offline-consent',
  'search',
  'wait',
  'open',
  'death',
] as const

/** What makes sense next, as an honest officer with a plain case would go on. */
const plan = [
  'chip',
  'contact',
  'code',
  'portrait',
  'print-right',
  'print-left',
  'ask',
  'answer',
  'submit',
  'second',
] as const

/** Draws acts one by one; `honest` of them follow the plan. */
export class ActSource {
  private readonly chance: Chance
  private readonly honest: number
  private readonly taker: OfficerName
  private planned = 0
  private opened = 0
  private readonly past: Act[] = []
  constructor(chance: Chance) {
    this.chance = chance
    this.honest = 0.35 + chance.next() * 0.6
    this.taker = chance.is(0.85) ? chance.of(['bao', 'bao-alias', 'thu', 'until-soon']) : chance.of(officers)
  }

  /** An opening that went well makes a case. */
  sawOpened(): void {
    this.opened++
    this.planned = 0
  }

  next(): Act {
    const { chance } = this
    if (this.opened === 0 && this.past.length < 3) {
      return this.keep(this.opening())
    }
    if (this.past.length > 0 && chance.is(0.06)) {
      return chance.of(this.past)
    }
    if (this.opened > 0 && chance.is(this.honest)) {
      return this.keep(this.honestAct())
    }
    return this.keep(this.wildAct())
  }

  private keep(act: Act): Act {
    this.past.push(act)
    return act
  }

  private opening(): Act {
    const { chance } = this
    return {
      do: 'open',
      officer: chance.is(0.9) ? this.taker : chance.of(officers),
      person: chance.is(0.75) ? 'alive' : chance.of(people),
      isOffline: chance.is(0.15),
    }
  }

  private honestAct(): Act {
    const { chance } = this
    const step = plan[Math.min(this.planned++, plan.length - 1)] ?? 'second'
    const about = { officer: this.taker, of: this.opened - 1 }
    switch (step) {
      case 'chip':
        return { do: 'chip', ...about, chip: 'good', signed: this.signature(0.95) }
      case 'contact':
        return { do: 'contact', ...about, phone: chance.is(0.8) ? 'own' : chance.of(phones) }
      case 'code':
        return { do: 'code', ...about, isRight: true }
      case 'portrait':
        return { do: 'portrait', ...about, face: 'own', signed: this.signature(0.95) }
      case 'print-right':
        return this.fingerAct(about, 'right-index')
      case 'print-left':
        return this.fingerAct(about, 'left-index')
      case 'ask':
        return { do: 'ask', ...about }
      case 'answer':
        return { do: 'answer', officer: this.taker, answer: 'agreed' }
      case 'submit':
        return { do: 'submit', ...about }
      case 'second':
        return {
          do: 'second',
          officer: chance.is(0.5) ? 'thu' : chance.of(officers),
          of: about.of,
          verdict: chance.is(0.9) ? 'confirm' : 'deny',
        }
    }
  }

  private signature(honest: number): Signature {
    return this.chance.is(honest) ? 'here' : this.chance.of(signatures)
  }

  private fingerAct(about: { officer: OfficerName; of: number }, finger: FingerName): Act {
    return this.chance.is(0.6)
      ? { do: 'print', ...about, finger, whose: 'own', signed: this.signature(0.95) }
      : { do: 'except', ...about, finger, reason: 'missing' }
  }

  private wildAct(): Act {
    const { chance } = this
    const step = chance.of(steps)
    const about = {
      officer: chance.is(0.4) ? this.taker : chance.of(officers),
      of: Math.max(0, this.opened - 1 - (chance.is(0.2) ? chance.below(this.opened + 1) : 0)),
    }
    switch (step) {
      case 'open':
        return this.opening()
      case 'chip':
        return { do: 'chip', ...about, chip: chance.of(chips), signed: this.signature(0.6) }
      case 'contact':
        return { do: 'contact', ...about, phone: chance.of(phones) }
      case 'code':
        return { do: 'code', ...about, isRight: chance.is(0.7) }
      case 'portrait':
        return {
          do: 'portrait',
          ...about,
          face: chance.of(['own', 'other']),
          signed: this.signature(0.6),
        }
      case 'print':
        return {
          do: 'print',
          ...about,
          finger: chance.of(fingers),
          whose: chance.of(['own', 'other', 'unread']),
          signed: this.signature(0.6),
        }
      case 'except':
        return { do: 'except', ...about, finger: chance.of(fingers), reason: chance.of(['missing', 'worn']) }
      case 'documents':
        return { do: 'documents', ...about, count: chance.below(3) }
      case 'answer':
        return { do: 'answer', officer: about.officer, answer: chance.of(['agreed', 'declined']) }
      case 'second':
        return { do: 'second', ...about, verdict: chance.is(0.8) ? 'confirm' : 'deny' }
      case 'search':
        return {
          do: 'search',
          officer: about.officer,
          person: chance.of(people),
          purpose: chance.of(searchPurposes),
          reference: chance.of(['', '12/QĐ-TA']),
        }
      case 'death':
        return chance.is(0.2) ? { do: 'death' } : { do: 'wait', hours: 0.1 }
      case 'wait':
        return { do: 'wait', hours: chance.of([0.2, 1, 3, 6, 26]) }
      default:
        return { do: step, ...about }
    }
  }
}
