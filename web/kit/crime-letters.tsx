// What the office and whoever reported wrote to each other, in its order.
import './crime-letters.css'
import type { OutputOf } from '../../contract/operation.ts'
import type { ReadByReceipt } from '../../contract/crime-report.ts'
import { dateVN } from '../ui/format.ts'
import { phrases } from '../ui/phrases.ts'
import { Paragraphs } from './paragraphs.tsx'

const t = phrases({
  office: { vi: 'Cơ quan công an', en: 'The police' },
  reporter: { vi: 'Người báo tin', en: 'Whoever reported' },
  you: { vi: 'Bạn', en: 'You' },
})

type Letters = OutputOf<typeof ReadByReceipt>['messages']

/** `isReporter`: whether whoever reads it is the one who reported. */
export const CrimeLetters = ({ messages, isReporter }: { messages: Letters; isReporter: boolean }) => (
  <ol class="crime-letters">
    {messages.map(({ from, on, text }, index) => {
      const isMine = isReporter === (from === 'reporter')
      return (
        <li key={index} class={isMine ? 'mine' : undefined}>
          <p class="quiet small">
            {from === 'office' ? t('office') : isReporter ? t('you') : t('reporter')} · {dateVN(on)}
          </p>
          <Paragraphs text={text} />
        </li>
      )
    })}
  </ol>
)
