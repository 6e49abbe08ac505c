// She takes along all that is held of her: everything of hers, nobody else's, after her passcode, so many
// times a day, with a line in her log; and anybody can see that the house sealed it and nobody changed it.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { ownParts } from '../../../../contract/own-data.ts'
import { judgeOwnData } from '../../../../formats/own-data/own-data-file.ts'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { PASSCODE, settleCitizen } from '../../../../testing/settle-citizen.ts'
import type { Visitor } from '../../../../testing/visitor.ts'
import { takeOwnData } from '../../../../testing/own-data.ts'
import { settleOfficer } from '../../../../testing/officer.ts'
import { pictureOfPaper } from '../../../../testing/paper-pages.ts'
import { tk03For } from '../../../../testing/tk03.ts'
import { now } from '../../../kernel/clock.ts'
import { newId } from '../../../kernel/id.ts'
import { inForce } from '../../../kernel/policy.ts'
import { closeAccount } from '../../people/accounts/close-account.ts'
import { accountForUpdate, findSubject } from '../../people/accounts/open-account.ts'
import { receiveTk03 } from '../../cases/lock-requests/receive-tk03.ts'
import { nameRelative } from '../../cases/representation/relatives/trusted-relative-deeds.ts'
import { reportDiscrepancy } from '../../cases/discrepancies/own-discrepancies.ts'
import { publishedKeys } from '../../documents/credentials/signing/document-signer.ts'
import { viewAccessLog } from '../audit/access-log.ts'
import { takesPerDay } from './rules.ts'

let fixture: Fixture
let folder: string
let her: Awaited<ReturnType<typeof settleCitizen>>
let other: Awaited<ReturnType<typeof settleCitizen>>
let file: string
before(async () => {
  fixture = await openFixture()
  folder = await mkdtemp(join(tmpdir(), 'sen-own-data-'))
  her = await settleCitizen(fixture, { fullName: 'Trần Thị Hoa', email: 'hoa@thu.example' })
  other = await settleCitizen(fixture, { fullName: 'Lê Văn Khác', email: 'khac@thu.example' })
  for (const { visitor } of [her, other]) {
    await visitor.do(reportDiscrepancy, { field: 'hometown', value: 'Hà Nội' })
  }
  await her.visitor.do(nameRelative, {
    personalNumber: other.person.personalNumber,
    label: 'Anh họ',
    passcode: PASSCODE,
  })
  await fixture.letters(her.person.phone, /./)
  file = await taken(her.visitor)
})
after(async () => {
  await fixture.stop()
  await rm(folder, { recursive: true })
})

const taken = async (visitor: Visitor): Promise<string> =>
  (await visitor.do(takeOwnData, { passcode: PASSCODE })).file
const keys = async () => {
  const { read, documentSigner } = fixture.context.tools
  return (await publishedKeys(read, documentSigner)).jwks.map((key) => ({ ...key }))
}
const judged = async (text: string) => judgeOwnData(new TextEncoder().encode(text), await keys())
interface Taken {
  readonly data: {
    readonly about: string
    readonly parts: Record<string, unknown>
    readonly notGiven: readonly string[]
  }
  readonly signature: string
}
const read = (text: string): Taken => JSON.parse(text) as Taken

test('every part is there, with what she has in it', () => {
  const { data } = read(file)
  assert.equal(data.about, her.person.personalNumber)
  assert.deepEqual(Object.keys(data.parts).sort(), Object.keys(ownParts).sort())
  const parts = data.parts as {
    account: { phone: string; email: string; level: number }
    register: { fullName: string; portrait: string | null; cards: unknown[]; sensitive: unknown }
    devices: { devices: unknown[]; sessions: unknown[] }
    relatives: { named: { label: string }[] }
    corrections: { items: unknown[] }
    cases: { items: { kind: string; office: string }[]; areAll: boolean }
    letters: { items: { text: string }[]; areAll: boolean }
    log: { items: { purpose: string }[]; areAll: boolean }
  }
  assert.deepEqual(
    [parts.account.phone, parts.account.email, parts.account.level],
    [her.person.phone, her.person.email, 1],
  )
  assert.equal(parts.register.fullName, her.person.fullName)
  assert.ok(parts.register.portrait && parts.register.cards.length === 1)
  assert.equal(parts.register.sensitive, null, 'level 1: no officer has seen her')
  assert.ok(parts.devices.devices.length === 1 && parts.devices.sessions.length > 0)
  assert.equal(parts.relatives.named[0]?.label, 'Anh họ')
  assert.equal(parts.corrections.items.length, 1)
  assert.deepEqual([parts.cases.items[0]?.kind, parts.cases.areAll], ['discrepancy', true])
  assert.ok(parts.letters.items.length > 0 && parts.letters.areAll)
  assert.ok(parts.log.items.length > 0 && parts.log.areAll)
  assert.ok(data.notGiven.length > 0)
})

test('nothing of anybody else stands in it', async () => {
  const { person } = other
  const foreign = [person.personalNumber, person.phone, person.email, person.fullName]
  const subjectId = await findSubject(
    fixture.context.tools.read,
    fixture.context.tools,
    person.personalNumber,
  )
  assert.deepEqual(
    [...foreign, subjectId ?? ''].filter((text) => file.includes(text)),
    [],
  )
  const theirs = await taken(other.visitor)
  assert.ok(foreign.every((text) => theirs.includes(text)))
  assert.ok(!theirs.includes(her.person.email) && !theirs.includes(her.person.phone))
})

test("a body's wish to lock her account, which would warn her, does not stand in it", async () => {
  const officer = await settleOfficer(fixture)
  const pages = [{ page: await pictureOfPaper('PHIẾU TK03') }, { page: await pictureOfPaper('VĂN BẢN') }]
  const { reference } = await officer.do(receiveTk03, tk03For(other.person, { caseId: newId(), pages }))
  const text = await taken(other.visitor)
  assert.deepEqual(
    [reference, 'lock-request', 'VKS', 'Viện kiểm sát'].filter((told) => text.includes(told)),
    [],
  )
})

test('the house has sealed it, and a changed, foreign or unsealed one is not believed', async () => {
  const good = await judged(file)
  assert.ok(good.ok && good.value['about'] === her.person.personalNumber)
  const { data, signature } = read(file)
  const relaid = JSON.stringify({ signature, data })
  assert.equal((await judged(relaid)).ok, true, 'laid out otherwise it says the same')
  const changed = file.replace('Trần Thị Hoa', 'Trần Thị Hoà')
  assert.deepEqual(await judged(changed), { ok: false, reason: 'signature' })
  const [header = '', , last = ''] = signature.split('.')
  for (const [wrong, reason] of [
    [`${header}..${last.slice(0, -4)}AAAA`, 'signature'],
    [`${header}.${last}`, 'form'],
    [`${Buffer.from('{"alg":"none","typ":"sen-own-data"}').toString('base64url')}..`, 'algorithm'],
    ['', 'form'],
  ] as const) {
    assert.deepEqual(await judged(JSON.stringify({ data, signature: wrong })), { ok: false, reason }, wrong)
  }
  const none = await judgeOwnData(new TextEncoder().encode(file), [])
  assert.deepEqual(none, { ok: false, reason: 'key' })
})

test('a program that shares no code with us says the same', async () => {
  const [trust, whole, changed] = ['trust.json', 'whole.json', 'changed.json'].map((name) =>
    join(folder, name),
  )
  await writeFile(trust ?? '', JSON.stringify({ jwks: { keys: await keys() } }))
  await writeFile(whole ?? '', file)
  await writeFile(changed ?? '', file.replace('hoa@thu', 'hao@thu'))
  const tool = fileURLToPath(new URL('../../../../tools/verify-own-data.py', import.meta.url))
  const said = (path = '') =>
    spawnSync('python3', [tool, '--keys', trust ?? '', path], { encoding: 'utf8' })
      .stdout.trim()
      .split('\n')
  assert.deepEqual(said(whole).at(-1), 'ok')
  assert.match(said(whole)[0] ?? '', new RegExp(her.person.personalNumber))
  assert.deepEqual(said(changed).at(-1), 'not ok')
})

test('it stands in her log, she is told on every channel, and a wrong passcode gives nothing', async () => {
  await fixture.letters(her.person.phone, /đã tải về dữ liệu của bạn/)
  await fixture.letters(her.person.email, /tải về/)
  const purposes = (await her.visitor.do(viewAccessLog)).items.map(({ purpose }) => purpose)
  assert.ok(purposes.includes('own-data-taken'))
  const refused = await her.visitor.refusal(takeOwnData, { passcode: '135790' })
  assert.equal(refused.code, 'passcode.wrong')
  assert.equal(
    (await fixture.visitor().refusal(takeOwnData, { passcode: PASSCODE })).code,
    'session.required',
  )
})

test('so many times a day, and not once more', async () => {
  const { visitor } = await settleCitizen(fixture)
  for (let times = inForce(takesPerDay, now()); times > 0; times--) {
    await taken(visitor)
  }
  assert.equal((await visitor.refusal(takeOwnData, { passcode: PASSCODE })).code, 'limit.reached')
})

test('who has closed her account has none', async () => {
  const { person, visitor } = await settleCitizen(fixture)
  const { transact, tools } = fixture.context
  const subjectId = (await findSubject(tools.read, tools, person.personalNumber)) ?? ''
  await transact(async (work) => {
    const account = await accountForUpdate(work, subjectId)
    assert.ok(account)
    await closeAccount(work, tools, account)
  })
  assert.equal((await visitor.refusal(takeOwnData, { passcode: PASSCODE })).code, 'session.required')
  await fixture.settle()
  assert.equal((await visitor.refusal(takeOwnData, { passcode: PASSCODE })).code, 'session.required')
})
