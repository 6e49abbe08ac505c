// Her answers before they are filed: how little she had to type, who is asked to agree, each answer with the
// way to change it, and what happens then. Filed once, however often it is pressed.
import './filing.css'
import { usePress, type Press } from '../../../../client/press.ts'
import { useReachable } from '../../../../client/reachability.ts'
import { ProblemNotice } from '../../../../kit/problem-notice.tsx'
import { FilingProblem } from './filing-problem.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Card, Row, Rows } from '../../../../ui/card.tsx'
import { dayVN, timeVN } from '../../../../ui/format.ts'
import { arrowRight, clock, info, person } from '../../../../ui/icons.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { inLanguage, phrases } from '../../../../ui/phrases.ts'
import { Pill } from '../../../../ui/pill.tsx'
import { hrefTo, navigate, type PageProps } from '../../../../ui/router.tsx'
import { TopBar } from '../../../../ui/top-bar.tsx'
import { Skeleton } from '../../../../ui/waiting.tsx'
import { givenName } from '../../family/family.ts'
import { AskedDeed } from '../../shell/asked-deed.tsx'
import { Screen } from '../../shell/screen.tsx'
import { feeText } from '../service-words.ts'
import { Answers } from './answers.tsx'
import { CountBar } from './count-bar.tsx'
import {
  askedPages,
  askedPapers,
  CHECK,
  PAPERS,
  stepBefore,
  unansweredOn,
  type Filing,
} from './filing-parts.ts'
import { SaveLine } from './save-line.tsx'
import { dropDraft, fileDraft, useFiling, type Held } from './use-filing.ts'

const t = phrases({
  title: { vi: 'Xem lại rồi nộp', en: 'Check and file' },
  consents: { vi: 'Ai phải đồng ý', en: 'Who has to agree' },
  unnamed: { vi: 'Người được hỏi', en: 'Whoever is asked' },
  willAsk: { vi: 'Sẽ được hỏi', en: 'Will be asked' },
  fee: { vi: 'Lệ phí', en: 'Fee' },
  next: { vi: 'Sau khi nộp', en: 'What happens next' },
  nextDue: {
    vi: 'Có kết quả trước {at}. Chúng tôi báo bạn ở mỗi bước, bạn không phải hỏi ai.',
    en: 'It is decided by {at}. You hear from us at each step and need not ask anybody.',
  },
  nextConsents: {
    vi: 'Nộp được ngay. Đồng hồ theo luật chạy khi mọi người đã đồng ý; bạn nhắc họ được từ trang hồ sơ.',
    en: 'You can file it now. The legal clock runs once everybody has agreed; you can remind them from the dossier.',
  },
  nextMissing: {
    vi: 'Chưa nộp được: còn thiếu {count} điều, ghi ở đầu trang. Thêm xong là nộp được.',
    en: 'It cannot be filed yet. Still missing: {count}, listed at the top of this page.',
  },
  once: { vi: 'Bấm nhiều lần cũng chỉ nộp một lần.', en: 'Pressing again files nothing twice.' },
  pay: {
    vi: 'Lệ phí nộp sau khi hồ sơ được tiếp nhận.',
    en: 'The fee is paid after the dossier was received.',
  },
  file: { vi: 'Nộp', en: 'File it' },
  fileFor: { vi: 'Nộp cho {name}', en: 'File it for {name}' },
  missing: { vi: 'Còn thiếu trước khi nộp', en: 'Still missing' },
  answer: { vi: 'Trả lời: {question}', en: 'Answer: {question}' },
  picture: { vi: 'Thêm ảnh: {paper}', en: 'Add a picture: {paper}' },
  condition: { vi: 'Điều kiện: {condition}', en: 'Condition: {condition}' },
  offline: {
    vi: 'Chưa nộp được vì không có mạng. Mọi câu trả lời vẫn giữ trên máy này.',
    en: 'It cannot be filed without a network. Every answer is kept on this phone.',
  },
  again: { vi: 'Đọc bản mới', en: 'Read the new version' },
  drop: { vi: 'Xoá bản nháp', en: 'Throw the draft away' },
  dropAsk: { vi: 'Xoá bản nháp này?', en: 'Throw this draft away?' },
  dropEffect: {
    vi: 'Những gì bạn đã điền và ảnh đã gửi bị xoá trên mọi máy. Chưa có gì được nộp.',
    en: 'What you filled in and the pictures are deleted on every phone. Nothing was filed.',
  },
})

/** What stands between her and filing, each with its way. */
const missingIn = ({ filing, unsaved }: Held): readonly { title: string; path: string }[] => [
  ...filing.conditions
    .filter(({ isMet }) => !isMet)
    .map(({ words }) => ({ title: t('condition', { condition: inLanguage(words) }), path: '' })),
  ...askedPages(filing).flatMap((page) =>
    [
      ...unansweredOn(page, unsaved),
      ...page.fields.filter(({ isAsked, known, fault }) => isAsked && !known && fault !== null),
    ]
      .filter((field, at, all) => all.findIndex(({ name }) => name === field.name) === at)
      .map((field) => ({
        title: t('answer', { question: inLanguage(field.words) }),
        path: `/form/${page.id}?back=${CHECK}`,
      })),
  ),
  ...askedPapers(filing)
    .filter(({ isRequired, isAttached }) => isRequired && !isAttached)
    .map(({ words }) => ({ title: t('picture', { paper: inLanguage(words) }), path: `/${PAPERS}` })),
]

const Missing = ({ held }: { held: Held }) => {
  const missing = missingIn(held)
  return missing.length === 0 ? null : (
    <>
      <h2>{t('missing')}</h2>
      <Rows label={t('missing')}>
        {missing.map(({ title, path }) => (
          <Row
            key={title}
            icon={arrowRight}
            tone="gold"
            title={title}
            href={hrefTo(`/services/${held.procedure}${path}`)}
          />
        ))}
      </Rows>
    </>
  )
}

const Consents = ({ filing: { consents } }: { filing: Filing }) =>
  consents.length === 0 ? null : (
    <Card title={t('consents')} icon={person} isFlush>
      {consents.flatMap(({ id, words, people }) =>
        (people.length === 0 ? [{ name: null }] : people).map(({ name }, at) => (
          <Row
            key={`${id} ${at}`}
            lead={null}
            title={name ?? t('unnamed')}
            detail={inLanguage(words)}
            end={
              <Pill tone="gold" icon={clock}>
                {t('willAsk')}
              </Pill>
            }
          />
        )),
      )}
    </Card>
  )

const Fees = ({ filing: { fees } }: { filing: Filing }) => (
  <Card title={t('fee')}>
    <b>{feeText(fees.reduce((sum, { amount_vnd }) => sum + amount_vnd, 0))}</b>
    {fees.map(({ id, words, law }) => (
      <p key={id} class="quiet small">
        {inLanguage(words)} · {inLanguage(law)}
      </p>
    ))}
    {fees.length > 0 && <p class="small">{t('pay')}</p>}
  </Card>
)

const fileLabel = ({ whose }: Filing): string =>
  whose.kind === 'self' ? t('file') : t('fileFor', { name: givenName(whose.name) })

const NotFiled = ({
  filingIt,
  onRetry,
  onRead,
}: {
  filingIt: Press
  onRetry: () => void
  onRead: () => void
}) => {
  const { problem, refusals, clear } = filingIt
  const read = () => {
    clear()
    onRead()
  }
  return problem ? (
    <ProblemNotice
      key={refusals}
      problem={problem}
      onRetry={onRetry}
      action={
        problem.code === 'services.changed-meanwhile' ? (
          <Button size="small" onPress={read}>
            {t('again')}
          </Button>
        ) : undefined
      }
    />
  ) : null
}

const Drop = ({ base }: { base: string }) => (
  <div class="centre">
    <AskedDeed
      label={t('drop')}
      title={t('dropAsk')}
      effect={t('dropEffect')}
      onYes={async () => {
        await dropDraft()
        navigate(base, { replace: true })
      }}
    />
  </div>
)

const Check = ({ held, reload }: { held: Held; reload: () => void }) => {
  const isReachable = useReachable()
  const filingIt = usePress()
  const { filing, procedure } = held
  const base = `/services/${procedure}`
  const before = stepBefore(filing, CHECK)
  const missing = missingIn(held).length
  const file = () =>
    void filingIt.press(async () => {
      const filed = await fileDraft()
      if (filed) {
        navigate(`${base}/filed/${filed.reference}`, { replace: true })
      }
    })
  const at = `${timeVN(filing.dueAt)} ${dayVN(filing.dueAt)}`
  return (
    <Screen
      title={t('title')}
      head={<TopBar title={t('title')} back={hrefTo(before === null ? base : `${base}/${before}`)} />}
      action={
        <Button
          kind="primary"
          isWide
          isBusy={filingIt.isBusy}
          isDisabled={missing > 0 || !isReachable || filing.shut !== null}
          onPress={file}
        >
          {fileLabel(filing)}
        </Button>
      }
    >
      <SaveLine held={held} step={CHECK} isReachable={isReachable} />
      <h2>{inLanguage(filing.title)}</h2>
      {!isReachable && <Notice tone="warn" title={t('offline')} />}
      <NotFiled filingIt={filingIt} onRetry={file} onRead={reload} />
      <CountBar count={filing.count} />
      <Missing held={held} />
      <Consents filing={filing} />
      <Answers held={held} />
      <Fees filing={filing} />
      <Notice isQuiet tone={missing > 0 ? 'info' : 'ok'} icon={info} title={t('next')}>
        {missing > 0 ? (
          <p>{t('nextMissing', { count: missing })}</p>
        ) : (
          <>
            <p>{filing.consents.length > 0 ? t('nextConsents') : t('nextDue', { at })}</p>
            <p>{t('once')}</p>
          </>
        )}
      </Notice>
      {filing.draft && <Drop base={base} />}
    </Screen>
  )
}

export default function CheckPage({ params }: PageProps) {
  const procedure = params['id'] ?? ''
  const { held, problem, reload } = useFiling(procedure)
  if (held) {
    return <Check held={held} reload={reload} />
  }
  return (
    <Screen title={t('title')} head={<TopBar title={t('title')} back={hrefTo(`/services/${procedure}`)} />}>
      {problem ? <FilingProblem problem={problem} onRetry={reload} /> : <Skeleton lines={6} />}
    </Screen>
  )
}
