/**
 * One application for a card as random officers act on it, through the product's own rules, beside what a
 * policy that is written apart saw of it.
 */
import type { Actor, Officer } from '../../server/kernel/actor.ts'
import { later } from '../../server/kernel/clock.ts'
import { dayInVietnam } from '../../server/kernel/policy.ts'
import { Problem } from '../../server/kernel/problem.ts'
import {
  emptyContent,
  mustBeOpen,
  mustBePrinted,
  mustBeReady,
  type CardContent,
  type CardState,
  type Standing,
} from '../../server/modules/cases/cards/card-application.ts'
import { cardKind } from '../../server/modules/cases/cards/card-case.ts'
import { recipientTriesLeft } from '../../server/modules/cases/cards/card-decision.ts'
import { foundOf } from '../../server/modules/cases/casework/case-access.ts'
import { proveContact } from '../../server/modules/evidence/capture/contact.ts'
import { addPortrait } from '../../server/modules/evidence/capture/portrait.ts'
import { addPrints } from '../../server/modules/evidence/capture/prints.ts'

import type { Chance } from '../officer-acts/chance.ts'
import { againstAccepting, againstHanding, againstPrinting, nothingSeen, type Seen } from './policy.ts'
import type { Rules } from './rules.ts'
import { AT, ROW, type Act } from './staff.ts'

export class Desk {
  readonly rules: Rules
  readonly chance: Chance
  at = AT
  state: CardState = 'open'
  content: CardContent = emptyContent({
    personalNumber: '940191100001',
    name: 'M',
    language: 'vi',
    lost: null,
  })
  takenBy: string[] = ['bao']
  printedBy: string | null = null
  isAlive = true
  readonly hasReference: boolean
  consent: Standing['consent'] = 'none'
  receipt: Standing['receipt'] = 'none'
  isSettled: boolean
  presses = 0
  readonly seen: Seen = nothingSeen()
  constructor(tried: Rules, chance: Chance) {
    this.rules = tried
    this.chance = chance
    this.hasReference = chance.is(0.7)
    this.isSettled = chance.is(0.7)
  }

  get standing(): Standing {
    return {
      register: {
        birthDate: '1991-04-12',
        isAlive: this.isAlive,
        card: { state: 'valid' },
        fingers: this.hasReference ? ['right-index', 'left-index', 'right-thumb'] : [],
      },
      account: null,
      phone: 'free',
      consent: this.consent,
      receipt: this.receipt,
      areChangesSettled: this.isSettled,
      at: this.at,
    }
  }

  get application() {
    return {
      state: this.state,
      kind: 're-issue' as const,
      reason: 'damaged' as const,
      withAccount: true,
      content: this.content,
    }
  }

  found(before: readonly (string | null)[]) {
    return { ...foundOf(cardKind, { ...ROW, taken_by: this.takenBy }), takenBy: before }
  }

  may(
    permit: (actor: Actor, found: never) => boolean,
    who: Officer,
    before: readonly (string | null)[] = this.takenBy,
  ): void {
    if (!(permit as (actor: Actor, found: unknown) => boolean)(who, this.found(before))) {
      throw new Problem('permit.refused', {})
    }
  }

  step(who: Officer, change: () => CardContent): void {
    this.may(this.rules.take, who)
    mustBeOpen(this)
    this.content = change()
    this.takenBy = [...new Set([...this.takenBy, who.personKey ?? ''])]
    this.seen.takers.add(who.personKey ?? '')
  }

  /** Answers what the policy says against it, when it was done. */
  run(act: Act, who: Officer): string | null {
    if (act === 'wait') {
      this.at = later(this.at, 5 * 3600)
      return null
    }
    if (act === 'death') {
      this.isAlive = false
      return null
    }
    if (act === 'answer') {
      if (this.consent === 'asked') {
        this.consent = this.chance.is(0.9) ? 'agreed' : 'declined'
        this.seen.agreed = this.consent === 'agreed'
      }
      return null
    }
    if (act === 'answer-receipt') {
      if (this.receipt === 'asked') {
        this.receipt = this.chance.is(0.9) ? 'agreed' : 'declined'
        this.seen.receipt = this.receipt === 'agreed'
      }
      return null
    }
    if (act === 'settle') {
      this.isSettled = true
      return null
    }
    return this.taking(act, who) ?? this.deciding(act, who) ?? this.making(act, who)
  }

  taking(act: Act, who: Officer): string | null {
    const digest = String(++this.presses)
    if (act === 'portrait') {
      this.takePortrait(who, digest)
    } else if (act === 'prints') {
      this.takePrint(who, digest)
    } else {
      this.noting(act, who, digest)
    }
    return null
  }

  noting(act: Act, who: Officer, value: string): void {
    const { content, chance } = this
    if (act === 'contact') {
      this.step(who, () => {
        this.askAnew()
        return {
          ...content,
          contact: { phone: '+84900000000', email: null, channel: 'sms', proofId: '', isProven: false },
        }
      })
    } else if (act === 'change') {
      this.step(who, () => {
        this.askAnew()
        return { ...content, changes: [{ field: 'ethnicity', value }] }
      })
    } else if (act === 'code') {
      this.step(who, () => (chance.is(0.9) ? proveContact(content, this.at) : content))
    } else if (act === 'fee') {
      this.step(who, () => ({ ...content, feeReceipt: 'BL-1' }))
    } else if (act === 'ask') {
      this.step(who, () => {
        this.consent = 'asked'
        return content
      })
    }
  }

  /** What she agreed to was something else. */
  askAnew(): void {
    this.consent = 'none'
    this.seen.agreed = false
  }

  outcomeOf(isOwn: boolean): 'match' | 'no-match' | 'no-reference' {
    return !this.hasReference ? 'no-reference' : isOwn ? 'match' : 'no-match'
  }

  takePortrait(who: Officer, digest: string): void {
    const { content, at } = this
    const isOwn = this.chance.is(0.93)
    // By the registered devices of her desk: the officers' model knows what is not.
    const taken = { outcome: this.outcomeOf(isOwn), score: 1, hints: [], digest, isUnsigned: false }
    this.step(who, () => addPortrait(content, taken, at))
    if (this.hasReference && isOwn) {
      this.seen.face = 'own'
    } else if (this.hasReference && ++this.seen.hasWrongFace === 3 && this.seen.face === 'none') {
      this.seen.face = 'other'
    }
  }

  takePrint(who: Officer, digest: string): void {
    const { content, at, chance } = this
    const finger = chance.of(['right-index', 'left-index', 'right-thumb'] as const)
    const outcome = this.outcomeOf(chance.is(0.96))
    const taken = { finger, outcome, quality: 70, score: 1, digest, isUnsigned: false }
    this.step(who, () => addPrints(content, [taken], at))
  }

  deciding(act: Act, who: Officer): string | null {
    if (act !== 'submit' && act !== 'second') {
      return null
    }
    const isFirst = act === 'submit'
    this.may(isFirst ? this.rules.take : this.rules.second, who)
    const verdict = this.chance.is(0.8) ? 'confirm' : 'deny'
    const { state } = isFirst
      ? this.rules.submit(this.application, this.standing)
      : this.rules.decideSecond(this.application, this.standing, verdict)
    this.state = state
    if (isFirst) {
      this.takenBy = [...new Set([...this.takenBy, who.personKey ?? ''])]
      this.seen.takers.add(who.personKey ?? '')
    }
    return state === 'accepted' ? againstAccepting(this, who, isFirst) : null
  }

  making(act: Act, who: Officer): string | null {
    if (act === 'print') {
      return this.printing(who)
    }
    if (act === 'hand-over') {
      return this.handing(who)
    }
    if (act === 'receive' || act === 'spoil') {
      this.may(this.rules.recipient, who)
      mustBePrinted(this)
      this.state = act === 'receive' ? 'ready' : 'accepted'
      this.printedBy = act === 'receive' ? this.printedBy : null
    } else {
      this.meeting(act, who)
    }
    return null
  }

  printing(who: Officer): string | null {
    this.may(this.rules.print, who)
    this.rules.mustBePrintable(this.application, this.standing)
    const against = againstPrinting(this, who)
    this.state = 'printed'
    this.printedBy = this.seen.printer = who.personKey ?? ''
    return against
  }

  /** She stands here for her card. */
  meeting(act: Act, who: Officer): void {
    const day = dayInVietnam(this.at)
    if (act === 'recipient') {
      const isMatch = this.chance.is(0.6)
      this.may(this.rules.recipient, who)
      mustBeReady(this)
      if (recipientTriesLeft(this.content, this.at) === 0) {
        throw new Problem('card.recipient-spent', {})
      }
      const tried = { at: this.at.toISOString(), by: 'portrait' as const, isMatch, isUnsigned: false }
      this.content = { ...this.content, recipient: [...this.content.recipient, tried] }
      if (isMatch) {
        this.seen.recipientDay = day
      }
    }
    if (act === 'chip') {
      this.may(this.rules.recipient, who)
      mustBeReady(this)
      this.content = { ...this.content, chipReadAt: this.at.toISOString() }
      this.seen.chipDay = day
    }
    if (act === 'ask-receipt') {
      this.may(this.rules.recipient, who)
      mustBeReady(this)
      this.receipt = 'asked'
      this.seen.receipt = false
    }
  }

  handing(who: Officer): string | null {
    this.may(this.rules.hand, who, [this.printedBy])
    this.rules.mustBeHandable(this.application, this.standing)
    const against = againstHanding(this, who)
    this.state = 'handed-over'
    return against
  }
}
