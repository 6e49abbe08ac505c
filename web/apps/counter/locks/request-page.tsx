// One request to lock or unlock: forwarded, or decided by a second pair of eyes. Opening it leaves a line
// that its person sees, so the page reads once.
import { useStep } from '../../../ui/attention.tsx'
import './locks.css'
import { useState } from 'preact/hooks'
import type {
  DecideLockRequest,
  ForwardTk03,
  OpenLockRequest,
  ViewLockPages,
} from '../../../../contract/lock.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { deed, view } from '../../../client/call.ts'
import { useLoad, usePress, type Press } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { useNow } from '../../../ui/clock.ts'
import { PageHead } from '../../../ui/console-frame.tsx'
import { alert, arrowLeft, arrowRight, shield, unlock } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { navigate, type PageProps } from '../../../ui/router.tsx'
import { toast } from '../../../ui/toast.tsx'
import { WaitingCase } from '../case/waiting-case.tsx'
import { readOverview } from '../shell/overview.ts'
import { usePagePictures } from '../evidence/use-page-pictures.ts'
import { CaseHistory } from '../case/case-course.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { Due } from '../shell/due.tsx'
import { useKeys } from '../shell/keys.ts'
import { officer, orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import { DecideDialog } from './decide-dialog.tsx'
import { Content, Grounds, Holder } from './request-cards.tsx'
import { stateWords, type Decided } from '../words/lock-words.ts'

const t = phrases({
  title: { vi: 'Yêu cầu {reference}', en: 'Request {reference}' },
  forward: { vi: 'Chuyển để quyết định', en: 'Forward for a decision' },
  forwarded: {
    vi: 'Đã chuyển. Người có thẩm quyền quyết định trong 02 ngày làm việc.',
    en: 'Forwarded. The head decides within two working days.',
  },
  grant: { vi: 'Chấp thuận', en: 'Grant' },
  refuse: { vi: 'Từ chối', en: 'Refuse' },
  back: { vi: 'Về danh sách', en: 'Back to the list' },
  mine: {
    vi: 'Chính bạn đã tiếp nhận hoặc chuyển yêu cầu này, nên một người khác phải quyết định.',
    en: 'You received or forwarded this request yourself, so somebody else must decide it.',
  },
  wait: { vi: 'Phiếu này chưa được chuyển.', en: 'This form has not been forwarded yet.' },
  decidedReason: { vi: 'Lý do quyết định: {reason}', en: 'Reason of the decision: {reason}' },
  unlocked: { vi: 'Tài khoản dùng lại được ngay.', en: 'The account works again at once.' },
  stillLocked: {
    vi: 'Tài khoản vẫn khoá vì còn căn cứ khác.',
    en: 'The account stays locked: another ground stands.',
  },
})

type Request = OutputOf<typeof OpenLockRequest>

const tones = { received: 'jade', forwarded: 'gold', granted: 'ok', refused: 'son' } as const

const StateNotice = ({
  request,
  decided,
  mayDecide,
}: {
  request: Request
  decided: Decided | null
  mayDecide: boolean
}) => {
  if (request.state === 'granted' || request.state === 'refused') {
    return (
      <Notice tone={request.state === 'granted' ? 'ok' : 'warn'} title={stateWords(request.state)}>
        {decided?.state === 'granted' && request.kind !== 'body-lock' && (
          <p>{decided.isUsable ? t('unlocked') : t('stillLocked')}</p>
        )}
        {request.reason && <p>{t('decidedReason', { reason: request.reason })}</p>}
      </Notice>
    )
  }
  if (request.isTakenByMe && request.state === 'forwarded' && mayDecide) {
    return (
      <Notice isQuiet tone="warn" icon={alert}>
        {t('mine')}
      </Notice>
    )
  }
  return request.state === 'received' ? <Notice isQuiet>{t('wait')}</Notice> : null
}

const readPages = async (reference: string) =>
  (await orSignIn(view<typeof ViewLockPages>('lock.view-pages', { reference }))).pages

const useRequest = (read: Request) => {
  const [request, setRequest] = useState(read)
  const [decided, setDecided] = useState<Decided | null>(null)
  const forwarding = usePress()
  const { reference } = request
  const pictures = usePagePictures(
    request.pages,
    request.state === 'refused' ? null : () => readPages(reference),
  )
  const forward = () =>
    forwarding.press(async () => {
      const { dueAt } = await orSignIn(deed<typeof ForwardTk03>('lock.forward-tk03', { reference }))
      setRequest((before) => ({ ...before, state: 'forwarded', dueAt, isTakenByMe: true }))
      toast(t('forwarded'))
      readOverview().catch(() => undefined)
    })
  const decide = async (verdict: 'grant' | 'refuse', reason: string) => {
    const seenPages = [...pictures.seen]
    const done = await orSignIn(
      deed<typeof DecideLockRequest>('lock.decide', { reference, verdict, reason, seenPages }),
    )
    setDecided(done)
    setRequest((before) => ({ ...before, state: done.state, reason }))
    toast(stateWords(done.state))
    readOverview().catch(() => undefined)
  }
  // Decided once the pictures of the form are before her.
  const isReady = request.state === 'forwarded' && !pictures.isLoading
  return { request, decided, forwarding, forward, decide, pictures, isReady }
}

type Asking = 'grant' | 'refuse' | null

const Foot = ({
  request,
  forwarding,
  canDecide,
  onForward,
  onBack,
  ask,
}: {
  request: Request
  forwarding: Press
  canDecide: boolean
  onForward: (() => void) | null
  onBack: () => void
  ask: (asking: Asking) => void
}) => (
  <>
    <Button kind="quiet" icon={arrowLeft} shortcut="Esc" onPress={onBack}>
      {t('back')}
    </Button>
    {onForward && (
      <Button kind="primary" icon={arrowRight} isBusy={forwarding.isBusy} onPress={onForward}>
        {t('forward')}
      </Button>
    )}
    {canDecide && (
      <Button kind="danger-quiet" shortcut="R" onPress={() => ask('refuse')}>
        {t('refuse')}
      </Button>
    )}
    {canDecide && (
      <Button
        kind="primary"
        icon={request.kind === 'body-lock' ? shield : unlock}
        shortcut="A"
        onPress={() => ask('grant')}
      >
        {t('grant')}
      </Button>
    )}
  </>
)

const OpenRequest = ({ read }: { read: Request }) => {
  const { request, decided, forwarding, forward, decide, pictures, isReady } = useRequest(read)
  const [verdict, set] = useState<Asking>(null)
  useNow(30)
  useStep(request.state)
  const tasks = officer.use()?.tasks ?? []
  const mayDecide = tasks.includes('lock.decide')
  const canDecide = mayDecide && isReady && !request.isTakenByMe
  const canForward = tasks.includes('lock.receive') && request.state === 'received'
  const back = () => navigate(mayDecide && request.state !== 'received' ? '/locks/decide' : '/locks')
  const ask = (asking: Asking) => set(canDecide ? asking : null)
  useKeys({ Escape: back, a: () => ask('grant'), r: () => ask('refuse') })
  return (
    <CounterFrame
      title={t('title', { reference: request.reference })}
      keys={[
        ['A', t('grant')],
        ['R', t('refuse')],
        ['Esc', t('back')],
      ]}
      foot={
        <Foot
          request={request}
          forwarding={forwarding}
          canDecide={canDecide}
          onForward={canForward ? () => void forward() : null}
          onBack={back}
          ask={ask}
        />
      }
    >
      <PageHead
        title={t('title', { reference: request.reference })}
        beside={<Pill tone={tones[request.state]}>{stateWords(request.state)}</Pill>}
        end={(request.state === 'received' || request.state === 'forwarded') && <Due dueAt={request.dueAt} />}
      />
      <Refusal problem={forwarding.problem} onRetry={() => void forward()} />
      <StateNotice request={request} decided={decided} mayDecide={mayDecide} />
      <div class="lock-desk">
        <div class="stack">
          <Content request={request} pictures={pictures} />
          {!decided && <Grounds grounds={request.grounds} />}
          <CaseHistory history={request.history} />
        </div>
        <Holder request={request} />
      </div>
      <DecideDialog
        verdict={verdict}
        kind={request.kind}
        onDecide={async (reason) => {
          if (verdict) {
            await decide(verdict, reason)
            ask(null)
          }
        }}
        onClose={() => ask(null)}
      />
    </CounterFrame>
  )
}

const RequestPage = ({ params }: PageProps) => {
  const reference = params['reference'] ?? ''
  const { data, problem, reload } = useLoad(() =>
    orSignIn(view<typeof OpenLockRequest>('lock.request', { reference })),
  )
  const back = () => navigate('/locks')
  useKeys(data ? {} : { Escape: back })
  if (data) {
    return <OpenRequest read={data} />
  }
  return <WaitingCase title={t('title', { reference })} list="/locks" problem={problem} onRetry={reload} />
}

export default RequestPage
