// What was declared beside what the register says today. Only what differs is shown at first: the rest agrees
// and says so in one number.
import './answers.css'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { alert, check, Icon, minus } from '../../../ui/icons.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import type { Answer } from './dossier.ts'
import { sourceWords } from './dossier-words.ts'
import { piecesOf } from './word-difference.ts'

const t = phrases({
  title: { vi: 'Tờ khai so với sổ', en: 'Declared, and in the register' },
  differ: { vi: '{n} khác', en: '{n} differ' },
  agree: { vi: '{n} khớp', en: '{n} agree' },
  only: { vi: 'Chỉ hiện chỗ cần nhìn', en: 'Only what differs' },
  all: { vi: 'Hiện cả tờ khai', en: 'Show all' },
  field: { vi: 'Mục', en: 'Field' },
  declared: { vi: 'Tờ khai', en: 'Declared' },
  register: { vi: 'Sổ của Nhà nước', en: 'Register' },
  verdict: { vi: 'So sánh', en: 'Compared' },
  differs: { vi: 'Khác nhau', en: 'Differs' },
  same: { vi: 'Khớp', en: 'Agrees' },
  silent: { vi: 'Sổ không ghi', en: 'Not in the register' },
  none: {
    vi: 'Không có chỗ nào khác sổ.',
    en: 'Nothing differs from the register.',
  },
})

const Words = ({ text, other }: { text: string; other: string | null }) => (
  <>
    {other === null
      ? text
      : piecesOf(text, other).map((piece, i) =>
          piece.differs ? <mark key={i}>{piece.text}</mark> : piece.text,
        )}
  </>
)

const Verdict = ({ answer }: { answer: Answer }) => {
  if (answer.differs) {
    return (
      <span class="dos-verdict is-other">
        <Icon of={alert} size={18} />
        {t('differs')}
      </span>
    )
  }
  return answer.registerNow ? (
    <span class="dos-verdict is-same">
      <Icon of={check} size={18} />
      {t('same')}
    </span>
  ) : (
    <span class="dos-verdict">
      <Icon of={minus} size={18} />
      {t('silent')}
    </span>
  )
}

const AnswerRow = ({ answer }: { answer: Answer }) => {
  const declared = inLanguage(answer.value)
  const now = answer.registerNow && inLanguage(answer.registerNow)
  return (
    <tr class={answer.differs ? 'is-other' : ''}>
      <th scope="row">{inLanguage(answer.words)}</th>
      <td data-label={t('declared')}>
        <span class="dos-value">
          <Words text={declared} other={answer.differs ? now : null} />
        </span>{' '}
        <small class="quiet">{sourceWords(answer.from)}</small>
      </td>
      <td data-label={t('register')}>
        {now === null ? (
          <span class="quiet">–</span>
        ) : (
          <Words text={now} other={answer.differs ? declared : null} />
        )}
      </td>
      <td>
        <Verdict answer={answer} />
      </td>
    </tr>
  )
}

const Table = ({ answers }: { answers: readonly Answer[] }) => (
  <table class="dos-answers">
    <caption class="unseen">{t('title')}</caption>
    <thead>
      <tr>
        <th scope="col">{t('field')}</th>
        <th scope="col">{t('declared')}</th>
        <th scope="col">{t('register')}</th>
        <th scope="col">{t('verdict')}</th>
      </tr>
    </thead>
    <tbody>
      {answers.map((answer) => (
        <AnswerRow key={answer.name} answer={answer} />
      ))}
    </tbody>
  </table>
)

export const AnswersCard = ({
  answers,
  isWhole,
  onWhole,
}: {
  answers: readonly Answer[]
  isWhole: boolean
  onWhole: () => void
}) => {
  const others = answers.filter(({ differs }) => differs)
  const shown = isWhole ? answers : others
  const same = answers.filter(({ differs, registerNow }) => !differs && registerNow !== null).length
  return (
    <Card
      title={t('title')}
      aside={
        <span class="dos-card-aside">
          {others.length > 0 && <Pill tone="gold">{t('differ', { n: others.length })}</Pill>}
          {same > 0 && <Pill tone="ok">{t('agree', { n: same })}</Pill>}
          <Button kind="quiet" size="small" shortcut="V" onPress={onWhole}>
            {t(isWhole ? 'only' : 'all')}
          </Button>
        </span>
      }
    >
      {shown.length === 0 ? (
        <p class="dos-agrees">
          <Icon of={check} size={20} /> {t('none')}
        </p>
      ) : (
        <Table answers={shown} />
      )}
    </Card>
  )
}
