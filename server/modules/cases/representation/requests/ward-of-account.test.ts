// A request for somebody who has an account of her own, or gets one: what it ends, and what ends it.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { PASSCODE, settleCitizen } from '../../../../../testing/settle-citizen.ts'
import type { Visitor } from '../../../../../testing/visitor.ts'
import { settleOfficer } from '../../../../../testing/officer.ts'
import { beginRung, showCode } from '../../../../../testing/recovery-steps.ts'
import { walkLevel2 } from '../../../../../testing/level-2-steps.ts'
import { clockOffset_ms, moveClock, now } from '../../../../kernel/clock.ts'
import { viewAccessLog } from '../../../platform/audit/access-log.ts'
import { provePortrait } from '../../../access/authentication/recovery/prove-recovery.ts'
import { openApp } from '../../../access/authentication/sessions/open-app.ts'
import { openProfile } from '../../../access/authentication/sessions/open-profile.ts'
import { secondLevel2 } from '../../enrolment/level-2/decide-level-2.ts'
import { addOffice } from '../../../registry/organisations/add-officer.ts'
import { secondRepresentation } from './decide-request.ts'
import { secondRepresentationEnd } from './decide-end.ts'
import { endRepresentation, nameRepresentation } from './end-representation.ts'
import { viewFamily } from '../family.ts'
import { followNextWard } from '../tie.ts'
import {
  decision,
  pictureOf,
  seenPages,
  page,
  requestPeople,
  requestWalk,
} from '../../../../../testing/request-steps.ts'

let fixture: Fixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture()
  await fixture.context.transact((work) => addOffice(work, { code: 'KH-03', name: 'Công an phường Khác' }))
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

const { representative, inRegister, accountOf, memberOf } = requestPeople(() => fixture)
const { walk } = requestWalk(() => fixture)
const DAY_MS = 86_400_000

test('a guardianship over somebody with an account of her own ends her devices and sessions, after a second pair of eyes', async () => {
  const guardian = await representative()
  const ward = await settleCitizen(fixture, {
    fullName: 'Lê Thị Mận',
    face: 'man',
    representativeNumber: guardian.person.personalNumber,
  })
  const seen = await walk(await settleOfficer(fixture), ward.person, guardian)
  assert.deepEqual([seen.state, seen.doubts], ['waiting-second', ['takes-over-account']])
  const thu = await settleOfficer(fixture)
  const confirmed = {
    caseId: seen.caseId,
    seenPages,
    verdict: 'confirm',
    note: 'Có quyết định của Toà',
  } as const
  assert.equal(
    (await thu.refusal(secondRepresentation, { ...confirmed, seen: [] })).code,
    'evidence.more-to-see',
  )
  await thu.do(secondRepresentation, { ...confirmed, seen: seen.doubts })
  await fixture.settle()
  assert.equal(
    (await ward.visitor.refusal(openApp, { ...(await ward.device.proof(ward.visitor)), passcode: PASSCODE }))
      .code,
    'device.unknown',
  )
  assert.equal((await memberOf(guardian, ward.person))?.state, 'registered')
})

test('a guardianship ends after the last day of its decision, and the account waits', async () => {
  const [officer, guardian] = [await settleOfficer(fixture), await representative()]
  const ward = await inRegister({ representativeNumber: guardian.person.personalNumber })
  await walk(officer, ward, guardian, {
    until: new Date(now().getTime() + 2 * DAY_MS).toISOString().slice(0, 10),
  })
  assert.equal((await accountOf(ward))?.state, 'active')
  moveClock(clockAtFirst + 4 * DAY_MS)
  while (await fixture.context.transact((work) => followNextWard(work, fixture.context.tools))) {
    continue
  }
  await fixture.settle()
  assert.equal((await accountOf(ward))?.state, 'issued')
})

/** A guardianship that stands, and what is shown at a counter to end it. */
const toBeEnded = async (officer: Visitor) => {
  const guardian = await representative()
  const ward = await inRegister({ representativeNumber: guardian.person.personalNumber })
  await walk(officer, ward, guardian)
  const two = {
    personalNumber: ward.personalNumber,
    representativeNumber: guardian.person.personalNumber,
  }
  const shown = {
    paper: { ...decision, kind: 'court-decision' as const },
    note: 'Toà tuyên chấm dứt giám hộ',
  }
  return { guardian, ward, two, shown, ending: { ...two, ...shown, pages: [{ page }] } }
}

test('an end is proposed by nobody without the task, and by no guardian of her own', async () => {
  const { guardian, ward, ending } = await toBeEnded(await settleOfficer(fixture))
  const without = await settleOfficer(fixture, { tasks: ['level-2.take'] })
  assert.equal((await without.refusal(endRepresentation, ending)).code, 'permit.refused')
  const herself = await settleOfficer(fixture, { personNumber: guardian.person.personalNumber })
  assert.equal((await herself.refusal(endRepresentation, ending)).code, 'representation.about-yourself')
  assert.equal((await memberOf(guardian, ward))?.state, 'registered')
})

test('a guardianship ends by a decision shown at a counter, after both are named and a second officer has seen it; the account waits', async () => {
  const officer = await settleOfficer(fixture)
  const { guardian, ward, two, shown, ending } = await toBeEnded(officer)
  await guardian.visitor.do(openProfile, { tieId: (await memberOf(guardian, ward))?.tieId ?? '' })
  const named = await officer.do(nameRepresentation, two)
  assert.deepEqual(
    [named.ward.fullName, named.representative.fullName, named.kind],
    ['Lê Thị Mận', guardian.person.fullName, 'guardian'],
  )
  const { caseId } = await officer.do(endRepresentation, ending)
  assert.equal((await memberOf(guardian, ward))?.state, 'registered')
  const confirm = { caseId, verdict: 'confirm', note: 'Đã xem bản gốc', seenPages } as const
  await (await settleOfficer(fixture)).do(secondRepresentationEnd, confirm)
  const { rows: kept } = await fixture.pool.query<{ subject_id: string; sealed_end: Buffer }>(
    'select subject_id, sealed_end from ward where sealed_end is not null',
  )
  const sealed = kept[0] ?? assert.fail('what ended it is not kept')
  const unsealed = await fixture.context.tools.sealer.open(sealed.subject_id, 'ward.end', sealed.sealed_end)
  assert.deepEqual(JSON.parse(unsealed.toString('utf8')), shown)
  assert.equal((await officer.refusal(nameRepresentation, two)).code, 'representation.no-tie')
  assert.equal((await officer.refusal(endRepresentation, ending)).code, 'representation.no-tie')
  assert.equal((await guardian.visitor.refusal(viewAccessLog, {})).code, 'representation.ended')
  await fixture.settle()
  await fixture.letters(guardian.person.phone, /không còn đại diện/)
  assert.equal((await accountOf(ward))?.state, 'issued')
})

test('a ward who comes to a counter for an account of her own takes it from the guardian only by a second pair of eyes, and then nobody acts for her', async () => {
  const guardian = await representative()
  const ward = await inRegister({ representativeNumber: guardian.person.personalNumber })
  await walk(await settleOfficer(fixture), ward, guardian)
  const tieId = (await memberOf(guardian, ward))?.tieId ?? ''
  const seen = await walkLevel2(fixture, await settleOfficer(fixture), ward)
  assert.deepEqual(
    [seen.state, seen.exceptions.map(({ kind }) => kind)],
    ['waiting-second', ['displacement']],
  )
  await (
    await settleOfficer(fixture)
  ).do(secondLevel2, { caseId: seen.caseId, verdict: 'confirm', note: 'Toà đã huỷ quyết định' })
  await fixture.settle()
  assert.equal((await guardian.visitor.refusal(openProfile, { tieId })).code, 'representation.ended')
  assert.equal((await guardian.visitor.do(viewFamily)).ended[0]?.reason, 'displaced')
  assert.deepEqual(await accountOf(ward), { state: 'issued', level: 2 })
})

test('a ward with a phone of her own as well: level 2 still needs a second pair of eyes, and no rung of recovery leads past the guardian', async () => {
  const guardian = await representative()
  const ward = await settleCitizen(fixture, {
    fullName: 'Lê Thị Mận',
    face: 'man',
    representativeNumber: guardian.person.personalNumber,
  })
  const { caseId } = await walk(await settleOfficer(fixture), ward.person, guardian)
  await (
    await settleOfficer(fixture)
  ).do(secondRepresentation, { caseId, verdict: 'confirm', note: 'Có quyết định của Toà', seenPages })
  await fixture.settle()
  const seen = await walkLevel2(fixture, await settleOfficer(fixture), ward.person)
  assert.deepEqual(
    [seen.state, seen.exceptions.map(({ kind }) => kind)],
    ['waiting-second', ['displacement']],
  )
  const visitor = fixture.visitor()
  await beginRung(visitor, ward.person, 'face')
  await showCode(fixture, visitor, ward.person.phone)
  assert.equal(
    (await visitor.refusal(provePortrait, { picture: await pictureOf('man') })).code,
    'recovery.barred',
  )
})
