// Before the second pair of eyes: what is not by rule, with its evidence beside the register; confirmed or
// denied with a reason.
import { decideCard } from '../../../client/decision-form-rules.ts'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { toast } from '../../../ui/toast.tsx'
import { decideAsSeen, useSecondVerdict, VerdictButtons, VerdictDialog } from '../case/second-verdict.tsx'
import { standingOf } from '../evidence/finger-result.ts'
import { Doubts, Portraits, Prints } from '../evidence/second-evidence.tsx'
import { act, mayDo, readApplication } from './application.ts'
import { CardFrame, leave } from './card-frame.tsx'
import { exceptionWords, type CardApplication } from './card-words.ts'

const t = phrases({
  guide: {
    vi: 'Xem người dân, giấy tờ và từng bằng chứng. Chấp nhận khi bạn tin đây đúng là người trong cơ sở dữ liệu: ảnh và vân tay này thành mẫu gốc.',
    en: 'Look at the person, the papers and each piece of evidence. Confirm when you believe this is the person of the register: portrait and prints become the reference.',
  },
  confirm: { vi: 'Chấp nhận', en: 'Confirm' },
  deny: { vi: 'Từ chối', en: 'Deny' },
  confirmTitle: { vi: 'Chấp nhận hồ sơ thẻ?', en: 'Confirm this application?' },
  confirmWhat: {
    vi: 'Quyết định đứng tên bạn. Thẻ sang hàng in.',
    en: 'The decision carries your name. The card goes on to be printed.',
  },
  denyTitle: { vi: 'Từ chối hồ sơ thẻ?', en: 'Deny this application?' },
  denyWhat: {
    vi: 'Hồ sơ kết thúc và người dân được báo việc cần làm tiếp.',
    en: 'The application ends, and the person is told what to do next.',
  },
  why: { vi: 'Lý do', en: 'Reason' },
  mine: {
    vi: 'Chính bạn đã lấy hồ sơ này, nên một người khác phải duyệt.',
    en: 'You took this application yourself, so another person must decide.',
  },
  wait: {
    vi: 'Hồ sơ chờ người có nhiệm vụ duyệt thẻ. Người dân không cần chờ ở quầy.',
    en: 'It waits for somebody with the task. The person need not wait here.',
  },
  done: { vi: 'Đã quyết định.', en: 'Decided.' },
})

export const DecideView = ({ app }: { app: CardApplication }) => {
  const second = useSecondVerdict(
    mayDo('card.decide') && !app.isTakenByMe,
    {
      confirm: { title: t('confirmTitle'), what: t('confirmWhat'), yes: t('confirm'), label: t('why') },
      deny: { title: t('denyTitle'), what: t('denyWhat'), yes: t('deny'), label: t('why') },
    },
    () => leave(app),
  )
  return (
    <CardFrame app={app} keys={second.keys} actions={<VerdictButtons second={second} />}>
      {!second.mayDecide && (
        <Notice isQuiet tone="warn">
          {t(app.isTakenByMe ? 'mine' : 'wait')}
        </Notice>
      )}
      <Doubts guide={t('guide')} doubts={app.exceptions.map((one) => exceptionWords(one))} />
      <Portraits portrait={app.portrait} kept={app.register?.portrait ?? null} />
      <Prints lookOf={standingOf(app.prints).lookOf} />
      <VerdictDialog
        second={second}
        rules={decideCard}
        onDecide={(verdict, note) =>
          decideAsSeen(
            async () => {
              await act('card.second', { verdict, note, seen: app.exceptions })
              toast(t('done'))
            },
            async () => void (await readApplication(app.caseId)),
          )
        }
      />
    </CardFrame>
  )
}
