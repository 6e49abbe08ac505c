// One judgment or ban: what it says, whether the certificate will name it, and whose it is, where that is not
// plain. A likeness is shown beside the person, so that it is read and not guessed.
import { cx } from '../../../ui/class-names.ts'
import { Button } from '../../../ui/button.tsx'
import { DataPairs } from '../../../ui/data-pairs.tsx'
import { dateVN, groupPersonalNumber } from '../../../ui/format.ts'
import { alert, check, Icon } from '../../../ui/icons.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import type { Dossier } from './dossier.ts'
import { nameOf } from './dossier-words.ts'
import { isOpenEntry, type Entry, type Judgment } from './judgments.ts'
import type { Settling } from './settle-dialog.tsx'

const t = phrases({
  judgment: { vi: 'Bản án số {number} ngày {day}', en: 'Judgment no. {number} of {day}' },
  ban: { vi: 'Quyết định số {number} ngày {day}', en: 'Decision no. {number} of {day}' },
  told: { vi: 'Ghi lên phiếu', en: 'On the certificate' },
  expunged: { vi: 'Đã xoá án tích, không ghi', en: 'Spent, left out' },
  expungedTold: { vi: 'Đã xoá án tích, vẫn ghi ở phiếu số 2', en: 'Spent, named on no. 2' },
  notHers: { vi: 'Không phải người này', en: 'Not this person' },
  unsettled: { vi: 'Chưa xác định', en: 'Not settled' },
  offences: { vi: 'Tội danh', en: 'Offence' },
  article: { vi: 'Điều khoản', en: 'Article' },
  penalty: { vi: 'Hình phạt', en: 'Penalty' },
  extra: { vi: 'Hình phạt bổ sung', en: 'Additional penalty' },
  execution: { vi: 'Thi hành', en: 'Carried out' },
  expungedOn: { vi: 'Xoá án tích từ', en: 'Spent since' },
  office: { vi: 'Bị cấm', en: 'Barred from' },
  term: { vi: 'Thời hạn', en: 'For' },
  'other-number': {
    vi: 'Trùng họ tên và ngày sinh, khác số định danh. Người trùng tên không phải người có án.',
    en: 'Same name and birth date, another number. A namesake is not a convict.',
  },
  'no-number': {
    vi: 'Trùng họ tên và ngày sinh, bản án không ghi số. Người trùng tên không phải người có án.',
    en: 'Same name and birth date, and the judgment has no number. A namesake is not a convict.',
  },
  'other-name': {
    vi: 'Đúng số định danh, nhưng họ tên hoặc ngày sinh khác. Có thể ghi nhầm số.',
    en: 'The same number, another name or birth date. The number may be a mistake.',
  },
  yours: { vi: 'Bạn xác định.', en: 'You settle it.' },
  inRegister: { vi: 'Sổ án tích ghi', en: 'The register has' },
  asking: { vi: 'Người xin phiếu', en: 'Whoever asks' },
  noNumber: { vi: 'không có số', en: 'no number' },
  notThis: { vi: 'Không phải người này', en: 'Not this person' },
  isThis: { vi: 'Đúng là người này', en: 'It is this person' },
  settledNot: { vi: '{by} xác định: không phải người này.', en: '{by} settled: not this person.' },
  settledIs: { vi: '{by} xác định: đúng là người này.', en: '{by} settled: it is this person.' },
})

const isJudgment = (entry: Entry): entry is Judgment => 'offences' in entry
const headOf = (entry: Entry): string =>
  t(isJudgment(entry) ? 'judgment' : 'ban', { number: entry.number, day: dateVN(entry.day) })

const factsOf = (entry: Entry) => {
  const pair = (label: string, value: string | null) => (value === null ? [] : [{ label, value }])
  return isJudgment(entry)
    ? [
        ...pair(t('offences'), entry.offences.join('; ')),
        ...pair(t('article'), entry.article),
        ...pair(t('penalty'), entry.mainPenalty),
        ...pair(t('extra'), entry.extraPenalty),
        ...pair(t('execution'), entry.execution),
        ...pair(t('expungedOn'), entry.expungedOn && dateVN(entry.expungedOn)),
      ]
    : [...pair(t('office'), entry.office), ...pair(t('term'), entry.term)]
}

const Standing = ({ entry, certificate }: { entry: Entry; certificate: 1 | 2 }) => {
  if (isOpenEntry(entry)) {
    return <Pill tone="gold">{t('unsettled')}</Pill>
  }
  if (entry.settled?.isHers === false) {
    return <Pill>{t('notHers')}</Pill>
  }
  const isSpent = isJudgment(entry) && entry.expungedOn !== null
  if (!entry.isTold) {
    return <Pill>{t('expunged')}</Pill>
  }
  return <Pill tone="son">{t(isSpent && certificate === 2 ? 'expungedTold' : 'told')}</Pill>
}

const birthOf = ({ answers }: Dossier): string => {
  const born = answers.find(({ name }) => name === 'birthDate')
  return born ? inLanguage(born.value) : ''
}

/** The two beside each other: what tells them apart stands in the last line. */
const Compared = ({ entry: { holder }, dossier }: { entry: Entry; dossier: Dossier }) => (
  <dl class="judg-two">
    <div>
      <dt>{t('inRegister')}</dt>
      <dd>{holder.name}</dd>
      <dd>{holder.birthDate.split('-').reverse().join('/')}</dd>
      <dd class="figures">{holder.number ?? t('noNumber')}</dd>
    </div>
    <div>
      <dt>{t('asking')}</dt>
      <dd>{nameOf(dossier)}</dd>
      <dd>{birthOf(dossier)}</dd>
      <dd class="figures">{groupPersonalNumber(dossier.personalNumber)}</dd>
    </div>
  </dl>
)

const Settled = ({ entry: { settled } }: { entry: Entry }) =>
  settled && (
    <p class="dos-small">
      {t(settled.isHers ? 'settledIs' : 'settledNot', { by: settled.by })} <q lang="vi">{settled.note}</q>
    </p>
  )

const Likeness = ({
  entry,
  dossier,
  onSettle,
}: {
  entry: Entry
  dossier: Dossier
  onSettle: ((settling: Settling) => void) | null
}) => {
  if (entry.match === 'hers') {
    return null
  }
  const about = headOf(entry)
  const press = (isHers: boolean) => onSettle?.({ entry: entry.reference, about, isHers })
  return (
    <div class={cx('judg-likeness', entry.settled && 'is-settled')}>
      <p>
        <Icon of={entry.settled ? check : alert} size={20} />{' '}
        <span>
          {t(entry.match)}
          {onSettle && !entry.settled && ` ${t('yours')}`}
        </span>
      </p>
      <Compared entry={entry} dossier={dossier} />
      <Settled entry={entry} />
      {onSettle && (
        <div class="judg-acts">
          <Button size="small" label={`${t('notThis')}: ${about}`} onPress={() => press(false)}>
            {t('notThis')}
          </Button>
          <Button size="small" label={`${t('isThis')}: ${about}`} onPress={() => press(true)}>
            {t('isThis')}
          </Button>
        </div>
      )}
    </div>
  )
}

export const EntryView = ({
  entry,
  dossier,
  certificate,
  onSettle,
}: {
  entry: Entry
  dossier: Dossier
  certificate: 1 | 2
  /** Null for whoever only reads. */
  onSettle: ((settling: Settling) => void) | null
}) => (
  <li class="judg-entry">
    <div class="judg-head">
      <div>
        <b>{headOf(entry)}</b>
        <small class="quiet" lang="vi">
          {entry.court}
        </small>
      </div>
      <Standing entry={entry} certificate={certificate} />
    </div>
    <DataPairs pairs={factsOf(entry)} />
    <Likeness entry={entry} dossier={dossier} onSettle={onSettle} />
  </li>
)
