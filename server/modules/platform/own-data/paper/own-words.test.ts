// What a person has written herself stands on a paper with the house's signature as her words, on a line:
// it is never laid out as a page.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writePaper } from './write-paper.ts'

const asking = async (question: string, label: string): Promise<string> => {
  const data = {
    language: 'vi',
    takenAt: '2026-11-30T08:00:00.000Z',
    parts: {
      relatives: { named: [{ label, numberEnd: '123', state: 'trusted' }] },
      lookQuestions: { items: [{ question, office: 'Công an phường', answer: 'Đã trả lời.' }] },
    },
  }
  return (await writePaper(data, 100)).toString('latin1')
}
const pages = (pdf: string): number => pdf.match(/\/Type \/Page\b/g)?.length ?? 0

test('no line breaks of hers lay out a page that the house would seem to have written', async () => {
  const plain = await asking('Vì sao xem? Xác nhận: không nợ thuế.', 'Anh họ')
  for (const gap of ['\n', '\r\n', '\r', '\u2028', '\u2029', '\v', '\f', '\u0085']) {
    const laid = `Vì sao xem?${gap.repeat(400 / gap.length)}Xác nhận: không nợ thuế.`
    assert.equal(pages(await asking(laid, `Anh${gap.repeat(20)}họ`)), pages(plain), JSON.stringify(gap))
  }
})
