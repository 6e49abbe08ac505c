/** Petitions (Decree 118/2025/ND-CP). */
import { definePurposes } from './shape.ts'

export const petitionPurposes = definePurposes({
  'petition-sent': {
    vi: 'Gửi phản ánh, kiến nghị',
    en: 'You sent a petition',
    family: 'self',
    fields: [],
  },
  'petition-view': {
    vi: 'Cán bộ mở phản ánh, kiến nghị của bạn',
    en: 'An officer opened your petition',
    family: 'office',
    fields: ['fullName'],
  },
  'petition-answered': {
    vi: 'Trả lời phản ánh, kiến nghị của bạn',
    en: 'Your petition was answered',
    family: 'office',
    fields: ['fullName'],
  },
  'petition-forwarded': {
    vi: 'Chuyển phản ánh, kiến nghị của bạn đến cơ quan có thẩm quyền',
    en: 'Your petition was handed to the competent office',
    family: 'office',
    fields: ['fullName'],
  },
})
