// Pictures of papers that the State does not have: taken or chosen, made small on the phone, sent one by one.
import './filing.css'
import { useState } from 'preact/hooks'
import { usePress } from '../../../../client/press.ts'
import { Problem } from '../../../../client/problem.ts'
import { useReachable } from '../../../../client/reachability.ts'
import { pageOfFile } from '../../../../kit/portrait/picture.ts'
import { ProblemNotice } from '../../../../kit/problem-notice.tsx'
import { FilingProblem } from './filing-problem.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { FileButton } from '../../../../ui/file-button.tsx'
import { camera, check } from '../../../../ui/icons.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { inLanguage, phrases } from '../../../../ui/phrases.ts'
import { Pill } from '../../../../ui/pill.tsx'
import { hrefTo, navigate, type PageProps } from '../../../../ui/router.tsx'
import { TopBar } from '../../../../ui/top-bar.tsx'
import { Skeleton } from '../../../../ui/waiting.tsx'
import { Screen } from '../../shell/screen.tsx'
import { askedPapers, CHECK, PAPERS, stepBefore, type Filing } from './filing-parts.ts'
import { SaveLine } from './save-line.tsx'
import { attachPicture, saveStep, useFiling, type Held } from './use-filing.ts'

const t = phrases({
  title: { vi: 'Ảnh giấy tờ', en: 'Pictures of papers' },
  heading: { vi: 'Chụp những giấy Nhà nước chưa có', en: 'Papers that the State does not have' },
  how: {
    vi: 'Đặt giấy phẳng, đủ bốn góc, đọc được chữ và dấu. Ảnh được thu nhỏ trên máy rồi mới gửi.',
    en: 'Lay it flat with all four corners; text and seal have to be readable. It is made smaller on the phone first.',
  },
  take: { vi: 'Chụp hoặc chọn ảnh', en: 'Take or choose a picture' },
  again: { vi: 'Thay ảnh khác', en: 'Use another picture' },
  of: { vi: '{deed}: {paper}', en: '{deed}: {paper}' },
  sent: { vi: 'Đã có ảnh', en: 'Picture is there' },
  optional: { vi: 'Nếu có', en: 'If you have it' },
  missing: { vi: 'Cần ảnh', en: 'Needed' },
  alt: { vi: 'Ảnh vừa chụp: {paper}', en: 'The picture just taken: {paper}' },
  unreadable: {
    vi: 'Tệp này không mở được như một ảnh. Chưa có gì được gửi; hãy chọn ảnh JPEG, PNG hoặc WebP.',
    en: 'This file does not open as a picture. Nothing was sent; choose a JPEG, PNG or WebP.',
  },
  offline: {
    vi: 'Gửi ảnh cần có mạng. Bạn vẫn xem lại được các câu khác.',
    en: 'Sending a picture needs a network. You can still look through the other answers.',
  },
  next: { vi: 'Xem lại rồi nộp', en: 'Check and file' },
})

const Paper = ({ paper, isReachable }: { paper: Filing['papers'][number]; isReachable: boolean }) => {
  const [shown, show] = useState<string | null>(null)
  const sending = usePress()
  const words = inLanguage(paper.words)
  const take = (file: File) =>
    void sending.press(async () => {
      const picture = await pageOfFile(file)
      if (!picture) {
        throw new Problem({ code: 'evidence.page-unreadable', detail: t('unreadable'), status: 422 })
      }
      await attachPicture(paper.id, picture.base64)
      show(picture.url)
    })
  return (
    <Card
      title={words}
      aside={
        paper.isAttached ? (
          <Pill tone="ok" icon={check}>
            {t('sent')}
          </Pill>
        ) : (
          <Pill tone={paper.isRequired ? 'gold' : 'neutral'}>
            {t(paper.isRequired ? 'missing' : 'optional')}
          </Pill>
        )
      }
    >
      <div class="stack">
        {sending.problem && <ProblemNotice key={sending.refusals} problem={sending.problem} />}
        {shown && (
          <div class="paper-taken">
            <img src={shown} alt={t('alt', { paper: words })} />
          </div>
        )}
        <FileButton
          icon={camera}
          label={t(paper.isAttached ? 'again' : 'take')}
          labelOf={t('of', { deed: t(paper.isAttached ? 'again' : 'take'), paper: words })}
          accept="image/jpeg,image/png,image/webp"
          isBusy={sending.isBusy || !isReachable}
          onFile={take}
        />
      </div>
    </Card>
  )
}

const Papers = ({ held }: { held: Held }) => {
  const isReachable = useReachable()
  const saving = usePress()
  const { filing, procedure } = held
  const before = stepBefore(filing, PAPERS)
  const base = `/services/${procedure}`
  const goOn = () =>
    void saving.press(async () => {
      await saveStep({}, CHECK)
      navigate(`${base}/${CHECK}`)
    })
  return (
    <Screen
      title={t('title')}
      head={
        <TopBar
          title={inLanguage(filing.title)}
          back={hrefTo(before === null ? base : `${base}/${before}`)}
        />
      }
      action={
        <Button kind="primary" isWide isBusy={saving.isBusy} onPress={goOn}>
          {t('next')}
        </Button>
      }
    >
      <SaveLine held={held} step={PAPERS} isReachable={isReachable} />
      <div class="page-lead">
        <h2>{t('heading')}</h2>
        <p class="quiet">{t('how')}</p>
      </div>
      {!isReachable && <Notice tone="warn" title={t('offline')} />}
      {saving.problem && <ProblemNotice key={saving.refusals} problem={saving.problem} onRetry={goOn} />}
      {askedPapers(filing).map((paper) => (
        <Paper key={paper.id} paper={paper} isReachable={isReachable} />
      ))}
    </Screen>
  )
}

export default function PapersPage({ params }: PageProps) {
  const procedure = params['id'] ?? ''
  const { held, problem, reload } = useFiling(procedure)
  if (held) {
    return <Papers held={held} />
  }
  return (
    <Screen title={t('title')} head={<TopBar title={t('title')} back={hrefTo(`/services/${procedure}`)} />}>
      {problem ? <FilingProblem problem={problem} onRetry={reload} /> : <Skeleton lines={5} />}
    </Screen>
  )
}
