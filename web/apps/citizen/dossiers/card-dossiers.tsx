// Applications for an identity card: the citizen's own as timelines with their legal clock, and any by its
// reference, which names nobody.
import { useState } from 'preact/hooks'
import type { TrackCard, ViewOwnCards } from '../../../../contract/card-tracking.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { deed, view } from '../../../client/call.ts'
import { trackCard } from '../../../client/form-rules.ts'
import { rememberOfPerson, rememberedOfPerson } from '../../../client/of-person.ts'
import { useLoad } from '../../../client/press.ts'
import { FormProblems, useForm } from '../../../kit/form.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Field } from '../../../ui/field.tsx'
import { dateTimeVN, dayVN } from '../../../ui/format.ts'
import { card, check, clock, close, Icon, search } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'

const t = phrases({
  'first-issue': { vi: 'Cấp thẻ căn cước lần đầu', en: 'First identity card' },
  exchange: { vi: 'Cấp đổi thẻ căn cước', en: 'Exchange of the identity card' },
  're-issue': { vi: 'Cấp lại thẻ căn cước', en: 'Re-issue of the identity card' },
  opened: { vi: 'Mở tại {office}', en: 'Opened at {office}' },
  sent: { vi: 'Đã gửi', en: 'Sent' },
  decision: { vi: 'Quyết định', en: 'Decision' },
  second: { vi: 'Cán bộ thứ hai xem', en: 'A second officer looks' },
  accepted: { vi: 'Được chấp nhận', en: 'Accepted' },
  refused: { vi: 'Chưa được chấp nhận', en: 'Not accepted' },
  lapsed: { vi: 'Tự kết thúc vì không ai làm tiếp', en: 'Ended by itself: nobody went on with it' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
  print: { vi: 'In thẻ', en: 'Printing' },
  printed: { vi: 'Đã in', en: 'Printed' },
  waits: { vi: 'Chờ hồ sơ sai lệch kết thúc rồi mới in', en: 'Printed when the mismatch case has ended' },
  ready: { vi: 'Thẻ đã về quầy, mời bạn tự đến nhận', en: 'At the counter: come for it yourself' },
  atCounter: { vi: 'Thẻ đã về quầy', en: 'Came to the counter' },
  toReady: { vi: 'Về quầy', en: 'At the counter' },
  handed: { vi: 'Đã nhận thẻ', en: 'Received' },
  hand: { vi: 'Nhận thẻ', en: 'Received' },
  due: { vi: 'hạn {day}', en: 'due {day}' },
  account: {
    vi: 'Tài khoản mức 2 được cấp lúc bạn nhận thẻ.',
    en: 'The level-2 account is issued as you receive the card.',
  },
  overdue: {
    vi: 'Hồ sơ đã quá hạn {day}. Xin lỗi bạn; {office} đang phụ trách, bạn có thể hỏi hoặc phản ánh tại đó.',
    en: 'This is past its due day, {day}. We are sorry; {office} is in charge, and you can ask or complain there.',
  },
  track: { vi: 'Theo dõi hồ sơ thẻ căn cước', en: 'Follow a card application' },
  trackWhy: {
    vi: 'Chưa có tài khoản vẫn xem được, bằng mã trong tin nhắn.',
    en: 'Works without an account, by the reference in the message.',
  },
  reference: { vi: 'Mã hồ sơ', en: 'Reference' },
  referenceHint: { vi: 'Ví dụ SEN-7K2M-9QXA-C', en: 'Such as SEN-7K2M-9QXA-C' },
  see: { vi: 'Xem hồ sơ', en: 'See the dossier' },
})

export type Tracked = OutputOf<typeof TrackCard>
type Mark = { state: 'done' | 'now' | 'to-come' | 'refused'; title: string; detail?: string }
const at = (moment: string | null): string | undefined => (moment ? dateTimeVN(moment) : undefined)

const decisionMark = (dossier: Tracked): Mark => {
  const { state, decidedAt, dueAt } = dossier
  if (state === 'refused' || state === 'withdrawn') {
    return { state: 'refused', title: t(dossier.hasLapsed ? 'lapsed' : state), detail: at(decidedAt) }
  }
  if (state === 'open') {
    return { state: 'to-come', title: t('decision'), detail: t('due', { day: dayVN(dueAt) }) }
  }
  return state === 'waiting-second'
    ? { state: 'now', title: t('second'), detail: t('due', { day: dayVN(dueAt) }) }
    : { state: 'done', title: t('accepted'), detail: at(decidedAt) }
}

const marksOf = (dossier: Tracked): Mark[] => {
  const { state, dueAt } = dossier
  const isDecided = ['accepted', 'printed', 'ready', 'handed-over'].includes(state)
  const begun: Mark[] = [
    {
      state: state === 'open' ? 'now' : 'done',
      title: t('opened', { office: dossier.office }),
      detail: at(dossier.openedAt),
    },
    ...(dossier.submittedAt
      ? [{ state: 'done', title: t('sent'), detail: at(dossier.submittedAt) } as const]
      : []),
    decisionMark(dossier),
  ]
  if (state === 'refused' || state === 'withdrawn') {
    return begun
  }
  const due = t('due', { day: dayVN(dueAt) })
  return [
    ...begun,
    dossier.printedAt
      ? { state: 'done', title: t('printed'), detail: at(dossier.printedAt) }
      : {
          state: isDecided ? 'now' : 'to-come',
          title: t(dossier.waitsForChanges ? 'waits' : 'print'),
          detail: isDecided ? due : undefined,
        },
    dossier.readyAt
      ? {
          state: state === 'ready' ? 'now' : 'done',
          title: t(state === 'ready' ? 'ready' : 'atCounter'),
          detail: at(dossier.readyAt),
        }
      : {
          state: state === 'printed' ? 'now' : 'to-come',
          title: t('toReady'),
          detail: state === 'printed' ? due : undefined,
        },
    dossier.handedOverAt
      ? { state: 'done', title: t('handed'), detail: at(dossier.handedOverAt) }
      : { state: 'to-come', title: t('hand') },
  ]
}

const signs = { done: check, now: clock, 'to-come': clock, refused: close } as const

export const CardTimeline = ({ dossier }: { dossier: Tracked }) => (
  <Card title={t(dossier.kind)} icon={card} aside={<Pill tone="neutral">{dossier.reference}</Pill>}>
    {dossier.isOverdue && (
      <Notice isQuiet tone="warn">
        {t('overdue', { day: dayVN(dossier.dueAt), office: dossier.office })}
      </Notice>
    )}
    <ol class="timeline">
      {marksOf(dossier).map(({ state, title, detail }) => (
        <li key={title} class={`mark-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
          <i aria-hidden="true">
            <Icon of={signs[state]} size={16} />
          </i>
          <span>
            <b>{title}</b>
            {detail && <small>{detail}</small>}
          </span>
        </li>
      ))}
    </ol>
    {dossier.withAccount && dossier.state !== 'handed-over' && dossier.state !== 'refused' && (
      <p class="quiet">{t('account')}</p>
    )}
  </Card>
)

/** Of the citizen who is signed in; none while she is not, or while the line is down. */
export const readOwnCards = async (isOpen: boolean): Promise<readonly Tracked[]> =>
  isOpen ? (await view<typeof ViewOwnCards>('card.own', {})).items : []

const PLACE = 'card-reference'

const sentOf = (reference: string): string => reference.trim().toUpperCase()

/** The last one that was found is looked up again as the page opens. */
const useTracking = () => {
  const [found, setFound] = useState<Tracked | null>(null)
  const form = useForm({
    rules: trackCard,
    start: { reference: rememberedOfPerson(PLACE) ?? '' },
    ids: { reference: 'card-reference' },
    asSent: ({ reference }) => ({ reference: sentOf(reference) }),
  })
  const reference = sentOf(form.values.reference)
  const look = async () => setFound(await deed<typeof TrackCard>('card.track', { reference }))
  useLoad(async () => {
    if (reference) {
      await look()
    }
    return true
  })
  const go = () =>
    void form.send(async () => {
      setFound(null)
      await look()
      rememberOfPerson(PLACE, reference)
    })
  return { found, form, go }
}

export const TrackByReference = ({ own }: { own: readonly Tracked[] }) => {
  const { found, form, go } = useTracking()
  return (
    <>
      {found && !own.some((one) => one.reference === found.reference) && <CardTimeline dossier={found} />}
      <Card title={t('track')} icon={search}>
        <form
          class="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            go()
          }}
        >
          <p>{t('trackWhy')}</p>
          <FormProblems form={form} onRetry={go} />
          <Field {...form.of('reference')} label={t('reference')} hint={t('referenceHint')} maxLength={24} />
          <Button type="submit" isBusy={form.sending.isBusy}>
            {t('see')}
          </Button>
        </form>
      </Card>
    </>
  )
}
