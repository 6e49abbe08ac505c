// A page of the holder's own things, opened while somebody else's profile is: whose it is, and the way back,
// before anything is typed that would be refused when it is sent.
import type { ComponentChildren } from 'preact'
import { usePress } from '../../../client/press.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Button } from '../../../ui/button.tsx'
import { family } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import { toast } from '../../../ui/toast.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { EmptyState } from '../../../ui/waiting.tsx'
import { Screen } from './screen.tsx'
import { openProfile, type Me } from './session.ts'

const t = phrases({
  title: { vi: 'Chỉ trong hồ sơ của bạn', en: 'Only in your own profile' },
  heading: { vi: 'Đang mở hồ sơ của {name}', en: 'The profile of {name} is open' },
  text: {
    vi: 'Trang này chỉ làm được cho chính bạn. Chưa có gì thay đổi.',
    en: 'This page is for your own things. Nothing was changed.',
  },
  back: { vi: 'Mở hồ sơ của tôi rồi làm tiếp', en: 'Open my own profile and go on' },
  isBack: { vi: 'Đang mở hồ sơ của bạn', en: 'Your own profile is open' },
})

/** The way back, on a page that says itself what it is about. */
export const BackToOwn = ({ name, children }: { name: Me['fullName']; children: ComponentChildren }) => {
  const opening = usePress()
  const open = () =>
    void opening.press(async () => {
      await openProfile(null)
      toast(t('isBack'))
    })
  return (
    <>
      {opening.problem && (
        <ProblemNotice key={opening.refusals} problem={opening.problem} onRetry={() => opening.clear()} />
      )}
      <EmptyState
        icon={family}
        title={t('heading', { name })}
        action={
          <Button kind="primary" isBusy={opening.isBusy} onPress={open}>
            {t('back')}
          </Button>
        }
      >
        {children}
      </EmptyState>
    </>
  )
}

/** `above`: what waits for no profile. */
export const OwnProfileFirst = ({ name, above }: { name: Me['fullName']; above?: ComponentChildren }) => (
  <Screen title={t('title')} head={<TopBar title={t('title')} back={hrefTo('/me')} />}>
    {above}
    <BackToOwn name={name}>{t('text')}</BackToOwn>
  </Screen>
)
