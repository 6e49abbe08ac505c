// A line of one's own log can be proven by whoever reads it: what was written, where it stands, who signed.
// Never another's, and nothing of a third person comes with it.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { base64, readBase64 } from '../../../../formats/transparency-log/base64.ts'
import { cosignedAt_s, openCheckpoint } from '../../../../formats/transparency-log/checkpoint.ts'
import { checkInclusion, leafHash, readProof } from '../../../../formats/transparency-log/merkle-proof.ts'
import { readNoteKey, SIGNS } from '../../../../formats/transparency-log/note.ts'
import { saltedEntry } from '../../../../formats/transparency-log/salted-entry.ts'
import { examplePerson, growExampleLog } from '../../../../testing/audit-log.ts'
import { openTestContext, TEST_LINE_KEY, type TestDatabase } from '../../../../testing/database.ts'
import { startWitness, type RunningWitness } from '../../../../testing/running-witness.ts'
import { stopAll } from '../../../../testing/stop-all.ts'
import { system, type Actor, type Citizen, type Officer } from '../../../kernel/actor.ts'
import type { AppContext } from '../../../kernel/app-context.ts'
import type { AuditLine } from '../../../kernel/audit-line.ts'
import { leaveLine } from '../../../kernel/leave-line.ts'
import { perform } from '../../../kernel/perform.ts'
import { Problem } from '../../../kernel/problem.ts'
import { viewAccessLog } from './access-log.ts'
import { openCheckpointSigner, readVerifierKey } from './checkpoint.ts'
import { eraseSalts } from './erase-salts.ts'
import { viewLineProof } from './line-proof.ts'
import { sequenceLines } from './sequence-lines.ts'
import { askWitness } from './witness/ask-witness.ts'

const signer = openCheckpointSigner(randomBytes(32))
const her = examplePerson(1)
const citizen = (n: number, by?: Citizen['by']): Citizen => ({
  kind: 'citizen',
  subjectId: examplePerson(n),
  sessionId: examplePerson(90),
  deviceId: null,
  ...(by ? { by } : {}),
})
const officer: Officer = {
  kind: 'officer',
  officerId: examplePerson(2),
  number: '123-456',
  officeId: examplePerson(3),
  officeName: 'Công an phường Sen',
  sessionId: examplePerson(4),
  tasks: [],
  personKey: null,
  desk: '',
}
const ofOffice = { office: officer.officeName, officerNumber: officer.number }

let context: AppContext
let database: TestDatabase & { context: AppContext }
let folder: string
let witness: RunningWitness

const write = (actor: Actor, line: Partial<AuditLine> = {}): Promise<void> =>
  context.transact((work) =>
    leaveLine(work, {
      useCase: 'a.deed',
      actor,
      line: { about: her, purpose: 'enrolment-check', ...line } as AuditLine,
    }),
  )
const sequence = (): Promise<number> =>
  context.transact((work) =>
    sequenceLines(work, {
      signer,
      lineKey: TEST_LINE_KEY,
      checkpointsFile: join(folder, 'checkpoints.log'),
    }),
  )
const request = { requestId: 'r', network: '127.0.0.1', language: 'en' as const, device: '' }
const proofOf = async (id: string, actor: Actor = citizen(1)) =>
  (await perform(context, viewLineProof, { input: { id }, actor, request })).output
const newest = async (actor: Citizen = citizen(1)) => {
  const [item] = (await perform(context, viewAccessLog, { input: {}, actor, request })).output.items
  assert.ok(item)
  return item
}
const refusal = (id: string, actor: Actor): Promise<string> =>
  proofOf(id, actor).then(
    () => 'none',
    (error: unknown) => (error instanceof Problem ? `${error.code} ${error.message}` : String(error)),
  )
/** As her browser does it: from the values that came, with the keys that everybody has. */
const isProven = async ({ line, proof }: Awaited<ReturnType<typeof proofOf>>): Promise<boolean> => {
  const key = await readNoteKey(signer.verifierKey, SIGNS.own)
  const opened = key.ok && proof ? await openCheckpoint(proof.note, key.value) : null
  const hashes = readProof(proof?.hashes ?? [])
  if (!opened?.ok || !hashes.ok || line.leaf === null) {
    return false
  }
  const leaf =
    line.line && line.salt
      ? await leafHash(await saltedEntry(Buffer.from(line.salt, 'hex'), line.line))
      : readBase64(line.leafHash)
  assert.ok(leaf)
  assert.equal(base64(leaf), line.leafHash)
  const { size, root } = opened.value
  return (await checkInclusion({ leafNo: line.leaf, size, leafHash: leaf, proof: hashes.value, root })).ok
}

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sen-proof-'))
  database = await openTestContext()
  context = database.context
  witness = await startWitness(join(folder, 'witness'), readVerifierKey(signer.verifierKey), 0)
})
after(() =>
  stopAll({
    'the witness': () => witness.stop(),
    'the database': () => database.stop(),
    'the folder': () => rm(folder, { recursive: true }),
  }),
)

test('a line has no proof while it waits, and from its number on one that holds by the keys that everybody has', async () => {
  await growExampleLog(
    context.transact,
    { signer, lineKey: TEST_LINE_KEY, checkpointsFile: join(folder, 'checkpoints.log') },
    [5, 300, 9],
  )
  await write(officer, { fields: ['fullName'], detail: ofOffice })
  const { id } = await newest()
  const waiting = await proofOf(id)
  assert.deepEqual([waiting.proof, waiting.line.leaf, waiting.line.content], [null, null, 'open'])
  await sequence()
  const proven = await proofOf(id)
  assert.equal(proven.line.leaf, 314)
  assert.ok(await isProven(proven))
  assert.deepEqual(proven.line.line?.detail, ofOffice)
  const other = { ...proven, line: { ...proven.line, leaf: 313 } }
  assert.equal(await isProven(other), false, 'at another place it does not hold')
})

test('the checkpoint is one that a witness has cosigned, where one over the line is', async () => {
  const asking = { read: context.tools.read, transact: context.transact, folder: join(folder, 'cosigned') }
  const { id } = await newest()
  await askWitness(asking, witness)
  await write(officer, { detail: ofOffice })
  await sequence()
  const witnessKey = await readNoteKey(witness.verifierKey, SIGNS.cosignature)
  const logKey = await readNoteKey(signer.verifierKey, SIGNS.own)
  assert.ok(witnessKey.ok && logKey.ok)
  const wordOver = async (lineId: string) => {
    const proof = await proofOf(lineId)
    assert.ok(await isProven(proof))
    const opened = await openCheckpoint(proof.proof?.note ?? '', logKey.value)
    assert.ok(opened.ok)
    return cosignedAt_s(opened.value, witnessKey.value)
  }
  assert.notEqual(await wordOver(id), null)
  assert.equal(await wordOver((await newest()).id), null, 'no witness has seen the newest one yet')
})

test("another's line is refused in the same words as one that nobody has, to whoever asks", async () => {
  await write(officer, { about: examplePerson(6), detail: ofOffice })
  const { id } = await newest(citizen(6))
  const nobodys = examplePerson(999)
  const strangers = [citizen(1), citizen(7)]
  for (const stranger of strangers) {
    assert.equal(await refusal(id, stranger), await refusal(nobodys, stranger))
    assert.match(await refusal(id, stranger), /^audit\.no-such-line/)
  }
  assert.equal((await proofOf(id, citizen(6))).line.id, id)
  for (const actor of [{ kind: 'anonymous' }, officer, system('expiry')] as const) {
    assert.equal(await refusal(id, actor), await refusal(nobodys, actor))
    assert.doesNotMatch(await refusal(id, actor), /no-such-line|none/)
  }
})

test('who acts for a ward proves the lines of the ward, and reads her own inner number in them but nobody else’s', async () => {
  const [ward, mother, father] = [examplePerson(20), examplePerson(21), examplePerson(22)]
  const acting = citizen(20, { subjectId: mother, tieId: examplePerson(80) })
  await write(citizen(20, { subjectId: mother, tieId: examplePerson(80) }), { about: ward })
  await write(citizen(20, { subjectId: father, tieId: examplePerson(81) }), { about: ward })
  await sequence()
  const { items } = (await perform(context, viewAccessLog, { input: {}, actor: acting, request })).output
  const proofs = await Promise.all(items.flatMap(({ lines }) => lines).map(({ id }) => proofOf(id, acting)))
  assert.deepEqual(proofs.map(({ line }) => line.content).sort(), ['open', 'withheld'])
  assert.ok(proofs.every((proof) => JSON.stringify(proof).includes(father) === false))
  assert.ok((await Promise.all(proofs.map(isProven))).every(Boolean), 'its place is proven all the same')
})

test('of relatives, helpers, recoveries, screens and inner remarks nothing but the place comes along', async () => {
  const other = examplePerson(31)
  const secret = examplePerson(32)
  const about = examplePerson(30)
  await write(citizen(31), { about })
  await write(citizen(31), { about, purpose: 'account-locked-by-relative', detail: { by: 'relative' } })
  await write({ kind: 'recovering', recoveryId: secret }, { about })
  await write({ kind: 'applicant', draftId: secret }, { about })
  await write({ kind: 'screen', officerSessionId: secret, officeId: examplePerson(3) }, { about })
  await write(officer, { about, detail: { ...ofOffice, authority: secret } })
  await write(officer, { about, detail: { ...ofOffice, remark: secret } })
  await write(officer, {
    about,
    purpose: 'search-court-or-investigation',
    detail: { ...ofOffice, reference: secret },
  })
  await sequence()
  const actor = citizen(30)
  const { items } = (await perform(context, viewAccessLog, { input: {}, actor, request })).output
  const lines = items.flatMap((run) => run.lines)
  assert.equal(lines.length, 8)
  for (const { id } of lines) {
    const proof = await proofOf(id, actor)
    assert.deepEqual([proof.line.content, proof.line.line, proof.line.salt], ['withheld', null, null])
    assert.ok(await isProven(proof))
    assert.ok(![other, secret].some((one) => JSON.stringify(proof).includes(one)))
  }
})

test('of a line whose years are over the place alone is left', async () => {
  await write(officer, { about: examplePerson(40), detail: ofOffice })
  const { id } = await newest(citizen(40))
  await sequence()
  await context.transact((work) => eraseSalts(work, examplePerson(40), system('erasure')))
  const proof = await proofOf(id, citizen(40))
  assert.deepEqual([proof.line.content, proof.line.line, proof.line.salt], ['erased', null, null])
  assert.ok(await isProven(proof))
})

test('a line that was changed in the database is given as it stands, and does not fit its leaf', async () => {
  await write(officer, { about: examplePerson(50), detail: ofOffice })
  await sequence()
  const { id } = await newest(citizen(50))
  assert.ok(await isProven(await proofOf(id, citizen(50))))
  await database.pool.query("update audit_line set purpose = 'card-view' where id = $1", [id])
  await assert.rejects(async () => isProven(await proofOf(id, citizen(50))), /Expected values/)
})
