// One application: declared beside register, two portraits, the doubts with guidance, a decision. Opening it
// leaves a line that its
// person sees, so the page reads once and never by itself again.
import './review.css'
import { useState } from 'preact/hooks'
import type { AskPortrait, DecideEnrolment, OpenApplication } from '../../../../contract/enrolment.ts'
import { deed, view } from '../../../client/call.ts'
import { useLoad, usePress, type Press } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { useNow } from '../../../ui/clock.ts'
import { PageHead } from '../../../ui/console-frame.tsx'
import { alert, arrowLeft, camera, Icon, pause } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { navigate, type PageProps } from '../../../ui/router.tsx'
import { toast } from '../../../ui/toast.tsx'
import { awaitedOf, isAcceptable, isBeforeOfficer, type Application } from './application.ts'
import { AskDialog } from './ask-dialog.tsx'
import { Comparison } from './comparison.tsx'
import { WaitingCase } from '../case/waiting-case.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import type { KeyWords } from '../shell/key-sheet.tsx'
import { AcceptDialog, RefuseDialog } from './decide-dialogs.tsx'
import type { RefusalReason } from './doubts.ts'
import type { PortraitFault } from './portrait-faults.ts'
import { SidePanel } from './side-panel.tsx'
import { Due } from '../shell/due.tsx'
import { useKeys } from '../shell/keys.ts'
import { orSignIn } from '../shell/officer.ts'
import { Portraits } from './portraits.tsx'
import { nextAfter } from './queue.ts'

const t = phrases({
  title: { vi: 'Hồ sơ {reference}', en: 'Application {reference}' },
  ofName: { vi: 'Hồ sơ của {name}', en: 'Application of {name}' },
  back: { vi: 'Về hàng đợi', en: 'Back to the queue' },
  refuse: { vi: 'Từ chối', en: 'Refuse' },
  accept: { vi: 'Chấp nhận', en: 'Accept' },
  cannot: {
    vi: 'Không chấp nhận được khi cơ sở dữ liệu không có người này hoặc ghi đã mất.',
    en: 'It cannot be accepted while the register has no such person, or says that person has died.',
  },
  notCompared: {
    vi: 'Ảnh mới chưa so xong với cơ sở dữ liệu. Mở lại đơn sau ít phút.',
    en: 'The new portrait is not compared with the register yet. Open the application again in a few minutes.',
  },
  accepted: { vi: 'Đã chấp nhận hồ sơ của {name}.', en: 'The application of {name} is accepted.' },
  refused: {
    vi: 'Đã từ chối hồ sơ của {name}. Người dân được báo lý do.',
    en: 'The application of {name} is refused. The person is told why.',
  },
  waits: { vi: 'Chờ người nộp', en: 'Waits for the applicant' },
  askAnother: { vi: 'Yêu cầu ảnh khác', en: 'Ask for another portrait' },
  asked: {
    vi: 'Đã yêu cầu {name} gửi ảnh khác. Thời hạn xử lý tạm dừng.',
    en: '{name} is asked for another portrait. The time to decide stands still.',
  },
  next: { vi: 'Đây là hồ sơ kế tiếp.', en: 'Here is the next one.' },
  zoom: { vi: 'phóng to ảnh', en: 'enlarge portraits' },
  last: { vi: 'Hàng đợi đã hết.', en: 'The queue is empty.' },
})

const keysOfCase = (): readonly KeyWords[] => [
  ['A', t('accept')],
  ['R', t('refuse')],
  ['P', t('askAnother')],
  ['Z', t('zoom')],
  ['Esc', t('back')],
]

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
  await goOn(reference, t(state === 'accepted' ? 'accepted' : 'refused', { name: declared.fullName }))
}

const askForAnother = async (
  { reference, declared }: Application,
  fault: PortraitFault,
  note: string,
): Promise<void> => {
  await orSignIn(
    deed<typeof AskPortrait>('enrolment.ask-portrait', { reference, fault, note: note || undefined }),
  )
  await goOn(reference, t('asked', { name: declared.fullName }))
}

/** What was done is said over the next application. */
const goOn = async (reference: string, done: string): Promise<void> => {
  const next = await nextAfter(reference).catch(() => null)
  toast(`${done} ${next ? t('next') : t('last')}`)
  navigate(next ? `/cases/${next}` : '/review', { replace: true })
}

const Foot = ({
  application,
  onBack,
  onRefuse,
  onAsk,
  onAccept,
}: {
  application: Application
  onBack: () => void
  onRefuse: () => void
  onAsk: () => void
  onAccept: () => void
}) => {
  const isOpen = isBeforeOfficer(application)
  const canAccept = isAcceptable(application)
  return (
    <>
      <Button kind="quiet" icon={arrowLeft} shortcut="Esc" onPress={onBack}>
        {t('back')}
      </Button>
      {isOpen && !canAccept && (
        <span class="quiet case-cannot" id="cannot">
          <Icon of={alert} size={18} />
          {t(application.isPortraitCompared ? 'cannot' : 'notCompared')}
        </span>
      )}
      {isOpen && (
        <Button kind="danger-quiet" shortcut="R" onPress={onRefuse}>
          {t('refuse')}
        </Button>
      )}
      {application.mayAsk && (
        <Button icon={camera} shortcut="P" onPress={onAsk}>
          {t('askAnother')}
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

type Asking = 'accept' | 'refuse' | 'another' | null

const Dialogs = ({
  application,
  asking,
  accepting,
  onClose,
}: {
  application: Application
  asking: Asking
  accepting: Press
  onClose: () => void
}) => {
  const dialog = { application, onClose }
  return (
    <>
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
      <AskDialog
        {...dialog}
        isOpen={asking === 'another'}
        onAsk={(fault, note) => askForAnother(application, fault, note)}
      />
    </>
  )
}

const OpenCase = ({ application, onBack }: { application: Application; onBack: () => void }) => {
  const [asking, ask] = useState<Asking>(null)
  const accepting = usePress()
  useNow(30)
  const isOpen = isBeforeOfficer(application)
  const accept = () => {
    if (isOpen && isAcceptable(application)) {
      accepting.clear()
      ask('accept')
    }
  }
  const refuse = () => {
    if (isOpen) {
      ask('refuse')
    }
  }
  const askForPortrait = () => {
    if (application.mayAsk) {
      ask('another')
    }
  }
  useKeys({ a: accept, r: refuse, p: askForPortrait, Escape: onBack })
  return (
    <CounterFrame
      title={t('title', { reference: application.reference })}
      keys={keysOfCase()}
      foot={
        <Foot
          application={application}
          onBack={onBack}
          onAccept={accept}
          onRefuse={refuse}
          onAsk={askForPortrait}
        />
      }
    >
      <PageHead
        title={t('ofName', { name: application.declared.fullName })}
        beside={<Pill tone="cham">{application.reference}</Pill>}
        end={
          awaitedOf(application) ? <Pill icon={pause}>{t('waits')}</Pill> : <Due dueAt={application.dueAt} />
        }
      />
      <div class="case">
        <Comparison application={application} />
        <Portraits application={application} />
        <SidePanel application={application} />
      </div>
      <Dialogs application={application} asking={asking} accepting={accepting} onClose={() => ask(null)} />
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
