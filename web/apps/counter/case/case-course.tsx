// What happened to a case, in the order in which it happened, with who did it and the note she left.
import './case.css'
import './case-course.css'
import type { z } from 'zod'
import type { caseHistory } from '../../../../contract/case-history.ts'
import { Card } from '../../../ui/card.tsx'
import { dateTimeVN } from '../../../ui/format.ts'
import { clock, Icon } from '../../../ui/icons.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'

const t = phrases({
  title: { vi: 'Diễn biến hồ sơ', en: 'What was done' },
  officer: { vi: 'Cán bộ {number}', en: 'Officer {number}' },
  citizen: { vi: 'Người dân', en: 'The person' },
  automatic: { vi: 'Tự động', en: 'Automatic' },
})

interface Happened {
  readonly at: string
  readonly what: string
  readonly by: string
  readonly note: string | null
}
export const CaseCourse = ({ course, isWide = false }: { course: readonly Happened[]; isWide?: boolean }) => (
  <ol class={isWide ? 'case-course wide' : 'case-course'}>
    {course.map(({ at, what, by, note }, i) => (
      <li key={i}>
        <time dateTime={at}>{dateTimeVN(at)}</time>
        <span>
          <b>{what}</b> <span class="quiet nowrap">{by}</span>
          {note && <q>{note}</q>}
        </span>
      </li>
    ))}
  </ol>
)

export type History = z.infer<typeof caseHistory>
const byWhom = ({ by, officer }: History[number]): string =>
  by === 'officer' ? t('officer', { number: officer ?? '' }) : t(by)

const inWords = (history: History) =>
  history.map((one) => ({ ...one, what: inLanguage(one.what), by: byWhom(one) }))

/** Nothing when nothing is on record: an older Sen kept no history of some kinds. */
export const CaseHistory = ({ history }: { history: History }) =>
  history.length === 0 ? null : (
    <Card title={t('title')} icon={clock}>
      <CaseCourse course={inWords(history)} />
    </Card>
  )

/** The same inside of a column. */
export const HistoryBox = ({ history }: { history: History }) =>
  history.length === 0 ? null : (
    <section class="side-box">
      <h3>
        <Icon of={clock} size={20} />
        {t('title')}
      </h3>
      <CaseCourse course={inWords(history)} />
    </section>
  )
