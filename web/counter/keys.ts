// Single keys that do what a button does. They sleep while somebody types, while a dialog is open, and with Ctrl, Alt or Meta
// (WCAG 2.1.4: every one of them also has a button or link).
import { useEffect } from 'preact/hooks'

const isTyping = (target: EventTarget | null) => target instanceof Element && target.closest('input:not([type=radio]),textarea,select') !== null

export const useKeys = (keys: Readonly<Record<string, () => void>>) =>
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target) || document.querySelector('dialog[open]')) return
      const act = keys[event.key] ?? keys[event.key.toLowerCase()]
      if (!act) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  })
