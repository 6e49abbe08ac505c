// One case of mine, also when it has ended.
import { useLoad } from '../../../client/press.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { flag } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo, type PageProps } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Screen } from '../shell/screen.tsx'
import { CaseCard } from './case-card.tsx'
import { readOwnCases } from './own-cases.ts'
import { Withdraw } from './withdraw.tsx'

const t = phrases({
  title: { vi: 'Hồ sơ sai lệch', en: 'Mismatch case' },
  gone: { vi: 'Không có hồ sơ này', en: 'There is no such case' },
  goneMore: { vi: 'Các hồ sơ khác của bạn vẫn còn nguyên.', en: 'Your other cases are all there.' },
  all: { vi: 'Xem các hồ sơ', en: 'See the cases' },
})

export default function CasePage({ params }: PageProps) {
  const { data, problem, reload } = useLoad(readOwnCases)
  const own = data?.find(({ id }) => id === params['id'])
  return (
    <Screen title={t('title')} head={<TopBar title={own?.reference ?? t('title')} back={hrefTo('/cases')} />}>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <Skeleton lines={5} />}
      {own && <CaseCard own={own} />}
      {own?.mayWithdraw && <Withdraw own={own} onDone={reload} />}
      {data && !own && (
        <EmptyState
          icon={flag}
          title={t('gone')}
          action={<LinkButton href={hrefTo('/cases')}>{t('all')}</LinkButton>}
        >
          {t('goneMore')}
        </EmptyState>
      )}
    </Screen>
  )
}
