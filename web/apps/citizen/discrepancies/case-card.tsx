// One case of differing data as its person sees it: who says what, who settles it and until when, what was
// done, how it ended.
import './cases.css'
import { Card } from '../../../ui/card.tsx'
import { dateTimeVN, dayVN, timeVN } from '../../../ui/format.ts'
import { alert, check, clock, Icon, pin, shield, card, person, dossier, family } from '../../../ui/icons.tsx'
import {
  byWords,
  fieldWords,
  happenedWords,
  outcomeWords,
  reasonWords,
  sourceWords,
  stateTones,
  stateWords,
  valueWords,
  type Source,
} from '../../../kit/mismatch-words.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { hrefTo } from '../../../ui/router.tsx'
import type { OwnCase } from './own-cases.ts'

const t = phrases({
  office: { vi: 'Nơi giải quyết', en: 'Settled by' },
  due: { vi: 'Trả lời chậm nhất', en: 'You hear by' },
  dueAt: { vi: '{time} {day}', en: '{time} {day}' },
  late: {
    vi: 'Quá hạn. Đơn vị xin lỗi bạn; bạn không phải làm gì.',
    en: 'Overdue. The office apologises; there is nothing you must do.',
  },
  usable: { vi: 'Tài khoản của bạn vẫn dùng được như trước.', en: 'Your account works as before.' },
  course: { vi: 'Đã làm gì', en: 'What was done' },
  unchanged: { vi: 'Dữ liệu của bạn không thay đổi.', en: 'Your data are unchanged.' },
  exchange: {
    vi: 'Thẻ căn cước của bạn in thông tin cũ: hãy đến một quầy bất kỳ để đổi thẻ.',
    en: 'Your card shows the old data: come to any counter to exchange it.',
  },
  nothing: { vi: 'Bạn không phải làm gì thêm.', en: 'There is nothing more to do.' },
  looks: { vi: 'Ai đã xem', en: 'Who looked' },
})
const signs: Readonly<Record<Source, string>> = {
  register: shield,
  card,
  holder: person,
  'civil-status': family,
  'residence-file': dossier,
  licence: card,
  papers: dossier,
}

const Outcome = ({ own }: { own: OwnCase }) => {
  if (own.state === 'settled' && own.outcome) {
    return (
      <Notice isQuiet tone="ok" title={outcomeWords(own.outcome)}>
        {t(own.needsExchange ? 'exchange' : 'nothing')}
      </Notice>
    )
  }
  if (own.state === 'refused' && own.reason) {
    return (
      <Notice isQuiet tone="warn" title={reasonWords(own.reason)}>
        {t('unchanged')}
      </Notice>
    )
  }
  return null
}

const SourceValues = ({ own }: { own: OwnCase }) => (
  <dl class="case-values">
    {own.values.map(({ source, value }) => (
      <div key={source}>
        <dt>
          <Icon of={signs[source]} size={20} />
          {sourceWords(source)}
        </dt>
        <dd>{valueWords(own.field, value)}</dd>
      </div>
    ))}
  </dl>
)

/** Who settles it, and until when while it is open. */
const Facts = ({ own }: { own: OwnCase }) => (
  <ul class="case-facts">
    <li>
      <Icon of={pin} size={20} />
      <span>
        <small>{t('office')}</small>
        <b>{own.office}</b>
      </span>
    </li>
    {!own.endedAt && (
      <li>
        <Icon of={clock} size={20} />
        <span>
          <small>{t('due')}</small>
          <b>{t('dueAt', { time: timeVN(own.dueAt), day: dayVN(own.dueAt) })}</b>
          {own.isOverdue && <span>{t('late')}</span>}
        </span>
      </li>
    )}
  </ul>
)

const Course = ({ own }: { own: OwnCase }) => (
  <section>
    <h3>{t('course')}</h3>
    <ol class="case-course">
      {own.course.map(({ at, what, by }, i) => (
        <li key={i}>
          <i aria-hidden="true">
            <Icon of={check} size={14} />
          </i>
          <span>
            {happenedWords(what)}
            <small>
              {dateTimeVN(at)} · {byWords(by)}
            </small>
          </span>
        </li>
      ))}
    </ol>
  </section>
)

export const CaseCard = ({ own }: { own: OwnCase }) => (
  <Card
    title={fieldWords(own.field)}
    icon={alert}
    aside={<Pill tone={stateTones[own.state]}>{stateWords(own.state)}</Pill>}
  >
    <div class="stack">
      <Outcome own={own} />
      <SourceValues own={own} />
      <Facts own={own} />
      <Course own={own} />
      {!own.endedAt && <p class="quiet small">{t('usable')}</p>}
      <LinkButton size="small" href={hrefTo('/looks')}>
        {t('looks')}
      </LinkButton>
    </div>
  </Card>
)
