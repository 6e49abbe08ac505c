// A refusal at the counter: the server's own sentence, the focus on it, a next step when there is one.
import { useFocusAt } from '../../../ui/attention.tsx'
import type { ComponentChildren } from 'preact'
import type { Problem } from '../../../client/problem.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'

const t = phrases({ again: { vi: 'Thử lại', en: 'Try again' } })

export const Refusal = ({
  problem,
  onRetry,
  action,
}: {
  problem: Problem | null
  onRetry?: () => void
  action?: ComponentChildren
}) => {
  const box = useFocusAt<HTMLDivElement>(problem)
  if (!problem) {
    return null
  }
  const isTransient = problem.isOfNetwork || problem.status >= 500 || problem.status === 429
  const next =
    action ??
    (isTransient && onRetry ? (
      <Button size="small" onPress={onRetry}>
        {t('again')}
      </Button>
    ) : undefined)
  return (
    <div ref={box} tabIndex={-1} class="refusal" data-code={problem.code}>
      <Notice tone={isTransient ? 'warn' : 'danger'} action={next}>
        {problem.detail}
      </Notice>
    </div>
  )
}
