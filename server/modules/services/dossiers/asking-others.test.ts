// Asking others to agree is no way to pester them, to learn who is there, or to agree in their place.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { PASSCODE, settleCitizen } from '../../../../testing/settle-citizen.ts'
import { newPerson } from '../../../../testing/test-person.ts'
import type { Visitor } from '../../../../testing/visitor.ts'
import { registerChild, settleParent } from '../../../../testing/family-steps.ts'
import { consentForWard } from '../../cases/representation/ward-deeds.ts'
import { settleOfficer } from '../../../../testing/officer.ts'
import { addDays } from '../../../../formats/vietnam-day.ts'
import { now } from '../../../kernel/clock.ts'
import { openProfile } from '../../access/authentication/sessions/open-profile.ts'
import { newId } from '../../../kernel/id.ts'
import { dayInVietnam } from '../../../kernel/policy.ts'
import { viewInbox } from '../../platform/notifications/inbox.ts'
import { answerConsent, listConsents } from './consents.ts'
import { decideDossier, proposeDossier } from './decide-dossier.ts'
import { fileService } from './file-dossier.ts'
import { viewOwnDossier, withdrawDossier } from './own-dossiers.ts'
import { notePaperConsent } from './pass-on-dossier.ts'
import { openOfficeDossier, payDossier, receiveDossier, tickDossier } from './work-dossier.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
  await fixture.pool.query(
    `insert into territory_unit (code, kind, name, parent_code, valid_from, source)
     values ('00004', 'ward', 'Phường Ba Đình', '01', '2025-07-01', 'test')`,
  )
})
after(() => fixture.stop())

const settle = async () => {
  const settled = await settleCitizen(fixture)
  await fixture.pool.query('update account set level = 2 where personal_number = $1', [
    settled.person.personalNumber,
  ])
  return settled
}
/** Where somebody else owns it: she is asked. */
const stayAt = (owner: string) => ({
  procedure: 'temporary-residence',
  draft: newId(),
  version: 1,
  answers: {
    owner,
    address: { unit: '00004', address: 'Số 3, đường Bờ Sông' },
    until: addDays(dayInVietnam(now()), 90),
    feeClass: 'none',
  },
})
const askAndWithdraw = async (visitor: Visitor, owner: string): Promise<void> => {
  const { reference } = await visitor.do(fileService, stayAt(owner))
  await visitor.do(withdrawDossier, { reference })
}

test('who was asked three times in a week is left in peace by whoever asks, also when it was withdrawn each time', async () => {
  const [{ visitor }, owner, other] = [await settle(), await settle(), await settle()]
  for (let i = 0; i < 3; i++) {
    await askAndWithdraw(visitor, owner.person.personalNumber)
  }
  const again = await visitor.refusal(fileService, stayAt(owner.person.personalNumber))
  assert.equal(again.code, 'limit.reached')
  assert.equal((await owner.visitor.do(listConsents)).items.length, 3)
  await visitor.do(fileService, stayAt(other.person.personalNumber))
})

test('once as many were asked as may be, the answer is the same whether anybody has the number', async () => {
  const [{ visitor }, owner, other] = [await settle(), await settle(), await settle()]
  await visitor.do(fileService, stayAt(owner.person.personalNumber))
  await fixture.pool.query("update attempt_counter set used = 20 where scope = 'services.strangers-asked'")
  const there = await visitor.refusal(fileService, stayAt(other.person.personalNumber))
  const nobody = await visitor.refusal(fileService, stayAt(newPerson().personalNumber))
  assert.deepEqual([there.code, nobody.code], ['limit.reached', 'limit.reached'])
})

test('an agreement that one officer noted from a paper is looked at by a second one before anything is granted', async () => {
  const [{ visitor }, owner] = [await settle(), await settle()]
  const { reference } = await visitor.do(fileService, stayAt(owner.person.personalNumber))
  const [one, two] = [await settleOfficer(fixture), await settleOfficer(fixture)]
  const [asked] = (await one.do(openOfficeDossier, { reference })).consents
  await one.do(notePaperConsent, { reference, consent: asked?.id ?? '', note: 'đã xem giấy có chữ ký' })
  const { checklist, fees, fourEyes } = await one.do(receiveDossier, { reference, verdict: 'receive' })
  assert.equal(fourEyes, true)
  for (const { id } of checklist) {
    await one.do(tickDossier, { reference, item: id, isTicked: true })
  }
  if (fees.length > 0) {
    await one.do(payDossier, { reference, step: 'paid', receipt: 'BL-0001' })
  }
  assert.equal((await one.do(proposeDossier, { reference, verdict: 'grant' })).state, 'put-forward')
  const alone = await one.refusal(decideDossier, { reference, verdict: 'confirm' })
  assert.equal(alone.code, 'services.same-eyes')
  assert.equal((await two.do(decideDossier, { reference, verdict: 'confirm' })).state, 'finished')
})

test('whoever is said to have agreed on paper is told at once by which office, and what to do if she did not', async () => {
  const [{ visitor }, owner] = [await settle(), await settle()]
  const { reference } = await visitor.do(fileService, stayAt(owner.person.personalNumber))
  const officer = await settleOfficer(fixture)
  const { consents, office } = await officer.do(openOfficeDossier, { reference })
  const noted = { reference, consent: consents[0]?.id ?? '', note: 'đã xem giấy có chữ ký' }
  await officer.do(notePaperConsent, noted)
  await fixture.settle()
  const told = (await owner.visitor.do(viewInbox)).items.filter(({ text }) => text.includes('trên giấy'))
  assert.equal(told.length, 1)
  assert.ok(told[0]?.text.includes(reference) && told[0].text.includes(office), told[0]?.text)
  await officer.refusal(notePaperConsent, noted)
  await fixture.settle()
  const again = (await owner.visitor.do(viewInbox)).items.filter(({ text }) => text.includes('trên giấy'))
  assert.equal(again.length, 1)
  const asker = (await visitor.do(viewInbox)).items.filter(({ text }) => text.includes('trên giấy'))
  assert.equal(asker.length, 0)
})

test('a parent does not agree in her child’s name to a dossier that she filed herself; she may decline it', async () => {
  const mother = await settleParent(fixture)
  const { child, tieId } = await registerChild(fixture, mother)
  const { visitor } = mother
  const { reference } = await visitor.do(fileService, stayAt(child.personalNumber))
  await visitor.do(openProfile, { tieId })
  const [asked] = (await visitor.do(listConsents)).items
  const id = asked?.id ?? ''
  const agreed = await visitor.refusal(answerConsent, { id, verdict: 'agree' })
  assert.equal(agreed.code, 'services.consent-for-oneself')
  assert.equal((await visitor.do(answerConsent, { id, verdict: 'decline' })).state, 'declined')
  await visitor.do(openProfile, { tieId: null })
  assert.equal((await visitor.do(viewOwnDossier, { reference })).state, 'rejected')
})

test('in a ward’s name only who confirms it by her passcode agrees to what somebody else has filed', async () => {
  const mother = await settleParent(fixture)
  const { child, tieId } = await registerChild(fixture, mother)
  const asker = await settle()
  const { reference } = await asker.visitor.do(fileService, stayAt(child.personalNumber))
  const { visitor } = mother
  await visitor.do(openProfile, { tieId })
  const [asked] = (await visitor.do(listConsents)).items
  const answer = { id: asked?.id ?? '', verdict: 'agree' } as const
  assert.equal((await visitor.refusal(answerConsent, answer)).code, 'representation.consent-needed')
  assert.equal((await asker.visitor.do(viewOwnDossier, { reference })).state, 'awaiting-consents')
  await visitor.do(consentForWard, { use: 'services', passcode: PASSCODE })
  assert.equal((await visitor.do(answerConsent, answer)).state, 'agreed')
})

test('whoever comes of age before the decision is asked herself: without that nothing is granted', async () => {
  const [{ visitor, person }, owner] = [await settle(), await settle()]
  const brother = newPerson({ birthDate: '2009-05-01' })
  await fixture.register(brother)
  for (const [number, relation] of [
    [person.personalNumber, 'head'],
    [brother.personalNumber, 'sibling'],
  ]) {
    await fixture.pool.query(
      `update person set permanent_address = 'Số 1', permanent_unit = '01', household_number = 'HK-ON-AGE',
         household_relation = $2 where personal_number = $1`,
      [number, relation],
    )
  }
  const filing = stayAt(owner.person.personalNumber)
  const answers = { ...filing.answers, movers: [brother.personalNumber] }
  const { reference, waitsForConsents } = await visitor.do(fileService, { ...filing, answers })
  assert.equal(waitsForConsents, 1, 'nobody but the owner is asked')
  const [asked] = (await owner.visitor.do(listConsents)).items
  await owner.visitor.do(answerConsent, { id: asked?.id ?? '', verdict: 'agree' })
  const officer = await settleOfficer(fixture)
  const { checklist } = await officer.do(receiveDossier, { reference, verdict: 'receive' })
  for (const { id } of checklist) {
    await officer.do(tickDossier, { reference, item: id, isTicked: true })
  }
  await officer.do(payDossier, { reference, step: 'paid', receipt: 'BL-0002' })
  const bornOn = (day: string) =>
    fixture.pool.query('update person set birth_date = $2 where personal_number = $1', [
      brother.personalNumber,
      day,
    ])
  await bornOn('2008-01-01')
  const refused = await officer.refusal(proposeDossier, { reference, verdict: 'grant' })
  assert.equal(refused.code, 'services.agreement-needed')
  assert.equal((await visitor.do(viewOwnDossier, { reference })).state, 'processing')
  await bornOn('2009-05-01')
  assert.equal((await officer.do(proposeDossier, { reference, verdict: 'grant' })).state, 'finished')
})
