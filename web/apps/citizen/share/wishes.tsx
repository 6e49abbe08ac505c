// What she asked of the party afterwards, by when it has to answer, and what it said.
import type { OutputOf } from '../../../../contract/operation.ts'
import type { ViewReceipt } from '../../../../contract/sharing.ts'
import { Card } from '../../../ui/card.tsx'
import { dateTimeVN, dateVN } from '../../../ui/format.ts'
import { alert, check, clock, dossier } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'

type Receipt = OutputOf<typeof ViewReceipt>
type Wish = NonNullable<Receipt['withdrawal']>

const t = phrases({
  withdrawal: { vi: 'Bạn đã rút lại đồng ý', en: 'You took your agreement back' },
  erasure: { vi: 'Bạn đã yêu cầu xoá', en: 'You asked for it to be erased' },
  waiting: {
    vi: 'Gửi lúc {at}. {party} phải trả lời trước ngày {due}; chúng tôi báo khi có câu trả lời.',
    en: 'Sent at {at}. {party} has to answer by {due}; we tell you when it does.',
  },
  done: { vi: '{party} đã làm theo, trả lời lúc {at}.', en: '{party} has done so; it answered at {at}.' },
  kept: {
    vi: '{party} trả lời lúc {at}: phần còn lại vẫn phải giữ theo {law}.',
    en: '{party} answered at {at}: the rest has to be kept by {law}.',
  },
  overdue: {
    vi: '{party} chưa trả lời dù đã quá hạn {due}. Người vận hành đã được báo; bạn không phải gửi lại.',
    en: '{party} has not answered though it was due by {due}. The operator was told; you need not ask again.',
  },
})

const short = phrases({
  waiting: { vi: 'Đang chờ', en: 'Waiting' },
  done: { vi: 'Đã làm theo', en: 'Done' },
  kept: { vi: 'Giữ theo luật', en: 'Kept by law' },
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
})

const looks = {
  waiting: { tone: 'cham', icon: clock },
  done: { tone: 'ok', icon: check },
  kept: { tone: 'neutral', icon: dossier },
  overdue: { tone: 'gold', icon: alert },
} as const

const sentence = ({ answer, askedAt, answeredAt, dueAt, law }: Wish, party: string): string => {
  const at = dateTimeVN(answeredAt ?? askedAt)
  const due = dateVN(dueAt)
  switch (answer) {
    case 'waiting':
      return t('waiting', { at, party, due })
    case 'done':
      return t('done', { at, party })
    case 'kept':
      return t('kept', { at, party, law: law ?? '' })
    case 'overdue':
      return t('overdue', { party, due })
  }
}

/** Of what was asked last the heading takes the focus. */
export const Wishes = ({ receipt, party }: { receipt: Receipt; party: string }) => {
  const { withdrawal, erasure } = receipt
  const isErasureLast = (erasure?.askedAt ?? '') > (withdrawal?.askedAt ?? '')
  return (
    <>
      {(['withdrawal', 'erasure'] as const).map((kind) => {
        const wish = receipt[kind]
        const look = wish && looks[wish.answer]
        return (
          look && (
            <div key={kind} data-step={isErasureLast === (kind === 'erasure') ? '' : undefined}>
              <Card
                title={t(kind)}
                aside={
                  <Pill tone={look.tone} icon={look.icon}>
                    {short(wish.answer)}
                  </Pill>
                }
              >
                <p>{sentence(wish, party)}</p>
              </Card>
            </div>
          )
        )
      })}
    </>
  )
}
