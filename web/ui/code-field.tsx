// The six-digit one-time code: one input, so that the phone can fill it in and it can be pasted; six cells
// for the eye (WCAG 3.3.8).
import { describedBy, FieldFrame, type FieldTexts } from './field.tsx'

/** The whole message may be pasted, with an hour or an address beside its code. */
const codeIn = (text: string): string =>
  /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0] ?? text.replace(/\D/g, '').slice(0, 6)

/** `onComplete` is called once the sixth digit stands. */
export const CodeField = (
  props: FieldTexts & {
    value: string
    onValue: (digits: string) => void
    onComplete?: (code: string) => void
    isDisabled?: boolean
  },
) => {
  const { id, value, error, onValue, onComplete, isDisabled } = props
  return (
    <FieldFrame {...props}>
      <div class="code">
        <input
          class="input"
          id={id}
          name={id}
          type="text"
          inputMode="numeric"
          autocomplete="one-time-code"
          disabled={isDisabled}
          value={value}
          aria-describedby={describedBy(props)}
          aria-invalid={error ? 'true' : undefined}
          onClick={(event) => event.currentTarget.setSelectionRange(6, 6)}
          onInput={(event) => {
            const digits = codeIn(event.currentTarget.value)
            event.currentTarget.value = digits
            onValue(digits)
            if (digits.length === 6 && digits !== value) {
              onComplete?.(digits)
            }
          }}
        />
        <div class="code-cells" aria-hidden="true">
          {[0, 1, 2, 3, 4, 5].map((i) => (
            <i key={i} class={i === Math.min(value.length, 5) ? 'is-next' : ''}>
              {value[i] ?? ''}
            </i>
          ))}
        </div>
      </div>
    </FieldFrame>
  )
}
