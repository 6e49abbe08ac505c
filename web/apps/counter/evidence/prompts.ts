// What the officer says to the citizen at each step, in words for anybody; shown large at the citizen's
// screen and said aloud on request.
import type { Said as Prompt } from '../screen/desk-channel.ts'
import type { FingerName } from '../devices/finger-source.ts'

export const cardPrompt: Prompt = {
  vi: 'Mời bạn đặt thẻ căn cước lên máy đọc và giữ yên.',
  en: 'Please lay your identity card on the reader and leave it there.',
}
export const contactPrompt: Prompt = {
  vi: 'Mời bạn đọc số điện thoại của chính mình. Chúng tôi gửi một mã tới số đó.',
  en: 'Please tell us your own phone number. We will send a code to it.',
}
export const codePrompt: Prompt = {
  vi: 'Mời bạn đọc mã sáu số vừa tới điện thoại. Chỉ đọc ở quầy này, không đọc cho ai qua điện thoại.',
  en: 'Please read out the six digits that have just arrived. Only here, never to a caller.',
}
export const portraitPrompt: Prompt = {
  vi: 'Mời bạn nhìn thẳng vào máy ảnh, bỏ kính râm và khẩu trang.',
  en: 'Please look straight into the camera, without sunglasses or a mask.',
}
export const documentsPrompt: Prompt = {
  vi: 'Bạn muốn thêm giấy tờ nào vào điện thoại? Không bắt buộc, thêm sau cũng được.',
  en: 'Which documents would you like on your phone? None is needed; later is fine too.',
}
export const consentPrompt: Prompt = {
  vi: 'Mời bạn đọc màn hình trước mặt và tự bấm câu trả lời.',
  en: 'Please read the screen in front of you and press your own answer.',
}
export const donePrompt: Prompt = {
  vi: 'Xong rồi. Kết quả được báo qua tin nhắn. Cảm ơn bạn.',
  en: 'That is all. The result comes by text message. Thank you.',
}

const vi: Record<FingerName, string> = {
  'right-thumb': 'ngón cái phải',
  'right-index': 'ngón trỏ phải',
  'right-middle': 'ngón giữa phải',
  'right-ring': 'ngón nhẫn phải',
  'right-little': 'ngón út phải',
  'left-thumb': 'ngón cái trái',
  'left-index': 'ngón trỏ trái',
  'left-middle': 'ngón giữa trái',
  'left-ring': 'ngón nhẫn trái',
  'left-little': 'ngón út trái',
}
export const fingerPrompt = (finger: FingerName): Prompt => ({
  vi: `Mời bạn đặt ${vi[finger]} lên máy. Ấn nhẹ, giữ 2 giây.`,
  en: `Please lay your ${finger.replace('-', ' ')}${finger.endsWith('thumb') ? '' : ' finger'} on the scanner. Press gently for 2 seconds.`,
})
