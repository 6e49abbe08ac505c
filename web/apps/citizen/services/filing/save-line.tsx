// How far she is, and honestly whether the server has it.
import './filing.css'
import { now } from '../../../../ui/clock.ts'
import { Status } from '../../../../ui/attention.tsx'
import { timeOrDayVN } from '../../../../ui/format.ts'
import { check, Icon, offline } from '../../../../ui/icons.tsx'
import { phrases } from '../../../../ui/phrases.ts'
import { stepsOf } from './filing-parts.ts'
import type { Held } from './use-filing.ts'

const t = phrases({
  step: { vi: 'Câu {step} trên {total}', en: 'Question {step} of {total}' },
  saved: { vi: 'đã lưu {at}', en: 'saved at {at}' },
  unsaved: {
    vi: 'chưa lưu lên máy chủ, sẽ lưu khi có mạng',
    en: 'not saved on the server yet; saved once there is a network',
  },
  fresh: { vi: 'tự lưu ở mỗi câu', en: 'saved at each question' },
})

export const SaveLine = ({ held, step, isReachable }: { held: Held; step: string; isReachable: boolean }) => {
  const { filing, unsaved } = held
  const steps = stepsOf(filing)
  const at = steps.indexOf(step)
  const isUnsaved = Object.keys(unsaved).length > 0 && !isReachable
  const saved = isUnsaved
    ? t('unsaved')
    : filing.draft
      ? t('saved', { at: timeOrDayVN(filing.draft.savedAt, now()) })
      : t('fresh')
  return (
    <Status class="save-line">
      {at >= 0 && <b>{t('step', { step: at + 1, total: steps.length })}</b>}
      <span>
        <Icon of={isUnsaved ? offline : check} size={16} />
        {saved}
      </span>
    </Status>
  )
}
