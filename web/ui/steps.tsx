// How far one is: in words first, a bar second.
import './steps.css'
import { check, Icon } from './icons.tsx'
import { phrases } from './phrases.ts'

const t = phrases({
  step: { vi: 'Bước {step} trên {total}', en: 'Step {step} of {total}' },
  done: { vi: 'đã xong', en: 'done' },
})

export const Steps = ({ step, total, title }: { step: number; total: number; title?: string }) => (
  <div class="steps">
    <p>
      <b>{t('step', { step, total })}</b>
      {title && ` · ${title}`}
    </p>
    <div class="steps-bar" aria-hidden="true">
      {Array.from({ length: total }, (_, i) => (
        <i key={i} class={i < step - 1 ? 'is-done' : i === step - 1 ? 'is-now' : ''} />
      ))}
    </div>
  </div>
)

/** The five tiles at the head of a long task on a console. `current` counts from 1. */
export const StepTiles = ({
  steps,
  current,
  label,
}: {
  steps: readonly string[]
  current: number
  label: string
}) => (
  <ol class="step-tiles" aria-label={label} style={`--count:${steps.length}`}>
    {steps.map((step, i) => (
      <li
        key={step}
        class={i + 1 < current ? 'is-done' : i + 1 === current ? 'is-now' : ''}
        aria-current={i + 1 === current ? 'step' : undefined}
      >
        <i aria-hidden="true">{i + 1 < current ? <Icon of={check} size={16} /> : i + 1}</i>
        <span>
          {step}
          {i + 1 < current && <span class="unseen">, {t('done')}</span>}
        </span>
      </li>
    ))}
  </ol>
)

/** A thin bar of stages, as on a dossier: done, running, to come. Say the same in words beside it. */
export const StageBar = ({
  done,
  total,
  tone = 'gold',
}: {
  done: number
  total: number
  tone?: 'gold' | 'jade' | 'son'
}) => (
  <div class={`steps-bar stage-${tone}`} aria-hidden="true">
    {Array.from({ length: total }, (_, i) => (
      <i key={i} class={i < done ? 'is-done' : i === done ? 'is-now' : ''} />
    ))}
  </div>
)
