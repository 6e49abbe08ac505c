// What a case of differing data shows: who says what, the proposal that waits, how it ended, what was done,
// and by when it has to be settled.
import {
  byWords,
  fieldWords,
  happenedWords,
  outcomeWords,
  reasonWords,
  sourceWords,
  stateWords,
  valueWords,
  type Source,
} from '../../../kit/mismatch-words.ts'
import { Card } from '../../../ui/card.tsx'
import { dateTimeVN, groupPersonalNumber } from '../../../ui/format.ts'
import {
  card,
  check,
  clock,
  dossier,
  eye,
  family,
  flag,
  Icon,
  person,
  refresh,
  shield,
} from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { CaseCourse } from '../case/case-course.tsx'
import { Due, dueMoment } from '../shell/due.tsx'
import { proposedWords } from './act-words.ts'
import type { MismatchCase } from './mismatch-case.ts'

const t = phrases({
  says: { vi: 'Mỗi nguồn ghi gì', en: 'What each source says' },
  now: { vi: 'Cơ sở dữ liệu lúc này', en: 'Register now' },
  atFirst: { vi: 'ghi khi mở hồ sơ', en: 'when the case was opened' },
  same: { vi: 'Giống cơ sở dữ liệu', en: 'As in the register' },
  differs: { vi: 'Khác cơ sở dữ liệu', en: 'Differs from the register' },
  proposal: { vi: 'Đề xuất chờ xác nhận', en: 'Proposal that waits' },
  mine: {
    vi: 'Bạn đã đề xuất, nên một cán bộ khác phải xác nhận.',
    en: 'You proposed this, so another officer must confirm it.',
  },
  others: {
    vi: 'Xem giấy tờ và các giá trị trước khi xác nhận. Bạn là người thứ hai.',
    en: 'Look at papers and values before you confirm. You are the second pair of eyes.',
  },
  becomes: { vi: '{before} thành {after}', en: '{before} becomes {after}' },
  course: { vi: 'Diễn biến', en: 'What was done' },
  due: { vi: 'Hạn trả', en: 'Due' },
  law: { vi: '02 ngày làm việc (NĐ 70/2024, Điều 6)', en: 'Two working days (Decree 70/2024, art. 6)' },
  opened: { vi: 'Mở lúc {moment}', en: 'Opened {moment}' },
  ended: { vi: 'Kết thúc lúc {moment}', en: 'Ended {moment}' },
  whose: { vi: 'Người dân', en: 'Person' },
  unnamed: { vi: 'Chưa rõ tên', en: 'Name not known' },
  logged: {
    vi: 'Lần mở này đã được ghi lại; người dân nhìn thấy đơn vị bạn, mục đích và mục đã xem.',
    en: 'This opening is logged; the person sees your office, the purpose and the fields.',
  },
  guide: { vi: 'Cách làm', en: 'How to' },
  guide1: {
    vi: 'Tài khoản và dữ liệu đang dùng vẫn theo cơ sở dữ liệu cho đến khi hồ sơ xong.',
    en: 'Until the case ends everything goes by the register.',
  },
  guide2: {
    vi: 'Xem giấy tờ gốc (khai sinh, hộ tịch) hoặc hỏi nơi giữ nguồn.',
    en: 'See the original papers (birth, civil status), or ask the keeper of the source.',
  },
  guide3: {
    vi: 'Đề xuất; một cán bộ khác xác nhận rồi mới sửa.',
    en: 'Propose; only when another officer confirms is it corrected.',
  },
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

export const Values = ({ found }: { found: MismatchCase }) => (
  <Card title={t('says')} icon={refresh}>
    <dl class="mismatch-values">
      {found.values.map(({ source, value }) => (
        <div key={source} class={value === found.registerNow ? 'is-same' : 'is-other'}>
          <dt>
            <Icon of={signs[source]} size={20} />
            {sourceWords(source)}
          </dt>
          <dd>
            <b>{valueWords(found.field, value)}</b>
            <small>
              {source === 'register' ? t('atFirst') : value === found.registerNow ? t('same') : t('differs')}
            </small>
          </dd>
        </div>
      ))}
      <div class="is-now">
        <dt>
          <Icon of={shield} size={20} />
          {t('now')}
        </dt>
        <dd>
          <b>{valueWords(found.field, found.registerNow)}</b>
        </dd>
      </div>
    </dl>
  </Card>
)

export const Proposal = ({ found }: { found: MismatchCase }) => {
  const { proposal } = found
  if (!proposal) {
    return null
  }
  return (
    <Card title={t('proposal')} icon={flag}>
      <p>
        <b>{proposedWords(proposal.outcome)}</b>
        {proposal.value !== null &&
          `. ${fieldWords(found.field)}: ${t('becomes', { before: valueWords(found.field, found.registerNow), after: valueWords(found.field, proposal.value) })}.`}
      </p>
      <p class="quiet">{proposal.note}</p>
      {found.state === 'proposed' && (
        <Notice isQuiet tone={proposal.isMine ? 'warn' : 'info'}>
          {t(proposal.isMine ? 'mine' : 'others')}
        </Notice>
      )}
    </Card>
  )
}

export const Ended = ({ found }: { found: MismatchCase }) => {
  if (!found.endedAt) {
    return null
  }
  const words = found.outcome
    ? outcomeWords(found.outcome)
    : found.reason
      ? reasonWords(found.reason)
      : stateWords(found.state)
  return (
    <Notice isQuiet tone={found.state === 'settled' ? 'ok' : 'warn'} title={words}>
      {t('ended', { moment: dateTimeVN(found.endedAt) })}
    </Notice>
  )
}

/** A question is kept as `source: note`. */
const noteWords = (what: MismatchCase['course'][number]['what'], note: string): string => {
  const [source = '', ...rest] = note.split(': ')
  return what === 'asked' && Object.hasOwn(signs, source)
    ? `${sourceWords(source as Source)}: ${rest.join(': ')}`
    : note
}

export const Course = ({ found }: { found: MismatchCase }) => (
  <Card title={t('course')} icon={clock}>
    <CaseCourse
      isWide
      course={found.course.map(({ at, what, by, note }) => ({
        at,
        what: happenedWords(what),
        by: byWords(by),
        note: note && noteWords(what, note),
      }))}
    />
  </Card>
)

export const Side = ({ found }: { found: MismatchCase }) => (
  <div class="mismatch-side">
    <Card title={t('due')} icon={clock}>
      <p class="mismatch-due">
        {!found.endedAt && <Due dueAt={found.dueAt} />}
        <b>{dueMoment(found.dueAt)}</b>
      </p>
      <p class="quiet small">{t('law')}</p>
      <p class="quiet small">{t('opened', { moment: dateTimeVN(found.openedAt) })}</p>
    </Card>
    <Card title={t('whose')} icon={person}>
      <p>
        <b>{found.name ?? t('unnamed')}</b>
      </p>
      <p class="figures">{groupPersonalNumber(found.personalNumber)}</p>
    </Card>
    {!found.endedAt && (
      <Card title={t('guide')} icon={check}>
        <ol class="mismatch-guide">
          <li>{t('guide1')}</li>
          <li>{t('guide2')}</li>
          <li>{t('guide3')}</li>
        </ol>
      </Card>
    )}
    <Notice isQuiet icon={eye}>
      {t('logged')}
    </Notice>
  </div>
)
