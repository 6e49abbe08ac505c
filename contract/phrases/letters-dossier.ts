/** Letters: dossiers of public services. */
import { defineLetters } from './letter-form.ts'

const action = { label: { vi: 'Xem hồ sơ', en: 'See the dossier' }, to: '/app/dossiers' } as const
const agree = { label: { vi: 'Xem và trả lời', en: 'Look and answer' }, to: '/app/agree' } as const

const agreements = {
  label: { vi: 'Xem những việc đã đồng ý', en: 'See your agreements' },
  to: '/app/agree',
} as const

export const dossierLetters = defineLetters({
  'dossier-filed': {
    kind: 'dossier',
    sms: {
      vi: 'Đã nhận hồ sơ {reference}. Hạn trả: {due}.',
      en: 'Dossier {reference} has come in. It is due {due}.',
    },
    title: { vi: 'Đã nộp: {title}', en: 'Filed: {title}' },
    text: {
      vi: 'Hồ sơ {reference} ({title}) đã đến {office}. Hạn trả kết quả: {due}. Bạn không phải làm gì; có bước mới chúng tôi báo ngay.',
      en: 'Dossier {reference} ({title}) has come to {office}. It is due {due}. There is nothing you must do; you hear of each new step.',
    },
    action,
  },
  'dossier-filed-waits': {
    kind: 'dossier',
    sms: {
      vi: 'Đã nộp hồ sơ {reference}. Đang chờ {count} người đồng ý.',
      en: 'Dossier {reference} is filed. It waits for {count} to agree.',
    },
    title: { vi: 'Đã nộp, chờ đồng ý: {title}', en: 'Filed, waits for agreement: {title}' },
    text: {
      vi: 'Hồ sơ {reference} ({title}) đã nộp và đang chờ {count} người đồng ý. Họ đã được báo. Thời hạn giải quyết tính từ khi người cuối cùng đồng ý.',
      en: 'Dossier {reference} ({title}) is filed and waits for {count} to agree. They were told. The time limit begins when the last of them has agreed.',
    },
    action,
  },
  'dossier-consent-asked': {
    kind: 'todo',
    sms: {
      vi: 'Có hồ sơ cần bạn trả lời trước {until}. Mở ứng dụng, mục Đồng ý.',
      en: 'A dossier needs your answer by {until}. Open the app, under Agree.',
    },
    title: { vi: 'Cần bạn đồng ý: {title}', en: 'Your agreement is asked for: {title}' },
    text: {
      vi: 'Có người nộp hồ sơ ({title}) cần bạn đồng ý. Hãy mở ứng dụng để xem ai hỏi và hỏi điều gì, rồi trả lời trước {until}. Không trả lời thì hồ sơ không đi tiếp.',
      en: 'Somebody filed a dossier ({title}) that needs your agreement. Open the app to see who asks and for what, and answer by {until}. Without an answer the dossier does not go on.',
    },
    action: agree,
  },
  'dossier-consent-on-paper': {
    kind: 'security',
    sms: {
      vi: '{office} ghi bạn đã đồng ý trên giấy, hồ sơ {reference}. Không phải bạn ký? Báo ngay cơ quan này.',
      en: '{office} noted your agreement on paper, dossier {reference}. Not you? Tell this office now.',
    },
    title: { vi: 'Đã ghi bạn đồng ý trên giấy', en: 'Your agreement on paper was noted' },
    text: {
      vi: '{office} đã ghi rằng bạn đồng ý trên giấy với hồ sơ {reference} ({title}) của người khác. Nếu đúng, bạn không phải làm gì. Nếu bạn không ký giấy đó, hãy báo ngay cho {office} và nêu mã hồ sơ, trước khi hồ sơ được giải quyết.',
      en: '{office} has noted that you agreed on paper to dossier {reference} ({title}) of somebody else. If you did, there is nothing you must do. If you did not sign it, tell {office} at once and give the dossier’s code, before the dossier is decided.',
    },
    action: agreements,
  },
  'dossier-consent-given': {
    kind: 'dossier',
    sms: {
      vi: 'Hồ sơ {reference}: mọi người đã đồng ý. Hạn trả: {due}.',
      en: 'Dossier {reference}: everybody has agreed. It is due {due}.',
    },
    title: { vi: 'Mọi người đã đồng ý', en: 'Everybody has agreed' },
    text: {
      vi: 'Mọi người được hỏi đã đồng ý với hồ sơ {reference} ({title}). Thời hạn bắt đầu tính; hạn trả: {due}.',
      en: 'Everybody who was asked has agreed to dossier {reference} ({title}). The time limit begins; it is due {due}.',
    },
    action,
  },
  'dossier-consent-refused': {
    kind: 'dossier',
    sms: {
      vi: 'Hồ sơ {reference}: có người không đồng ý, hồ sơ dừng lại.',
      en: 'Dossier {reference}: somebody did not agree. It has ended.',
    },
    title: { vi: 'Có người không đồng ý', en: 'Somebody did not agree' },
    text: {
      vi: 'Có người không đồng ý với hồ sơ {reference} ({title}), nên hồ sơ dừng lại. Dữ liệu của bạn không thay đổi; bạn có thể trao đổi với họ rồi nộp lại.',
      en: 'Somebody did not agree to dossier {reference} ({title}), so it has ended. Your data are as before; you can talk to them and file again.',
    },
    action,
  },
  'dossier-consents-lapsed': {
    kind: 'dossier',
    sms: {
      vi: 'Hồ sơ {reference}: hết hạn chờ đồng ý, hồ sơ dừng lại.',
      en: 'Dossier {reference}: nobody agreed in time. It has ended.',
    },
    title: { vi: 'Hết hạn chờ đồng ý', en: 'The time to agree is over' },
    text: {
      vi: 'Còn người chưa trả lời về hồ sơ {reference} ({title}), nên hồ sơ dừng lại. Dữ liệu của bạn không thay đổi; bạn có thể nộp lại bất cứ lúc nào.',
      en: 'Somebody has not answered about dossier {reference} ({title}), so it has ended. Your data are as before; you can file it again at any time.',
    },
    action,
  },
  'dossier-received': {
    kind: 'dossier',
    sms: {
      vi: 'Hồ sơ {reference} được tiếp nhận. Hạn trả: {due}.',
      en: 'Dossier {reference} was received. It is due {due}.',
    },
    title: { vi: 'Hồ sơ được tiếp nhận: {title}', en: 'Received: {title}' },
    text: {
      vi: '{office} đã tiếp nhận hồ sơ {reference} ({title}). Hạn trả kết quả: {due}. Giấy tiếp nhận và hẹn trả nằm trong hồ sơ.',
      en: '{office} has received dossier {reference} ({title}). It is due {due}. The receipt stands with the dossier.',
    },
    action,
  },
  'dossier-not-received': {
    kind: 'dossier',
    sms: {
      vi: 'Hồ sơ {reference} không được tiếp nhận. Mở ứng dụng để xem lý do.',
      en: 'Dossier {reference} was not received. The app says why.',
    },
    title: { vi: 'Hồ sơ không được tiếp nhận: {title}', en: 'Not received: {title}' },
    text: {
      vi: '{office} không tiếp nhận hồ sơ {reference} ({title}). Lý do: {reason}. Bạn có thể nộp lại, hoặc khiếu nại trong hồ sơ.',
      en: '{office} did not receive dossier {reference} ({title}). The reason: {reason}. You can file it again, or object in the dossier.',
    },
    action,
  },
  'dossier-supplement-asked': {
    kind: 'todo',
    sms: {
      vi: 'Hồ sơ {reference} cần bạn bổ sung {count} điều trước {until}.',
      en: 'Dossier {reference}: {count} missing, to be sent by {until}.',
    },
    title: { vi: 'Cần bổ sung: {title}', en: 'Something is missing: {title}' },
    text: {
      vi: '{office} cần bạn gửi thêm {count} điều cho hồ sơ {reference} ({title}) trước {until}. Đây là tất cả; sẽ không hỏi thêm lần nữa. Thời hạn dừng lại trong lúc chờ bạn.',
      en: '{office} needs {count} more from you for dossier {reference} ({title}) by {until}. That is all; you will not be asked again. The time limit stands still until you answer.',
    },
    action,
  },
  'dossier-unanswered': {
    kind: 'dossier',
    sms: {
      vi: 'Hồ sơ {reference} dừng lại vì hết hạn bổ sung.',
      en: 'Dossier {reference} has ended: the time to send more is over.',
    },
    title: { vi: 'Hết hạn bổ sung hồ sơ', en: 'The time to send more is over' },
    text: {
      vi: 'Không nhận được phần bổ sung của hồ sơ {reference} nên hồ sơ dừng lại. Dữ liệu của bạn không thay đổi; bạn có thể nộp lại bất cứ lúc nào.',
      en: 'What was missing in dossier {reference} has not come, so it has ended. Your data are as before; you can file it again at any time.',
    },
    action,
  },
  'dossier-payment-asked': {
    kind: 'todo',
    sms: {
      vi: 'Hồ sơ {reference} cần nộp phí {amount} đồng.',
      en: 'Dossier {reference}: a fee of {amount} VND is to be paid.',
    },
    title: { vi: 'Cần nộp phí: {title}', en: 'A fee is to be paid: {title}' },
    text: {
      vi: 'Hồ sơ {reference} ({title}) cần nộp {amount} đồng tại {office}. Thời hạn dừng lại cho đến khi nộp.',
      en: 'Dossier {reference} ({title}) costs {amount} VND, to be paid at {office}. The time limit stands still until then.',
    },
    action,
  },
  'dossier-paused': {
    kind: 'dossier',
    sms: {
      vi: 'Hồ sơ {reference} tạm dừng: {why}. Bạn không phải làm gì.',
      en: 'Dossier {reference} is paused: {why}. There is nothing to do.',
    },
    title: { vi: 'Hồ sơ tạm dừng: {title}', en: 'Paused: {title}' },
    text: {
      vi: '{office} tạm dừng thời hạn của hồ sơ {reference} ({title}): {why}. Bạn không phải làm gì; khi đi tiếp sẽ báo hạn mới.',
      en: '{office} has paused the time limit of dossier {reference} ({title}): {why}. There is nothing you must do; you hear the new day when it goes on.',
    },
    action,
  },
  'dossier-resumed': {
    kind: 'dossier',
    sms: {
      vi: 'Hồ sơ {reference} đi tiếp. Hạn trả mới: {due}.',
      en: 'Dossier {reference} goes on. It is due {due} now.',
    },
    title: { vi: 'Hồ sơ đi tiếp: {title}', en: 'It goes on: {title}' },
    text: {
      vi: '{office} tiếp tục giải quyết hồ sơ {reference} ({title}). Hạn trả mới: {due}.',
      en: '{office} goes on with dossier {reference} ({title}). It is due {due} now.',
    },
    action,
  },
  'dossier-returned': {
    kind: 'dossier',
    sms: {
      vi: 'Hồ sơ {reference} đã có kết quả. Mở ứng dụng để xem.',
      en: 'Dossier {reference}: the result is there. Open the app.',
    },
    title: { vi: 'Đã có kết quả: {title}', en: 'The result is there: {title}' },
    text: {
      vi: 'Hồ sơ {reference} ({title}) đã giải quyết xong: {result}. {after}',
      en: 'Dossier {reference} ({title}) is settled: {result}. {after}',
    },
    action,
  },
  'dossier-rejected': {
    kind: 'dossier',
    sms: {
      vi: 'Hồ sơ {reference} bị từ chối. Mở ứng dụng để xem lý do.',
      en: 'Dossier {reference} was refused. The app says why.',
    },
    title: { vi: 'Hồ sơ bị từ chối: {title}', en: 'Refused: {title}' },
    text: {
      vi: '{office} từ chối hồ sơ {reference} ({title}). Lý do: {reason}. Dữ liệu của bạn không thay đổi; bạn có thể khiếu nại trong hồ sơ hoặc nộp lại.',
      en: '{office} has refused dossier {reference} ({title}). The reason: {reason}. Your data are as before; you can object in the dossier, or file it again.',
    },
    action,
  },
  'dossier-withdrawn': {
    kind: 'dossier',
    sms: { vi: 'Đã rút hồ sơ {reference}.', en: 'Dossier {reference} was taken back.' },
    title: { vi: 'Đã rút hồ sơ: {title}', en: 'Taken back: {title}' },
    text: {
      vi: 'Hồ sơ {reference} ({title}) đã được rút. Dữ liệu của bạn không thay đổi; bạn có thể nộp lại bất cứ lúc nào.',
      en: 'Dossier {reference} ({title}) was taken back. Your data are as before; you can file it again at any time.',
    },
    action,
  },
  'dossier-overdue': {
    kind: 'dossier',
    sms: {
      vi: 'Xin lỗi, hồ sơ {reference} đã quá hạn; đã báo lãnh đạo đơn vị.',
      en: 'We are sorry: dossier {reference} is overdue. The head was told.',
    },
    title: { vi: 'Xin lỗi, hồ sơ của bạn đã quá hạn', en: 'We are sorry: your dossier is overdue' },
    text: {
      vi: 'Hồ sơ {reference} lẽ ra phải xong trước {due}. {office} xin lỗi bạn; việc này đã được báo lên lãnh đạo đơn vị và đứng đầu danh sách. Bạn không phải làm gì.',
      en: 'Dossier {reference} should have been settled by {due}. {office} apologises; the head of the office was told, and it stands on top of the list. There is nothing you must do.',
    },
    action,
  },
  'dossier-apologised': {
    kind: 'dossier',
    sms: {
      vi: 'Xin lỗi, hồ sơ {reference} trả chậm. Ngày trả mới: {due}.',
      en: 'We are sorry: dossier {reference} is late. The new day is {due}.',
    },
    title: { vi: 'Xin lỗi, hẹn lại ngày trả: {title}', en: 'We are sorry, a new day: {title}' },
    text: {
      vi: '{office} xin lỗi vì không kịp trả hồ sơ {reference} ({title}) vào {was}. Ngày trả mới: {due}. Thư xin lỗi nằm trong hồ sơ.',
      en: '{office} apologises: dossier {reference} ({title}) cannot be settled by {was}. The new day is {due}. The letter stands with the dossier.',
    },
    action,
  },
})

export const pauseWords = {
  consultation: { vi: 'chờ cơ quan khác trả lời', en: 'another agency was asked' },
  other: { vi: 'có lý do theo luật', en: 'for a reason of law' },
} as const
