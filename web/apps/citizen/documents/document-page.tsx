// One document opened: how it stands in a sentence, all that its register says, and what can be done.
import './documents.css'
import { useEffect, useState } from 'preact/hooks'
import type { RemoveDocument, SyncDocument } from '../../../../contract/documents.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { usePress } from '../../../client/press.ts'
import { Status } from '../../../ui/attention.tsx'
import { Button, ButtonRow, LinkButton } from '../../../ui/button.tsx'
import { Card, Row, Rows } from '../../../ui/card.tsx'
import { now } from '../../../ui/clock.ts'
import { DataPairs } from '../../../ui/data-pairs.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { dateTimeVN, dateVN } from '../../../ui/format.ts'
import { eye, eyeOff, qr, refresh, search, trash } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { hrefTo, navigate, type PageProps } from '../../../ui/router.tsx'
import { toast } from '../../../ui/toast.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { Screen } from '../shell/screen.tsx'
import { ownDeed, useSession } from '../shell/session.ts'
import { Difference } from './difference.tsx'
import { DocumentFace } from './document-face.tsx'
import { standingOf, valueOf, type Held } from './own-documents.ts'
import { longStanding, standingLooks } from './standing-words.ts'
import { useDocuments } from './use-documents.ts'
import { WardConsent } from './ward-consent.tsx'

const t = phrases({
  title: { vi: 'Giấy tờ', en: 'Document' },
  none: { vi: 'Không có giấy tờ này trong ví', en: 'There is no such document in the wallet' },
  noneMore: { vi: 'Các giấy tờ khác của bạn vẫn còn nguyên.', en: 'Your other documents are all there.' },
  all: { vi: 'Xem các giấy tờ', en: 'See the documents' },
  says: { vi: 'Thông tin trên giấy tờ', en: 'What it says' },
  hidden: { vi: 'Đang che', en: 'Hidden' },
  showHidden: { vi: 'Hiện mục nhạy cảm', en: 'Show what is sensitive' },
  hide: { vi: 'Che lại', en: 'Hide it again' },
  about: { vi: 'Về giấy tờ này', en: 'About this document' },
  source: { vi: 'Nguồn', en: 'Source' },
  accepted: { vi: 'Dùng được ở đâu', en: 'Where it is taken' },
  law: { vi: 'Căn cứ', en: 'Law' },
  reference: { vi: 'Mã tra cứu', en: 'Reference' },
  synced: { vi: 'Cập nhật lần cuối', en: 'Last updated' },
  present: { vi: 'Xuất trình giấy tờ này', en: 'Present this document' },
  sync: { vi: 'Hỏi lại bây giờ', en: 'Ask again now' },
  synced2: { vi: 'Đang hỏi lại. Có bản mới sẽ hiện ở đây.', en: 'Asking again. What is new will show here.' },
  remove: { vi: 'Gỡ khỏi ví', en: 'Remove from the wallet' },
  removeAsk: { vi: 'Gỡ {title} khỏi ví?', en: 'Remove {title} from the wallet?' },
  removeMore: {
    vi: 'Giấy tờ ở nơi cấp không đổi. Bạn thêm lại lúc nào cũng được.',
    en: 'The one at its agency is unchanged. You can add it again at any time.',
  },
  cancel: { vi: 'Thôi', en: 'Cancel' },
  removed: { vi: 'Đã gỡ khỏi ví.', en: 'Removed from the wallet.' },
  points: { vi: 'Còn {count} trên {of} điểm', en: '{count} of {of} points left' },
  pointsBack: {
    vi: 'Không bị trừ thêm thì {day} trở lại đủ {of} điểm.',
    en: 'With none taken meanwhile, all {of} are back on {day}.',
  },
  looks: { vi: 'Ai đã xem', en: 'Who looked' },
  looksMore: { vi: 'Mỗi lần hỏi nơi cấp và mỗi lần xem', en: 'Each question to the agency, and each look' },
  day: { vi: 'ngày {day}', en: 'on {day}' },
})

const Points = ({ held }: { held: Held }) => {
  const { count } = held.type
  const left = count && held.own.values?.[count.claim]
  if (!count || typeof left !== 'number') {
    return null
  }
  const back = held.own.values?.[count.fullAgain]
  const words = t('points', { count: left, of: count.of })
  return (
    <Card title={words}>
      <div class="points" role="img" aria-label={words}>
        {Array.from({ length: count.of }, (_, i) => (
          <i key={i} class={i < left ? '' : 'is-taken'} />
        ))}
      </div>
      {left < count.of && typeof back === 'string' && (
        <p class="quiet">{t('pointsBack', { day: t('day', { day: dateVN(back) }), of: count.of })}</p>
      )}
    </Card>
  )
}

const Says = ({ held }: { held: Held }) => {
  const [isShown, show] = useState(false)
  // What is drawn as blocks is not said once more.
  const { count } = held.type
  const claims = held.type.claims.filter(({ name }) => name !== count?.claim && name !== count?.fullAgain)
  const pairs = claims.flatMap((claim) => {
    const value = valueOf(held, claim)
    return value === null
      ? []
      : [{ label: inLanguage(claim.words), value: claim.isSensitive && !isShown ? t('hidden') : value }]
  })
  const hasHidden = claims.some((claim) => claim.isSensitive && valueOf(held, claim) !== null)
  return (
    <Card title={t('says')}>
      <DataPairs pairs={pairs} />
      {hasHidden && (
        <Button size="small" icon={isShown ? eyeOff : eye} onPress={() => show(!isShown)}>
          {t(isShown ? 'hide' : 'showHidden')}
        </Button>
      )}
    </Card>
  )
}

const Remove = ({ held }: { held: Held }) => {
  const [isAsked, ask] = useState(false)
  const removing = usePress()
  const title = inLanguage(held.type.title)
  const go = () =>
    void removing.press(async () => {
      await ownDeed<typeof RemoveDocument>('documents.remove', { id: held.own.id })
      toast(t('removed'))
      navigate('/documents', { replace: true })
    })
  return (
    <>
      <Button kind="danger-quiet" icon={trash} onPress={() => ask(true)}>
        {t('remove')}
      </Button>
      <Dialog
        isOpen={isAsked}
        onClose={() => ask(false)}
        title={t('removeAsk', { title })}
        actions={
          <>
            <Button onPress={() => ask(false)}>{t('cancel')}</Button>
            <Button kind="danger" isBusy={removing.isBusy} onPress={go}>
              {t('remove')}
            </Button>
          </>
        }
      >
        <p>{t('removeMore')}</p>
        {removing.problem && <ProblemNotice key={removing.refusals} problem={removing.problem} />}
      </Dialog>
    </>
  )
}

const About = ({ held }: { held: Held }) => (
  <Card title={t('about')}>
    <DataPairs
      pairs={[
        ...(held.source ? [{ label: t('source'), value: inLanguage(held.source.name) }] : []),
        { label: t('accepted'), value: inLanguage(held.type.acceptedBy) },
        { label: t('law'), value: inLanguage(held.type.law) },
        { label: t('reference'), value: held.own.reference },
        ...(held.own.syncedAt ? [{ label: t('synced'), value: dateTimeVN(held.own.syncedAt) }] : []),
      ]}
    />
  </Card>
)

const Opened = ({ held, reload }: { held: Held; reload: () => void }) => {
  const { me, held: card } = useSession()
  const portrait = card && card.proof !== 'forged' && !me?.acting ? card.card.portrait : null
  const syncing = usePress()
  const sync = () =>
    void syncing.press(async () => {
      await ownDeed<typeof SyncDocument>('documents.sync', { id: held.own.id })
      toast(t('synced2'))
      setTimeout(reload, 1200)
    })
  // The page puts all away and asks for the consent.
  const lacksConsent = syncing.problem?.code === 'representation.consent-needed'
  useEffect(() => {
    if (lacksConsent) {
      reload()
    }
  }, [syncing.refusals])
  const standing = standingOf(held, now())
  const isAsking = held.own.state === 'missing' || held.own.state === 'differs'
  return (
    <>
      <DocumentFace held={held} holder={me?.fullName ?? ''} portrait={portrait} />
      <Status as="div">
        <Notice isQuiet icon={standingLooks[standing].icon} tone={toneOf(standing)}>
          {longStanding(held, now())}
        </Notice>
      </Status>
      {isAsking && <Difference held={held} onDone={reload} />}
      <Points held={held} />
      {held.own.values && <Says held={held} />}
      <About held={held} />
      <Rows>
        <Row icon={eye} tone="cham" title={t('looks')} detail={t('looksMore')} href={hrefTo('/looks')} />
      </Rows>
      {syncing.problem && !lacksConsent && (
        <ProblemNotice key={syncing.refusals} problem={syncing.problem} onRetry={sync} />
      )}
      {(standing === 'valid' || standing === 'expires-soon') && (
        <LinkButton kind="primary" isWide icon={qr} href={hrefTo(`/present?document=${held.own.id}`)}>
          {t('present')}
        </LinkButton>
      )}
      <ButtonRow>
        <Button icon={refresh} isBusy={syncing.isBusy} onPress={sync}>
          {t('sync')}
        </Button>
        <Remove held={held} />
      </ButtonRow>
    </>
  )
}
const toneOf = (standing: ReturnType<typeof standingOf>) => {
  const { tone } = standingLooks[standing]
  return tone === 'ok' ? 'ok' : tone === 'son' ? 'danger' : tone === 'gold' ? 'warn' : 'info'
}

export default function DocumentPage({ params }: PageProps) {
  const { data, problem, reload, needsConsent } = useDocuments()
  const held = data?.held.find(({ own }) => own.id === params['id'])
  const title = held ? inLanguage(held.type.title) : t('title')
  return (
    <Screen title={title} head={<TopBar title={title} back={hrefTo('/documents')} />}>
      {needsConsent && <WardConsent onConsent={reload} />}
      {problem && !needsConsent && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <Skeleton shape="card" />}
      {held && <Opened held={held} reload={reload} />}
      {data && !held && (
        <EmptyState
          icon={search}
          title={t('none')}
          action={<LinkButton href={hrefTo('/documents')}>{t('all')}</LinkButton>}
        >
          {t('noneMore')}
        </EmptyState>
      )}
    </Screen>
  )
}
