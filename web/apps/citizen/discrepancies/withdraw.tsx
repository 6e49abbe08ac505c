// Takes back what I reported myself, while nobody has proposed a correction.
import { useState } from 'preact/hooks'
import type { WithdrawDiscrepancy } from '../../../../contract/discrepancy.ts'
import { usePress } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { fieldWords } from '../../../kit/mismatch-words.ts'
import { phrases } from '../../../ui/phrases.ts'
import { toast } from '../../../ui/toast.tsx'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { ownDeed } from '../shell/session.ts'
import type { OwnCase } from './own-cases.ts'

const t = phrases({
  withdraw: { vi: 'Rút báo sai lệch', en: 'Take the report back' },
  ask: { vi: 'Rút báo sai lệch về {field}?', en: 'Take back the report about {field}?' },
  effect: {
    vi: 'Hồ sơ kết thúc, dữ liệu giữ nguyên. Bạn có thể báo lại bất cứ lúc nào.',
    en: 'The case ends and your data stays. You can report it again at any time.',
  },
  cancel: { vi: 'Thôi', en: 'Cancel' },
  done: { vi: 'Đã rút. Dữ liệu của bạn không đổi.', en: 'Taken back. Your data are unchanged.' },
})

export const Withdraw = ({ own, onDone }: { own: OwnCase; onDone: () => void }) => {
  const [isAsked, ask] = useState(false)
  const doing = usePress()
  const go = () =>
    void doing.press(async () => {
      await ownDeed<typeof WithdrawDiscrepancy>('discrepancy.withdraw', { id: own.id })
      ask(false)
      toast(t('done'))
      onDone()
    })
  return (
    <>
      <Button kind="danger-quiet" onPress={() => ask(true)}>
        {t('withdraw')}
      </Button>
      <Dialog
        isOpen={isAsked}
        onClose={() => ask(false)}
        title={t('ask', { field: fieldWords(own.field) })}
        actions={
          <>
            <Button onPress={() => ask(false)}>{t('cancel')}</Button>
            <Button kind="danger" isBusy={doing.isBusy} onPress={go}>
              {t('withdraw')}
            </Button>
          </>
        }
      >
        <p>{t('effect')}</p>
        {doing.problem && <ProblemNotice key={doing.refusals} problem={doing.problem} />}
      </Dialog>
    </>
  )
}
