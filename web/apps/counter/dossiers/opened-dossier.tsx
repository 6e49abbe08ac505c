// An open dossier with the list beside it: what decides it in the middle, the clock, what must be looked at
// and what can be done at its right.
import './dossiers.css'
import { useStep } from '../../../ui/attention.tsx'
import { Button } from '../../../ui/button.tsx'
import { arrowLeft } from '../../../ui/icons.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { toast } from '../../../ui/toast.tsx'
import { CaseHistory } from '../case/case-course.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { Refusal } from '../shell/refusal.tsx'
import { ActDialog } from './act-dialog.tsx'
import { ActPanel } from './act-panel.tsx'
import { doneWords } from './act-words.ts'
import { AnswersCard } from './answers-card.tsx'
import { ChecklistCard } from './checklist-card.tsx'
import { ClockCard } from './clock-card.tsx'
import { DossierHead, DossierNotes, ResultNote } from './dossier-head.tsx'
import type { Dossier, DossierList } from './dossier.ts'
import { JudgmentsCard } from './judgments-card.tsx'
import { useList } from './lists.ts'
import { MoveDialog } from './move-dialog.tsx'
import { PaperConsentDialog } from './paper-consent-dialog.tsx'
import { PapersCard, SupplementCard } from './papers-card.tsx'
import { ConsentsCard, WhoSeesCard } from './people-card.tsx'
import { Rail } from './rail.tsx'
import { SupplementDraft } from './supplement-draft.tsx'
import { useDeeds, useDossierKeys, type Deeds } from './use-deeds.ts'

const t = phrases({ back: { vi: 'Về danh sách', en: 'Back to the list' } })

const Middle = ({ deeds }: { deeds: Deeds }) => {
  const { dossier } = deeds
  return (
    <div class="dos-main" data-step>
      <DossierHead dossier={dossier} />
      <DossierNotes dossier={dossier} />
      <JudgmentsCard deeds={deeds} />
      <AnswersCard answers={dossier.answers} isWhole={deeds.isWhole} onWhole={deeds.showWhole} />
      {deeds.asking === 'ask' && (
        <SupplementDraft
          dossier={dossier}
          onClose={() => deeds.ask(null)}
          onDone={(after) => deeds.done(after, 'ask')}
        />
      )}
      <SupplementCard dossier={dossier} />
      <div class="dos-pair">
        <PapersCard dossier={dossier} />
        <ConsentsCard
          dossier={dossier}
          onPaper={dossier.state === 'awaiting-consents' ? deeds.notePaper : null}
        />
      </div>
    </div>
  )
}

const Side = ({ deeds }: { deeds: Deeds }) => (
  <div class="dos-side">
    <ClockCard dossier={deeds.dossier} />
    <ChecklistCard
      checklist={deeds.dossier.checklist}
      mayTick={deeds.mayTick}
      problem={deeds.ticking.problem}
      onTick={deeds.tick}
    />
    <Refusal problem={deeds.pressing.problem} />
    <ActPanel
      dossier={deeds.dossier}
      acts={deeds.acts}
      busy={deeds.pressing.isBusy ? 'receive' : null}
      onAct={deeds.begin}
    />
    <ResultNote dossier={deeds.dossier} />
  </div>
)

/** What decides nothing any more stands last, also on a phone. */
const Aftermath = ({ dossier }: { dossier: Dossier }) => (
  <div class="dos-after">
    <CaseHistory history={dossier.history} />
    <WhoSeesCard dossier={dossier} />
  </div>
)

const Questions = ({ deeds }: { deeds: Deeds }) => {
  const { asking, dossier, ask } = deeds
  return (
    <>
      <ActDialog
        act={asking === 'ask' || asking === 'move' ? null : asking}
        dossier={dossier}
        seen={deeds.said?.seen}
        onClose={() => ask(null)}
        onDone={deeds.done}
      />
      <MoveDialog
        isOpen={asking === 'move'}
        reference={dossier.reference}
        onClose={() => ask(null)}
        onMoved={(office) => {
          toast(doneWords('move', { office }))
          deeds.toList()
        }}
      />
      <PaperConsentDialog
        consent={deeds.paperOf}
        reference={dossier.reference}
        onClose={() => deeds.notePaper(null)}
        onDone={(after) => deeds.done(after, 'consent')}
      />
    </>
  )
}

export const OpenedDossier = ({ read, which }: { read: Dossier; which: DossierList }) => {
  const deeds = useDeeds(read, which)
  const pages = useList(which)
  const keys = useDossierKeys(deeds)
  useStep(deeds.dossier.state)
  return (
    <CounterFrame title={inLanguage(deeds.dossier.title)} keys={keys}>
      <p class="dos-back">
        <Button kind="quiet" size="small" icon={arrowLeft} onPress={deeds.toList}>
          {t('back')}
        </Button>
      </p>
      <div class="dos-desk">
        <Rail which={which} pages={pages} open={deeds.dossier.reference} />
        <Middle deeds={deeds} />
        <Side deeds={deeds} />
        <Aftermath dossier={deeds.dossier} />
      </div>
      <Questions deeds={deeds} />
    </CounterFrame>
  )
}
