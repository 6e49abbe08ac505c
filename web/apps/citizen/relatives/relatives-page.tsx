// Trusted relatives: who asks me now, whom I named with the time that each still takes, and who named me.
import './relatives.css'
import { useLoad } from '../../../client/press.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { GroupHead } from '../../../ui/card.tsx'
import { dateTimeVN } from '../../../ui/format.ts'
import { phoneCall } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { Skeleton } from '../../../ui/waiting.tsx'
import { Screen } from '../shell/screen.tsx'
import { NamedByMe } from './named-by-me.tsx'
import { NamedMe, ToAnswer } from './named-me.tsx'
import { loadAsks, loadRelatives, type Ask } from './relatives.ts'

const t = phrases({
  title: { vi: 'Người thân tin cậy', en: 'Trusted relatives' },
  what: {
    vi: 'Khi bạn mất điện thoại, họ xác nhận giúp hoặc khoá giúp tài khoản. Họ không xem được giấy tờ nào của bạn.',
    en: 'When your phone is lost they confirm that it is you, or lock the account. They see none of your documents.',
  },
  asks: { vi: 'Đang nhờ bạn xác nhận', en: 'Asks you to confirm' },
  askOf: {
    vi: '{name} mất điện thoại và nhờ bạn xác nhận',
    en: '{name} has lost the phone and asks you to confirm',
  },
  askMore: {
    vi: 'Gọi cho người ấy bằng số bạn vẫn gọi, nghe giọng và số đối chiếu. Trả lời trước {until}.',
    en: 'Call on the number that you always call, hear the voice and the number. Answer before {until}.',
  },
  answer: { vi: 'Trả lời', en: 'Answer' },
})

const AskCard = ({ ask }: { ask: Ask }) => (
  <Notice
    tone="warn"
    icon={phoneCall}
    title={t('askOf', { name: ask.name })}
    action={
      <LinkButton size="small" kind="primary" href={hrefTo(`/family/relatives/${ask.id}`)}>
        {t('answer')}
      </LinkButton>
    }
  >
    {t('askMore', { until: dateTimeVN(ask.endsAt) })}
  </Notice>
)

export default function RelativesPage() {
  const { data, problem, reload } = useLoad(loadRelatives)
  const { data: asks } = useLoad(loadAsks)
  return (
    <Screen title={t('title')} head={<TopBar title={t('title')} back={hrefTo('/me')} />}>
      {asks && asks.length > 0 && (
        <>
          <GroupHead title={t('asks')} />
          {asks.map((ask) => (
            <AskCard key={ask.id} ask={ask} />
          ))}
        </>
      )}
      <p class="quiet">{t('what')}</p>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <Skeleton lines={5} />}
      {data && (
        <>
          <ToAnswer all={data.namedBy} onChange={reload} />
          <NamedByMe relatives={data} onChange={reload} />
          <NamedMe all={data.namedBy} onChange={reload} />
        </>
      )}
    </Screen>
  )
}
