// Time that runs out, ticking for the eye and spoken only now and then for the ear.
import './countdown.css'
import { useEffect, useRef } from 'preact/hooks'
import { useNow } from './clock.ts'
import { durationText } from './format.ts'
import { clock, Icon } from './icons.tsx'
import { phrases } from './phrases.ts'

const t = phrases({
  seconds: { vi: '{n} giây', en: '{n} seconds' },
  minutes: { vi: '{n} phút', en: '{n} minutes' },
})

/** Whole seconds left until `until`, never below 0. */
const useSecondsLeft = (until: number, onEnd?: () => void): number => {
  const left_s = Math.max(0, Math.ceil((until - useNow()) / 1000))
  const ended = useRef(0)
  useEffect(() => {
    if (left_s > 0 || ended.current === until) {
      return
    }
    ended.current = until
    onEnd?.()
  }, [left_s, until])
  return left_s
}

/**
 * `label` is a phrase that ends where the time stands, e.g. "Tự đổi mã sau". `until` in milliseconds; `onEnd`
 * is called once.
 */
export const Countdown = ({
  until,
  label,
  onEnd,
  isUrgentBelow_s = 10,
}: {
  until: number
  label: string
  onEnd?: () => void
  isUrgentBelow_s?: number
}) => {
  const left_s = useSecondsLeft(until, onEnd)
  const step =
    left_s > 60
      ? t('minutes', { n: Math.ceil(left_s / 60) })
      : t('seconds', { n: Math.ceil(left_s / 15) * 15 })
  return (
    <p class={`countdown${left_s <= isUrgentBelow_s ? ' is-urgent' : ''}`}>
      <Icon of={clock} size={20} />
      <span aria-hidden="true">
        {label} <b>{left_s > 90 ? durationText(left_s) : t('seconds', { n: left_s })}</b>
      </span>
      <span class="unseen" role="timer" aria-live="polite">
        {label} {step}
      </span>
    </p>
  )
}
