// What is being done with the open dossier: which question stands open, what is on its way, what came back;
// and the keys that do what the buttons do.
import { useState } from 'preact/hooks'
import { usePress } from '../../../client/press.ts'
import { announce } from '../../../ui/attention.tsx'
import { now } from '../../../ui/clock.ts'
import { phrases } from '../../../ui/phrases.ts'
import { navigate } from '../../../ui/router.tsx'
import { toast } from '../../../ui/toast.tsx'
import type { KeyWords } from '../shell/key-sheet.tsx'
import { useKeys } from '../shell/keys.ts'
import { officer } from '../shell/officer.ts'
import { actLetters, actWords, doneWords } from './act-words.ts'
import { actsOf, type Act } from './acts.ts'
import type { Dossier, DossierList } from './dossier.ts'
import type { Consent } from './dossier-words.ts'
import { readJudgments, type Judgments } from './judgments.ts'
import { readListsAgain } from './lists.ts'
import { railKeys } from './rail.tsx'
import { sendAct, sendTick, type FormedAct } from './send-act.ts'

const t = phrases({
  back: { vi: 'Về danh sách', en: 'Back to the list' },
  closeDraft: { vi: 'đóng bản nháp', en: 'close the draft' },
  move: { vi: 'xuống, lên trong danh sách', en: 'down, up in the list' },
  toggle: { vi: 'chỉ chỗ khác / cả tờ khai', en: 'only what differs / all' },
  judgments: { vi: 'mở câu trả lời của sổ án tích', en: 'open what the register of judgments says' },
  opened: { vi: 'Đã mở câu trả lời của sổ án tích', en: 'The answer of the register of judgments is open' },
  tick: { vi: 'đánh dấu đã xem', en: 'tick what was looked at' },
})

const mayTickIn = ({ state }: Dossier, tasks: readonly string[]): boolean =>
  (state === 'received' || state === 'processing') && tasks.includes('dossier.work')

export const useDeeds = (read: Dossier, which: DossierList) => {
  const [current, setDossier] = useState(read)
  const [asking, ask] = useState<Exclude<Act, 'receive'> | null>(null)
  const [paperOf, notePaper] = useState<Consent | null>(null)
  const [isWhole, setWhole] = useState(false)
  const [said, setSaid] = useState<Judgments | null>(null)
  const pressing = usePress()
  const ticking = usePress()
  const reading = usePress()
  // What the register of judgments says may want a second pair of eyes that the procedure does not.
  const dossier = { ...current, fourEyes: current.fourEyes || said?.needsSecond === true }
  const tasks = officer.use()?.tasks ?? []
  const done = (after: Dossier, what: FormedAct | 'ask' | 'consent') => {
    setDossier(after)
    ask(null)
    notePaper(null)
    toast(doneWords(what))
    readListsAgain(which)
  }
  const begin = (act: Act) => {
    if (act !== 'receive') {
      ask(act)
      return
    }
    void pressing.press(async () => done(await sendAct(dossier.reference, act), act))
  }
  const tick = (item: string, isTicked: boolean) =>
    void ticking.press(async () => setDossier(await sendTick(dossier.reference, item, isTicked)))
  return {
    dossier,
    said,
    reading,
    setSaid,
    openJudgments: () =>
      void reading.press(async () => {
        setSaid(await readJudgments(dossier.reference))
        announce(t('opened'))
      }),
    acts: actsOf(dossier, tasks, { now: now(), said }),
    mayTick: mayTickIn(dossier, tasks),
    asking,
    ask,
    paperOf,
    notePaper,
    isWhole,
    showWhole: () => setWhole((before) => !before),
    begin,
    done,
    tick,
    pressing,
    ticking,
    toList: () => navigate(`/dossiers/${which}`),
  }
}

export type Deeds = ReturnType<typeof useDeeds>

/** The same as words, for the sheet of keys. */
export const useDossierKeys = (deeds: Deeds): readonly KeyWords[] => {
  const { acts, dossier, asking } = deeds
  const ready = acts.filter(({ whyNot }) => whyNot === null)
  const ticks = deeds.mayTick ? dossier.checklist.slice(0, 9) : []
  const isDrafting = asking === 'ask'
  const isUnread = dossier.register !== null && deeds.said === null
  useKeys({
    ...railKeys,
    v: deeds.showWhole,
    ...(isUnread ? { s: deeds.openJudgments } : {}),
    Escape: isDrafting ? () => deeds.ask(null) : deeds.toList,
    ...Object.fromEntries(
      ready.map(({ act }) => [actLetters[act].toLowerCase(), () => deeds.begin(act)] as const),
    ),
    ...Object.fromEntries(
      ticks.map(({ id, isTicked }, i) => [String(i + 1), () => deeds.tick(id, !isTicked)] as const),
    ),
  })
  return [
    ...ready.map(({ act }) => [actLetters[act], actWords(act, dossier)] as const),
    ['V', t('toggle')],
    ...(isUnread ? [['S', t('judgments')] as const] : []),
    ...(ticks.length > 0 ? [[ticks.length > 1 ? `1–${ticks.length}` : '1', t('tick')] as const] : []),
    ['J K', t('move')],
    ['Esc', t(isDrafting ? 'closeDraft' : 'back')],
  ]
}
