// Copies a value and says so for a moment, in its own words, so that a screen reader hears it too.
import { Status } from '../ui/attention.tsx'
import './copy-button.css'
import { useState } from 'preact/hooks'
import { check, copy, Icon } from '../ui/icons.tsx'
import { phrases } from '../ui/phrases.ts'

const t = phrases({
  copy: { vi: 'Chép {what}', en: 'Copy {what}' },
  copied: { vi: 'Đã chép', en: 'Copied' },
  refused: {
    vi: 'Trình duyệt không cho chép. Chọn chữ rồi nhấn Ctrl C.',
    en: 'The browser refused. Select the text and press Ctrl C.',
  },
})

export const CopyButton = ({ value, what }: { value: string; what: string }) => {
  const [told, setTold] = useState('')
  const copyIt = async () => {
    try {
      await navigator.clipboard.writeText(value)
      setTold(t('copied'))
    } catch {
      setTold(t('refused'))
    }
    setTimeout(() => setTold(''), 2000)
  }
  return (
    <span class="copy">
      <button type="button" aria-label={t('copy', { what })} onClick={() => void copyIt()}>
        <Icon of={told ? check : copy} size={20} />
      </button>
      <Status as="span" class="copy-told">
        {told}
      </Status>
    </span>
  )
}
