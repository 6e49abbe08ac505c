// A refusal on the sign-in page: the server's own sentence, the focus on it, and the ways on.
import { useFocusAt } from '../../ui/attention.tsx'
import type { ComponentChildren } from 'preact'
import type { Press } from '../../client/press.ts'
import { Notice } from '../../ui/notice.tsx'

export const Refusal = ({ of, action }: { of: Press; action?: ComponentChildren }) => {
  const box = useFocusAt<HTMLDivElement>(of.refusals)
  if (!of.problem) {
    return null
  }
  const isTransient = of.problem.isOfNetwork || of.problem.status >= 500 || of.problem.status === 429
  return (
    <div ref={box} tabIndex={-1} class="refusal" data-code={of.problem.code}>
      <Notice key={of.refusals} tone={isTransient ? 'warn' : 'danger'} action={action}>
        {of.problem.detail}
      </Notice>
    </div>
  )
}
