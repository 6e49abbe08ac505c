// A card from the application to the hand-over, with real Postgres: each kind to its end, with the account
// and without.
import assert from 'node:assert/strict'
import { generateKeyPairSync, sign } from 'node:crypto'
import { after, before, test } from 'node:test'
import { handOverTo, printAndReceive, walkCard } from '../../../../testing/card-steps.ts'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { activateFor, settleCitizen } from '../../../../testing/settle-citizen.ts'
import { newPerson, type TestPerson } from '../../../../testing/test-person.ts'
import { codesIn } from '../../../../testing/readable-log.ts'
import { settleOfficer } from '../../../../testing/officer.ts'
import { registerPrintsOf } from '../../../../testing/prints.ts'
import { parseCardQr } from '../../../../formats/card-qr.ts'
import { parseMrz } from '../../../../formats/mrz.ts'
import { now } from '../../../kernel/clock.ts'
import { viewAccessLog } from '../../platform/audit/access-log.ts'
import { checkChipAnswer, readChip } from '../../evidence/chips/read-chip.ts'
import { confirmDiscrepancy, proposeDiscrepancy } from '../discrepancies/settle-discrepancy.ts'
import { viewMe } from '../../platform/home/view-me.ts'
import { cardsOf } from '../../registry/population/find-person.ts'
import { registerFingerprintsOf } from '../../registry/population/register-fingerprints.ts'
import { registerPortraitOf } from '../../registry/population/register-portrait.ts'
import { secondCard } from './decide-card.ts'
import { listCards } from './open-card.ts'
import { printCard, viewCardChip } from './print-card.ts'
import { viewOwnCards } from './track-card.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
})
after(() => fixture.stop())

const registered = async (
  changes: Partial<TestPerson> = {},
  { hasCard = true }: { hasCard?: boolean } = {},
): Promise<TestPerson> => {
  const person = newPerson(changes)
  await fixture.register(person)
  if (!hasCard) {
    await fixture.pool.query('delete from card where personal_number = $1', [person.personalNumber])
  }
  return person
}
const expired = { cardExpiresOn: '2025-09-30' }
const accountOf = async (person: TestPerson) =>
  (
    await fixture.pool.query<{ subject_id: string; level: number; state: string }>(
      'select subject_id, level, state from account where personal_number = $1',
      [person.personalNumber],
    )
  ).rows[0]
const statesOf = async (person: TestPerson) =>
  (await cardsOf(fixture.context.tools.read, person.personalNumber)).map(({ state }) => state)

test('without a valid card: exchange together with the account; printed, handed over, the account issued at level 2 in the same deed', async () => {
  const [bao, thu, person] = [
    await settleOfficer(fixture),
    await settleOfficer(fixture),
    await registered(expired),
  ]
  const seen = await walkCard(fixture, bao, person, {
    kind: 'exchange',
    reason: 'age-reached',
    withAccount: true,
  })
  assert.deepEqual(
    [seen.state, seen.refusal, seen.exceptions, seen.remaining, seen.fee_vnd],
    ['accepted', null, [], ['print'], 0],
  )
  assert.equal(await accountOf(person), undefined, 'no account before the card is hers')
  await fixture.letters(person.phone, /đã được chấp nhận/)
  const chip = await printAndReceive(fixture, thu, bao, seen.caseId)
  await fixture.letters(person.phone, /Thẻ căn cước đã về/)
  assert.deepEqual(await statesOf(person), ['valid'], "a printed card is nobody's yet")
  const done = await handOverTo(fixture, bao, seen.caseId, person, chip)
  assert.deepEqual([done.state, done.accountDone], ['handed-over', 'issued'])
  assert.deepEqual(await statesOf(person), ['valid', 'replaced'])
  assert.deepEqual([(await accountOf(person))?.level, (await accountOf(person))?.state], [2, 'issued'])
  await fixture.letters(person.phone, /cấp tài khoản mức 2/)
  const citizen = fixture.visitor()
  await activateFor(fixture, citizen, person, { personalNumber: person.personalNumber, phone: person.phone })
  assert.equal((await citizen.do(viewMe)).level, 2)
  const { items, next } = await citizen.do(viewAccessLog, {})
  assert.equal(next, null)
  const purposes = items.map(({ purpose, whoKind }) => `${whoKind} ${purpose}`)
  for (const language of ['vi', 'en'] as const) {
    citizen.language = language
    const log = (await citizen.do(viewAccessLog, {})).items
    assert.deepEqual(
      codesIn(log.flatMap(({ words: { reason: _, ...words } }) => Object.values(words).flat())),
      [],
    )
    assert.ok(
      log.some(({ words }) =>
        /^(Trả thẻ căn cước mới cho bạn|Your new identity card was handed to you)$/.test(words.purpose),
      ),
    )
  }
  for (const wanted of [
    'officer card-opened',
    'officer card-portrait',
    'officer card-decision',
    'officer card-printed',
    'officer card-recipient',
    'officer card-handed-over',
    'holder desk-answer',
  ]) {
    assert.ok(purposes.includes(wanted), `${wanted} in ${purposes.join()}`)
  }
  assert.deepEqual(
    (await citizen.do(viewOwnCards)).items.map(({ reference, state }) => [reference, state]),
    [[seen.reference, 'handed-over']],
  )
})

test("what is printed is what the register says: faces, zone, QR and a chip that everybody's check finds genuine", async () => {
  const [bao, thu, person] = [
    await settleOfficer(fixture),
    await settleOfficer(fixture),
    await registered(expired),
  ]
  const { caseId } = await walkCard(fixture, bao, person, { kind: 'exchange', reason: 'age-reached' })
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const printed = await thu.do(printCard, {
    caseId,
    answerKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
  })
  const { chip } = await thu.do(viewCardChip, { caseId })
  const verdict = await readChip(fixture.context.tools.read, chip, now())
  assert.equal(verdict.verdict, 'genuine', verdict.problems.join())
  const { fields } = verdict
  const { card } = printed
  assert.deepEqual(
    [fields.personalNumber, fields.fullName, fields.residence, fields.cardSerial],
    [person.personalNumber, person.fullName, 'Số 12, đường Bờ Sông', card?.serial],
  )
  assert.equal(card?.serial?.length, 16)
  assert.deepEqual([fields.issuedOn, fields.expiresOn], [card.issuedOn, card.expiresOn])
  const portrait = await registerPortraitOf(
    fixture.context.tools.read,
    fixture.context.tools,
    person.personalNumber,
  )
  assert.ok(portrait && fields.portrait && Buffer.from(fields.portrait.bytes).equals(portrait))
  const challenge = Buffer.from('00112233445566ff', 'hex')
  assert.deepEqual(
    checkChipAnswer(
      chip,
      challenge,
      sign('sha256', challenge, { key: privateKey, dsaEncoding: 'ieee-p1363' }),
    ),
    [],
  )
  const qr = parseCardQr(card.qrText)
  assert.ok(
    qr.ok && qr.value.personalNumber === person.personalNumber && qr.value.issueDate === card.issuedOn,
  )
  const zone = parseMrz(card.mrz.join('\n'))
  assert.ok(zone.ok && zone.value.expiryDay === card.expiresOn)
})

test('a lost card is void from the decision on, the account is locked with it, and both come back with the new card', async () => {
  const [bao, thu] = [await settleOfficer(fixture), await settleOfficer(fixture)]
  const { person, visitor: citizen } = await settleCitizen(fixture)
  const seen = await walkCard(fixture, bao, person, {
    kind: 're-issue',
    reason: 'lost',
    withAccount: true,
    lost: { on: '2026-11-20', where: 'Bến xe Vinh' },
  })
  assert.deepEqual([seen.state, seen.fee_vnd, seen.feeReceipt], ['accepted', 70_000, 'BL-0001'])
  assert.deepEqual(await statesOf(person), ['lost'])
  assert.equal((await accountOf(person))?.state, 'locked')
  await fixture.letters(person.phone, /báo mất/)
  const chip = await printAndReceive(fixture, thu, bao, seen.caseId)
  const done = await handOverTo(fixture, bao, seen.caseId, person, chip)
  assert.deepEqual([done.state, done.accountDone], ['handed-over', 'raised'])
  assert.deepEqual(await statesOf(person), ['valid', 'lost'], 'what is lost stays lost')
  assert.deepEqual([(await accountOf(person))?.level, (await accountOf(person))?.state], [2, 'active'])
  assert.equal(
    (await citizen.refusal(viewMe)).code,
    'session.required',
    'what was open at the lock stays dead',
  )
})

test("first issue: nothing to compare with, so a second pair of eyes; portrait and prints become the register's", async () => {
  const [bao, thu, person] = [
    await settleOfficer(fixture),
    await settleOfficer(fixture),
    await registered(
      { hasRegisterPortrait: false, hasRegisterFingerprints: false, birthDate: '2012-05-02' },
      { hasCard: false },
    ),
  ]
  const seen = await walkCard(fixture, bao, person, {
    kind: 'first-issue',
    reason: 'never-issued',
    withAccount: true,
  })
  assert.deepEqual(
    [seen.state, seen.exceptions.map(({ kind, reason }) => `${kind} ${reason}`)],
    ['waiting-second', ['no-reference portrait', 'no-reference fingers']],
  )
  await fixture.letters(person.phone, /cần thêm một cán bộ/)
  const { read } = fixture.context.tools
  assert.equal(await registerPortraitOf(read, fixture.context.tools, person.personalNumber), null)
  const confirmed = await thu.do(secondCard, {
    caseId: seen.caseId,
    verdict: 'confirm',
    note: 'Đã xem giấy khai sinh và mẹ đi cùng',
  })
  assert.equal(confirmed.state, 'accepted')
  assert.ok(await registerPortraitOf(read, fixture.context.tools, person.personalNumber))
  assert.deepEqual(
    (await registerFingerprintsOf(read, fixture.context.tools, person.personalNumber)).map(
      ({ finger }) => finger,
    ),
    ['right-index', 'left-index'],
  )
  const chip = await printAndReceive(fixture, thu, bao, seen.caseId)
  const done = await handOverTo(fixture, bao, seen.caseId, person, chip)
  assert.deepEqual([done.accountDone, done.card?.expiresOn], ['issued', '2037-05-02'])
  assert.deepEqual(await statesOf(person), ['valid'])
})

test('an exchange takes new prints finger by finger and leaves the others as they were', async () => {
  const [bao, person] = [await settleOfficer(fixture), await registered()]
  const before = await registerFingerprintsOf(
    fixture.context.tools.read,
    fixture.context.tools,
    person.personalNumber,
  )
  await walkCard(fixture, bao, person, { kind: 'exchange', reason: 'holder-asks' })
  const later = await registerFingerprintsOf(
    fixture.context.tools.read,
    fixture.context.tools,
    person.personalNumber,
  )
  assert.equal(later.length, registerPrintsOf(person).length)
  const changed = later
    .filter(({ finger, template }) => !before.find((one) => one.finger === finger)?.template.equals(template))
    .map(({ finger }) => finger)
  assert.deepEqual(changed, ['right-index', 'left-index'])
})

test('a declared change becomes a case; the card waits for it and is then printed with what the register says', async () => {
  const [bao, thu, person] = [
    await settleOfficer(fixture),
    await settleOfficer(fixture),
    await registered(expired),
  ]
  const seen = await walkCard(fixture, bao, person, {
    kind: 'exchange',
    reason: 'name-or-birth-changed',
    changes: [
      { field: 'fullName', value: 'Nguyễn Thị Hạnh Nguyên' },
      { field: 'residence', value: 'Số 12, đường Bờ Sông' },
    ],
  })
  assert.deepEqual(
    [seen.state, seen.remaining, seen.changes.map(({ differs, caseId }) => [differs, caseId !== null])],
    [
      'accepted',
      ['changes', 'print'],
      [
        [true, true],
        [false, false],
      ],
    ],
  )
  const { caseId } = seen
  assert.equal((await thu.refusal(printCard, { caseId })).code, 'card.changes-open')
  assert.ok(
    (await thu.do(listCards, { which: 'print' })).items.some(
      (item) => item.caseId === caseId && item.waitsForChanges,
    ),
  )
  const id = seen.changes[0]?.caseId ?? ''
  await bao.do(proposeDiscrepancy, {
    id,
    outcome: 'register-corrected',
    value: 'Nguyễn Thị Hạnh Nguyên',
    note: 'Theo trích lục cải chính',
  })
  await thu.do(confirmDiscrepancy, { id, verdict: 'confirm', note: 'Đúng với trích lục' })
  assert.equal((await thu.do(printCard, { caseId })).card?.fullName, 'Nguyễn Thị Hạnh Nguyên')
})
