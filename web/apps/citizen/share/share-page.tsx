// What waits for her answer, and what she has shared with whom; or, where the address is one that a party's
// link or code opens, that request.
import './share.css'
import { useState } from 'preact/hooks'
import type { OutputOf } from '../../../../contract/operation.ts'
import type { ViewReceipts, ViewWaitingSharings } from '../../../../contract/sharing.ts'
import { usePages } from '../../../client/pages.ts'
import { useLoad } from '../../../client/press.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { GroupHead, Row, Rows } from '../../../ui/card.tsx'
import { now } from '../../../ui/clock.ts'
import { dateTimeVN, timeOrDayVN } from '../../../ui/format.ts'
import { alert, refresh, scan, search, share } from '../../../ui/icons.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { Pill, type PillTone } from '../../../ui/pill.tsx'
import { hrefTo, type PageProps } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { Screen } from '../shell/screen.tsx'
import { ownView } from '../shell/session.ts'
import { isHalfLink, linkIn } from './link.ts'
import { HalfLink, Opening } from './opening.tsx'
import { partyIcon } from './who-asks.tsx'

type Receipt = OutputOf<typeof ViewReceipts>['items'][number]

const t = phrases({
  title: { vi: 'Đã chia sẻ', en: 'What I shared' },
  lead: {
    vi: 'Mỗi lần bạn chia sẻ giấy tờ đều có biên nhận ở đây. Rút lại hay yêu cầu xoá lúc nào cũng được.',
    en: 'Every time you share from your documents there is a receipt here. Take it back, or ask for it to be erased, at any time.',
  },
  waiting: { vi: 'Đang chờ bạn trả lời', en: 'Waiting for your answer' },
  before: { vi: '{purpose} · trước {time}', en: '{purpose} · before {time}' },
  answer: { vi: 'Trả lời', en: 'Answer' },
  receipts: { vi: 'Biên nhận', en: 'Receipts' },
  detail: { vi: '{purpose} · {count} mục · {at}', en: '{purpose} · {count} items · {at}' },
  sending: { vi: 'Đang gửi', en: 'Sending' },
  undeliverable: { vi: 'Chưa gửi được', en: 'Not delivered' },
  withdrawn: { vi: 'Đã rút lại', en: 'Taken back' },
  overdue: { vi: 'Quá hạn trả lời', en: 'Answer overdue' },
  more: { vi: 'Xem thêm', en: 'Show more' },
  none: { vi: 'Bạn chưa chia sẻ gì', en: 'You have shared nothing yet' },
  noneMore: {
    vi: 'Khi một ngân hàng, khách sạn hay phòng khám cần giấy tờ, họ đưa mã hoặc liên kết. Bạn thấy họ hỏi gì, chọn mục rồi mới gửi.',
    en: 'When a bank, a hotel or a clinic needs your documents, they give you a code or a link. You see what they ask, choose, and only then send.',
  },
  scan: { vi: 'Quét mã', en: 'Scan a code' },
  parties: { vi: 'Ai được phép hỏi giấy tờ', en: 'Who may ask for documents' },
  partiesMore: { vi: 'Từng nơi, được hỏi gì, để làm gì', en: 'Each of them, for what, and why' },
})

const Waiting = () => {
  const { data, problem, reload } = useLoad(() => ownView<typeof ViewWaitingSharings>('sharing.waiting', {}))
  // The receipts say so, once for both.
  if (problem?.isOfNetwork) {
    return null
  }
  if (problem) {
    return <ProblemNotice problem={problem} onRetry={reload} />
  }
  return data && data.items.length > 0 ? (
    <>
      <GroupHead title={t('waiting')} />
      <Rows>
        {data.items.map((one) => (
          <Row
            key={one.id}
            icon={partyIcon(one.party)}
            tone="gold"
            title={inLanguage(one.party.name)}
            detail={t('before', {
              purpose: inLanguage(one.purpose.words),
              time: timeOrDayVN(one.expiresAt, now()),
            })}
            end={<Pill tone="gold">{t('answer')}</Pill>}
            href={hrefTo(`/share/${one.id}`)}
          />
        ))}
      </Rows>
    </>
  ) : null
}

/** Only what is not as it should be, or what she did afterwards, is said. */
const stateOf = ({ state, withdrawal, erasure }: Receipt): readonly [PillTone, string, string] | null => {
  if (withdrawal?.answer === 'overdue' || erasure?.answer === 'overdue') {
    return ['son', alert, t('overdue')]
  }
  if (withdrawal) {
    return ['neutral', refresh, t('withdrawn')]
  }
  return state === 'sending'
    ? ['cham', refresh, t('sending')]
    : state === 'undeliverable'
      ? ['gold', alert, t('undeliverable')]
      : null
}

const ReceiptRow = ({ receipt }: { receipt: Receipt }) => {
  const state = stateOf(receipt)
  // As her consent counted them: a document that is shown without a claim is one.
  const count = receipt.shared.reduce((sum, { claims }) => sum + Math.max(1, claims.length), 0)
  return (
    <Row
      icon={partyIcon(receipt.party)}
      tone="cham"
      title={inLanguage(receipt.party.name)}
      detail={t('detail', {
        purpose: inLanguage(receipt.purpose.words),
        count,
        at: dateTimeVN(receipt.agreedAt),
      })}
      below={
        state && (
          <span class="receipt-state">
            <Pill tone={state[0]} icon={state[1]}>
              {state[2]}
            </Pill>
          </span>
        )
      }
      href={hrefTo(`/share/receipt/${receipt.id}`)}
    />
  )
}

const Receipts = ({ onRetry }: { onRetry: () => void }) => {
  const { items, problem, isLoading, hasMore, more, retry } = usePages((cursor) =>
    ownView<typeof ViewReceipts>('sharing.receipts', { cursor }),
  )
  return (
    <>
      {problem && (
        <ProblemNotice
          problem={problem}
          onRetry={() => {
            retry()
            onRetry()
          }}
        />
      )}
      {items.length > 0 && (
        <>
          <GroupHead title={t('receipts')} />
          <Rows>
            {items.map((receipt) => (
              <ReceiptRow key={receipt.id} receipt={receipt} />
            ))}
          </Rows>
        </>
      )}
      {isLoading && <Skeleton lines={4} />}
      {!isLoading && !problem && items.length === 0 && (
        <EmptyState
          icon={share}
          title={t('none')}
          action={
            <LinkButton kind="primary" icon={scan} href={hrefTo('/scan')}>
              {t('scan')}
            </LinkButton>
          }
        >
          {t('noneMore')}
        </EmptyState>
      )}
      {hasMore && !isLoading && (
        <Button isWide onPress={more}>
          {t('more')}
        </Button>
      )}
    </>
  )
}

const List = () => {
  const [round, again] = useState(0)
  return (
    <Screen title={t('title')} head={<TopBar title={t('title')} back={hrefTo('/looks')} />}>
      <p class="quiet">{t('lead')}</p>
      <Waiting key={round} />
      <Receipts onRetry={() => again((n) => n + 1)} />
      <Rows>
        <Row icon={search} title={t('parties')} detail={t('partiesMore')} href={hrefTo('/parties')} />
      </Rows>
    </Screen>
  )
}

export default function SharePage({ query }: PageProps) {
  const wanted = linkIn(query)
  if (wanted) {
    return <Opening key={query.toString()} wanted={wanted} />
  }
  return isHalfLink(query) ? <HalfLink /> : <List />
}
