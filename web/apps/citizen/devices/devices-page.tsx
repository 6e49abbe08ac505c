// Bound devices and the places where one is signed in: end one, remove a device, or sign out everywhere.
import './devices.css'
import { useState } from 'preact/hooks'
import type {
  EndSession,
  RemoveDevice,
  SignOutEverywhere,
  ViewDevices,
} from '../../../../contract/account.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { useLoad, usePress } from '../../../client/press.ts'
import { useStep } from '../../../ui/attention.tsx'
import { Button } from '../../../ui/button.tsx'
import { GroupHead, Row, Rows } from '../../../ui/card.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { dateTimeVN, dateVN } from '../../../ui/format.ts'
import { globe, logOut, monitor, phone } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { hrefTo, navigate } from '../../../ui/router.tsx'
import { toast } from '../../../ui/toast.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { Skeleton } from '../../../ui/waiting.tsx'
import { deviceName } from '../activate/device-name.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { OwnPasscode } from '../shell/own-passcode.tsx'
import { Screen } from '../shell/screen.tsx'
import { closeSession, ownDeed, ownView, setSession } from '../shell/session.ts'
import { unbindThisPhone } from '../vault/bind-phone.ts'

type Held = OutputOf<typeof ViewDevices>
type Device = Held['devices'][number]
type Place = Held['sessions'][number]
type Asked = { kind: 'device'; device: Device } | { kind: 'session'; place: Place } | { kind: 'everywhere' }

const t = phrases({
  title: { vi: 'Thiết bị và phiên', en: 'Devices and sessions' },
  devices: { vi: 'Thiết bị đã gắn', en: 'Bound devices' },
  places: { vi: 'Đang đăng nhập ở', en: 'Signed in at' },
  this: { vi: 'Máy này', en: 'This device' },
  bound: { vi: 'Gắn ngày {day} · dùng lần cuối {last}', en: 'Bound {day} · last used {last}' },
  app: { vi: 'Ứng dụng Sen · {device}', en: 'Sen app · {device}' },
  opened: { vi: 'Mở lúc {at}', en: 'Opened {at}' },
  remove: { vi: 'Gỡ', en: 'Remove' },
  removeOf: { vi: 'Gỡ thiết bị {name}', en: 'Remove the device {name}' },
  removeThis: { vi: 'Gỡ thiết bị {name} (máy này)', en: 'Remove the device {name} (this one)' },
  end: { vi: 'Đăng xuất', en: 'Sign out' },
  endOf: { vi: 'Đăng xuất khỏi {name}', en: 'Sign out of {name}' },
  endThis: { vi: 'Đăng xuất khỏi {name} (máy này)', en: 'Sign out of {name} (this device)' },
  everywhere: { vi: 'Đăng xuất khỏi mọi nơi', en: 'Sign out everywhere' },
  none: { vi: 'Không có trang nào khác', en: 'Nowhere else' },
  cancel: { vi: 'Thôi', en: 'Cancel' },
  passcode: { vi: 'Mã PIN của máy này, để gỡ máy kia', en: 'Passcode of this device, to remove the other' },
  askDevice: { vi: 'Gỡ {name}?', en: 'Remove {name}?' },
  effectDevice: {
    vi: 'Khoá trên máy đó mất tác dụng ngay và ứng dụng ở đó bị đăng xuất. Muốn dùng lại, phải gắn lại bằng mật khẩu và mã.',
    en: 'The key on it stops working at once and the app there is signed out. To use it again it must be bound with password and code.',
  },
  effectThis: {
    vi: 'Đây là máy bạn đang cầm. Khoá và thẻ lưu trong máy sẽ bị xoá; bạn sẽ phải gắn lại bằng mật khẩu và mã.',
    en: 'This is the device in your hand. The key and the card kept here are deleted; you will have to bind it again with password and code.',
  },
  askSession: { vi: 'Đăng xuất khỏi {name}?', en: 'Sign out of {name}?' },
  effectSession: {
    vi: 'Phiên ở đó kết thúc ngay. Những gì đã làm ở đó vẫn giữ nguyên.',
    en: 'That session ends at once. What was done there stays.',
  },
  askEverywhere: { vi: 'Đăng xuất khỏi mọi nơi?', en: 'Sign out everywhere?' },
  all1: {
    vi: 'Mọi trang dịch vụ bạn đang đăng nhập sẽ kết thúc phiên',
    en: 'Every service you are signed in to ends its session',
  },
  all2: {
    vi: 'Ứng dụng Sen trên các máy khác bị đăng xuất',
    en: 'The Sen app on other devices is signed out',
  },
  all3: {
    vi: 'Máy này vẫn mở. Thiết bị đã gắn vẫn gắn; muốn bỏ, hãy gỡ từng máy',
    en: 'This device stays open. Bound devices stay bound; remove them one by one if you want',
  },
  ended: { vi: 'Đã đăng xuất {count} phiên', en: '{count} sessions signed out' },
  done: { vi: 'Đã xong', en: 'Done' },
})

const questionOf = (asked: Asked) => {
  if (asked.kind === 'device') {
    return {
      title: t('askDevice', { name: asked.device.name }),
      effects: [asked.device.isThis ? t('effectThis') : t('effectDevice')],
      yes: t('remove'),
    }
  }
  if (asked.kind === 'session') {
    return {
      title: t('askSession', { name: nameOf(asked.place) }),
      effects: [t('effectSession')],
      yes: t('end'),
    }
  }
  return { title: t('askEverywhere'), effects: [t('all1'), t('all2'), t('all3')], yes: t('everywhere') }
}

const nameOf = (place: Place): string =>
  place.kind === 'app' ? t('app', { device: place.name }) : place.name

/** Two phones may have one name: when each was bound and used tells them apart. */
const boundWords = (device: Device): string =>
  t('bound', { day: dateVN(device.boundAt), last: dateTimeVN(device.lastSeenAt) })

/** Does what was asked; true when this very device is no longer bound. */
const carryOut = async (asked: Asked, passcode?: string): Promise<void> => {
  if (asked.kind === 'everywhere') {
    return toast(
      t('ended', {
        count: (await ownDeed<typeof SignOutEverywhere>('account.sign-out-everywhere', {})).ended,
      }),
    )
  }
  if (asked.kind === 'session') {
    await ownDeed<typeof EndSession>('account.end-session', { id: asked.place.id })
    toast(t('done'))
    if (asked.place.isThis) {
      closeSession()
    }
    return
  }
  await ownDeed<typeof RemoveDevice>('account.remove-device', {
    id: asked.device.id,
    ...(passcode === undefined ? {} : { passcode }),
  })
  toast(t('done'))
  if (!asked.device.isThis) {
    return
  }
  await unbindThisPhone()
  setSession({ device: null, phase: 'stranger', me: null, held: null })
  navigate('/welcome', { replace: true })
}

const Question = ({
  asked,
  onClose,
  onDone,
}: {
  asked: Asked | null
  onClose: () => void
  onDone: () => void
}) => {
  const doing = usePress()
  const question = asked && questionOf(asked)
  // An open app alone takes none of her other devices away.
  const needsPasscode = asked?.kind === 'device' && !asked.device.isThis
  const go = async (passcode?: string): Promise<void> => {
    if (asked && (await doing.press(() => carryOut(asked, passcode)))) {
      onDone()
    }
  }
  // What was refused is of that question, not of the next one.
  const close = () => {
    doing.clear()
    onClose()
  }
  return (
    <Dialog
      isOpen={asked !== null}
      onClose={close}
      title={question?.title ?? ''}
      actions={
        <>
          <Button onPress={close}>{t('cancel')}</Button>
          {!needsPasscode && (
            <Button kind="danger" isBusy={doing.isBusy} onPress={() => void go()}>
              {question?.yes ?? ''}
            </Button>
          )}
        </>
      }
    >
      {question &&
        (question.effects.length > 1 ? (
          <ol class="steps-list">
            {question.effects.map((effect) => (
              <li key={effect}>{effect}</li>
            ))}
          </ol>
        ) : (
          <p>{question.effects[0]}</p>
        ))}
      {needsPasscode && <p class="quiet">{boundWords(asked.device)}</p>}
      {needsPasscode && <OwnPasscode label={t('passcode')} proving={doing} onPasscode={go} />}
      {!needsPasscode && doing.problem && <ProblemNotice key={doing.refusals} problem={doing.problem} />}
    </Dialog>
  )
}

const DeviceRow = ({ device, onAsk }: { device: Device; onAsk: (asked: Asked) => void }) => (
  <Row
    icon={phone}
    title={device.name}
    detail={boundWords(device)}
    below={
      <div class="place-foot">
        <Button
          size="small"
          kind="danger-quiet"
          label={t(device.isThis ? 'removeThis' : 'removeOf', { name: device.name })}
          onPress={() => onAsk({ kind: 'device', device })}
        >
          {t('remove')}
        </Button>
        {device.isThis && <Pill tone="jade">{t('this')}</Pill>}
      </div>
    }
  />
)

const PlaceRow = ({ place, onAsk }: { place: Place; onAsk: (asked: Asked) => void }) => (
  <Row
    icon={place.kind === 'app' ? monitor : globe}
    tone={place.kind === 'app' ? 'jade' : 'cham'}
    title={nameOf(place)}
    detail={
      <>
        {place.domain && (
          <>
            {place.domain}
            <br />
          </>
        )}
        {place.device && <>{deviceName(place.device)} · </>}
        {t('opened', { at: dateTimeVN(place.openedAt) })}
      </>
    }
    below={
      <div class="place-foot">
        <Button
          size="small"
          label={t(place.isThis ? 'endThis' : 'endOf', { name: nameOf(place) })}
          onPress={() => onAsk({ kind: 'session', place })}
        >
          {t('end')}
        </Button>
        {place.isThis && <Pill tone="jade">{t('this')}</Pill>}
      </div>
    }
  />
)

export default function DevicesPage() {
  const { data, problem, reload } = useLoad(() => ownView<typeof ViewDevices>('account.devices', {}))
  const [asked, ask] = useState<Asked | null>(null)
  // What was removed takes its button with it: the heading has the focus then.
  useStep(data && `${data.devices.length} ${data.sessions.length}`)
  const close = () => ask(null)
  return (
    <Screen
      title={t('title')}
      head={<TopBar title={t('title')} back={hrefTo('/me')} />}
      action={
        data && (
          <Button kind="danger-quiet" isWide icon={logOut} onPress={() => ask({ kind: 'everywhere' })}>
            {t('everywhere')}
          </Button>
        )
      }
    >
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <Skeleton lines={5} />}
      {data && (
        <>
          <GroupHead title={t('devices')} />
          <Rows>
            {data.devices.map((device) => (
              <DeviceRow key={device.id} device={device} onAsk={ask} />
            ))}
          </Rows>
          <GroupHead title={t('places')} />
          <Rows>
            {data.sessions.length > 0 ? (
              data.sessions.map((place) => <PlaceRow key={place.id} place={place} onAsk={ask} />)
            ) : (
              <Row title={t('none')} />
            )}
          </Rows>
        </>
      )}
      <Question
        asked={asked}
        onClose={close}
        onDone={() => {
          close()
          reload()
        }}
      />
    </Screen>
  )
}
