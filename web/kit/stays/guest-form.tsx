// Who stays, from when to when and why: typed, or filled by the code of her card, which is no proof.
import type { ReportStay } from '../../../contract/stays.ts'
import type { CardQr } from '../../../formats/card-qr.ts'
import { stayDays, stayGuest } from '../../client/form-rules.ts'
import { Problem, type FieldFault } from '../../client/problem.ts'
import type { GivenTo } from '../../client/call.ts'
import { Field, SelectField } from '../../ui/field.tsx'
import { isoDayVN } from '../../ui/format.ts'
import { phrases } from '../../ui/phrases.ts'
import { now } from '../../ui/clock.ts'
import { useForm, type Form } from '../form.tsx'
import { PersonalNumberField } from '../personal-number-field.tsx'
import { reasonWords } from './stay-words.ts'
import './stays.css'

const t = phrases({
  name: { vi: 'Họ và tên', en: 'Full name' },
  nameHint: { vi: 'Như trên giấy tờ', en: 'As on the paper' },
  birth: { vi: 'Ngày sinh', en: 'Date of birth' },
  birthHint: { vi: 'Ví dụ 08/03/1985, hoặc 1985', en: 'Such as 08/03/1985, or 1985' },
  paper: { vi: 'Giấy tờ', en: 'Paper' },
  number: { vi: 'Số định danh', en: 'Personal number' },
  passport: { vi: 'Hộ chiếu', en: 'Passport' },
  passportNumber: { vi: 'Số hộ chiếu', en: 'Passport number' },
  country: { vi: 'Mã nước', en: 'Country' },
  countryHint: {
    vi: 'Ba chữ ở dòng dưới cùng, như FRA',
    en: 'Three letters of the lowest line, such as FRA',
  },
  room: { vi: 'Phòng', en: 'Room' },
  from: { vi: 'Ngày đến', en: 'Arrival' },
  time: { vi: 'Giờ đến', en: 'Time of arrival' },
  timeHint: { vi: 'Ví dụ 23:40', en: 'Such as 23:40' },
  to: { vi: 'Ngày đi', en: 'Departure' },
  reason: { vi: 'Lý do', en: 'Reason' },
  wrongTime: { vi: 'Viết giờ và phút, ví dụ 20:55.', en: 'Write hours and minutes, such as 20:55.' },
  wrongCountry: { vi: 'Ba chữ in hoa, ví dụ FRA.', en: 'Three capital letters, such as FRA.' },
  wrongPassport: {
    vi: 'Số hộ chiếu có 6 đến 12 chữ cái và số.',
    en: 'A passport number has 6 to 12 letters and digits.',
  },
})

const fields = {
  fullName: '',
  birthDate: '',
  paper: 'number',
  personalNumber: '',
  passport: '',
  nationality: '',
  room: '',
  from: '',
  time: '',
  to: '',
  reason: '',
}
type GuestField = keyof typeof fields
export type GuestForm = Form<GuestField>
type Values = GuestForm['values']
export type Reason = GivenTo<typeof ReportStay>['stay']['reason']

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/
const wrongTime = (time: string): readonly FieldFault[] =>
  time !== '' && !TIME.test(time) ? [{ field: 'time', code: 'time' }] : []
const lacking = ({ paper, personalNumber, passport, nationality, time }: Values): readonly FieldFault[] => [
  ...(paper === 'number' && personalNumber === '' ? [{ field: 'personalNumber', code: 'required' }] : []),
  ...(paper === 'passport' && passport === '' ? [{ field: 'passport', code: 'required' }] : []),
  ...(paper === 'passport' && nationality === '' ? [{ field: 'nationality', code: 'required' }] : []),
  ...wrongTime(time),
]
/** What is not asked for now stays out of what is looked at. */
const asSent = ({ paper, passport, nationality }: Values) =>
  paper === 'number'
    ? { passport: '', nationality: '' }
    : { personalNumber: '', passport: passport.trim(), nationality: nationality.trim().toUpperCase() }

const dayAfter = (day: string, count = 1): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)

const guestFields = Object.keys(fields) as GuestField[]

/** `of`: what stands in it at first; `prefix`: of the ids, where another such form is on the page. */
export const useGuestForm = (
  reasons: readonly Reason[],
  { of = {}, prefix = '' }: { readonly of?: Partial<Values>; readonly prefix?: string } = {},
): GuestForm => {
  const today = isoDayVN(now())
  return useForm<GuestField>({
    rules: { ...stayGuest, ...stayDays },
    start: { ...fields, from: today, to: dayAfter(today), reason: reasons[0] ?? '', ...of },
    ids: Object.fromEntries(guestFields.map((field) => [field, `${prefix}${field}`])),
    also: lacking,
    asSent,
    words: {
      time: () => t('wrongTime'),
      nationality: (code) => (code === 'required' ? undefined : t('wrongCountry')),
      passport: (code) => (code === 'required' ? undefined : t('wrongPassport')),
    },
  })
}

const stayFields = { room: '', from: '', time: '', to: '', reason: '' }
type StayField = keyof typeof stayFields
export type StayForm = Form<StayField>
/** Without a guest: she is who holds the phone. */
export const useStayForm = (reasons: readonly Reason[]): StayForm => {
  const today = isoDayVN(now())
  return useForm<StayField>({
    rules: stayDays,
    start: { ...stayFields, from: today, to: dayAfter(today), reason: reasons[0] ?? '' },
    also: ({ time }) => wrongTime(time),
    words: { time: () => t('wrongTime') },
  })
}

/** As the contract takes it. */
export const guestOf = (values: Values) => {
  const { fullName, birthDate, paper, personalNumber } = values
  const { passport = '', nationality = '' } = asSent(values)
  return { fullName, birthDate, ...(paper === 'number' ? { personalNumber } : { passport, nationality }) }
}
export const stayOf = ({ from, time, to, reason, room }: Pick<Values, StayField>) => ({
  from: time === '' ? from : `${from}T${time}`,
  to,
  reason: reason as Reason,
  ...(room.trim() === '' ? {} : { room: room.trim() }),
})

/** A fault of the server stands at the field that the person sees. */
export const atFields = async <T,>(work: Promise<T>): Promise<T> => {
  try {
    return await work
  } catch (error) {
    if (error instanceof Problem && error.fields.length > 0) {
      const named = error.fields.map(({ field, code }) => ({
        field: field.replace(/^(to\.)?(guest|stay)\./, ''),
        code,
      }))
      throw new Problem({ code: error.code, detail: error.detail, status: error.status, fields: named })
    }
    throw error
  }
}

/** The card's code fills what it says; the stay stays as it was. */
export const fillFromCard = (form: GuestForm, card: CardQr): void =>
  form.set({
    paper: 'number',
    fullName: card.name,
    birthDate: card.birthDate,
    personalNumber: card.personalNumber,
    passport: '',
    nationality: '',
  })
/** For the next guest: the days and the reason stay, because a group comes together. */
export const nextGuest = (form: GuestForm): void =>
  form.set({ fullName: '', birthDate: '', personalNumber: '', passport: '', nationality: '', room: '' })

const Papers = ({ form }: { form: GuestForm }) => (
  <>
    <SelectField
      {...form.of('paper')}
      label={t('paper')}
      options={[
        { value: 'number', label: t('number') },
        { value: 'passport', label: t('passport') },
      ]}
    />
    {form.values.paper === 'number' ? (
      <PersonalNumberField {...form.of('personalNumber')} label={t('number')} autocomplete="off" />
    ) : (
      <>
        <Field {...form.of('passport')} label={t('passportNumber')} maxLength={24} />
        <Field {...form.of('nationality')} label={t('country')} hint={t('countryHint')} maxLength={3} />
      </>
    )}
  </>
)

const DayFields = ({
  form,
  reasons,
  hasRooms,
}: {
  form: Pick<Form<StayField>, 'of'>
  reasons: readonly Reason[]
  hasRooms: boolean
}) => (
  <>
    {hasRooms && <Field {...form.of('room')} label={t('room')} maxLength={20} isOptional />}
    <Field {...form.of('from')} label={t('from')} type="date" />
    <Field {...form.of('time')} label={t('time')} hint={t('timeHint')} maxLength={5} isOptional />
    <Field {...form.of('to')} label={t('to')} type="date" />
    <SelectField
      {...form.of('reason')}
      label={t('reason')}
      options={reasons.map((reason) => ({ value: reason, label: reasonWords(reason) }))}
    />
  </>
)

/** Only the days, of whoever is known already. */
export const StayFields = ({ form, reasons }: { form: StayForm; reasons: readonly Reason[] }) => (
  <div class="guest-fields">
    <DayFields form={form} reasons={reasons} hasRooms />
  </div>
)

/** `hasRooms`: a home has none. */
export const GuestFields = ({
  form,
  reasons,
  hasRooms = true,
}: {
  form: GuestForm
  reasons: readonly Reason[]
  hasRooms?: boolean
}) => (
  <div class="guest-fields">
    <Field {...form.of('fullName')} label={t('name')} hint={t('nameHint')} />
    <Papers form={form} />
    <Field {...form.of('birthDate')} label={t('birth')} hint={t('birthHint')} maxLength={10} />
    <DayFields form={form} reasons={reasons} hasRooms={hasRooms} />
  </div>
)
