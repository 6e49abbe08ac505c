// The answer while the line is down: at the citizen's window of this machine, or at the machine itself, which
// is handed over to her. A second pair of eyes confirms it afterwards.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { RecordOfflineConsent } from '../../../../contract/level-2.ts'
import type { GivenTo } from '../../../client/call.ts'
import type { Press } from '../../../client/press.ts'
import { newId } from '../../../client/uuid7.ts'
import { Button } from '../../../ui/button.tsx'
import { now } from '../../../ui/clock.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { check, monitor, phone as phoneIcon } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { AnswerVerdict, askWords } from '../evidence/screen-answer.tsx'
import { Verdict } from '../evidence/verdict.tsx'
import { askLocally, hasLocalScreen } from '../screen/desk-channel.ts'
import { promptWords } from '../screen/prompt-words.ts'
import { nameOf, type DeskCase } from './desk-case.ts'
import { act, noteEvent } from './level2-case.ts'

const t = phrases({
  hand: { vi: 'Đưa máy cho người dân', en: 'Hand the machine over' },
  noted: { vi: 'Đã ghi đồng ý tại quầy', en: 'The agreement is noted at the desk' },
  notedWhy: {
    vi: 'Chưa có hiệu lực cho đến khi đồng bộ; người duyệt thứ hai sẽ xác nhận.',
    en: 'Not final until synchronised; a second pair of eyes will confirm it.',
  },
  openedOnline: {
    vi: 'Hồ sơ này mở khi có mạng nên phải hỏi qua máy chủ. Bấm Tạm dừng và làm tiếp khi có mạng, hoặc hỏi ngay khi mạng trở lại.',
    en: 'This case was opened with the line up, so it is asked through the server. Pause and go on when the line is back.',
  },
})
const consentVersion: GivenTo<typeof RecordOfflineConsent>['version'] = '2026-11'
type LocalAnswer = 'agreed' | 'declined'

/** As the server writes them into its question. */
const documentsParam = ({ documents }: DeskCase): string =>
  documents.map(({ kind, key }) => `${kind} ${key}`).join('; ')

export const NotedAtDesk = () => (
  <Verdict tone="gold" title={t('noted')}>
    {t('notedWhy')}
  </Verdict>
)

const HandOver = ({
  desk,
  isOpen,
  onAnswer,
  onClose,
}: {
  desk: DeskCase
  isOpen: boolean
  onAnswer: (answer: LocalAnswer) => void
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
  const take = (answer: LocalAnswer, at: string) =>
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

/** `declinedWhy`: what follows when she does not agree. */
export const OfflineConsent = ({
  desk,
  asking,
  declinedWhy,
}: {
  desk: DeskCase
  asking: Press
  declinedWhy: string
}) => {
  const { isWaiting, isDeclined, ask, take } = useOfflineAnswer(desk, asking)
  const [isHanded, hand] = useState(false)
  const hasScreen = hasLocalScreen.use()
  if (desk.consentAt) {
    return <NotedAtDesk />
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
      <AnswerVerdict
        answer={isWaiting ? 'asked' : isDeclined ? 'declined' : 'none'}
        words={{ agreedWhy: '', declinedWhy }}
      />
      <div class="step-more">
        {hasScreen && (
          <Button kind="primary" class="step-inner" icon={monitor} onPress={ask}>
            {askWords(isWaiting ? 'asked' : 'none')}
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
