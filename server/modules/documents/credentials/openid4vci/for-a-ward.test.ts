// A child's papers on the phone of whoever acts for him: after her consent, and for as long as she does.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { registerChild } from '../../../../../testing/family-steps.ts'
import { PASSCODE } from '../../../../../testing/settle-citizen.ts'
import {
  askCards,
  askJson,
  askToken,
  drawNonceAt,
  PRE_AUTHORIZED,
  proofOver,
} from '../../../../../testing/issuer-door.ts'
import {
  openIssuerFixture,
  openWay,
  settleHolder,
  type Holder,
  type IssuerFixture,
} from '../../../../../testing/issuer-fixture.ts'
import { putDocument, seenBy } from '../../../../../testing/other-documents.ts'
import { clockOffset_ms, moveClock, now } from '../../../../kernel/clock.ts'
import { newId } from '../../../../kernel/id.ts'
import { openProfile } from '../../../access/authentication/sessions/open-profile.ts'
import { removeDevice, viewDevices } from '../../../access/authentication/sessions/sessions.ts'
import { endTieFor } from '../../../cases/representation/tie.ts'
import { consentForWard } from '../../../cases/representation/ward-deeds.ts'
import { closeAccount } from '../../../people/accounts/close-account.ts'
import { accountForUpdate } from '../../../people/accounts/open-account.ts'
import { lockSubject, unlockSubject } from '../../../people/locks/lock-subject.ts'
import { ownBatchesOf } from '../issuing/credential-store.ts'
import { offerCredentials } from './offer-credentials.ts'

const INSURANCE = 'health-insurance-sd-jwt'
const insurance = {
  card_number: 'TE4940217007755',
  benefit_level: '100 %',
  initial_facility: 'Trạm y tế phường Sông Lam',
  valid_from: '2024-01-01',
}

let fixture: IssuerFixture
let seen: ReturnType<typeof seenBy>
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openIssuerFixture()
  seen = seenBy(fixture)
})
after(async () => {
  moveClock(clockAtFirst)
  await fixture.stop()
})

/** A mother at home in her son's profile, in which an insurance card lies. */
const settleFamily = async () => {
  const mother = await settleHolder(fixture)
  const { child, tieId } = await registerChild(fixture, mother)
  const { rows } = await fixture.pool.query<{ subject_id: string }>(
    'select subject_id from account where personal_number = $1',
    [child.personalNumber],
  )
  const childId = rows[0]?.subject_id ?? ''
  const paper = await putDocument(fixture, childId, 'health-insurance', insurance)
  await mother.visitor.do(openProfile, { tieId })
  return { mother, child, childId, tieId, paper }
}
type Family = Awaited<ReturnType<typeof settleFamily>>

const consent = ({ mother: { visitor } }: Family, use: 'documents' | 'identity-card' = 'documents') =>
  visitor.do(consentForWard, { use, passcode: PASSCODE })
const tokenFor = async (family: Family): Promise<string> => {
  await consent(family)
  return (await openWay(family.mother)).accessToken
}
const fetchPaper = async (family: Family): Promise<string> => {
  await consent(family)
  const way = await openWay(family.mother)
  return (await family.mother.wallet.fetchBatch(way, INSURANCE, 1, now())).credentials[0] ?? ''
}
const ask = async (token: string, named: object = { credential_configuration_id: INSURANCE }) =>
  askCards(fixture, token, [proofOver(await drawNonceAt(fixture))], {
    credential_configuration_id: undefined,
    ...named,
  })
const issued = async (): Promise<number> => {
  const { rows } = await fixture.pool.query<{ n: number }>('select count(*)::int as n from issued_credential')
  return rows[0]?.n ?? 0
}
const endTie = ({ childId, tieId, mother }: Family, reason: 'came-of-age' | 'guardianship-ended') =>
  fixture.context.transact((work) =>
    endTieFor(work, { subject_id: childId, id: tieId, representative_id: mother.subjectId }, reason),
  )
const lock = (subjectId: string) =>
  fixture.context.transact((work) =>
    lockSubject(work, fixture.context.tools, { subjectId, ground: 'holder-request', by: 'holder' }),
  )
const unlock = (subjectId: string) =>
  fixture.context.transact((work) =>
    unlockSubject(work, fixture.context.tools, { subjectId, by: 'officer-second' }),
  )

test("a mother's phone fetches her son's insurance card: it says him and nothing of her, and his log says who fetched it", async () => {
  const family = await settleFamily()
  const { mother, child, childId } = family
  await consent(family)
  const { offer } = await mother.visitor.do(offerCredentials, { for: 'this-phone' })
  assert.deepEqual(offer.credential_configuration_ids, [INSURANCE], 'his identity card is not issued to her')
  const credential = await fetchPaper(family)
  const { claims } = await seen.open(credential)
  assert.deepEqual(
    [claims['name'], claims['personal_number'], claims['card_number']],
    [child.fullName, child.personalNumber, insurance.card_number],
  )
  const all = JSON.stringify(claims)
  assert.ok(!all.includes(mother.person.personalNumber) && !all.includes(mother.person.fullName))
  assert.ok(Number(claims['exp']) * 1000 <= now().getTime() + 2 * 86_400_000, 'soon good for nothing')
  assert.equal(await seen.meaningOf(credential), 'valid')
  const { rows } = await fixture.pool.query<{ actor: string }>(
    `select actor from audit_line where subject_id = $1 and purpose = 'credentials-issued-to-representative'`,
    [childId],
  )
  assert.deepEqual(rows, [{ actor: `citizen:${mother.subjectId}` }])
  assert.deepEqual(
    await ownBatchesOf(fixture.context.tools.read, childId, now()),
    [],
    'no phone of his has it',
  )
})

test("nothing of a child's is offered or issued without a consent to this use that stands", async () => {
  const family = await settleFamily()
  const { visitor } = family.mother
  const refused = async (input: object) => (await visitor.refusal(offerCredentials, input)).code
  assert.equal(await refused({ for: 'this-phone' }), 'representation.consent-needed')
  await consent(family, 'identity-card')
  assert.equal(await refused({ for: 'this-phone' }), 'representation.consent-needed')
  const token = await tokenFor(family)
  const other = { for: 'other-wallet', passcode: PASSCODE }
  assert.equal(await refused(other), 'representation.not-for-ward', 'no other wallet, consent or not')
  const before = await issued()
  moveClock(clockOffset_ms() + 301_000)
  const { status, error } = await ask(token)
  assert.deepEqual([status, error], [400, 'credential_request_denied'], 'the consent has ended since')
  assert.equal(await issued(), before)
})

test("her own papers, a stranger's, and his identity card are no papers of his", async () => {
  const [family, other] = [await settleFamily(), await settleFamily()]
  const own = await putDocument(fixture, family.mother.subjectId, 'health-insurance', insurance)
  const token = await tokenFor(family)
  const before = await issued()
  for (const id of [own, other.paper, newId()]) {
    const { error } = await ask(token, { credential_identifier: `${INSURANCE}.${id}` })
    assert.equal(error, 'credential_request_denied')
  }
  for (const id of ['identity-card-sd-jwt', 'identity-card-mdoc', 'driving-licence-mdoc']) {
    const { error } = await ask(token, { credential_configuration_id: id })
    assert.equal(error, 'unknown_credential_configuration', id)
  }
  assert.equal(await issued(), before)
  const { offer } = await family.mother.visitor.do(offerCredentials, { for: 'this-phone' })
  const stolen = {
    grant_type: PRE_AUTHORIZED,
    'pre-authorized_code': offer.grants[PRE_AUTHORIZED]['pre-authorized_code'],
  }
  const { error } = await askToken(fixture.fetchAs(other.mother.visitor), stolen)
  assert.equal(error, 'invalid_grant', "another mother's session opens nothing with it")
  const { code: ended } = await other.mother.visitor.refusal(openProfile, { tieId: family.tieId })
  assert.equal(ended, 'representation.ended', 'he is not her ward')
})

test('however many keys a phone proves, a child has few copies there, and no paper as a mobile document', async () => {
  const family = await settleFamily()
  await putDocument(fixture, family.childId, 'driving-licence', { licence_number: '994012345318' })
  const token = await tokenFor(family)
  const nonce = await drawNonceAt(fixture)
  const proofs = Array.from({ length: 5 }, () => proofOver(nonce))
  const named = { credential_configuration_id: INSURANCE }
  assert.equal((await askCards(fixture, token, proofs, named)).error, 'invalid_proof')
  assert.equal((await askCards(fixture, token, proofs.slice(1), named)).status, 200)
  const { offer } = await family.mother.visitor.do(offerCredentials, { for: 'this-phone' })
  assert.deepEqual(offer.credential_configuration_ids.toSorted(), ['driving-licence-sd-jwt', INSURANCE])
})

test('between the offer and the issue the tie, the level and both accounts must stand', async () => {
  const family = await settleFamily()
  const { mother, childId } = family
  const setLevel = (level: number) =>
    fixture.pool.query('update account set level = $2 where subject_id = $1', [mother.subjectId, level])
  const token = await tokenFor(family)
  const before = await issued()
  await setLevel(1)
  assert.equal((await ask(token)).status, 401, 'of level 1 she acts for nobody')
  await setLevel(2)
  await lock(childId)
  assert.equal((await ask(token)).error, 'credential_request_denied', 'his account is locked')
  await unlock(childId)
  await endTie(family, 'guardianship-ended')
  assert.equal((await ask(token)).status, 401, 'she acts for him no more')
  assert.equal(await issued(), before)
})

test('a tie that ends while his card is being issued gives her nothing', async () => {
  const family = await settleFamily()
  const token = await tokenFor(family)
  const { childId, tieId, mother } = family
  const asked = await fixture.context.transact(async (work) => {
    await endTieFor(
      work,
      { subject_id: childId, id: tieId, representative_id: mother.subjectId },
      'register-changed',
    )
    const answering = ask(token)
    const waits = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%from ward where%'`
    for (let tries = 0; tries < 500 && (await fixture.pool.query(waits)).rowCount === 0; tries++) {
      await new Promise((done) => setTimeout(done, 20))
    }
    return { answering }
  })
  const { status, error } = await asked.answering
  assert.deepEqual([status, error], [401, 'invalid_token'])
})

test('a tie that ended without a word is found when his account is looked at', async () => {
  const family = await settleFamily()
  const card = await fetchPaper(family)
  await lock(family.childId)
  assert.equal(await seen.meaningOf(card), 'suspended')
  // As an older release does it, whose fact nobody here hears.
  await fixture.pool.query(
    `update ward set state = 'ended', end_reason = 'register-changed', ended_at = now() where id = $1`,
    [family.tieId],
  )
  await unlock(family.childId)
  assert.equal(await seen.meaningOf(card), 'invalid')
})

test('his card on her phone is held while his account is locked, and revoked when she acts for him no more', async () => {
  const family = await settleFamily()
  const card = await fetchPaper(family)
  await lock(family.childId)
  assert.equal(await seen.meaningOf(card), 'suspended')
  await unlock(family.childId)
  assert.equal(await seen.meaningOf(card), 'valid')
  await endTie(family, 'came-of-age')
  assert.equal(await seen.meaningOf(card), 'invalid')
})

const ends: readonly (readonly [what: string, how: (mother: Holder) => Promise<unknown>])[] = [
  [
    'her phone is removed',
    async ({ visitor }) => {
      await visitor.do(openProfile, { tieId: null })
      const { devices } = await visitor.do(viewDevices)
      await visitor.do(removeDevice, { id: devices[0]?.id })
    },
  ],
  ['her account is locked', ({ subjectId }) => lock(subjectId)],
  [
    'her account is closed',
    ({ subjectId }) =>
      fixture.context.transact(async (work) => {
        const account = (await accountForUpdate(work, subjectId)) ?? assert.fail()
        await closeAccount(work, fixture.context.tools, account)
      }),
  ],
]
for (const [what, how] of ends) {
  test(`his card on her phone is revoked when ${what}`, async () => {
    const family = await settleFamily()
    const card = await fetchPaper(family)
    assert.equal(await seen.meaningOf(card), 'valid')
    await how(family.mother)
    assert.equal(await seen.meaningOf(card), 'invalid')
  })
}

test('what went to her phone only she takes back: her own token does not speak for it', async () => {
  const family = await settleFamily()
  const token = await tokenFor(family)
  const { body } = await ask(token)
  const id = body['notification_id']
  const note = { body: { notification_id: id, event: 'credential_deleted' } }
  const lieWith = (holder: string | null) =>
    fixture.pool.query('update credential_batch set holder_id = $2 where id = $1', [id, holder])
  // As if it lay on a phone of his own: then it is his.
  await lieWith(null)
  assert.equal((await askJson(fixture, 'notification', { token, ...note })).error, 'invalid_notification_id')
  await lieWith(family.mother.subjectId)
  await family.mother.visitor.do(openProfile, { tieId: null })
  const own = (await openWay(family.mother)).accessToken
  assert.equal(
    (await askJson(fixture, 'notification', { token: own, ...note })).error,
    'invalid_notification_id',
  )
  assert.equal((await askJson(fixture, 'notification', { token, ...note })).status, 204)
  const [one] = body['credentials'] as { credential: string }[]
  assert.equal(await seen.meaningOf(one?.credential ?? ''), 'invalid')
})
