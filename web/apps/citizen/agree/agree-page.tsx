// Dossiers of others that need her agreement: what waits for her answer, and what she answered.
import type { ListConsents } from '../../../../contract/dossiers.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { useLoad } from '../../../client/press.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { GroupHead, Row, Rows } from '../../../ui/card.tsx'
import { now } from '../../../ui/clock.ts'
import { timeOrDayVN } from '../../../ui/format.ts'
import { check, clock, close, signature } from '../../../ui/icons.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { hrefTo } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { Screen } from '../shell/screen.tsx'
import { ownView } from '../shell/session.ts'

type Consent = OutputOf<typeof ListConsents>['items'][number]

const t = phrases({
  title: { vi: 'Xin ý kiến của tôi', en: 'Asked to agree' },
  lead: {
    vi: 'Có việc của người khác cần bạn đồng ý. Bạn xem rồi mới quyết định; không đồng ý cũng không phải nêu lý do.',
    en: 'Something of somebody else needs your agreement. You look first and then decide, and need not say why.',
  },
  waiting: { vi: 'Đang chờ bạn trả lời', en: 'Waiting for your answer' },
  answered: { vi: 'Đã trả lời', en: 'Answered' },
  asks: { vi: '{asker} hỏi · trả lời trước {at}', en: '{asker} asks · answer by {at}' },
  asked: { vi: '{asker} hỏi', en: '{asker} asked' },
  answer: { vi: 'Trả lời', en: 'Answer' },
  agreed: { vi: 'Đã đồng ý', en: 'Agreed' },
  declined: { vi: 'Không đồng ý', en: 'Declined' },
  lapsed: { vi: 'Hết hạn', en: 'Lapsed' },
  none: { vi: 'Không ai đang hỏi ý kiến bạn', en: 'Nobody asks for your agreement' },
  noneMore: {
    vi: 'Khi có người chuyển về nhà bạn, hay hồ sơ của con bạn cần bạn đồng ý, chúng tôi hỏi bạn ở đây.',
    en: 'When somebody moves into your home, or a dossier of your child needs you, we ask you here.',
  },
})
const looks = {
  agreed: { tone: 'ok', icon: check },
  declined: { tone: 'neutral', icon: close },
  lapsed: { tone: 'neutral', icon: clock },
} as const

const Asked = ({ items, isWaiting }: { items: readonly Consent[]; isWaiting: boolean }) =>
  items.length === 0 ? null : (
    <>
      <GroupHead title={t(isWaiting ? 'waiting' : 'answered')} />
      <Rows>
        {items.map(({ id, title, asker, answerBy, state }) => (
          <Row
            key={id}
            icon={signature}
            tone={isWaiting ? 'gold' : 'neutral'}
            title={inLanguage(title)}
            detail={
              isWaiting ? t('asks', { asker, at: timeOrDayVN(answerBy, now()) }) : t('asked', { asker })
            }
            end={
              state === 'waiting' ? (
                <Pill tone="gold">{t('answer')}</Pill>
              ) : (
                <Pill tone={looks[state].tone} icon={looks[state].icon}>
                  {t(state)}
                </Pill>
              )
            }
            href={hrefTo(`/agree/${id}`)}
          />
        ))}
      </Rows>
    </>
  )

export default function AgreePage() {
  const { data, problem, reload } = useLoad(() => ownView<typeof ListConsents>('dossiers.consents', {}))
  const items = data?.items ?? []
  return (
    <Screen title={t('title')} head={<TopBar title={t('title')} back={hrefTo('/wallet')} />}>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <Skeleton lines={4} />}
      {items.length > 0 && <p class="quiet">{t('lead')}</p>}
      {data && items.length === 0 && (
        <EmptyState icon={signature} title={t('none')}>
          {t('noneMore')}
        </EmptyState>
      )}
      <Asked items={items.filter(({ state }) => state === 'waiting')} isWaiting />
      <Asked items={items.filter(({ state }) => state !== 'waiting')} isWaiting={false} />
    </Screen>
  )
}
