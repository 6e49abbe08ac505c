// The frame of a level-2 case: head, five step tiles, three columns, and a foot that keeps the two or three
// presses of the step.
import type { ComponentChildren } from 'preact'
import { Button } from '../../../ui/button.tsx'
import { now, useNow } from '../../../ui/clock.ts'
import { clockVN, durationText } from '../../../ui/format.ts'
import { clock, Icon, offline, pencil } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { CaseFrame } from '../case/case-frame.tsx'
import type { KeyWords } from '../shell/key-sheet.tsx'
import { isUnsynced, type DeskCase } from './desk-case.ts'
import { change } from './level2-case.ts'
import { PersonColumn } from './person-column.tsx'
import { StepTiles } from '../case/step-tiles.tsx'
import type { Said as Prompt } from '../screen/desk-channel.ts'
import { SideColumn } from './side-column.tsx'

const t = phrases({
  title: { vi: 'Đăng ký tài khoản mức 2', en: 'Level-2 registration' },
  hasChip: { vi: 'Đã có thẻ chip', en: 'Has a chip card' },
  atDesk: { vi: '{time} tại quầy', en: '{time} at the desk' },
  notFinal: { vi: 'Chưa có hiệu lực cho đến khi đồng bộ', en: 'Not final until synchronised' },
  notFinalWhy: {
    vi: 'Hồ sơ này đang được làm khi mất mạng. Mọi thứ nằm an toàn trên máy, được mã hoá, và gửi đi theo thứ tự khi có mạng lại.',
    en: 'This case is taken while the line is down. Everything is safe and encrypted on this machine, and is sent in order when the line is back.',
  },
  saved: { vi: 'Đã lưu nháp trên máy lúc {time}', en: 'Saved on this machine at {time}' },
  pause: { vi: 'Tạm dừng', en: 'Pause' },
  pauseKey: { vi: 'lưu nháp và rời hồ sơ', en: 'save the draft and leave' },
  primaryKey: { vi: 'nút chính của bước', en: "the step's main button" },
})
const names = phrases({
  s1: { vi: 'Đọc thẻ', en: 'Read the card' },
  s2: { vi: 'Liên hệ', en: 'Contact' },
  s3: { vi: 'Ảnh và vân tay', en: 'Portrait and prints' },
  s4: { vi: 'Giấy tờ tích hợp', en: 'Documents' },
  s5: { vi: 'Đồng ý và ký', en: 'Consent' },
})
const numbers = ['s1', 's2', 's3', 's4', 's5'] as const

const AtDesk = ({ since }: { since: string }) => {
  const at = useNow(1)
  return (
    <Pill tone="gold" icon={clock}>
      {t('atDesk', { time: durationText((at - Date.parse(since)) / 1000) })}
    </Pill>
  )
}

type StepFrameProps = {
  desk: DeskCase | null
  step: number
  reached: number
  prompt: Prompt
  children: ComponentChildren
  actions?: ComponentChildren
  keys?: readonly KeyWords[]
  onPause: () => void
}

const Saved = ({ at }: { at: string | null | undefined }) => (
  <span class="saved">
    {at && (
      <>
        <Icon of={pencil} size={18} />
        {t('saved', { time: clockVN(at) })}
      </>
    )}
  </span>
)

const Pills = ({ desk }: { desk: DeskCase | null }) => (
  <>
    {desk?.server && <Pill tone="cham">{desk.server.reference}</Pill>}
    {desk?.chip && <Pill tone="jade">{t('hasChip')}</Pill>}
    {desk && isUnsynced(desk) && (
      <Pill tone="gold" icon={offline}>
        {t('notFinal')}
      </Pill>
    )}
  </>
)

const Head = ({ desk, step, reached }: Pick<StepFrameProps, 'desk' | 'step' | 'reached'>) => (
  <>
    {desk && isUnsynced(desk) && (
      <Notice isQuiet tone="warn" icon={offline}>
        {t('notFinalWhy')}
      </Notice>
    )}
    <StepTiles
      names={numbers.map((name) => names(name))}
      current={step}
      reached={reached}
      onStep={(to) => {
        if (desk) {
          void change(desk.id, (before) => ({ ...before, step: to }))
        }
      }}
    />
  </>
)

export const StepFrame = ({
  desk,
  step,
  reached,
  prompt,
  children,
  actions,
  keys = [],
  onPause,
}: StepFrameProps) => (
  <CaseFrame
    title={t('title')}
    beside={<Pills desk={desk} />}
    end={desk && now() - Date.parse(desk.openedAt) < 6 * 3_600_000 && <AtDesk since={desk.openedAt} />}
    keys={[...keys, ['Enter', t('primaryKey')], ['Ctrl S', t('pauseKey')]]}
    foot={
      <>
        <Saved at={desk?.savedAt} />
        <Button kind="quiet" shortcut="Ctrl S" onPress={onPause}>
          {t('pause')}
        </Button>
        {actions}
      </>
    }
    head={<Head desk={desk} step={step} reached={reached} />}
    person={<PersonColumn desk={desk} />}
    side={<SideColumn desk={desk} prompt={prompt} />}
  >
    {children}
  </CaseFrame>
)
