// Where the dossier is: each step with whoever does it and when, the one it stands at first among them.
import './dossier.css'
import './dossiers.css'
import { Card } from '../../../ui/card.tsx'
import { dateTimeVN } from '../../../ui/format.ts'
import { alert, ban, check, clock, Icon, pause } from '../../../ui/icons.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import type { OwnDossier } from './clock-card.tsx'

type Step = OwnDossier['timeline'][number]

const t = phrases({
  title: { vi: 'Hồ sơ đang ở đâu', en: 'Where it is' },
  done: { vi: 'Đã xong', en: 'Done' },
  now: { vi: 'Đang ở đây', en: 'It is here' },
  paused: { vi: 'Đang dừng ở đây', en: 'Stands still here' },
  late: { vi: 'Quá hạn ở đây', en: 'Late here' },
  ahead: { vi: 'Sắp tới', en: 'To come' },
  ended: { vi: 'Kết thúc ở đây', en: 'Ended here' },
})
const looks = {
  done: { icon: check, mark: 'mark-done' },
  now: { icon: clock, mark: 'mark-now' },
  paused: { icon: pause, mark: 'mark-now' },
  late: { icon: alert, mark: 'mark-refused' },
  ahead: { icon: null, mark: 'mark-to-come' },
  ended: { icon: ban, mark: 'mark-refused' },
} as const

const isHere = ({ state }: Step): boolean => state === 'now' || state === 'paused' || state === 'late'

export const DossierTimeline = ({ steps }: { steps: readonly Step[] }) => (
  <Card title={t('title')}>
    <ol class="timeline dossier-steps">
      {steps.map((step, at) => {
        const { icon, mark } = looks[step.state]
        return (
          <li key={at} class={mark} aria-current={isHere(step) ? 'step' : undefined}>
            <i aria-hidden="true">{icon ? <Icon of={icon} size={16} /> : at + 1}</i>
            <span>
              <b>
                {inLanguage(step.words)}
                <span class="unseen">. {t(step.state)}</span>
              </b>
              <small>{inLanguage(step.by)}</small>
              {step.note && <small>{inLanguage(step.note)}</small>}
            </span>
            {step.at && <time dateTime={step.at}>{dateTimeVN(step.at)}</time>}
          </li>
        )
      })}
    </ol>
  </Card>
)
