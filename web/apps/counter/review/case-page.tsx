// One application: declared beside register, two portraits, the doubts with guidance, a decision. Opening it
// leaves a line that its
// person sees, so the page reads once and never by itself again.
import './review.css'
import { useState } from 'preact/hooks'
import type { DecideEnrolment, OpenApplication } from '../../../../contract/enrolment.ts'
import { deed, view } from '../../../client/call.ts'
import { useLoad, usePress } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { useNow } from '../../../ui/clock.ts'
import { PageHead } from '../../../ui/console-frame.tsx'
import { dateTimeVN } from '../../../ui/format.ts'
import { alert, arrowLeft, clock, eye, Icon } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { navigate, type PageProps } from '../../../ui/router.tsx'
import { toast } from '../../../ui/toast.tsx'
import type { Application } from './application.ts'
import { Comparison } from './comparison.tsx'
import { WaitingCase } from '../case/waiting-case.tsx'
import { CaseHistory } from '../case/case-course.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import type { KeyWords } from '../shell/key-sheet.tsx'
import { AcceptDialog, RefuseDialog } from './decide-dialogs.tsx'
import { doubtGuide, doubtWords, isGrave, type RefusalReason } from './doubts.ts'
import { Due, dueMoment } from '../shell/due.tsx'
import { useKeys } from '../shell/keys.ts'
import { orSignIn } from '../shell/officer.ts'
import { Portraits } from './portraits.tsx'
import { nextAfter } from './queue.ts'

const t = phrases({
  title: { vi: 'Hồ sơ {reference}', en: 'Application {reference}' },
  ofName: { vi: 'Hồ sơ của {name}', en: 'Application of {name}' },
  due: { vi: 'Hạn trả', en: 'Due' },
  law: {
    vi: '01 ngày làm việc kể từ khi nộp (NĐ 69/2024, Điều 13)',
    en: 'One working day from sending (Decree 69/2024, art. 13)',
  },
  sent: { vi: 'Nộp lúc {moment}', en: 'Sent {moment}' },
  doubts: { vi: 'Điểm cần xem', en: 'What to look at' },
  logged: {
    vi: 'Lần mở này đã được ghi lại. {name} sẽ thấy đơn vị bạn đã xem những gì, lúc nào.',
    en: 'This opening is logged. {name} will see what your office looked at, and when.',
  },
  back: { vi: 'Về hàng đợi', en: 'Back to the queue' },
  refuse: { vi: 'Từ chối', en: 'Refuse' },
  accept: { vi: 'Chấp nhận', en: 'Accept' },
  cannot: {
    vi: 'Không chấp nhận được khi cơ sở dữ liệu không có người này hoặc ghi đã mất.',
    en: 'It cannot be accepted while the register has no such person, or says that person has died.',
  },
  'is-accepted': { vi: 'Hồ sơ này đã được chấp nhận.', en: 'This application has been accepted.' },
  'is-refused': { vi: 'Hồ sơ này đã bị từ chối.', en: 'This application has been refused.' },
  accepted: { vi: 'Đã chấp nhận hồ sơ của {name}.', en: 'The application of {name} is accepted.' },
  refused: {
    vi: 'Đã từ chối hồ sơ của {name}. Người dân được báo lý do.',
    en: 'The application of {name} is refused. The person is told why.',
  },
  next: { vi: 'Đây là hồ sơ kế tiếp.', en: 'Here is the next one.' },
  zoom: { vi: 'phóng to ảnh', en: 'enlarge portraits' },
  last: { vi: 'Hàng đợi đã hết.', en: 'The queue is empty.' },
})

const keysOfCase = (): readonly KeyWords[] => [
  ['A', t('accept')],
  ['R', t('refuse')],
  ['Z', t('zoom')],
  ['Esc', t('back')],
]

const SidePanel = ({
  application: { dueAt, submittedAt, doubts, declared, state, history },
}: {
  application: Application
}) => (
  <div class="case-side">
    <Card title={t('due')} icon={clock}>
      <p class="case-due">
        <Due dueAt={dueAt} />
        <b>{dueMoment(dueAt)}</b>
      </p>
      <p class="quiet case-small">{t('law')}</p>
      <p class="quiet case-small">{t('sent', { moment: dateTimeVN(submittedAt) })}</p>
    </Card>
    {state === 'accepted' || state === 'refused' ? (
      <Notice isQuiet tone={state === 'accepted' ? 'ok' : 'warn'}>
        {t(`is-${state}`)}
      </Notice>
    ) : (
      <Card title={t('doubts')} icon={alert}>
        <ul class="doubt-list">
          {doubts.map((doubt) => (
            <li key={doubt} class={isGrave(doubt) ? 'is-grave' : ''}>
              <b>{doubtWords(doubt)}</b>
              <span>{doubtGuide(doubt)}</span>
            </li>
          ))}
        </ul>
      </Card>
    )}
    <CaseHistory history={history} />
    <Notice isQuiet icon={eye}>
      {t('logged', { name: declared.fullName })}
    </Notice>
  </div>
)

/** The decision, and the way to the next application. */
const decide = async (
  { reference, declared }: Application,
  verdict: 'accept' | 'refuse',
  reason?: RefusalReason,
  note?: string,
): Promise<void> => {
  const { state } = await orSignIn(
    deed<typeof DecideEnrolment>('enrolment.decide', {
      reference,
      verdict,
      reason,
      note: note || undefined,
    }),
  )
  const next = await nextAfter(reference).catch(() => null)
  toast(
    `${t(state === 'accepted' ? 'accepted' : 'refused', { name: declared.fullName })} ${next ? t('next') : t('last')}`,
  )
  navigate(next ? `/cases/${next}` : '/review', { replace: true })
}

const Foot = ({
  application,
  onBack,
  onRefuse,
  onAccept,
}: {
  application: Application
  onBack: () => void
  onRefuse: () => void
  onAccept: () => void
}) => {
  const isOpen = application.state === 'in-review' || application.state === 'submitted'
  const canAccept = application.register?.isAlive === true
  return (
    <>
      <Button kind="quiet" icon={arrowLeft} shortcut="Esc" onPress={onBack}>
        {t('back')}
      </Button>
      {isOpen && !canAccept && (
        <span class="quiet case-cannot" id="cannot">
          <Icon of={alert} size={18} />
          {t('cannot')}
        </span>
      )}
      {isOpen && (
        <Button kind="danger-quiet" shortcut="R" onPress={onRefuse}>
          {t('refuse')}
        </Button>
      )}
      {isOpen && (
        <Button
          kind="primary"
          shortcut="A"
          isDisabled={!canAccept}
          describedBy={canAccept ? undefined : 'cannot'}
          onPress={onAccept}
        >
          {t('accept')}
        </Button>
      )}
    </>
  )
}

const OpenCase = ({ application, onBack }: { application: Application; onBack: () => void }) => {
  const [asking, ask] = useState<'accept' | 'refuse' | null>(null)
  const accepting = usePress()
  useNow(30)
  const isOpen = application.state === 'in-review' || application.state === 'submitted'
  const accept = () => {
    if (isOpen && application.register?.isAlive) {
      accepting.clear()
      ask('accept')
    }
  }
  const refuse = () => {
    if (isOpen) {
      ask('refuse')
    }
  }
  useKeys({ a: accept, r: refuse, Escape: onBack })
  const dialog = { application, onClose: () => ask(null) }
  return (
    <CounterFrame
      title={t('title', { reference: application.reference })}
      keys={keysOfCase()}
      foot={<Foot application={application} onBack={onBack} onAccept={accept} onRefuse={refuse} />}
    >
      <PageHead
        title={t('ofName', { name: application.declared.fullName })}
        beside={<Pill tone="cham">{application.reference}</Pill>}
        end={<Due dueAt={application.dueAt} />}
      />
      <div class="case">
        <Comparison application={application} />
        <Portraits application={application} />
        <SidePanel application={application} />
      </div>
      <AcceptDialog
        {...dialog}
        isOpen={asking === 'accept'}
        deciding={accepting}
        onAccept={() => void accepting.press(() => decide(application, 'accept'))}
      />
      <RefuseDialog
        {...dialog}
        isOpen={asking === 'refuse'}
        onRefuse={(reason, note) => decide(application, 'refuse', reason, note)}
      />
    </CounterFrame>
  )
}

const CasePage = ({ params }: PageProps) => {
  const reference = params['reference'] ?? ''
  const { data, problem, reload } = useLoad(() =>
    orSignIn(view<typeof OpenApplication>('enrolment.case', { reference })),
  )
  const back = () => navigate('/review')
  useKeys(data ? {} : { Escape: back })
  if (data) {
    return <OpenCase application={data} onBack={back} />
  }
  const title = t('title', { reference })
  return <WaitingCase title={title} list="/review" problem={problem} onRetry={reload} />
}

export default CasePage
