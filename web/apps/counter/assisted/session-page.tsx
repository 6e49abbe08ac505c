// One session of help: the citizen's answer, the acts she may be asked for, what came of each, the time that
// is left. Whatever she has agreed to at her screen is done here at once.
import '../case/assisted.css'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { DoAssistedAct, EndAssisted, ViewAssisted } from '../../../../contract/assistance.ts'
import { deed, view } from '../../../client/call.ts'
import { useLoad, usePress } from '../../../client/press.ts'
import { useStep } from '../../../ui/attention.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Countdown } from '../../../ui/countdown.tsx'
import { PageHead } from '../../../ui/console-frame.tsx'
import { timeVN } from '../../../ui/format.ts'
import {
  arrowLeft,
  check,
  clock,
  close,
  heart,
  Icon,
  monitor,
  phone,
  print,
  shield,
} from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill, type PillTone } from '../../../ui/pill.tsx'
import { navigate, type PageProps } from '../../../ui/router.tsx'
import { toast } from '../../../ui/toast.tsx'
import { ScreenPanel } from '../screen/screen-panel.tsx'
import { WaitingCase } from '../case/waiting-case.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import { ActMenu } from './act-menu.tsx'
import { actWords, purposeWords, resultSentence, stateWords } from '../words/assist-words.ts'
import type { Act, Session } from '../words/assist-words.ts'
import { saidOf } from './said.ts'

const t = phrases({
  title: { vi: 'Phiên hỗ trợ', en: 'Session of help' },
  back: { vi: 'Về danh sách', en: 'Back to the list' },
  end: { vi: 'Kết thúc hỗ trợ', en: 'End the help' },
  ended: { vi: 'Đã kết thúc. Biên nhận {reference}.', en: 'Ended. Receipt {reference}.' },
  waitCode: {
    vi: 'Chờ người dân nhập mã trên màn hình của mình',
    en: 'The citizen types the code at her own screen',
  },
  waitCodeMore: {
    vi: 'Nếu số này có tài khoản, mã đã được gửi tới điện thoại của bác. Bạn không đọc, không nhập hộ. Không có mã thì kết thúc và chọn cách bấm.',
    en: 'If the number has an account, a code went to her phone. Do not read or type it for her. Without a code end this and choose the press.',
  },
  waitPress: { vi: 'Chờ người dân bấm trên màn hình của mình', en: 'The citizen presses at her own screen' },
  waitPressMore: { vi: 'Không ai được bấm thay.', en: 'Nobody may press for her.' },
  open: { vi: 'Người dân đã đồng ý phiên này', en: 'The citizen agreed to this session' },
  openMore: { vi: 'Mỗi việc còn được hỏi riêng.', en: 'Each act is asked for by itself.' },
  declined: { vi: 'Người dân không đồng ý', en: 'The citizen did not agree' },
  declinedMore: { vi: 'Không làm gì cả. Kết thúc phiên này.', en: 'Nothing is done. End this session.' },
  over: { vi: 'Phiên đã kết thúc', en: 'The session has ended' },
  overMore: {
    vi: 'Dữ liệu của người dân không còn hiện ở đây. Biên nhận vẫn giữ.',
    en: 'Nothing of the citizen is shown any more. The receipt stays.',
  },
  acts: { vi: 'Đã hỏi trong phiên này', en: 'Asked in this session' },
  none: { vi: 'Chưa hỏi việc nào.', en: 'Nothing was asked yet.' },
  left: { vi: 'Phiên tự kết thúc sau', en: 'The session ends by itself in' },
  time: { vi: 'Thời gian', en: 'Time' },
  screen: { vi: 'Màn hình của người dân', en: "The citizen's screen" },
  receipt: { vi: 'Biên nhận', en: 'Receipt' },
  receiptWhat: {
    vi: 'Người dân nhận biên nhận qua ứng dụng, tin nhắn và e-mail sau mỗi việc. Ai chưa có tài khoản thì in tờ này.',
    en: 'After each act the citizen has a receipt by app, message and e-mail. For somebody without an account print this sheet.',
  },
  print: { vi: 'In biên nhận', en: 'Print the receipt' },
  handOver: { vi: 'Đưa máy cho bác', en: 'Hand the machine over' },
  handOverWhy: {
    vi: 'Khi bác xong, quay lại đây và kết thúc: đơn dở dang trên máy này được đóng lại.',
    en: 'When she is done come back and end this: what she began here is closed.',
  },
})

const tones: Readonly<Record<Act['state'], PillTone>> = {
  asked: 'gold',
  confirmed: 'ok',
  declined: 'son',
  lapsed: 'neutral',
  done: 'ok',
}
const pollEvery_ms = 1500

/** Looks again while an answer is awaited, and does at once what was agreed to. */
const useSession = (first: Session) => {
  const [session, setSession] = useState(first)
  const doing = usePress()
  const here = useRef(session)
  here.current = session
  const isRunning =
    session.state === 'asked' || session.acts.some(({ state }) => state === 'asked' || state === 'confirmed')
  useEffect(() => {
    if (!isRunning) {
      return
    }
    let isHere = true
    const round = async () => {
      const told = await orSignIn(
        view<typeof ViewAssisted>('assist.view', { id: first.id }, { retries: 0 }),
      ).catch(() => null)
      if (!isHere || !told) {
        return
      }
      setSession(told)
      const agreed = told.acts.find(({ state }) => state === 'confirmed')
      if (agreed) {
        await doing.press(async () => {
          setSession(
            await orSignIn(deed<typeof DoAssistedAct>('assist.do', { id: first.id, actId: agreed.id })),
          )
        })
      }
    }
    const timer = setInterval(() => void round(), pollEvery_ms)
    return () => {
      isHere = false
      clearInterval(timer)
    }
  }, [isRunning])
  return { session, setSession, doing }
}

const Standing = ({ session }: { session: Session }) => {
  if (session.state === 'open') {
    return (
      <Notice isQuiet tone="ok" title={t('open')}>
        {t('openMore')}
      </Notice>
    )
  }
  if (session.state === 'declined') {
    return (
      <Notice tone="warn" title={t('declined')}>
        {t('declinedMore')}
      </Notice>
    )
  }
  if (session.state === 'ended') {
    return (
      <Notice isQuiet icon={check} title={t('over')}>
        {t('overMore')}
      </Notice>
    )
  }
  return (
    <Notice icon={clock} title={t(session.way === 'code' ? 'waitCode' : 'waitPress')}>
      {t(session.way === 'code' ? 'waitCodeMore' : 'waitPressMore')}
    </Notice>
  )
}

const Acts = ({ session }: { session: Session }) => (
  <Card title={t('acts')} icon={check}>
    {session.acts.length === 0 ? (
      <p class="quiet">{t('none')}</p>
    ) : (
      <ol class="assisted-acts">
        {session.acts.map(({ id, act, state, askedAt, result }) => (
          <li key={id}>
            <p>
              <b>{actWords(act.kind)}</b> <Pill tone={tones[state]}>{stateWords(state)}</Pill>{' '}
              <time class="quiet" dateTime={askedAt}>
                {timeVN(askedAt)}
              </time>
            </p>
            {result && (
              <p class="assisted-result">
                <Icon of={shield} size={20} />
                <span>{resultSentence(result)}</span>
              </p>
            )}
            {result?.kind === 'begin-level-1' && (
              <div class="assisted-hand">
                <LinkButton kind="primary" icon={phone} href={result.handOver} target="_blank">
                  {t('handOver')}
                </LinkButton>
                <small class="quiet">{t('handOverWhy')}</small>
              </div>
            )}
          </li>
        ))}
      </ol>
    )}
  </Card>
)

const Side = ({ session, onEnd }: { session: Session; onEnd: () => void }) => {
  const isOver = session.state === 'ended'
  return (
    <div class="assisted-side">
      {!isOver && (
        <Card title={t('time')} icon={clock}>
          <Countdown until={Date.parse(session.endsAt)} label={t('left')} onEnd={onEnd} />
        </Card>
      )}
      {!isOver && (
        <Card title={t('screen')} icon={monitor}>
          <ScreenPanel prompt={saidOf(session)} />
        </Card>
      )}
      <Card title={t('receipt')} icon={heart}>
        <div class="stack">
          <p>
            <b class="figures">{session.reference}</b>
          </p>
          <p class="quiet">{t('receiptWhat')}</p>
          <Button size="small" icon={print} onPress={() => window.print()}>
            {t('print')}
          </Button>
        </div>
      </Card>
    </div>
  )
}

const OpenSession = ({ first }: { first: Session }) => {
  const { session, setSession, doing } = useSession(first)
  useStep(session.state)
  const ending = usePress()
  const isOver = session.state === 'ended'
  const back = () => navigate('/assisted')
  const end = () =>
    void ending.press(async () => {
      setSession(await orSignIn(deed<typeof EndAssisted>('assist.end', { id: session.id })))
      toast(t('ended', { reference: session.reference }))
    })
  return (
    <CounterFrame
      title={t('title')}
      foot={
        <>
          <Button kind="quiet" icon={arrowLeft} onPress={back}>
            {t('back')}
          </Button>
          {!isOver && (
            <Button kind="primary" icon={close} isBusy={ending.isBusy} onPress={end}>
              {t('end')}
            </Button>
          )}
        </>
      }
    >
      <PageHead
        title={purposeWords(session.purpose)}
        beside={
          <>
            <Pill tone="cham">{session.reference}</Pill>
            <Pill tone={session.state === 'open' ? 'ok' : session.state === 'asked' ? 'gold' : 'neutral'}>
              {stateWords(session.state)}
            </Pill>
          </>
        }
      />
      <Refusal problem={doing.problem ?? ending.problem} />
      <div class="assisted">
        <div class="stack">
          <Standing session={session} />
          {session.state === 'open' && <ActMenu session={session} onAsked={setSession} />}
          <Acts session={session} />
        </div>
        <Side session={session} onEnd={end} />
      </div>
    </CounterFrame>
  )
}

const SessionPage = ({ params }: PageProps) => {
  const { data, problem, reload } = useLoad(() =>
    orSignIn(view<typeof ViewAssisted>('assist.view', { id: params['id'] ?? '' })),
  )
  if (data) {
    return <OpenSession first={data} />
  }
  return <WaitingCase title={t('title')} list="/assisted" problem={problem} onRetry={reload} />
}

export default SessionPage
