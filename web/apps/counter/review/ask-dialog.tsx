// Another portrait is asked for: what is wrong with this one, from a closed list. Nothing that an officer
// writes reaches the applicant.
import { askPortrait } from '../../../client/decision-form-rules.ts'
import { phrases } from '../../../ui/phrases.ts'
import type { Application } from './application.ts'
import { ChoiceDialog } from './choice-dialog.tsx'
import { faultAdvice, portraitFaults, faultWords, type PortraitFault } from './portrait-faults.ts'

const t = phrases({
  ask: { vi: 'Yêu cầu {name} gửi ảnh khác', en: 'Ask {name} for another portrait' },
  fault: { vi: 'Ảnh này bị sao?', en: 'What is wrong with this one?' },
  faultHint: {
    vi: 'Người dân được báo điều này cùng cách chụp lại. Thời hạn xử lý tạm dừng cho tới khi có ảnh.',
    en: 'The person is told this and how to do better. The time to decide stands still until the picture comes.',
  },
  missing: {
    vi: 'Chọn một điều để người dân biết phải chụp lại thế nào.',
    en: 'Choose one, so that the person knows how to take it again.',
  },
  yes: { vi: 'Gửi yêu cầu', en: 'Send the request' },
})

const asking = {
  rules: askPortrait,
  name: 'fault',
  ids: { choice: 'portrait-fault', note: 'ask-note' },
}

export const AskDialog = ({
  application,
  isOpen,
  onClose,
  onAsk,
}: {
  application: Application
  isOpen: boolean
  onClose: () => void
  onAsk: (fault: PortraitFault, note: string) => Promise<void>
}) => (
  <ChoiceDialog
    of={asking}
    choices={portraitFaults.map((value) => ({
      value,
      title: faultWords(value),
      detail: faultAdvice(value),
    }))}
    words={{
      title: t('ask', { name: application.declared.fullName }),
      legend: t('fault'),
      hint: t('faultHint'),
      missing: t('missing'),
      yes: t('yes'),
    }}
    isOpen={isOpen}
    onClose={onClose}
    onChosen={onAsk}
  />
)
