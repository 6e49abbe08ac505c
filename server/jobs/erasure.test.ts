// Bar S14: after erasure none of a person's canaries is in a table, in a fresh dump, in what the log says or
// in its checkpoint file. The search reads like a thief who has the database and every key that is left, and
// finds them all before.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { canariesIn, canariesInDump, type Canaries } from '../../testing/canaries.ts'
import { TEST_LINE_KEY } from '../../testing/database.ts'
import { openFixture, type Fixture } from '../../testing/fixture.ts'
import { activateFor, applyFor, settleCitizen } from '../../testing/settle-citizen.ts'
import { TestDevice } from '../../testing/test-device.ts'
import { newPerson, type TestPerson } from '../../testing/test-person.ts'
import type { Visitor } from '../../testing/visitor.ts'
import { walkLevel2 } from '../../testing/level-2-steps.ts'
import { screenBeside, settleOfficer } from '../../testing/officer.ts'
import { beginRung, finishOn, NEW_PASSCODE, showChip, showFace } from '../../testing/recovery-steps.ts'
import { clockOffset_ms, moveClock } from '../kernel/clock.ts'
import { kernelLapses } from '../kernel/retention.ts'
import { allModules } from '../modules/all.ts'
import { confirmAssisted, askAssistedAct } from '../modules/access/assistance/assisted-acts.ts'
import { endAssisted, openAssisted } from '../modules/access/assistance/open-assisted.ts'
import { askClosing, confirmClosing } from '../modules/access/authentication/closing/close-account-deeds.ts'
import { closeDue } from '../modules/access/authentication/closing/close-due.ts'
import { proveCode } from '../modules/access/authentication/recovery/prove-recovery.ts'
import { openApp } from '../modules/access/authentication/sessions/open-app.ts'
import { submitLevel2 } from '../modules/cases/enrolment/level-2/decide-level-2.ts'
import { reportDiscrepancy } from '../modules/cases/discrepancies/own-discrepancies.ts'
import { noteDiscrepancy, refuseDiscrepancy } from '../modules/cases/discrepancies/work-discrepancy.ts'
import { nameRelative } from '../modules/cases/representation/relatives/trusted-relative-deeds.ts'
import { findSubject } from '../modules/people/accounts/open-account.ts'
import { makeLockCode } from '../modules/people/locks/lock-oneself.ts'
import { openCheckpointSigner } from '../modules/platform/audit/checkpoint.ts'
import { publishCheckpoints, sequenceLines } from '../modules/platform/audit/sequence-lines.ts'
import { verifyAudit } from '../modules/platform/audit/verify-audit.ts'
import { searchPerson } from '../modules/platform/counter/search-person.ts'
import { answerPrompt, viewScreen } from '../modules/registry/organisations/desk-screen.ts'
import { allKeeps } from './all-keeps.ts'
import { eraseClosed } from './erase-closed.ts'
import { forgetLapsed } from './forget-lapsed.ts'

const DAY_MS = 86_400_000
const clockAtFirst = clockOffset_ms()
const signer = openCheckpointSigner(randomBytes(32))
let fixture: Fixture
let folder: string
let checkpointsFile: string
before(async () => {
  fixture = await openFixture()
  folder = await mkdtemp(join(tmpdir(), 'sen-erasure-'))
  checkpointsFile = join(folder, 'checkpoints.log')
})
after(async () => {
  moveClock(clockAtFirst)
  await fixture.stop()
  await rm(folder, { recursive: true })
})

const lapses = [...kernelLapses, ...allModules.flatMap((module) => module.lapses)]
const REGISTER = new Set(allKeeps.filter(({ fate }) => fate.is === 'register').map(({ table }) => table))
const keptTables = new Set(
  allKeeps.filter(({ fate }) => fate.is === 'kept' || fate.is === 'with').map(({ table }) => table),
)
/** What passes for everybody within days, and what law keeps. */
const mayHold = new Set([
  ...keptTables,
  ...allKeeps.filter(({ fate }) => fate.is === 'passes').map(({ table }) => table),
])
const erasing = new Set(['erasure', 'key-destroyed'])
const passed = (ms: number): void => moveClock(clockOffset_ms() + ms)
const rows = async (sql: string, params: unknown[] = []): Promise<Record<string, unknown>[]> =>
  (await fixture.pool.query<Record<string, unknown>>(sql, params)).rows

const subjectOf = async ({ personalNumber }: TestPerson): Promise<string> =>
  (await findSubject(fixture.context.tools.read, fixture.context.tools, personalNumber)) ?? ''

/** Everything that the clock does, until nothing is left to be done at this moment. */
const runJobs = async (): Promise<void> => {
  const { context } = fixture
  const sequencing = { signer, lineKey: TEST_LINE_KEY, checkpointsFile }
  await fixture.settle()
  while ((await closeDue(context.transact, context.tools)) > 0) {
    continue
  }
  await fixture.settle()
  while (await eraseClosed(context.transact, context.tools, allKeeps)) {
    continue
  }
  for (const job of allModules.flatMap((module) => module.jobs)) {
    await job.run(context)
  }
  while (await forgetLapsed(context.transact, lapses)) {
    continue
  }
  await fixture.settle()
  await context.transact((work) => sequenceLines(work, sequencing))
  await context.transact((work) => publishCheckpoints(work, sequencing))
}

/** Outside of the state's register, which stays. */
const found = async (canaries: Canaries): Promise<Map<string, string[]>> =>
  new Map(
    [...(await canariesInDump(fixture.pool, canaries, fixture.keys))].filter(
      ([table]) => !REGISTER.has(table),
    ),
  )
const names = (tables: Map<string, string[]>): string[] => [...new Set([...tables.values()].flat())].sort()

const ADDRESS = 'Ngõ Chim Yến 47, phường Canaria'
const NOTE = 'Bà kể chuyện chim yến số 8812'
const AGENT = 'YenBrowser/47.11 (Canaria)'
const DEVICE = 'Máy chim yến 7Q'

/** The code that this brings to her phone; an older one, or digits of a reference, are none. */
const codeOf = async ({ phone }: TestPerson, ask: () => Promise<unknown>): Promise<string> => {
  const before = new Set(fixture.post.messages(phone).map(({ id }) => id))
  await ask()
  for (;;) {
    await fixture.settle()
    const fresh = fixture.post
      .messages(phone)
      .find(({ id, text }) => /Hết hạn sau/.test(text) && !before.has(id))
    if (fresh) {
      return fresh.code ?? ''
    }
    await setTimeout(10)
  }
}

/** One life with Sen: applied, level 2, help, a case, a relative, a lost phone. */
const live = async (person: TestPerson, officer: Visitor): Promise<Visitor> => {
  const [first, device] = [fixture.visitor(), new TestDevice()]
  first.device = AGENT
  const { status } = await applyFor(fixture, first, person)
  assert.equal(status.state, 'accepted')
  await activateFor(fixture, first, person)
  const { personalNumber } = person
  const { caseId } = await walkLevel2(fixture, officer, person, { submit: false })
  assert.equal((await officer.do(submitLevel2, { caseId })).state, 'accepted')
  await fixture.settle()
  await officer.do(searchPerson, { personalNumber, purpose: 'identity-check' })

  const screen = await screenBeside(fixture, officer)
  let id = ''
  const helped = await codeOf(person, async () => {
    ;({ id } = await officer.do(openAssisted, { personalNumber, purpose: 'settings', way: 'code' }))
  })
  const asked = (await screen.do(viewScreen)).prompt
  await screen.do(confirmAssisted, { promptId: asked?.id ?? '', code: helped })
  const mismatch = { kind: 'report-mismatch', field: 'hometown', value: ADDRESS }
  // A change has a code of its own, which she does not type: awaited, so that it is taken for no other.
  await codeOf(person, () => officer.do(askAssistedAct, { id, act: mismatch }))
  const act = (await screen.do(viewScreen)).prompt
  await screen.do(answerPrompt, { promptId: act?.id ?? '', answer: 'declined' })
  await officer.do(endAssisted, { id })

  const recovering = fixture.visitor()
  recovering.device = AGENT
  const code = await codeOf(person, async () => {
    await beginRung(recovering, person, 'chip')
    await showChip(recovering, person)
  })
  await recovering.do(proveCode, { code })
  await showFace(recovering, person.face)
  passed(6 * 3_600_000 + 60_000)
  device.name = DEVICE
  await finishOn(recovering, device)
  await recovering.do(openApp, { ...(await device.proof(recovering)), passcode: NEW_PASSCODE })
  return recovering
}

const ownDeeds = async (visitor: Visitor, officer: Visitor, relative: TestPerson): Promise<void> => {
  await visitor.do(makeLockCode, { passcode: NEW_PASSCODE })
  await visitor.do(nameRelative, {
    personalNumber: relative.personalNumber,
    label: 'Chị họ',
    passcode: NEW_PASSCODE,
  })
  const { id } = await visitor.do(reportDiscrepancy, { field: 'hometown', value: ADDRESS })
  await officer.do(noteDiscrepancy, { id, note: NOTE })
  await officer.do(refuseDiscrepancy, { id, reason: 'register-is-right', note: NOTE })
  await fixture.settle()
}

const closeHers = async (visitor: Visitor, person: TestPerson): Promise<void> => {
  const code = await codeOf(person, () => visitor.do(askClosing, { passcode: NEW_PASSCODE }))
  await visitor.do(confirmClosing, { code })
  passed(12 * DAY_MS + 60_000)
  await runJobs()
  passed(2 * DAY_MS)
  await runJobs()
}

/** As it is kept: what was taken is brought to one size. */
const portraitBytes = async (): Promise<Buffer> => {
  const [kept] = await rows("select subject_id, sealed from case_attachment where name = 'portrait'")
  const { subject_id: subjectId, sealed } = kept ?? {}
  const { sealer } = fixture.context.tools
  const bytes = await sealer.open(String(subjectId), 'case_attachment.portrait', sealed as Buffer)
  return bytes.subarray(9000, 9048)
}
const canariesOf = async (person: TestPerson): Promise<Canaries> => ({
  name: person.fullName,
  number: person.personalNumber,
  phone: person.phone.slice(3),
  email: person.email,
  address: ADDRESS,
  note: NOTE,
  agent: AGENT,
  device: DEVICE,
  portrait: await portraitBytes(),
})

/** Key and rows are gone, the log says so, and it is whole. */
const mustBeErased = async (subjectId: string, canaries: Canaries): Promise<void> => {
  assert.equal((await rows('select 1 from subject_key where subject_id = $1', [subjectId])).length, 0)
  const lines = await rows('select purpose, salt from audit_line where subject_id = $1 order by id', [
    subjectId,
  ])
  assert.equal(lines.at(-1)?.['purpose'], 'key-destroyed')
  assert.ok(lines.filter(({ salt }) => salt !== null).every(({ purpose }) => erasing.has(String(purpose))))
  const verdict = await verifyAudit({
    pool: fixture.pool,
    checkpointsFile,
    publicKey: signer.verifierKey,
    lineKey: TEST_LINE_KEY,
    writersFolder: null,
  })
  assert.deepEqual(verdict.faults, [])
  assert.deepEqual(canariesIn(canaries, await readFile(checkpointsFile, 'utf8')), [])
  for (const { table, fate } of allKeeps) {
    if (['at-once', 'kept', 'with'].includes(fate.is) && table !== 'audit_line') {
      assert.deepEqual(await rows(`select 1 from ${table} where subject_id = $1`, [subjectId]), [], table)
    }
  }
}

test('every canary is found; at once only where law keeps it; at the end in nothing at all', async () => {
  const person = newPerson({ fullName: 'Canaria Hoàng Yến Oanh' })
  const { person: relative } = await settleCitizen(fixture)
  // A short number: six digits in a row of a letter are taken for a code.
  const officer = await settleOfficer(fixture, { number: 'TN-1' })
  await fixture.register(person)
  const visitor = await live(person, officer)
  const canaries = await canariesOf(person)
  await ownDeeds(visitor, officer, relative)
  const everything = await found(canaries)
  assert.deepEqual(names(everything), Object.keys(canaries).sort(), 'the search finds each of them')
  assert.deepEqual(everything.get('trusted_by'), ['name'], 'on the side of whom she named')
  const before = names(new Map([...everything].filter(([table]) => keptTables.has(table))))
  assert.ok(before.includes('note') && before.includes('portrait'))

  const subjectId = await subjectOf(person)
  await closeHers(visitor, person)
  passed(3_700_000)
  await runJobs()
  const atOnce = await found(canaries)
  for (const [table, which] of atOnce) {
    assert.ok(mayHold.has(table), `${table} still holds ${which.join()}`)
  }
  assert.ok(!names(atOnce).includes('agent'))
  const plain = await canariesInDump(fixture.pool, canaries, null)
  assert.deepEqual(
    [...plain.keys()].filter((table) => !REGISTER.has(table)),
    [],
    'nothing stands in the clear',
  )
  assert.equal((await rows('select 1 from subject_key where subject_id = $1', [subjectId])).length, 1)

  const years: number[] = []
  for (let looks = 0; looks < 100; looks++) {
    const [next] = await rows('select look_at, closed_at from erasure where subject_id = $1', [subjectId])
    if (!next) {
      break
    }
    const { look_at: lookAt, closed_at: closedAt } = next as { look_at: Date; closed_at: Date }
    years.push(Math.round((lookAt.getTime() - closedAt.getTime()) / DAY_MS / 365.25))
    moveClock(lookAt.getTime() - Date.now() + 1000)
    await runJobs()
  }
  assert.deepEqual([...new Set(years)], [2, 3, 5, 10], 'each when its time is over')
  // What was written to her relative is the relative's.
  assert.deepEqual(await found(canaries), new Map([['letter', ['name']]]))
  await rows('delete from letter where subject_id = $1', [await subjectOf(relative)])
  assert.deepEqual(await found(canaries), new Map(), 'nothing else is left')
  await mustBeErased(subjectId, canaries)
})
