// Every registered party and what it may ask people for, why, by which law and for how long: for anyone, with
// or without an account.
import '../../../ui/card.css'
import './share.css'
import { useEffect, useState } from 'preact/hooks'
import type { OutputOf } from '../../../../contract/operation.ts'
import type { ListParties } from '../../../../contract/sharing.ts'
import type { ViewDocumentTypes } from '../../../../contract/documents.ts'
import { view } from '../../../client/call.ts'
import { usePages } from '../../../client/pages.ts'
import { useLoad } from '../../../client/press.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Status } from '../../../ui/attention.tsx'
import { Button } from '../../../ui/button.tsx'
import { DataPairs } from '../../../ui/data-pairs.tsx'
import { Field } from '../../../ui/field.tsx'
import { dateVN } from '../../../ui/format.ts'
import { ban, globe, Icon, lock, search } from '../../../ui/icons.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { hrefTo, type PageProps } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { isAskedOf } from '../documents/own-documents.ts'
import { Screen } from '../shell/screen.tsx'
import { claimTitle, typeTitle, type Types } from './claim-text.ts'
import { partyIcon, partyKind } from './who-asks.tsx'

type Registered = OutputOf<typeof ListParties>['items'][number]
type Purpose = Registered['purposes'][number]

const t = phrases({
  title: { vi: 'Ai được phép hỏi giấy tờ', en: 'Who may ask for documents' },
  lead: {
    vi: 'Chỉ những nơi dưới đây được hỏi, và chỉ những mục đã đăng ký. Hỏi nhiều hơn thì bị chặn. Bạn luôn có quyền từ chối.',
    en: 'Only those below may ask, and only for what they registered. Whoever asks for more is blocked. You can always refuse.',
  },
  search: { vi: 'Tìm theo tên hoặc địa chỉ trang', en: 'Find by name or address' },
  found: { vi: 'Tìm thấy {count} nơi', en: '{count} found' },
  noneFound: { vi: 'Không có nơi nào như vậy', en: 'No such organisation' },
  noneFoundMore: {
    vi: 'Nơi không có trong danh sách thì không được hỏi giấy tờ qua Sen.',
    en: 'Whoever is not on this list may not ask for documents through Sen.',
  },
  none: { vi: 'Chưa có nơi nào đăng ký', en: 'Nobody is registered yet' },
  suspended: { vi: 'Đang tạm dừng', en: 'Suspended' },
  ended: { vi: 'Đã hết thoả thuận', en: 'Agreement over' },
  law: { vi: 'Căn cứ', en: 'Law' },
  retention: { vi: 'Thời gian giữ', en: 'Kept for' },
  agreement: { vi: 'Thoả thuận số', en: 'Agreement' },
  until: { vi: '{number}, đến {day}', en: '{number}, until {day}' },
  contact: { vi: 'Liên hệ về dữ liệu', en: 'Contact for your data' },
  ways: { vi: 'Hỏi bằng cách nào', en: 'How they ask' },
  link: { vi: 'liên kết hoặc mã trên trang của họ', en: 'a link or code on their page' },
  printed: { vi: 'mã in sẵn tại chỗ', en: 'a printed code at their place' },
  pushed: { vi: 'gửi thẳng tới ứng dụng của bạn', en: 'straight to your app' },
  holds: { vi: 'chỉ hỏi có giấy tờ này hay không', en: 'only whether you hold it' },
  more: { vi: 'Xem thêm', en: 'Show more' },
})

const PurposeView = ({ purpose, types }: { purpose: Purpose; types: Types }) => (
  <section class="may-ask">
    <h3>{inLanguage(purpose.words)}</h3>
    {purpose.asks.map(({ type, claims }) => (
      <p key={type}>
        <b>{typeTitle(type, types)}</b>:{' '}
        {claims.length > 0 ? claims.map((name) => claimTitle({ type, name }, types)).join(', ') : t('holds')}
      </p>
    ))}
    <p class="quiet small">
      {inLanguage(purpose.law)}
      <br />
      {t('retention')}: {inLanguage(purpose.retention.words)}
    </p>
  </section>
)

const PartyCard = ({ party, types, isOpen }: { party: Registered; types: Types; isOpen: boolean }) => {
  const { state, agreement } = party
  const day = dateVN(agreement.until)
  return (
    <details class="card party" open={isOpen}>
      <summary>
        <span class="party-sign">
          <Icon of={partyIcon(party)} size={24} />
        </span>
        <span>
          <b>{inLanguage(party.name)}</b>
          <small>
            <Icon of={globe} size={15} />
            {party.domain} · {partyKind(party)}
          </small>
          {state !== 'active' && (
            <Pill tone={state === 'ended' ? 'neutral' : 'gold'} icon={state === 'ended' ? ban : lock}>
              {t(state)}
            </Pill>
          )}
        </span>
      </summary>
      {party.purposes.map((purpose) => (
        <PurposeView key={purpose.id} purpose={purpose} types={types} />
      ))}
      <DataPairs
        pairs={[
          { label: t('ways'), value: party.ways.map((way) => t(way)).join('; ') },
          { label: t('agreement'), value: t('until', { number: agreement.number, day }) },
          { label: t('contact'), value: party.contact },
        ]}
      />
    </details>
  )
}

const isWanted = (party: Registered, asked: string): boolean =>
  isAskedOf([party.name.vi, party.name.en, party.domain, partyKind(party)], asked)

const useTypes = (): Types => {
  const { data } = useLoad(() => view<typeof ViewDocumentTypes>('documents.types', {}))
  return data?.types ?? []
}

const Parties = ({ wanted }: { wanted: string | null }) => {
  const [asked, ask] = useState('')
  const types = useTypes()
  const { items, problem, isLoading, hasMore, more, retry } = usePages((cursor) =>
    view<typeof ListParties>('sharing.parties', { cursor }),
  )
  // Whoever is looked for may stand on a later page.
  const isSeeking = asked.trim() !== '' || (wanted !== null && !items.some(({ id }) => id === wanted))
  useEffect(() => {
    if (isSeeking && hasMore && !isLoading && !problem) {
      more()
    }
  }, [isSeeking, hasMore, isLoading])
  const found = items
    .filter((party) => isWanted(party, asked))
    .toSorted((a, b) => Number(b.id === wanted) - Number(a.id === wanted))
  const isDone = !isLoading && !problem
  return (
    <>
      <Field id="find" type="search" label={t('search')} value={asked} onValue={ask} />
      <Status class="unseen">{asked && isDone ? t('found', { count: found.length }) : ''}</Status>
      {problem && <ProblemNotice problem={problem} onRetry={retry} />}
      {found.map((party) => (
        <PartyCard key={party.id} party={party} types={types} isOpen={party.id === wanted} />
      ))}
      {isLoading && <Skeleton lines={4} />}
      {isDone && !hasMore && found.length === 0 && (
        <EmptyState icon={search} title={t(items.length === 0 ? 'none' : 'noneFound')}>
          {t('noneFoundMore')}
        </EmptyState>
      )}
      {hasMore && isDone && (
        <Button isWide onPress={more}>
          {t('more')}
        </Button>
      )}
    </>
  )
}

export default function PartiesPage({ query }: PageProps) {
  return (
    <Screen title={t('title')} head={<TopBar title={t('title')} back={hrefTo('/share')} />}>
      <p class="quiet">{t('lead')}</p>
      <Parties wanted={query.get('party')} />
    </Screen>
  )
}
