// The way from a reference to its case, whatever its kind: said in one word, then opened. What this office
// does not have is not there; nobody learns here whether another one has it.
import { useEffect } from 'preact/hooks'
import type { FindCase } from '../../../../contract/counter.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { view } from '../../../client/call.ts'
import { useLoad } from '../../../client/press.ts'
import { PageHead } from '../../../ui/console-frame.tsx'
import { search } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { navigate, type PageProps } from '../../../ui/router.tsx'
import { toast } from '../../../ui/toast.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
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
    vi: 'Mã có dạng SEN-XXXX-XXXX-X; có lẽ một ký tự bị gõ sai. So lại với giấy hoặc tin nhắn.',
    en: 'A reference reads SEN-XXXX-XXXX-X; a character may be mistyped. Compare it with the paper or the message.',
  },
  'level-1': { vi: '{reference}: đơn mở tài khoản mức 1', en: '{reference}: a level-1 application' },
  'level-2': { vi: '{reference}: hồ sơ mức 2', en: '{reference}: a level-2 case' },
  card: { vi: '{reference}: hồ sơ thẻ căn cước', en: '{reference}: a card application' },
  voucher: { vi: '{reference}: hồ sơ cấp lại truy cập', en: '{reference}: a case of regained access' },
  discrepancy: { vi: '{reference}: sai lệch dữ liệu', en: '{reference}: a case of differing data' },
  representation: { vi: '{reference}: hồ sơ người đại diện', en: '{reference}: a representation request' },
  'lock-request': {
    vi: '{reference}: yêu cầu khoá hoặc mở khoá',
    en: '{reference}: a request to lock or unlock',
  },
})

type FoundCase = NonNullable<OutputOf<typeof FindCase>['found']>

/** A case that she may only look at as the second pair of eyes opens where that is done. */
const placeOf = ({ kind, caseId }: FoundCase): string => {
  const id = encodeURIComponent(caseId)
  switch (kind) {
    case 'level-1':
      return `/cases/${id}`
    case 'level-2':
      return officer.get()?.tasks.includes('level-2.take') ? `/level-2/${id}` : `/second/${id}`
    case 'card':
      return `/cards/${id}`
    case 'voucher':
      return `/voucher/${id}`
    case 'discrepancy':
      return `/discrepancies/${id}`
    case 'representation':
      return `/representation/${id}`
    case 'lock-request':
      return `/locks/requests/${id}`
  }
}

const Finding = ({ reference }: { reference: string }) => {
  const { data, problem, reload } = useLoad(() =>
    orSignIn(view<typeof FindCase>('counter.find-case', { reference }, { retries: 0 })),
  )
  const found = data?.found
  useEffect(() => {
    if (found) {
      toast(t(found.kind, { reference: found.reference }))
      navigate(placeOf(found), { replace: true })
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
  const { reference = '' } = params
  const title = t('title', { reference })
  return (
    <CounterFrame title={title}>
      <PageHead title={title} />
      <Finding key={reference} reference={reference} />
    </CounterFrame>
  )
}

export default FindPage
