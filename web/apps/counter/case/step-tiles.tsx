// The steps of a case at its head: each tile leads back to a step that was reached, none over one that was
// not.
import '../../../ui/steps.css'
import './step-tiles.css'
import { check, Icon } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'

const t = phrases({
  steps: { vi: 'Các bước', en: 'Steps' },
  done: { vi: 'đã xong', en: 'done' },
})

/** `names` in the order of the steps; `current` and `reached` count from 1. */
export const StepTiles = ({
  names,
  current,
  reached,
  onStep,
}: {
  names: readonly string[]
  current: number
  reached: number
  onStep: (step: number) => void
}) => (
  <ol class="step-tiles case-tiles" aria-label={t('steps')} style={`--count:${names.length}`}>
    {names.map((name, at) => {
      const step = at + 1
      const isDone = step < reached && step !== current
      const inside = (
        <>
          <i aria-hidden="true">{isDone ? <Icon of={check} size={16} /> : step}</i>
          <span>
            {name}
            {isDone && <span class="unseen">, {t('done')}</span>}
          </span>
        </>
      )
      return (
        <li
          key={name}
          class={step === current ? 'is-now' : isDone ? 'is-done' : ''}
          aria-current={step === current ? 'step' : undefined}
        >
          {step <= reached && step !== current ? (
            <button type="button" onClick={() => onStep(step)}>
              {inside}
            </button>
          ) : (
            inside
          )}
        </li>
      )
    })}
  </ol>
)
