// The words of a question are known again by a keyed digest; what an older Sen kept counts, and is given its
// key.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { canonicalJson } from '../../../../formats/canonical-json.ts'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { screenBeside, settleOfficer } from '../../../../testing/officer.ts'
import { newId } from '../../../kernel/id.ts'
import { keyDigests } from './desk-digests.ts'
import { answeredAtDesk, askAtDesk, type Question } from './desk-prompt.ts'
import { answerPrompt } from './desk-screen.ts'
import { officerOfSession } from './officer-session.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
})
after(() => fixture.stop())

const question = (): Question => ({
  subjectId: newId(),
  caseId: newId(),
  kind: 'recovery-voucher',
  params: { name: 'Nguyễn Thị Lan', reference: 'KP-26-000123' },
})
const plainOf = ({ params }: Question): Buffer => createHash('sha256').update(canonicalJson(params)).digest()
const answered = (asked: Question) => answeredAtDesk(fixture.context.tools.read, fixture.context.tools, asked)
const kept = async ({ caseId }: Question) =>
  (
    await fixture.pool.query<{ params_digest: Buffer; is_digest_keyed: boolean }>(
      'select params_digest, is_digest_keyed from desk_prompt where case_id = $1',
      [caseId],
    )
  ).rows[0] ?? assert.fail()
const agreed = async (asked: Question): Promise<void> => {
  const { tools, transact } = fixture.context
  const officer = await settleOfficer(fixture)
  const screen = await screenBeside(fixture, officer)
  const actor = await officerOfSession(tools.read, tools, officer.sessions.get('counter') ?? '')
  const promptId = await transact((work) => askAtDesk(work, tools, actor?.sessionId ?? '', asked))
  await screen.do(answerPrompt, { promptId, answer: 'agreed' })
}

test('whoever has only the database and guesses the words does not find the question', async () => {
  const asked = question()
  await agreed(asked)
  const { params_digest: digest, is_digest_keyed: isKeyed } = await kept(asked)
  assert.equal(digest.length, 32)
  assert.ok(!digest.equals(plainOf(asked)))
  assert.deepEqual([isKeyed, await answered(asked)], [true, 'agreed'])
})

test('an answer to a question that an older Sen asked counts before and after a job has given its digest a key', async () => {
  const [asked, sealedAsHers] = [question(), question()]
  for (const one of [asked, sealedAsHers]) {
    await agreed(one)
    if (one === sealedAsHers) {
      await fixture.settle()
    }
    await fixture.pool.query(
      'update desk_prompt set params_digest = $2, is_digest_keyed = default where case_id = $1',
      [one.caseId, plainOf(one)],
    )
  }
  const other = { ...asked, params: { ...asked.params, name: 'Nguyễn Thị Linh' } }
  const states = async () => [await answered(asked), await answered(sealedAsHers), await answered(other)]
  assert.deepEqual(await states(), ['agreed', 'agreed', 'none'])
  const { tools, transact } = fixture.context
  assert.equal(await keyDigests(transact, tools), 2)
  for (const one of [asked, sealedAsHers]) {
    const { params_digest: digest, is_digest_keyed: isKeyed } = await kept(one)
    assert.ok(isKeyed && !digest.equals(plainOf(one)))
  }
  assert.deepEqual(await states(), ['agreed', 'agreed', 'none'])
  assert.equal(await keyDigests(transact, tools), 0)
})
