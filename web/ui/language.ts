// The one place that knows which language the page speaks. Vietnamese unless the person, or `?lang=en`, says
// otherwise.
import { createStore, remember, remembered } from './store.ts'

export type Language = 'vi' | 'en'

const key = 'sen.language'
const hasPage = typeof document !== 'undefined'

const asLanguage = (value: string | null): Language | null =>
  value === 'vi' || value === 'en' ? value : null

const asked = hasPage ? asLanguage(new URLSearchParams(location.search).get('lang')) : null

const store = createStore<Language>(
  asked ?? (hasPage ? asLanguage(remembered(key)) : null) ?? 'vi',
  (value) => {
    if (!hasPage) {
      return
    }
    document.documentElement.lang = value
    remember(key, value)
  },
)

if (hasPage) {
  document.documentElement.lang = store.get()
  if (asked) {
    remember(key, asked)
  }
}

export const language = store.get
export const setLanguage = store.set
/** Call it in the topmost component: everything below is drawn again when the language changes. */
export const useLanguage = store.use
