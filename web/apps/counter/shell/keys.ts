// Keys that do what a button does. Single keys sleep while somebody types, while a dialog is open, and with
// Alt or Meta (WCAG 2.1.4: every
// one of them also has a button or link); Enter and Space are left to the control that has the focus.
// `Ctrl+s` works everywhere.
import { useLayoutEffect } from 'preact/hooks'

const isTyping = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest('input:not([type=radio]):not([type=checkbox]),textarea,select') !== null
const isOnControl = (target: EventTarget | null) =>
  target instanceof Element && target.closest('button,a,summary,input,[role=tab]') !== null

const sleeps = (event: KeyboardEvent): boolean =>
  isTyping(event.target) || ((event.key === 'Enter' || event.key === ' ') && isOnControl(event.target))

/**
 * Names are `event.key` as it comes or in lower case; with the control key before it, `Ctrl+s`. In place as
 * soon as the page shows what they do: a quick hand is not a stale one.
 */
export const useKeys = (keys: Readonly<Record<string, () => void>>) =>
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || document.querySelector('dialog[open]')) {
        return
      }
      const isControl = event.ctrlKey || event.metaKey
      if (!isControl && sleeps(event)) {
        return
      }
      const act = isControl
        ? keys[`Ctrl+${event.key.toLowerCase()}`]
        : (keys[event.key] ?? keys[event.key.toLowerCase()])
      if (!act) {
        return
      }
      event.preventDefault()
      act()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  })
