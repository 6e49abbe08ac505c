// Nobody gets or loses control over another person by a paper that only one officer has seen: its pages are
// pictured by the desk's camera, and whoever decides second has before her exactly what was taken.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import sharp from 'sharp'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../../testing/settle-citizen.ts'
import { newPerson } from '../../../../../testing/test-person.ts'
import type { Visitor } from '../../../../../testing/visitor.ts'
import { screenBeside, settleOfficer } from '../../../../../testing/officer.ts'
import { idOfPage, pictureOfPaper, takePage } from '../../../../../testing/paper-pages.ts'
import { castPortrait } from '../../../../../world/settle-cast.ts'
import { newId } from '../../../../kernel/id.ts'
import { eraseCases } from '../../casework/erase-cases.ts'
import { viewAccessLog } from '../../../platform/audit/access-log.ts'
import { addOffice } from '../../../registry/organisations/add-officer.ts'
import { answerPrompt, viewScreen } from '../../../registry/organisations/desk-screen.ts'
import { secondRepresentationEnd, viewRepresentationEnd, withdrawRepresentationEnd } from './decide-end.ts'
import { secondRepresentation, submitRepresentation } from './decide-request.ts'
import { endRepresentation } from './end-representation.ts'
import { dropPaperPage, notePapers, takePaperPage, viewEndPages, viewPaperPages } from './paper-pages.ts'
import {
  askRepresentative,
  discardRepresentation,
  openRepresentation,
  takeWardPortrait,
  viewRepresentation,
} from './take-request.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
  await fixture.context.transact((work) => addOffice(work, { code: 'KH-05', name: 'Công an xã Khác' }))
})
after(() => fixture.stop())

const decision = {
  kind: 'court-decision',
  number: '12/2026/QĐ',
  authority: 'Toà án nhân dân khu vực 2',
  date: '2026-05-04',
} as const
const certificate = { ...decision, kind: 'birth-certificate', number: '7/2026' } as const
const note = 'Đã xem bản chính có dấu'

const settleTwo = async (birthDate = '1958') => {
  const guardian = await settleCitizen(fixture)
  await fixture.pool.query('update account set level = 2 where personal_number = $1', [
    guardian.person.personalNumber,
  ])
  const ward = newPerson({ fullName: 'Lê Thị Mận', birthDate, face: 'man' })
  await fixture.register(ward)
  return { guardian, ward }
}
type Two = Awaited<ReturnType<typeof settleTwo>>

/** Open, with all but the picture of its paper. */
const withoutPages = async (officer: Visitor, two: Two, kind: 'guardian' | 'parent' = 'guardian') => {
  const { caseId } = await officer.do(openRepresentation, {
    caseId: newId(),
    personalNumber: two.ward.personalNumber,
    representativeNumber: two.guardian.person.personalNumber,
    kind,
  })
  await officer.do(notePapers, { caseId, papers: [decision], until: null })
  await officer.do(takeWardPortrait, {
    caseId,
    picture: (await castPortrait({ id: 'man' })).toString('base64'),
  })
  const screen = await screenBeside(fixture, officer)
  await officer.do(askRepresentative, { caseId })
  const { prompt } = await screen.do(viewScreen)
  await screen.do(answerPrompt, { promptId: prompt?.id ?? '', answer: 'agreed' })
  return caseId
}
const attached = async (caseId: string) =>
  (
    await fixture.pool.query<{ name: string; sealed: Buffer }>(
      'select name, sealed from case_attachment where case_id = $1 order by name',
      [caseId],
    )
  ).rows
const begun = async (officer: Visitor, thu: Visitor, two: Two) => {
  const caseId = await withoutPages(officer, two)
  await takePage(officer, caseId)
  await officer.do(submitRepresentation, { caseId })
  const { papers } = await thu.do(viewRepresentation, { caseId })
  const seenPages = papers.flatMap(({ pages }) => pages.map(({ id }) => id))
  await thu.do(secondRepresentation, { caseId, verdict: 'confirm', note, seenPages })
  return caseId
}
const proposalOf = ({ guardian, ward }: Two, pages: readonly string[], changes: object = {}) => ({
  personalNumber: ward.personalNumber,
  representativeNumber: guardian.person.personalNumber,
  paper: decision,
  pages: pages.map((page) => ({ page })),
  note: 'Toà tuyên chấm dứt giám hộ',
  ...changes,
})

test('a guardianship is not sent without a picture of the paper on which it rests', async () => {
  const bao = await settleOfficer(fixture)
  const caseId = await withoutPages(bao, await settleTwo())
  assert.deepEqual((await bao.do(viewRepresentation, { caseId })).remaining, ['pages'])
  assert.equal((await bao.refusal(submitRepresentation, { caseId })).code, 'evidence.paper-not-pictured')
  await takePage(bao, caseId)
  assert.equal((await bao.do(submitRepresentation, { caseId })).state, 'waiting-second')
})

test('a child by papers goes without a picture to a second officer, who is told that none is there', async () => {
  const bao = await settleOfficer(fixture)
  const year = new Date().getUTCFullYear() - 9
  const caseId = await withoutPages(bao, await settleTwo(`${year}-01-15`), 'parent')
  const { state, doubts } = await bao.do(submitRepresentation, { caseId })
  assert.equal(state, 'waiting-second')
  assert.ok(doubts.includes('paper-not-pictured'), doubts.join())
})

test('the second officer sees exactly what was taken, and confirms nothing that she has not seen', async () => {
  const [bao, thu, two] = [await settleOfficer(fixture), await settleOfficer(fixture), await settleTwo()]
  const caseId = await withoutPages(bao, two)
  const [front, back] = [await pictureOfPaper('TRANG 1'), await pictureOfPaper('TRANG 2', 'png')]
  for (const page of [front, back, front]) {
    await bao.do(takePaperPage, { caseId, paper: 0, page })
  }
  const { papers, doubts } = await bao.do(submitRepresentation, { caseId })
  assert.deepEqual(papers, [
    { ...decision, pages: [front, back].map((page) => ({ id: idOfPage(page), isUnsigned: false })) },
  ])
  assert.equal(doubts.includes('paper-unsigned'), false)
  const { pages } = await thu.do(viewPaperPages, { caseId, paper: '0' })
  for (const [at, sent] of [front, back].entries()) {
    const [shown, taken] = await Promise.all(
      [pages[at]?.picture.replace('data:image/jpeg;base64,', '') ?? '', sent].map((picture) =>
        sharp(Buffer.from(picture, 'base64')).greyscale().raw().toBuffer(),
      ),
    )
    const apart = shown?.reduce((sum, value, i) => sum + Math.abs(value - (taken?.[i] ?? 0)), 0)
    assert.ok(apart !== undefined && apart < 900 * 1200, `page ${at} differs by ${apart}`)
  }
  const confirm = { caseId, verdict: 'confirm', note, seen: doubts } as const
  for (const seenPages of [undefined, [], [idOfPage(front)]]) {
    const refused = await thu.refusal(secondRepresentation, { ...confirm, seenPages })
    assert.equal(refused.code, 'evidence.more-to-see')
  }
  const seenPages = [idOfPage(front), idOfPage(back)]
  assert.equal((await thu.do(secondRepresentation, { ...confirm, seenPages })).state, 'accepted')
})

test('a page that no device of the desk signed is a reason for the second pair of eyes', async () => {
  const [bao, two] = [await settleOfficer(fixture), await settleTwo()]
  const caseId = await withoutPages(bao, two)
  bao.hasDevices = false
  await takePage(bao, caseId)
  const { papers, doubts } = await bao.do(submitRepresentation, { caseId })
  assert.deepEqual([papers[0]?.pages[0]?.isUnsigned, doubts.includes('paper-unsigned')], [true, true])
})

test('pages stand sealed with their case; one taken away is gone, and so are all when the case ends undone', async () => {
  const [bao, two] = [await settleOfficer(fixture), await settleTwo()]
  const caseId = await withoutPages(bao, two)
  const page = await pictureOfPaper()
  await bao.do(takePaperPage, { caseId, paper: 0, page })
  const [kept] = await attached(caseId)
  assert.equal(kept?.name, `paper.${idOfPage(page)}`)
  assert.equal(kept.sealed.includes(Buffer.from([0xff, 0xd8, 0xff])), false, 'a JPEG stands there in clear')
  await bao.do(dropPaperPage, { caseId, id: idOfPage(page) })
  assert.deepEqual(await attached(caseId), [])
  const twice = await bao.refusal(dropPaperPage, { caseId, id: idOfPage(page) })
  assert.equal(twice.code, 'evidence.no-such-page')
  await takePage(bao, caseId)
  await bao.do(notePapers, { caseId, papers: [{ ...decision, number: '13/2026/QĐ' }], until: null })
  assert.equal((await attached(caseId)).length, 1, 'a slip of the pen costs no picture')
  await bao.do(notePapers, { caseId, papers: [decision, certificate], until: null })
  const second = await pictureOfPaper('GIẤY KHAI SINH')
  await bao.do(takePaperPage, { caseId, paper: 1, page: second })
  const { papers } = await bao.do(takePaperPage, { caseId, paper: 0, page: second })
  assert.deepEqual(
    papers.map(({ pages }) => pages.length),
    [1, 1],
    'what is a page of one paper is none of another',
  )
  await bao.do(notePapers, { caseId, papers: [decision], until: null })
  assert.deepEqual(
    (await attached(caseId)).map(({ name }) => name.includes(idOfPage(second))),
    [false],
    'a paper that is noted no more takes its pictures with it',
  )
  await bao.do(discardRepresentation, { caseId, note: 'Người dân đổi ý' })
  assert.deepEqual(await attached(caseId), [])
  assert.deepEqual(await bao.do(viewPaperPages, { caseId, paper: '0' }), { pages: [] })
})

test('only officers of the case at its office take or see a page, never about themselves; both persons see who looked', async () => {
  const [bao, two] = [await settleOfficer(fixture), await settleTwo()]
  const caseId = await withoutPages(bao, two)
  await takePage(bao, caseId)
  const [elsewhere, without, herself] = [
    await settleOfficer(fixture, { officeCode: 'KH-05' }),
    await settleOfficer(fixture, { tasks: ['level-2.take'] }),
    await settleOfficer(fixture, { personNumber: two.guardian.person.personalNumber }),
  ]
  // No picture at all: nothing is unpacked for whoever may not take it.
  const taken = { caseId, paper: 0, page: Buffer.from('không phải ảnh').toString('base64') }
  for (const [officer, code] of [
    [elsewhere, 'representation.no-such-request'],
    [without, 'permit.refused'],
    [herself, 'representation.about-yourself'],
  ] as const) {
    assert.equal((await officer.refusal(viewPaperPages, { caseId, paper: '0' })).code, code)
    assert.equal((await officer.refusal(takePaperPage, taken)).code, code)
  }
  assert.equal(
    (await fixture.visitor().refusal(viewPaperPages, { caseId, paper: '0' })).code,
    'session.required',
  )
  assert.equal((await bao.refusal(takePaperPage, taken)).code, 'evidence.page-unreadable')
  const none = await bao.refusal(takePaperPage, { caseId, paper: 1, page: await pictureOfPaper('KHÁC') })
  assert.equal(none.code, 'evidence.no-such-page')
  const thu = await settleOfficer(fixture)
  await thu.do(viewPaperPages, { caseId, paper: '0' })
  const { items } = await two.guardian.visitor.do(viewAccessLog, {})
  const looks = items.filter(
    ({ purpose, fields }) => purpose === 'representation-view' && fields.includes('documents'),
  )
  assert.equal(looks.length, 1)
})

test('the end of a guardianship: none without a picture, exactly it before the second officer, gone when taken back', async () => {
  const [bao, thu, two] = [await settleOfficer(fixture), await settleOfficer(fixture), await settleTwo()]
  await begun(bao, thu, two)
  const page = await pictureOfPaper('CHẤM DỨT')
  assert.equal(
    (await bao.refusal(endRepresentation, proposalOf(two, []))).code,
    'evidence.paper-not-pictured',
  )
  const five = await Promise.all(['1', '2', '3', '4', '5'].map((text) => pictureOfPaper(text)))
  assert.equal((await bao.refusal(endRepresentation, proposalOf(two, five))).code, 'evidence.pages-full')
  const broken = proposalOf(two, [Buffer.from('không phải ảnh').toString('base64')])
  assert.equal((await bao.refusal(endRepresentation, broken)).code, 'evidence.page-unreadable')
  const herself = await settleOfficer(fixture, { personNumber: two.guardian.person.personalNumber })
  assert.equal((await herself.refusal(endRepresentation, broken)).code, 'representation.about-yourself')
  const withdrawn = await bao.do(endRepresentation, proposalOf(two, [page]))
  assert.equal((await attached(withdrawn.caseId)).length, 1)
  await bao.do(withdrawRepresentationEnd, { caseId: withdrawn.caseId })
  assert.deepEqual(await attached(withdrawn.caseId), [])
  const named = newId()
  const { caseId } = await bao.do(endRepresentation, proposalOf(two, [page], { caseId: named }))
  assert.equal(caseId, named)
  const { paper } = await thu.do(viewRepresentationEnd, { caseId })
  assert.deepEqual(paper.pages, [{ id: idOfPage(page), isUnsigned: false }])
  assert.equal((await thu.do(viewEndPages, { caseId })).pages.length, 1)
  const confirm = { caseId, verdict: 'confirm', note } as const
  assert.equal((await thu.refusal(secondRepresentationEnd, confirm)).code, 'evidence.more-to-see')
  const done = await thu.do(secondRepresentationEnd, { ...confirm, seenPages: [idOfPage(page)] })
  assert.equal(done.state, 'accepted')
})

test('what a guardianship rests on stays with the case that was decided, and is erased with it', async () => {
  const [bao, thu, two] = [await settleOfficer(fixture), await settleOfficer(fixture), await settleTwo()]
  const caseId = await begun(bao, thu, two)
  assert.equal((await attached(caseId)).length, 1)
  assert.equal((await thu.do(viewPaperPages, { caseId, paper: '0' })).pages.length, 1)
  const { rows } = await fixture.pool.query<{ subject_id: string }>(
    'select subject_id from case_name where id = $1',
    [caseId],
  )
  const subjectId = rows[0]?.subject_id ?? assert.fail('no such case')
  const { sealer } = fixture.context.tools
  const tie = async (column: 'sealed_papers' | 'sealed_end', as: string): Promise<unknown> => {
    const found = await fixture.pool.query<{ sealed: Buffer }>(
      `select ${column} as sealed from ward where subject_id = $1`,
      [subjectId],
    )
    const sealed = found.rows[0]?.sealed ?? assert.fail(column)
    return JSON.parse((await sealer.open(subjectId, as, sealed)).toString('utf8'))
  }
  assert.deepEqual(await tie('sealed_papers', 'ward.papers'), [decision], 'for good only the words')
  const page = await pictureOfPaper()
  const ended = await bao.do(endRepresentation, proposalOf(two, [page]))
  const confirm = { caseId: ended.caseId, verdict: 'confirm', note, seenPages: [idOfPage(page)] } as const
  await thu.do(secondRepresentationEnd, confirm)
  assert.equal((await attached(ended.caseId)).length, 1)
  assert.deepEqual(await tie('sealed_end', 'ward.end'), { paper: decision, note: proposalOf(two, []).note })
  await fixture.context.transact((work) =>
    eraseCases(work, { subjectId, before: new Date(Date.now() + 86_400_000) }),
  )
  assert.deepEqual(await attached(caseId), [])
})

test('the id of another case names no proposal', async () => {
  const [bao, thu, two] = [await settleOfficer(fixture), await settleOfficer(fixture), await settleTwo()]
  const caseId = await begun(bao, thu, two)
  const taken = proposalOf(two, [await pictureOfPaper()], { caseId })
  assert.equal((await bao.refusal(endRepresentation, taken)).code, 'representation.no-such-request')
})
