// Every paper of an office can be read by who sees it, by who hears it and by a program, says nothing of
// anybody outside of its pages, and is the same whenever it is made of the same.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { readDrawnCode } from '../../../../testing/drawn-code.ts'
import * as papers from '../../../../testing/papers.ts'
import { readPaper, textsAboutPaper, type ReadPaper } from '../../../../testing/read-paper.ts'
import { writeCertificate } from './criminal-record/certificate.ts'
import { writeApology } from './dossiers/apology.ts'
import { writeReceipt } from './dossiers/receipt.ts'
import { writeRefusal } from './dossiers/refusal.ts'
import { writeSupplementRequest } from './dossiers/supplement-request.ts'
import { writeWithdrawalReceipt } from './dossiers/withdrawal-receipt.ts'
import { writePetitionAnswer } from './petitions/petition-answer.ts'
import { writeCt01 } from './residence/ct01.ts'
import { writeResidenceConfirmation } from './residence/residence-confirmation.ts'

const all = {
  ct01: () => writeCt01(papers.ct01),
  ct01Least: () => writeCt01(papers.ct01Least),
  receipt: () => writeReceipt(papers.receipt),
  supplement: () => writeSupplementRequest(papers.supplementRequest),
  refusal: () => writeRefusal(papers.refusal),
  confirmation: () => writeResidenceConfirmation(papers.confirmation),
  apology: () => writeApology(papers.apology),
  withdrawal: () => writeWithdrawalReceipt(papers.withdrawalReceipt),
  petition: () => writePetitionAnswer(papers.petitionAnswer),
  certificateNo1: () => writeCertificate(papers.certificateNo1),
  certificateNo2: () => writeCertificate(papers.certificateNo2),
} as const
type Name = keyof typeof all
const names = Object.keys(all) as Name[]

const made = new Map<Name, { readonly pdf: Buffer; readonly read: ReadPaper }>()
before(async () => {
  for (const name of names) {
    const pdf = await all[name]()
    made.set(name, { pdf, read: readPaper(pdf) })
  }
})
const of = (name: Name): { readonly pdf: Buffer; readonly read: ReadPaper } => {
  const one = made.get(name)
  assert.ok(one, name)
  return one
}
const linesOf = (name: Name): string[] => of(name).read.pieces.map(({ text }) => text)

test('each is PDF/A-2a in Vietnamese: tagged, titled, its fonts inside and nothing from elsewhere', () => {
  for (const name of names) {
    const text = of(name).pdf.toString('latin1')
    assert.match(text, /<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>A<\/pdfaid:conformance>/, name)
    for (const needed of [
      '/OutputIntents',
      '/StructTreeRoot',
      '/MarkInfo',
      '/Lang (vi)',
      '/DisplayDocTitle true',
    ]) {
      assert.ok(text.includes(needed), `${name}: ${needed}`)
    }
    assert.ok(!/\/(JavaScript|Encrypt|Launch|URI|SMask|NeedAppearances true)\b/.test(text), name)
    const [fonts, inside] = [/\/Type \/FontDescriptor/g, /\/FontFile[23] /g].map(
      (kind) => text.match(kind)?.length,
    )
    assert.ok(fonts && fonts === inside, `${name}: ${fonts} fonts, ${inside} of them inside`)
  }
})

test('each has one main heading, and its sections come below it in order', () => {
  for (const name of names) {
    const tags = of(name).read.pieces.map(({ tag }) => tag)
    assert.equal(tags.filter((tag) => tag === 'H1').length, 1, name)
    const headings = tags.filter((tag) => /^H\d$/.test(tag))
    assert.equal(headings[0], 'H1', name)
    for (const [index, tag] of headings.entries()) {
      assert.ok(Number(tag[1]) - Number(headings[index - 1]?.[1] ?? 0) <= 1, `${name}: ${headings.join(' ')}`)
    }
  }
})

test('the columns of each table are told as headings', () => {
  for (const name of names) {
    const { pieces } = of(name).read
    const tables = pieces.filter(({ tag }) => tag === 'Table').length
    const headings = pieces.filter(({ tag }) => tag === 'TH')
    assert.ok(
      headings.every(({ scope, text }) => scope === 'Column' && text !== ''),
      name,
    )
    assert.ok(headings.length >= tables * 3, name)
  }
})

test('the code of each leads where its printed link leads, and is told to who cannot see it', async () => {
  for (const name of names) {
    const link = /confirmation|certificate/.test(name) ? papers.VERIFY : papers.LINK
    const { pdf, read } = of(name)
    assert.equal(await readDrawnCode(pdf), link, name)
    const figures = read.pieces.filter(({ tag }) => tag === 'Figure')
    assert.equal(figures.length, 1, name)
    assert.ok(figures[0]?.text.includes(link), name)
    assert.ok(
      linesOf(name).some((line) => line.replaceAll(' ', '') === link),
      name,
    )
  }
})

test('what others check has its code on a line of its own, for whoever types it off the paper', () => {
  const [, code] = papers.VERIFY.split('#')
  for (const name of names) {
    const isChecked = /confirmation|certificate/.test(name)
    assert.equal(
      linesOf(name).filter((line) => line.replaceAll(' ', '') === code).length,
      isChecked ? 1 : 0,
      name,
    )
  }
})

test('the same input gives the same bytes', async () => {
  for (const name of names) {
    assert.ok((await all[name]()).equals(of(name).pdf), name)
  }
})

test('nothing about anybody stands in what a file says of itself', () => {
  for (const name of names) {
    const { pdf, read } = of(name)
    const about = textsAboutPaper(pdf).join('\n')
    assert.match(about, /pdfaid:part[\s\S]*(PHIẾU|GIẤY|TỜ KHAI|XÁC NHẬN|VĂN BẢN)/, name)
    for (const secret of [
      'Nguyễn Thị Hạnh',
      'Hạnh',
      '001190000017',
      '031085000044',
      '0912 000 017',
      'Trần',
    ]) {
      assert.ok(!about.includes(secret), `${name}: ${secret}`)
    }
    assert.deepEqual(read.bookmarks, [], name)
  }
})

test('the state, the office, its number and its day stand at the head; no trial passes for a real paper', () => {
  const lines = linesOf('receipt')
  assert.deepEqual(lines.slice(1, 8), [
    'MÔI TRƯỜNG THỬ · dữ liệu giả, không có giá trị pháp lý',
    'CÔNG AN THÀNH PHỐ HÀ NỘI',
    'CÔNG AN PHƯỜNG HOÀN KIẾM',
    'Số: 017/XN-CAP',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Hoàn Kiếm, ngày 30 tháng 11 năm 2026',
  ])
  assert.ok(!linesOf('ct01Least').some((line) => line.includes('MÔI TRƯỜNG THỬ')))
})

test('a receipt says what was received, when, by which limit and when the answer comes', () => {
  const lines = linesOf('receipt').join('\n')
  for (const said of [
    `Mã hồ sơ: ${papers.CODE}`,
    'Giấy khai sinh của con\nGiấy tờ điện tử từ ví',
    'Nhận hồ sơ lúc: 09:12 30/11/2026',
    'Hẹn trả kết quả: 17:00 09/12/2026',
    'Căn cứ: Điều 22 Luật Cư trú 2020',
  ]) {
    assert.ok(lines.includes(said), said)
  }
})

test('a request names every missing thing with its article; a refusal every reason, and where to complain', () => {
  const asked = linesOf('supplement').join('\n')
  assert.match(asked, /bổ sung 2 nội dung/)
  assert.match(asked, /1\. Ý kiến đồng ý[^\n]*\nVì sao: [^\n]*\nCăn cứ: khoản 2 Điều 20/)
  assert.match(asked, /2\. Trang 3[^\n]*\nVì sao: [^\n]*\nCăn cứ: điểm a khoản 1 Điều 21/)
  assert.match(asked, /Hạn bổ sung: 17:00 30\/12\/2026/)
  const refused = linesOf('refusal').join('\n')
  assert.match(refused, /1\. Chỗ ở[^\n]*\nCăn cứ: khoản 3 Điều 23/)
  assert.match(refused, /khiếu nại đến Công an thành phố Hà Nội/)
})

test('what is not known stands as a dash', () => {
  const lines = linesOf('ct01Least')
  for (const said of [
    '5. Số điện thoại liên hệ: —',
    '6. Email: —',
    '9. Số định danh cá nhân của chủ hộ: —',
  ]) {
    assert.ok(lines.includes(said), said)
  }
  assert.ok(lines.includes('2. Ngày, tháng, năm sinh: 1958'))
  assert.ok(linesOf('certificateNo1').includes('Nơi tạm trú: —'))
})

test('certificate no. 1 says nothing of bans that nobody asked for; no. 2 tells all, with its expunging', async () => {
  const [first, second] = [linesOf('certificateNo1'), linesOf('certificateNo2')]
  assert.ok(first.includes('Không có án tích.'))
  assert.ok(first.includes('Người được cấp không yêu cầu xác nhận nội dung này.'))
  assert.ok(!first.some((line) => line.startsWith('Họ và tên cha')))
  assert.ok(second.includes('Xoá án tích ngày: 14/09/2014'))
  assert.ok(second.includes('Họ và tên cha: Đỗ Văn Cả'))
  assert.throws(
    () => writeCertificate({ ...papers.certificateNo1, convictions: papers.certificateNo2.convictions }),
    /expunged/,
  )
})

test('a code that leads to no https address is never printed', async () => {
  for (const link of ['http://sen.example/h/1', 'javascript:alert(1)', '']) {
    assert.throws(() => writeReceipt({ ...papers.receipt, link }), /no https address/, link)
  }
})
