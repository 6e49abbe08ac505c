// What comes next: a button for each act, which says what happens and by which key; what cannot be done yet
// says why.
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import {
  arrowRight,
  bank,
  calendar,
  check,
  close,
  message,
  pause,
  play,
  refresh,
  shield,
} from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import type { Act, OfferedAct, WhyNot } from './acts.ts'
import { actLetters, actWords, whyNotWords } from './act-words.ts'
import { isEnded, type Dossier } from './dossier.ts'

const t = phrases({
  title: { vi: 'Làm gì tiếp', en: 'What next' },
  ended: { vi: 'Hồ sơ đã kết thúc, không còn việc gì.', en: 'It has ended: nothing more to do.' },
  others: {
    vi: 'Đang chờ người khác trả lời. Có câu trả lời, hồ sơ tự quay lại danh sách.',
    en: 'Others are awaited. When they answer, it comes back into the lists by itself.',
  },
  second: {
    vi: 'Kết quả cần một cán bộ khác duyệt.',
    en: 'Another officer has to confirm the result.',
  },
})

const icons: Readonly<Record<Act, string>> = {
  receive: check,
  'not-receive': close,
  ask: message,
  grant: check,
  refuse: close,
  pause,
  resume: play,
  'fee-ask': bank,
  'fee-paid': bank,
  apologise: calendar,
  move: arrowRight,
  confirm: shield,
  'send-back': refresh,
}

/** What leads on: one of these is the page's first button; waiting and apologising never are. */
const leading: readonly Act[] = ['receive', 'grant', 'ask', 'fee-paid', 'resume', 'confirm']

const ofRegister: readonly WhyNot[] = ['register-waits', 'record-not-seen', 'entries-open']

const isEnding = (act: Act): boolean => act === 'refuse' || act === 'not-receive'

const ActButton = ({
  offered: { act, whyNot },
  dossier,
  isFirst,
  isBusy,
  onAct,
}: {
  offered: OfferedAct
  dossier: Dossier
  isFirst: boolean
  isBusy: boolean
  onAct: (act: Act) => void
}) => (
  <li>
    <Button
      class="dos-act"
      kind={isEnding(act) ? 'danger-quiet' : isFirst ? 'primary' : 'secondary'}
      icon={icons[act]}
      shortcut={actLetters[act]}
      isDisabled={whyNot !== null}
      isBusy={isBusy}
      describedBy={whyNot ? `why-${act}` : undefined}
      onPress={() => onAct(act)}
    >
      {actWords(act, dossier)}
    </Button>
    {whyNot && <p id={`why-${act}`}>{whyNotWords(whyNot)}</p>}
  </li>
)

export const ActPanel = ({
  dossier,
  acts,
  busy,
  onAct,
}: {
  dossier: Dossier
  acts: readonly OfferedAct[]
  /** The act that is on its way. */
  busy: Act | null
  onAct: (act: Act) => void
}) => {
  // What the register of judgments says is read first: nothing else leads on.
  const isUnread = acts.some(({ whyNot }) => whyNot !== null && ofRegister.includes(whyNot))
  const first = isUnread
    ? undefined
    : acts.find(({ act, whyNot }) => whyNot === null && leading.includes(act))?.act
  return (
    <Card title={t('title')} class="dos-acts">
      {acts.length === 0 && <p class="quiet">{t(isEnded(dossier.state) ? 'ended' : 'others')}</p>}
      <ul>
        {acts.map((offered) => (
          <ActButton
            key={offered.act}
            offered={offered}
            dossier={dossier}
            isFirst={offered.act === first}
            isBusy={offered.act === busy}
            onAct={onAct}
          />
        ))}
      </ul>
      {dossier.fourEyes && acts.some(({ act }) => act === 'grant') && (
        <p class="quiet dos-small">{t('second')}</p>
      )}
    </Card>
  )
}
