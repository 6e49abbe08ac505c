// Which of several documents is shown. One code for one document: several in one would be too fine for a
// camera.
import { cx } from '../../../ui/class-names.ts'
import { phrases } from '../../../ui/phrases.ts'
import type { DocumentName } from '../vault/credentials.ts'
import type { Paper } from './shown-papers.ts'

const t = phrases({ paper: { vi: 'Giấy tờ nào', en: 'Which document' } })

export const PaperSwitch = ({
  papers,
  chosen,
  choose,
}: {
  papers: readonly Paper[]
  chosen: Paper
  choose: (of: DocumentName) => void
}) => (
  <div class="papers" role="group" aria-label={t('paper')}>
    {papers.map(({ of, title, sign }) => (
      <button
        key={of}
        type="button"
        class={cx('paper', of === chosen.of && 'is-chosen')}
        aria-pressed={of === chosen.of}
        onClick={() => choose(of)}
      >
        {title}
        {sign && <small>{sign}</small>}
      </button>
    ))}
  </div>
)
