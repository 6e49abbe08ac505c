// What the citizen agrees to when she registers at level 2.
import { phrases } from '../../../ui/phrases.ts'
import type { QuestionParams, QuestionWords } from '../shell/question.ts'
import { documentWords, isDocumentKind } from '../words/document-words.ts'

const level2 = phrases({
  check: {
    vi: 'Thẻ, khuôn mặt và vân tay của bạn được so với cơ sở dữ liệu căn cước. Ảnh vân tay gốc không được giữ lại.',
    en: 'Your card, face and fingerprints are compared with the identity database. Raw fingerprint images are not kept.',
  },
  account: {
    vi: 'Tài khoản mức 2 đứng tên bạn. Mọi cơ quan có thể nhận nó thay cho thẻ căn cước.',
    en: 'A level-2 account is yours. Offices may accept it in place of the card.',
  },
  phone: {
    vi: 'Số {phone} nhận mã và thông báo. Ai giữ số này có thể nhận mã của bạn.',
    en: 'Codes and notices go to {phone}. Whoever holds this number can receive your codes.',
  },
  documents: { vi: 'Giấy tờ bạn muốn tích hợp: {documents}.', en: 'Documents you want to add: {documents}.' },
  look: {
    vi: 'Bạn xem được ai đã xem dữ liệu của mình, và khoá tài khoản bất cứ lúc nào.',
    en: 'You can see who looked at your data, and lock the account at any time.',
  },
  due: {
    vi: 'Kết quả chậm nhất sau 3 ngày làm việc, báo qua tin nhắn.',
    en: 'The result comes within 3 working days, by text message.',
  },
})

/** `driving-licence AB 123; education 77` → `giấy phép lái xe (AB 123), văn bằng, chứng chỉ (77)` */
const documentsInWords = (documents: string): string =>
  documents
    .split('; ')
    .map((document) => {
      const [kind = '', ...key] = document.split(' ')
      return isDocumentKind(kind) ? `${documentWords(kind)} (${key.join(' ')})` : document
    })
    .join(', ')

const level2Items = ({ phone, documents }: QuestionParams): string[] => [
  level2('check'),
  level2('account'),
  ...(phone ? [level2('phone', { phone })] : []),
  ...(documents ? [level2('documents', { documents: documentsInWords(documents) })] : []),
  level2('look'),
  level2('due'),
]

export const level2Question: QuestionWords = {
  title: {
    vi: 'Bạn đồng ý đăng ký tài khoản định danh mức 2?',
    en: 'Do you agree to register a level-2 identity account?',
  },
  follows: level2Items,
}
