// The receipt: it was filed, under which code, by when it is decided, and what happens next.
import './filed.css'
import type { ViewOwnDossier } from '../../../../../contract/dossiers.ts'
import { useLoad } from '../../../../client/press.ts'
import { CodePicture } from '../../../../kit/code-picture.tsx'
import { CopyButton } from '../../../../kit/copy-button.tsx'
import { ProblemNotice } from '../../../../kit/problem-notice.tsx'
import { LinkButton } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { DataPairs } from '../../../../ui/data-pairs.tsx'
import { dateTimeVN, dayVN, timeVN } from '../../../../ui/format.ts'
import { arrowRight, check, info } from '../../../../ui/icons.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { inLanguage, phrases } from '../../../../ui/phrases.ts'
import { hrefTo, type PageProps } from '../../../../ui/router.tsx'
import { TopBar } from '../../../../ui/top-bar.tsx'
import { Skeleton } from '../../../../ui/waiting.tsx'
import { Screen } from '../../shell/screen.tsx'
import { ownView } from '../../shell/session.ts'
import { feeText } from '../service-words.ts'

const t = phrases({
  title: { vi: 'Biên nhận hồ sơ', en: 'Receipt' },
  filed: { vi: 'Đã nộp hồ sơ', en: 'It was filed' },
  filedMore: {
    vi: 'Bạn không phải làm gì thêm; đóng trang này cũng được.',
    en: 'There is nothing more to do; you can close this page.',
  },
  code: { vi: 'Mã hồ sơ', en: 'Code of the dossier' },
  qr: { vi: 'Mã QR của hồ sơ {code}', en: 'QR code of dossier {code}' },
  show: {
    vi: 'Đọc mã này hoặc cho quét ở quầy là cán bộ tìm thấy ngay.',
    en: 'Read it out or have it scanned at a counter, and the officer finds it at once.',
  },
  what: { vi: 'Thủ tục', en: 'Service' },
  for: { vi: 'Nộp cho', en: 'Filed for' },
  at: { vi: 'Nộp lúc', en: 'Filed at' },
  office: { vi: 'Nơi giải quyết', en: 'Decided by' },
  due: { vi: 'Có kết quả trước', en: 'Decided by' },
  fee: { vi: 'Lệ phí', en: 'Fee' },
  next: { vi: 'Việc tiếp theo', en: 'What happens next' },
  waits: {
    vi: 'Chúng tôi đã hỏi {count} người. Đồng hồ theo luật chạy khi mọi người đã đồng ý; bạn nhắc họ được từ trang hồ sơ.',
    en: '{count} people were asked. The legal clock runs once everybody has agreed; you can remind them from the dossier.',
  },
  works: {
    vi: 'Cơ quan tiếp nhận và báo bạn ở mỗi bước. Cần gì thêm, họ chỉ được hỏi một lần.',
    en: 'The office takes it and tells you of each step. If anything is missing, it may ask only once.',
  },
  see: { vi: 'Theo dõi hồ sơ', en: 'Follow the dossier' },
  others: { vi: 'Về các dịch vụ', en: 'To the services' },
})

const Receipt = ({ reference }: { reference: string }) => {
  const { data, problem, reload } = useLoad(() =>
    ownView<typeof ViewOwnDossier>('dossiers.view', { reference }),
  )
  const waits = data?.consents.filter(({ state }) => state === 'waiting').length ?? 0
  const pairs = data && [
    { label: t('what'), value: inLanguage(data.title) },
    ...(data.forName === null ? [] : [{ label: t('for'), value: data.forName }]),
    { label: t('at'), value: dateTimeVN(data.filedAt) },
    { label: t('office'), value: data.office },
    ...(data.dueAt === null
      ? []
      : [{ label: t('due'), value: `${timeVN(data.dueAt)} ${dayVN(data.dueAt)}` }]),
    { label: t('fee'), value: feeText(data.fees.reduce((sum, { amount_vnd }) => sum + amount_vnd, 0)) },
  ]
  return (
    <>
      <section class="card filed-code">
        <CodePicture text={reference} label={t('qr', { code: reference })} />
        <p>
          <small class="quiet">{t('code')}</small>
          <b class="figures">{reference}</b>
        </p>
        <CopyButton value={reference} what={t('code')} />
        <p class="quiet small">{t('show')}</p>
      </section>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <Skeleton lines={4} />}
      {pairs && (
        <Card>
          <DataPairs pairs={pairs} />
        </Card>
      )}
      {data && (
        <Notice isQuiet icon={info} title={t('next')}>
          <p>{waits > 0 ? t('waits', { count: waits }) : t('works')}</p>
          <p>{inLanguage(data.after)}</p>
        </Notice>
      )}
    </>
  )
}

export default function FiledPage({ params }: PageProps) {
  const reference = params['reference'] ?? ''
  return (
    <Screen
      title={t('title')}
      head={<TopBar title={t('title')} back={hrefTo('/dossiers')} isClosing />}
      action={
        <>
          <LinkButton kind="primary" isWide iconEnd={arrowRight} href={hrefTo(`/dossiers/${reference}`)}>
            {t('see')}
          </LinkButton>
          <LinkButton kind="quiet" isWide href={hrefTo('/services')}>
            {t('others')}
          </LinkButton>
        </>
      }
    >
      <Notice tone="ok" icon={check} title={t('filed')}>
        {t('filedMore')}
      </Notice>
      <Receipt reference={reference} />
    </Screen>
  )
}
