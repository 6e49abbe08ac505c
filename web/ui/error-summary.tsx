// What must be put right, at the head of the form: takes the focus when it appears and leads to each field,
// by the field's name and in the field's own words.
import './error-summary.css'
import { useId } from 'preact/hooks'
import { focusField, useErrorTitle, useFocusAt } from './attention.tsx'
import { alert, Icon } from './icons.tsx'
import { phrases } from './phrases.ts'

export type FieldProblem = { fieldId: string; message: string }

const t = phrases({
  one: { vi: 'Còn 1 chỗ cần xem lại', en: 'One thing to look at again' },
  several: { vi: 'Còn {count} chỗ cần xem lại', en: '{count} things to look at again' },
})

/**
 * How the page calls a field: "this has to be filled in" five times over names none. Null where it has no
 * label or group.
 */
const nameOf = (fieldId: string): string | null => {
  const label = document.querySelector(`label[for="${CSS.escape(fieldId)}"]`)
  const group = document.getElementById(fieldId)?.closest('fieldset')?.querySelector('legend')
  return (group ?? label)?.firstChild?.textContent?.trim() || null
}

/** As the page has its fields, whatever found their faults first: the links go down the page. */
const inOrderOfPage = (problems: readonly FieldProblem[]): readonly FieldProblem[] => {
  const ids = new Map([...document.querySelectorAll('[id]')].map(({ id }, at) => [id, at]))
  const at = ({ fieldId }: FieldProblem) => ids.get(fieldId) ?? ids.size
  return [...problems].sort((a, b) => at(a) - at(b))
}

/** Give it a new `key` at each submit so that it takes the focus again. */
export const ErrorSummary = ({ problems, title }: { problems: readonly FieldProblem[]; title?: string }) => {
  const box = useFocusAt<HTMLDivElement>(null)
  const headingId = useId()
  useErrorTitle(problems.length > 0)
  if (problems.length === 0) {
    return null
  }
  return (
    <div class="error-summary" role="alert" tabIndex={-1} ref={box} aria-labelledby={headingId}>
      <h2 id={headingId}>
        <Icon of={alert} size={22} />
        {title ?? (problems.length === 1 ? t('one') : t('several', { count: problems.length }))}
      </h2>
      <ul>
        {inOrderOfPage(problems).map(({ fieldId, message }) => {
          const name = nameOf(fieldId)
          return (
            <li key={fieldId}>
              <a
                href={`#${fieldId}`}
                onClick={(event) => {
                  event.preventDefault()
                  focusField(fieldId)
                }}
              >
                {name && <b>{name.endsWith('?') ? `${name} ` : `${name}: `}</b>}
                {message}
              </a>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
