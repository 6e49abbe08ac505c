/** What has happened to two persons, by the acts that succeeded: the ground on which the oracle judges. */
import type { Act, Subject } from './act.ts'
import {
  isAlive,
  isForCounter,
  isSeen,
  newPerson,
  type Paper,
  type Person,
  type Trial,
  type Wish,
} from './truth.ts'

/** What others hear of a moment later. */
interface News {
  readonly person: Person
  readonly at: number
  readonly wasSeen: boolean
  readonly isLock: boolean
  readonly endsClosing: boolean
}

const CLOSING_MIN = 14 * 1440

export class Happened {
  protected at = 0
  private serial = 0
  protected readonly people: Readonly<Record<Subject, Person>> = { hanh: newPerson(), khoa: newPerson() }
  protected readonly trials: Trial[] = []
  protected readonly cases: { subject: Subject; at: number }[] = []
  protected readonly papers: Paper[] = []
  protected readonly wishes: Wish[] = []
  protected heard: News[] = []

  /** What a lock or a new phone ends a moment later. */
  protected hear(): void {
    for (const { person, at, isLock, wasSeen, endsClosing } of this.heard) {
      const { counting } = person
      if (isLock && counting && counting.begunAt < at && (wasSeen || counting.rung !== 'voucher')) {
        counting.isDead = true
      }
      if (endsClosing) {
        person.closing = null
      }
    }
    this.heard = []
  }

  /** What a success made true; whose account it was about. */
  protected keep(act: Act): Person | null {
    switch (act.do) {
      case 'wait':
        this.at += act.hours * 60
        return null
      case 'settle':
        return null
      case 'begin':
        this.trials.push(this.newTrial(act.subject, act.rung))
        return null
      case 'prove':
        return this.proven(this.trials[act.of])
      case 'finish':
        return this.finished(this.trials[act.of])
      case 'print':
        return this.printed(act.of)
      case 'redeem':
        return this.redeemed(this.papers[act.of])
      case 'unlock':
        return this.unlocked(act.of)
      default:
        return this.keepOf(act, this.people[act.subject])
    }
  }

  private keepOf(act: Extract<Act, { subject: Subject }>, person: Person): Person {
    switch (act.do) {
      case 'dispute-app':
        return act.wasMe ? this.left(person) : this.disputed(person)
      case 'dispute-device':
        return this.disputed(person)
      case 'dispute-code':
        return act.notice === 'recovery' ? this.disputed(person) : this.stopped(person)
      case 'lock':
        return this.locked(person, isSeen(act.by))
      case 'bar':
        person.bodyLock ??= ++this.serial
        return person
      case 'unbar':
        person.bodyLock = null
        return person
      case 'confirm':
        this.cases.push({ subject: act.subject, at: this.at })
        return person
      case 'ask-unlock':
        this.wishes.push({ subject: act.subject, at: this.at, isOpen: true })
        return person
      case 'close':
        person.closing = { dueAt: this.at + CLOSING_MIN, isOpen: true }
        return person
      case 'keep':
        person.closing = null
        return person
      case 'day-of-closing':
        person.isClosed = true
        return person
      case 'begin':
        return person
    }
  }

  private newTrial(subject: Subject, rung: Trial['rung']): Trial {
    const { at } = this
    return { subject, rung, begunAt: at, proofs: 0, lastAt: at, isDead: false, isOvertaken: false }
  }

  private proven(trial: Trial | undefined): Person | null {
    if (!trial) {
      return null
    }
    const person = this.people[trial.subject]
    const { counting, bodyLock } = person
    const isAtCounter = counting !== null && counting.rung === 'voucher' && isAlive(counting, this.at)
    if (trial.proofs === 0 && !isAtCounter && bodyLock === null && !isForCounter(person)) {
      person.counting = trial
    }
    trial.proofs++
    trial.lastAt = this.at
    return person
  }

  private finished(trial: Trial | undefined): Person | null {
    const person = trial ? this.people[trial.subject] : null
    if (trial && person) {
      trial.isDead = true
      person.holderLock = null
      this.heard.push({ person, at: this.at, wasSeen: false, isLock: false, endsClosing: true })
    }
    return person
  }

  private printed(of: number): Person | null {
    for (const paper of this.papers.filter((one) => one.of === of)) {
      paper.isVoid = true
    }
    const subject = this.cases[of]?.subject
    if (!subject) {
      return null
    }
    this.papers.push({ subject, of, at: this.at, isVoid: false })
    return this.people[subject]
  }

  private redeemed(paper: Paper | undefined): Person | null {
    if (!paper) {
      return null
    }
    paper.isVoid = true
    const trial = { ...this.newTrial(paper.subject, 'voucher'), proofs: 1 }
    this.trials.push(trial)
    this.people[paper.subject].counting = trial
    return this.people[paper.subject]
  }

  private unlocked(of: number): Person | null {
    const wish = this.wishes[of]
    if (!wish) {
      return null
    }
    wish.isOpen = false
    this.people[wish.subject].holderLock = null
    return this.people[wish.subject]
  }

  /** An officer who may not grant a wish refuses it. */
  protected sawRefused(act: Act): void {
    const wish = act.do === 'unlock' ? this.wishes[act.of] : undefined
    if (wish) {
      wish.isOpen = false
    }
  }

  private left(person: Person): Person {
    if (person.counting) {
      person.counting.isDead = true
    }
    return person
  }

  private disputed(person: Person): Person {
    this.left(person)
    this.locked(person, person.counting?.rung === 'voucher')
    return this.onlyForCounter(person)
  }

  private stopped(person: Person): Person {
    person.closing = null
    this.locked(person, false)
    return this.onlyForCounter(person)
  }

  private onlyForCounter(person: Person): Person {
    const standing = [person.holderLock, person.bodyLock]
    person.disputedUnder = new Set(standing.filter((lock) => lock !== null))
    return person
  }

  private locked(person: Person, wasSeen: boolean): Person {
    const endsClosing = person.holderLock === null
    person.holderLock ??= ++this.serial
    person.askedAt = this.at
    person.askedSeenAt = wasSeen ? this.at : person.askedSeenAt
    for (const trial of this.trials) {
      if (this.people[trial.subject] === person && (wasSeen || trial.rung !== 'voucher')) {
        trial.isOvertaken = true
      }
    }
    this.heard.push({ person, at: this.at, wasSeen, isLock: true, endsClosing })
    return person
  }
}
