/** Refusals around the file of all that is held of a person. */
import { defineProblems } from './shape.ts'

export const ownDataProblems = defineProblems({
  'own-data.not-sealed': {
    status: 422,
    vi: 'Tệp này không phải tệp dữ liệu của bạn do hệ thống ký, hoặc đã bị sửa. Không có gì được in; hãy tải tệp mới rồi thử lại.',
    en: 'This is not the file of your data as the system signed it, or it was changed. Nothing was printed; download it anew and try again.',
  },
})
