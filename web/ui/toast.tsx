// A short word after something was done, which goes by itself; nothing that must be read stands only here.
import './toast.css'
import { useEffect } from 'preact/hooks'
import { alert, check, Icon } from './icons.tsx'
import { createStore } from './store.ts'

type Message = { text: string; tone: 'ok' | 'danger'; id: number }
const message = createStore<Message | null>(null)
let count = 0

/** Shows a word for six seconds. */
export const toast = (text: string, tone: Message['tone'] = 'ok') => message.set({ text, tone, id: ++count })

/** Stands once in the app, at its end. */
export const Toasts = () => {
  const current = message.use()
  useEffect(() => {
    if (!current) {
      return
    }
    const timer = setTimeout(() => message.set(null), 6000)
    return () => clearTimeout(timer)
  }, [current])
  return (
    <div class="toasts" aria-live="polite" role="status">
      {current && (
        <p key={current.id} class={`toast toast-${current.tone}`}>
          <Icon of={current.tone === 'ok' ? check : alert} size={20} />
          {current.text}
        </p>
      )}
    </div>
  )
}
