// What to do about the finger that was tried last.
import { fingerprint } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { fingerWords, type FingerName } from '../devices/finger-source.ts'
import { adviceOf, type FingerResult } from './finger-result.ts'

const t = phrases({
  blurred: {
    vi: '**{finger} còn mờ** ({quality}/40). Lau khô, ấn nhẹ rồi thử lại. Còn {n} lần, sau đó ghi ngoại lệ.',
    en: '**{finger} is faint** ({quality}/40). Dry it, press gently, try again. {n} tries left, then an exception.',
  },
  spent: {
    vi: '{finger} đã hết lượt lấy mà chưa đọc được. Ghi ngoại lệ “mòn” nếu vân mòn.',
    en: 'The tries of {finger} are used and it was not readable. Note it as worn when the ridges are.',
  },
  differs: {
    vi: '{finger} đọc rõ nhưng không phải của người này trong cơ sở dữ liệu.',
    en: "{finger} was read well but is not this person's in the register.",
  },
})

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** What to do about the finger that was tried last. */
export const PrintAdvice = ({ result, finger }: { result: FingerResult | undefined; finger: FingerName }) => {
  const name = upper(fingerWords(finger))
  const advice = adviceOf(result)
  if (!advice || !result) {
    return null
  }
  const words = t(advice, { finger: name, quality: result.quality, n: result.triesLeft })
  const [before = '', strong = '', after = ''] = words.split('**')
  return (
    <Notice tone={advice === 'differs' ? 'danger' : 'warn'} icon={fingerprint}>
      {before}
      {strong && <b>{strong}</b>}
      {after}
    </Notice>
  )
}
