// A case that is on its way, or that could not be read: then why, and the way back to its list.
import type { ComponentChildren } from 'preact'
import type { Problem } from '../../../client/problem.ts'
import { Button } from '../../../ui/button.tsx'
import { PageHead } from '../../../ui/console-frame.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { navigate } from '../../../ui/router.tsx'
import { Skeleton } from '../../../ui/waiting.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { Refusal } from '../shell/refusal.tsx'

const t = phrases({ list: { vi: 'Về danh sách', en: 'Back to the list' } })

/** `list`: the path of the list that the case stands in. */
export const WaitingCase = ({
  title,
  beside,
  list,
  problem,
  onRetry,
}: {
  title: string
  beside?: ComponentChildren
  list: string
  problem: Problem | null
  onRetry: () => void
}) => (
  <CounterFrame title={title}>
    <PageHead title={title} beside={beside} />
    {problem ? (
      <Refusal
        problem={problem}
        onRetry={onRetry}
        action={
          problem.isOfNetwork ? undefined : (
            <Button size="small" onPress={() => navigate(list)}>
              {t('list')}
            </Button>
          )
        }
      />
    ) : (
      <Skeleton lines={6} />
    )}
  </CounterFrame>
)
