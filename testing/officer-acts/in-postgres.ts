/**
 * The counter as it is: the same acts through the product's use cases on PostgreSQL, with real chips, faces
 * and fingers before them.
 */
import { singleView } from '../../formats/minutiae/minutiae-record.ts'
import { moveClock, now } from '../../server/kernel/clock.ts'
import { newId } from '../../server/kernel/id.ts'
import { Problem } from '../../server/kernel/problem.ts'
import { openAccount, reserveSubject } from '../../server/modules/people/accounts/open-account.ts'
import { referenceFingerMatcher } from '../../server/modules/evidence/biometrics/fingers/finger-matcher.ts'
import { searchPerson } from '../../server/modules/platform/counter/search-person.ts'
import { secondLevel2, submitLevel2 } from '../../server/modules/cases/enrolment/level-2/decide-level-2.ts'
import type { Level2View } from '../../server/modules/cases/enrolment/level-2/level-2-case.ts'
import {
  askLevel2Consent,
  drawLevel2Challenge,
  exceptLevel2Finger,
  giveLevel2Contact,
  noteLevel2Documents,
  readLevel2Chip,
  recordOfflineConsent,
  takeLevel2Portrait,
  takeLevel2Prints,
  verifyLevel2Code,
} from '../../server/modules/cases/enrolment/level-2/level-2-evidence.ts'
import { discardLevel2, openLevel2 } from '../../server/modules/cases/enrolment/level-2/open-level-2.ts'
import { answerPrompt, viewScreen } from '../../server/modules/registry/organisations/desk-screen.ts'
import { keepRegisterFingerprints } from '../../server/modules/registry/population/register-fingerprints.ts'
import type { NewOfficer } from '../../server/modules/registry/organisations/add-officer.ts'
import type { CastName } from '../../world/portraits/cast-features.ts'
import { castPortrait } from '../../world/settle-cast.ts'
import type { CaptureSeal } from '../../contract/devices.ts'
import { sealedAs } from './devices-in-postgres.ts'
import type { Fixture } from '../fixture.ts'
import { chipOfPerson, newPerson, type TestPerson } from '../test-person.ts'
import type { Visitor } from '../visitor.ts'
import { newOfficerNumber, screenBeside, settleOfficer } from '../officer.ts'
import { printsOf, registerPrintsOf } from '../prints.ts'
import {
  fingers,
  people,
  type Act,
  type Signature,
  type FingerName,
  type OfficerName,
  type PersonName,
  type Result,
  type PhoneName,
} from './act.ts'
import { MANDATE_HOURS } from './oracle.ts'

const HOUR_MS = 3_600_000
/** A shift is over before this; officers come in anew. */
const SHIFT_HOURS = 7
const strangers: readonly CastName[] = ['khoa', 'pao', 'emma']
const changesOf: Readonly<Record<PersonName, Partial<TestPerson>>> = {
  alive: {},
  herself: {},
  dead: { lifeStatus: 'dead', hasRegisterPortrait: false, hasRegisterFingerprints: false },
  'expired-card': { cardExpiresOn: '2025-01-01', hasRegisterPortrait: false, hasRegisterFingerprints: false },
}
type Cast = Readonly<Record<PersonName, TestPerson>>

/**
 * The people of many sequences, put into the register at once; of two fingers only, as the model knows them.
 */
export const settlePeople = async (fixture: Fixture, sequences: number): Promise<Cast[]> => {
  const casts = Array.from(
    { length: sequences },
    () =>
      Object.fromEntries(
        people.map((name) => [name, newPerson({ ...changesOf[name], hasRegisterFingerprints: false })]),
      ) as Record<PersonName, TestPerson>,
  )
  await fixture.register(...casts.flatMap((cast) => Object.values(cast)))
  for (const person of casts.flatMap(({ alive, herself }) => [alive, herself])) {
    const two = registerPrintsOf(person).filter((template) =>
      fingers.some((finger) => finger === singleView(template)?.view.finger),
    )
    await fixture.context.transact((work) =>
      keepRegisterFingerprints(work, fixture.context.tools, person.personalNumber, two),
    )
  }
  return casts
}

export class CounterInPostgres {
  private readonly fixture: Fixture
  private readonly cast: Cast
  private readonly takenPhone: string
  private readonly numbers: Readonly<Record<OfficerName, NewOfficer>>
  private readonly began: number
  private readonly cases: {
    readonly caseId: string
    readonly person: PersonName
    readonly openedAt: Date
    code: string
  }[] = []
  private visitors = new Map<OfficerName, { visitor: Visitor; screen?: Visitor }>()
  private hours = 0
  private signedInAt = 0
  private serial = 0

  constructor(fixture: Fixture, cast: Cast, takenPhone: string, clockAhead_ms: number) {
    this.fixture = fixture
    this.cast = cast
    this.takenPhone = takenPhone
    this.began = clockAhead_ms
    moveClock(clockAhead_ms)
    this.numbers = officersOf(cast)
  }

  /** Somebody opened an account on the number of the living person, by another phone. */
  placeImpostor(): Promise<void> {
    const { personalNumber, phone } = this.cast.alive
    return this.openFor(personalNumber, `+84979${phone.slice(-6)}`)
  }

  /** Somebody else has an account that was never used: its phone is its only way. */
  placeOnlyWay(): Promise<void> {
    return this.openFor(newPerson().personalNumber, this.phoneOf('only-way', this.cast.alive.phone))
  }

  private async openFor(personalNumber: string, phone: string): Promise<void> {
    const { transact, tools } = this.fixture.context
    await transact(async (work) =>
      openAccount(work, tools, {
        subjectId: await reserveSubject(work, tools, personalNumber),
        personalNumber,
        level: 1,
        language: 'vi',
        phone,
        email: null,
        proof: { channel: 'sms', at: now() },
      }),
    )
  }

  private phoneOf(which: PhoneName, own: string): string {
    const others = {
      own,
      second: `+84976${own.slice(-6)}`,
      'only-way': `+84978${this.cast.alive.phone.slice(-6)}`,
      taken: this.takenPhone,
    }
    return others[which]
  }

  async run(act: Act): Promise<Result> {
    try {
      return { ok: true, state: await this.perform(act) }
    } catch (error) {
      if (error instanceof Problem) {
        return { ok: false, code: error.code }
      }
      throw error
    }
  }

  private async perform(act: Act): Promise<string | null> {
    switch (act.do) {
      case 'wait':
        return this.wait(act.hours)
      case 'death':
        await this.fixture.pool.query(`update person set life_status = 'dead' where personal_number = $1`, [
          this.cast.alive.personalNumber,
        ])
        return null
      case 'search': {
        const { personalNumber } = this.cast[act.person]
        await (
          await this.at(act.officer)
        ).do(searchPerson, { personalNumber, purpose: act.purpose, reference: act.reference })
        return null
      }
      case 'open':
        return this.open(act)
      case 'answer':
        return this.answer(act.officer, act.answer)
      default:
        return (await this.step(act)).state
    }
  }

  private wait(hours: number): null {
    this.hours += hours
    moveClock(this.began + this.hours * HOUR_MS)
    if (this.hours - this.signedInAt > SHIFT_HOURS) {
      this.visitors = new Map()
    }
    return null
  }

  private async at(officer: OfficerName): Promise<Visitor> {
    if (this.visitors.size === 0) {
      this.signedInAt = this.hours
    }
    const known = this.visitors.get(officer)
    if (known) {
      return known.visitor
    }
    const visitor = await settleOfficer(this.fixture, this.numbers[officer])
    this.visitors.set(officer, { visitor })
    return visitor
  }

  private async open({ officer, person, isOffline }: Act & { do: 'open' }): Promise<string> {
    const [caseId, openedAt] = [newId(), new Date(now().getTime() - (isOffline ? HOUR_MS : 0))]
    const { state } = await (
      await this.at(officer)
    ).do(openLevel2, {
      caseId,
      personalNumber: this.cast[person].personalNumber,
      openedAt: openedAt.toISOString(),
    })
    this.cases.push({ caseId, person, openedAt, code: '' })
    return state
  }

  private async answer(officer: OfficerName, answer: 'agreed' | 'declined'): Promise<null> {
    const screen = this.visitors.get(officer)?.screen
    const prompt = screen && (await screen.do(viewScreen)).prompt
    if (!screen || !prompt) {
      throw new Problem('desk.prompt-gone')
    }
    await screen.do(answerPrompt, { promptId: prompt.id, answer })
    return null
  }

  private async step(
    act: Exclude<Act, { do: 'wait' | 'death' | 'search' | 'open' | 'answer' }>,
  ): Promise<Level2View> {
    const visitor = await this.at(act.officer)
    const kept = this.cases[act.of] ?? {
      caseId: newId(),
      person: 'alive' as const,
      openedAt: now(),
      code: '',
    }
    const [{ caseId }, person] = [kept, this.cast[kept.person]]
    switch (act.do) {
      case 'chip':
        return this.chip(visitor, caseId, person, act)
      case 'contact':
        return this.contact(visitor, kept, act.phone)
      case 'code':
        return visitor.do(verifyLevel2Code, {
          caseId,
          code: act.isRight && kept.code ? kept.code : kept.code === '111111' ? '222222' : '111111',
        })
      case 'portrait':
        return this.portrait(visitor, caseId, person, act)
      case 'print':
        return this.press(visitor, caseId, kept.person, act)
      case 'except':
        return visitor.do(exceptLevel2Finger, { caseId, finger: act.finger, reason: act.reason })
      case 'documents':
        return visitor.do(noteLevel2Documents, {
          caseId,
          documents: Array.from({ length: act.count }, (_, i) => ({ kind: 'education', key: `K-${i}` })),
        })
      case 'ask':
        return this.ask(visitor, act.officer, caseId)
      case 'offline-consent':
        return visitor.do(recordOfflineConsent, {
          caseId,
          version: '2026-11',
          agreedAt: new Date(kept.openedAt.getTime() + 60_000).toISOString(),
        })
      case 'submit':
        return visitor.do(submitLevel2, { caseId })
      case 'second':
        return visitor.do(secondLevel2, { caseId, verdict: act.verdict, note: 'Đã xem xét' })
      case 'discard':
        return visitor.do(discardLevel2, { caseId, note: 'Kết thúc' })
    }
  }

  private async chip(
    visitor: Visitor,
    caseId: string,
    person: TestPerson,
    { chip: kind, signed }: Act & { do: 'chip' },
  ): Promise<Level2View> {
    const variant = kind === 'copied' ? 'copied' : kind === 'refused' ? 'tampered' : 'genuine'
    const chip = await chipOfPerson(kind === 'differs' ? { ...person, fullName: 'Trần Thị Khác' } : person, {
      variant,
    })
    if (kind === 'unasked') {
      const unasked = await this.signed(visitor, signed, { caseId, chip: chip.file })
      return visitor.do(readLevel2Chip, unasked)
    }
    const { challenge } = await visitor.do(drawLevel2Challenge, { caseId })
    const answer = chip.answer(Buffer.from(challenge, 'base64url')).toString('base64')
    const asked = await this.signed(visitor, signed, { caseId, chip: chip.file, challenge, answer })
    return visitor.do(readLevel2Chip, asked)
  }

  private async portrait(
    visitor: Visitor,
    caseId: string,
    person: TestPerson,
    { face, signed }: Act & { do: 'portrait' },
  ): Promise<Level2View> {
    const shown = face === 'own' ? person.face : (strangers[this.serial % 3] ?? 'khoa')
    const taken = { caseId, picture: await this.picture(shown) }
    return visitor.do(takeLevel2Portrait, await this.signed(visitor, signed, taken))
  }

  private async press(
    visitor: Visitor,
    caseId: string,
    person: PersonName,
    { finger, whose, signed }: Act & { do: 'print' },
  ): Promise<Level2View> {
    const taken = { caseId, templates: [this.print(person, finger, whose)] }
    return visitor.do(takeLevel2Prints, await this.signed(visitor, signed, taken))
  }

  /** What the officer's browser sends, signed as the act says; `here` is what every visitor's desk does. */
  private async signed<I extends { readonly caseId: string }>(
    visitor: Visitor,
    how: Signature,
    input: I,
  ): Promise<I & { readonly seal?: CaptureSeal | undefined }> {
    return how === 'here'
      ? input
      : { ...input, seal: await sealedAs(this.fixture.context, visitor, how, input) }
  }

  private async contact(
    visitor: Visitor,
    kept: { caseId: string; person: PersonName; code: string },
    which: PhoneName,
  ): Promise<Level2View> {
    const own = this.cast[kept.person].phone
    const phone = this.phoneOf(which, own)
    const seen = await visitor.do(giveLevel2Contact, { caseId: kept.caseId, phone })
    if (!seen.contact?.isProven) {
      kept.code = await this.fixture.code(phone)
    }
    return seen
  }

  /** Never the same bytes twice: each is a try of its own. */
  private async picture(face: CastName): Promise<string> {
    return Buffer.concat([await castPortrait({ id: face }), Buffer.from(`#${this.serial++}`)]).toString(
      'base64',
    )
  }

  private print(name: PersonName, finger: FingerName, whose: 'own' | 'other' | 'unread'): string {
    const own = this.cast[name]
    const reference = registerPrintsOf(own).find((template) => singleView(template)?.view.finger === finger)
    const presses =
      whose === 'own'
        ? own
        : {
            personalNumber: whose === 'other' ? this.takenPhone : own.personalNumber,
            hands: whose === 'unread' ? ('worn' as const) : ('clean' as const),
          }
    for (;;) {
      const [print] = printsOf(presses, { press: ++this.serial, which: [finger] })
      const verdict =
        print && reference
          ? referenceFingerMatcher.compare(reference, Buffer.from(print.template, 'base64')).verdict
          : null
      if (print && (whose === 'unread' || verdict === (whose === 'own' ? 'match' : 'no-match'))) {
        return print.template
      }
    }
  }

  private async ask(visitor: Visitor, officer: OfficerName, caseId: string): Promise<Level2View> {
    const known = this.visitors.get(officer)
    if (known && !known.screen) {
      known.screen =
        (await screenBeside(this.fixture, visitor).catch(() => undefined)) ?? this.fixture.visitor()
    }
    return visitor.do(askLevel2Consent, { caseId })
  }
}

const officersOf = (cast: Cast): Readonly<Record<OfficerName, NewOfficer>> => {
  const base = {
    name: 'Cán bộ',
    rank: '',
    tasks: ['level-2.take', 'level-2.second', 'person.search'],
  } as const
  const [one, two] = [newOfficerNumber(), newOfficerNumber()]
  const named = (personNumber: string, changes: Partial<NewOfficer> = {}): NewOfficer => ({
    ...base,
    number: `CB-${newId()}`,
    personNumber,
    ...changes,
  })
  return {
    bao: named(one),
    'bao-alias': named(one),
    thu: named(two),
    herself: named(cast.herself.personalNumber),
    unknown: named(''),
    elsewhere: named(newOfficerNumber(), { officeCode: 'KH-02' }),
    'until-soon': named(newOfficerNumber(), { until: new Date(now().getTime() + MANDATE_HOURS * HOUR_MS) }),
    clerk: named(newOfficerNumber(), { tasks: ['enrolment.decide'] }),
  }
}
