// Somebody who has no phone agreed on paper, and the officer has seen it.
import type { Rules } from '../../../client/check.ts'
import { phrases } from '../../../ui/phrases.ts'
import { NoteDialog } from '../case/note-dialog.tsx'
import type { Dossier } from './dossier.ts'
import { nameOf, type Consent } from './dossier-words.ts'
import { sendPaperConsent } from './send-act.ts'

const t = phrases({
  title: { vi: 'Ghi giấy đồng ý của {name}', en: 'Note the paper of {name}' },
  what: {
    vi: 'Chỉ ghi khi chính bạn đã thấy giấy có chữ ký. Người này được báo là đã đồng ý trên giấy.',
    en: 'Only when you have seen the signed paper yourself. They are told that they agreed on paper.',
  },
  label: { vi: 'Giấy bạn đã thấy', en: 'The paper that you saw' },
  yes: { vi: 'Ghi đã đồng ý', en: 'Note the agreement' },
})

const rules: Rules = { note: { trims: true, min: 5, max: 500 } }

export const PaperConsentDialog = ({
  consent,
  reference,
  onClose,
  onDone,
}: {
  consent: Consent | null
  reference: string
  onClose: () => void
  onDone: (after: Dossier) => void
}) => (
  <NoteDialog
    key={consent?.id}
    id="consent-note"
    of="deciding"
    isOpen={consent !== null}
    isDanger={false}
    focusAt="#consent-note"
    words={{
      title: t('title', { name: consent ? nameOf(consent) : '' }),
      what: t('what'),
      yes: t('yes'),
      label: t('label'),
    }}
    rules={rules}
    onNote={async (note) => {
      if (consent) {
        onDone(await sendPaperConsent(reference, consent.id, note))
      }
    }}
    onClose={onClose}
  />
)
