// A caller who is known says that the number of her own account is no longer hers.
import { useState } from 'preact/hooks'
import type { GiveUpPhoneByHotline } from '../../../../contract/assistance.ts'
import { deed } from '../../../client/call.ts'
import { usePress } from '../../../client/press.ts'
import { useFocusAt } from '../../../ui/attention.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { phoneCall } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import type { Call } from './call.ts'

const t = phrases({
  title: { vi: 'Số của tài khoản không còn là của người gọi?', en: 'Is her number no longer hers?' },
  what: {
    vi: 'Người gọi nói đã bỏ hoặc mất số gắn với tài khoản của mình. Nếu còn dùng ứng dụng, đổi số ở đó nhanh hơn.',
    en: 'The caller says that the number of her account is no longer hers. In the app she changes it faster.',
  },
  note: { vi: 'Ghi: số không còn của người gọi', en: 'Note that the number is no longer hers' },
  noted: { vi: 'Đã ghi', en: 'Noted' },
  say: {
    vi: 'Nói với người gọi: nếu tài khoản có số, số rời tài khoản sau {days} ngày. Trong thời gian đó mọi kênh đều nhận tin báo, và chủ tài khoản bấm giữ lại được.',
    en: 'Say: if the account has a number, it leaves after {days} days. Until then every channel is told, and the holder can keep it by one press.',
  },
})

export const GiveUpCard = ({ call, onCall }: { call: Call; onCall: (call: Call) => void }) => {
  const [days, setDays] = useState<number | null>(null)
  const noting = usePress()
  // The button goes as it is noted, and the focus would go with it.
  const told = useFocusAt<HTMLDivElement>(days)
  const note = () =>
    void noting.press(async () => {
      const answer = await orSignIn(
        deed<typeof GiveUpPhoneByHotline>('hotline.give-up-phone', { callId: call.id }),
      )
      setDays(answer.waitDays)
      onCall(answer.call)
    })
  return (
    <Card title={t('title')} icon={phoneCall}>
      <div class="stack">
        <p class="quiet">{t('what')}</p>
        <Refusal problem={noting.problem} onRetry={note} />
        {days === null ? (
          <Button isBusy={noting.isBusy} onPress={note}>
            {t('note')}
          </Button>
        ) : (
          <div ref={told} tabIndex={-1} class="refusal">
            <Notice title={t('noted')}>{t('say', { days })}</Notice>
          </div>
        )}
      </div>
    </Card>
  )
}
