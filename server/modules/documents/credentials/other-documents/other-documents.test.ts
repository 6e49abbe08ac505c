// Documents of other registers as credentials: fetched by wallets that others built, and followed to the end.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Holder as MobileHolder } from '@owf/mdoc'
import { askToken, PRE_AUTHORIZED } from '../../../../../testing/issuer-door.ts'
import { openWay, settleHolder } from '../../../../../testing/issuer-fixture.ts'
import { otherContext } from '../../../../../testing/mdoc/other-implementation.ts'
import {
  LICENCE,
  openDocumentsFixture,
  type DocumentsFixture,
} from '../../../../../testing/other-documents.ts'
import { withoutAccents } from '../../../../../formats/vietnamese-text.ts'
import { type as paper } from '../../../../../testing/register-answer.ts'
import { licenceEnds } from '../../../../../world/agencies/agency-records.ts'
import { clockOffset_ms, moveClock, now } from '../../../../kernel/clock.ts'
import { newId } from '../../../../kernel/id.ts'
import { lockSubject, unlockSubject } from '../../../people/locks/lock-subject.ts'
import { viewAccessLog } from '../../../platform/audit/access-log.ts'
import { addType } from '../../integration/document-types.ts'
import { followWatched } from '../issuing/follow-facts.ts'
import { viewCredentials } from '../issuing/view-credentials.ts'
import { offerCredentials } from '../openid4vci/offer-credentials.ts'

let fixture: DocumentsFixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  // The licence of the demo world ends some weeks from today, and the file goes on by days.
  moveClock(Date.parse(`${licenceEnds}T03:00:00Z`) - 23 * 86_400_000 - Date.now())
  fixture = await openDocumentsFixture()
})
after(async () => {
  moveClock(clockAtFirst)
  await fixture.stop()
})

const said = (claims: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(claims).filter(([name]) => !['cnf', 'status', 'iat', 'exp', 'iss'].includes(name)),
  )

test('a wallet of others fetches her licence: what its file names, who holds it, and answers instead of data', async () => {
  const id = await fixture.licence()
  const { credentials, keys } = await fixture.holder.wallet.fetchBatch(
    await openWay(fixture.holder),
    LICENCE,
    3,
    now(),
  )
  assert.equal(credentials.length, 3)
  const { claims } = await fixture.open(credentials[0] ?? '')
  assert.deepEqual((claims['cnf'] as { jwk: unknown }).jwk, keys[0]?.jwk)
  assert.deepEqual(said(claims), {
    vct: 'urn:sen:driving-licence:1',
    name: fixture.holder.person.fullName,
    birthdate: fixture.holder.person.birthDate,
    personal_number: '940191004826',
    licence_number: '994012345318',
    classes: ['A1', 'B'],
    issued_on: `${Number(licenceEnds.slice(0, 4)) - 10}-12-17`,
    expires_on: licenceEnds,
    passed_on: '2012-03-20',
    issuer: 'Cơ quan cấp phép (giả lập)',
    points: 10,
    points_full_on: '2027-08-03',
    points_taken_on: '2026-08-03',
    rides_motorbikes: true,
    has_class_b: true,
    has_points: true,
    issuing_country: 'VN',
    issuing_authority: claims['issuing_authority'],
  })
  const [jwt = ''] = (credentials[1] ?? '').split('~')
  const alone = Object.keys(said((await fixture.open(`${jwt}~`)).claims))
  assert.deepEqual(alone.sort(), ['issuing_authority', 'issuing_country', 'vct'])
  const { items, due } = await fixture.holder.visitor.do(viewCredentials)
  assert.deepEqual([items[0]?.type, items[0]?.documentId, items[0]?.count], ['driving-licence', id, 3])
  assert.deepEqual(
    due.map(({ identifier }) => identifier),
    ['identity-card-sd-jwt'],
    'what was fetched just now is not due',
  )
  const line = (await fixture.holder.visitor.do(viewAccessLog, {})).items.find(
    ({ purpose }) => purpose === 'credentials-issued',
  )
  assert.ok(line?.fields.includes('documents'))
  await fixture.remove(id)
})

test('the same licence as a mobile document has the names of ISO/IEC 18013-5, and others believe it', async () => {
  const id = await fixture.licence()
  const issuerSigned = Buffer.from(await fixture.fetchOne('driving-licence-mdoc'), 'base64url')
  const { mdocRoots } = await fixture.json<{ mdocRoots: string[] }>('/credentials/trust')
  const trustedCertificates = mdocRoots.map((root) => Buffer.from(root, 'base64'))
  await MobileHolder.verifyIssuerSigned({ issuerSigned, trustedCertificates, now: now() }, otherContext)
  const text = issuerSigned.toString('utf8')
  const elements = 'family_name given_name birth_date portrait document_number driving_privileges'.split(' ')
  const [family = '', ...given] = fixture.holder.person.fullName.split(' ')
  const inLatin = [family, given.join(' ')].map(withoutAccents)
  for (const word of ['org.iso.18013.5.1.mDL', ...elements, 'vehicle_category_code', family, ...inLatin]) {
    assert.ok(text.includes(word), word)
  }
  await fixture.remove(id)
})

test('of two vehicles each is issued by the identifier that the token was given for it', async () => {
  const vehicle = { vehicle_kind: 'Xe máy', chassis_number: 'X1Y2Z3' }
  const one = await fixture.car()
  const other = await fixture.put('vehicle-registration', { ...vehicle, plate: '99A99999' })
  const configuration = 'vehicle-registration-sd-jwt'
  const { offer } = await fixture.holder.visitor.do(offerCredentials, { for: 'this-phone' })
  const form = {
    grant_type: PRE_AUTHORIZED,
    'pre-authorized_code': offer.grants[PRE_AUTHORIZED]['pre-authorized_code'],
  }
  const ask = (authorization_details: string) =>
    askToken(fixture.fetchAs(fixture.holder.visitor), { ...form, authorization_details })
  const detail = { type: 'openid_credential', credential_configuration_id: configuration }
  const unheld = { ...detail, credential_configuration_id: 'diploma-sd-jwt' }
  for (const wrong of [[], [{}], {}, [{ ...detail, type: 'other' }], [unheld], [detail, unheld]]) {
    const { error } = await ask(JSON.stringify(wrong))
    assert.equal(error, 'invalid_authorization_details', JSON.stringify(wrong))
  }
  assert.equal((await ask('{')).error, 'invalid_authorization_details')
  const { body } = await ask(JSON.stringify([detail]))
  const token = String(body['access_token'])
  assert.deepEqual(body['authorization_details'], [
    { ...detail, credential_identifiers: [`${configuration}.${one}`, `${configuration}.${other}`] },
  ])
  const unnamed = await fixture.ask({ credential_configuration_id: configuration }, token)
  assert.equal(unnamed.error, 'invalid_credential_request', 'which of two is not known')
  for (const [identifier, error] of [
    [`${configuration}.${newId()}`, 'credential_request_denied'],
    [configuration, 'unknown_credential_identifier'],
    [`identity-card-sd-jwt.${one}`, 'unknown_credential_identifier'],
    [`diploma-sd-jwt.${one}`, 'unknown_credential_identifier'],
    [`${configuration}.x`, 'unknown_credential_identifier'],
  ] as const) {
    const answer = await fixture.ask({ credential_identifier: identifier }, token)
    assert.equal(answer.error, error, identifier)
  }
  for (const [id, plate] of [
    [one, '99A00123'],
    [other, '99A99999'],
  ] as const) {
    const answer = await fixture.ask({ credential_identifier: `${configuration}.${id}` }, token)
    const [issued] = answer.body['credentials'] as { credential: string }[]
    assert.equal((await fixture.open(issued?.credential ?? '')).claims['plate'], plate)
  }
  await fixture.remove(one)
  await fixture.remove(other)
})

test("an identifier of another person's document, or of another kind, gives nothing", async () => {
  const [id, car] = [await fixture.licence(), await fixture.car()]
  const stranger = await settleHolder(fixture)
  const strangers = (await openWay(stranger)).accessToken
  const named = { credential_identifier: `${LICENCE}.${id}` }
  assert.equal((await fixture.ask(named, strangers)).error, 'unknown_credential_identifier')
  await fixture.pool.query('update credential_offer set configurations = $2 where subject_id = $1', [
    stranger.subjectId,
    [LICENCE],
  ])
  assert.equal((await fixture.ask(named, strangers)).error, 'credential_request_denied')
  const asLicence = await fixture.ask({ credential_identifier: `${LICENCE}.${car}` })
  assert.equal(asLicence.error, 'credential_request_denied')
  await fixture.remove(id)
  await fixture.remove(car)
})

test('what its register suspends is suspended, stays so through a lock and its end, and counts again with it', async () => {
  const { tools } = fixture.context
  const { subjectId } = fixture.holder
  const id = await fixture.licence()
  const [card, shown] = [await fixture.fetchOne('identity-card-sd-jwt'), await fixture.fetchOne(LICENCE)]
  const dayLater = async () => {
    moveClock(clockOffset_ms() + 25 * 3_600_000)
    await fixture.look()
  }
  assert.equal(await fixture.meaningOf(shown), 'valid')
  await fixture.decide(id, { standing: 'suspended' })
  assert.equal(await fixture.meaningOf(shown), 'suspended')
  assert.equal(await fixture.meaningOf(card), 'valid', 'the identity card is none of that register')
  const { error } = await fixture.ask({ credential_configuration_id: LICENCE })
  assert.equal(error, 'unknown_credential_configuration', 'nothing new is offered of it')
  await fixture.transact((work) =>
    lockSubject(work, tools, { subjectId, ground: 'holder-request', by: 'holder' }),
  )
  await fixture.settle()
  await fixture.decides({ standing: 'valid' })
  await dayLater()
  assert.equal(await fixture.meaningOf(shown), 'suspended', 'the account is locked')
  await fixture.decides({ standing: 'suspended' })
  await dayLater()
  await fixture.transact((work) => unlockSubject(work, tools, { subjectId, by: 'officer-second' }))
  assert.equal(await fixture.meaningOf(shown), 'suspended', 'its register still says so')
  await fixture.ahead(0)
  await fixture.decide(id, { standing: 'valid' })
  assert.equal(await fixture.meaningOf(shown), 'valid')
  const { rowCount } = await fixture.pool.query(
    `select 1 from audit_line where subject_id = $1 and purpose = 'credentials-held-by-source'`,
    [subjectId],
  )
  assert.ok(rowCount)
  await fixture.remove(id)
})

test('what its register revokes, changes, or what she removes, is revoked; what it says now is fetched anew', async () => {
  const id = await fixture.licence()
  const before = await fixture.fetchOne(LICENCE)
  await fixture.decide(id, { values: { points: 8 } })
  assert.equal(await fixture.meaningOf(before), 'invalid')
  const { due } = await fixture.holder.visitor.do(viewCredentials)
  assert.ok(due.some(({ identifier }) => identifier === `${LICENCE}.${id}`))
  const after = await fixture.fetchOne(LICENCE)
  assert.equal((await fixture.open(after)).claims['points'], 8)
  await fixture.decide(id, { standing: 'revoked' })
  assert.equal(await fixture.meaningOf(after), 'invalid')
  await fixture.decide(id, { standing: 'valid' })
  const again = await fixture.fetchOne(LICENCE)
  assert.equal(await fixture.meaningOf(again), 'valid')
  await fixture.remove(id)
  assert.equal(await fixture.meaningOf(again), 'invalid')
})

test('a document that ends before its credential would takes it along; one that is over is issued no more', async () => {
  const id = await fixture.licence()
  const lastDay = new Date(now().getTime() + 86_400_000).toISOString().slice(0, 10)
  await fixture.decide(id, { values: { expires_on: lastDay } })
  const { claims } = await fixture.open(await fixture.fetchOne(LICENCE))
  assert.equal(claims['exp'], Date.parse(`${lastDay}T17:00:00Z`) / 1000)
  await fixture.ahead(2 * 86_400)
  const { error } = await fixture.ask({ credential_configuration_id: LICENCE })
  assert.equal(error, 'credential_request_denied')
  await fixture.decide(id, { values: { expires_on: '2099-12-17' } })
  await fixture.remove(id)
})

test('of a register that has been silent longer than its kind may be shown nothing new is issued', async () => {
  const id = await fixture.licence()
  await fixture.agencies.tell('driving-licences', { is: 'fault', fault: 'fault' })
  await fixture.ahead(71 * 3600)
  await fixture.look()
  assert.ok(await fixture.fetchOne(LICENCE))
  await fixture.ahead(2 * 3600)
  const { error } = await fixture.ask({ credential_configuration_id: LICENCE })
  assert.equal(error, 'credential_request_denied')
  await fixture.agencies.tell('driving-licences', { is: 'fault', fault: 'none' })
  await fixture.remove(id)
})

test('a document that is suspended while it is being issued is not issued', async () => {
  const id = await fixture.licence()
  const token = (await openWay(fixture.holder)).accessToken
  const asked = await fixture.transact(async (work) => {
    await work.run(`update document set standing = 'suspended' where id = $1`, [id])
    const answering = fixture.ask({ credential_configuration_id: LICENCE }, token)
    const waits = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%for share%'`
    for (let tries = 0; tries < 500 && (await fixture.pool.query(waits)).rowCount === 0; tries++) {
      await new Promise((done) => setTimeout(done, 20))
    }
    return { answering }
  })
  const { status, error } = await asked.answering
  assert.deepEqual([status, error], [400, 'credential_request_denied'])
  await fixture.remove(id)
})

test('a kind that is added by a file is issued like the others, and the daily look follows it', async () => {
  const derived = [{ name: 'has_points', words: paper.title, isSensitive: false, from: 'points', least: 1 }]
  await fixture.transact((work) => addType(work, { ...paper, derived }))
  const id = await fixture.put('test-paper', { number: '77', points: 6 })
  const credential = await fixture.fetchOne('test-paper-sd-jwt')
  const { claims } = await fixture.open(credential)
  assert.deepEqual(
    [claims['vct'], claims['number'], claims['has_points']],
    ['urn:sen:test-paper:1', '77', true],
  )
  const { vcts } = await fixture.json<{ vcts: string[] }>('/credentials/trust')
  assert.ok(vcts.includes('urn:sen:test-paper:1'))
  // As a worker of an older release does it, which tells nobody.
  await fixture.pool.query('delete from document where id = $1', [id])
  await fixture.ahead(25 * 3600)
  await followWatched(fixture.context.transact, fixture.context.tools)
  assert.equal(await fixture.meaningOf(credential), 'invalid')
})
