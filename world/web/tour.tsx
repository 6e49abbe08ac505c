// The tour: six steps, each checked off by what really happened in the system, never by a press on the list.
import { Status } from '../../web/ui/attention.tsx'
import { Button } from '../../web/ui/button.tsx'
import { Card } from '../../web/ui/card.tsx'
import { timeVN } from '../../web/ui/format.ts'
import { check, chevronRight, Icon, play } from '../../web/ui/icons.tsx'
import { Notice } from '../../web/ui/notice.tsx'
import { Pill } from '../../web/ui/pill.tsx'
import { phrases } from '../../web/ui/phrases.ts'
import { Skeleton } from '../../web/ui/waiting.tsx'
import { said, type TourStep } from './world.ts'

const t = phrases({
  title: { vi: 'Lộ trình 5 phút', en: 'The tour in 5 minutes' },
  count: { vi: '{done}/{all} bước đã xong', en: '{done} of {all} done' },
  done: { vi: 'Đã xong', en: 'Done' },
  phone: { vi: 'Mở điện thoại', en: 'Open the phone' },
  portal: { vi: 'Mở cổng', en: 'Open the portal' },
  counter: { vi: 'Mở quầy', en: 'Open the counter' },
  self: { vi: 'Xem ở đây', en: 'See it here' },
  all: { vi: 'Bạn đã đi hết lộ trình.', en: 'You have walked the whole tour.' },
  free: {
    vi: 'Giờ hãy thử theo cách của bạn, hoặc đặt lại thế giới để làm từ đầu.',
    en: 'Now try it your own way, or reset the world and begin again.',
  },
})

const Step = ({
  step,
  number,
  isNext,
  onGo,
}: {
  step: TourStep
  number: number
  isNext: boolean
  onGo: (step: TourStep) => void
}) => {
  const title = said(step.title)
  return (
    <li class={step.done ? 'is-done' : isNext ? 'is-next' : ''} aria-current={isNext ? 'step' : undefined}>
      <i aria-hidden="true">{step.done ? <Icon of={check} size={18} /> : number}</i>
      <div>
        <b>{title}</b>
        {step.done && <span class="unseen">, {t('done')}</span>}
        <small>{said(step.hint)}</small>
      </div>
      {step.done && step.done_at && <time dateTime={step.done_at}>{timeVN(step.done_at)}</time>}
      <Button
        size="small"
        kind={isNext ? 'primary' : 'quiet'}
        iconEnd={isNext ? chevronRight : undefined}
        label={`${t(step.frame)}: ${title}`}
        onPress={() => onGo(step)}
      >
        {t(step.frame)}
      </Button>
    </li>
  )
}

export const Tour = ({
  steps,
  onGo,
}: {
  steps: readonly TourStep[] | null
  onGo: (step: TourStep) => void
}) => {
  const done = steps?.filter((step) => step.done).length ?? 0
  const next = steps?.find((step) => !step.done)
  return (
    <Card
      title={t('title')}
      icon={play}
      class="tour"
      aside={
        steps && (
          <Pill tone={next ? 'jade' : 'ok'}>
            <Status as="span">{t('count', { done, all: steps.length })}</Status>
          </Pill>
        )
      }
    >
      {!steps && <Skeleton lines={6} />}
      {steps && (
        <ol>
          {steps.map((step, i) => (
            <Step key={step.id} step={step} number={i + 1} isNext={step === next} onGo={onGo} />
          ))}
        </ol>
      )}
      {steps && !next && (
        <Notice tone="ok" title={t('all')}>
          {t('free')}
        </Notice>
      )}
    </Card>
  )
}
