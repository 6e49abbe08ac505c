// On every screen while somebody else's profile is open: whose it is, and the way back to one's own. Never in
// doubt (ux: guardian switching).
import { usePress } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { family, Icon } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { navigate } from '../../../ui/router.tsx'
import { toast } from '../../../ui/toast.tsx'
import { openProfile, useSession } from './session.ts'

const t = phrases({
  acting: { vi: 'Bạn đang làm thay cho', en: 'You are acting for' },
  back: { vi: 'Về hồ sơ của tôi', en: 'To my own profile' },
  isBack: { vi: 'Đang mở hồ sơ của bạn', en: 'Your own profile is open' },
})

export const ActingStrip = () => {
  const { me } = useSession()
  const closing = usePress()
  if (!me?.acting) {
    return null
  }
  const close = () =>
    void closing.press(async () => {
      await openProfile(null)
      toast(t('isBack'))
      navigate('/wallet')
    })
  return (
    <aside class="acting-strip" aria-label={t('acting')}>
      <Icon of={family} size={22} />
      <p>
        <small>{t('acting')}</small> <b>{me.fullName}</b>
      </p>
      <Button size="small" isBusy={closing.isBusy} onPress={close}>
        {t('back')}
      </Button>
    </aside>
  )
}
