// Whose a judgment is: said by an officer in her own words, and confirmed by a second one with the result.
import type { Rules } from '../../../client/check.ts'
import { phrases } from '../../../ui/phrases.ts'
import { NoteDialog } from '../case/note-dialog.tsx'
import { settleJudgment, type Judgments } from './judgments.ts'

export interface Settling {
  readonly entry: string
  /** The judgment by its number and day. */
  readonly about: string
  readonly isHers: boolean
}

const t = phrases({
  not: { vi: 'Không phải người này', en: 'Not this person' },
  is: { vi: 'Đúng là người này', en: 'It is this person' },
  notWhat: {
    vi: '{about} không ghi lên phiếu. Một cán bộ khác xem lại cùng với kết quả, rồi bản án của người kia rời khỏi hồ sơ này.',
    en: '{about} is left off the certificate. Another officer looks at it with the result; then the other person’s judgment leaves this dossier.',
  },
  isWhat: {
    vi: '{about} được coi là của người xin phiếu. Chỉ chọn khi bạn đã đối chiếu hồ sơ gốc; một cán bộ khác xem lại cùng với kết quả.',
    en: '{about} counts as this person’s. Only when you have compared the original files; another officer looks at it with the result.',
  },
  label: { vi: 'Bạn đối chiếu bằng gì', en: 'What you compared' },
})

const rules: Rules = { note: { trims: true, min: 5, max: 500 } }

export const SettleDialog = ({
  settling,
  reference,
  onClose,
  onSettled,
}: {
  settling: Settling | null
  reference: string
  onClose: () => void
  onSettled: (after: Judgments) => void
}) => (
  <NoteDialog
    key={`${settling?.entry} ${settling?.isHers}`}
    id="settle-note"
    of="deciding"
    isOpen={settling !== null}
    isDanger={settling?.isHers === true}
    focusAt="#settle-note"
    words={{
      title: t(settling?.isHers ? 'is' : 'not'),
      what: t(settling?.isHers ? 'isWhat' : 'notWhat', { about: settling?.about ?? '' }),
      yes: t(settling?.isHers ? 'is' : 'not'),
      label: t('label'),
    }}
    rules={rules}
    onNote={async (note) => {
      if (settling) {
        onSettled(await settleJudgment(reference, settling.entry, { isHers: settling.isHers, note }))
      }
    }}
    onClose={onClose}
  />
)
