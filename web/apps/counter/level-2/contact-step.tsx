// Step 2: the citizen's contact, given and proved at the desk, or written down while the line is down.
import { giveLevel2Contact } from '../../../client/counter-form-rules.ts'
import { phrases } from '../../../ui/phrases.ts'
import { ContactPart, type GivenContact } from '../evidence/contact-part.tsx'
import type { DeskCase } from './desk-case.ts'
import { act, noteEvent } from './level2-case.ts'

const t = phrases({
  phoneHint: {
    vi: 'Không dùng số của cán bộ hay người đi cùng: ai giữ số này nhận được mã.',
    en: "Not the officer's nor a companion's: whoever holds it receives the codes.",
  },
  provenWhy: {
    vi: '{phone} nhận mã và thông báo của tài khoản này.',
    en: '{phone} receives the codes and notices of this account.',
  },
})

const give = async (id: string, given: GivenContact): Promise<void> => {
  const { phone, email = '' } = given
  const server = await act(id, 'level-2.contact', given, (before) => ({
    ...before,
    contact: { phone, email },
  }))
  await noteEvent(
    id,
    server
      ? { key: 'code-sent', params: { to: server.contact?.code?.to ?? phone } }
      : { key: 'contact-written', params: { to: phone } },
  )
}

const verify = async (id: string, code: string): Promise<void> => {
  try {
    await act(id, 'level-2.verify-code', { code })
    await noteEvent(id, { key: 'code-right' })
  } catch (error) {
    await noteEvent(id, { key: 'code-wrong' })
    throw error
  }
}

export const ContactStep = ({ desk }: { desk: DeskCase }) => (
  <ContactPart
    rules={giveLevel2Contact}
    contact={desk.server?.contact ?? null}
    typed={desk.contact}
    away={{ isBehind: desk.written.length > 0 }}
    words={{ phoneHint: t('phoneHint'), provenWhy: (phone) => t('provenWhy', { phone }) }}
    onGive={(given) => give(desk.id, given)}
    onCode={(code) => verify(desk.id, code)}
  />
)
