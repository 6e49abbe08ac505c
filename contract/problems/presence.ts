/**
 * Refusals of presence. Our pages do the work again by themselves and are told of them only when that was in
 * vain.
 */
import { defineProblems } from './shape.ts'

export const presenceProblems = defineProblems({
  'presence.missing': {
    status: 400,
    vi: 'Trang này chưa kịp chuẩn bị để gửi mã. Chưa có mã nào được gửi; hãy tải lại trang rồi bấm gửi lần nữa.',
    en: 'This page was not ready to send a code. No code was sent; reload the page and send again.',
  },
  'presence.wrong': {
    status: 400,
    vi: 'Trang này chưa chuẩn bị xong để gửi mã. Chưa có mã nào được gửi; hãy tải lại trang rồi bấm gửi lần nữa, hoặc gọi tổng đài, đến quầy gần bạn.',
    en: 'This page did not get ready to send a code. No code was sent; reload the page and send again, or call the hotline or go to a counter near you.',
  },
  'presence.used': {
    status: 409,
    vi: 'Lần gửi này đã được dùng cho một mã khác. Không có mã nào được gửi thêm; hãy bấm gửi lần nữa.',
    en: 'This was used for another code already. No further code was sent; send again.',
  },
  'presence.expired': {
    status: 409,
    vi: 'Trang này mở đã lâu hoặc đang có nhiều người xin mã. Chưa có mã nào được gửi; hãy bấm gửi lần nữa, hoặc gọi tổng đài, đến quầy gần bạn.',
    en: 'This page has been open for long, or many people are asking for codes. No code was sent; send again, or call the hotline or go to a counter near you.',
  },
})
