// The six-digit passcode ("mã PIN"): a keypad for the thumb, which also listens to the physical keyboard and
// tells a screen reader how many digits stand, never which.
import './passcode-pad.css'
import { useEffect, useRef } from 'preact/hooks'
import { alert, backspace, fingerprint, Icon } from './icons.tsx'
import { phrases } from './phrases.ts'

export type PasscodePadProps = {
  label: string
  value: string
  onValue: (digits: string) => void
  onComplete: (passcode: string) => void
  error?: string
  isBusy?: boolean
  /** Shows the fingerprint key. */
  onBiometric?: () => void
}

const t = phrases({
  entered: { vi: 'Đã nhập {count} trên 6 số', en: '{count} of 6 digits entered' },
  erase: { vi: 'Xoá số cuối', en: 'Erase the last digit' },
  biometric: { vi: 'Dùng vân tay hoặc khuôn mặt', en: 'Use fingerprint or face' },
  keys: { vi: 'Bàn phím số', en: 'Number pad' },
})

/** Digits typed on a physical keyboard, unless they are meant for a field. */
const useKeyboard = (add: (digit: string) => void, erase: () => void) =>
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        (event.target instanceof Element && event.target.closest('input,textarea,select'))
      ) {
        return
      }
      if (/^\d$/.test(event.key)) {
        add(event.key)
      } else if (event.key === 'Backspace') {
        erase()
      } else {
        return
      }
      event.preventDefault()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  })

const useDigits = ({ value, onValue, onComplete, isBusy }: PasscodePadProps) => {
  // Digits may come faster than the page is drawn: each one adds to what was last told, not to what was last
  // drawn.
  const latest = useRef(value)
  latest.current = value
  const tell = (digits: string) => {
    latest.current = digits
    onValue(digits)
  }
  const add = (digit: string) => {
    if (isBusy || latest.current.length >= 6) {
      return
    }
    const digits = latest.current + digit
    tell(digits)
    if (digits.length === 6) {
      onComplete(digits)
    }
  }
  const erase = () => {
    if (!isBusy) {
      tell(latest.current.slice(0, -1))
    }
  }
  useKeyboard(add, erase)
  return { add, erase }
}

/** Busy keys keep the focus: one that is switched off loses it, and a wrong passcode is typed anew. */
const Keys = ({
  isBusy,
  onBiometric,
  add,
  erase,
}: Pick<PasscodePadProps, 'isBusy' | 'onBiometric'> & ReturnType<typeof useDigits>) => (
  <div class="passcode-keys" role="group" aria-label={t('keys')}>
    {[...'123456789'].map((digit) => (
      <button
        key={digit}
        type="button"
        aria-disabled={isBusy ? 'true' : undefined}
        onClick={() => add(digit)}
      >
        {digit}
      </button>
    ))}
    {onBiometric ? (
      <button
        type="button"
        aria-disabled={isBusy ? 'true' : undefined}
        aria-label={t('biometric')}
        onClick={isBusy ? undefined : onBiometric}
      >
        <Icon of={fingerprint} size={30} />
      </button>
    ) : (
      <span />
    )}
    <button type="button" aria-disabled={isBusy ? 'true' : undefined} onClick={() => add('0')}>
      0
    </button>
    <button type="button" aria-disabled={isBusy ? 'true' : undefined} aria-label={t('erase')} onClick={erase}>
      <Icon of={backspace} size={28} />
    </button>
  </div>
)

export const PasscodePad = (props: PasscodePadProps) => {
  const { label, value, error, isBusy, onBiometric } = props
  const { add, erase } = useDigits(props)
  return (
    <div class={`passcode${error ? ' has-error' : ''}`} role="group" aria-label={label}>
      <p class="passcode-label" aria-hidden="true">
        {label}
      </p>
      <div class="passcode-dots" aria-hidden="true">
        {[0, 1, 2, 3, 4, 5].map((i) => (
          <i key={i} class={i < value.length ? 'is-full' : ''} />
        ))}
      </div>
      <p class="unseen" role="status">
        {t('entered', { count: value.length })}
      </p>
      <p class="passcode-error" role="alert">
        {error && (
          <>
            <Icon of={alert} size={18} />
            {error}
          </>
        )}
      </p>
      <Keys isBusy={isBusy} onBiometric={onBiometric} add={add} erase={erase} />
    </div>
  )
}
