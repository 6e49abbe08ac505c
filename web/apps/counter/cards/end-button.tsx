// Ends an application at the person's wish, or because nobody comes for the card.
import { useState } from 'preact/hooks'
import { withdrawCard } from '../../../client/decision-form-rules.ts'
import { Button } from '../../../ui/button.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { NoteDialog } from '../case/note-dialog.tsx'
import { act, mayDo } from './application.ts'

const t = phrases({
  end: { vi: 'Người dân rút hồ sơ', en: 'The person withdraws' },
  endTitle: { vi: 'Kết thúc hồ sơ theo ý người dân?', en: "End it at the person's wish?" },
  endWhat: {
    vi: 'Những gì đã lấy không được dùng nữa; thẻ hiện có không đổi. Thẻ đã in, nếu có, phải cắt bỏ.',
    en: 'What was taken is not used any more; the present card stands. A card that was printed is to be cut.',
  },
})

export const EndButton = () => {
  const [isEnding, setEnding] = useState(false)
  if (!mayDo('card.take')) {
    return null
  }
  return (
    <>
      <Button kind="quiet" onPress={() => setEnding(true)}>
        {t('end')}
      </Button>
      <NoteDialog
        id="end-note"
        of="ending"
        isOpen={isEnding}
        words={{ title: t('endTitle'), what: t('endWhat'), yes: t('end') }}
        rules={withdrawCard}
        onNote={async (note) => {
          await act('card.withdraw', { note })
        }}
        onClose={() => setEnding(false)}
      />
    </>
  )
}
