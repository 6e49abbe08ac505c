// Step 5: what will be sent, and the citizen's own answer at her screen.
import type { AskLevel2Consent, ViewLevel2 } from '../../../../contract/level-2.ts'
import { view } from '../../../client/call.ts'
import type { Press } from '../../../client/press.ts'
import { useReachable } from '../../../client/reachability.ts'
import { Card } from '../../../ui/card.tsx'
import { DataPairs } from '../../../ui/data-pairs.tsx'
import { signature } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { fingerWords } from '../devices/finger-source.ts'
import { exceptionFact } from '../evidence/exception-words.ts'
import { ScreenAnswer } from '../evidence/screen-answer.tsx'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import { documentWords } from '../words/document-words.ts'
import { SessionLog } from './session-log.tsx'
import type { DeskCase } from './desk-case.ts'
import { act, change, noteEvent } from './level2-case.ts'
import { NotedAtDesk, OfflineConsent } from './offline-consent.tsx'

const t = phrases({
  title: { vi: 'Đồng ý và gửi', en: 'Consent and sending' },
  phone: { vi: 'Liên hệ', en: 'Contact' },
  email: { vi: 'E-mail', en: 'E-mail' },
  documents: { vi: 'Giấy tờ', en: 'Documents' },
  noDocuments: { vi: 'Không', en: 'None' },
  exceptions: { vi: 'Ngoại lệ', en: 'Exceptions' },
  agreedWhy: { vi: 'Có thể gửi hồ sơ.', en: 'The case can be sent.' },
  declinedWhy: {
    vi: 'Không gửi hồ sơ. Hỏi lại nếu người dân muốn, hoặc kết thúc hồ sơ.',
    en: 'The case is not sent. Ask again if she wishes, or end the case.',
  },
  changed: {
    vi: 'Nếu sửa liên hệ hay giấy tờ sau khi đồng ý, phải hỏi lại.',
    en: 'When contact or documents change after the answer, it is asked again.',
  },
  second: {
    vi: 'Hồ sơ có ngoại lệ: sau khi gửi, người duyệt thứ hai xem bằng chứng rồi mới cấp.',
    en: 'There are exceptions: after sending, a second pair of eyes looks at the evidence before it is issued.',
  },
})

const documentsOf = ({ documents }: DeskCase): string =>
  documents.map(({ kind }) => documentWords(kind)).join(', ')
const Summary = ({ desk }: { desk: DeskCase }) => {
  const exceptions =
    desk.written.length === 0
      ? (desk.server?.exceptions ?? []).map((one) => exceptionFact(one))
      : desk.exceptions.map(({ finger }) => fingerWords(finger))
  return (
    <DataPairs
      columns={2}
      pairs={[
        { label: t('phone'), value: desk.server?.contact?.phone ?? desk.contact?.phone ?? '–' },
        { label: t('email'), value: desk.server?.contact?.email ?? (desk.contact?.email || '–') },
        { label: t('documents'), value: documentsOf(desk) || t('noDocuments') },
        { label: t('exceptions'), value: exceptions.join('; ') || '–' },
      ]}
    />
  )
}

const Online = ({ desk, asking }: { desk: DeskCase; asking: Press }) => {
  const consent = desk.server?.consent ?? 'none'
  const ask = () =>
    void asking.press(async () => {
      await act(desk.id, 'level-2.ask-consent' satisfies (typeof AskLevel2Consent)['name'], {})
      await noteEvent(desk.id, { key: 'consent-asked' })
    })
  const read = async () => {
    const server = await orSignIn(view<typeof ViewLevel2>('level-2.view', { caseId: desk.id }))
    await change(desk.id, (before) => ({ ...before, server }))
    if (server.consent === 'agreed' || server.consent === 'declined') {
      await noteEvent(desk.id, { key: `consent-${server.consent}` })
    }
  }
  return consent === 'agreed-offline' ? (
    <NotedAtDesk />
  ) : (
    <ScreenAnswer
      caseId={desk.id}
      answer={consent}
      words={{ agreedWhy: t('agreedWhy'), declinedWhy: t('declinedWhy') }}
      asking={asking}
      problem={null}
      isMain
      read={read}
      onAsk={ask}
    />
  )
}

export const isAgreed = ({ server, consentAt, written }: DeskCase): boolean =>
  written.length === 0 && server
    ? server.consent === 'agreed' || server.consent === 'agreed-offline'
    : consentAt !== null

export const ConsentStep = ({ desk, asking, sending }: { desk: DeskCase; asking: Press; sending: Press }) => {
  const isOnline = useReachable()
  return (
    <Card title={t('title')} icon={signature}>
      <div class="stack">
        <Summary desk={desk} />
        <Refusal problem={sending.problem ?? asking.problem} />
        {isOnline && desk.written.length === 0 ? (
          <Online desk={desk} asking={asking} />
        ) : (
          <OfflineConsent desk={desk} asking={asking} declinedWhy={t('declinedWhy')} />
        )}
        {(desk.server?.exceptions.length ?? 0) > 0 && (
          <Notice isQuiet tone="warn">
            {t('second')}
          </Notice>
        )}
        <p class="quiet">{t('changed')}</p>
        <SessionLog desk={desk} />
      </div>
    </Card>
  )
}
