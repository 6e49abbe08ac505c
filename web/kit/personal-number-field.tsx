// The 12 digits of a personal number, grouped 3-3-6 while typing. Takes any pasted form; the caret stays
// behind the digit it was behind.
import { useLayoutEffect, useRef } from 'preact/hooks'
import { describedBy, FieldFrame, type FieldTexts } from '../ui/field.tsx'
import { caretAfter, groupPersonalNumber } from '../ui/format.ts'

/** `value` and `onValue` carry digits only, at most 12. */
export const PersonalNumberField = (
  props: FieldTexts & { value: string; onValue: (digits: string) => void; autocomplete?: string },
) => {
  const { id, value, error, onValue, autocomplete = 'username' } = props
  const input = useRef<HTMLInputElement>(null)
  const caret = useRef<number | null>(null)
  const grouped = groupPersonalNumber(value)
  useLayoutEffect(() => {
    if (input.current && caret.current !== null && document.activeElement === input.current) {
      input.current.setSelectionRange(caret.current, caret.current)
    }
    caret.current = null
  })
  return (
    <FieldFrame {...props}>
      <input
        ref={input}
        class="input input-number"
        id={id}
        name={id}
        type="text"
        inputMode="numeric"
        autocomplete={autocomplete}
        spellcheck={false}
        placeholder="000 000 000000"
        value={grouped}
        aria-describedby={describedBy(props)}
        aria-invalid={error ? 'true' : undefined}
        onKeyDown={(event) => {
          const { selectionStart: at, selectionEnd: end, value: text } = event.currentTarget
          // A backspace just behind a gap takes the digit before it, not the gap.
          if (event.key === 'Backspace' && at !== null && at === end && text[at - 1] === ' ') {
            event.currentTarget.setSelectionRange(at - 1, at - 1)
          }
        }}
        onInput={(event) => {
          const field = event.currentTarget
          const before = field.value
            .slice(0, field.selectionStart ?? field.value.length)
            .replace(/\D/g, '').length
          const given = field.value.replace(/\D/g, '')
          // A thirteenth digit typed into a full field is refused; it must not push the last one out.
          const isOneTooMany = given.length === 13 && value.length === 12
          const digits = isOneTooMany ? value : given.slice(0, 12)
          const text = groupPersonalNumber(digits)
          caret.current = caretAfter(text, Math.min(isOneTooMany ? before - 1 : before, 12))
          field.value = text
          field.setSelectionRange(caret.current, caret.current)
          onValue(digits)
        }}
      />
    </FieldFrame>
  )
}
