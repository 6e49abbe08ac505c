// The right column of a case: when the law wants an answer, what is left to do, and what is said to the
// citizen, here and at her own screen.
import './case.css'
import type { ComponentChildren } from 'preact'
import { Button } from '../../../ui/button.tsx'
import { dateTimeVN, dayVN } from '../../../ui/format.ts'
import { check, clock, Icon, monitor, volume } from '../../../ui/icons.tsx'
import { language } from '../../../ui/language.ts'
import { phrases } from '../../../ui/phrases.ts'
import type { Said } from '../screen/desk-channel.ts'
import { ScreenPanel } from '../screen/screen-panel.tsx'
import { Due } from '../shell/due.tsx'
import { canSpeak, speak } from '../shell/speak.ts'
import { HistoryBox, type History } from './case-course.tsx'
import type { TodoState } from './todo-states.ts'

const t = phrases({
  left: { vi: 'Việc còn lại', en: 'What is left' },
  due: { vi: 'Hạn trả: {day}', en: 'Due: {day}' },
  dueLater: { vi: 'Tính từ lúc nộp hồ sơ', en: 'Counted from when the case is sent' },
  lapses: {
    vi: 'Nếu không ai làm tiếp, hồ sơ tự kết thúc vào {when}.',
    en: 'If nobody goes on with it, it ends by itself on {when}.',
  },
  isDone: { vi: 'đã xong', en: 'done' },
  isNow: { vi: 'đang làm', en: 'now' },
  says: { vi: 'Mời người dân', en: 'Say to the citizen' },
  aloud: { vi: 'Đọc to', en: 'Say it aloud' },
})

/** When an open case ends by itself; null, or absent from an older server, where it does not. */
export const LapseNote = ({ at }: { at: string | null | undefined }) =>
  at ? <p class="quiet">{t('lapses', { when: dateTimeVN(at) })}</p> : null

export const CaseSide = ({
  history,
  lapsesAt,
  children,
}: {
  history: History
  lapsesAt: string | null | undefined
  children: ComponentChildren
}) => (
  <section class="card desk-side desk-right" aria-label={t('left')}>
    {children}
    <LapseNote at={lapsesAt} />
    <HistoryBox history={history} />
  </section>
)

/** `law`: the term and where it stands; `isRunning`: somebody still waits for the answer. */
export const DueBox = ({
  dueAt,
  law,
  isRunning = true,
}: {
  dueAt: string | null
  law: string
  isRunning?: boolean
}) => (
  <div class="due-box">
    <Icon of={clock} size={22} />
    <p>
      <b>{dueAt ? t('due', { day: dayVN(dueAt) }) : t('dueLater')}</b>
      <span>{law}</span>
      {dueAt && isRunning && <Due dueAt={dueAt} />}
    </p>
  </div>
)

export const Todo = ({ items }: { items: readonly { words: string; state: TodoState }[] }) => (
  <section>
    <h2>{t('left')}</h2>
    <ul class="todo">
      {items.map(({ words, state }) => (
        <li key={words} class={`is-${state}`}>
          <i aria-hidden="true">{state === 'done' && <Icon of={check} size={14} />}</i>
          <span>
            {words}
            {state !== 'open' && <span class="unseen">, {t(state === 'done' ? 'isDone' : 'isNow')}</span>}
          </span>
        </li>
      ))}
    </ul>
  </section>
)

export const SayBox = ({ prompt }: { prompt: Said }) => (
  <section class="side-box">
    <h3>
      <Icon of={monitor} size={20} />
      {t('says')}
    </h3>
    <p class="said">“{prompt[language()]}”</p>
    {canSpeak() && (
      <Button size="small" kind="quiet" icon={volume} onPress={() => speak(prompt[language()])}>
        {t('aloud')}
      </Button>
    )}
    <ScreenPanel prompt={prompt} />
  </section>
)
