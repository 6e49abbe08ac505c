// The code that stands at the desk: a guest scans it in her app and notifies herself. It opens a page and
// says nothing of anybody, so it may hang where everybody sees it.
import { CodePicture } from '../../kit/code-picture.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { print, qr } from '../../ui/icons.tsx'
import { phrases } from '../../ui/phrases.ts'
import type { DeskState } from './desk.ts'

const t = phrases({
  title: { vi: 'Khách tự báo bằng điện thoại', en: 'Guests notify themselves' },
  lead: {
    vi: 'Khách quét mã này trong ứng dụng, xem quầy sẽ thấy gì rồi đồng ý. Tên khách hiện ở danh sách; bạn chỉ cần nhìn mặt.',
    en: 'A guest scans this in the app, sees what the desk would see, and agrees. The name shows in the list; you only look at the face.',
  },
  code: { vi: 'Mã QR của {name}', en: 'QR code of {name}' },
  print: { vi: 'In mã để ở quầy', en: 'Print the code for the desk' },
})

/** To guests of either language, whichever the desk speaks. */
const printed = {
  vi: 'Quét mã bằng ứng dụng Sen để tự báo lưu trú',
  en: 'Scan with the Sen app to notify your stay',
}

export default function DeskCode({ facility }: Pick<DeskState, 'facility'>) {
  const link = `${location.origin}/app/stays/at/${facility.code}`
  return (
    <Card title={t('title')} icon={qr} class="desk-code">
      <p class="desk-code-lead">{t('lead')}</p>
      <p class="desk-code-printed">
        {printed.vi}
        <br />
        <span lang="en">{printed.en}</span>
      </p>
      <CodePicture text={link} label={t('code', { name: facility.name })} />
      <p class="desk-code-name">
        <b>{facility.name}</b>
        <small>{link}</small>
      </p>
      <Button icon={print} isWide onPress={() => window.print()}>
        {t('print')}
      </Button>
    </Card>
  )
}
