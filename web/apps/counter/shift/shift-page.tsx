// The beginning of a shift: at which office, among those of her mandates in force, and at which desk she
// works today.
import { useState } from 'preact/hooks'
import type { ChooseDesk, ViewShift } from '../../../../contract/counter.ts'
import { deed, view } from '../../../client/call.ts'
import { useLoad, usePress } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { dateVN } from '../../../ui/format.ts'
import { check, pin } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { RadioCards } from '../../../ui/radio-cards.tsx'
import { navigate } from '../../../ui/router.tsx'
import { remember, remembered } from '../../../ui/store.ts'
import { Skeleton } from '../../../ui/waiting.tsx'
import { DoorFrame } from '../shell/door-frame.tsx'
import { officer, orSignIn, welcome } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'

const t = phrases({
  title: { vi: 'Vào ca', en: 'Begin the shift' },
  lead: {
    vi: 'Chào {name}. Chọn nơi bạn làm việc hôm nay; mọi việc trong ca được ghi kèm đơn vị và quầy này.',
    en: 'Welcome, {name}. Choose where you work today; every deed of the shift is recorded with this office and desk.',
  },
  office: { vi: 'Đơn vị', en: 'Office' },
  until: { vi: '{n} nhiệm vụ, đến {date}', en: '{n} tasks, until {date}' },
  open: { vi: '{n} nhiệm vụ', en: '{n} tasks' },
  desk: { vi: 'Quầy', en: 'Desk' },
  deskHint: {
    vi: 'Như ghi trên bảng trước mặt người dân, ví dụ Quầy 02.',
    en: 'As on the sign in front of the citizen, for example Desk 02.',
  },
  deskMissing: {
    vi: 'Ghi tên quầy để người dân biết đã làm việc ở đâu.',
    en: 'Enter the desk, so that the person knows where this was done.',
  },
  first: { vi: 'Quầy 01', en: 'Desk 01' },
  begin: { vi: 'Bắt đầu ca', en: 'Begin' },
})
const deskPlace = 'sen.counter-desk'

const ShiftPage = () => {
  const { data, problem, reload } = useLoad(() => orSignIn(view<typeof ViewShift>('counter.shift', {})))
  const [chosen, choose] = useState<string | null>(null)
  const [desk, setDesk] = useState(() => remembered(deskPlace) ?? t('first'))
  const [isMissing, setMissing] = useState(false)
  const beginning = usePress()
  const officeId = chosen ?? data?.officeId ?? null
  const begin = () => {
    setMissing(desk.trim() === '')
    if (desk.trim() === '' || !officeId) {
      return
    }
    void beginning.press(async () => {
      await welcome(
        await orSignIn(deed<typeof ChooseDesk>('counter.choose-desk', { officeId, desk: desk.trim() })),
      )
      remember(deskPlace, desk.trim())
      navigate('/', { replace: true })
    })
  }
  return (
    <DoorFrame title={t('title')} lead={t('lead', { name: officer.get()?.name ?? '' })}>
      <Refusal problem={beginning.problem ?? problem} onRetry={data ? begin : reload} />
      {!data ? (
        <Skeleton lines={4} />
      ) : (
        <form
          class="door-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            begin()
          }}
        >
          <RadioCards
            name="office"
            legend={t('office')}
            value={officeId}
            onValue={choose}
            choices={data.offices.map(({ id, name, tasks, until }) => ({
              value: id,
              title: name,
              icon: pin,
              detail: until
                ? t('until', { n: tasks.length, date: dateVN(until) })
                : t('open', { n: tasks.length }),
            }))}
          />
          <Field
            id="desk"
            label={t('desk')}
            hint={t('deskHint')}
            maxLength={30}
            value={desk}
            onValue={setDesk}
            error={isMissing ? t('deskMissing') : undefined}
          />
          <Button kind="primary" type="submit" isWide icon={check} isBusy={beginning.isBusy}>
            {t('begin')}
          </Button>
        </form>
      )}
    </DoorFrame>
  )
}

export default ShiftPage
