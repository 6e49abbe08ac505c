// Vietnamese or English, and the size of the text: small groups of buttons that stand on every front outside
// the phone.
import './language-switch.css'
import { Icon, textSizeIcon } from '../ui/icons.tsx'
import { language, setLanguage } from '../ui/language.ts'
import { phrases } from '../ui/phrases.ts'
import { setTextSize, textSizes, useTextSize } from '../ui/text-size.ts'

const t = phrases({
  language: { vi: 'Ngôn ngữ', en: 'Language' },
  size: { vi: 'Cỡ chữ {size} %, bấm để đổi', en: 'Text size {size} %, press to change' },
})

const languages = [
  { key: 'vi', short: 'VI', name: 'Tiếng Việt' },
  { key: 'en', short: 'EN', name: 'English' },
] as const

export const LanguageSwitch = () => (
  <div class="language-switch" role="group" aria-label={t('language')}>
    {languages.map(({ key, short, name }) => (
      <button
        key={key}
        type="button"
        lang={key}
        aria-pressed={language() === key}
        onClick={() => setLanguage(key)}
      >
        {short}
        <span class="unseen"> · {name}</span>
      </button>
    ))}
  </div>
)

/** One button that goes round 100, 125 and 150 %. */
export const TextSizeButton = () => {
  const size = useTextSize()
  const next = textSizes[(textSizes.indexOf(size) + 1) % textSizes.length] ?? '100'
  return (
    <button
      type="button"
      class="text-size-button"
      aria-label={t('size', { size })}
      onClick={() => setTextSize(next)}
    >
      <Icon of={textSizeIcon} size={22} />
      <span aria-hidden="true">{size} %</span>
    </button>
  )
}
