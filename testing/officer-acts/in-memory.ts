/**
 * The counter in memory: the product's own permits and its pure nouns, without a database, so that a hundred
 * thousand sequences take a minute.
 */
import { SearchPerson } from '../../contract/counter.ts'
import type { Officer } from '../../server/kernel/actor.ts'
import { officerWith } from '../../server/kernel/permit.ts'
import { Problem } from '../../server/kernel/problem.ts'
import { mustHaveReference } from '../../server/modules/platform/counter/search-person.ts'
import {
  decideSecond,
  emptyContent,
  mustBeOpen,
  refusalAtOpening,
  submit,
  type Content,
  type Decision,
  type Level2,
  type Standing,
} from '../../server/modules/cases/enrolment/level-2/level-2.ts'
import { takenByWith } from '../../server/modules/cases/casework/case-file.ts'
import { consentQuestion } from '../../server/modules/cases/enrolment/level-2/level-2-case.ts'
import { mustBePlausible, wasOffline } from '../../server/modules/cases/enrolment/level-2/level-2-steps.ts'
import { paramsDigest } from '../../server/modules/registry/organisations/desk-digests.ts'
import { answerFor } from '../../server/modules/registry/organisations/desk-prompt.ts'
import { officerAbout, approver } from '../../server/modules/registry/organisations/second-eyes.ts'
import { openDigests } from '../../server/start/digests.ts'
import type { PhoneStanding } from '../../server/modules/people/accounts/bind-phone.ts'
import type { Act, OfficerName, PersonName, Result } from './act.ts'
import { changed, phoneText, type CaseAct } from './in-memory-steps.ts'
import { isSealedInMemory } from './devices-in-memory.ts'
import { MANDATE_HOURS } from './oracle.ts'

/** What the model can be run with a hole in. */
export interface Rules {
  readonly take: ReturnType<typeof officerAbout>
  readonly second: ReturnType<typeof approver>
  readonly search: { allows(actor: Officer, found: undefined): boolean }
  readonly refusalAtOpening: typeof refusalAtOpening
  readonly submit: typeof submit
  readonly decideSecond: typeof decideSecond
  readonly isMandateInForce: (hours: number) => boolean
  readonly isSealed: typeof isSealedInMemory
}
export const realRules: Rules = {
  take: officerAbout('level-2.take', 'level-2.about-yourself'),
  second: approver('level-2.second', { herself: 'level-2.about-yourself', sameEyes: 'level-2.same-eyes' }),
  search: officerWith('person.search'),
  refusalAtOpening,
  submit,
  decideSecond,
  isMandateInForce: (hours) => hours <= MANDATE_HOURS,
  isSealed: isSealedInMemory,
}

interface Kept {
  readonly id: string
  readonly person: PersonName
  readonly officeId: string
  readonly aboutKey: string
  readonly openedAt: Date
  readonly receivedAt: Date
  state: Level2['state']
  content: Content
  takenBy: readonly string[]
  changedAt: Date
  prompt: {
    desk: OfficerName
    state: 'waiting' | 'agreed' | 'declined' | 'withdrawn'
    params_digest: Buffer
  } | null
}

const START = Date.parse('2026-11-23T01:00:00Z')
const HOUR_MS = 3_600_000
const digests = openDigests(Buffer.alloc(32, 1), Buffer.alloc(32, 2))
const TASKS = ['level-2.take', 'level-2.second', 'person.search']
const keys: Readonly<Record<OfficerName, string | null>> = {
  bao: 'k1',
  'bao-alias': 'k1',
  thu: 'k2',
  herself: 'about herself',
  unknown: null,
  elsewhere: 'k3',
  'until-soon': 'k4',
  clerk: 'k5',
}
export class CounterInMemory {
  private readonly rules: Rules
  private readonly cases: Kept[] = []
  private readonly accounts: Map<PersonName, string>
  /** Whose only way the phone is; null when it was given up for another. */
  private onlyWayOf: PersonName | 'outsider' | null = 'outsider'
  private hours = 0
  private serial = 0
  private isDead = false
  constructor(rules: Rules, isDisplacing: boolean) {
    this.rules = rules
    this.accounts = new Map(isDisplacing ? [['alive', '+84912345999']] : [])
  }

  run(act: Act): Result {
    if (act.do === 'wait') {
      this.hours += act.hours
    }
    if (act.do === 'death') {
      this.isDead = true
    }
    if (act.do === 'wait' || act.do === 'death') {
      return { ok: true, state: null }
    }
    try {
      return { ok: true, state: this.perform(act) }
    } catch (error) {
      if (error instanceof Problem) {
        return { ok: false, code: error.code }
      }
      throw error
    }
  }

  private get at(): Date {
    return new Date(START + this.hours * HOUR_MS)
  }

  private officer(name: OfficerName): Officer {
    const hasTasks = name !== 'clerk' && (name !== 'until-soon' || this.rules.isMandateInForce(this.hours))
    return {
      kind: 'officer',
      officerId: name,
      number: name,
      officeId: name === 'elsewhere' ? 'there' : 'here',
      officeName: '',
      sessionId: name,
      tasks: hasTasks ? TASKS : [],
      personKey: keys[name],
      desk: `Quầy ${name}`,
    }
  }

  private perform(act: Exclude<Act, { do: 'wait' | 'death' }>): string | null {
    switch (act.do) {
      case 'search':
        return this.search(act)
      case 'open':
        return this.open(act)
      case 'answer':
        return this.answer(act.officer, act.answer)
      case 'second':
        return this.second(act)
      default:
        return this.step(act)
    }
  }

  private search({ officer, person, purpose, reference }: Act & { do: 'search' }): null {
    const input = SearchPerson.input.safeParse({ personalNumber: '940191004826', purpose, reference })
    if (!input.success) {
      throw new Problem('request.invalid')
    }
    if (!this.rules.search.allows(this.officer(officer), undefined)) {
      throw new Problem('permit.refused')
    }
    mustHaveReference(input.data.purpose, input.data.reference, this.at)
    void person
    return null
  }

  private open({ officer, person, isOffline }: Act & { do: 'open' }): string {
    const actor = this.officer(officer)
    const about = { officeId: actor.officeId, aboutKey: `about ${person}` }
    if (!this.rules.take.allows(actor, about)) {
      throw new Problem(this.rules.take.refusal?.(actor, about) ?? 'permit.refused')
    }
    const openedAt = new Date(this.at.getTime() - (isOffline ? HOUR_MS : 0))
    mustBePlausible(openedAt, this.at)
    const kept: Kept = {
      ...about,
      id: `00000000-0000-7000-8000-${String(this.cases.length).padStart(12, '0')}`,
      person,
      openedAt,
      receivedAt: this.at,
      state: 'open',
      content: emptyContent('940191004826', 'vi', person),
      takenBy: [actor.personKey ?? ''],
      changedAt: this.at,
      prompt: null,
    }
    const refusal = this.rules.refusalAtOpening(kept.content, this.standing(kept))
    if (refusal && !wasOffline(openedAt, this.at)) {
      throw new Problem(refusal)
    }
    this.giveWay(person)
    this.cases.push(kept)
    return 'open'
  }

  private giveWay(person: PersonName): void {
    const other = this.cases.find(
      (one) => one.person === person && (one.state === 'open' || one.state === 'waiting-second'),
    )
    if (other && (other.state !== 'open' || this.at.getTime() - other.changedAt.getTime() < 24 * HOUR_MS)) {
      throw new Problem('level-2.other-case-open')
    }
    if (other) {
      other.state = 'discarded'
    }
  }

  private found(act: { officer: OfficerName; of: number }): { actor: Officer; kept: Kept } {
    const kept = this.cases[act.of]
    const actor = this.officer(act.officer)
    if (!kept || kept.officeId !== actor.officeId) {
      throw new Problem('level-2.no-such-case')
    }
    return { actor, kept }
  }

  private level2({ state, openedAt, receivedAt, content }: Kept): Level2 {
    return { state, isOffline: wasOffline(openedAt, receivedAt), content }
  }

  private standing(kept: Kept): Standing {
    const { person, content } = kept
    const account = this.accounts.get(person)
    const { params } = consentQuestion({ subject_id: person, id: kept.id }, content)
    const answer = kept.prompt
      ? answerFor(digests, { ...kept.prompt, is_digest_keyed: true }, params)
      : 'none'
    return {
      register: {
        birthDate: '1991-04-12',
        isAlive: person !== 'dead' && !(person === 'alive' && this.isDead),
        card: { state: 'valid', expiresOn: person === 'expired-card' ? '2025-01-01' : '2041-04-12' },
        fingers: ['right-index', 'left-index'],
      },
      account:
        account === undefined
          ? null
          : {
              state: 'active',
              isPhoneOther: content.contact ? account !== '' && account !== content.contact.phone : null,
            },
      phone: this.phoneStanding(person, content.contact?.phone),
      consent: answer === 'waiting' ? 'asked' : answer,
      at: this.at,
    }
  }

  private step(act: CaseAct): string {
    const { actor, kept } = this.found(act)
    if (!this.rules.take.allows(actor, kept)) {
      throw new Problem(this.rules.take.refusal?.(actor, kept) ?? 'permit.refused')
    }
    const level2 = this.level2(kept)
    if (act.do === 'submit') {
      return this.settle(
        kept,
        this.rules.submit(level2, this.standing(kept)),
        takenByWith({ taken_by: kept.takenBy }, actor),
      )
    }
    mustBeOpen(level2)
    if (act.do === 'ask') {
      this.ask(kept, act.officer)
    }
    const isUnsigned =
      'signed' in act &&
      !this.rules.isSealed(act.signed, { caseId: kept.id, actor, step: act.do, at: this.at })
    kept.content = changed(act, level2, { ...kept, at: this.at, digest: String(this.serial++), isUnsigned })
    kept.takenBy = takenByWith({ taken_by: kept.takenBy }, actor)
    kept.changedAt = this.at
    if (act.do === 'discard') {
      kept.state = 'discarded'
    }
    return kept.state
  }

  private phoneStanding(person: PersonName, phone: string | undefined): PhoneStanding {
    if (phone === phoneText.taken) {
      return 'bound'
    }
    const isAnothers = this.onlyWayOf !== null && this.onlyWayOf !== person
    return phone === phoneText['only-way'] && isAnothers ? 'needs-two' : 'free'
  }

  /** An account without its only way is nobody's to use. */
  private bind(person: PersonName, phone: string): void {
    if (phone === phoneText['only-way']) {
      if (this.onlyWayOf !== null && this.onlyWayOf !== 'outsider') {
        this.accounts.set(this.onlyWayOf, '')
      }
      this.onlyWayOf = person
    } else if (this.onlyWayOf === person) {
      this.onlyWayOf = null
    }
    this.accounts.set(person, phone)
  }

  private ask(kept: Kept, desk: OfficerName): void {
    for (const { prompt } of this.cases) {
      if (prompt?.desk === desk && prompt.state === 'waiting') {
        prompt.state = 'withdrawn'
      }
    }
    kept.prompt = {
      desk,
      state: 'waiting',
      params_digest: paramsDigest(
        digests,
        consentQuestion({ subject_id: kept.person, id: kept.id }, kept.content).params,
      ),
    }
  }

  private answer(desk: OfficerName, answer: 'agreed' | 'declined'): null {
    const waiting = this.cases.find(
      ({ prompt }) => prompt?.desk === desk && prompt.state === 'waiting',
    )?.prompt
    if (!waiting) {
      throw new Problem('desk.prompt-gone')
    }
    waiting.state = answer
    return null
  }

  private second(act: Act & { do: 'second' }): string {
    const { actor, kept } = this.found(act)
    if (!this.rules.second.allows(actor, kept)) {
      throw new Problem(this.rules.second.refusal?.(actor, kept) ?? 'permit.refused')
    }
    return this.settle(
      kept,
      this.rules.decideSecond(this.level2(kept), this.standing(kept), act.verdict),
      kept.takenBy,
    )
  }

  private settle(kept: Kept, decision: Decision, takenBy: readonly string[]): string {
    kept.state = decision.state
    kept.takenBy = takenBy
    if (decision.state === 'accepted') {
      this.bind(kept.person, kept.content.contact?.phone ?? '')
    }
    return decision.state
  }
}
