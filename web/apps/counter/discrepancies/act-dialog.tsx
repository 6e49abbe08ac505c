// What an officer does with a case: a note, a question, a proposal, a refusal, the second word. Each says
// what it does to the person and asks why.
import { Dialog } from '../../../ui/dialog.tsx'
import { ActForm } from './act-form.tsx'
import { actWords } from './act-words.ts'
import type { Act, MismatchCase } from './mismatch-case.ts'

/** What an act asks first. */
const firstQuestion: Readonly<Record<Act, string>> = {
  propose: '#outcome',
  refuse: '#refuse-reason',
  ask: '#ask-source',
  note: '#act-note',
  confirm: '#act-note',
  'send-back': '#act-note',
}

export const ActDialog = ({
  act,
  found,
  onClose,
  onDone,
}: {
  act: Act | null
  found: MismatchCase
  onClose: () => void
  onDone: (after: MismatchCase, act: Act) => void
}) => (
  <Dialog
    isOpen={act !== null}
    onClose={onClose}
    size="wide"
    title={act ? actWords(act) : ''}
    focusAt={act ? firstQuestion[act] : undefined}
  >
    {act && <ActForm key={act} act={act} found={found} onClose={onClose} onDone={onDone} />}
  </Dialog>
)
