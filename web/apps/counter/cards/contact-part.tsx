// Step 1: the citizen's own contact. Letters about the card go there, and the account stands on it.
import { giveCardContact } from '../../../client/counter-form-rules.ts'
import { phrases } from '../../../ui/phrases.ts'
import { ContactPart } from '../evidence/contact-part.tsx'
import { act } from './application.ts'
import type { CardApplication } from './card-words.ts'

const t = phrases({
  phoneHint: {
    vi: 'Không dùng số của cán bộ hay người đi cùng: tin nhắn về thẻ và mã kích hoạt tới số này.',
    en: "Not the officer's nor a companion's: notices about the card and codes go there.",
  },
  provenWhy: { vi: '{phone} nhận tin về thẻ.', en: '{phone} is told about the card.' },
})

export const CardContact = ({ app }: { app: CardApplication }) => (
  <ContactPart
    rules={giveCardContact}
    contact={app.contact}
    words={{ phoneHint: t('phoneHint'), provenWhy: (phone) => t('provenWhy', { phone }) }}
    onGive={async (given) => {
      await act('card.contact', given)
    }}
    onCode={async (code) => {
      await act('card.verify-code', { code })
    }}
  />
)
