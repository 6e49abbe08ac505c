// The receipt of one sharing: what went to whom and why, whether it has arrived, and what she can still do:
// take it back, or ask for it to be erased, each with what it means and by when there is an answer.
import './share.css'
import { useEffect } from 'preact/hooks'
import type { OutputOf } from '../../../../contract/operation.ts'
import type { AskErasure, ViewReceipt, WithdrawSharing } from '../../../../contract/sharing.ts'
import { useLoad } from '../../../client/press.ts'
import { Status, useStep } from '../../../ui/attention.tsx'
import { ButtonRow, LinkButton } from '../../../ui/button.tsx'
import { Card, Row, Rows } from '../../../ui/card.tsx'
import { DataPairs } from '../../../ui/data-pairs.tsx'
import { dateTimeVN, dateVN } from '../../../ui/format.ts'
import { alert, arrowRight, check, eye, refresh } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { hrefTo, type PageProps } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { Skeleton } from '../../../ui/waiting.tsx'
import { readKinds } from '../documents/use-documents.ts'
import { AskedDeed } from '../shell/asked-deed.tsx'
import { Screen } from '../shell/screen.tsx'
import { ownDeed, ownView } from '../shell/session.ts'
import { claimTitle, lowerFirst, typeTitle, type Types } from './claim-text.ts'
import { NotOpened } from './not-shareable.tsx'
import { PartyHead } from './who-asks.tsx'
import { Wishes } from './wishes.tsx'

type Receipt = OutputOf<typeof ViewReceipt>

const t = phrases({
  title: { vi: 'Biên nhận chia sẻ', en: 'Receipt of sharing' },
  sending: { vi: 'Đang gửi tới {party}', en: 'On its way to {party}' },
  sendingMore: {
    vi: 'Thường mất vài giây. Bạn rời trang này được, chúng tôi vẫn gửi tiếp.',
    en: 'It usually takes some seconds. You can leave this page; it goes on being sent.',
  },
  delivered: { vi: '{party} đã nhận', en: '{party} has it' },
  deliveredMore: {
    vi: 'Họ nhận đúng những mục dưới đây, không hơn.',
    en: 'They got what stands below and no more.',
  },
  undeliverable: { vi: 'Chưa gửi được tới {party}', en: 'It could not be delivered to {party}' },
  undeliverableMore: {
    vi: 'Máy chủ của họ không báo đã nhận. Muốn tiếp tục, hãy bắt đầu lại từ trang của họ; không muốn nữa, hãy rút lại và yêu cầu xoá để chắc chắn họ không giữ gì.',
    en: 'Their server did not say that it took it. To go on, begin again at their page. If you no longer want to, take it back and ask for it to be erased, to be sure that they keep nothing.',
  },
  back: { vi: 'Quay lại {party}', en: 'Back to {party}' },
  what: { vi: 'Những gì đã chia sẻ', en: 'What was shared' },
  holds: { vi: 'Bạn có giấy tờ này', en: 'You hold this document' },
  about: { vi: 'Để làm gì', en: 'What for' },
  purpose: { vi: 'Mục đích', en: 'Purpose' },
  reference: { vi: 'Mã yêu cầu', en: 'Reference' },
  law: { vi: 'Căn cứ', en: 'Law' },
  retention: { vi: 'Thời gian giữ', en: 'Kept for' },
  until: { vi: '{words}, đến {day}', en: '{words}, until {day}' },
  at: { vi: 'Bạn đồng ý lúc', en: 'You agreed at' },
  withdraw: { vi: 'Rút lại', en: 'Take back' },
  askWithdraw: { vi: 'Rút lại đồng ý với {party}?', en: 'Take back what you agreed with {party}?' },
  withdrawn: {
    vi: 'Họ phải ngừng dùng những gì đã nhận cho việc này và trả lời bạn. Việc đã làm trước lúc này vẫn có giá trị.',
    en: 'They must stop using what they got for this, and answer you. What was done before stays good.',
  },
  withdrawnLaw: {
    vi: 'Họ phải ngừng dùng cho việc mới và trả lời bạn. Những gì đã nhận, luật bắt họ giữ: {words}. Căn cứ: {law}.',
    en: 'They must stop using it for anything new, and answer you. What they got, a law makes them keep: {words}. By: {law}.',
  },
  erase: { vi: 'Yêu cầu xoá', en: 'Ask to erase' },
  askErase: { vi: 'Yêu cầu {party} xoá?', en: 'Ask {party} to erase it?' },
  erased: {
    vi: 'Họ phải xoá những gì đã nhận và trả lời bạn. Sen không giữ bản nào.',
    en: 'They must erase what they got, and answer you. Sen keeps no copy.',
  },
  erasedLaw: {
    vi: 'Họ phải xoá những gì luật không bắt giữ và trả lời bạn. Phần còn lại vẫn phải giữ: {words}. Căn cứ: {law}.',
    en: 'They must erase what no law makes them keep, and answer you. The rest has to stay: {words}. By: {law}.',
  },
  looks: { vi: 'Ai đã xem dữ liệu của tôi', en: 'Who looked at my data' },
  looksMore: { vi: 'Lần chia sẻ này có một dòng ở đó', en: 'This sharing has a line there' },
})

const FIRST_ms = 1200
const LONGEST_ms = 20_000

/** Gently: soon at first, then less and less often, for as long as the page is looked at. */
const usePolling = (state: Receipt['state'] | undefined, reload: () => void) =>
  useEffect(() => {
    if (state !== 'sending') {
      return
    }
    let wait_ms = FIRST_ms
    let timer = 0
    const look = () => {
      if (!document.hidden) {
        reload()
      }
      wait_ms = Math.min(wait_ms * 1.7, LONGEST_ms)
      timer = window.setTimeout(look, wait_ms)
    }
    timer = window.setTimeout(look, wait_ms)
    return () => clearTimeout(timer)
  }, [state])

const looks = {
  sending: { tone: 'info', icon: refresh },
  delivered: { tone: 'ok', icon: check },
  undeliverable: { tone: 'warn', icon: alert },
} as const

const Arrival = ({ receipt, party }: { receipt: Receipt; party: string }) => {
  const { tone, icon } = looks[receipt.state]
  return (
    <Status as="div">
      <Notice isQuiet tone={tone} icon={icon} title={t(receipt.state, { party })}>
        {t(`${receipt.state}More`)}
      </Notice>
    </Status>
  )
}

const What = ({ receipt: { shared }, types }: { receipt: Receipt; types: Types }) => (
  <Card title={t('what')}>
    {shared.map(({ type, claims }) => (
      <div key={type} class="shared-of">
        <h3>{typeTitle(type, types)}</h3>
        <ul>
          {claims.map((name) => (
            <li key={name}>{claimTitle({ type, name }, types)}</li>
          ))}
          {claims.length === 0 && <li>{t('holds')}</li>}
        </ul>
      </div>
    ))}
  </Card>
)

const About = ({ receipt: { purpose, reference, keptUntil, agreedAt } }: { receipt: Receipt }) => {
  const words = inLanguage(purpose.retention.words)
  return (
    <Card title={t('about')}>
      <DataPairs
        pairs={[
          { label: t('purpose'), value: inLanguage(purpose.words) },
          ...(reference === null ? [] : [{ label: t('reference'), value: reference }]),
          { label: t('law'), value: inLanguage(purpose.law) },
          {
            label: t('retention'),
            value: keptUntil === null ? words : t('until', { words, day: dateVN(keptUntil) }),
          },
          { label: t('at'), value: dateTimeVN(agreedAt) },
        ]}
      />
    </Card>
  )
}

/** Also of what they never said they took: it went to them, and may have been read. */
const Afterwards = ({ receipt, party, onDone }: { receipt: Receipt; party: string; onDone: () => void }) => {
  const { purpose, withdrawal, erasure, id } = receipt
  const { by, words } = purpose.retention
  const law = { law: inLanguage(purpose.law), words: lowerFirst(inLanguage(words)) }
  if (withdrawal && erasure) {
    return null
  }
  return (
    <ButtonRow>
      {!withdrawal && (
        <AskedDeed
          label={t('withdraw')}
          title={t('askWithdraw', { party })}
          effect={by === 'law' ? t('withdrawnLaw', law) : t('withdrawn')}
          onYes={() => ownDeed<typeof WithdrawSharing>('sharing.withdraw', { id }).then(onDone)}
        />
      )}
      {!erasure && (
        <AskedDeed
          label={t('erase')}
          title={t('askErase', { party })}
          effect={by === 'law' ? t('erasedLaw', law) : t('erased')}
          onYes={() => ownDeed<typeof AskErasure>('sharing.ask-erasure', { id }).then(onDone)}
        />
      )}
    </ButtonRow>
  )
}

const read = async (id: string): Promise<{ receipt: Receipt; types: Types }> => {
  const [receipt, types] = await Promise.all([
    ownView<typeof ViewReceipt>('sharing.receipt', { id }),
    readKinds().then(
      (kinds) => kinds.types,
      () => [],
    ),
  ])
  return { receipt, types }
}

export default function ReceiptPage({ params }: PageProps) {
  const { data, problem, reload } = useLoad(() => read(params['id'] ?? ''))
  const receipt = data?.receipt
  usePolling(receipt?.state, reload)
  useStep(receipt ? `${receipt.withdrawal !== null} ${receipt.erasure !== null}` : null)
  const party = receipt ? inLanguage(receipt.party.name) : ''
  return (
    <Screen
      title={t('title')}
      head={<TopBar title={t('title')} back={hrefTo('/share')} />}
      action={
        receipt?.returnTo && (
          <LinkButton kind="primary" isWide iconEnd={arrowRight} href={receipt.returnTo}>
            {t('back', { party })}
          </LinkButton>
        )
      }
    >
      {problem && !receipt && (
        <NotOpened problem={problem} shapeless="sharing.no-such-receipt" again={reload} />
      )}
      {!data && !problem && <Skeleton lines={5} />}
      {data && receipt && (
        <>
          <Arrival receipt={receipt} party={party} />
          <section class="card">
            <PartyHead party={receipt.party} />
          </section>
          <Wishes receipt={receipt} party={party} />
          <What receipt={receipt} types={data.types} />
          <About receipt={receipt} />
          <Rows>
            <Row icon={eye} tone="cham" title={t('looks')} detail={t('looksMore')} href={hrefTo('/looks')} />
          </Rows>
          <Afterwards receipt={receipt} party={party} onDone={reload} />
        </>
      )}
    </Screen>
  )
}
