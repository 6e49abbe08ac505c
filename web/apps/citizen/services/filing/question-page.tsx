// One page of questions: what is known stands as cards, what is not is asked. Each step is saved.
import './filing.css'
import { useEffect, useState } from 'preact/hooks'
import { usePress } from '../../../../client/press.ts'
import { useReachable } from '../../../../client/reachability.ts'
import { ProblemNotice } from '../../../../kit/problem-notice.tsx'
import { FilingProblem } from './filing-problem.tsx'
import { Button } from '../../../../ui/button.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { inLanguage, phrases } from '../../../../ui/phrases.ts'
import { hrefTo, navigate, type PageProps } from '../../../../ui/router.tsx'
import { TopBar } from '../../../../ui/top-bar.tsx'
import { Skeleton } from '../../../../ui/waiting.tsx'
import { Screen } from '../../shell/screen.tsx'
import {
  askedPages,
  CHECK,
  faultyOn,
  isHers,
  stepAfter,
  stepBefore,
  unansweredOn,
  valueOf,
  type AskedField,
  type AskedPage,
} from './filing-parts.ts'
import { KnownCard } from './known-card.tsx'
import { QuestionField } from './question-field.tsx'
import { SaveLine } from './save-line.tsx'
import { note, saveNow, saveStep, useFiling, type Held } from './use-filing.ts'

const t = phrases({
  title: { vi: 'Điền hồ sơ', en: 'Filling it in' },
  right: { vi: 'Đúng, đi tiếp', en: 'That is right, go on' },
  next: { vi: 'Tiếp tục', en: 'Go on' },
  required: { vi: 'Câu này cần được trả lời.', en: 'This needs an answer.' },
})

const idOf = (field: AskedField): string => `field-${field.name}`

const errorsOf = (page: AskedPage, held: Held): ReadonlyMap<string, string> =>
  new Map([
    ...faultyOn(page, held.unsaved).map(
      (field) => [field.name, field.fault ? inLanguage(field.fault) : ''] as const,
    ),
    ...unansweredOn(page, held.unsaved).map((field) => [field.name, t('required')] as const),
  ])

const Fields = ({
  page,
  held,
  errors,
}: {
  page: AskedPage
  held: Held
  errors: ReadonlyMap<string, string>
}) => {
  const asked = page.fields.filter(({ isAsked }) => isAsked)
  const known = asked.filter((field) => !isHers(field))
  return (
    <>
      {known.length > 0 && (
        <dl class="known-list">
          {known.map((field) => (
            <KnownCard key={field.name} field={field} />
          ))}
        </dl>
      )}
      {asked.filter(isHers).map((field) => (
        <QuestionField
          key={field.name}
          field={field}
          id={idOf(field)}
          error={errors.get(field.name)}
          value={valueOf(field, held.unsaved)}
          onValue={(value, how) =>
            how?.isWhole ? saveNow({ [field.name]: value }) : note({ [field.name]: value })
          }
        />
      ))}
    </>
  )
}

const Faults = ({
  fields,
  errors,
}: {
  fields: readonly AskedField[]
  errors: ReadonlyMap<string, string>
}) => (
  <ErrorSummary
    problems={fields.flatMap((field) => {
      const message = errors.get(field.name)
      return message === undefined ? [] : [{ fieldId: idOf(field), message }]
    })}
  />
)

const Question = ({ held, page, isAmended }: { held: Held; page: AskedPage; isAmended: boolean }) => {
  const isReachable = useReachable()
  const saving = usePress()
  const [rounds, judge] = useState(0)
  const step = `form/${page.id}`
  const title = inLanguage(held.filing.title)
  const before = isAmended ? CHECK : stepBefore(held.filing, step)
  const base = `/services/${held.procedure}`
  const errors = rounds === 0 ? new Map<string, string>() : errorsOf(page, held)
  const hers = page.fields.filter(isHers)
  const goOn = () =>
    void saving.press(async () => {
      judge((n) => n + 1)
      if (unansweredOn(page, held.unsaved).length > 0) {
        return
      }
      const shown = Object.fromEntries(hers.map((field) => [field.name, valueOf(field, held.unsaved)]))
      const next = isAmended ? CHECK : stepAfter(held.filing, step)
      const { filing, unsaved } = (await saveStep(shown, next)) ?? held
      const judged = askedPages(filing).find(({ id }) => id === page.id)
      if (!judged || faultyOn(judged, unsaved).length === 0) {
        // What she answered may have brought or spared a page.
        navigate(`${base}/${isAmended ? CHECK : stepAfter(filing, step)}`)
      }
    })
  return (
    <Screen
      title={`${inLanguage(page.title)} · ${title}`}
      head={<TopBar title={title} back={hrefTo(before === null ? base : `${base}/${before}`)} />}
      action={
        <Button kind="primary" isWide type="submit" form="question" isBusy={saving.isBusy}>
          {hers.length === 0 ? t('right') : t('next')}
        </Button>
      }
    >
      <SaveLine held={held} step={step} isReachable={isReachable} />
      <form
        id="question"
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          goOn()
        }}
      >
        <h2>{inLanguage(page.title)}</h2>
        {errors.size > 0 && <Faults key={rounds} fields={hers} errors={errors} />}
        {saving.problem && <ProblemNotice key={saving.refusals} problem={saving.problem} onRetry={goOn} />}
        <Fields page={page} held={held} errors={errors} />
      </form>
    </Screen>
  )
}

export default function QuestionPage({ params, query }: PageProps) {
  const procedure = params['id'] ?? ''
  const { held, problem, reload } = useFiling(procedure)
  const pages = held ? askedPages(held.filing) : []
  const page = pages.find(({ id }) => id === params['page'])
  useEffect(() => {
    // Of another draft, or not asked any more.
    if (held && !page) {
      navigate(`/services/${procedure}`, { replace: true })
    }
  }, [held, page])
  if (held && page) {
    return <Question key={page.id} held={held} page={page} isAmended={query.get('back') === CHECK} />
  }
  return (
    <Screen title={t('title')} head={<TopBar title={t('title')} back={hrefTo(`/services/${procedure}`)} />}>
      {problem ? <FilingProblem problem={problem} onRetry={reload} /> : <Skeleton lines={5} />}
    </Screen>
  )
}
