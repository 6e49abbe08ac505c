// How the app looks to her: language and text size.
import type { SetLanguage } from '../../../../contract/account.ts'
import { GroupHead } from '../../../ui/card.tsx'
import { language, setLanguage, type Language } from '../../../ui/language.ts'
import { phrases } from '../../../ui/phrases.ts'
import { RadioCards } from '../../../ui/radio-cards.tsx'
import { setTextSize, useTextSize, type TextSize } from '../../../ui/text-size.ts'
import { ownDeed } from '../shell/session.ts'

const t = phrases({
  view: { vi: 'Hiển thị', en: 'Display' },
  language: { vi: 'Ngôn ngữ', en: 'Language' },
  size: { vi: 'Cỡ chữ', en: 'Text size' },
})

const choose = (wanted: Language, isSignedIn: boolean) => {
  setLanguage(wanted)
  if (isSignedIn) {
    ownDeed<typeof SetLanguage>('account.set-language', { language: wanted }).catch(() => undefined)
  }
}

export const Display = ({ isSignedIn }: { isSignedIn: boolean }) => {
  const size = useTextSize()
  return (
    <>
      <GroupHead title={t('view')} />
      <RadioCards
        name="language"
        look="tiles"
        legend={t('language')}
        value={language()}
        onValue={(wanted) => choose(wanted, isSignedIn)}
        choices={[
          { value: 'vi', title: 'Tiếng Việt' },
          { value: 'en', title: 'English' },
        ]}
      />
      <RadioCards<TextSize>
        name="size"
        look="tiles"
        legend={t('size')}
        value={size}
        onValue={setTextSize}
        choices={[
          { value: '100', title: '100%' },
          { value: '125', title: '125%' },
          { value: '150', title: '150%' },
        ]}
      />
    </>
  )
}
