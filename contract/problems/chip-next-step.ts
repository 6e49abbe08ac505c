/**
 * What to do about a chip that is refused: read it again, do not trust this card, or let the operator mend
 * the list of authorities.
 */
import type { ProblemEntry } from './shape.ts'

export const again = (vi: string, en: string): ProblemEntry => ({
  status: 422,
  vi: `${vi} Chưa có gì được lưu; đặt thẻ lên đầu đọc và đọc lại.`,
  en: `${en} Nothing was stored; put the card on the reader and read it again.`,
})
export const distrust = (vi: string, en: string): ProblemEntry => ({
  status: 422,
  vi: `${vi} Chưa có gì được lưu; không dùng dữ liệu của chip này, xem thẻ in và báo trưởng ca.`,
  en: `${en} Nothing was stored; do not use what this chip says, look at the printed card and tell the shift lead.`,
})
export const operator = (vi: string, en: string): ProblemEntry => ({
  status: 422,
  vi: `${vi} Chưa có gì được lưu; báo người vận hành xem lại danh sách cơ quan cấp chứng thư.`,
  en: `${en} Nothing was stored; ask the operator to look at the list of signing authorities.`,
})
