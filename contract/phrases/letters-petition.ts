/** Letters: petitions. */
import { defineLetters } from './letter-form.ts'

const action = { label: { vi: 'Xem phản ánh', en: 'See the petition' }, to: '/app/petitions' } as const

export const petitionLetters = defineLetters({
  'petition-opened': {
    kind: 'dossier',
    sms: {
      vi: 'Đã nhận phản ánh {reference}. Trả lời trước ngày {due}.',
      en: 'We have your petition {reference}. You hear by {due}.',
    },
    title: { vi: 'Đã nhận phản ánh của bạn', en: 'We have your petition' },
    text: {
      vi: 'Phản ánh {reference} về {topic} đã đến {office}. Cơ quan trả lời trước ngày {due}. Bạn không phải làm gì.',
      en: 'Your petition {reference} about {topic} has come to {office}. The office answers by {due}. There is nothing you must do.',
    },
    action,
  },
  'petition-forwarded': {
    kind: 'dossier',
    sms: {
      vi: 'Phản ánh {reference} đã chuyển đến {office}. Hạn trả lời không đổi.',
      en: 'Petition {reference} went to {office}. You hear by the same day.',
    },
    title: { vi: 'Phản ánh của bạn đã chuyển đúng nơi', en: 'Your petition went to the right office' },
    text: {
      vi: 'Phản ánh {reference} thuộc thẩm quyền của {office} và đã được chuyển đến đó. Hạn trả lời vẫn là ngày {due}. Phản ánh chỉ được chuyển một lần; bạn không phải gửi lại.',
      en: 'Your petition {reference} is for {office} to answer and was handed over. You still hear by {due}. It is handed over once only; there is no need to send it again.',
    },
    action,
  },
  'petition-answered': {
    kind: 'dossier',
    sms: {
      vi: 'Phản ánh {reference} đã có trả lời của {office}.',
      en: 'Petition {reference} is answered by {office}.',
    },
    title: { vi: 'Phản ánh của bạn đã có trả lời', en: 'Your petition is answered' },
    text: {
      vi: '{office} đã trả lời phản ánh {reference} về {topic}. Bạn đọc và tải văn bản trả lời trong ứng dụng, và cho biết câu trả lời có giúp được bạn không.',
      en: '{office} has answered your petition {reference} about {topic}. Read it and take the paper along in the app, and say whether it helped.',
    },
    action,
  },
  'petition-overdue': {
    kind: 'dossier',
    sms: {
      vi: 'Xin lỗi, phản ánh {reference} đã quá hạn trả lời; đã báo lãnh đạo đơn vị.',
      en: 'We are sorry: petition {reference} is overdue. The head of the office was told.',
    },
    title: { vi: 'Xin lỗi, phản ánh của bạn đã quá hạn', en: 'We are sorry: your petition is overdue' },
    text: {
      vi: 'Phản ánh {reference} lẽ ra phải được trả lời trước ngày {due}. {office} xin lỗi bạn; việc này đứng đầu danh sách của đơn vị. Bạn không phải làm gì.',
      en: 'Petition {reference} should have been answered by {due}. {office} apologises; it stands on top of the office’s list. There is nothing you must do.',
    },
    action,
  },
})

export const topicWords = {
  'public-order': { vi: 'an ninh, trật tự', en: 'public order' },
  environment: { vi: 'môi trường, tiếng ồn', en: 'the environment and noise' },
  roads: { vi: 'đường sá, điện, nước', en: 'roads, power and water' },
  procedures: { vi: 'thủ tục hành chính', en: 'procedures at offices' },
  'officer-conduct': { vi: 'thái độ của cán bộ', en: 'the conduct of an officer' },
  land: { vi: 'đất đai, xây dựng', en: 'land and building' },
  health: { vi: 'y tế, an toàn thực phẩm', en: 'health and food' },
  schools: { vi: 'trường học', en: 'schools' },
  other: { vi: 'việc khác', en: 'something else' },
} as const
