// The way out. Everything at this machine that is still the officer's alone is destroyed with her key, so
// what is unsent is asked about first.
import { useState } from 'preact/hooks'
import { isReachable } from '../../../client/reachability.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { logOut } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { drafts, wipeDrafts } from '../case/drafts.ts'
import { outbox, sendOutbox, unsentCount, wipeOutbox } from '../case/outbox.ts'
import { signOut } from './officer.ts'

const t = phrases({
  out: { vi: 'Đăng xuất', en: 'Sign out' },
  title: { vi: 'Trên máy này còn việc của bạn', en: 'There is work of yours on this machine' },
  unsent: {
    vi: '{n} hồ sơ chờ gửi chưa tới máy chủ. Đăng xuất bây giờ là xoá chúng: người dân sẽ phải làm lại.',
    en: '{n} cases have not reached the server. Signing out now destroys them: these people would have to come again.',
  },
  drafts: {
    vi: '{n} bản nháp chỉ nằm trên máy này và sẽ bị xoá.',
    en: '{n} drafts lie only on this machine and will be destroyed.',
  },
  stay: { vi: 'Ở lại', en: 'Stay' },
  send: { vi: 'Gửi ngay', en: 'Send now' },
  wipe: { vi: 'Xoá và đăng xuất', en: 'Destroy and sign out' },
})

const leave = async () => {
  await wipeDrafts().catch(() => undefined)
  await wipeOutbox().catch(() => undefined)
  await signOut()
}

export const SignOut = () => {
  const [isAsking, ask] = useState(false)
  const waiting = outbox.use().filter(({ state }) => state !== 'sent').length
  const begun = drafts.use().length
  const press = () => {
    if (unsentCount() > 0 || drafts.get().length > 0) {
      ask(true)
    } else {
      void leave()
    }
  }
  return (
    <>
      <IconButton icon={logOut} label={t('out')} onPress={press} />
      <Dialog
        isOpen={isAsking}
        onClose={() => ask(false)}
        title={t('title')}
        actions={
          <>
            <Button onPress={() => ask(false)}>{t('stay')}</Button>
            {waiting > 0 && isReachable() && (
              <Button
                kind="primary"
                onPress={() => {
                  void sendOutbox()
                  ask(false)
                }}
              >
                {t('send')}
              </Button>
            )}
            <Button kind="danger" onPress={() => void leave()}>
              {t('wipe')}
            </Button>
          </>
        }
      >
        {waiting > 0 && <p>{t('unsent', { n: waiting })}</p>}
        {begun > 0 && <p>{t('drafts', { n: begun })}</p>}
      </Dialog>
    </>
  )
}
