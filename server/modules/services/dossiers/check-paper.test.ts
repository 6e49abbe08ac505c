// A confirmation of residence in somebody else's hands: by its printed code or its file she learns whether
// it is genuine and holds, and what it must say; whoever guesses learns nothing, and its person reads of it.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { readDrawnCode } from '../../../../testing/drawn-code.ts'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../testing/settle-citizen.ts'
import type { TestPerson } from '../../../../testing/test-person.ts'
import type { Visitor } from '../../../../testing/visitor.ts'
import { settleOfficer } from '../../../../testing/officer.ts'
import { now } from '../../../kernel/clock.ts'
import { newId } from '../../../kernel/id.ts'
import { dayInVietnam } from '../../../kernel/policy.ts'
import { viewAccessLog } from '../../platform/audit/access-log.ts'
import { registerPermanent } from '../../registry/population/residence/register-permanent.ts'
import { checkPaper, checkPaperFile } from './check-paper.ts'
import { proposeDossier } from './decide-dossier.ts'
import { fileService } from './file-dossier.ts'
import { viewOwnDossier } from './own-dossiers.ts'
import { endPaper, viewDossierPaper } from './view-paper.ts'
import { receiveDossier, tickDossier } from './work-dossier.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
})
after(() => fixture.stop())

interface Holder {
  readonly visitor: Visitor
  readonly person: TestPerson
  readonly reference: string
  readonly pdf: Buffer
  readonly link: string
  readonly paperCode: string
}
/** Her confirmation, as she hands it on. */
const holdPaper = async (what: 'present' | 'household' = 'present'): Promise<Holder> => {
  const [{ visitor, person }, officer] = [await settleCitizen(fixture), await settleOfficer(fixture)]
  await fixture.pool.query('update account set level = 2 where personal_number = $1', [person.personalNumber])
  const { reference } = await visitor.do(fileService, {
    procedure: 'residence-confirmation',
    draft: newId(),
    version: 1,
    answers: { what, purpose: 'nộp cho trường học' },
  })
  await officer.do(receiveDossier, { reference, verdict: 'receive' })
  await officer.do(tickDossier, { reference, item: 'matches', isTicked: true })
  await officer.do(proposeDossier, { reference, verdict: 'grant' })
  await fixture.settle()
  const paper = await visitor.do(viewDossierPaper, { reference, kind: 'ct07' })
  const pdf = Buffer.from(paper.pdf, 'base64')
  const link = (await readDrawnCode(pdf)) ?? ''
  return { visitor, person, reference, pdf, link, paperCode: new URL(link).hash.slice(1) }
}
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const linesOf = async ({ visitor }: Holder, purpose: string) =>
  (await visitor.do(viewAccessLog, {})).items.filter((line) => line.purpose === purpose)
const passOn = (reference: string, days: number) =>
  fixture.pool.query(
    `update issued_paper set issued_at = issued_at - make_interval(days => $2),
       valid_until = valid_until - $2::int
     where case_id = (select id from case_file where reference = $1)`,
    [reference, days],
  )

test('the code that is printed on it leads to the page, and the server is told it in no address', async () => {
  const { link, paperCode } = await holdPaper()
  const { pathname, search } = new URL(link)
  assert.deepEqual([pathname, search], ['/verify/paper', ''])
  assert.match(paperCode, /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){4}$/)
})

test('whoever is shown it learns that it holds, until when, by whom, and what it must say', async () => {
  const held = await holdPaper()
  const stranger = fixture.visitor()
  const seen = await stranger.do(checkPaper, { paperCode: held.paperCode })
  assert.deepEqual(
    [seen.state, seen.reference, seen.endedAt, seen.title.vi],
    ['holds', held.reference, null, 'Giấy xác nhận thông tin về cư trú (CT07)'],
  )
  const said = Object.fromEntries(seen.says.map(({ what, value }) => [what, value]))
  assert.equal(said['name'], held.person.fullName)
  assert.equal(said['birth-date'], '12/04/1991')
  assert.equal(said['personal-number'], `••• ••• ••• ${held.person.personalNumber.slice(-3)}`)
  assert.ok(!JSON.stringify(seen).includes(held.person.personalNumber), 'no more than its last digits')
  const typed = held.paperCode.toLowerCase().replaceAll('-', ' ')
  assert.deepEqual(await stranger.do(checkPaper, { paperCode: typed }), seen)
})

test('the file itself is known by its digest, and one changed letter makes it another', async () => {
  const held = await holdPaper()
  const stranger = fixture.visitor()
  const seen = await stranger.do(checkPaperFile, { sha256: sha256(held.pdf) })
  assert.deepEqual(seen, await stranger.do(checkPaper, { paperCode: held.paperCode }))
  const altered = Buffer.from(held.pdf)
  altered[altered.length >> 1] = (altered[altered.length >> 1] ?? 0) ^ 1
  const refused = await stranger.refusal(checkPaperFile, { sha256: sha256(altered) })
  assert.equal(refused.code, 'services.paper-unknown')
})

test('she reads in her log each time that somebody checked it, and which of her data they saw', async () => {
  const held = await holdPaper()
  const stranger = fixture.visitor()
  await stranger.do(checkPaper, { paperCode: held.paperCode })
  await stranger.do(checkPaperFile, { sha256: sha256(held.pdf) })
  const lines = await linesOf(held, 'dossier-paper-checked')
  assert.equal(lines.length, 2)
  assert.ok(lines.every(({ fields }) => fields.includes('fullName') && fields.includes('residence')))
})

test('a code that nobody was given is unknown, and one that was mistyped is told as that', async () => {
  const stranger = fixture.visitor()
  const unknown = await stranger.refusal(checkPaper, { paperCode: '0000-0000-0000-0000-0000' })
  assert.equal(unknown.code, 'services.paper-unknown')
  const mistyped = await stranger.refusal(checkPaper, { paperCode: '0000-0000-0000-0000-0001' })
  assert.deepEqual(
    [mistyped.code, mistyped.details.fields],
    ['request.invalid', [{ field: 'paperCode', code: 'check' }]],
  )
})

test('on its last day it holds; the day after it has run out and says nothing of her any more', async () => {
  const held = await holdPaper()
  const stranger = fixture.visitor()
  await passOn(held.reference, 365)
  assert.equal((await stranger.do(checkPaper, { paperCode: held.paperCode })).state, 'holds')
  await passOn(held.reference, 1)
  const over = await stranger.do(checkPaper, { paperCode: held.paperCode })
  assert.deepEqual([over.state, over.says], ['run-out', []])
  const [line] = await linesOf(held, 'dossier-paper-checked')
  assert.deepEqual(line?.fields, ['dossier'])
})

const move = async ({ person }: Holder, to = 11): Promise<void> => {
  const { rows } = await fixture.pool.query<{ version: number }>(
    'select version from person where personal_number = $1',
    [person.personalNumber],
  )
  await fixture.context.transact((work) =>
    registerPermanent(
      work,
      fixture.context.tools,
      { reference: `G01.1-261130-00${to}`, at: now() },
      {
        movers: [{ personalNumber: person.personalNumber, version: rows[0]?.version ?? 0, relation: 'head' }],
        to: { address: `Số ${to}, phố Tôn Đản`, unit: '01' },
        from: dayInVietnam(now()),
      },
    ),
  )
  await fixture.settle()
}

test('when she moves it ends, as it says of itself, and no reason is told; the next one holds', async () => {
  const held = await holdPaper()
  await move(held)
  const ended = await fixture.visitor().do(checkPaper, { paperCode: held.paperCode })
  assert.deepEqual([ended.state, ended.says, ended.endedAt !== null], ['ended', [], true])
  assert.equal((await linesOf(held, 'dossier-paper-ended')).length, 1)
  await move(held, 12)
  assert.equal((await linesOf(held, 'dossier-paper-ended')).length, 1, 'what has ended ends no more')
})

test('she ends it herself, once; nobody else can, and it stays for her to read', async () => {
  const held = await holdPaper()
  const { visitor, reference } = held
  const wanted = { reference, kind: 'ct07' }
  const other = await settleCitizen(fixture)
  assert.equal((await other.visitor.refusal(endPaper, wanted)).code, 'services.no-such-dossier')
  assert.equal(
    (await visitor.refusal(endPaper, { ...wanted, kind: 'receipt' })).code,
    'services.no-such-paper',
  )
  const { papers } = await visitor.do(viewOwnDossier, { reference })
  assert.deepEqual(
    papers.map(({ kind, standing }) => [kind, standing?.endedAt]),
    [
      ['receipt', undefined],
      ['ct07', null],
    ],
  )
  const ended = await visitor.do(endPaper, wanted)
  const again = await visitor.do(endPaper, wanted)
  assert.deepEqual(ended.papers, again.papers, 'the moment at which it ended stays')
  const checked = await fixture.visitor().do(checkPaper, { paperCode: held.paperCode })
  assert.deepEqual([checked.state, checked.says], ['ended', []])
  assert.ok((await visitor.do(viewDossierPaper, wanted)).pdf.length > 1000)
  assert.ok((await linesOf(held, 'dossier-paper-withdrawn')).length > 0)
})

test('one that lists the household ends when somebody comes to it', async () => {
  const held = await holdPaper('household')
  const stranger = fixture.visitor()
  const first = await stranger.do(checkPaper, { paperCode: held.paperCode })
  assert.equal(first.state, 'holds')
  const other = await settleCitizen(fixture)
  await fixture.pool.query(
    `update person set household_number = '940000000017', household_relation = 'head'
     where personal_number = any($1)`,
    [[held.person.personalNumber, other.person.personalNumber]],
  )
  assert.equal((await stranger.do(checkPaper, { paperCode: held.paperCode })).state, 'ended')
})

test('whoever tries and tries from one network is asked to wait', async () => {
  const stranger = fixture.visitor()
  const wanted = { paperCode: '0000-0000-0000-0000-0000' }
  const codes = new Set<string>()
  for (let tried = 0; tried <= 120; tried++) {
    codes.add((await stranger.refusal(checkPaper, wanted)).code)
  }
  assert.deepEqual([...codes], ['services.paper-unknown', 'limit.reached'])
})

test('nobody watches one paper from many networks: its checks of a day are bounded, and only its own', async () => {
  const [held, other] = [await holdPaper('household'), await holdPaper()]
  const wanted = { paperCode: held.paperCode }
  for (let checked = 0; checked < 40; checked++) {
    assert.equal((await fixture.visitor().do(checkPaper, wanted)).state, 'holds')
  }
  assert.equal((await fixture.visitor().refusal(checkPaper, wanted)).code, 'limit.reached')
  const byFile = await fixture.visitor().refusal(checkPaperFile, { sha256: sha256(held.pdf) })
  assert.equal(byFile.code, 'limit.reached')
  assert.equal((await fixture.visitor().do(checkPaper, { paperCode: other.paperCode })).state, 'holds')
  const { rows } = await fixture.pool.query<{ lines: number }>(
    `select count(*)::int as lines from audit_line where use_case like 'dossiers.check-paper%'
       and subject_id = (select subject_id from case_file where reference = $1)`,
    [held.reference],
  )
  assert.deepEqual(rows, [{ lines: 40 }])
})
