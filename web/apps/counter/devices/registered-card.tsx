// The registered devices of this desk, and whether this browser is one of them: only what they sign is
// believed without a second pair of eyes.
import { useEffect, useState } from 'preact/hooks'
import type { ViewDevices } from '../../../../contract/devices.ts'
import { view } from '../../../client/call.ts'
import { useLoad } from '../../../client/press.ts'
import { simulators } from '../../../kit/simulators.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { DataPairs } from '../../../ui/data-pairs.tsx'
import { dateVN } from '../../../ui/format.ts'
import { key, pin } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Rich } from '../../../ui/rich.tsx'
import { hrefTo } from '../../../ui/router.tsx'
import { Skeleton } from '../../../ui/waiting.tsx'
import { officer, orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import { kindsWords } from './device-words.ts'
import { deviceHere } from './seal-capture.ts'

const t = phrases({
  title: { vi: 'Thiết bị đã ghi danh của {desk}', en: 'Registered devices of {desk}' },
  untitled: { vi: 'Thiết bị đã ghi danh', en: 'Registered devices' },
  here: {
    vi: '**Trình duyệt này đã ghi danh.** Những gì chụp, quét, đọc ở đây được ký, không cần thêm người xem.',
    en: '**This browser is registered.** What is taken here is signed, so no second person has to look.',
  },
  notHere: {
    vi: '**Trình duyệt này chưa ghi danh cho quầy này.** Vẫn làm việc được, nhưng mỗi hồ sơ cần người thứ hai. Xin người quản trị một vé: sen device add.',
    en: '**This browser is not registered for this desk.** You can work, but each case needs a second person. Ask the administrator for a ticket: sen device add.',
  },
  noDesk: {
    vi: '**Bạn chưa chọn quầy.** Thiết bị đã ghi danh là của một quầy; chọn quầy để những gì bạn chụp, quét, đọc được ký.',
    en: '**You have not chosen a desk.** Registered devices are those of a desk; choose yours, so that what you take is signed.',
  },
  choose: { vi: 'Chọn quầy', en: 'Choose the desk' },
  none: { vi: 'Quầy này chưa có thiết bị nào được ghi danh.', en: 'This desk has no registered device yet.' },
  unnamed: { vi: 'Thiết bị {end}', en: 'Device {end}' },
  since: { vi: '{kinds}, ghi danh {date}', en: '{kinds}, registered {date}' },
})

const useHere = (): boolean | null => {
  const [isHere, setHere] = useState<boolean | null>(null)
  useEffect(() => {
    deviceHere().then(
      (device) => setHere(device !== null),
      () => setHere(null),
    )
  }, [])
  return isHere
}

export const RegisteredCard = () =>
  officer.use()?.desk ? (
    <AtDesk />
  ) : (
    <Card title={t('untitled')} icon={key}>
      <Notice tone="warn" isQuiet>
        <Rich text={t('noDesk')} />
      </Notice>
      <LinkButton size="small" icon={pin} href={hrefTo('/shift')}>
        {t('choose')}
      </LinkButton>
    </Card>
  )

const AtDesk = () => {
  const isHere = useHere()
  // In the demo world looking registers: the list is read once that is done.
  const isReady = isHere !== null || simulators() === null
  const { data, problem, reload } = useLoad(() => orSignIn(view<typeof ViewDevices>('desk.devices', {})))
  useEffect(() => {
    if (isReady) {
      reload()
    }
  }, [isReady])
  return (
    <Card title={data?.desk ? t('title', { desk: data.desk }) : t('untitled')} icon={key}>
      <Refusal problem={problem} onRetry={reload} />
      {isHere !== null && (
        <Notice tone={isHere ? 'ok' : 'warn'}>
          <Rich text={t(isHere ? 'here' : 'notHere')} />
        </Notice>
      )}
      {data ? (
        data.devices.length > 0 ? (
          <DataPairs
            pairs={data.devices.map(({ id, name, kinds, enrolledAt }) => ({
              label: name || t('unnamed', { end: id.slice(-4) }),
              value: t('since', { kinds: kindsWords(kinds), date: dateVN(enrolledAt) }),
            }))}
          />
        ) : (
          <p class="quiet">{t('none')}</p>
        )
      ) : (
        !problem && <Skeleton lines={3} />
      )}
    </Card>
  )
}
