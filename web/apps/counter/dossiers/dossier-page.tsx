// One dossier at its office. Opening it leaves a line that its person sees, so the page reads once.
import './dossiers.css'
import type { ComponentChildren } from 'preact'
import type { OpenDossier } from '../../../../contract/dossier-work.ts'
import { view } from '../../../client/call.ts'
import { useLoad } from '../../../client/press.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo, usePlace, type PageProps } from '../../../ui/router.tsx'
import { Skeleton } from '../../../ui/waiting.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import { listOfPath, listOfState, type DossierList } from './dossier.ts'
import { useList } from './lists.ts'
import { OpenedDossier } from './opened-dossier.tsx'
import { Rail } from './rail.tsx'

const t = phrases({
  plain: { vi: 'Hồ sơ dịch vụ công', en: 'Dossier of a public service' },
  back: { vi: 'Về danh sách', en: 'Back to the list' },
})

const RailAlone = ({ which }: { which: DossierList }) => <Rail which={which} pages={useList(which)} />

/** The list stays where it is while the dossier beside it is read. */
const ComingDossier = ({ which, children }: { which: DossierList | null; children: ComponentChildren }) => (
  <CounterFrame title={t('plain')}>
    <div class="dos-desk">
      {which && <RailAlone which={which} />}
      <div class="dos-main">
        <h1 class="unseen">{t('plain')}</h1>
        {children}
      </div>
    </div>
  </CounterFrame>
)

const DossierPage = ({ params }: PageProps) => {
  const { path } = usePlace()
  const reference = params['reference'] ?? ''
  const { data, problem, reload } = useLoad(() =>
    orSignIn(view<typeof OpenDossier>('dossiers.open', { reference })),
  )
  const named = listOfPath(path)
  if (data) {
    return <OpenedDossier read={data} which={named ?? listOfState(data.state)} />
  }
  const back = problem?.isOfNetwork ? undefined : (
    <LinkButton size="small" href={hrefTo(`/dossiers/${named ?? 'work'}`)}>
      {t('back')}
    </LinkButton>
  )
  return (
    <ComingDossier which={named}>
      {problem ? <Refusal problem={problem} onRetry={reload} action={back} /> : <Skeleton lines={6} />}
    </ComingDossier>
  )
}

export default DossierPage
