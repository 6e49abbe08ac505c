/**
 * What the policy forbids, told apart from the product: from the acts alone and how they ended, it says which
 * success was unlawful. It knows who an
 * officer is as a person, what was really held before camera and scanner, and what the citizen really
 * answered.
 */
import type { Act, FingerName, OfficerName, PersonName, Result } from './act.ts'

/** The persons behind the officer numbers; null: nobody knows. */
const personOf: Readonly<Record<OfficerName, string | null>> = {
  bao: 'p1',
  'bao-alias': 'p1',
  thu: 'p2',
  herself: 'citizen',
  unknown: null,
  elsewhere: 'p3',
  'until-soon': 'p4',
  clerk: 'p5',
}
const officeOf = (officer: OfficerName): 'here' | 'there' => (officer === 'elsewhere' ? 'there' : 'here')
/** Hours from the beginning for which the mandate of `until-soon` holds. */
export const MANDATE_HOURS = 5
const TRIES = 3
const ABANDONED_HOURS = 24

/** What was held before the device, and whether a registered one of that desk signed it, then and there. */
interface Taken {
  readonly what: string
  readonly isSigned: boolean
}

interface Truth {
  readonly person: PersonName
  readonly office: 'here' | 'there'
  readonly isOffline: boolean
  readonly takers: Set<string | null>
  state: 'open' | 'waiting' | 'closed'
  changedAt: number
  chip: string | null
  isChipSigned: boolean
  phone: string | null
  isProven: boolean
  portraits: Taken[]
  prints: Record<FingerName, Taken[]>
  documents: number
  offlineConsent: { phone: string | null; documents: number } | null
  wasAsked: boolean
  asked: { phone: string | null; documents: number; answer: string | null; desk: OfficerName } | null
}

export class Oracle {
  private readonly cases: Truth[] = []
  private readonly hasAccount: Map<PersonName, string>
  /** Whose only way the phone is; null when it was given up for another. */
  private onlyWayOf: PersonName | 'outsider' | null = 'outsider'
  private hours = 0
  private isDead = false

  /** `impostor`: somebody had opened an account on the number of the living person, by another phone. */
  constructor(isDisplacing: boolean) {
    this.hasAccount = new Map(isDisplacing ? [['alive', 'impostor']] : [])
  }

  /** A sentence when this success is forbidden; null when all is well. */
  saw(act: Act, result: Result): string | null {
    if (act.do === 'wait') {
      this.hours += act.hours
    }
    if (act.do === 'death') {
      this.isDead = true
    }
    if (!result.ok || act.do === 'wait' || act.do === 'death') {
      return null
    }
    if (act.do === 'answer') {
      return this.sawAnswer(act.officer, act.answer)
    }
    const officer = this.mayNot(act)
    if (officer) {
      return `${act.do}: ${officer}`
    }
    if (act.do === 'search') {
      return !isPurpose(act.purpose)
        ? 'a search without a purpose'
        : act.purpose === 'court-or-investigation' && !act.reference
          ? 'a search for others without their paper'
          : null
    }
    if (act.do === 'open') {
      return this.sawOpen(act)
    }
    const truth = this.cases[act.of]
    if (!truth) {
      return `${act.do}: on a case that nobody opened`
    }
    return this.sawStep(act, truth, result.state)
  }

  private mayNot(act: Exclude<Act, { do: 'wait' | 'death' | 'answer' }>): string | null {
    const { officer } = act
    if (officer === 'clerk') {
      return 'without the task'
    }
    if (officer === 'until-soon' && this.hours > MANDATE_HOURS) {
      return 'after the mandate had ended'
    }
    if (act.do === 'search') {
      return null
    }
    const about = act.do === 'open' ? act.person : this.cases[act.of]?.person
    if (personOf[officer] === null) {
      return 'by somebody whom nobody knows as a person'
    }
    if (about === 'herself' && personOf[officer] === 'citizen') {
      return 'about herself'
    }
    return act.do !== 'open' && this.cases[act.of] && this.cases[act.of]?.office !== officeOf(officer)
      ? 'at another office'
      : null
  }

  private sawAnswer(desk: OfficerName, answer: string): string | null {
    const waiting = this.cases.filter(({ asked }) => asked && asked.desk === desk && asked.answer === null)
    if (waiting.length !== 1 || !waiting[0]?.asked) {
      return 'an answer to nothing'
    }
    waiting[0].asked.answer = answer
    return null
  }

  private sawOpen({ officer, person, isOffline }: Act & { do: 'open' }): string | null {
    if (!isOffline && this.isBarred(person)) {
      return `a case opened while it was known that nothing comes of it: ${person}`
    }
    const other = this.cases.find((one) => one.person === person && one.state !== 'closed')
    if (other && (other.state === 'waiting' || this.hours - other.changedAt < ABANDONED_HOURS - 0.01)) {
      return 'two cases of one person at a time'
    }
    if (other) {
      other.state = 'closed'
    }
    this.cases.push({
      person,
      office: officeOf(officer),
      isOffline,
      takers: new Set([personOf[officer]]),
      state: 'open',
      changedAt: this.hours,
      chip: null,
      isChipSigned: false,
      phone: null,
      isProven: false,
      portraits: [],
      prints: { 'right-index': [], 'left-index': [] },
      documents: 0,
      offlineConsent: null,
      wasAsked: false,
      asked: null,
    })
    return null
  }

  private sawStep(
    act: Exclude<Act, { do: 'wait' | 'death' | 'answer' | 'search' | 'open' }>,
    truth: Truth,
    state: string | null,
  ): string | null {
    if (act.do === 'second') {
      return this.sawSecond(act, truth, state)
    }
    if (truth.state !== 'open') {
      return `${act.do} on a case that was ${truth.state}`
    }
    truth.takers.add(personOf[act.officer])
    truth.changedAt = this.hours
    switch (act.do) {
      case 'chip':
        truth.chip = act.chip
        truth.isChipSigned = act.signed === 'here'
        break
      case 'contact':
        if (truth.phone !== act.phone || !truth.isProven) {
          truth.phone = act.phone
          truth.isProven = false
        }
        break
      case 'code':
        if (truth.phone === null) {
          return 'a code without a contact'
        }
        if (!act.isRight && !truth.isProven) {
          return 'a wrong code proved a phone'
        }
        truth.isProven = true
        break
      case 'portrait':
        truth.portraits.push({ what: act.face, isSigned: act.signed === 'here' })
        break
      case 'print':
        truth.prints[act.finger].push({ what: act.whose, isSigned: act.signed === 'here' })
        break
      case 'except':
        return act.reason === 'worn' && truth.prints[act.finger].length < TRIES
          ? 'a finger called worn before its tries'
          : null
      case 'documents':
        truth.documents = act.count
        break
      case 'ask':
        for (const one of this.cases) {
          if (one.asked?.desk === act.officer && one.asked.answer === null) {
            one.asked = null
          }
        }
        truth.wasAsked = true
        truth.asked = { phone: truth.phone, documents: truth.documents, answer: null, desk: act.officer }
        break
      case 'offline-consent':
        if (!truth.isOffline || truth.wasAsked) {
          return 'an offline consent although she could be asked'
        }
        truth.offlineConsent = { phone: truth.phone, documents: truth.documents }
        break
      case 'discard':
        truth.state = 'closed'
        break
      case 'submit':
        return this.sawSubmit(truth, state)
    }
    return null
  }

  private sawSubmit(truth: Truth, state: string | null): string | null {
    truth.state = state === 'waiting-second' ? 'waiting' : 'closed'
    if (state === 'refused') {
      return null
    }
    const lacking = this.lacking(truth) ?? (state === 'accepted' ? this.unclean(truth) : null)
    if (state === 'accepted' && !lacking) {
      this.sawBound(truth)
    }
    return lacking && `submit ended ${state}: ${lacking}`
  }

  private sawSecond(
    { officer, verdict }: Act & { do: 'second' },
    truth: Truth,
    state: string | null,
  ): string | null {
    if (truth.state !== 'waiting') {
      return 'a second decision on a case that did not wait for one'
    }
    if (truth.takers.has(personOf[officer])) {
      return 'one person as both pairs of eyes'
    }
    truth.state = 'closed'
    if (state !== 'accepted') {
      return null
    }
    if (verdict === 'deny') {
      return 'a denied exception was accepted'
    }
    const lacking = this.lacking(truth)
    if (!lacking) {
      this.sawBound(truth)
    }
    return lacking && `second ended accepted: ${lacking}`
  }

  /** By what the register says of her. */
  private isBarred(person: PersonName): boolean {
    return person === 'dead' || person === 'expired-card' || (person === 'alive' && this.isDead)
  }

  /** What no pair of eyes may waive. */
  private lacking(truth: Truth): string | null {
    if (this.isBarred(truth.person)) {
      return `a person who is ${truth.person}`
    }
    if (truth.chip !== 'good' && truth.chip !== 'unasked') {
      return `the chip ${truth.chip ?? 'not read'}`
    }
    if (!truth.isProven) {
      return 'no proven contact'
    }
    if (truth.phone === 'taken') {
      return "somebody else's phone"
    }
    if (truth.portraits.length === 0) {
      return 'no portrait'
    }
    if (isRefuted(truth.portraits)) {
      return 'another face'
    }
    if (Object.values(truth.prints).some(isRefuted)) {
      return "another's finger"
    }
    const { offlineConsent: offline, wasAsked } = truth
    return this.hasConsent(truth) ||
      (!wasAsked && offline?.phone === truth.phone && offline.documents === truth.documents)
      ? null
      : 'no consent'
  }

  /** What the rule alone may not settle. */
  private unclean(truth: Truth): string | null {
    if (truth.chip === 'unasked') {
      return 'with a chip whose key was never asked'
    }
    if (!truth.isChipSigned) {
      return 'with a chip that no device of the desk signed'
    }
    if (!isMatched(truth.portraits, false)) {
      return 'without a matching face'
    }
    if (!isMatched(truth.portraits, true)) {
      return 'with a face that no device of the desk signed'
    }
    if (!Object.values(truth.prints).every((tries) => isMatched(tries, false))) {
      return 'without two matching fingers'
    }
    if (!Object.values(truth.prints).every((tries) => isMatched(tries, true))) {
      return 'with a finger that no device of the desk signed'
    }
    if (!this.hasConsent(truth)) {
      return 'with a consent given offline'
    }
    const account = this.hasAccount.get(truth.person)
    if (account !== undefined && account !== '' && account !== truth.phone) {
      return 'although it displaces somebody'
    }
    const isAnothers = this.onlyWayOf !== null && this.onlyWayOf !== truth.person
    return truth.phone === 'only-way' && isAnothers ? "although it takes another's only way" : null
  }

  /** An account without its only way is nobody's to use. */
  private sawBound({ person, phone }: Truth): void {
    if (phone === 'only-way') {
      if (this.onlyWayOf !== null && this.onlyWayOf !== 'outsider') {
        this.hasAccount.set(this.onlyWayOf, '')
      }
      this.onlyWayOf = person
    } else if (this.onlyWayOf === person) {
      this.onlyWayOf = null
    }
    this.hasAccount.set(person, phone ?? '')
  }

  private hasConsent({ asked, phone, documents }: Truth): boolean {
    return asked?.answer === 'agreed' && asked.phone === phone && asked.documents === documents
  }
}

const isPurpose = (purpose: string): boolean =>
  purpose === 'counter-service' || purpose === 'court-or-investigation'
const isMatched = (tries: readonly Taken[], mustBeSigned: boolean): boolean =>
  tries.slice(0, TRIES).some(({ what, isSigned }) => what === 'own' && (isSigned || !mustBeSigned))
/** All tries used, another's was read, and never her own. */
const isRefuted = (tries: readonly Taken[]): boolean =>
  tries.length >= TRIES &&
  !isMatched(tries, false) &&
  tries.slice(0, TRIES).some(({ what }) => what === 'other')
