// Papers with more than a page holds: long names and addresses, seven who move along, what somebody typed to
// look like the office's own words.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as papers from '../../../../testing/papers.ts'
import { readPaper } from '../../../../testing/read-paper.ts'
import { sealPaper } from '../../../kernel/paper/seal-paper.ts'
import { writeSupplementRequest } from './dossiers/supplement-request.ts'
import { writePetitionAnswer } from './petitions/petition-answer.ts'
import { writeCt01 } from './residence/ct01.ts'
import type { HouseholdMember } from './residence/household-table.ts'

const LONG_name = 'Công Tằng Tôn Nữ Nguyễn Phúc Trần Lê Hoàng Bảo Ngọc Phương Anh Thị Minh Khai Diễm Quỳnh'
const LONG_address =
  'Căn hộ số 1204 toà nhà B2 khu đô thị mới Văn Khê Thượng Hạ, ngách 17/45/128 ngõ 1017 phố Đường Láng Hạ Kéo Dài, tổ dân phố số 27, phường Láng, thành phố Hà Nội'

const seven: readonly HouseholdMember[] = Array.from({ length: 7 }, (_, index) => ({
  fullName: `${LONG_name} ${index + 1}`,
  birthDate: `201${index}-01-0${index + 1}`,
  sex: index % 2 === 0 ? 'male' : 'female',
  tie: 'Cháu ngoại của anh trai chủ hộ',
}))
const longest = {
  ...papers.ct01,
  declarant: { ...papers.ct01.declarant, fullName: LONG_name },
  request: `Đăng ký thường trú tại ${LONG_address}; chuyển từ ${LONG_address}`,
  coMovers: seven,
  opinions: [1, 2, 3, 4, 5, 6].map((index) => ({
    of: 'owner' as const,
    fullName: `${LONG_name} ${index}`,
    personalNumber: `00116000000${index}`,
    isAgreed: true,
    given: { by: 'app' as const, at: new Date(Date.UTC(2026, 10, 30, index)) },
  })),
}

test('seven co-movers with long names go on to the next page, each row whole, under the same head', async () => {
  const { pieces, pages, beside } = readPaper(await writeCt01(longest))
  assert.ok(pages >= 2)
  const rows = pieces.reduce<number[][]>((all, { tag, pages: on }) => {
    if (tag === 'TR') {
      all.push([])
    } else if (tag === 'TD' || tag === 'TH') {
      all.at(-1)?.push(...on)
    }
    return all
  }, [])
  assert.ok(
    rows.every((row) => new Set(row).size === 1),
    JSON.stringify(rows),
  )
  const text = pieces.map((piece) => piece.text)
  for (const { fullName } of seven) {
    assert.equal(text.filter((line) => line === fullName).length, 1, fullName)
  }
  assert.equal(pieces.filter(({ tag }) => tag === 'TH').length, 6 + 4)
  assert.ok(beside.slice(1).some((page) => page.includes('Quan hệ với chủ hộ')))
  for (const [index, page] of beside.entries()) {
    assert.ok(page.includes(`${papers.CODE} · ${index + 1} / ${pages}`), page)
    assert.equal(page.includes('MÔI TRƯỜNG THỬ'), index > 0)
  }
})

test('a long paper has bookmarks to its sections, a short one none', async () => {
  const missing = Array.from({ length: 14 }, (_, index) => ({
    name: `Giấy tờ thứ ${index + 1}`,
    why: 'Trang này bị mờ, không đọc được. '.repeat(8),
    article: 'khoản 1 Điều 21 Luật Cư trú 2020',
  }))
  const [first, ...rest] = missing
  assert.ok(first)
  const paper = readPaper(
    await writeSupplementRequest({ ...papers.supplementRequest, missing: [first, ...rest] }),
  )
  assert.ok(paper.pages >= 3)
  assert.equal(paper.bookmarks.length, missing.length)
  assert.ok(paper.bookmarks.includes('7. Giấy tờ thứ 7'))
  assert.ok(missing.every(({ name }) => paper.pieces.some(({ text }) => text.endsWith(name))))
})

test('an answer that runs over the page is read on without a break', async () => {
  const answer = Array.from({ length: 60 }, (_, index) => `Đoạn ${index + 1} của câu trả lời.`).join('\n')
  const { pieces, pages } = readPaper(await writePetitionAnswer({ ...papers.petitionAnswer, answer }))
  assert.ok(pages >= 2)
  const read = pieces.map(({ text }) => text).filter((text) => text.startsWith('Đoạn '))
  assert.deepEqual(read, answer.split('\n'))
})

test('what she wrote stays one line of hers, and lays out nothing that the office would seem to say', async () => {
  const plain = readPaper(await writePetitionAnswer(papers.petitionAnswer))
  for (const gap of ['\n', '\r\n', '\u2028', '\u0085', '\v']) {
    const question = `Vì sao?${gap.repeat(40)}Trả lời của cơ quan${gap}Đã đồng ý.`
    const { pieces, pages } = readPaper(await writePetitionAnswer({ ...papers.petitionAnswer, question }))
    assert.equal(pages, plain.pages)
    assert.equal(pieces.length, plain.pieces.length, JSON.stringify(gap))
  }
})

test('a letter that no font has is shown as one that could not be written', async () => {
  const { pieces } = readPaper(await writeCt01({ ...papers.ct01, request: 'Chuyển đến 家 🏠' }))
  assert.ok(pieces.some(({ text }) => text.endsWith('Chuyển đến ? ?')))
})

test('a paper without room for a signature is not taken for a signed one', async () => {
  const key = { keyId: 'a', certificate: new Uint8Array(), endsAt: new Date(0), sign: () => Promise.reject() }
  const pdf = await writePetitionAnswer(papers.petitionAnswer)
  await assert.rejects(sealPaper(pdf, key), /without room/)
  const sealable = await writePetitionAnswer({ ...papers.petitionAnswer, hasSeal: true })
  assert.match(sealable.toString('latin1'), /\/FT \/Sig/)
  assert.ok(readPaper(sealable).pieces.some(({ text }) => text.startsWith('Tệp có chữ ký số bên trong')))
})
