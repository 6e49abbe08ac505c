// A call: who it is, then lock, explain, or look at a dossier's state; what a line of the log means; the
// receipt. There is no button that unlocks.
import { Status, useStep } from '../../../ui/attention.tsx'
import '../case/assisted.css'
import './hotline.css'
import { useState } from 'preact/hooks'
import type {
  EndCall,
  ExplainLock,
  PhoneByHotline,
  PhoneCodeByHotline,
} from '../../../../contract/assistance.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { deed } from '../../../client/call.ts'
import { useLoad, usePress } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { PageHead } from '../../../ui/console-frame.tsx'
import { dateTimeVN } from '../../../ui/format.ts'
import { arrowLeft, check, help, message, phoneCall } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { navigate, type PageProps } from '../../../ui/router.tsx'
import { toast } from '../../../ui/toast.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { groundWords } from '../words/lock-words.ts'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import { readCall, type Call } from './call.ts'
import { DossierForm } from './dossier-form.tsx'
import { GiveUpCard } from './give-up-card.tsx'
import { IdentifyForm } from './identify-form.tsx'
import { LockCard } from './lock-card.tsx'
import { lawWords, wayWords } from './way-words.ts'
import { PhoneCard } from '../evidence/phone-card.tsx'
import { PhoneClaimCard } from '../evidence/phone-claim-card.tsx'
import { LogGuide } from './log-guide.tsx'

const t = phrases({
  title: { vi: 'Cuộc gọi', en: 'Call' },
  back: { vi: 'Về danh sách', en: 'Back to the list' },
  end: { vi: 'Kết thúc cuộc gọi', en: 'End the call' },
  gone: { vi: 'Không có cuộc gọi này', en: 'There is no such call' },
  goneWhy: { vi: 'Cuộc gọi không phải của bạn hoặc đã lâu.', en: 'It is not yours, or long ago.' },
  known: { vi: 'Người gọi đã trả lời đủ', en: 'The caller answered enough' },
  knownWhy: {
    vi: 'Bạn được khoá và giải thích. Không có nút mở khoá: mở khoá ở quầy.',
    en: 'You may lock and explain. There is no button to unlock: a counter does that.',
  },
  unknown: { vi: 'Chưa nhận diện', en: 'Not known yet' },
  over: { vi: 'Đã kết thúc', en: 'Ended' },
  why: { vi: 'Vì sao bị khoá?', en: 'Why is it locked?' },
  explain: { vi: 'Xem lý do để giải thích', en: 'See the reason to explain it' },
  notLocked: { vi: 'Tài khoản không bị khoá.', en: 'The account is not locked.' },
  say: { vi: 'Nói với người gọi', en: 'Say to the caller' },
  receipt: { vi: 'Mã cuộc gọi', en: 'Call reference' },
  receiptWhat: {
    vi: 'Đọc mã này cho người gọi. Chủ tài khoản nhận biên nhận qua ứng dụng, tin nhắn và e-mail.',
    en: 'Read it to the caller. The holder has a receipt by app, message and e-mail.',
  },
  began: { vi: 'Bắt đầu {at}', en: 'Began {at}' },
  ended: { vi: 'Cuộc gọi đã kết thúc.', en: 'The call has ended.' },
})
type Explained = OutputOf<typeof ExplainLock>

const ExplainCard = ({ call, onCall }: { call: Call; onCall: (call: Call) => void }) => {
  const [told, setTold] = useState<Explained | null>(null)
  const asking = usePress()
  const explain = () =>
    void asking.press(async () => {
      const answer = await orSignIn(deed<typeof ExplainLock>('hotline.explain', { callId: call.id }))
      setTold(answer)
      onCall(answer.call)
    })
  return (
    <Card title={t('why')} icon={message}>
      <div class="stack">
        <Refusal problem={asking.problem} onRetry={explain} />
        {told &&
          (told.grounds.length === 0 ? (
            <Status>{t('notLocked')}</Status>
          ) : (
            <Status as="div">
              <ul class="hotline-grounds">
                {told.grounds.map(({ ground, liftedBy, law }) => (
                  <li key={ground}>
                    <b>{groundWords(ground)}</b>
                    <span>
                      {t('say')}: “{wayWords(liftedBy)}”
                    </span>
                    <small class="quiet">{lawWords(law)}</small>
                  </li>
                ))}
              </ul>
            </Status>
          ))}
        <Button icon={help} isBusy={asking.isBusy} onPress={explain}>
          {t('explain')}
        </Button>
      </div>
    </Card>
  )
}

const Receipt = ({ call }: { call: Call }) => (
  <Card title={t('receipt')} icon={phoneCall}>
    <div class="stack">
      <p class="hotline-reference figures">{call.reference}</p>
      <p class="quiet">{t('receiptWhat')}</p>
      <p class="quiet">{t('began', { at: dateTimeVN(call.beganAt) })}</p>
    </div>
  </Card>
)

/** A number that changed hands: in the caller's hand now, or no longer hers. */
const FreeingPhone = ({ call, onCall }: { call: Call; onCall: (call: Call) => void }) => (
  <div class="hotline-deeds">
    <PhoneClaimCard
      send={async (phone) => {
        const told = await orSignIn(
          deed<typeof PhoneCodeByHotline>('hotline.phone-code', { callId: call.id, phone }),
        )
        onCall(told.call)
        return told
      }}
    />
    <GiveUpCard call={call} onCall={onCall} />
  </div>
)

/** What may be done for the caller: nothing about the account before she is known. */
const Work = ({ call, onCall }: { call: Call; onCall: (call: Call) => void }) => {
  const isOver = call.state === 'ended'
  return (
    <>
      {call.state === 'begun' && <IdentifyForm call={call} onAnswer={onCall} />}
      {call.state === 'known' && (
        <Notice tone="ok" title={t('known')}>
          {t('knownWhy')}
        </Notice>
      )}
      {call.state === 'known' && (
        <div class="hotline-deeds">
          <LockCard call={call} onCall={onCall} />
          <ExplainCard call={call} onCall={onCall} />
        </div>
      )}
      {call.state === 'known' && (
        <PhoneCard
          ask={async (phone) => {
            const told = await orSignIn(
              deed<typeof PhoneByHotline>('hotline.phone', { callId: call.id, phone }),
            )
            onCall(told.call)
            return told
          }}
        />
      )}
      {call.state === 'known' && <FreeingPhone call={call} onCall={onCall} />}
      {isOver && (
        <Notice isQuiet icon={check} title={t('ended')}>
          {t('receiptWhat')}
        </Notice>
      )}
      {!isOver && <DossierForm call={call} onCall={onCall} />}
    </>
  )
}

const OpenCall = ({ first }: { first: Call }) => {
  const [call, setCall] = useState(first)
  useStep(call.state)
  const ending = usePress()
  const isOver = call.state === 'ended'
  const end = () =>
    void ending.press(async () => {
      setCall((await orSignIn(deed<typeof EndCall>('hotline.end', { callId: call.id }))).call)
      toast(t('ended'))
    })
  return (
    <CounterFrame
      title={t('title')}
      foot={
        <>
          <Button kind="quiet" icon={arrowLeft} onPress={() => navigate('/hotline')}>
            {t('back')}
          </Button>
          {!isOver && (
            <Button kind="primary" icon={check} isBusy={ending.isBusy} onPress={end}>
              {t('end')}
            </Button>
          )}
        </>
      }
    >
      <PageHead
        title={t('title')}
        beside={
          <>
            <Pill tone="cham">{call.reference}</Pill>
            <Pill tone={call.state === 'known' ? 'ok' : call.state === 'begun' ? 'gold' : 'neutral'}>
              {t(call.state === 'known' ? 'known' : call.state === 'begun' ? 'unknown' : 'over')}
            </Pill>
          </>
        }
      />
      <Refusal problem={ending.problem} />
      <div class="assisted">
        <div class="stack">
          <Work call={call} onCall={setCall} />
        </div>
        <div class="assisted-side">
          <Receipt call={call} />
          <LogGuide />
        </div>
      </div>
    </CounterFrame>
  )
}

const CallPage = ({ params }: PageProps) => {
  const { data, problem, isLoading, reload } = useLoad(() => readCall(params['id'] ?? ''))
  if (data) {
    return <OpenCall first={data} />
  }
  return (
    <CounterFrame title={t('title')}>
      <PageHead title={t('title')} />
      <Refusal problem={problem} onRetry={reload} />
      {isLoading && <Skeleton lines={6} />}
      {!isLoading && !problem && (
        <EmptyState
          icon={phoneCall}
          title={t('gone')}
          action={<Button onPress={() => navigate('/hotline')}>{t('back')}</Button>}
        >
          {t('goneWhy')}
        </EmptyState>
      )}
    </CounterFrame>
  )
}

export default CallPage
