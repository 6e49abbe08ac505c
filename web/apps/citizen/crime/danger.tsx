// First of all: whoever is in danger calls.
import { alert, phoneCall } from '../../../ui/icons.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'

const t = phrases({
  title: { vi: 'Đang nguy hiểm? Gọi 113 ngay', en: 'In danger now? Call 113' },
  more: {
    vi: 'Tin gửi ở đây không có người đọc ngay. Trẻ em bị xâm hại: gọi 111. Có người bị thương: gọi 115.',
    en: 'Nobody reads what you send here at once. A child is abused: call 111. Somebody is hurt: call 115.',
  },
  call: { vi: 'Gọi 113', en: 'Call 113' },
})

export const Danger = () => (
  <Notice
    tone="danger"
    icon={alert}
    title={t('title')}
    action={
      <LinkButton icon={phoneCall} href="tel:113">
        {t('call')}
      </LinkButton>
    }
  >
    {t('more')}
  </Notice>
)
