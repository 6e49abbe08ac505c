// What was reported: the words, the place, the day, the pictures; and of whoever did it only what may be
// known.
import { useState } from 'preact/hooks'
import type { ViewCrimePicture } from '../../../../contract/crime-report.ts'
import { view } from '../../../client/call.ts'
import { usePress } from '../../../client/press.ts'
import { Paragraphs } from '../../../kit/paragraphs.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { DataPairs } from '../../../ui/data-pairs.tsx'
import { dateVN } from '../../../ui/format.ts'
import { eye, eyeOff, message } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import type { CrimeCase } from './crime-case.ts'

const t = phrases({
  told: { vi: 'Nội dung tin báo', en: 'What was reported' },
  place: { vi: 'Nơi xảy ra', en: 'Where' },
  noPlace: { vi: 'nơi không còn trong danh mục', en: 'a place no list names now' },
  day: { vi: 'Ngày xảy ra', en: 'On' },
  noDay: { vi: 'không rõ', en: 'not known' },
  received: { vi: 'Ngày nhận', en: 'Received' },
  due: { vi: 'Hạn giải quyết', en: 'To be settled by' },
  who: { vi: 'Người báo tin', en: 'Reported' },
  anonymous: { vi: 'Ẩn danh', en: 'Anonymously' },
  hidden: { vi: 'Có tên, được giữ kín', en: 'With a name, kept secret' },
  anonymousMore: {
    vi: 'Hệ thống không biết ai đã gửi, và chỉ giữ ngày nhận. Bạn hỏi thêm được ở “Trao đổi”; người báo tin đọc bằng mã biên nhận.',
    en: 'The system does not know who sent it and keeps only the day. You can ask in “Messages”; whoever reported reads them by a receipt code.',
  },
  namedMore: {
    vi: 'Lần mở này đã được ghi lại; người báo tin nhìn thấy.',
    en: 'This opening is logged; the person sees it.',
  },
  picture: { vi: 'Ảnh {no}', en: 'Picture {no}' },
  open: { vi: 'Mở ảnh {no}', en: 'Open picture {no}' },
  close: { vi: 'Đóng ảnh {no}', en: 'Close picture {no}' },
})

const Picture = ({ id, no }: { id: string; no: number }) => {
  const [picture, show] = useState<string | null>(null)
  const reading = usePress()
  const open = () =>
    void reading.press(async () => {
      show((await orSignIn(view<typeof ViewCrimePicture>('crime-report.picture', { id, no }))).picture)
    })
  return (
    <div class="crime-picture">
      <Button
        size="small"
        kind="quiet"
        icon={picture ? eyeOff : eye}
        isBusy={reading.isBusy}
        onPress={picture ? () => show(null) : open}
      >
        {t(picture ? 'close' : 'open', { no })}
      </Button>
      <Refusal problem={reading.problem} onRetry={open} />
      {picture && <img src={picture} alt={t('picture', { no })} />}
    </div>
  )
}

const whoOf = ({ by, name }: CrimeCase): string =>
  by === 'anonymous' ? t('anonymous') : (name ?? t('hidden'))

export const ToldCard = ({ found }: { found: CrimeCase }) => (
  <Card title={t('told')} icon={message}>
    <div class="stack">
      <DataPairs
        columns={2}
        pairs={[
          { label: t('place'), value: found.place ?? t('noPlace') },
          { label: t('day'), value: found.happenedOn ? dateVN(found.happenedOn) : t('noDay') },
          { label: t('received'), value: dateVN(found.receivedOn) },
          { label: t('due'), value: dateVN(found.dueOn) },
          { label: t('who'), value: whoOf(found) },
        ]}
      />
      <Paragraphs text={found.text} />
      {Array.from({ length: found.pictures }, (_, index) => (
        <Picture key={index} id={found.id} no={index + 1} />
      ))}
      <p class="quiet small">{t(found.by === 'anonymous' ? 'anonymousMore' : 'namedMore')}</p>
    </div>
  </Card>
)
