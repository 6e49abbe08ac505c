// The way from a reference to its case, whatever its kind: said in one word, then opened. What this office
// does not have is not there; nobody learns here whether another one has it.
import { useEffect } from 'preact/hooks'
import type { FindCase } from '../../../../contract/counter.ts'
import { view } from '../../../client/call.ts'
import { useLoad } from '../../../client/press.ts'
import { PageHead } from '../../../ui/console-frame.tsx'
import { search } from '../../../ui/icons.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { navigate, type PageProps } from '../../../ui/router.tsx'
import { toast } from '../../../ui/toast.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { caseKinds } from '../shell/journey.ts'
import { officer, orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'

const t = phrases({
  title: { vi: 'Tìm hồ sơ {reference}', en: 'Finding {reference}' },
  none: { vi: 'Đơn vị bạn không có hồ sơ {reference}', en: 'Your office has no case {reference}' },
  noneWhy: {
    vi: 'Mã đúng dạng, nhưng không có hồ sơ nào như vậy thuộc nhiệm vụ của bạn tại đơn vị này. Hỏi người dân nơi đã nhận hồ sơ, hoặc hỏi đồng nghiệp có nhiệm vụ đó.',
    en: 'The reference reads well, but no such case is a task of yours at this office. Ask the person where it was taken, or a colleague who has that task.',
  },
  mistyped: { vi: '{reference} không phải một mã hồ sơ', en: '{reference} is no reference' },
  mistypedWhy: {
    vi: 'Mã có dạng SEN-XXXX-XXXX-X hoặc TD-01-261130-0001; có lẽ một ký tự bị gõ sai. So lại với giấy hoặc tin nhắn.',
    en: 'A reference reads SEN-XXXX-XXXX-X or TD-01-261130-0001; a character may be mistyped. Compare it with the paper or the message.',
  },
})

const Finding = ({ reference }: { reference: string }) => {
  const { data, problem, reload } = useLoad(() =>
    orSignIn(view<typeof FindCase>('counter.find-case', { reference }, { retries: 0 })),
  )
  const found = data?.found
  useEffect(() => {
    if (found) {
      const kind = caseKinds.get().find((one) => one.kind === found.kind)
      toast(`${found.reference}${kind ? `: ${inLanguage(kind.title)}` : ''}`)
      const place = kind?.place(encodeURIComponent(found.caseId), officer.get()?.tasks ?? [])
      navigate(place ?? '/', { replace: true })
    }
  }, [found])
  if (problem) {
    return <Refusal problem={problem} onRetry={reload} />
  }
  if (!data || found) {
    return <Skeleton lines={3} />
  }
  return (
    <EmptyState icon={search} title={t(data.isCode ? 'none' : 'mistyped', { reference })}>
      {t(data.isCode ? 'noneWhy' : 'mistypedWhy')}
    </EmptyState>
  )
}

const FindPage = ({ params }: PageProps) => {
  const { typed: reference = '' } = params
  const title = t('title', { reference })
  return (
    <CounterFrame title={title}>
      <PageHead title={title} />
      <Finding key={reference} reference={reference} />
    </CounterFrame>
  )
}

export default FindPage
