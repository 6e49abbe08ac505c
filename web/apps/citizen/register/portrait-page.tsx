// The portrait of an application: taken, judged by the server, kept for the review.
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import type { SentPicture } from '../../../kit/portrait/picture.ts'
import { PortraitTaker } from '../portrait/portrait-taker.tsx'
import { goTo, takePortrait, type Draft } from './draft.ts'
import { keepPicture } from './kept-picture.ts'
import { RegisterFrame } from './register-frame.tsx'

const t = phrases({
  heading: { vi: 'Chụp ảnh chân dung', en: 'Take a portrait' },
  tips: {
    vi: 'Nhìn thẳng, ánh sáng từ phía trước, không kính râm, không khẩu trang.',
    en: 'Look straight ahead, light from the front, no sunglasses, no mask.',
  },
  kept: {
    vi: 'Bạn đã có một ảnh đủ rõ. Chụp lại sẽ thay ảnh cũ.',
    en: 'You have a clear picture already. A new one replaces it.',
  },
  keep: { vi: 'Giữ ảnh cũ', en: 'Keep the earlier one' },
})

const use = async (picture: SentPicture): Promise<readonly string[]> => {
  const { hints, draft } = await takePortrait(picture.base64)
  const faults = hints.filter((hint) => hint !== 'ok')
  if (faults.length > 0) {
    return faults
  }
  keepPicture(draft, picture.url)
  goTo('review')
  return []
}

export const PortraitPage = ({ draft }: { draft: Draft }) => (
  <RegisterFrame step="portrait" isKept back={hrefTo('/enrol/phone')}>
    <h2>{t('heading')}</h2>
    <PortraitTaker onUse={use}>
      <p class="quiet">{t('tips')}</p>
      {draft.hasPortrait && (
        <Notice
          isQuiet
          tone="ok"
          title={t('kept')}
          action={
            <Button size="small" onPress={() => goTo('review')}>
              {t('keep')}
            </Button>
          }
        />
      )}
    </PortraitTaker>
  </RegisterFrame>
)
