// Her petitions, those that wait first seen; the way to write one, and what the public may know of all.
import { useLoad } from '../../../client/press.ts'
import { topicWords } from '../../../kit/petition-words.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { GroupHead, Row, Rows } from '../../../ui/card.tsx'
import { dateVN } from '../../../ui/format.ts'
import { chart, check, message, pencil } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { hrefTo } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { Screen } from '../shell/screen.tsx'
import { readOwnPetitions, type OwnPetition } from './own-petitions.ts'

const t = phrases({
  title: { vi: 'Phản ánh, kiến nghị', en: 'Petitions' },
  lead: {
    vi: 'Viết cho cơ quan có thẩm quyền về việc bạn thấy chưa đúng hoặc nên làm tốt hơn. Có trả lời trong 10 ngày làm việc.',
    en: 'Write to the competent office about what is wrong or could be better. You hear within 10 working days.',
  },
  send: { vi: 'Gửi phản ánh', en: 'Send a petition' },
  none: { vi: 'Bạn chưa gửi phản ánh nào', en: 'You have sent no petition' },
  waiting: { vi: 'Đang chờ trả lời', en: 'Waiting for an answer' },
  answered: { vi: 'Đã trả lời', en: 'Answered' },
  due: { vi: '{office} trả lời trước {day}', en: '{office} answers by {day}' },
  ended: { vi: '{office} trả lời ngày {day}', en: '{office} answered on {day}' },
  late: { vi: 'Quá hạn', en: 'Overdue' },
  all: { vi: 'Của mọi người', en: 'Of everybody' },
  statistics: { vi: 'Số liệu công khai', en: 'Public figures' },
  statisticsMore: {
    vi: 'Mỗi tháng có bao nhiêu phản ánh, bao nhiêu được trả lời đúng hạn',
    en: 'How many petitions a month, and how many are answered in time',
  },
})

const PetitionRow = ({ own }: { own: OwnPetition }) => {
  const { office, endedAt, dueAt, isOverdue } = own
  return (
    <Row
      icon={endedAt ? check : message}
      tone={endedAt ? 'ok' : 'jade'}
      title={topicWords(own.topic)}
      detail={
        endedAt ? t('ended', { office, day: dateVN(endedAt) }) : t('due', { office, day: dateVN(dueAt) })
      }
      href={hrefTo(`/petitions/${own.id}`)}
      end={!endedAt && isOverdue && <Pill tone="son">{t('late')}</Pill>}
    />
  )
}

const Group = ({ title, items }: { title: string; items: readonly OwnPetition[] }) =>
  items.length > 0 ? (
    <>
      <GroupHead title={title} />
      <Rows>
        {items.map((own) => (
          <PetitionRow key={own.id} own={own} />
        ))}
      </Rows>
    </>
  ) : null

export default function PetitionsPage() {
  const { data, problem, reload } = useLoad(readOwnPetitions)
  const send = (
    <LinkButton kind="primary" isWide icon={pencil} href={hrefTo('/petitions/new')}>
      {t('send')}
    </LinkButton>
  )
  return (
    <Screen
      title={t('title')}
      head={<TopBar title={t('title')} back={hrefTo('/services')} />}
      action={data && data.length > 0 && send}
    >
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <Skeleton lines={5} />}
      {data && data.length > 0 && <p class="quiet">{t('lead')}</p>}
      {data?.length === 0 && (
        <EmptyState icon={message} title={t('none')} action={send}>
          {t('lead')}
        </EmptyState>
      )}
      <Group title={t('waiting')} items={data?.filter(({ endedAt }) => !endedAt) ?? []} />
      <Group title={t('answered')} items={data?.filter(({ endedAt }) => endedAt) ?? []} />
      <GroupHead title={t('all')} />
      <Rows>
        <Row
          icon={chart}
          tone="cham"
          title={t('statistics')}
          detail={t('statisticsMore')}
          href={hrefTo('/petitions/statistics')}
        />
      </Rows>
    </Screen>
  )
}
