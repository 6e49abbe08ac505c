// The code that is printed at a place of stay: which place it is, what it would read of her and what the
// police would, and only then her agreement, which notifies her stay.
import { useRef, useState } from 'preact/hooks'
import type { CancelOwnStay, ReportOwnStay, ViewStayPlace } from '../../../../contract/home-stays.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { useLoad } from '../../../client/press.ts'
import { newId } from '../../../client/uuid7.ts'
import { FormProblems } from '../../../kit/form.tsx'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { atFields, StayFields, stayOf, useStayForm } from '../../../kit/stays/guest-form.tsx'
import { kindWords, lateText, stayTimeWords } from '../../../kit/stays/stay-words.ts'
import { useStep } from '../../../ui/attention.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { now } from '../../../ui/clock.ts'
import { DataPairs } from '../../../ui/data-pairs.tsx'
import { timeOrDayVN } from '../../../ui/format.ts'
import { check, eye, scan, shield } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo, type PageProps } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { AskedDeed } from '../shell/asked-deed.tsx'
import { Screen } from '../shell/screen.tsx'
import { ownDeed, ownView } from '../shell/session.ts'

const t = phrases({
  title: { vi: 'Tự báo lưu trú', en: 'Notify my stay' },
  at: { vi: '{kind} · {address}', en: '{kind} · {address}' },
  shares: { vi: 'Nơi này sẽ thấy', en: 'This place would see' },
  name: { vi: 'Họ và tên', en: 'Full name' },
  end: { vi: 'Bốn số cuối của số định danh', en: 'Last four digits of the personal number' },
  days: { vi: 'Ngày đến, ngày đi, phòng và lý do', en: 'Arrival, departure, room and reason' },
  daysMore: { vi: 'như bạn điền ở dưới', en: 'as you enter them below' },
  police: {
    vi: '{office} nhận thông báo với họ tên, ngày sinh và số định danh của bạn, như luật yêu cầu (Điều 30 Luật Cư trú).',
    en: '{office} gets the notice with your name, date of birth and personal number, as the law wants (Law on Residence, article 30).',
  },
  stay: { vi: 'Bạn ở lại từ khi nào', en: 'When you stay' },
  due: {
    vi: 'Đến lúc này thì báo trước {at}. Chưa có gì được gửi khi bạn chưa bấm.',
    en: 'Whoever comes now is notified before {at}. Nothing is sent before you press.',
  },
  agree: { vi: 'Đồng ý chia sẻ và báo lưu trú', en: 'Share this and notify my stay' },
  done: { vi: 'Đã báo lưu trú', en: 'Your stay was notified' },
  there: { vi: 'Lần lưu trú này đã được báo từ trước', en: 'This stay was notified before' },
  doneMore: {
    vi: '{name}, từ {from} đến {to}. Quầy thấy tên bạn trong danh sách.',
    en: '{name}, from {from} to {to}. The desk sees your name in its list.',
  },
  mine: { vi: 'Xem các lần lưu trú của tôi', en: 'See my stays' },
  undo: { vi: 'Huỷ, tôi báo nhầm', en: 'Take it back' },
  undoAsk: { vi: 'Huỷ thông báo lưu trú này?', en: 'Take this notice back?' },
  undoEffect: {
    vi: 'Nơi này và công an đều thấy thông báo đã huỷ. Nếu bạn có ở lại thì báo lại.',
    en: 'The place and the police both see that it was taken back. If you do stay, notify again.',
  },
  undone: { vi: 'Đã huỷ thông báo lưu trú', en: 'The notice was taken back' },
  undoneMore: {
    vi: 'Nếu bạn có ở lại, quét lại mã ở quầy.',
    en: 'If you do stay, scan the code at the desk again.',
  },
  suspended: { vi: 'Nơi này đang bị tạm dừng báo lưu trú', en: 'This place may not send notices now' },
  suspendedMore: {
    vi: 'Chưa có gì được gửi. Gọi {office} để báo.',
    en: 'Nothing was sent. Call {office} to notify.',
  },
  unknown: { vi: 'Không có nơi lưu trú nào mang mã này', en: 'No place of stay has this code' },
  unknownMore: {
    vi: 'Chưa có gì được gửi. Quét lại mã ở quầy, hoặc nhờ quầy báo giúp.',
    en: 'Nothing was sent. Scan the code at the desk again, or ask the desk to notify.',
  },
  scan: { vi: 'Quét lại', en: 'Scan again' },
})

type Place = OutputOf<typeof ViewStayPlace>
type Told = OutputOf<typeof ReportOwnStay>

const Agreeing = ({ code, place, onTold }: { code: string; place: Place; onTold: (told: Told) => void }) => {
  const form = useStayForm(place.reasons)
  // Pressed again after a lost answer, it is the same notice.
  const id = useRef(newId())
  const tell = () =>
    void form.send(async () => {
      const input = { code, id: id.current, stay: stayOf(form.values) }
      onTold(await atFields(ownDeed<typeof ReportOwnStay>('stays.report-own', input)))
    })
  return (
    <>
      <Card title={t('shares')} icon={eye}>
        <DataPairs
          pairs={[
            { label: t('name'), value: place.shows.fullName },
            { label: t('end'), value: `… ${place.shows.documentEnd}` },
            { label: t('days'), value: t('daysMore') },
          ]}
        />
      </Card>
      <Notice isQuiet icon={shield}>
        {t('police', { office: place.office })}
      </Notice>
      <Card title={t('stay')}>
        <form
          class="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            tell()
          }}
        >
          <p class="quiet small">{t('due', { at: timeOrDayVN(place.dueAt, now()) })}</p>
          <FormProblems form={form} onRetry={tell} />
          <StayFields form={form} reasons={place.reasons} />
          <Button kind="primary" type="submit" icon={check} isWide isBusy={form.sending.isBusy}>
            {t('agree')}
          </Button>
        </form>
      </Card>
    </>
  )
}

const Done = ({
  code,
  place,
  told: { notice, isNew },
  onUndone,
}: {
  code: string
  place: Place
  told: Told
  onUndone: () => void
}) => {
  const days = { name: place.name, from: stayTimeWords(notice.from), to: stayTimeWords(notice.to) }
  return (
    <>
      <div class="page-lead" data-step>
        <h2>{t(isNew ? 'done' : 'there')}</h2>
        <p>{t('doneMore', days)}</p>
      </div>
      {notice.late_min > 0 && <Notice isQuiet tone="warn" title={lateText(notice.late_min)} />}
      <LinkButton kind="primary" isWide href={hrefTo('/stays')}>
        {t('mine')}
      </LinkButton>
      {isNew && (
        <AskedDeed
          label={t('undo')}
          title={t('undoAsk')}
          effect={t('undoEffect')}
          onYes={async () => {
            await ownDeed<typeof CancelOwnStay>('stays.cancel-own', { code, id: notice.id })
            onUndone()
          }}
        />
      )}
    </>
  )
}

const AtPlace = ({ code, place }: { code: string; place: Place }) => {
  const [told, tell] = useState<Told | 'undone' | null>(null)
  useStep(told === null ? 'agreeing' : told === 'undone' ? 'undone' : 'told')
  if (told === 'undone') {
    return (
      <EmptyState
        icon={check}
        title={t('undone')}
        action={<LinkButton href={hrefTo('/scan')}>{t('scan')}</LinkButton>}
      >
        {t('undoneMore')}
      </EmptyState>
    )
  }
  if (told !== null) {
    return <Done code={code} place={place} told={told} onUndone={() => tell('undone')} />
  }
  return (
    <>
      <div class="page-lead">
        <h2>{place.name}</h2>
        <p class="quiet">{t('at', { kind: kindWords(place.kind), address: place.address })}</p>
      </div>
      {place.isSuspended ? (
        <Notice isQuiet tone="warn" title={t('suspended')}>
          {t('suspendedMore', { office: place.office })}
        </Notice>
      ) : (
        <Agreeing code={code} place={place} onTold={tell} />
      )}
    </>
  )
}

export default function AtPage({ params }: PageProps) {
  const code = params['code'] ?? ''
  const { data, problem, reload } = useLoad(() => ownView<typeof ViewStayPlace>('stays.place', { code }))
  const isUnknown = problem?.code === 'stays.code-unknown' || problem?.code === 'request.invalid'
  return (
    <Screen title={t('title')} head={<TopBar title={t('title')} back={hrefTo('/stays')} />}>
      {problem && !isUnknown && <ProblemNotice problem={problem} onRetry={reload} />}
      {isUnknown && (
        <EmptyState
          icon={scan}
          title={t('unknown')}
          action={<LinkButton href={hrefTo('/scan')}>{t('scan')}</LinkButton>}
        >
          {t('unknownMore')}
        </EmptyState>
      )}
      {!data && !problem && <Skeleton lines={6} />}
      {data && <AtPlace code={code} place={data} />}
    </Screen>
  )
}
