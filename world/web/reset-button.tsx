// Everything from the beginning: the server's world and this browser's phone.
import { useState } from 'preact/hooks'
import { Button } from '../../web/ui/button.tsx'
import { Dialog } from '../../web/ui/dialog.tsx'
import { refresh } from '../../web/ui/icons.tsx'
import { Notice } from '../../web/ui/notice.tsx'
import { phrases } from '../../web/ui/phrases.ts'
import { wipePhone } from './blank-phone.ts'
import { tellWorld } from './world.ts'

const t = phrases({
  reset: { vi: 'Đặt lại', en: 'Reset' },
  title: { vi: 'Đặt lại thế giới thử?', en: 'Reset the demo world?' },
  effect: {
    vi: 'Mọi tài khoản, hồ sơ, tin nhắn đã tạo ở đây và chiếc điện thoại trong khung sẽ trở về như lúc mới mở. Dữ liệu ở đây đều là giả nên không ai mất gì.',
    en: 'Every account, case and letter made here, and the phone in the frame, go back to how they were at first. All of it is made up, so nobody loses anything.',
  },
  yes: { vi: 'Đặt lại từ đầu', en: 'Reset everything' },
  no: { vi: 'Thôi', en: 'Leave it' },
  working: { vi: 'Đang dựng lại thế giới, vài giây…', en: 'Building the world again, a few seconds…' },
  failed: {
    vi: 'Chưa đặt lại được. Thế giới vẫn như cũ; bấm lại, hoặc khởi động lại máy chủ.',
    en: 'The reset did not work. The world is as before; press again, or restart the server.',
  },
})

export const ResetButton = () => {
  const [isOpen, setOpen] = useState(false)
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const reset = async () => {
    setState('busy')
    try {
      await tellWorld('reset', {})
      await wipePhone()
      location.replace('/')
    } catch {
      setState('failed')
    }
  }
  const close = () => {
    if (state !== 'busy') {
      setOpen(false)
    }
  }
  return (
    <>
      <Button
        size="small"
        icon={refresh}
        onPress={() => {
          setState('idle')
          setOpen(true)
        }}
      >
        {t('reset')}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={close}
        title={t('title')}
        actions={
          <>
            <Button isDisabled={state === 'busy'} onPress={close}>
              {t('no')}
            </Button>
            <Button kind="danger" isBusy={state === 'busy'} onPress={() => void reset()}>
              {t('yes')}
            </Button>
          </>
        }
      >
        <p>{t('effect')}</p>
        {state === 'busy' && <Notice>{t('working')}</Notice>}
        {state === 'failed' && <Notice tone="danger">{t('failed')}</Notice>}
      </Dialog>
    </>
  )
}
