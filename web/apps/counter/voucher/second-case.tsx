// A case before the second pair of eyes: the picture of the desk beside the register's, the fingers, and the
// decision with its reason.
import { decideVoucher } from '../../../client/decision-form-rules.ts'
import { phrases } from '../../../ui/phrases.ts'
import { SecondFrame } from '../case/second-frame.tsx'
import { decideAsSeen } from '../case/second-verdict.tsx'
import { standingOf } from '../evidence/finger-result.ts'
import { Doubts, Portraits, Prints } from '../evidence/second-evidence.tsx'
import { PersonPart } from './person-part.tsx'
import { readCase, secondCase, type VoucherCase } from './voucher-deeds.ts'
import { doubtWords, identityWords } from './voucher-words.ts'

const t = phrases({
  guide: {
    vi: 'Ra quầy gặp người này. Xác nhận khi bạn tin đây đúng là người trong cơ sở dữ liệu; nếu không, từ chối. Người được xác nhận sẽ lấy được toàn bộ tài khoản.',
    en: 'Go to the desk and meet the person. Confirm when you believe that it is the one in the register; otherwise deny. Whoever is confirmed gets the whole account.',
  },
  confirm: { vi: 'Xác nhận đúng người', en: 'Confirm the person' },
  deny: { vi: 'Từ chối', en: 'Deny' },
  confirmTitle: { vi: 'Xác nhận đúng người này?', en: 'Confirm that it is this person?' },
  denyTitle: { vi: 'Từ chối cấp phiếu?', en: 'Deny the voucher?' },
  byYou: {
    vi: 'Quyết định đứng tên bạn và người dân nhìn thấy nó.',
    en: 'The decision stands in your name, and the person sees it.',
  },
})

/** What speaks against it, or that the rules found nothing. */
const reasonsOf = ({ doubts, identity }: VoucherCase): string[] =>
  doubts.length > 0 ? doubts.map((doubt) => doubtWords(doubt)) : [identityWords(identity)]

export const SecondCase = ({
  server,
  onCase,
}: {
  server: VoucherCase
  onCase: (server: VoucherCase) => void
}) => (
  <SecondFrame
    name={server.register?.fullName ?? ''}
    reference={server.reference}
    list="/voucher/second"
    mayDecide
    words={{
      confirm: { title: t('confirmTitle'), what: t('byYou'), yes: t('confirm') },
      deny: { title: t('denyTitle'), what: t('byYou'), yes: t('deny') },
    }}
    rules={decideVoucher}
    onDecide={(verdict, note) =>
      decideAsSeen(
        async () => onCase(await secondCase(server, verdict, note)),
        async () => onCase(await readCase(server.caseId)),
      )
    }
    history={server.history}
    person={<PersonPart server={server} />}
  >
    <Doubts guide={t('guide')} doubts={reasonsOf(server)} />
    <Portraits portrait={server.portrait} kept={server.register?.portrait ?? null} />
    <Prints lookOf={standingOf(server.prints).lookOf} />
  </SecondFrame>
)
