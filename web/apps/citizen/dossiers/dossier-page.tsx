// One dossier of a public service: where it is, who has it, by when, what is missing, and what she can do.
import './dossier.css'
import { useState } from 'preact/hooks'
import type { ViewOwnDossier } from '../../../../contract/dossiers.ts'
import { useLoad } from '../../../client/press.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { useStep } from '../../../ui/attention.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { DataPairs } from '../../../ui/data-pairs.tsx'
import { dateTimeVN } from '../../../ui/format.ts'
import { bank, dossier as dossierIcon, phoneCall, search } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { hrefTo, type PageProps } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { feeText } from '../services/service-words.ts'
import { Screen } from '../shell/screen.tsx'
import { ownView } from '../shell/session.ts'
import { AskedConsents } from './asked-consents.tsx'
import { ClockCard, type OwnDossier } from './clock-card.tsx'
import { Rating, Refusal, Withdraw } from './dossier-end.tsx'
import { DossierPapers } from './dossier-papers.tsx'
import { DossierTimeline } from './dossier-timeline.tsx'
import { stateTones, stateWords } from './dossier-words.ts'
import { LateNotice } from './late-notice.tsx'
import { SupplementForm } from './supplement-form.tsx'

const t = phrases({
  title: { vi: 'Hồ sơ', en: 'Dossier' },
  filed: { vi: '{reference} · nộp {at}', en: '{reference} · filed {at}' },
  for: { vi: 'Nộp cho {name}', en: 'For {name}' },
  pay: { vi: 'Cần nộp lệ phí {fee}', en: 'The fee is {fee}' },
  payMore: {
    vi: 'Nộp tại nơi giải quyết hồ sơ, đọc mã {reference}. Đồng hồ chạy tiếp ngay khi phí được ghi nhận.',
    en: 'Pay it at the office that has the dossier, with the code {reference}. The clock goes on as soon as it is noted.',
  },
  waits: {
    vi: 'Đồng hồ theo luật chạy khi mọi người đã đồng ý.',
    en: 'The legal clock runs once everybody has agreed.',
  },
  silent: {
    vi: 'Sổ án tích chưa trả lời',
    en: 'The register of judgments does not answer',
  },
  silentMore: {
    vi: 'Sổ không trả lời từ {since}. Hệ thống tự hỏi lại, bạn không phải làm gì. Chưa ai kết luận gì về bạn; hạn trả không đổi.',
    en: 'It has not answered since {since}. It is asked again by itself; there is nothing you must do. Nothing was concluded about you, and the due day stays.',
  },
  holder: { vi: 'Đang giữ hồ sơ', en: 'Who has it' },
  ask: { vi: 'Hỏi người thật', en: 'Ask a person' },
  askMore: {
    vi: 'Gọi 1900 0368 hoặc đến quầy, đọc mã {reference} là cán bộ tìm thấy ngay.',
    en: 'Call 1900 0368 or come to the counter with the code {reference}; the officer finds it at once.',
  },
  after: { vi: 'Khi xong', en: 'When it is done' },
  result: { vi: 'Kết quả', en: 'The result' },
  next: { vi: 'Bạn làm gì tiếp được', en: 'What you can do next' },
  nextMore: {
    vi: 'Dữ liệu của bạn không đổi. Bạn nộp lại lúc nào cũng được; những gì Nhà nước đã biết được điền sẵn.',
    en: 'Your data is as it was. You can file again at any time; what the State knows is filled in for you.',
  },
  again: { vi: 'Nộp hồ sơ mới', en: 'File a new one' },
  answers: { vi: 'Những gì đã nộp', en: 'What was filed' },
  by: { vi: 'Căn cứ: {law}', en: 'By {law}' },
  gone: { vi: 'Không tìm thấy hồ sơ này', en: 'There is no such dossier' },
  goneMore: {
    vi: 'Xem lại mã hồ sơ, hoặc đổi hồ sơ đang mở nếu bạn nộp thay người khác.',
    en: 'Look at the code again, or change the open profile if you filed it for somebody else.',
  },
  all: { vi: 'Xem các hồ sơ', en: 'See the dossiers' },
})

const Head = ({ own }: { own: OwnDossier }) => (
  <div class="dossier-head">
    <p class="quiet small">
      {t('filed', { reference: own.reference, at: dateTimeVN(own.filedAt) })}
      {own.forName && ` · ${t('for', { name: own.forName })}`}
    </p>
    <Pill tone={stateTones[own.state]}>{stateWords(own.state)}</Pill>
  </div>
)

const Todo = ({ own, onDone }: { own: OwnDossier; onDone: (own: OwnDossier) => void }) => (
  <>
    {own.supplement && (
      <SupplementForm reference={own.reference} supplement={own.supplement} onDone={onDone} />
    )}
    {own.todo === 'pay' && (
      <Notice
        isQuiet
        tone="warn"
        title={t('pay', { fee: feeText(own.fees.reduce((sum, { amount_vnd }) => sum + amount_vnd, 0)) })}
      >
        {t('payMore', { reference: own.reference })}
      </Notice>
    )}
    {own.register?.state === 'silent' && (
      <Notice isQuiet tone="warn" title={t('silent')}>
        {t('silentMore', { since: own.register.silentSince ? dateTimeVN(own.register.silentSince) : '' })}
      </Notice>
    )}
    {own.state === 'awaiting-consents' && (
      <Notice isQuiet tone="info">
        {t('waits')}
      </Notice>
    )}
    <AskedConsents own={own} onDone={onDone} />
  </>
)

const Filed = ({ own: { answers, law } }: { own: OwnDossier }) => (
  <details class="card dossier-answers">
    <summary>{t('answers')}</summary>
    <DataPairs
      pairs={answers.map(({ words, value }) => ({ label: inLanguage(words), value: inLanguage(value) }))}
    />
    <p class="quiet small spaced">{t('by', { law: inLanguage(law) })}</p>
  </details>
)

const hasResult = ({ state }: OwnDossier): boolean => state === 'returned'

/** What comes of it; of one that ended without a result, what she can do instead. */
const Outcome = ({ own, onDone }: { own: OwnDossier; onDone: (own: OwnDossier) => void }) =>
  own.endedAt !== null && !hasResult(own) && own.state !== 'finished' ? (
    <Card title={t('next')}>
      <p>{t('nextMore')}</p>
      <p class="spaced">
        <LinkButton href={hrefTo(`/services/${own.procedure}`)}>{t('again')}</LinkButton>
      </p>
    </Card>
  ) : (
    <>
      <Card title={t(hasResult(own) ? 'result' : 'after')}>
        <p>{inLanguage(own.after)}</p>
      </Card>
      {hasResult(own) && <DossierPapers own={own} onDone={onDone} />}
    </>
  )

const Dossier = ({ own, onDone }: { own: OwnDossier; onDone: (own: OwnDossier) => void }) => (
  <div class="dossier-columns">
    <div class="dossier-main">
      <div class="dossier-first stack">
        <Head own={own} />
        <LateNotice own={own} />
      </div>
      <div class="dossier-rest stack">
        <Todo own={own} onDone={onDone} />
        <Refusal own={own} onDone={onDone} />
        {hasResult(own) && <Outcome own={own} onDone={onDone} />}
        <DossierTimeline steps={own.timeline} />
        {!hasResult(own) && <Outcome own={own} onDone={onDone} />}
        <Rating own={own} />
      </div>
    </div>
    <div class="dossier-side">
      <div class="dossier-clock">
        <ClockCard own={own} />
      </div>
      <div class="dossier-facts stack">
        {!hasResult(own) && <DossierPapers own={own} onDone={onDone} />}
        <Card title={t('holder')} icon={bank}>
          <p>
            <b>{own.office}</b>
          </p>
          <p class="quiet small">{inLanguage(own.agency)}</p>
        </Card>
        <Filed own={own} />
        <Card title={t('ask')} icon={phoneCall}>
          <p>{t('askMore', { reference: own.reference })}</p>
        </Card>
        <Withdraw own={own} onDone={onDone} />
      </div>
    </div>
  </div>
)

export default function DossierPage({ params }: PageProps) {
  const reference = params['reference'] ?? ''
  const { data, problem, reload } = useLoad(() =>
    ownView<typeof ViewOwnDossier>('dossiers.view', { reference }),
  )
  const [changed, change] = useState<OwnDossier | null>(null)
  const own = changed ?? data
  useStep(own ? `${own.state} ${own.supplement === null}` : null)
  const title = own ? inLanguage(own.title) : t('title')
  const isGone = problem?.code === 'services.no-such-dossier' || problem?.code === 'request.invalid'
  return (
    <Screen title={title} head={<TopBar title={title} back={hrefTo('/dossiers')} />}>
      {isGone && (
        <EmptyState
          icon={search}
          title={t('gone')}
          action={
            <LinkButton kind="primary" icon={dossierIcon} href={hrefTo('/dossiers')}>
              {t('all')}
            </LinkButton>
          }
        >
          {t('goneMore')}
        </EmptyState>
      )}
      {problem && !isGone && <ProblemNotice problem={problem} onRetry={reload} />}
      {!own && !problem && <Skeleton lines={7} />}
      {own && <Dossier own={own} onDone={change} />}
    </Screen>
  )
}
