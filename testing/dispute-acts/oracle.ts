/**
 * What must not succeed and what must not be refused, told from the acts alone and apart from the product: a
 * stranger ends nothing of the holder's, the holder within the window always does, and what she has objected
 * to has no effect any more.
 */
import type { Act, Result, Subject } from './act.ts'
import { Happened } from './happened.ts'
import {
  isAlive,
  isComplete,
  isForCounter,
  isLocked,
  waitedAt,
  type Paper,
  type Person,
  type Trial,
  type Wish,
} from './truth.ts'

/** `forbidden`: why it must not succeed. `isOwed`: it must not be refused. */
interface Verdict {
  readonly forbidden: string | null
  readonly isOwed: boolean
}
const firstOf = (...reasons: (readonly [boolean, string])[]): string | null =>
  reasons.find(([isSo]) => isSo)?.[1] ?? null
/** Owed wherever it is not forbidden, but for what `isOpen` leaves to the product. */
const judged = (forbidden: string | null, isOpen = false): Verdict => ({
  forbidden,
  isOwed: forbidden === null && !isOpen,
})
const PRINT_MIN = 120
const PAPER_MIN = 1440

export class Oracle extends Happened {
  /** A sentence when this was unlawful; null when all is well. */
  saw(act: Act, result: Result): string | null {
    this.at++
    if (['wait', 'settle', 'confirm', 'ask-unlock', 'unlock', 'day-of-closing'].includes(act.do)) {
      this.hear()
    }
    const { forbidden, isOwed } = this.verdictOn(act)
    if (result.ok && forbidden) {
      return `${act.do}: ${forbidden}`
    }
    if (!result.ok) {
      this.sawRefused(act)
      return isOwed ? `${act.do}: refused as ${result.code}, and it was owed` : null
    }
    const about = this.keep(act)
    return about && result.isLocked !== null && result.isLocked !== isLocked(about)
      ? `${act.do}: afterwards it was ${result.isLocked ? 'locked' : 'not locked'}`
      : null
  }

  private verdictOn(act: Act): Verdict {
    switch (act.do) {
      case 'wait':
      case 'settle':
      case 'begin':
        return judged(null)
      case 'prove':
        return this.onProof(this.trials[act.of])
      case 'finish':
        return this.onFinish(this.trials[act.of])
      case 'print':
        return this.onPrint(this.cases[act.of])
      case 'redeem':
        return this.onRedeem(this.papers[act.of])
      case 'unlock':
        return this.onUnlock(this.wishes[act.of])
      default:
        return this.people[act.subject].isClosed
          ? judged('nobody has this account any more')
          : this.onPerson(act, this.people[act.subject])
    }
  }

  private goingOn(person: Person): Trial | null {
    return person.counting && isAlive(person.counting, this.at) ? person.counting : null
  }

  private onPerson(act: Extract<Act, { subject: Subject }>, person: Person): Verdict {
    const trial = this.goingOn(person)
    const isGone: readonly [boolean, string] = [trial === null, 'nothing went on']
    const isAtCounter: readonly [boolean, string] = [
      trial?.rung === 'voucher',
      'a code or a phone ended what a counter gave in person',
    ]
    const isFading = this.heard.some((one) => one.person === person && one.endsClosing)
    switch (act.do) {
      case 'dispute-code':
        return act.notice === 'closing'
          ? judged(
              firstOf(
                [act.code !== 'newest', 'by a code that is not hers'],
                [!person.closing?.isOpen, 'no closing'],
              ),
              isFading,
            )
          : judged(
              firstOf([act.code !== 'newest', 'by a code that is not hers'], isGone, isAtCounter),
              trial?.isOvertaken,
            )
      case 'dispute-device':
        return judged(
          firstOf([act.device !== 'bound', 'by a phone that is not hers'], isGone, isAtCounter),
          trial?.isOvertaken,
        )
      case 'dispute-app':
        return judged(firstOf([isLocked(person), 'in a locked app'], isGone), trial?.isOvertaken)
      case 'unbar':
        return judged(firstOf([person.bodyLock === null, 'no body had locked it']))
      case 'confirm':
        return judged(firstOf([person.bodyLock !== null, 'for an account that a body locked']))
      case 'ask-unlock':
        return judged(
          firstOf([person.holderLock === null, 'no lock of hers']),
          this.wishes.some(({ subject, isOpen }) => isOpen && subject === act.subject),
        )
      case 'close':
        return judged(firstOf([isLocked(person), 'of a locked account'], [!!person.closing?.isOpen, 'twice']))
      case 'keep':
        return judged(
          firstOf([isLocked(person), 'in a locked app'], [!person.closing?.isOpen, 'no closing']),
          isFading,
        )
      case 'day-of-closing':
        return judged(
          firstOf(
            [!person.closing?.isOpen, 'she had taken it back, or said that it was not she'],
            [(person.closing?.dueAt ?? 0) > this.at, 'before its day'],
            [isLocked(person), 'while it was locked'],
            [trial !== null && !trial.isOvertaken, 'while somebody got it back'],
          ),
          trial !== null,
        )
      default:
        return judged(null)
    }
  }

  /** Why a trial is worth nothing after its first proof. */
  private against(trial: Trial): (readonly [boolean, string])[] {
    const person = this.people[trial.subject]
    return [
      [person.isClosed, 'the account was closed'],
      [trial.isDead, 'it had ended, by her word or otherwise'],
      [!isAlive(trial, this.at), 'it had lapsed'],
      [person.counting !== trial, 'another one counted'],
      [trial.isOvertaken, 'she had locked the account since'],
      [person.bodyLock !== null, 'a body had locked the account'],
      [trial.rung !== 'voucher' && isForCounter(person), 'after "not me" only a counter helps'],
    ]
  }

  private onProof(trial: Trial | undefined): Verdict {
    if (!trial) {
      return judged('of nothing')
    }
    const isFirst = trial.proofs === 0
    return judged(
      firstOf(
        [trial.isDead || !isAlive(trial, this.at), 'it had ended'],
        [isComplete(trial), 'one proof too many'],
        ...(isFirst ? [] : this.against(trial)),
      ),
      this.people[trial.subject].isClosed,
    )
  }

  private onFinish(trial: Trial | undefined): Verdict {
    return judged(
      trial
        ? firstOf(
            ...this.against(trial),
            [!isComplete(trial), 'a proof was missing'],
            [this.at < waitedAt(trial), 'the waiting was skipped'],
          )
        : 'of nothing',
    )
  }

  private onPrint(of: { subject: Subject; at: number } | undefined): Verdict {
    const person = of && this.people[of.subject]
    return of && person
      ? judged(
          firstOf(
            [person.isClosed, 'the account was closed'],
            [this.at >= of.at + PRINT_MIN, 'too long after it was confirmed'],
            [
              person.askedSeenAt > of.at,
              'she had objected, past more than the handset, since it was confirmed',
            ],
            [person.bodyLock !== null, 'a body had locked the account'],
          ),
        )
      : judged('of nothing')
  }

  private onRedeem(paper: Paper | undefined): Verdict {
    const person = paper && this.people[paper.subject]
    return paper && person
      ? judged(
          firstOf(
            [person.isClosed, 'the account was closed'],
            [paper.isVoid, 'used, printed anew, or disputed'],
            [this.at >= paper.at + PAPER_MIN, 'after its day'],
            [
              person.askedSeenAt > paper.at,
              'she had objected, past more than the handset, since it was printed',
            ],
            [person.bodyLock !== null, 'a body had locked the account'],
          ),
        )
      : judged('of nothing')
  }

  private onUnlock(wish: Wish | undefined): Verdict {
    const person = wish && this.people[wish.subject]
    return wish && person
      ? judged(
          firstOf(
            [person.isClosed, 'the account was closed'],
            [!wish.isOpen, 'decided twice'],
            [person.holderLock === null, 'no lock of hers'],
            [person.askedAt > wish.at, 'she had locked it again since it was asked for'],
          ),
        )
      : judged('of nothing')
  }
}
