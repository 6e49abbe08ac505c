// What must have been looked at before anything is decided; the number beside each ticks it.
import { Card } from '../../../ui/card.tsx'
import { cx } from '../../../ui/class-names.ts'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { Refusal } from '../shell/refusal.tsx'
import type { Problem } from '../../../client/problem.ts'
import type { Dossier } from './dossier.ts'

const t = phrases({
  title: { vi: 'Phải xem trước khi quyết', en: 'To be looked at first' },
  done: { vi: '{n}/{of}', en: '{n}/{of}' },
  none: { vi: 'Thủ tục này không có mục kiểm tra.', en: 'This service has no checklist.' },
})

export const ChecklistCard = ({
  checklist,
  mayTick,
  problem,
  onTick,
}: {
  checklist: Dossier['checklist']
  mayTick: boolean
  problem: Problem | null
  onTick: (item: string, isTicked: boolean) => void
}) => {
  const ticked = checklist.filter(({ isTicked }) => isTicked).length
  return (
    <Card
      title={t('title')}
      aside={
        checklist.length > 0 && (
          <Pill tone={ticked === checklist.length ? 'ok' : 'neutral'}>
            {t('done', { n: ticked, of: checklist.length })}
          </Pill>
        )
      }
    >
      <Refusal problem={problem} />
      {checklist.length === 0 && <p class="quiet">{t('none')}</p>}
      <ul class="dos-checks">
        {checklist.map(({ id, words, isTicked }, i) => (
          <li key={id}>
            <label class={cx('checkbox', isTicked && 'is-ticked')}>
              <input
                type="checkbox"
                checked={isTicked}
                disabled={!mayTick}
                aria-keyshortcuts={mayTick && i < 9 ? String(i + 1) : undefined}
                onChange={(event) => onTick(id, event.currentTarget.checked)}
              />
              <span>{inLanguage(words)}</span>
              {mayTick && i < 9 && <kbd aria-hidden="true">{i + 1}</kbd>}
            </label>
          </li>
        ))}
      </ul>
    </Card>
  )
}
