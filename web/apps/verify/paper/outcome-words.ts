// Each outcome in words: what was found, and what to do now. Why a paper ended is nobody's business but its
// person's, and is never said.
import { dateVN } from '../../../ui/format.ts'
import { alert, ban, check, clock, dossier, offline, qr } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import type { Outcome } from './check-paper.ts'

const t = phrases({
  holds: { vi: 'Giấy thật, đang có giá trị', en: 'Genuine and valid' },
  holdsWhat: {
    vi: 'So từng dòng dưới đây với tờ giấy bạn đang cầm.',
    en: 'Compare each line below with the paper in your hand.',
  },
  holdsNow: {
    vi: 'Khác một chữ, một số là giấy đã bị sửa: không nhận.',
    en: 'If one letter or digit differs, the paper was altered: do not accept it.',
  },
  privateWhat: {
    vi: 'Phiếu này cấp cho một người để chính người đó biết. Trang này không cho biết phiếu ghi gì, của ai.',
    en: 'This certificate was issued to somebody for their own knowledge. This page says neither what it says nor whose it is.',
  },
  privateNow: {
    vi: 'Trả phiếu lại cho người có phiếu: không ai được đòi người khác nộp phiếu số 2. Cần thì họ xin phiếu số 1.',
    en: 'Give it back to its holder: nobody may ask anybody for a certificate no. 2. Where one is needed, it is no. 1.',
  },
  'run-out': { vi: 'Giấy thật, đã hết hạn', en: 'Genuine, but it has run out' },
  runOutWhat: {
    vi: 'Giấy này có giá trị đến hết ngày {day}.',
    en: 'This paper was valid until the end of {day}.',
  },
  runOutNow: {
    vi: 'Không nhận. Mời người có giấy xin bản mới, trên ứng dụng hoặc tại công an xã, phường.',
    en: 'Do not accept it. Ask for a new one: its holder gets it in the app or from the commune police.',
  },
  ended: { vi: 'Giấy thật, không còn giá trị', en: 'Genuine, but no longer valid' },
  endedWhat: {
    vi: 'Nơi cấp không còn xác nhận nội dung của giấy này. Lý do là chuyện riêng của người có giấy.',
    en: 'The office that issued it no longer confirms what it says. The reason is private to its holder.',
  },
  endedSince: {
    vi: 'Từ ngày {day} nơi cấp không còn xác nhận nội dung của giấy này. Lý do là chuyện riêng của người có giấy.',
    en: 'Since {day} the office that issued it no longer confirms what it says. The reason is private to its holder.',
  },
  endedNow: {
    vi: 'Không nhận. Mời người có giấy xin bản mới.',
    en: 'Do not accept it. Ask for a new one.',
  },
  'no-such-code': { vi: 'Không có giấy nào mang mã này', en: 'No paper has this code' },
  noCodeWhat: {
    vi: 'Không cơ quan nào cấp giấy với mã này.',
    en: 'No office has issued a paper with this code.',
  },
  noCodeNow: {
    vi: 'Xem lại mã trên giấy. Nếu mã đúng thì không nhận, và hỏi nơi cấp ghi trên giấy.',
    en: 'Look at the code again. If it is right, do not accept the paper, and ask the office that it names.',
  },
  'no-such-file': { vi: 'Không phải tệp gốc', en: 'Not the original file' },
  noFileWhat: {
    vi: 'Tệp này khác bản được cấp, dù chỉ một chỗ. Bản chụp, bản quét hoặc bản lưu lại bằng phần mềm khác cũng vậy.',
    en: 'This file differs from what was issued, if only in one place. A scan, a photo or a file saved again by another program does too.',
  },
  noFileNow: {
    vi: 'Nhập mã in trên giấy rồi so từng dòng, hoặc xin tệp gốc.',
    en: 'Enter the code printed on it and compare each line, or ask for the original file.',
  },
  'no-pdf': { vi: 'Chưa đọc được tệp này', en: 'This file could not be read' },
  noPdfWhat: {
    vi: 'Chỉ kiểm tra được tệp PDF tới 20 MB.',
    en: 'Only PDF files of up to 20 MB can be checked.',
  },
  noPdfNow: {
    vi: 'Chọn tệp PDF như khi được gửi, hoặc nhập mã in trên giấy.',
    en: 'Choose the PDF as it was sent to you, or enter the code printed on it.',
  },
  'cut-code': { vi: 'Mã bị nhầm hoặc thiếu', en: 'The code is mistyped or cut short' },
  cutWhat: {
    vi: 'Mã có 20 chữ và số, chia năm nhóm bốn. Mã này thiếu, thừa hoặc nhầm một chỗ.',
    en: 'A code has 20 letters and digits in five groups of four. Something in this one is missing, extra or wrong.',
  },
  cutNow: { vi: 'Quét lại, hoặc nhập lại mã in trên giấy.', en: 'Scan it again, or type it off the paper.' },
  'not-checked': { vi: 'Chưa kiểm tra được', en: 'Not checked yet' },
  notCheckedNow: {
    vi: 'Chưa biết giấy thật hay giả: đừng kết luận gì từ lần này.',
    en: 'Genuine or not cannot be told yet: conclude nothing from this try.',
  },
})

export interface OutcomeWords {
  readonly title: string
  readonly what: string
  readonly next: string
  readonly icon: string
  readonly tone: 'ok' | 'gold' | 'son' | 'slate' | 'cham'
}

const endedWords = (endedAt: string | null): string =>
  endedAt === null ? t('endedWhat') : t('endedSince', { day: dateVN(endedAt) })

const sayOf = (outcome: Outcome): Omit<OutcomeWords, 'title'> => {
  switch (outcome.is) {
    case 'holds':
      if (outcome.paper.isForHerselfOnly) {
        return { what: t('privateWhat'), next: t('privateNow'), icon: check, tone: 'ok' }
      }
      return { what: t('holdsWhat'), next: t('holdsNow'), icon: check, tone: 'ok' }
    case 'run-out': {
      const day = dateVN(outcome.paper.validUntil ?? outcome.paper.issuedAt)
      return { what: t('runOutWhat', { day }), next: t('runOutNow'), icon: clock, tone: 'gold' }
    }
    case 'ended':
      return { what: endedWords(outcome.paper.endedAt), next: t('endedNow'), icon: ban, tone: 'gold' }
    case 'no-such-code':
      return { what: t('noCodeWhat'), next: t('noCodeNow'), icon: alert, tone: 'son' }
    case 'no-such-file':
      return { what: t('noFileWhat'), next: t('noFileNow'), icon: dossier, tone: 'son' }
    case 'no-pdf':
      return { what: t('noPdfWhat'), next: t('noPdfNow'), icon: dossier, tone: 'slate' }
    case 'cut-code':
      return { what: t('cutWhat'), next: t('cutNow'), icon: qr, tone: 'slate' }
    case 'not-checked':
      return { what: outcome.problem.detail, next: t('notCheckedNow'), icon: offline, tone: 'slate' }
  }
}

export const wordsOf = (outcome: Outcome): OutcomeWords => ({ title: t(outcome.is), ...sayOf(outcome) })
