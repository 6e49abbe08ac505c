// The six-digit passcode, twice. Runs, repeats and halves are told before the server is asked; it also knows
// the birth date.
import { announce, useStep } from '../../../ui/attention.tsx'
import { useEffect, useState } from 'preact/hooks'
import { PasscodePad } from '../../../ui/passcode-pad.tsx'
import { phrases } from '../../../ui/phrases.ts'

const t = phrases({
  first: { vi: 'Đặt mã PIN 6 số', en: 'Choose a 6-digit passcode' },
  again: { vi: 'Nhập lại mã PIN', en: 'Enter the passcode again' },
  differs: {
    vi: 'Hai lần chưa giống nhau. Đặt lại từ đầu.',
    en: 'The two were not the same. Start with a new one.',
  },
  weak: {
    vi: 'Mã này dễ đoán (dãy liền hoặc số lặp). Chọn mã khác.',
    en: 'That one is easy to guess (a run or a repeat). Choose another.',
  },
})

const isEasy = (passcode: string): boolean => {
  const digits = [...passcode].map(Number)
  const steps = digits.slice(1).map((digit, i) => digit - (digits[i] ?? 0))
  return (
    new Set(digits).size < 3 ||
    steps.every((step) => step === 1) ||
    steps.every((step) => step === -1) ||
    passcode.slice(0, 3) === passcode.slice(3)
  )
}

/** `refusal`: the server's word on the last one; it begins again. */
export const NewPasscode = ({
  onChosen,
  isBusy,
  refusal,
}: {
  onChosen: (passcode: string) => void
  isBusy: boolean
  refusal?: string
}) => {
  const [first, setFirst] = useState<string | null>(null)
  const [digits, setDigits] = useState('')
  const [word, say] = useState<string | undefined>(undefined)
  useStep(first === null ? 'first' : 'again')
  useEffect(() => {
    if (refusal) {
      setFirst(null)
      setDigits('')
      say(refusal)
    }
  }, [refusal])
  const beginAgain = (why: string) => {
    setFirst(null)
    setDigits('')
    say(why)
  }
  const complete = (passcode: string) => {
    if (first === null) {
      if (isEasy(passcode)) {
        return beginAgain(t('weak'))
      }
      say(undefined)
      setFirst(passcode)
      announce(t('again'))
      return setDigits('')
    }
    if (passcode !== first) {
      return beginAgain(t('differs'))
    }
    onChosen(passcode)
  }
  return (
    <PasscodePad
      key={first === null ? 'first' : 'again'}
      label={first === null ? t('first') : t('again')}
      value={digits}
      onValue={(next) => {
        setDigits(next)
        if (next.length > 0 && next.length < 6) {
          say(undefined)
        }
      }}
      onComplete={complete}
      error={word}
      isBusy={isBusy}
    />
  )
}
