// How little she had to type: a bar, and the same in words.
import './filing.css'
import { Card } from '../../../../ui/card.tsx'
import { phrases } from '../../../../ui/phrases.ts'
import type { Filing } from './filing-parts.ts'

const t = phrases({
  title: { vi: 'Bạn chỉ phải gõ {typed} trên {all} ô', en: 'You typed {typed} of {all} fields' },
  known: { vi: 'Nhà nước có: {count}', en: 'The State has: {count}' },
  others: { vi: 'Người khác: {count}', en: 'Others: {count}' },
  typed: { vi: 'Bạn: {count}', en: 'You: {count}' },
  paper: { vi: 'Bản giấy có {count} ô phải viết tay.', en: 'The paper form has {count} fields to write.' },
})
const parts = ['known', 'others', 'typed'] as const

export const CountBar = ({ count }: { count: Filing['count'] }) => (
  <Card title={t('title', { typed: count.typed, all: count.known + count.others + count.typed })}>
    <div class="count-bar" aria-hidden="true">
      {parts
        .filter((part) => count[part] > 0)
        .map((part) => (
          <i key={part} class={`count-${part}`} style={`--share:${count[part]}`} />
        ))}
    </div>
    <ul class="count-words">
      {parts.map((part) => (
        <li key={part}>
          <i class={`count-${part}`} aria-hidden="true" />
          {t(part, { count: count[part] })}
        </li>
      ))}
    </ul>
    <p class="quiet small spaced">{t('paper', { count: count.paper })}</p>
  </Card>
)
