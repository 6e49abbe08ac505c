// For anybody: how many petitions came, by month and topic, how many were answered in time, whether it
// helped.
import { useState } from 'preact/hooks'
import type { OutputOf } from '../../../../contract/operation.ts'
import type { ListUnits, ViewPetitionStatistics } from '../../../../contract/petition.ts'
import { view } from '../../../client/call.ts'
import { useLoad } from '../../../client/press.ts'
import { topicWords } from '../../../kit/petition-words.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { GroupHead, Row, Rows } from '../../../ui/card.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { numberText } from '../../../ui/format.ts'
import { chart } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { Screen } from '../shell/screen.tsx'

const t = phrases({
  title: { vi: 'Số liệu về phản ánh', en: 'Figures on petitions' },
  lead: {
    vi: '12 tháng gần nhất. Số dưới {least} không hiện, để không ai đoán được người gửi.',
    en: 'The last 12 months. Numbers below {least} are not shown, so that nobody can guess who wrote.',
  },
  area: { vi: 'Nơi', en: 'Where' },
  country: { vi: 'Cả nước', en: 'The whole country' },
  month: { vi: 'Tháng {month}', en: 'Month {month}' },
  counts: { vi: 'Nhận {received}, trả lời {answered}', en: 'Received {received}, answered {answered}' },
  inTime: { vi: '. Đúng hạn {percent} %', en: '. In time {percent}%' },
  satisfied: { vi: '. Giúp được {percent} %', en: '. Helped {percent}%' },
  below: { vi: 'dưới {least}', en: 'under {least}' },
  none: { vi: 'Chưa có phản ánh nào', en: 'No petition yet' },
  noneMore: {
    vi: 'Khi có người gửi phản ánh ở nơi này, con số hiện ở đây.',
    en: 'When somebody writes about this place, the number stands here.',
  },
})

type Shown = OutputOf<typeof ViewPetitionStatistics>
type FigureRow = Shown['rows'][number]

const sentenceOf = (row: FigureRow, least: number): string => {
  const shown = (n: number | null): string => (n === null ? t('below', { least }) : numberText(n))
  const { received, answered, inTime_percent: inTime, satisfied_percent: satisfied } = row
  return [
    t('counts', { received: shown(received), answered: shown(answered) }),
    inTime === null ? '' : t('inTime', { percent: inTime }),
    satisfied === null ? '' : t('satisfied', { percent: satisfied }),
  ].join('')
}

const Months = ({ rows, least }: Shown) => (
  <>
    {[...Map.groupBy(rows, ({ month }) => month)].map(([month, those]) => (
      <section key={month}>
        <GroupHead title={t('month', { month: month.split('-').toReversed().join('/') })} />
        <Rows>
          {those.map((row) => (
            <Row
              key={row.topic}
              icon={chart}
              tone="cham"
              title={topicWords(row.topic)}
              detail={sentenceOf(row, least)}
            />
          ))}
        </Rows>
      </section>
    ))}
  </>
)

const Figures = ({ province }: { province: string }) => {
  const { data, problem, reload } = useLoad(() =>
    view<typeof ViewPetitionStatistics>('petition.statistics', province === '' ? {} : { province }),
  )
  if (!data) {
    return problem ? <ProblemNotice problem={problem} onRetry={reload} /> : <Skeleton lines={6} />
  }
  return (
    <>
      <p class="quiet">{t('lead', { least: data.least })}</p>
      {data.rows.length === 0 && (
        <EmptyState icon={chart} title={t('none')}>
          {t('noneMore')}
        </EmptyState>
      )}
      <Months rows={data.rows} least={data.least} />
    </>
  )
}

export default function StatisticsPage() {
  const [province, setProvince] = useState('')
  const { data } = useLoad(() => view<typeof ListUnits>('petition.units', {}))
  return (
    <Screen title={t('title')} head={<TopBar title={t('title')} back={hrefTo('/petitions')} />}>
      <SelectField
        id="area"
        label={t('area')}
        value={province}
        onValue={setProvince}
        options={[
          { value: '', label: t('country') },
          ...(data?.units ?? []).map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
      <Figures key={province} province={province} />
    </Screen>
  )
}
