// One case of differing data: who says what, side by side with the register as it stands now; what was done;
// what can be done next. Opening it
// leaves a line that its person sees, so the page reads once.
import './discrepancies.css'
import { useState } from 'preact/hooks'
import type { ViewDiscrepancy } from '../../../../contract/discrepancy.ts'
import { view } from '../../../client/call.ts'
import { useLoad } from '../../../client/press.ts'
import { fieldWords, stateTones, stateWords } from '../../../kit/mismatch-words.ts'
import { useStep } from '../../../ui/attention.tsx'
import { Button } from '../../../ui/button.tsx'
import { useNow } from '../../../ui/clock.ts'
import { PageHead } from '../../../ui/console-frame.tsx'
import { arrowLeft, pencil, shield } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { navigate, type PageProps } from '../../../ui/router.tsx'
import { toast } from '../../../ui/toast.tsx'
import { WaitingCase } from '../case/waiting-case.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { Due } from '../shell/due.tsx'
import { useKeys } from '../shell/keys.ts'
import { orSignIn } from '../shell/officer.ts'
import { ActDialog } from './act-dialog.tsx'
import { actWords } from './act-words.ts'
import { Course, Ended, Proposal, Side, Values } from './case-parts.tsx'
import { actsOf, type Act, type MismatchCase } from './mismatch-case.ts'

const t = phrases({
  plain: { vi: 'Hồ sơ sai lệch', en: 'Mismatch case' },
  of: { vi: 'Sai lệch: {field}', en: 'Mismatch: {field}' },
  back: { vi: 'Về danh sách', en: 'Back to the list' },
  'done-note': { vi: 'Đã ghi chú.', en: 'Noted.' },
  'done-ask': {
    vi: 'Đã ghi câu hỏi. Hạn trả vẫn chạy.',
    en: 'The question is on record. The due date runs on.',
  },
  'done-propose': {
    vi: 'Đã đề xuất. Chờ một cán bộ khác xác nhận.',
    en: 'Proposed. Another officer must confirm.',
  },
  'done-refuse': { vi: 'Đã từ chối. Người dân được báo lý do.', en: 'Refused. The person is told why.' },
  'done-confirm': {
    vi: 'Hồ sơ đã giải quyết. Người dân được báo.',
    en: 'The case is settled. The person is told.',
  },
  'done-send-back': { vi: 'Đã gửi trả để xem lại.', en: 'Sent back.' },
})

const letters: Readonly<Record<Act, string>> = {
  note: 'N',
  ask: 'H',
  propose: 'P',
  refuse: 'R',
  confirm: 'C',
  'send-back': 'B',
}
const icons: Readonly<Partial<Record<Act, string>>> = { note: pencil, confirm: shield }

const kindOf = (act: Act, isLast: boolean) =>
  act === 'refuse' ? 'danger-quiet' : isLast && act !== 'ask' ? 'primary' : 'secondary'

const Foot = ({
  acts,
  onAct,
  onBack,
}: {
  acts: readonly Act[]
  onAct: (act: Act) => void
  onBack: () => void
}) => (
  <>
    <Button kind="quiet" icon={arrowLeft} shortcut="Esc" onPress={onBack}>
      {t('back')}
    </Button>
    {acts.map((act, i) => (
      <Button
        key={act}
        kind={kindOf(act, i === acts.length - 1)}
        icon={icons[act]}
        shortcut={letters[act]}
        onPress={() => onAct(act)}
      >
        {actWords(act)}
      </Button>
    ))}
  </>
)

const toList = () => navigate('/discrepancies')

const OpenCase = ({ read }: { read: MismatchCase }) => {
  const [found, setFound] = useState(read)
  const [asking, ask] = useState<Act | null>(null)
  useNow(30)
  useStep(found.state)
  const acts = actsOf(found)
  useKeys({
    Escape: toList,
    ...Object.fromEntries(acts.map((act) => [letters[act].toLowerCase(), () => ask(act)])),
  })
  const title = t('of', { field: fieldWords(found.field) })
  return (
    <CounterFrame
      title={title}
      keys={[...acts.map((act) => [letters[act], actWords(act)] as const), ['Esc', t('back')]]}
      foot={<Foot acts={acts} onAct={ask} onBack={toList} />}
    >
      <PageHead
        title={title}
        beside={
          <>
            <Pill tone="cham">{found.reference}</Pill>
            <Pill tone={stateTones[found.state]}>{stateWords(found.state)}</Pill>
          </>
        }
        end={!found.endedAt && <Due dueAt={found.dueAt} />}
      />
      <div class="mismatch">
        <div class="stack">
          <Ended found={found} />
          <Values found={found} />
          <Proposal found={found} />
          <Course found={found} />
        </div>
        <Side found={found} />
      </div>
      <ActDialog
        found={found}
        act={asking}
        onClose={() => ask(null)}
        onDone={(after, act) => {
          setFound(after)
          ask(null)
          toast(t(`done-${act}`))
        }}
      />
    </CounterFrame>
  )
}

const DiscrepancyPage = ({ params }: PageProps) => {
  const { data, problem, reload } = useLoad(() =>
    orSignIn(view<typeof ViewDiscrepancy>('discrepancy.view', { id: params['id'] ?? '' })),
  )
  if (data) {
    return <OpenCase read={data} />
  }
  return <WaitingCase title={t('plain')} list="/discrepancies" problem={problem} onRetry={reload} />
}

export default DiscrepancyPage
