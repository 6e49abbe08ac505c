// The field into which a scanner types, and into which a code is pasted. It is ready from the start and again
// after each verdict, and what is typed elsewhere on the page comes here: whoever scans looks at a person,
// not at a field. The focus is never held: Tab leads out as everywhere.
import '../../ui/field.css'
import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { focusOn, useFocusAt } from '../../ui/attention.tsx'
import { Icon, scan } from '../../ui/icons.tsx'
import { phrases } from '../../ui/phrases.ts'

const t = phrases({
  label: { vi: 'Máy quét cầm tay, hoặc dán mã', en: 'Hand-held scanner, or paste the code' },
  hint: {
    vi: 'Cắm máy quét như bàn phím: quét là vào ô này. Dán được cả chữ số và ảnh.',
    en: 'Plug the scanner in as a keyboard: what it scans lands here. Digits and pictures can be pasted.',
  },
})

/** A scanner types a whole code faster than this; one that sends no Enter is done by then. */
const SILENCE_ms = 150
/** Shorter than any code: a digit pressed by chance is no code. */
const SHORTEST = 40

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select') !== null

const pictureOf = (data: DataTransfer | null): File | null =>
  [...(data?.files ?? [])].find(({ type }) => type.startsWith('image/')) ?? null

interface Taking {
  readonly onText: (text: string) => void
  readonly onPicture: (picture: Blob) => void
}

/** Digits typed and things pasted anywhere on the page. */
const useWholePage = (field: RefObject<HTMLInputElement | null>, { onText, onPicture }: Taking) =>
  useEffect(() => {
    const lead = (event: KeyboardEvent) => {
      if (/^\d$/.test(event.key) && !isTyping(event.target) && !event.ctrlKey && !event.metaKey) {
        focusOn(field.current)
      }
    }
    const paste = (event: ClipboardEvent) => {
      const picture = pictureOf(event.clipboardData)
      if (picture) {
        event.preventDefault()
        onPicture(picture)
      } else if (!isTyping(event.target)) {
        onText(event.clipboardData?.getData('text') ?? '')
      }
    }
    document.addEventListener('keydown', lead)
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('keydown', lead)
      document.removeEventListener('paste', paste)
    }
  }, [])

/** `round`: another one empties the field and gives it the focus. */
export const CodeField = ({ round, onText, onPicture }: Taking & { readonly round: number }) => {
  const field = useFocusAt<HTMLInputElement>(round)
  const [text, setText] = useState('')
  const silence = useRef(0)
  useEffect(() => setText(''), [round])
  useEffect(() => () => clearTimeout(silence.current), [])
  const give = (whole: string) => {
    clearTimeout(silence.current)
    setText('')
    if (whole.trim() !== '') {
      onText(whole)
    }
  }
  useWholePage(field, { onText: give, onPicture })
  return (
    <form
      class="code-field"
      onSubmit={(event) => {
        event.preventDefault()
        give(text)
      }}
    >
      <label for="code">
        <Icon of={scan} size={20} />
        {t('label')}
      </label>
      <input
        ref={field}
        id="code"
        class="input"
        value={text}
        inputMode="none"
        autocomplete="off"
        spellcheck={false}
        aria-describedby="code-hint"
        onInput={({ currentTarget: { value } }) => {
          setText(value)
          clearTimeout(silence.current)
          if (value.length >= SHORTEST) {
            silence.current = window.setTimeout(() => give(value), SILENCE_ms)
          }
        }}
      />
      <p id="code-hint">{t('hint')}</p>
    </form>
  )
}
