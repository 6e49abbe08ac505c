/** The words of an office's answer to a petition. */
export const answerWords = {
  title: 'VĂN BẢN TRẢ LỜI PHẢN ÁNH, KIẾN NGHỊ',
  code: 'Mã phản ánh: {code}',
  to: 'Kính gửi',
  nobody: 'Người gửi phản ánh',
  about: 'Về việc',
  received: 'Nhận lúc',
  question: 'Nội dung phản ánh',
  answer: 'Trả lời của cơ quan',
  article: 'Căn cứ',
  next: 'Nếu chưa đồng ý với trả lời này, bạn có thể gửi phản ánh mới hoặc khiếu nại theo Luật Khiếu nại.',
  foot: 'Phản ánh {code}',
} as const
