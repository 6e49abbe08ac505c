// The world's clock and its mishaps: days ahead, and a mobile network that takes its time.
import { useState } from 'preact/hooks'
import { Button } from '../../web/ui/button.tsx'
import { Card } from '../../web/ui/card.tsx'
import { now, useNow } from '../../web/ui/clock.ts'
import { clockVN, dayVN } from '../../web/ui/format.ts'
import { clock as clockIcon } from '../../web/ui/icons.tsx'
import { phrases } from '../../web/ui/phrases.ts'
import { Pill } from '../../web/ui/pill.tsx'
import { Switch } from '../../web/ui/switch.tsx'
import { toast } from '../../web/ui/toast.tsx'
import { followClock, tellWorld, type WorldClock } from './world.ts'

const t = phrases({
  title: { vi: 'Đồng hồ của thế giới', en: "The world's clock" },
  ahead: { vi: 'Đang đi trước {days} ngày', en: '{days} days ahead' },
  present: { vi: 'Đúng giờ thật', en: 'On real time' },
  plus: { vi: '+{days} ngày', en: '+{days} days' },
  plusOne: { vi: '+1 ngày', en: '+1 day' },
  back: { vi: 'Về hiện tại', en: 'Back to the present' },
  moved: { vi: 'Bây giờ ở thế giới thử là {day}', en: 'In the demo world it is now {day}' },
  failed: {
    vi: 'Chưa đổi được. Thế giới vẫn như cũ; bấm lại sau giây lát.',
    en: 'That did not work. The world is as before; press again in a moment.',
  },
  late: { vi: 'SMS chậm 45 giây', en: 'Text messages 45 seconds late' },
  lateDetail: {
    vi: 'Như nhà mạng giờ cao điểm: ứng dụng phải đề nghị cách khác',
    en: 'As a busy network: the app has to offer another way',
  },
})

const DAY_S = 86_400
const days = [1, 2, 8]

const useMoving = (onClock: () => void) => {
  const [busy, setBusy] = useState<number | null>(null)
  const move = async (to_s: number) => {
    setBusy(to_s)
    try {
      followClock(await tellWorld<WorldClock>('clock', { ahead_s: to_s }))
      toast(t('moved', { day: dayVN(now()) }))
      onClock()
    } catch {
      toast(t('failed'), 'danger')
    }
    setBusy(null)
  }
  return { busy, move }
}

const Moves = ({ ahead_s, onClock }: { ahead_s: number; onClock: () => void }) => {
  const { busy, move } = useMoving(onClock)
  return (
    <div class="time-buttons">
      {days.map((n) => (
        <Button
          key={n}
          size="small"
          isBusy={busy === ahead_s + n * DAY_S}
          onPress={() => void move(ahead_s + n * DAY_S)}
        >
          {n === 1 ? t('plusOne') : t('plus', { days: n })}
        </Button>
      ))}
      <Button
        size="small"
        kind="quiet"
        isDisabled={ahead_s === 0}
        isBusy={busy === 0}
        onPress={() => void move(0)}
      >
        {t('back')}
      </Button>
    </div>
  )
}

export const TimeMachine = ({
  clock,
  onClock,
  isLate,
  onLate,
}: {
  clock: WorldClock | null
  onClock: () => void
  isLate: boolean
  onLate: (isLate: boolean) => void
}) => {
  const moment = useNow()
  const ahead_s = clock?.ahead_s ?? 0
  return (
    <Card
      title={t('title')}
      icon={clockIcon}
      class="time-machine"
      aside={
        <Pill tone={ahead_s ? 'gold' : 'ok'}>
          {ahead_s ? t('ahead', { days: Math.round(ahead_s / DAY_S) }) : t('present')}
        </Pill>
      }
    >
      <p class="world-now">
        <b class="figures">{clockVN(moment)}</b> <span>{dayVN(moment)}</span>
      </p>
      <Moves ahead_s={ahead_s} onClock={onClock} />
      <Switch label={t('late')} detail={t('lateDetail')} isOn={isLate} onSwitch={onLate} />
    </Card>
  )
}
