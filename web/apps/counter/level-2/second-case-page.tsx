// One case before the second pair of eyes: the evidence of each exception beside the register, then confirmed
// or denied with a reason.
import { useState } from 'preact/hooks'
import type { SecondLevel2, ViewLevel2 } from '../../../../contract/level-2.ts'
import { deed, view } from '../../../client/call.ts'
import { decideLevel2 } from '../../../client/decision-form-rules.ts'
import { useLoad } from '../../../client/press.ts'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import type { PageProps } from '../../../ui/router.tsx'
import { toast } from '../../../ui/toast.tsx'
import { SecondFrame } from '../case/second-frame.tsx'
import { decideAsSeen, type Verdict } from '../case/second-verdict.tsx'
import { WaitingCase } from '../case/waiting-case.tsx'
import { exceptionWords } from '../evidence/exception-words.ts'
import { Doubts, Portraits, Prints } from '../evidence/second-evidence.tsx'
import { Due } from '../shell/due.tsx'
import { orSignIn } from '../shell/officer.ts'
import { lookOf } from './finger-looks.ts'
import { deskOf, type Level2Case } from './desk-case.ts'
import { PersonColumn } from './person-column.tsx'
import { refusalWords } from './result-step.tsx'

const t = phrases({
  plain: { vi: 'Duyệt lần hai', en: 'Second look' },
  guide: {
    vi: 'Xem từng bằng chứng. Chấp nhận khi bạn tin đây đúng là người trong cơ sở dữ liệu; nếu không, từ chối và ghi vì sao.',
    en: 'Look at each piece of evidence. Confirm when you believe this is the person of the register; otherwise deny and say why.',
  },
  matched: {
    vi: '{matched} trên {needed} ngón cần thiết đã khớp.',
    en: '{matched} of {needed} needed fingers matched.',
  },
  confirm: { vi: 'Chấp nhận ngoại lệ', en: 'Confirm the exception' },
  deny: { vi: 'Từ chối', en: 'Deny' },
  confirmTitle: { vi: 'Chấp nhận và cấp tài khoản?', en: 'Confirm and issue the account?' },
  denyTitle: { vi: 'Từ chối ngoại lệ?', en: 'Deny the exception?' },
  confirmWhat: {
    vi: 'Quyết định đứng tên bạn. Tài khoản mức 2 được cấp ngay và người dân được báo.',
    en: 'The decision carries your name. The level-2 account is issued at once and the person is told.',
  },
  denyWhat: {
    vi: 'Tài khoản không được cấp. Người dân được báo và có thể đến lại.',
    en: 'The account is not issued. The person is told and can come again.',
  },
  accepted: { vi: 'Đã cấp tài khoản mức 2.', en: 'The level-2 account is issued.' },
  refused: { vi: 'Không cấp tài khoản.', en: 'The account is not issued.' },
  decided: { vi: 'Hồ sơ này đã được quyết định.', en: 'This case has been decided.' },
  mine: {
    vi: 'Chính bạn đã lấy hồ sơ này, nên một người khác phải duyệt.',
    en: 'You took this case yourself, so somebody else must decide it.',
  },
})
const words = () => ({
  confirm: { title: t('confirmTitle'), what: t('confirmWhat'), yes: t('confirm') },
  deny: { title: t('denyTitle'), what: t('denyWhat'), yes: t('deny') },
})

const Standing = ({ state, reason, isTakenByMe }: Level2Case) => {
  if (state !== 'waiting-second') {
    return (
      <Notice tone={state === 'accepted' ? 'ok' : 'warn'}>
        {t('decided')} {state === 'accepted' ? t('accepted') : reason ? refusalWords(reason) : ''}
      </Notice>
    )
  }
  return isTakenByMe ? (
    <Notice isQuiet tone="warn">
      {t('mine')}
    </Notice>
  ) : null
}

const readCase = (caseId: string) => orSignIn(view<typeof ViewLevel2>('level-2.view', { caseId }))

const OpenSecond = ({ read }: { read: Level2Case }) => {
  const [server, setServer] = useState(read)
  const { caseId, prints, exceptions: seen } = server
  const decide = (verdict: Verdict, note: string) =>
    decideAsSeen(
      async () => {
        const after = await orSignIn(
          deed<typeof SecondLevel2>('level-2.second', { caseId, verdict, note, seen }),
        )
        setServer(after)
        toast(t(after.state === 'accepted' ? 'accepted' : 'refused'))
      },
      async () => setServer(await readCase(caseId)),
    )
  const desk = deskOf(server)
  return (
    <SecondFrame
      name={server.register?.fullName ?? ''}
      reference={server.reference}
      list="/second"
      mayDecide={server.state === 'waiting-second' && !server.isTakenByMe}
      words={words()}
      rules={decideLevel2}
      onDecide={decide}
      end={<Due dueAt={server.dueAt} />}
      head={<Standing {...server} />}
      history={server.history}
      person={<PersonColumn desk={desk} />}
    >
      <Doubts guide={t('guide')} doubts={server.exceptions.map((one) => exceptionWords(one))} />
      <Portraits
        portrait={server.portrait}
        kept={server.register?.portrait ?? null}
        onChip={server.chip?.portrait ?? null}
      />
      <Prints lookOf={(finger) => lookOf(desk, finger)}>
        <p class="quiet">{t('matched', { matched: prints.matched, needed: prints.needed })}</p>
      </Prints>
    </SecondFrame>
  )
}

const SecondCasePage = ({ params }: PageProps) => {
  const { data, problem, reload } = useLoad(() => readCase(params['id'] ?? ''))
  return data ? (
    <OpenSecond read={data} />
  ) : (
    <WaitingCase title={t('plain')} list="/second" problem={problem} onRetry={reload} />
  )
}

export default SecondCasePage
