// While nobody knows yet who is signed in here.
import { phrases } from '../../../ui/phrases.ts'
import { Skeleton } from '../../../ui/waiting.tsx'
import { DoorFrame } from './door-frame.tsx'

const t = phrases({
  title: { vi: 'Đang mở quầy', en: 'Opening the counter' },
  lead: { vi: 'Đang xem ai đăng nhập tại máy này.', en: 'Looking who is signed in at this machine.' },
})

export const WaitingPage = () => (
  <DoorFrame title={t('title')} lead={t('lead')}>
    <Skeleton lines={3} />
  </DoorFrame>
)
