// A voucher case begins with the number that the person says she has; everything after it is to show that she
// is that person.
import { openVoucher } from '../../../client/counter-form-rules.ts'
import { FormSummary, useForm } from '../../../kit/form.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { PageHead } from '../../../ui/console-frame.tsx'
import { arrowRight, person } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PersonalNumberField } from '../../../kit/personal-number-field.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { navigate } from '../../../ui/router.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { useKeys } from '../shell/keys.ts'
import { Refusal } from '../shell/refusal.tsx'
import { openCase } from './voucher-deeds.ts'

const t = phrases({
  title: { vi: 'Cấp phiếu lấy lại tài khoản', en: 'Issue a recovery voucher' },
  who: { vi: 'Ai đang đứng trước quầy?', en: 'Who stands at the desk?' },
  why: {
    vi: 'Chỉ cấp cho chính người có mặt. Việc mở hồ sơ đọc cơ sở dữ liệu và người dân nhìn thấy điều đó. Không cấp thay, không cấp qua điện thoại.',
    en: 'Only for the person who is here. Opening the case reads the register, and the person sees that. Never for somebody else, never by telephone.',
  },
  number: { vi: 'Số định danh cá nhân', en: 'Personal number' },
  hint: {
    vi: 'Đủ 12 số, nhìn trên thẻ hoặc nghe người dân đọc.',
    en: 'All 12 digits, from the card or as told.',
  },
  missing: { vi: 'Nhập đủ 12 số định danh.', en: 'Enter all 12 digits.' },
  open: { vi: 'Mở hồ sơ', en: 'Open the case' },
  back: { vi: 'về danh sách', en: 'to the list' },
})

const NewPage = () => {
  const form = useForm({
    rules: openVoucher,
    start: { personalNumber: '' },
    ids: { personalNumber: 'voucher-number' },
    words: { personalNumber: (code) => (code === 'length' ? t('missing') : undefined) },
  })
  useKeys({ Escape: () => navigate('/voucher') })
  const go = () =>
    void form.send(async () => {
      const { caseId } = await openCase(form.values.personalNumber)
      navigate(`/voucher/${caseId}`, { replace: true })
    })
  return (
    <CounterFrame title={t('title')} keys={[['Esc', t('back')]]}>
      <PageHead title={t('title')} />
      <Card title={t('who')} icon={person}>
        <form
          class="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            go()
          }}
        >
          <FormSummary form={form} />
          <Refusal problem={form.refusal} onRetry={go} />
          <Notice isQuiet tone="warn">
            {t('why')}
          </Notice>
          <PersonalNumberField
            {...form.of('personalNumber')}
            label={t('number')}
            hint={t('hint')}
            autocomplete="off"
          />
          <div>
            <Button kind="primary" type="submit" iconEnd={arrowRight} isBusy={form.sending.isBusy}>
              {t('open')}
            </Button>
          </div>
        </form>
      </Card>
    </CounterFrame>
  )
}

export default NewPage
