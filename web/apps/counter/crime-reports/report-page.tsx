// One report of a crime: what was told, what both sides wrote, its end. Opening one that has a name leaves a
// line that the person sees, so the page reads once.
import './crime-reports.css'
import { useState } from 'preact/hooks'
import type { ViewCrimeReport } from '../../../../contract/crime-report.ts'
import { view } from '../../../client/call.ts'
import { useLoad } from '../../../client/press.ts'
import { crimeKindWords, crimeOutcomeWords } from '../../../kit/crime-words.ts'
import { Paragraphs } from '../../../kit/paragraphs.tsx'
import { useStep } from '../../../ui/attention.tsx'
import { Button } from '../../../ui/button.tsx'
import { useNow } from '../../../ui/clock.ts'
import { PageHead } from '../../../ui/console-frame.tsx'
import { arrowLeft, clock, person, share } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { navigate, type PageProps } from '../../../ui/router.tsx'
import { toast } from '../../../ui/toast.tsx'
import { WaitingCase } from '../case/waiting-case.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { Due } from '../shell/due.tsx'
import { useKeys } from '../shell/keys.ts'
import { officer, orSignIn } from '../shell/officer.ts'
import { AskCard } from './ask-card.tsx'
import { closingOf } from './closing.ts'
import { ExtendDialog, ForwardDialog } from './move-dialogs.tsx'
import { NameDialog } from './name-dialog.tsx'
import { SettleCard } from './settle-card.tsx'
import { ToldCard } from './told-card.tsx'
import type { CrimeCase } from './crime-case.ts'

const t = phrases({
  title: { vi: 'Tin báo tội phạm', en: 'Report of a crime' },
  back: { vi: 'Về danh sách', en: 'Back to the list' },
  forward: { vi: 'Chuyển cơ quan khác', en: 'Hand over to another office' },
  extend: { vi: 'Kéo dài thời hạn', en: 'Take longer' },
  name: { vi: 'Xem ai báo tin', en: 'See who reported' },
  moved: { vi: 'Đã chuyển đến {office}.', en: 'Handed over to {office}.' },
  forwarded: { vi: 'Cơ quan khác đã chuyển đến', en: 'Handed over by another office' },
  forwardedMore: {
    vi: '{reason} Tin báo đã chuyển một lần, đơn vị này giải quyết.',
    en: '{reason} It was handed over once, and is settled here.',
  },
  extended: { vi: 'Đã kéo dài thời hạn', en: 'It takes longer' },
})

type Open = 'forward' | 'extend' | 'name' | null
const toList = () => navigate('/crime-reports')

const Foot = ({ found, onOpen }: { found: CrimeCase; onOpen: (what: Open) => void }) => {
  const mayName = officer.use()?.tasks.includes('crime-report.name') === true
  const isOpen = found.state === 'open'
  return (
    <>
      <Button kind="quiet" icon={arrowLeft} shortcut="Esc" onPress={toList}>
        {t('back')}
      </Button>
      {isOpen && !found.forwarded && (
        <Button kind="quiet" icon={share} onPress={() => onOpen('forward')}>
          {t('forward')}
        </Button>
      )}
      {found.mayExtend && (
        <Button kind="quiet" icon={clock} onPress={() => onOpen('extend')}>
          {t('extend')}
        </Button>
      )}
      {found.by === 'named' && mayName && (
        <Button kind="quiet" icon={person} onPress={() => onOpen('name')}>
          {t('name')}
        </Button>
      )}
    </>
  )
}

const Standing = ({ found }: { found: CrimeCase }) => (
  <>
    {found.forwarded && (
      <Notice isQuiet icon={share} title={t('forwarded')}>
        {t('forwardedMore', { reason: found.forwarded.reason })}
      </Notice>
    )}
    {found.extended && (
      <Notice isQuiet icon={clock} title={t('extended')}>
        {found.extended.reason}
      </Notice>
    )}
    {found.settled && (
      <Notice isQuiet tone="ok" title={crimeOutcomeWords(found.settled.outcome)}>
        <Paragraphs text={found.settled.reason} />
      </Notice>
    )}
  </>
)

const OpenReport = ({ read }: { read: CrimeCase }) => {
  const [found, setFound] = useState(read)
  const [open, setOpen] = useState<Open>(null)
  useNow(30)
  useStep(found.state)
  useKeys(open === null ? { Escape: toList } : {})
  const close = () => setOpen(null)
  const done = (after: CrimeCase) => {
    setFound(after)
    close()
  }
  return (
    <CounterFrame
      title={t('title')}
      keys={[['Esc', t('back')]]}
      foot={<Foot found={found} onOpen={setOpen} />}
    >
      <PageHead
        title={crimeKindWords(found.kind)}
        beside={<Pill tone="cham">{found.reference}</Pill>}
        end={found.state === 'open' && <Due dueAt={closingOf(found.dueOn)} />}
      />
      <Standing found={found} />
      <div class="crime-columns">
        <div class="stack">
          <ToldCard found={found} />
          <AskCard found={found} onDone={setFound} />
        </div>
        {found.state === 'open' && <SettleCard found={found} onDone={setFound} />}
      </div>
      {open === 'forward' && (
        <ForwardDialog
          id={found.id}
          onClose={close}
          onDone={(office) => {
            toast(t('moved', { office }))
            toList()
          }}
        />
      )}
      {open === 'extend' && <ExtendDialog id={found.id} onClose={close} onDone={done} />}
      {open === 'name' && <NameDialog id={found.id} onClose={close} />}
    </CounterFrame>
  )
}

const ReportPage = ({ params }: PageProps) => {
  const { data, problem, reload } = useLoad(() =>
    orSignIn(view<typeof ViewCrimeReport>('crime-report.view', { id: params['report'] ?? '' })),
  )
  return data ? (
    <OpenReport read={data} />
  ) : (
    <WaitingCase title={t('title')} list="/crime-reports" problem={problem} onRetry={reload} />
  )
}

export default ReportPage
