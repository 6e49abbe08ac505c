// Text at 100, 125 or 150 %: sets `html[data-text]`, which tokens.css turns into the root font size;
// everything is in rem.
import { createStore, remember, remembered } from './store.ts'

export const textSizes = ['100', '125', '150'] as const
export type TextSize = (typeof textSizes)[number]

const key = 'sen.text-size'
const hasPage = typeof document !== 'undefined'
const kept = hasPage ? remembered(key) : null

const show = (value: TextSize) => {
  if (hasPage) {
    document.documentElement.dataset.text = value
  }
}

const store = createStore<TextSize>(textSizes.find((size) => size === kept) ?? '100', (value) => {
  show(value)
  remember(key, value)
})
show(store.get())
export const setTextSize = store.set
export const useTextSize = store.use
