// What an officer does about a case that the server refused when it was sent: one next step for each kind of
// refusal.
import { phrases } from '../../../ui/phrases.ts'

const table = {
  chip: {
    vi: 'Mời người dân quay lại với thẻ và đọc lại; nếu chip vẫn bị từ chối, làm hồ sơ cấp đổi thẻ.',
    en: 'Ask the person to come back with the card and read it again; if it is still refused, take an application for a new card.',
  },
  incomplete: {
    vi: 'Mở hồ sơ, làm nốt bước còn thiếu rồi gửi. Các bước đã xong vẫn được giữ.',
    en: 'Open the case, do the step that is missing and send it. The finished steps are kept.',
  },
  code: {
    vi: 'Mở hồ sơ, gửi mã mới tới số máy của người dân và nhập mã.',
    en: "Open the case, send a new code to the person's phone and enter it.",
  },
  ask: {
    vi: 'Mạng chỉ mất ít phút nên máy chủ cần câu trả lời trực tiếp. Mở hồ sơ và hỏi người dân trên màn hình phụ.',
    en: "The line was down for minutes only, so the server wants the answer itself. Open the case and ask on the citizen's screen.",
  },
  permit: {
    vi: 'Nhiệm vụ của bạn ở đơn vị này đã đổi hoặc hết hạn. Báo trưởng ca; hồ sơ vẫn nằm ở đây.',
    en: 'Your mandate at this office has changed or ended. Tell the shift lead; the case stays here.',
  },
  decided: {
    vi: 'Hồ sơ đã được quyết định ở nơi khác. Mở ra xem kết quả, rồi bỏ mục này.',
    en: 'The case was decided elsewhere. Open it to see the result, then discard this entry.',
  },
  other: {
    vi: 'Mở hồ sơ để xem máy chủ đang ghi gì, sửa rồi gửi lại.',
    en: 'Open the case to see what the server has, put it right and send it again.',
  },
} as const
const t = phrases(table)

const kinds: readonly (readonly [RegExp, keyof typeof table])[] = [
  [/^chip\./, 'chip'],
  [/not-offline/, 'ask'],
  [/incomplete|missing|not-yet|consent/, 'incomplete'],
  [/^code\./, 'code'],
  [/^permit\./, 'permit'],
  [/decided|already|closed/, 'decided'],
]

export const adviceFor = (code: string): string =>
  t(kinds.find(([pattern]) => pattern.test(code))?.[1] ?? 'other')
