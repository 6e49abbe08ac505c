// The beginning of a shift: at which office, among those of her mandates in force, and at which desk she
// works today.
import type { ChooseDesk, ViewShift } from '../../../../contract/counter.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { deed, view } from '../../../client/call.ts'
import { chooseDesk } from '../../../client/counter-form-rules.ts'
import { useLoad } from '../../../client/press.ts'
import { FormSummary, useForm } from '../../../kit/form.tsx'
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
  officeMissing: { vi: 'Chọn đơn vị bạn làm việc hôm nay.', en: 'Choose the office where you work today.' },
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

type Shift = OutputOf<typeof ViewShift>

const useBeginning = ({ officeId }: Shift) => {
  const form = useForm({
    rules: chooseDesk,
    start: { office: officeId ?? '', desk: remembered(deskPlace) ?? t('first') },
    words: {
      office: () => t('officeMissing'),
      desk: (code) => (code === 'required' || code === 'too_small' ? t('deskMissing') : undefined),
    },
    also: ({ office }) => (office === '' ? [{ field: 'office', code: 'required' }] : []),
  })
  const begin = () =>
    void form.send(async () => {
      const desk = form.values.desk.trim()
      await welcome(
        await orSignIn(
          deed<typeof ChooseDesk>('counter.choose-desk', { officeId: form.values.office, desk }),
        ),
      )
      remember(deskPlace, desk)
      navigate('/', { replace: true })
    })
  return { form, begin }
}

const ShiftForm = ({ shift }: { shift: Shift }) => {
  const { form, begin } = useBeginning(shift)
  return (
    <>
      <FormSummary form={form} />
      <Refusal problem={form.refusal} onRetry={begin} />
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
          error={form.of('office').error}
          value={form.values.office}
          onValue={(office) => form.set({ office })}
          choices={shift.offices.map(({ id, name, tasks, until }) => ({
            value: id,
            title: name,
            icon: pin,
            detail: until
              ? t('until', { n: tasks.length, date: dateVN(until) })
              : t('open', { n: tasks.length }),
          }))}
        />
        <Field {...form.of('desk')} label={t('desk')} hint={t('deskHint')} maxLength={30} />
        <Button kind="primary" type="submit" isWide icon={check} isBusy={form.sending.isBusy}>
          {t('begin')}
        </Button>
      </form>
    </>
  )
}

const ShiftPage = () => {
  const { data, problem, reload } = useLoad(() => orSignIn(view<typeof ViewShift>('counter.shift', {})))
  return (
    <DoorFrame title={t('title')} lead={t('lead', { name: officer.get()?.name ?? '' })}>
      <Refusal problem={problem} onRetry={reload} />
      {data ? <ShiftForm shift={data} /> : <Skeleton lines={4} />}
    </DoorFrame>
  )
}

export default ShiftPage
