// One request of a registered party: read on this phone from what the party signed, answered by her yes or
// no, and what became of it when she comes back.
import './share.css'
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { RefuseToShare, ViewSharing } from '../../../../contract/sharing.ts'
import type { PresentationRequest } from '../../../../formats/openid4vp/read-request.ts'
import { useLoad, usePress } from '../../../client/press.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { useStep } from '../../../ui/attention.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { check, flag } from '../../../ui/icons.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { hrefTo, navigate, type PageProps } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { readKinds } from '../documents/use-documents.ts'
import { Screen } from '../shell/screen.tsx'
import { ownDeed, ownView, useSession } from '../shell/session.ts'
import { readAsked } from './asked.ts'
import type { Types } from './claim-text.ts'
import { ConsentAction, ConsentBody, useChoice } from './consent.tsx'
import { openHoldings, type Holdings } from './holdings.ts'
import { Lacks, NotHere, NotOpened, Refused } from './not-shareable.tsx'
import { readSigned, type Told } from './read-signed.ts'
import { ReportRequest } from './report-request.tsx'
import { SharePasscode } from './share-passcode.tsx'
import { WhoAsks } from './who-asks.tsx'

const t = phrases({
  title: { vi: 'Yêu cầu chia sẻ', en: 'Request to share' },
  refused: { vi: 'Bạn đã từ chối', en: 'You refused' },
  refusedMore: {
    vi: '{party} không nhận được gì. Không đổi lại được; nếu bạn bấm nhầm, nhờ họ gửi yêu cầu mới.',
    en: '{party} got nothing. This cannot be undone; if you pressed by mistake, have them ask again.',
  },
  reported: { vi: 'Đã báo cáo yêu cầu này', en: 'This request was reported' },
  reportedMore: {
    vi: '{party} không nhận được gì. Người vận hành sẽ xem lại; bạn không phải làm gì thêm.',
    en: '{party} got nothing. The operator looks into it; there is nothing more for you to do.',
  },
  shared: { vi: 'Xem những gì đã chia sẻ', en: 'See what I have shared' },
})

interface Read {
  readonly told: Told
  /** Null where the text is not what it should be. */
  readonly request: PresentationRequest<string> | null
  readonly types: Types
}

const read = async (id: string): Promise<Read> => {
  const [told, types] = await Promise.all([
    ownView<typeof ViewSharing>('sharing.request', { id }),
    // Only names: the page does without them where they do not come.
    readKinds().then(
      (kinds) => kinds.types,
      () => [],
    ),
  ])
  return { told, types, request: told.state === 'waiting' ? await readSigned(told) : null }
}

/** What lies here is looked at only where something is asked of it. */
const useHoldings = (isAsked: boolean) => {
  const { me } = useSession()
  const level = me?.level ?? 0
  const [holdings, set] = useState<Holdings | null>(null)
  const [round, again] = useState(0)
  useEffect(() => {
    let isHere = true
    if (isAsked) {
      void openHoldings(level).then((opened) => isHere && set(opened))
    }
    return () => {
      isHere = false
    }
  }, [round, level, isAsked])
  return { holdings, again: () => again((n) => n + 1) }
}

/** What is asked and can be answered, or why not yet. */
const useAsking = (data: Read | null) => {
  const request = data?.told.state === 'waiting' ? data.request : null
  const { holdings, again } = useHoldings(request !== null)
  const { held, onHold } = holdings?.is === 'ready' ? holdings : { held: null, onHold: [] }
  const asked = useMemo(() => (request && held ? readAsked(request.query, held) : null), [request, held])
  const answerable = asked !== null && asked.lacking.length === 0 ? asked : null
  const choice = useChoice(answerable)
  return { request, holdings, again, lacking: asked?.lacking ?? [], onHold, answerable, choice }
}
type Asking = ReturnType<typeof useAsking>

const Waiting = ({
  told,
  types,
  asking: { request, holdings, again, lacking, onHold, answerable, choice },
  onDone,
}: Pick<Read, 'told' | 'types'> & { asking: Asking; onDone: () => void }) => {
  if (request === null) {
    return <Refused code="sharing.request-wrong" again={onDone} />
  }
  if (answerable) {
    return (
      <>
        <ConsentBody told={told} asked={answerable} types={types} choice={choice} />
        <ReportRequest id={told.id} onReported={onDone} />
      </>
    )
  }
  return (
    <>
      <WhoAsks party={told.party} />
      {holdings === null && <Skeleton lines={4} />}
      {holdings && holdings.is !== 'ready' && <NotHere holdings={holdings} again={again} />}
      {lacking.length > 0 && <Lacks lacking={lacking} types={types} onHold={onHold} />}
    </>
  )
}

const Over = ({ told, onDone }: { told: Told; onDone: () => void }) => {
  const isReported = told.state === 'reported'
  const party = inLanguage(told.party.name)
  return told.state === 'expired' ? (
    <Refused code="sharing.expired" again={onDone} />
  ) : (
    <>
      <EmptyState
        icon={isReported ? flag : check}
        title={t(isReported ? 'reported' : 'refused')}
        action={<LinkButton href={hrefTo('/share')}>{t('shared')}</LinkButton>}
      >
        {t(isReported ? 'reportedMore' : 'refusedMore', { party })}
      </EmptyState>
      {told.state === 'refused' && <ReportRequest id={told.id} onReported={onDone} />}
    </>
  )
}

const useReceipt = (receipt: string | null | undefined) =>
  useEffect(() => {
    if (receipt) {
      navigate(`/share/receipt/${receipt}`, { replace: true })
    }
  }, [receipt])

const useRefusing = (onDone: () => void) => {
  const { press, problem, refusals, isBusy } = usePress()
  const refuse = (id: string) =>
    void press(async () => {
      await ownDeed<typeof RefuseToShare>('sharing.refuse', { id })
      onDone()
    })
  return { refuse, isBusy, problem, refusals }
}

/** One screen through all of it, so that what changes is what takes the focus. */
export default function RequestPage({ params }: PageProps) {
  const { data, problem, reload } = useLoad(() => read(params['id'] ?? ''))
  const asking = useAsking(data)
  const { request, answerable, choice, holdings } = asking
  const [isConfirming, confirm] = useState(false)
  const refusing = useRefusing(reload)
  useStep(data && (data.told.state === 'waiting' ? (holdings?.is ?? null) : data.told.state))
  useReceipt(data?.told.receiptId)
  const told = data?.told.receiptId ? null : data?.told
  const { types = [] } = data ?? {}
  const consent = told?.state === 'waiting' && request && answerable && { told, asked: answerable, types }
  return (
    <Screen
      title={t('title')}
      head={<TopBar title={t('title')} back={hrefTo('/share')} isClosing />}
      action={
        consent && (
          <ConsentAction
            choice={choice}
            isBusy={refusing.isBusy}
            onRefuse={() => refusing.refuse(consent.told.id)}
            onShare={() => confirm(true)}
          />
        )
      }
    >
      <div class="share-step" data-step>
        {refusing.problem && <ProblemNotice key={refusing.refusals} problem={refusing.problem} />}
        {!told && (problem ? <NotOpened problem={problem} again={reload} /> : <Skeleton lines={5} />)}
        {told?.state === 'waiting' && <Waiting told={told} types={types} asking={asking} onDone={reload} />}
        {told && told.state !== 'waiting' && <Over told={told} onDone={reload} />}
      </div>
      {consent && request && (
        <SharePasscode
          {...consent}
          request={request}
          choice={choice}
          isOpen={isConfirming}
          onClose={() => confirm(false)}
          onSettled={reload}
        />
      )}
    </Screen>
  )
}
