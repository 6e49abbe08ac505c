/**
 * What becomes of a person's data when she closes her account, by kind: what goes at once, and what is kept,
 * why, and until when. The page, the letter and the tables speak of the same kinds: modules name one for each
 * of their tables (`server/kernel/keeping.ts`), how long is a policy (`server/kernel/kept.ts`).
 */
import { z } from 'zod'
import { moment } from './values.ts'

export interface Words {
  readonly vi: string
  readonly en: string
}

/** Deleted with the account. */
export const goneKinds = {
  devices: {
    vi: 'Mọi máy đã gắn, mã PIN, mật khẩu, mã khoá trên giấy',
    en: 'Every bound device, passcodes, the password, the lock code on paper',
  },
  contact: {
    vi: 'Số điện thoại và e-mail; người khác đăng ký được số đó',
    en: 'Phone and e-mail; the number is free for somebody else',
  },
  number: {
    vi: 'Số định danh trong tài khoản; chỉ còn một dấu vết mã hoá để sau này nhận ra cùng một người',
    en: 'Your personal number in the account; a keyed fingerprint stays, so that you are the same person later',
  },
  sessions: {
    vi: 'Mọi phiên đăng nhập và đồng ý chia sẻ; các dịch vụ được báo. Những gì nơi đó đã nhận vẫn ở chỗ họ',
    en: 'Every sign-in and agreement to share; the services are told. What they received before stays with them',
  },
  documents: {
    vi: 'Giấy tờ đã thêm vào ví; cơ quan cấp vẫn giữ bản của họ',
    en: 'Documents that you added to the wallet; the agencies keep their own',
  },
  drafts: {
    vi: 'Bản nháp thủ tục chưa nộp, kèm ảnh giấy tờ trong đó',
    en: 'Drafts of services that were not filed, with the pictures in them',
  },
  relatives: {
    vi: 'Liên kết với người thân tin cậy, cả hai phía; họ được báo. Thư họ đã nhận vẫn là của họ',
    en: 'Ties to trusted relatives, both ways; they are told. Letters that they received stay theirs',
  },
} as const satisfies Record<string, Words>
export type GoneKind = keyof typeof goneKinds

interface KeptWords {
  readonly what: Words
  readonly why: Words
}

/** Kept for a while, and then erased; where there is no end, `why` says it. */
export const keptKinds = {
  passing: {
    what: {
      vi: 'Mã đã dùng, thao tác dang dở, câu trả lời lưu để gửi lại',
      en: 'Used codes, steps begun, answers kept to be sent again',
    },
    why: { vi: 'tự xoá, nhiều nhất 30 ngày', en: 'they lapse by themselves, within 30 days' },
  },
  offices: {
    what: {
      vi: 'Sổ của cán bộ: họ đã tra cứu ai, ai đã gọi tổng đài',
      en: "Officers' own books: whom they looked up, who called the hotline",
    },
    why: { vi: 'để kiểm tra cán bộ (quy định vận hành)', en: "to check officers' work (operator policy)" },
  },
  letters: {
    what: { vi: 'Thư đã gửi cho bạn', en: 'Letters sent to you' },
    why: {
      vi: 'bằng chứng bạn đã được báo, khi còn khởi kiện được (Luật 93/2015/QH13, Điều 116)',
      en: 'proof that you were told, while a decision can be sued over (Law 93/2015/QH13 art. 116)',
    },
  },
  consents: {
    what: {
      vi: 'Bạn đã đồng ý điều gì, khi nào: với dịch vụ, tại quầy, khi được giúp',
      en: 'What you agreed to and when: with services, at a counter, when you were helped',
    },
    why: {
      vi: 'phải chứng minh được (Luật 91/2025/QH15) khi còn đòi bồi thường được (Bộ luật Dân sự, Điều 588)',
      en: 'consent must be provable (Law 91/2025/QH15) while damages can be claimed (Civil Code art. 588)',
    },
  },
  use: {
    what: {
      vi: 'Nhật ký ai đã xem dữ liệu của bạn; lịch sử khoá, đóng và đại diện',
      en: 'The log of who looked at your data; when it was locked and closed, who acted for you',
    },
    why: { vi: 'Nghị định 69/2024/NĐ-CP, Điều 17 khoản 2', en: 'Decree 69/2024/ND-CP art. 17(2)' },
  },
  cases: {
    what: {
      vi: 'Hồ sơ đã giải quyết, kèm giấy tờ và ảnh',
      en: 'Decided cases, with their papers and pictures',
    },
    why: {
      vi: 'hồ sơ công việc của cơ quan (quy định vận hành, chờ bảng thời hạn lưu trữ)',
      en: "an authority's records (operator policy until there is an archive schedule)",
    },
  },
  account: {
    what: {
      vi: 'Việc bạn từng có tài khoản, mức và ngày; không kèm tên, số hay địa chỉ nào',
      en: 'That there was an account, its level and dates; no name, number or address with it',
    },
    why: {
      vi: 'thông tin tài khoản lưu vĩnh viễn (Nghị định 59/2022/NĐ-CP, Điều 21)',
      en: 'account information is permanent (Decree 59/2022/ND-CP art. 21)',
    },
  },
} as const satisfies Record<string, KeptWords>
export type KeptKind = keyof typeof keptKinds
const kept = Object.keys(keptKinds) as KeptKind[]

const words = z.object({ vi: z.string(), en: z.string() })
/** What goes with the account; then what is kept, why, and until when at the latest (null: no end). */
export const afterClosing = z.object({
  gone: z.array(words),
  kept: z.array(z.object({ kind: z.enum(kept), what: words, why: words, until: moment.nullable() })),
})
