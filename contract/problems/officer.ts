/** Refusals at the counter. */
import { defineProblems } from './shape.ts'

export const officerProblems = defineProblems({
  'officer.ticket-spent': {
    status: 410,
    vi: 'Vé vào này đã dùng hoặc hết hạn. Không có gì thay đổi; xin người quản trị cấp vé mới hoặc đăng nhập bằng khoá truy cập.',
    en: 'This ticket was used or has lapsed. Nothing changed; ask the administrator for a new one, or sign in with your passkey.',
  },
  'officer.passkey-asked': {
    status: 409,
    vi: 'Bạn đã có khoá truy cập nên vé không mở quầy. Vé chưa bị dùng; hãy đăng nhập bằng khoá truy cập, hoặc báo người quản trị là đã mất khoá.',
    en: 'You have a passkey, so a ticket does not open the counter. The ticket is not used; sign in with your passkey, or tell the administrator that you lost it.',
  },
  'officer.passkey-first': {
    status: 403,
    vi: 'Bạn đã có khoá truy cập, nên phải xác nhận bằng khoá đó trước khi thêm khoá khác. Chưa có khoá nào được thêm; hãy bấm xác nhận rồi làm lại.',
    en: 'You have a passkey, so confirm with it before you add another. No key was added; confirm and try again.',
  },
  'officer.persons-spent': {
    status: 429,
    vi: 'Trong giờ này bạn đã mở dữ liệu của {most} người, là mức tối đa của một cán bộ; người phụ trách đã được báo. Việc đang làm dở vẫn giữ nguyên và làm tiếp được; người mới xin chờ {wait}, hoặc nhờ đồng nghiệp.',
    en: 'You have opened {most} people in this hour, the most that one officer may; your supervisor has been told. What you have begun stands and goes on; for somebody new wait {wait}, or ask a colleague.',
  },
  'officer.passkey-refused': {
    status: 422,
    vi: 'Khoá truy cập không được chấp nhận. Không có gì thay đổi; thử lại trên đúng thiết bị của bạn.',
    en: 'The passkey was not accepted. Nothing changed; try again on your own device.',
  },
})
