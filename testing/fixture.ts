/**
 * The tests' door to a Sen with people in it: a house on a schema of its own, its reactions and letters, the
 * demo world's post office, and
 * visitors who do deeds as their browsers would. `openTestSen` starts the whole of it behind a real port.
 */
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { FinishJourney } from '../contract/activation.ts'
import type { InputOf, Operation, OutputOf } from '../contract/operation.ts'
import { composePersonalNumber } from '../formats/personal-number.ts'
import { openReading } from '../server/storage/transact.ts'
import { openDispatcher } from '../server/jobs/outbox.ts'
import { startLetterJob } from '../server/jobs/deliver-letters.ts'
import { anonymous, type Actor } from '../server/kernel/actor.ts'
import type { AppContext } from '../server/kernel/app-context.ts'
import { now } from '../server/kernel/clock.ts'
import { newId } from '../server/kernel/id.ts'
import { perform } from '../server/kernel/perform.ts'
import { Problem } from '../server/kernel/problem.ts'
import type { SessionName } from '../server/kernel/session-name.ts'
import { leaveLine } from '../server/kernel/leave-line.ts'
import type { Passwords, Tools } from '../server/kernel/tools.ts'
import type { Effects, RequestContext, UseCase } from '../server/kernel/use-case.ts'
import type { Work } from '../server/kernel/work.ts'
import { startSen } from '../server/start/main.ts'
import { bindDevice, deviceToken } from '../server/modules/people/accounts/device.ts'
import {
  accountForUpdate,
  activateAccount,
  openAccount,
  reserveSubject,
} from '../server/modules/people/accounts/open-account.ts'
import { AccountActivated } from '../server/modules/access/authentication/events.ts'
import {
  citizenOfSession,
  openAppSession,
} from '../server/modules/access/authentication/sessions/app-session.ts'
import { wayHome } from '../server/modules/access/authentication/ways-home.ts'
import { startActivation } from '../server/modules/access/authentication/activation/begin-journey.ts'
import {
  finishJourney,
  verifyJourneyCode,
} from '../server/modules/access/authentication/activation/finish-journey.ts'
import type { ProofPurpose } from '../server/modules/people/accounts/device-proof.ts'
import { newChallenge } from '../server/modules/access/authentication/sessions/open-app.ts'
import { recoveringOfSession } from '../server/modules/access/authentication/recovery/recovery-session.ts'
import { referenceMatcher } from '../server/modules/evidence/biometrics/face/reference-matcher.ts'
import { reviewOnlyMatcher } from '../server/modules/evidence/biometrics/face/choose-matcher.ts'
import {
  declareIdentity,
  sendEnrolmentCode,
  startEnrolment,
  takePortrait,
  verifyEnrolmentCode,
} from '../server/modules/cases/enrolment/level-1/fill-draft.ts'
import { submitEnrolment, viewEnrolment } from '../server/modules/cases/enrolment/level-1/submit-enrolment.ts'
import { screenOfSession } from '../server/modules/registry/organisations/desk-screen.ts'
import { drawCaptureNonce } from '../server/modules/registry/organisations/devices/capture-seal.ts'
import { facilityOfBearer, facilityOfSession } from '../server/modules/services/stays/facility-session.ts'
import { officerOfSession } from '../server/modules/registry/organisations/officer-session.ts'
import { allEvents, allReactions } from '../server/jobs/all-reactions.ts'
import { attachWorld } from '../world/attach-world.ts'
import { chipOf, type ChipOptions, type WorldChip } from '../world/chips/chip-of.ts'
import { settleTrust } from '../world/chips/settle-trust.ts'
import type { CastName } from '../world/portraits/cast-features.ts'
import type { OutboxMessage } from '../world/post-office/message-book.ts'
import { startPostOffice, type PostOffice } from '../world/post-office/post-office.ts'
import { castPortrait, type Sitting } from '../world/settle-cast.ts'
import { mustReadAsWords } from './readable-log.ts'
import { openTestDatabase, openTestContext, type TestDatabase, type TestKeys } from './database.ts'
import { withSeal } from './desk-devices.ts'
import { presenceFor } from './presence.ts'
import { isOfFingerprintAge } from './prints.ts'
import { registerPeople, type RegisterEntry } from './register.ts'
import { stopAll } from './stop-all.ts'

export const PASSWORD = 'Hoa-Sen#2026'
export const PASSCODE = '258046'

export interface TestPerson extends RegisterEntry {
  readonly phone: string
  readonly email: string
}

let serial = 0
/** Somebody who does not exist: numbers begin with 9. */
export const newPerson = (changes: Partial<TestPerson> = {}): TestPerson => {
  serial++
  const { sex = 'female', birthDate = '1991-04-12' } = changes
  const digits = String(serial).padStart(6, '0')
  const personalNumber = composePersonalNumber({
    provinceCode: '940',
    sex,
    birthYear: Number(birthDate.slice(0, 4)),
    serial: 100_000 + serial,
  })
  const phone = `+84917${digits}`
  return {
    personalNumber,
    fullName: 'Nguyễn Thị Hạnh',
    birthDate,
    sex,
    phone,
    email: `p${digits}@thu.example`,
    face: 'hanh',
    registerPhone: phone,
    registerEmail: '',
    hasRegisterPortrait: true,
    hasRegisterFingerprints: isOfFingerprintAge(birthDate),
    hands: 'clean',
    lifeStatus: 'alive',
    cardState: 'valid',
    cardExpiresOn: '2041-04-12',
    ...changes,
  }
}

/** The chip of her card: JSON in `file`, answers to challenges; the fixture trusts its signers. */
export const chipOfPerson = (person: TestPerson, options: ChipOptions = {}): Promise<WorldChip> =>
  chipOf({ ...person, expiresOn: person.cardExpiresOn }, options)

export interface Fixture extends TestDatabase {
  readonly context: AppContext
  readonly keys: TestKeys
  readonly post: PostOffice
  register(...people: readonly TestPerson[]): Promise<void>
  /** Until every event that is due has been reacted to. */
  settle(): Promise<void>
  /** The newest code that came to a phone or mailbox and was not handed out before. */
  code(to: string): Promise<string>
  /** What came, once something of it says `text`. */
  letters(to: string, text: string | RegExp): Promise<OutboxMessage[]>
  visitor(): Visitor
}

const soon = async <T>(what: string, look: () => Promise<T | undefined> | T | undefined): Promise<T> => {
  for (
    const began = performance.now();
    performance.now() - began < 8000;
    await new Promise((resolve) => setTimeout(resolve, 10))
  ) {
    const found = await look()
    if (found !== undefined) {
      return found
    }
  }
  throw new Error(`${what} did not come`)
}

/** `matcher`: the reference matcher of the demo world, or none, as in a production without one. */
export const openFixture = async ({
  matcher = 'reference',
}: { matcher?: 'reference' | 'none' } = {}): Promise<Fixture> => {
  const post = await startPostOffice()
  post.setDelay(0)
  const database = await openTestContext({
    faces: matcher === 'none' ? reviewOnlyMatcher : referenceMatcher({ isWorldOn: true }),
  })
  const { context } = database
  await settleTrust(context)
  const failures: string[] = []
  const dispatcher = openDispatcher({
    transact: context.transact,
    tools: context.tools,
    events: allEvents,
    reactions: allReactions,
    onKept: ({ kind, because }) => void failures.push(`${kind} is kept: ${because}`),
    onFailure: ({ reaction, reason }) => void failures.push(`${reaction}: ${reason}`),
  })
  const job = startLetterJob({
    transact: context.transact,
    // Its looks go by themselves: in one message with a deed's reads they would be taken for the deed's.
    tools: { ...context.tools, read: openReading(database.pool) },
    smpp: post.smpp,
    smtp: post.smtp,
    log: () => undefined,
    // What a test waits for wakes it (`settle`); to look more often only asks the database for nothing.
    every_ms: 100,
  })
  const told = new Set<string>()
  const settle = async (): Promise<void> => {
    while (await dispatcher.run()) {
      continue
    }
    job.wake()
    if (failures.length > 0) {
      throw new Error(`a reaction failed: ${failures.join('; ')}`)
    }
  }
  return {
    ...database,
    post,
    settle,
    register: (...people) => registerPeople(database, people),
    async code(to) {
      await settle()
      const message = await soon(`a code to ${to}`, () =>
        post.messages(to).find(({ code, id }) => code !== null && !told.has(id)),
      )
      told.add(message.id)
      return message.code ?? ''
    },
    async letters(to, text) {
      await settle()
      return soon(`a letter to ${to} about ${text}`, () => {
        const all = post.messages(to)
        return all.some((m) => m.text.match(text)) ? all : undefined
      })
    },
    visitor: () => new Visitor(context),
    stop: () =>
      stopAll({
        'the letter job': () => job.stop(),
        'the log in words': () => mustReadAsWords(database.pool),
        'the database': () => database.stop(),
        'the post office': () => post.stop(),
      }),
  }
}

let networks = 0

/** A browser's place in the house: its sessions, its network, its language. */
export class Visitor {
  readonly sessions = new Map<SessionName, string>()
  readonly network = `10.7.${++networks >> 8}.${networks & 255}`
  language: 'vi' | 'en' = 'vi'
  /** What its browser says of itself. */
  device = 'test'
  /** Whether the devices of an officer's desk are registered, and sign what she takes. */
  hasDevices = true
  private readonly context: AppContext
  constructor(context: AppContext) {
    this.context = context
  }

  private async actorBy(session: SessionName | null): Promise<Actor> {
    const token = session && this.sessions.get(session)
    if (!token) {
      return anonymous
    }
    if (session === 'enrol') {
      return { kind: 'applicant', draftId: token }
    }
    if (session === 'recovery') {
      return recoveringOfSession(this.context.tools, token) ?? anonymous
    }
    const { read } = this.context.tools
    if (session === 'stay') {
      const { tools } = this.context
      // A program shows its key each time, and holds no session.
      return (
        (token.startsWith('Bearer ')
          ? await facilityOfBearer(read, tools, token)
          : await facilityOfSession(read, tools, token)) ?? anonymous
      )
    }
    if (session === 'screen') {
      return (await screenOfSession(read, this.context.tools, token)) ?? anonymous
    }
    return (
      (session === 'app'
        ? await citizenOfSession(this.context, token)
        : await officerOfSession(read, this.context.tools, token)) ?? anonymous
    )
  }

  private readonly drawNonce = async (caseId: string): Promise<string> =>
    (await this.do(drawCaptureNonce, { caseId })).nonce

  /** Replaced by a test that shows none, or another one. */
  presenceFor = (contract: Operation, input: unknown): Promise<string | undefined> =>
    presenceFor(this.context.tools, contract, input, this.network)

  get request(): RequestContext {
    const { network, language, device } = this
    return { requestId: newId(), network, language, device, holds: [...this.sessions.keys()] }
  }
  /** Done by whoever opens a session for her beside her deeds. */
  readonly effects: Effects = {
    setSession: (name, token) => void this.sessions.set(name, token),
    endSession: (name) => void this.sessions.delete(name),
  }

  async do<Op extends Operation, A extends Actor, F, P>(
    useCase: UseCase<Op, A, F, P>,
    input: unknown = {},
    idempotencyKey?: string,
  ): Promise<OutputOf<Op>> {
    const actor = await this.actorBy(useCase.permit.session)
    const presence = await this.presenceFor(useCase.contract, input)
    const request = { ...this.request, idempotencyKey, presence }
    const { contract } = useCase
    const sent =
      actor.kind === 'officer' && this.hasDevices
        ? await withSeal(this.context, { contract, actor, input }, this.drawNonce)
        : input
    const { output, effects } = await perform(this.context, useCase, { input: sent, actor, request })
    for (const effect of effects) {
      if ('end' in effect) {
        this.sessions.delete(effect.end)
      } else {
        this.sessions.set(effect.set, effect.token)
      }
    }
    return output
  }

  /** The refusal that a deed must meet. */
  async refusal<Op extends Operation, A extends Actor, F, P>(
    useCase: UseCase<Op, A, F, P>,
    input: unknown = {},
  ): Promise<Problem> {
    try {
      await this.do(useCase, input)
    } catch (error) {
      if (error instanceof Problem) {
        return error
      }
      throw error
    }
    throw new Error(`${useCase.contract.name} was not refused`)
  }
}

/** The device's half of a bound key. */
export class TestDevice {
  token = ''
  readonly key: { kty: 'EC'; crv: 'P-256'; x: string; y: string }
  private readonly secret: KeyObject
  constructor() {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
    this.key = { kty: 'EC', crv: 'P-256', x, y }
    this.secret = privateKey
  }

  sign(text: string): string {
    return sign('sha256', Buffer.from(text), { key: this.secret, dsaEncoding: 'ieee-p1363' }).toString(
      'base64url',
    )
  }

  name = 'Máy thử'
  binding(): NonNullable<InputOf<typeof FinishJourney>['device']> {
    return {
      key: this.key,
      name: this.name,
      signature: this.sign(`sen device-key ${this.key.x}.${this.key.y}`),
    }
  }

  async proof(
    visitor: Visitor,
    purpose?: ProofPurpose,
  ): Promise<{ device: string; challenge: string; signature: string }> {
    const { challenge } = await visitor.do(newChallenge, { device: this.token, purpose })
    return { device: this.token, challenge, signature: this.sign(challenge) }
  }
}

export interface Application {
  readonly declared?: object
  readonly face?: CastName
  readonly phone?: string
  readonly email?: string
  readonly sitting?: Sitting
}

/**
 * All of an application up to where it stands after the house has looked at it; the answers of every step, in
 * order.
 */
export const applyFor = async (
  fixture: Fixture,
  visitor: Visitor,
  person: TestPerson,
  changes: Application = {},
) => {
  const { declared = {}, face = person.face, phone = person.phone, sitting } = changes
  const start = await visitor.do(startEnrolment, { consent: '2026-11', language: 'vi' })
  const declare = await visitor.do(declareIdentity, {
    personalNumber: person.personalNumber,
    fullName: person.fullName,
    birthDate: person.birthDate,
    ...declared,
  })
  const send = await visitor.do(sendEnrolmentCode, { phone, email: changes.email ?? person.email })
  const verify = await visitor.do(verifyEnrolmentCode, { code: await fixture.code(phone) })
  const portrait = await visitor.do(takePortrait, {
    picture: (await castPortrait({ id: face }, sitting)).toString('base64'),
  })
  const submit = await visitor.do(submitEnrolment)
  await fixture.settle()
  return { start, declare, send, verify, portrait, submit, status: await visitor.do(viewEnrolment) }
}

/** From an accepted application of this visitor, or a number and phone, to an open app on a bound device. */
export const activateFor = async (
  fixture: Fixture,
  visitor: Visitor,
  person: TestPerson,
  typed: object = {},
): Promise<TestDevice> => {
  const device = new TestDevice()
  await visitor.do(startActivation, typed)
  await visitor.do(verifyJourneyCode, { code: await fixture.code(person.phone) })
  const { device: token } = await visitor.do(finishJourney, {
    password: PASSWORD,
    passcode: PASSCODE,
    device: device.binding(),
  })
  device.token = token ?? ''
  await fixture.settle()
  return device
}

const hashes = new WeakMap<Passwords, Promise<string>>()
/** PASSWORD as it is kept; the slow hash once for all people of a fixture. */
const hashOfPassword = (passwords: Passwords): Promise<string> => {
  const known = hashes.get(passwords) ?? passwords.hash(PASSWORD)
  hashes.set(passwords, known)
  return known
}

/**
 * Somebody of the register with an active account, one bound device and an open app: all that her activation
 * leaves, without its steps, which take four times as long (`activateFor`; settled-citizen.test.ts compares).
 */
export const settleCitizen = async (fixture: Fixture, changes: Partial<TestPerson> = {}) => {
  const person = newPerson(changes)
  const visitor = fixture.visitor()
  await fixture.register(person)
  const { transact, tools } = fixture.context
  const device = new TestDevice()
  const [phc, { key, name }] = [await hashOfPassword(tools.passwords), device.binding()]
  device.token = await transact(async (work) => {
    const account = await openFor(work, tools, person)
    await activateAccount(work, account)
    await work.run('insert into password (subject_id, phc, set_at) values ($1, $2, $3)', [
      account.subjectId,
      phc,
      now(),
    ])
    const way = wayHome('activation', now())
    const bound = await bindDevice(work, tools, account.subjectId, { key, name, passcode: PASSCODE, way })
    await openAppSession(work, tools, visitor.effects, visitor.request, bound)
    work.publish(AccountActivated, account.subjectId, { deviceName: name })
    leaveLine(work, {
      useCase: FinishJourney.name,
      actor: { kind: 'applicant', draftId: newId() },
      line: { about: account.subjectId, purpose: 'AccountActivated', outcome: 'done' },
    })
    return deviceToken(tools, bound)
  })
  await fixture.settle()
  return { person, visitor, device }
}

/** Registered and accepted, but not active yet. */
export const settleInactive = async (fixture: Fixture, person: TestPerson): Promise<void> => {
  await fixture.register(person)
  const { transact, tools } = fixture.context
  await transact((work) => openFor(work, tools, person))
}

/** As a decision opens it. */
const openFor = async (work: Work, tools: Tools, { personalNumber, phone, email }: TestPerson) => {
  const subjectId = await reserveSubject(work, tools, personalNumber)
  const opened = await openAccount(work, tools, {
    subjectId,
    personalNumber,
    level: 1,
    language: 'vi',
    phone,
    email,
    proof: { channel: 'sms', at: now() },
  })
  const account = await accountForUpdate(work, subjectId)
  if (typeof opened === 'string' || !account) {
    throw new Error(typeof opened === 'string' ? opened : 'no account')
  }
  return account
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })

/** Two neighbouring free ports: Sen's, and the portal's that the world keeps beside it. */
export const freePorts = async (): Promise<number> => {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000)
    if ((await isFree(port)) && (await isFree(port + 1))) {
      return port
    }
  }
}

export interface TestSen {
  readonly url: string
  readonly port: number
  readonly database: TestDatabase
  /** Its settings, for a command beside it. */
  readonly env: Record<string, string>
  log(): string
  stop(): Promise<void>
}

/** The whole of Sen behind a port; the world without its portal, which is a process of its own. */
export const openTestSen = async (world: 'on' | 'off'): Promise<TestSen> => {
  const database = await openTestDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'sen-whole-'))
  await chmod(dataDir, 0o755)
  const port = await freePorts()
  const env = { PORT: String(port), SEN_DATA: dataDir, DATABASE_URL: database.url, SEN_WORLD: world }
  let log = ''
  const logTo = new Writable({
    write: (chunk: Buffer, _, done) => {
      log += chunk.toString()
      done()
    },
  })
  const sen = await startSen({
    env,
    unsetWorld: 'off',
    parts: { edge: true, jobs: true },
    attachWorld: async (parts) => ({ ...(await attachWorld(parts)), open: async () => [] }),
    say: (line) => {
      log += `${line}\n`
    },
    logTo,
  })
  return {
    url: `http://localhost:${port}`,
    port,
    database,
    env,
    log: () => log,
    stop: () =>
      stopAll({
        Sen: () => sen.stop(),
        'its database': () => database.stop(),
        'its folder': () => rm(dataDir, { recursive: true, force: true }),
      }),
  }
}
