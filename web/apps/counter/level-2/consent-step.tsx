// Step 5: what will be sent, and the citizen's own answer at her screen. With the line down the question goes
// to her window at this machine, or
// the machine is handed over to her; either way a second pair of eyes confirms it afterwards.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { AskLevel2Consent, RecordOfflineConsent, ViewLevel2 } from '../../../../contract/level-2.ts'
import type { ViewDesk } from '../../../../contract/counter.ts'
import { view, type GivenTo } from '../../../client/call.ts'
import type { Press } from '../../../client/press.ts'
import { useReachable } from '../../../client/reachability.ts'
import { newId } from '../../../client/uuid7.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { now } from '../../../ui/clock.ts'
import { DataPairs } from '../../../ui/data-pairs.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { check, monitor, phone as phoneIcon, signature } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { askLocally, hasLocalScreen } from '../screen/desk-channel.ts'
import { promptWords } from '../screen/prompt-words.ts'
import { fingerWords } from '../devices/finger-source.ts'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import { SessionLog } from './biometric-step.tsx'
import { documentWords } from '../words/document-words.ts'
import { exceptionWords } from '../evidence/exception-words.ts'
import { act, change, nameOf, noteEvent, type DeskCase } from './level2-case.ts'
import { Verdict } from '../evidence/verdict.tsx'

const t = phrases({
  title: { vi: 'Đồng ý và gửi', en: 'Consent and sending' },
  phone: { vi: 'Liên hệ', en: 'Contact' },
  email: { vi: 'E-mail', en: 'E-mail' },
  documents: { vi: 'Giấy tờ', en: 'Documents' },
  noDocuments: { vi: 'Không', en: 'None' },
  exceptions: { vi: 'Ngoại lệ', en: 'Exceptions' },
  ask: { vi: 'Hỏi trên màn hình người dân', en: "Ask on the citizen's screen" },
  askAgain: { vi: 'Hỏi lại', en: 'Ask again' },
  hand: { vi: 'Đưa máy cho người dân', en: 'Hand the machine over' },
  asked: { vi: 'Đang chờ người dân trả lời', en: "Waiting for the citizen's answer" },
  askedWhy: {
    vi: 'Câu hỏi đang hiện trên màn hình người dân. Không ai được bấm thay.',
    en: "The question stands on the citizen's screen. Nobody may press for her.",
  },
  agreed: { vi: 'Người dân đã đồng ý', en: 'The citizen agreed' },
  agreedWhy: { vi: 'Có thể gửi hồ sơ.', en: 'The case can be sent.' },
  noted: { vi: 'Đã ghi đồng ý tại quầy', en: 'The agreement is noted at the desk' },
  notedWhy: {
    vi: 'Chưa có hiệu lực cho đến khi đồng bộ; người duyệt thứ hai sẽ xác nhận.',
    en: 'Not final until synchronised; a second pair of eyes will confirm it.',
  },
  declined: { vi: 'Người dân không đồng ý', en: 'The citizen did not agree' },
  declinedWhy: {
    vi: 'Không gửi hồ sơ. Hỏi lại nếu người dân muốn, hoặc kết thúc hồ sơ.',
    en: 'The case is not sent. Ask again if she wishes, or end the case.',
  },
  changed: {
    vi: 'Nếu sửa liên hệ hay giấy tờ sau khi đồng ý, phải hỏi lại.',
    en: 'When contact or documents change after the answer, it is asked again.',
  },
  openedOnline: {
    vi: 'Hồ sơ này mở khi có mạng nên phải hỏi qua máy chủ. Bấm Tạm dừng và làm tiếp khi có mạng, hoặc hỏi ngay khi mạng trở lại.',
    en: 'This case was opened with the line up, so it is asked through the server. Pause and go on when the line is back.',
  },
  second: {
    vi: 'Hồ sơ có ngoại lệ: sau khi gửi, người duyệt thứ hai xem bằng chứng rồi mới cấp.',
    en: 'There are exceptions: after sending, a second pair of eyes looks at the evidence before it is issued.',
  },
})
const consentVersion: GivenTo<typeof RecordOfflineConsent>['version'] = '2026-11'
type Answer = 'agreed' | 'declined'

const documentsOf = ({ documents }: DeskCase): string =>
  documents.map(({ kind }) => documentWords(kind)).join(', ')
/** As the server writes them into its question. */
const documentsParam = ({ documents }: DeskCase): string =>
  documents.map(({ kind, key }) => `${kind} ${key}`).join('; ')

const Summary = ({ desk }: { desk: DeskCase }) => {
  const exceptions =
    desk.written.length === 0
      ? (desk.server?.exceptions ?? []).map((one) => exceptionWords(one))
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

/**
 * While a question waits: asks the desk, which leaves no trace with the person, and reads the case once when
 * it is answered.
 */
const useAnswer = (desk: DeskCase, isWaiting: boolean) => {
  const isReading = useRef(false)
  useEffect(() => {
    if (!isWaiting) {
      return
    }
    const look = async () => {
      if (isReading.current) {
        return
      }
      isReading.current = true
      try {
        const { asking } = await orSignIn(view<typeof ViewDesk>('desk.state', {}, { retries: 0 }))
        if (asking) {
          return
        }
        const server = await orSignIn(view<typeof ViewLevel2>('level-2.view', { caseId: desk.id }))
        await change(desk.id, (before) => ({ ...before, server }))
        if (server.consent === 'agreed' || server.consent === 'declined') {
          await noteEvent(desk.id, { key: `consent-${server.consent}` })
        }
      } catch {
        // Asked again in a moment.
      } finally {
        isReading.current = false
      }
    }
    const timer = setInterval(() => void look(), 1500)
    return () => clearInterval(timer)
  }, [isWaiting, desk.id])
}

const HandOver = ({
  desk,
  isOpen,
  onAnswer,
  onClose,
}: {
  desk: DeskCase
  isOpen: boolean
  onAnswer: (answer: Answer) => void
  onClose: () => void
}) => {
  const words = promptWords('level-2-consent', {
    name: nameOf(desk),
    phone: desk.contact?.phone ?? '',
    documents: documentsParam(desk),
  })
  return (
    <Dialog isOpen={isOpen} onClose={onClose} size="wide" title={words.title}>
      <div class="hand-over">
        <p>{words.lead}</p>
        <ul>
          {words.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
        <Button kind="primary" isWide icon={check} onPress={() => onAnswer('agreed')}>
          {words.yes}
        </Button>
        <Button isWide onPress={() => onAnswer('declined')}>
          {words.no}
        </Button>
      </div>
    </Dialog>
  )
}

const useOfflineAnswer = (desk: DeskCase, asking: Press) => {
  const [isWaiting, setWaiting] = useState(false)
  const [isDeclined, setDeclined] = useState(false)
  const withdraw = useRef<(() => void) | null>(null)
  useEffect(() => () => withdraw.current?.(), [])
  const take = (answer: Answer, at: string) =>
    void asking.press(async () => {
      setWaiting(false)
      setDeclined(answer === 'declined')
      if (answer === 'agreed') {
        await act(
          desk.id,
          'level-2.offline-consent',
          { agreedAt: at, version: consentVersion },
          (before) => ({ ...before, consentAt: at }),
        )
      }
      await noteEvent(desk.id, { key: `consent-${answer}` })
    })
  const ask = () => {
    withdraw.current?.()
    setWaiting(true)
    withdraw.current = askLocally(
      {
        id: newId(),
        kind: 'level-2-consent',
        params: { name: nameOf(desk), phone: desk.contact?.phone ?? '', documents: documentsParam(desk) },
      },
      take,
    )
  }
  return { isWaiting, isDeclined, ask, take }
}

const Offline = ({ desk, asking }: { desk: DeskCase; asking: Press }) => {
  const { isWaiting, isDeclined, ask, take } = useOfflineAnswer(desk, asking)
  const [isHanded, hand] = useState(false)
  const hasScreen = hasLocalScreen.use()
  if (desk.consentAt) {
    return (
      <Verdict tone="gold" title={t('noted')}>
        {t('notedWhy')}
      </Verdict>
    )
  }
  if (desk.server && !desk.server.isOffline) {
    return (
      <Notice isQuiet tone="warn">
        {t('openedOnline')}
      </Notice>
    )
  }
  return (
    <>
      {isWaiting && (
        <Verdict tone="neutral" title={t('asked')}>
          {t('askedWhy')}
        </Verdict>
      )}
      {isDeclined && (
        <Verdict tone="son" title={t('declined')}>
          {t('declinedWhy')}
        </Verdict>
      )}
      <div class="step-more">
        {hasScreen && (
          <Button kind="primary" class="step-inner" icon={monitor} onPress={ask}>
            {t(isWaiting ? 'askAgain' : 'ask')}
          </Button>
        )}
        <Button
          kind={hasScreen ? 'secondary' : 'primary'}
          class={hasScreen ? undefined : 'step-inner'}
          icon={phoneIcon}
          onPress={() => hand(true)}
        >
          {t('hand')}
        </Button>
      </div>
      <HandOver
        desk={desk}
        isOpen={isHanded}
        onClose={() => hand(false)}
        onAnswer={(answer) => {
          hand(false)
          take(answer, new Date(now()).toISOString())
        }}
      />
    </>
  )
}

const Online = ({ desk, asking }: { desk: DeskCase; asking: Press }) => {
  const consent = desk.server?.consent ?? 'none'
  useAnswer(desk, consent === 'asked')
  const ask = () =>
    void asking.press(async () => {
      await act(desk.id, 'level-2.ask-consent' satisfies (typeof AskLevel2Consent)['name'], {})
      await noteEvent(desk.id, { key: 'consent-asked' })
    })
  return (
    <>
      {consent === 'asked' && (
        <Verdict tone="neutral" title={t('asked')}>
          {t('askedWhy')}
        </Verdict>
      )}
      {consent === 'agreed' && (
        <Verdict tone="ok" title={t('agreed')}>
          {t('agreedWhy')}
        </Verdict>
      )}
      {consent === 'agreed-offline' && (
        <Verdict tone="gold" title={t('noted')}>
          {t('notedWhy')}
        </Verdict>
      )}
      {consent === 'declined' && (
        <Verdict tone="son" title={t('declined')}>
          {t('declinedWhy')}
        </Verdict>
      )}
      {consent !== 'agreed' && consent !== 'agreed-offline' && (
        <Button kind="primary" class="step-inner" icon={monitor} isBusy={asking.isBusy} onPress={ask}>
          {t(consent === 'none' ? 'ask' : 'askAgain')}
        </Button>
      )}
    </>
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
          <Offline desk={desk} asking={asking} />
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
