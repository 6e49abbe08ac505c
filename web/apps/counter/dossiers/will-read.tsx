// What its person will read, while it can still be changed.
import './will-read.css'
import type { ComponentChildren } from 'preact'
import { phrases } from '../../../ui/phrases.ts'

const t = phrases({
  title: { vi: '{name} sẽ đọc thấy', en: '{name} will read' },
  way: {
    vi: 'Gửi vào ứng dụng, kèm tin nhắn không có đường dẫn.',
    en: 'Sent into the app, with a text message that holds no link.',
  },
})

export const WillRead = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <section class="dos-will-read">
    <h3>{t('title', { name })}</h3>
    <div>{children}</div>
    <p class="quiet dos-small">{t('way')}</p>
  </section>
)
