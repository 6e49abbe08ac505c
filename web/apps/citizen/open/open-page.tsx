// The app is opened on its bound device by the passcode: the server checks it; without a network it opens the
// card kept on the device.
import './open.css'
import { useEffect, useState } from 'preact/hooks'
import type { OpenApp } from '../../../../contract/activation.ts'
import { deed } from '../../../client/call.ts'
import { Problem } from '../../../client/problem.ts'
import { usePress, type Press } from '../../../client/press.ts'
import { useReachable } from '../../../client/reachability.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { lock } from '../../../ui/icons.tsx'
import { Lotus } from '../../../ui/lotus.tsx'
import { PasscodePad } from '../../../ui/passcode-pad.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo, navigate, type PageProps } from '../../../ui/router.tsx'
import { byThisDevice } from '../activate/journey.ts'
import { readLockState } from '../lock/lock-deeds.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Screen } from '../shell/screen.tsx'
import { refreshMe, setSession, useSession } from '../shell/session.ts'
import { WaitingPage } from '../shell/waiting-page.tsx'
import { unbindThisPhone } from '../vault/bind-phone.ts'
import { openWithoutServer, refreshAndKeep } from '../vault/hold-card.ts'

const t = phrases({
  title: { vi: 'Mở ví', en: 'Open the wallet' },
  hello: { vi: 'Chào {name}', en: 'Hello {name}' },
  passcode: { vi: 'Nhập mã PIN', en: 'Enter your passcode' },
  forgot: { vi: 'Quên mã PIN', en: 'Forgotten passcode' },
  lock: { vi: 'Khoá tài khoản ngay', en: 'Lock the account now' },
  other: { vi: 'Không phải tôi', en: 'This is not me' },
  wrongHere: {
    vi: 'Mã PIN chưa đúng. Bạn còn {left} lần, sau đó thẻ lưu trong máy sẽ bị xoá; tài khoản vẫn an toàn.',
    en: 'That passcode is not right. {left} tries are left, then the card kept here is deleted; the account is safe.',
  },
  destroyed: {
    vi: 'Thẻ lưu trong máy đã được xoá để giữ an toàn. Tài khoản không đổi; nối mạng rồi nhập mã PIN để lấy lại thẻ.',
    en: 'The card kept here was deleted to keep it safe. The account is unchanged; connect and enter the passcode to get it back.',
  },
  nothing: {
    vi: 'Không có mạng, và trong máy chưa lưu thẻ nào. Nối mạng rồi nhập mã PIN.',
    en: 'There is no network, and no card is kept on this device. Connect and enter the passcode.',
  },
  offline: {
    vi: 'Không có mạng: mã PIN mở thẻ đã lưu trong máy',
    en: 'No network: the passcode opens the card kept here',
  },
})

const withoutServer = async (passcode: string): Promise<void> => {
  const opening = await openWithoutServer(passcode)
  if (opening?.ok) {
    return setSession({ phase: 'offline' })
  }
  const detail =
    opening === null
      ? t('nothing')
      : opening.left > 0
        ? t('wrongHere', { left: opening.left })
        : t('destroyed')
  throw new Problem({
    code: opening && opening.left > 0 ? 'passcode.wrong' : 'card.none',
    detail,
    status: 422,
  })
}

const withServer = async (passcode: string): Promise<void> => {
  await byThisDevice('open-app', (proof) =>
    deed<typeof OpenApp>('authentication.open-app', { ...proof, passcode }),
  )
  setSession({ phase: 'open' })
  void refreshAndKeep(passcode).catch(() => undefined)
  await refreshMe().catch(() => undefined)
}

const open = async (passcode: string): Promise<void> => {
  try {
    await withServer(passcode)
  } catch (error) {
    if (error instanceof Problem && error.isOfNetwork) {
      return withoutServer(passcode)
    }
    // A device that was removed elsewhere holds nothing any more.
    if (error instanceof Problem && error.code === 'device.unknown') {
      await unbindThisPhone()
    }
    throw error
  }
}

/** A phone whose account is locked, or that is nobody's any more, says so before a passcode is typed. */
const useLockedDoor = (isClosed: boolean, { problem, press }: Press) => {
  const refusalCode = problem?.code
  useEffect(() => {
    let isHere = true
    const lead = () => {
      if (isHere) {
        navigate('/locked', { replace: true })
      }
    }
    if (refusalCode === 'account.locked') {
      lead()
    } else if (isClosed && refusalCode !== 'device.unknown') {
      readLockState().then(
        ({ isLocked }) => {
          if (isLocked) {
            lead()
          }
        },
        // The account is closed, or the phone was removed elsewhere: its holder is shown to nobody any more.
        async (reason: unknown) => {
          if (reason instanceof Problem && reason.code === 'device.unknown') {
            await press(async () => {
              await unbindThisPhone()
              throw reason
            })
          }
        },
      )
    }
    return () => {
      isHere = false
    }
  }, [isClosed, refusalCode])
}

/** Only a path of this app, with what it asks for: a link must not lead out. */
const wayOn = (to: string | null): string =>
  to && /^\/(?!\/)[\w/-]*(\?[\w.~%&=+*:/-]*)?$/.test(to) && !/^\/open\b/.test(to) ? to : '/wallet'

type Device = NonNullable<ReturnType<typeof useSession>['device']>

/** `device`: null, and the phone is nobody's any more: it names no one. */
const Greeting = ({ device }: { device: Device | null }) => {
  const { fullName, maskedNumber } = device ?? {}
  const isReachable = useReachable()
  return (
    <div class="open-head">
      <Lotus size={44} />
      <h1>{fullName ? t('hello', { name: fullName }) : t('title')}</h1>
      {maskedNumber && <p class="figures">{maskedNumber}</p>}
      {!isReachable && <p class="open-offline">{t('offline')}</p>}
    </div>
  )
}

/** The last refusal leaves with the first digit of the next try. */
const DoorPad = ({ opening }: { opening: Press }) => {
  const [digits, setDigits] = useState('')
  const complete = (passcode: string) =>
    void opening
      .press(() => open(passcode))
      .then((isOpen) => {
        if (!isOpen) {
          setDigits('')
        }
      })
  const refusal = opening.problem
  const isWrong = refusal?.code === 'passcode.wrong'
  return (
    <>
      {refusal && !isWrong && (
        <ProblemNotice key={opening.refusals} problem={refusal} onRetry={() => opening.clear()} />
      )}
      {refusal?.code !== 'device.unknown' && (
        <PasscodePad
          label={t('passcode')}
          value={digits}
          onValue={(next) => {
            setDigits(next)
            if (next.length === 1) {
              opening.clear()
            }
          }}
          onComplete={complete}
          error={isWrong ? refusal.detail : undefined}
          isBusy={opening.isBusy}
        />
      )}
    </>
  )
}

/** `isBound`: the phone is somebody's, who may have forgotten her passcode, or not be who holds it now. */
const OtherWays = ({ isBound }: { isBound: boolean }) => (
  <div class="open-ways">
    {isBound && (
      <>
        <LinkButton kind="quiet" href={hrefTo('/activate/new-device?reset=1')}>
          {t('forgot')}
        </LinkButton>
        <LinkButton kind="quiet" href={hrefTo('/activate')}>
          {t('other')}
        </LinkButton>
      </>
    )}
    <LinkButton kind="quiet" class="open-lock" icon={lock} href={hrefTo('/lock')}>
      {t('lock')}
    </LinkButton>
  </div>
)

export default function OpenPage({ query }: PageProps) {
  const { device, phase } = useSession()
  const opening = usePress()
  const to = wayOn(query.get('to'))
  useEffect(() => {
    if (phase === 'open' || phase === 'offline') {
      navigate(to, { replace: true })
    }
    if (phase === 'stranger') {
      navigate('/activate', { replace: true })
    }
  }, [phase])
  useLockedDoor(phase === 'closed' && device !== null, opening)
  if (phase === 'starting' || !device) {
    return <WaitingPage />
  }
  const isBound = opening.problem?.code !== 'device.unknown'
  return (
    <Screen title={t('title')} ground="deep">
      <div class="open">
        <Greeting device={isBound ? device : null} />
        <DoorPad opening={opening} />
        <OtherWays isBound={isBound} />
      </div>
    </Screen>
  )
}
