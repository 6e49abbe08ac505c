// One verdict, and only then what it rests on: what the paper has to say, who handed it out, and when it was
// checked.
import '../verdict.css'
import { Button } from '../../../ui/button.tsx'
import { cx } from '../../../ui/class-names.ts'
import { dateTimeVN, dateVN } from '../../../ui/format.ts'
import { eye, Icon, print, refresh } from '../../../ui/icons.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { useFocusAt } from '../../../ui/attention.tsx'
import type { CheckedPaper, Outcome } from './check-paper.ts'
import { wordsOf } from './outcome-words.ts'

const t = phrases({
  name: { vi: 'Họ, chữ đệm và tên', en: 'Full name' },
  'birth-date': { vi: 'Ngày sinh', en: 'Birth date' },
  'personal-number': { vi: 'Ba số cuối của số định danh', en: 'Last three digits of the personal number' },
  permanent: { vi: 'Nơi thường trú', en: 'Permanent residence' },
  temporary: { vi: 'Nơi tạm trú', en: 'Temporary residence' },
  current: { vi: 'Nơi ở hiện tại', en: 'Where they live now' },
  head: { vi: 'Chủ hộ', en: 'Head of household' },
  member: { vi: 'Thành viên trong hộ', en: 'Members of the household' },
  judgments: { vi: 'Tình trạng án tích', en: 'Convictions' },
  bans: { vi: 'Cấm giữ chức vụ, lập doanh nghiệp', en: 'Barred from office or companies' },
  'as-of': { vi: 'Thông tin có đến ngày', en: 'What was known on' },
  until: { vi: 'Có giá trị đến hết ngày', en: 'Valid until the end of' },
  always: { vi: 'Không có thời hạn', en: 'No end was set' },
  issued: { vi: 'Cấp lúc', en: 'Issued at' },
  office: { vi: 'Nơi cấp', en: 'Issued by' },
  reference: { vi: 'Mã hồ sơ', en: 'Code of the dossier' },
  checked: { vi: 'Kiểm tra lúc', en: 'Checked at' },
  again: { vi: 'Thử lại', en: 'Try again' },
  print: { vi: 'In kết quả kiểm tra', en: 'Print this result' },
  told: {
    vi: 'Người có giấy thấy trong nhật ký rằng giấy được kiểm tra lúc này, không thấy ai kiểm tra. Trang này không giữ gì.',
    en: 'Its holder reads in her log that the paper was checked at this time, not by whom. This page keeps nothing.',
  },
})

type Said = CheckedPaper['says'][number]

/** What stands several times, such as members, is one entry of several lines. */
const entriesOf = (says: readonly Said[]): readonly (readonly [Said['what'], readonly string[]])[] => {
  const entries = new Map<Said['what'], string[]>()
  for (const { what, value } of says) {
    entries.set(what, [...(entries.get(what) ?? []), value])
  }
  return [...entries]
}

const Facts = ({ says }: Pick<CheckedPaper, 'says'>) => (
  <dl class="verdict-facts paper-says" lang="vi">
    {entriesOf(says).map(([what, values]) => (
      <div key={what} class={cx(what === 'name' && 'is-name')}>
        <dt>{t(what)}</dt>
        {values.map((value, index) => (
          <dd key={index}>{value}</dd>
        ))}
      </div>
    ))}
  </dl>
)

const About = ({ paper, at }: { paper: CheckedPaper; at: number }) => {
  const rows = [
    [t('office'), paper.office],
    [t('issued'), dateTimeVN(paper.issuedAt)],
    [t('until'), paper.validUntil === null ? t('always') : dateVN(paper.validUntil)],
    [t('reference'), paper.reference],
    [t('checked'), dateTimeVN(at)],
  ] as const
  return (
    <dl class="paper-about">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** `round`: another outcome takes the focus, also where it is the same again. */
export const OutcomeView = ({
  outcome,
  round,
  onAgain,
}: {
  outcome: Outcome
  round: number
  onAgain: () => void
}) => {
  const heading = useFocusAt<HTMLHeadingElement>(round)
  const { title, what, next, icon, tone } = wordsOf(outcome)
  const paper = 'paper' in outcome ? outcome : null
  return (
    <div class="verdict-whole">
      <section class={`verdict verdict-${tone}`} data-verdict={outcome.is} aria-labelledby="verdict">
        <header>
          <span class="verdict-sign">
            <Icon of={icon} size={34} />
          </span>
          <div>
            <h2 id="verdict" ref={heading} tabIndex={-1}>
              {title}
            </h2>
            {paper && <p>{inLanguage(paper.paper.title)}</p>}
          </div>
        </header>
        <div class="verdict-body">
          <p>{what}</p>
          {paper && paper.paper.says.length > 0 && <Facts says={paper.paper.says} />}
          <p class="verdict-next">{next}</p>
          {paper && <About paper={paper.paper} at={paper.at} />}
          {outcome.is === 'not-checked' && (
            <Button icon={refresh} onPress={onAgain}>
              {t('again')}
            </Button>
          )}
        </div>
      </section>
      {paper && (
        <>
          <p class="verdict-kept">
            <Icon of={eye} size={22} />
            {t('told')}
          </p>
          <Button icon={print} onPress={() => window.print()}>
            {t('print')}
          </Button>
        </>
      )}
    </div>
  )
}
