// Security bar S11 for cards: random sequences of acts against the product's own permits and noun; whatever
// succeeds is held against a policy that is
// written apart from them. And the control: a hole that is planted is found.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { share } from '../../../../testing/thorough.ts'
import { Chance } from '../../../../testing/officer-acts/act.ts'
import type { Actor, Officer } from '../../../kernel/actor.ts'
import { later } from '../../../kernel/clock.ts'
import { dayInVietnam } from '../../../kernel/policy.ts'
import { Problem } from '../../../kernel/problem.ts'
import { proveContact } from '../../evidence/capture/contact.ts'
import { addPortrait } from '../../evidence/capture/portrait.ts'
import { addPrints } from '../../evidence/capture/prints.ts'
import {
  decideSecond,
  emptyContent,
  isRecipientProven,
  mustBeHandable,
  mustBeOpen,
  mustBePrintable,
  mustBePrinted,
  mustBeReady,
  recipientTriesLeft,
  submit,
  type CardState,
  type Content,
  type Standing,
} from './card-application.ts'
import { foundCard } from './card-case.ts'
import { secondCard, submitCard } from './decide-card.ts'
import { checkCardRecipient, handOverCard } from './hand-over-card.ts'
import { printCard } from './print-card.ts'
import type { CardRow } from './store.ts'

const SEED = 20_261_127
const SEQUENCES = share(50_000)
const HERSELF = 'key of the applicant'
const tasks = ['card.take', 'card.decide', 'card.print', 'card.hand-over']
const officer = (number: string, personKey: string | null, changes: Partial<Officer> = {}): Officer => ({
  kind: 'officer',
  officerId: number,
  number,
  officeId: 'here',
  officeName: '',
  sessionId: '',
  desk: '',
  tasks,
  personKey,
  ...changes,
})
const staff = [
  officer('bao', 'bao'),
  officer('bao', 'bao'),
  officer('bao-alias', 'bao'),
  officer('thu', 'thu'),
  officer('thu', 'thu'),
  officer('lan', 'lan'),
  officer('herself', HERSELF),
  officer('unknown', null),
  officer('elsewhere', 'else', { officeId: 'there' }),
  officer('clerk', 'clerk', { tasks: ['level-2.take'] }),
]

const rules = {
  take: submitCard.permit.allows,
  second: secondCard.permit.allows,
  print: printCard.permit.allows,
  hand: handOverCard.permit.allows,
  recipient: checkCardRecipient.permit.allows,
  submit,
  decideSecond,
  mustBePrintable,
  mustBeHandable,
  isRecipientProven,
}
type Rules = typeof rules

const acts = [
  'contact',
  'code',
  'portrait',
  'prints',
  'fee',
  'ask',
  'answer',
  'submit',
  'second',
  'settle',
  'print',
  'receive',
  'recipient',
  'chip',
  'ask-receipt',
  'answer-receipt',
  'hand-over',
] as const
type Act = (typeof acts)[number] | 'wait' | 'death' | 'spoil' | 'change'
const stepsOf: Readonly<Record<CardState, readonly Act[]>> = {
  open: ['contact', 'code', 'portrait', 'prints', 'fee', 'ask', 'answer', 'submit'],
  'waiting-second': ['second'],
  accepted: ['settle', 'print'],
  printed: ['receive'],
  ready: ['recipient', 'chip', 'ask-receipt', 'answer-receipt', 'hand-over'],
  'handed-over': [],
  refused: [],
  withdrawn: [],
}

/** One application, its world, and what the policy's own bookkeeping saw of it. */
class Desk {
  readonly rules: Rules
  readonly chance: Chance
  at = new Date('2026-11-26T02:00:00Z')
  state: CardState = 'open'
  content: Content = emptyContent({ personalNumber: '940191100001', name: 'M', language: 'vi', lost: null })
  takenBy: string[] = ['bao']
  printedBy: string | null = null
  isAlive = true
  readonly hasReference: boolean
  consent: Standing['consent'] = 'none'
  receipt: Standing['receipt'] = 'none'
  isSettled: boolean
  presses = 0
  /** The policy's own. */
  readonly seen = {
    takers: new Set(['bao']),
    hasWrongFace: 0,
    hasWrongFinger: false,
    face: 'none',
    printer: null as string | null,
    recipientDay: '',
    chipDay: '',
    agreed: false,
    receipt: false,
  }
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
      isPhoneFree: true,
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
    return foundCard({ office_id: 'here', about_key: HERSELF, taken_by: this.takenBy } as CardRow, before)
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

  step(who: Officer, change: () => Content): void {
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
    const { content, at, chance } = this
    const digest = String(++this.presses)
    if (act === 'contact') {
      this.step(who, () => {
        this.consent = 'none'
        this.seen.agreed = false
        return {
          ...content,
          contact: { phone: '+84900000000', email: null, channel: 'sms', proofId: '', isProven: false },
        }
      })
    } else if (act === 'change') {
      this.step(who, () => {
        this.consent = 'none'
        this.seen.agreed = false
        return { ...content, changes: [{ field: 'ethnicity', value: digest }] }
      })
    } else if (act === 'code') {
      this.step(who, () => (chance.is(0.9) ? proveContact(content) : content))
    } else if (act === 'fee') {
      this.step(who, () => ({ ...content, feeReceipt: 'BL-1' }))
    } else if (act === 'ask') {
      this.step(who, () => {
        this.consent = 'asked'
        return content
      })
    } else if (act === 'portrait') {
      const isOwn = chance.is(0.93)
      this.step(who, () =>
        addPortrait(
          content,
          {
            outcome: !this.hasReference ? 'no-reference' : isOwn ? 'match' : 'no-match',
            score: 1,
            hints: [],
            digest,
          },
          at,
        ),
      )
      if (this.hasReference && isOwn) {
        this.seen.face = 'own'
      } else if (this.hasReference && ++this.seen.hasWrongFace === 3 && this.seen.face === 'none') {
        this.seen.face = 'other'
      }
    } else if (act === 'prints') {
      const [finger, isOwn] = [
        chance.of(['right-index', 'left-index', 'right-thumb'] as const),
        chance.is(0.96),
      ]
      this.step(who, () =>
        addPrints(
          content,
          [
            {
              finger,
              outcome: !this.hasReference ? 'no-reference' : isOwn ? 'match' : 'no-match',
              quality: 70,
              score: 1,
              digest,
            },
          ],
          at,
        ),
      )
    }
    return null
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
    return state === 'accepted' ? this.againstAccepting(who, isFirst) : null
  }

  againstAccepting(who: Officer, isFirst: boolean): string | null {
    if (!this.isAlive) {
      return 'a dead person is given a card'
    }
    if (!this.seen.agreed) {
      return 'accepted without her consent'
    }
    if (!this.content.contact?.isProven || this.content.feeReceipt === null) {
      return 'accepted without contact or fee'
    }
    if (this.seen.face === 'other') {
      return 'accepted with another face'
    }
    if (isFirst && !this.hasReference) {
      return 'nothing to compare with, and no second pair of eyes'
    }
    if (!isFirst && (who.personKey === null || this.seen.takers.has(who.personKey))) {
      return 'both pairs of eyes are one'
    }
    return this.againstOfficer(who)
  }

  againstOfficer(who: Officer): string | null {
    if (who.personKey === HERSELF) {
      return 'an officer works on her own card'
    }
    if (who.personKey === null) {
      return 'an officer whom nobody knows'
    }
    return who.officeId === 'here' && who.tasks.includes('card.take')
      ? null
      : 'another office or without the task'
  }

  making(act: Act, who: Officer): string | null {
    const day = dayInVietnam(this.at)
    if (act === 'print') {
      this.may(this.rules.print, who)
      this.rules.mustBePrintable(this.application, this.standing)
      const against = !this.isAlive
        ? 'a card of a dead person'
        : this.state !== 'accepted'
          ? 'printed twice or unaccepted'
          : !this.isSettled
            ? 'printed before the change was settled'
            : this.seen.takers.has(who.personKey ?? '')
              ? 'the taker prints'
              : this.againstOfficer(who)
      this.state = 'printed'
      this.printedBy = this.seen.printer = who.personKey ?? ''
      return against
    }
    if (act === 'receive') {
      this.may(this.rules.recipient, who)
      mustBePrinted(this)
      this.state = 'ready'
    }
    if (act === 'spoil') {
      this.may(this.rules.recipient, who)
      mustBePrinted(this)
      this.state = 'accepted'
      this.printedBy = null
    }
    if (act === 'recipient') {
      const isOwn = this.chance.is(0.6)
      this.may(this.rules.recipient, who)
      mustBeReady(this)
      if (recipientTriesLeft(this.content, this.at) === 0) {
        throw new Problem('card.recipient-spent', {})
      }
      this.content = {
        ...this.content,
        recipient: [...this.content.recipient, { at: this.at.toISOString(), by: 'portrait', isMatch: isOwn }],
      }
      if (isOwn) {
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
    return act === 'hand-over' ? this.handing(who, day) : null
  }

  handing(who: Officer, day: string): string | null {
    this.may(this.rules.hand, who, [this.printedBy])
    this.rules.mustBeHandable(this.application, this.standing)
    const against = !this.isAlive
      ? 'a card of a dead person'
      : this.state !== 'ready'
        ? 'handed over twice or unready'
        : who.personKey === this.seen.printer
          ? 'the printer hands over'
          : this.seen.recipientDay !== day
            ? 'handed to somebody who was not proven today'
            : this.seen.chipDay !== day
              ? 'the chip was not read'
              : !this.seen.receipt
                ? 'without her receipt'
                : this.againstOfficer(who)
    this.state = 'handed-over'
    return against
  }
}

/** Whom an honest office sends for the next step. */
const fitting = (state: CardState): Officer =>
  officer(
    state === 'open' || state === 'ready' ? 'bao' : 'thu',
    state === 'open' || state === 'ready' ? 'bao' : 'thu',
  )

const runAll = (tried: Rules, sequences: number) => {
  const ends = new Map<string, number>()
  for (let sequence = 0; sequence < sequences; sequence++) {
    const chance = new Chance(SEED + sequence)
    const desk = new Desk(tried, chance)
    const honest = 0.5 + chance.next() * 0.45
    let planned = 0
    for (let left = 16 + chance.below(28); left > 0; left--) {
      const plan = stepsOf[desk.state]
      const isHonest = chance.is(honest) && plan.length > 0
      const act: Act = isHonest
        ? (plan[planned++ % plan.length] ?? 'wait')
        : chance.is(0.1)
          ? chance.of(['wait', 'death', 'spoil', 'change'] as const)
          : chance.of(acts)
      try {
        const violation = desk.run(act, isHonest && chance.is(0.85) ? fitting(desk.state) : chance.of(staff))
        if (violation) {
          return { ends, violation: `${sequence}: ${act}: ${violation}` }
        }
        ends.set(`${act} ${desk.state}`, (ends.get(`${act} ${desk.state}`) ?? 0) + 1)
      } catch (error) {
        if (!(error instanceof Problem)) {
          throw error
        }
        ends.set(error.code, (ends.get(error.code) ?? 0) + 1)
      }
    }
  }
  return { ends, violation: null }
}

test(`${SEQUENCES} random sequences of acts on cards: none succeeds that the policy forbids`, (t) => {
  const { ends, violation } = runAll(rules, SEQUENCES)
  t.diagnostic(
    [...ends]
      .sort(([, a], [, b]) => b - a)
      .map(([end, n]) => `${end} ${n}`)
      .join(', '),
  )
  assert.equal(violation, null)
  // A model that never gets anywhere would prove nothing.
  for (const reached of [
    'submit accepted',
    'submit waiting-second',
    'second accepted',
    'print printed',
    'receive ready',
    'hand-over handed-over',
    'permit.refused',
    'card.incomplete',
    'card.changes-open',
  ]) {
    assert.ok((ends.get(reached) ?? 0) > share(100), `${reached} was reached ${ends.get(reached) ?? 0} times`)
  }
})

const anybody = (actor: Actor): actor is Officer =>
  actor.kind === 'officer' &&
  actor.officeId === 'here' &&
  actor.personKey !== null &&
  actor.tasks.includes('card.take') &&
  actor.personKey !== HERSELF
const holes: readonly (readonly [string, Partial<Rules>, RegExp])[] = [
  ['the taker may print', { print: anybody }, /the taker prints/],
  ['the printer may hand over', { hand: anybody }, /the printer hands over/],
  ['one person is both pairs of eyes', { second: anybody }, /both pairs of eyes/],
  [
    'consent is not asked',
    { submit: (application, standing) => submit(application, { ...standing, consent: 'agreed' }) },
    /without her consent/,
  ],
  [
    'the recipient is not asked for',
    {
      mustBeHandable: (application, standing) =>
        mustBeHandable(
          {
            ...application,
            content: {
              ...application.content,
              recipient: [{ at: standing.at.toISOString(), by: 'portrait', isMatch: true }],
            },
          },
          standing,
        ),
    },
    /not proven today/,
  ],
  [
    'a death is not looked at',
    {
      mustBePrintable: (application, standing) =>
        mustBePrintable(application, {
          ...standing,
          register: standing.register && { ...standing.register, isAlive: true },
        }),
    },
    /a card of a dead person/,
  ],
  [
    'changes are not waited for',
    {
      mustBePrintable: (application, standing) =>
        mustBePrintable(application, { ...standing, areChangesSettled: true }),
    },
    /before the change was settled/,
  ],
]
for (const [what, hole, says] of holes) {
  test(`control: ${what}, and the model finds it`, () =>
    assert.match(runAll({ ...rules, ...hole }, 20_000).violation ?? 'nothing was found', says))
}
