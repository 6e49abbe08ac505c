// The fingers of both hands: which is wanted now, how each stands, and what to do about the last try.
import { useState } from 'preact/hooks'
import type { Press } from '../../../client/press.ts'
import { visitor } from '../../../kit/simulators.ts'
import { fingerprint, Icon } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { FingerGrid } from '../devices/finger-grid.tsx'
import type { FingerName, Impression } from '../devices/finger-source.ts'
import { ScannerPanel } from '../devices/scanner-panel.tsx'
import { Refusal } from '../shell/refusal.tsx'
import type { PrintsStanding } from './finger-result.ts'
import { PrintAdvice } from './print-advice.tsx'

const t = phrases({ prints: { vi: 'Vân tay', en: 'Fingerprints' } })

/** `finger`: the one to press now; `tried`: the one that was tried last, before this page was drawn. */
export const PrintsPart = ({
  standing: { lookOf, resultOf, triesOf, isDone },
  finger,
  tried = null,
  scanning,
  onFinger,
  onPrint,
}: {
  standing: PrintsStanding
  finger: FingerName | null
  tried?: FingerName | null
  scanning: Press
  onFinger: (finger: FingerName | null) => void
  onPrint: (finger: FingerName, print: Impression) => Promise<void>
}) => {
  const [last, setLast] = useState(tried)
  const print = async (of: FingerName, impression: Impression) => {
    await scanning.press(async () => {
      await onPrint(of, impression)
      setLast(of)
      onFinger(null)
    })
  }
  return (
    <section class="stack">
      <h2>
        <Icon of={fingerprint} size={20} />
        {t('prints')}
      </h2>
      <FingerGrid lookOf={lookOf} now={isDone ? null : finger} onChoose={isDone ? undefined : onFinger} />
      <Refusal problem={scanning.problem} />
      {last && <PrintAdvice result={resultOf(last)} finger={last} />}
      {!isDone && finger && (
        <ScannerPanel
          finger={finger}
          press={triesOf(finger) + 1}
          visitor={visitor.use()}
          onPrint={print}
          isBusy={scanning.isBusy}
        />
      )}
    </section>
  )
}
