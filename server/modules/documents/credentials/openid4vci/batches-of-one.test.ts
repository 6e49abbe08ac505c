// One person's share of what is issued, and so of the lists that all verifiers fetch.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { askCards, drawNonceAt, proofOver, tokenOf } from '../../../../../testing/issuer-door.ts'
import { openIssuerFixture, settleHolder, type IssuerFixture } from '../../../../../testing/issuer-fixture.ts'
import { now } from '../../../../kernel/clock.ts'
import { countUse } from '../../../../kernel/limit.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { issuingLimits } from '../rules.ts'

let fixture: IssuerFixture
before(async () => {
  fixture = await openIssuerFixture()
})
after(() => fixture.stop())

test('with one token nobody takes more documents than a person shows in a day, and nobody else is held up', async () => {
  const [holder, neighbour] = [await settleHolder(fixture), await settleHolder(fixture)]
  const token = await tokenOf(holder)
  const batch = async (of: string) => askCards(fixture, of, [proofOver(await drawNonceAt(fixture))])
  const { batchesPerDay } = inForce(issuingLimits, now())
  await fixture.context.transact(async (work) => {
    for (let earlier = 0; earlier < batchesPerDay - 2; earlier++) {
      await countUse(work, fixture.context.tools.digests, {
        scope: 'credentials.issue',
        key: holder.subjectId,
        most: batchesPerDay,
        per_s: 86_400,
      })
    }
  })
  assert.deepEqual([(await batch(token)).status, (await batch(token)).status], [200, 200])
  const over = await batch(token)
  assert.deepEqual([over.status, over.error], [429, 'temporarily_unavailable'])
  assert.ok(Number(over.headers.get('retry-after')) > 0)
  const { rows } = await fixture.pool.query<{ n: number }>(
    'select count(*)::int as n from issued_credential where subject_id = $1',
    [holder.subjectId],
  )
  assert.equal(rows[0]?.n, 2)
  assert.equal((await batch(await tokenOf(neighbour))).status, 200)
})
