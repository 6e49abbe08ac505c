/** Letters: sharing documents with registered parties. */
import { defineLetters } from './letter-form.ts'

const shared = { label: { vi: 'Xem đã chia sẻ', en: 'See what I shared' }, to: '/app/share' } as const

export const sharingLetters = defineLetters({
  'sharing-asked': {
    kind: 'todo',
    sms: {
      vi: '{party} hỏi giấy tờ của bạn. Mở ứng dụng để xem.',
      en: '{party} asks for documents of yours. Open the app to see.',
    },
    title: { vi: 'Một nơi hỏi giấy tờ của bạn', en: 'You are asked for documents' },
    text: {
      vi: '{party} gửi tới bạn một yêu cầu giấy tờ, để: {purpose}. Chưa có gì được gửi đi. Mở ứng dụng trước {until} để xem họ hỏi những gì rồi đồng ý hoặc từ chối. Nếu bạn không làm việc gì với nơi này, hãy bấm báo trong yêu cầu đó.',
      en: '{party} has sent you a request for documents, for: {purpose}. Nothing was sent. Open the app by {until} to see what they ask for and say yes or no. If you have nothing to do with them, report it there.',
    },
    action: { label: { vi: 'Xem yêu cầu', en: 'See the request' }, to: '/app/share' },
  },
  'sharing-undeliverable': {
    kind: 'news',
    sms: {
      vi: '{party} không nhận được giấy tờ bạn chia sẻ.',
      en: '{party} did not receive what you shared.',
    },
    title: { vi: 'Nơi hỏi không nhận được giấy tờ', en: 'What you shared did not arrive' },
    text: {
      vi: 'Bạn đã đồng ý chia sẻ giấy tờ với {party}, để: {purpose}. Máy chủ của họ không nhận, nên phần đã chuẩn bị được xoá và họ không có gì. Nếu vẫn cần, hãy nhờ họ gửi yêu cầu mới.',
      en: 'You agreed to share documents with {party}, for: {purpose}. Their server did not take it, so what was prepared is erased and they have nothing. If you still need it, ask them for a new request.',
    },
    action: shared,
  },
  'sharing-wish-answered': {
    kind: 'news',
    sms: { vi: '{party} đã trả lời: {answer}', en: '{party} has answered: {answer}' },
    title: { vi: 'Nơi nhận giấy tờ đã trả lời bạn', en: 'Whoever has your documents has answered' },
    text: {
      vi: '{party} trả lời yêu cầu của bạn về giấy tờ đã chia sẻ để: {purpose}. Yêu cầu: {wish}. Trả lời: {answer} {law}',
      en: '{party} has answered about what you shared for: {purpose}. You wished: {wish}. Their answer: {answer} {law}',
    },
    action: shared,
  },
  'sharing-wish-overdue': {
    kind: 'todo',
    sms: {
      vi: '{party} chưa trả lời bạn đúng hạn. Đã báo người vận hành.',
      en: '{party} did not answer you in time. The operator was told.',
    },
    title: { vi: 'Nơi nhận giấy tờ trả lời trễ hạn', en: 'Whoever has your documents is late' },
    text: {
      vi: '{party} phải trả lời yêu cầu “{wish}” của bạn trước ngày {due} và chưa trả lời. Chúng tôi đã báo người vận hành và vẫn nhắc họ mỗi ngày. Bạn có thể liên hệ thẳng nơi phụ trách dữ liệu của họ: {contact}.',
      en: '{party} had to answer your wish “{wish}” by {due} and has not. We have told the operator and go on reminding them every day. You can reach whoever answers for data there yourself: {contact}.',
    },
    action: shared,
  },
})

export const wishWords = {
  withdraw: { vi: 'rút lại đồng ý', en: 'to take your agreement back' },
  erase: { vi: 'xoá giấy tờ đã chia sẻ', en: 'to erase what you shared' },
} as const
export const wishAnswerWords = {
  'withdraw done': { vi: 'đã dừng dùng dữ liệu của bạn.', en: 'they have stopped using your data.' },
  'withdraw kept': { vi: 'vẫn phải giữ theo luật.', en: 'they must keep it by law.' },
  'erase done': { vi: 'đã xoá.', en: 'it is erased.' },
  'erase kept': { vi: 'vẫn phải giữ theo luật.', en: 'they must keep it by law.' },
} as const
