// What happened in this session at the desk, the latest at the end.
import { clockVN } from '../../../ui/format.ts'
import { phrases } from '../../../ui/phrases.ts'
import type { DeskCase } from './desk-case.ts'
import { eventWords } from './session-events.ts'

const t = phrases({
  events: { vi: 'Diễn biến phiên', en: 'This session' },
  noEvents: { vi: 'Chưa có gì.', en: 'Nothing yet.' },
})

export const SessionLog = ({ desk }: { desk: DeskCase }) => (
  <section class="session-log">
    <h2>{t('events')}</h2>
    {desk.events.length === 0 ? (
      <p class="quiet">{t('noEvents')}</p>
    ) : (
      <ol>
        {desk.events.slice(-6).map((event) => (
          <li key={`${event.at}${event.key}`}>
            <time dateTime={event.at}>{clockVN(event.at)}</time>
            <span>{eventWords(event)}</span>
          </li>
        ))}
      </ol>
    )}
  </section>
)
