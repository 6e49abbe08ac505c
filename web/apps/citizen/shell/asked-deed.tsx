// A deed that is asked about first: what it does, then yes.
import { useState } from 'preact/hooks'
import { usePress } from '../../../client/press.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { toast } from '../../../ui/toast.tsx'

const t = phrases({
  cancel: { vi: 'Thôi', en: 'Cancel' },
  done: { vi: 'Đã xong', en: 'Done' },
})

export const AskedDeed = ({
  label,
  labelOf,
  title,
  effect,
  onYes,
}: {
  label: string
  /** Read out in place of the label, where the same word stands at several things. */
  labelOf?: string
  title: string
  effect: string
  onYes: () => Promise<unknown>
}) => {
  const [isOpen, open] = useState(false)
  const doing = usePress()
  const yes = () =>
    void doing.press(async () => {
      await onYes()
      open(false)
      toast(t('done'))
    })
  return (
    <>
      <Button size="small" {...(labelOf ? { label: labelOf } : {})} onPress={() => open(true)}>
        {label}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => open(false)}
        title={title}
        actions={
          <>
            <Button onPress={() => open(false)}>{t('cancel')}</Button>
            <Button kind="danger" isBusy={doing.isBusy} onPress={yes}>
              {label}
            </Button>
          </>
        }
      >
        <p>{effect}</p>
        {doing.problem && <ProblemNotice key={doing.refusals} problem={doing.problem} />}
      </Dialog>
    </>
  )
}
