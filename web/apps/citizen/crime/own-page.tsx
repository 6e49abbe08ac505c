// One report under her name.
import { useState } from 'preact/hooks'
import type { AnswerAsOwner } from '../../../../contract/crime-report.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { useLoad } from '../../../client/press.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { shield } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { hrefTo, type PageProps } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { Screen } from '../shell/screen.tsx'
import { ownDeed } from '../shell/session.ts'
import { CourseCards } from './course-cards.tsx'
import { readOwnReports } from './crime-page.tsx'

const t = phrases({
  title: { vi: 'Tin bạn đã báo', en: 'What you reported' },
  hidden: { vi: 'Tên được giữ kín', en: 'Your name is kept secret' },
  shown: { vi: 'Cán bộ thấy tên bạn', en: 'The officer sees your name' },
  gone: { vi: 'Không có tin này', en: 'There is no such report' },
  goneMore: {
    vi: 'Các tin bạn gửi có tên vẫn còn ở danh sách.',
    en: 'What you reported under your name is in the list.',
  },
  all: { vi: 'Mọi tin của bạn', en: 'All of yours' },
})

type Own = OutputOf<typeof AnswerAsOwner>

const OwnReport = ({ read }: { read: Own }) => {
  const [own, setOwn] = useState(read)
  return (
    <>
      <p class="crime-pills">
        <Pill tone="cham">{own.reference}</Pill>
        <Pill>{t(own.isNameShown ? 'shown' : 'hidden')}</Pill>
      </p>
      <CourseCards
        course={own}
        isNamed
        onSay={async (text) => {
          const input = { id: own.id, text }
          setOwn(await ownDeed<typeof AnswerAsOwner>('crime-report.answer-own', input))
        }}
      />
    </>
  )
}

export default function OwnReportPage({ params }: PageProps) {
  const { data, problem, reload } = useLoad(readOwnReports)
  const own = data?.find(({ id }) => id === params['id'])
  return (
    <Screen title={t('title')} head={<TopBar title={t('title')} back={hrefTo('/crime')} />}>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <Skeleton lines={6} />}
      {own && <OwnReport key={own.id} read={own} />}
      {data && !own && (
        <EmptyState
          icon={shield}
          title={t('gone')}
          action={<LinkButton href={hrefTo('/crime')}>{t('all')}</LinkButton>}
        >
          {t('goneMore')}
        </EmptyState>
      )}
    </Screen>
  )
}
