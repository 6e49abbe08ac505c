// On the first page: the phone number leaves the account, and one press keeps it.
import type { KeepPhone } from '../../../../contract/phone-release.ts'
import { usePress } from '../../../client/press.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Button } from '../../../ui/button.tsx'
import { dateTimeVN } from '../../../ui/format.ts'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { toast } from '../../../ui/toast.tsx'
import { ownDeed, refreshMe } from '../shell/session.ts'

const t = phrases({
  title: {
    vi: 'Số điện thoại sẽ rời tài khoản lúc {moment}',
    en: 'The phone number leaves the account at {moment}',
  },
  more: {
    vi: 'Có người báo tại quầy hoặc tổng đài rằng số này đã đổi chủ. Nếu không phải, hãy giữ lại.',
    en: 'A counter or the hotline was told that it has changed hands. If it has not, keep it.',
  },
  keep: { vi: 'Vẫn là số của tôi', en: 'It is still my number' },
  kept: { vi: 'Số ở lại tài khoản của bạn', en: 'The number stays in your account' },
})

export const LeavingNotice = ({ leavesAt }: { leavesAt: string }) => {
  const keeping = usePress()
  const keep = () =>
    void keeping.press(async () => {
      await ownDeed<typeof KeepPhone>('account.keep-phone', {})
      toast(t('kept'))
      await refreshMe()
    })
  return (
    <>
      <Notice
        tone="warn"
        title={t('title', { moment: dateTimeVN(leavesAt) })}
        action={
          <Button size="small" isBusy={keeping.isBusy} onPress={keep}>
            {t('keep')}
          </Button>
        }
      >
        {t('more')}
      </Notice>
      {keeping.problem && <ProblemNotice key={keeping.refusals} problem={keeping.problem} onRetry={keep} />}
    </>
  )
}
