// Documents in the profile of a child: whoever only finds the profile open does nothing with them.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { registerChild, settleParent } from '../../../../testing/family-steps.ts'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { PASSCODE } from '../../../../testing/settle-citizen.ts'
import { openProfile } from '../../access/authentication/sessions/open-profile.ts'
import { consentForWard } from '../../cases/representation/ward-deeds.ts'
import { integrateDocument, removeDocument, reportDifference, syncDocument } from './integrate-document.ts'
import { viewDocuments } from './view-documents.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
})
after(() => fixture.stop())

test('a child’s documents are neither seen, asked for, reported nor removed without the parent’s consent', async () => {
  const mother = await settleParent(fixture)
  const { tieId } = await registerChild(fixture, mother)
  const { visitor } = mother
  await visitor.do(openProfile, { tieId })
  const one = { id: '0193a5f0-0000-7000-8000-000000000000' }
  const codes = async () =>
    [
      await visitor.refusal(syncDocument, one),
      await visitor.refusal(reportDifference, one),
      await visitor.refusal(removeDocument, one),
    ].map(({ code }) => code)
  const asked = { type: 'health-insurance', keys: { card_number: 'TE1234567890123' } }
  const mustAsk = async () =>
    assert.deepEqual(
      [
        ...(await codes()),
        (await visitor.refusal(viewDocuments)).code,
        (await visitor.refusal(integrateDocument, asked)).code,
      ],
      Array.from({ length: 5 }, () => 'representation.consent-needed'),
    )
  await mustAsk()
  await visitor.do(consentForWard, { use: 'identity-card', passcode: PASSCODE })
  await mustAsk()
  await visitor.do(consentForWard, { use: 'documents', passcode: PASSCODE })
  assert.deepEqual(
    await codes(),
    Array.from({ length: 3 }, () => 'documents.no-such-document'),
  )
})
