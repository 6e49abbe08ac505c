// Says that a field of mine is wrong and what is right; it becomes a case with an owner and a due date.
import type { ReportDiscrepancy } from '../../../../contract/discrepancy.ts'
import { check } from '../../../client/check.ts'
import { reportDiscrepancy } from '../../../client/form-rules.ts'
import { FormProblems, useForm, type Form } from '../../../kit/form.tsx'
import { Button } from '../../../ui/button.tsx'
import { Field as TextField, SelectField } from '../../../ui/field.tsx'
import { info } from '../../../ui/icons.tsx'
import { fieldWords, valueWords, type Field } from '../../../kit/mismatch-words.ts'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo, navigate, type PageProps } from '../../../ui/router.tsx'
import { toast } from '../../../ui/toast.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { Screen } from '../shell/screen.tsx'
import { ownDeed } from '../shell/session.ts'

const t = phrases({
  title: { vi: 'Báo thông tin sai', en: 'Report wrong data' },
  which: { vi: 'Mục nào bị ghi sai?', en: 'Which field is wrong?' },
  choose: { vi: 'Chọn một mục', en: 'Choose a field' },
  whichMissing: { vi: 'Chọn mục bị ghi sai.', en: 'Choose the field that is wrong.' },
  right: { vi: 'Giá trị đúng', en: 'The right value' },
  hint: { vi: 'Viết như trên giấy tờ gốc của bạn.', en: 'Write it as your original paper has it.' },
  date: {
    vi: 'Ngày/tháng/năm, ví dụ 12/04/1991; hoặc chỉ năm.',
    en: 'Day/month/year, for example 12/04/1991; or the year alone.',
  },
  number: { vi: '9 chữ số trên chứng minh nhân dân cũ.', en: 'The 9 digits of the old identity card.' },
  family: { vi: 'Ví dụ: “Con của bà Lê Thị Mận”.', en: 'For example: “Child of Lê Thị Mận”.' },
  rightMissing: { vi: 'Nhập giá trị đúng.', en: 'Enter the right value.' },
  send: { vi: 'Gửi', en: 'Send' },
  sent: {
    vi: 'Đã gửi. Bạn có câu trả lời trong 2 ngày làm việc.',
    en: 'Sent. You hear within 2 working days.',
  },
  after: { vi: 'Điều gì xảy ra tiếp theo', en: 'What happens next' },
  afterMore: {
    vi: 'Một cán bộ kiểm tra và đề xuất, một cán bộ khác xác nhận rồi mới sửa. Bạn có câu trả lời trong 2 ngày làm việc; có thể được mời mang giấy tờ gốc đến. Trong lúc đó tài khoản vẫn dùng được.',
    en: 'One officer checks and proposes, another confirms, and only then it is corrected. You hear within 2 working days; you may be asked to bring the original papers. Meanwhile your account works.',
  },
})

const fields = [
  'fullName',
  'birthDate',
  'sex',
  'residence',
  'hometown',
  'ethnicity',
  'religion',
  'oldNumber',
  'relation',
  'issuedOn',
  'expiresOn',
] as const satisfies readonly Field[]
type Reported = (typeof fields)[number]
const hintOf = (field: Reported): string =>
  field === 'birthDate' || field === 'issuedOn' || field === 'expiresOn'
    ? t('date')
    : field === 'oldNumber'
      ? t('number')
      : field === 'relation'
        ? t('family')
        : t('hint')

type ReportFields = 'field' | 'value'

const chosenIn = (text: string): Reported | null => fields.find((one) => one === text) ?? null

/** The value is asked for once it is known of what. */
const useReport = (asked: Reported | null) =>
  useForm<ReportFields>({
    rules: {},
    start: { field: asked ?? '', value: '' },
    ids: { field: 'report-field', value: 'report-value' },
    words: {
      field: () => t('whichMissing'),
      value: (code) => (code === 'required' ? t('rightMissing') : undefined),
    },
    also: ({ field, value }) => check(reportDiscrepancy, field === '' ? { field } : { field, value }),
  })

const RightValue = ({ form, field }: { form: Form<ReportFields>; field: Reported }) =>
  field === 'sex' ? (
    <SelectField
      {...form.of('value')}
      label={t('right')}
      options={[
        { value: '', label: t('choose') },
        ...(['female', 'male'] as const).map((sex) => ({ value: sex, label: valueWords('sex', sex) })),
      ]}
    />
  ) : (
    <TextField {...form.of('value')} label={t('right')} hint={hintOf(field)} maxLength={300} />
  )

/** `?field=`: where she came from the field that she found wrong. */
export default function ReportPage({ query }: PageProps) {
  const form = useReport(chosenIn(query.get('field') ?? ''))
  const field = chosenIn(form.values.field)
  const send = () =>
    void form.send(async () => {
      if (!field) {
        return
      }
      await ownDeed<typeof ReportDiscrepancy>('discrepancy.report', {
        field,
        value: form.values.value.trim(),
      })
      toast(t('sent'))
      navigate('/cases', { replace: true })
    })
  return (
    <Screen
      title={t('title')}
      head={<TopBar title={t('title')} back={hrefTo('/cases')} />}
      action={
        <Button kind="primary" isWide type="submit" form="report" isBusy={form.sending.isBusy}>
          {t('send')}
        </Button>
      }
    >
      <form
        id="report"
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <FormProblems form={form} onRetry={send} />
        <SelectField
          {...form.of('field')}
          label={t('which')}
          onValue={(text) => form.set({ field: text, value: '' })}
          options={[
            { value: '', label: t('choose') },
            ...fields.map((one) => ({ value: one, label: fieldWords(one) })),
          ]}
        />
        {field && <RightValue form={form} field={field} />}
      </form>
      <Notice isQuiet icon={info} title={t('after')}>
        {t('afterMore')}
      </Notice>
    </Screen>
  )
}
