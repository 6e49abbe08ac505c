// A request for representation is about two people: whatever an officer does or sees in it stands in the logs
// of both, also of the one who has no account yet.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { chipOfPerson } from '../../../../../testing/test-person.ts'
import { settleOfficer } from '../../../../../testing/officer.ts'
import { idOfPage, pictureOfPaper, takePage } from '../../../../../testing/paper-pages.ts'
import {
  decision,
  pictureOf,
  requestPeople,
  requestWalk,
  seenPages,
} from '../../../../../testing/request-steps.ts'
import { viewAccessLog } from '../../../platform/audit/access-log.ts'
import { secondRepresentationEnd, viewRepresentationEnd, withdrawRepresentationEnd } from './decide-end.ts'
import { secondRepresentation, submitRepresentation } from './decide-request.ts'
import { endRepresentation } from './end-representation.ts'
import { dropPaperPage, notePapers, takePaperPage, viewEndPages, viewPaperPages } from './paper-pages.ts'
import {
  discardRepresentation,
  drawWardChallenge,
  openRepresentation,
  readWardChip,
  takeWardPortrait,
  viewRepresentation,
} from './take-request.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
})
after(() => fixture.stop())
const { representative, inRegister } = requestPeople(() => fixture)
const { opened, consent } = requestWalk(() => fixture)

/** What stands of one use case in each person's log: how often, and which fields it names. */
const linesWith = async (subjectIds: readonly string[]) => {
  const { rows } = await fixture.pool.query<{ subject: string; use_case: string; fields: string[] }>(
    `select subject_id as subject, use_case, fields from audit_line
     where subject_id = any($1) and actor like 'officer:%' order by id`,
    [subjectIds],
  )
  return subjectIds.map((id) => rows.filter(({ subject }) => subject === id))
}
const theTwoOf = async (caseId: string): Promise<readonly [string, string]> => {
  const { rows } = await fixture.pool.query<{ ward: string; other: string }>(
    `select subject_id as ward, facts ->> 'representativeId' as other from case_file where id = $1`,
    [caseId],
  )
  const { ward, other } = rows[0] ?? assert.fail('no such case')
  return [ward, other]
}

test('each step of a request, and of the end of a guardianship, leaves a line with both persons', async () => {
  const [bao, thu] = [await settleOfficer(fixture), await settleOfficer(fixture)]
  const [ward, guardian] = [await inRegister(), await representative()]
  const { caseId } = await opened(bao, ward, guardian)
  await bao.do(notePapers, { caseId, papers: [decision], until: null })
  const slip = await pictureOfPaper('NHẦM')
  await bao.do(takePaperPage, { caseId, paper: 0, page: slip })
  await bao.do(dropPaperPage, { caseId, id: idOfPage(slip) })
  await takePage(bao, caseId)
  await bao.do(takeWardPortrait, { caseId, picture: await pictureOf('man') })
  await bao.do(readWardChip, { caseId, chip: (await chipOfPerson(ward)).file })
  await consent(bao, caseId)
  const { doubts } = await bao.do(submitRepresentation, { caseId })
  await thu.do(viewRepresentation, { caseId })
  await thu.do(viewPaperPages, { caseId, paper: '0' })
  const confirm = { verdict: 'confirm', note: 'Đã xem bản chính', seenPages } as const
  await thu.do(secondRepresentation, { ...confirm, caseId, seen: doubts })
  const proposal = {
    personalNumber: ward.personalNumber,
    representativeNumber: guardian.person.personalNumber,
    paper: decision,
    pages: [{ page: await pictureOfPaper() }],
    note: 'Toà tuyên chấm dứt giám hộ',
  }
  const withdrawn = await bao.do(endRepresentation, proposal)
  await bao.do(withdrawRepresentationEnd, { caseId: withdrawn.caseId })
  const end = await bao.do(endRepresentation, proposal)
  await thu.do(viewRepresentationEnd, { caseId: end.caseId })
  await thu.do(viewEndPages, { caseId: end.caseId })
  await thu.do(secondRepresentationEnd, { ...confirm, caseId: end.caseId })
  const [ofWard = [], ofGuardian = []] = await linesWith(await theTwoOf(caseId))
  const names = (lines: typeof ofWard) => lines.map(({ use_case }) => use_case)
  assert.deepEqual(names(ofGuardian), names(ofWard))
  for (const { contract } of [takePaperPage, dropPaperPage, notePapers, takeWardPortrait, readWardChip]) {
    assert.ok(names(ofGuardian).includes(contract.name), contract.name)
  }
  const told = new Set(ofGuardian.flatMap(({ fields }) => fields))
  assert.deepEqual([told.has('portrait'), told.has('card')], [false, false], "the ward's face is not hers")
  const { items } = await guardian.visitor.do(viewAccessLog, {})
  assert.ok(items.some(({ purpose, fields }) => purpose === 'representation-papers' && fields.length === 1))
})

test('a request that ends undone says so to both, and a refused step as well', async () => {
  const bao = await settleOfficer(fixture)
  const { caseId } = await opened(bao, await inRegister(), await representative())
  await bao.do(discardRepresentation, { caseId, note: 'Người dân đổi ý' })
  for (const again of [
    () => bao.refusal(notePapers, { caseId, papers: [decision], until: null }),
    () => bao.refusal(drawWardChallenge, { caseId }),
  ]) {
    assert.equal((await again()).code, 'representation.closed')
  }
  for (const lines of await linesWith(await theTwoOf(caseId))) {
    assert.deepEqual(
      lines.map(({ use_case }) => use_case),
      [openRepresentation, discardRepresentation, notePapers, drawWardChallenge].map(
        ({ contract }) => contract.name,
      ),
    )
  }
})

test('who opens a request again sees it as one of its own two only when she is neither, whoever is typed', async () => {
  const bao = await settleOfficer(fixture)
  const [ward, guardian, stranger] = [await inRegister(), await representative(), await representative()]
  const { caseId } = await opened(bao, ward, guardian)
  const herself = await settleOfficer(fixture, { personNumber: guardian.person.personalNumber })
  const again = {
    caseId,
    personalNumber: ward.personalNumber,
    representativeNumber: stranger.person.personalNumber,
    kind: 'guardian',
  } as const
  assert.equal((await herself.refusal(openRepresentation, again)).code, 'representation.about-yourself')
  await bao.do(openRepresentation, { ...again, caseId })
  const { items } = await stranger.visitor.do(viewAccessLog, {})
  assert.deepEqual(
    items.filter(({ purpose }) => purpose === 'representation-view'),
    [],
  )
})
