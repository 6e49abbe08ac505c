// What the citizen's own screen says while nothing is asked there, in both languages: she may read another
// one than the helper.
import type { Said } from '../screen/desk-channel.ts'
import type { Session } from '../words/assist-words.ts'

export const welcome: Said = {
  vi: 'Xin chào. Điều cần bạn đồng ý sẽ hiện ở đây.',
  en: 'Welcome. What needs your agreement will appear here.',
}
const open: Said = {
  vi: 'Người hỗ trợ đang giúp bạn. Mỗi việc đều hỏi bạn trước.',
  en: 'A helper is with you. You are asked before each act.',
}
const done: Said = {
  vi: 'Đã làm xong việc bạn vừa đồng ý. Biên nhận được gửi tới bạn.',
  en: 'What you agreed to is done. A receipt comes to you.',
}
const ended: Said = {
  vi: 'Phiên hỗ trợ đã kết thúc. Cảm ơn bạn.',
  en: 'The session of help has ended. Thank you.',
}

export const saidOf = ({ state, acts }: Session): Said =>
  state === 'ended' ? ended : state !== 'open' ? welcome : acts.at(-1)?.state === 'done' ? done : open
