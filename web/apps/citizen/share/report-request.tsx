// A request that she did not expect, or that was pressed on her: told to the operator. It is refused with
// that, and whoever asked is not told that it was reported.
import { useState } from 'preact/hooks'
import type { ReportSharing } from '../../../../contract/sharing.ts'
import type { InputOf } from '../../../../contract/operation.ts'
import { usePress } from '../../../client/press.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { flag } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { RadioCards } from '../../../ui/radio-cards.tsx'
import { ownDeed } from '../shell/session.ts'

type Why = InputOf<typeof ReportSharing>['why']

const t = phrases({
  report: { vi: 'Báo cáo yêu cầu này', en: 'Report this request' },
  title: { vi: 'Báo cáo yêu cầu này?', en: 'Report this request?' },
  effect: {
    vi: 'Không có gì được chia sẻ. Người vận hành sẽ xem lại nơi hỏi; họ không được biết bạn đã báo.',
    en: 'Nothing is shared. The operator looks into whoever asked; they are not told that you reported it.',
  },
  why: { vi: 'Vì sao', en: 'Why' },
  choose: { vi: 'Chọn một lý do.', en: 'Choose a reason.' },
  send: { vi: 'Gửi báo cáo', en: 'Send the report' },
  cancel: { vi: 'Thôi', en: 'Cancel' },
})
const whys = phrases({
  'not-expected': { vi: 'Tôi không làm gì với nơi này', en: 'I have nothing to do with them' },
  'asks-too-much': { vi: 'Hỏi nhiều hơn mức cần', en: 'They ask for more than they need' },
  pressed: { vi: 'Có người giục tôi bấm', en: 'Somebody pressed me to agree' },
  other: { vi: 'Lý do khác', en: 'Another reason' },
})
const order = ['not-expected', 'asks-too-much', 'pressed', 'other'] as const satisfies readonly Why[]

export const ReportRequest = ({ id, onReported }: { id: string; onReported: () => void }) => {
  const [isOpen, open] = useState(false)
  const [why, choose] = useState<Why | null>(null)
  const [isMissing, setMissing] = useState(false)
  const sending = usePress()
  const send = () => {
    if (why === null) {
      setMissing(true)
      return
    }
    void sending.press(async () => {
      await ownDeed<typeof ReportSharing>('sharing.report', { id, why })
      open(false)
      onReported()
    })
  }
  return (
    <>
      <Button kind="quiet" icon={flag} onPress={() => open(true)}>
        {t('report')}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => open(false)}
        title={t('title')}
        actions={
          <>
            <Button onPress={() => open(false)}>{t('cancel')}</Button>
            <Button kind="primary" isBusy={sending.isBusy} onPress={send}>
              {t('send')}
            </Button>
          </>
        }
      >
        <p>{t('effect')}</p>
        <RadioCards<Why>
          name="why"
          legend={t('why')}
          value={why}
          error={isMissing && why === null ? t('choose') : undefined}
          onValue={choose}
          choices={order.map((value) => ({ value, title: whys(value) }))}
        />
        {sending.problem && <ProblemNotice key={sending.refusals} problem={sending.problem} />}
      </Dialog>
    </>
  )
}
