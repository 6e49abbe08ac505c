// Everything once more before it is sent, each with a way to change it.
import { usePress } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { Row, Rows } from '../../../ui/card.tsx'
import { groupPersonalNumber } from '../../../ui/format.ts'
import { clock } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { submit, type Draft, type StepName } from './draft.ts'
import { pictureOf } from './kept-picture.ts'
import { RegisterFrame } from './register-frame.tsx'

const t = phrases({
  heading: { vi: 'Kiểm tra trước khi gửi', en: 'Check before sending' },
  change: { vi: 'Sửa', en: 'Change' },
  number: { vi: 'Số định danh cá nhân', en: 'Personal number' },
  name: { vi: 'Họ, chữ đệm và tên', en: 'Full name' },
  birth: { vi: 'Ngày sinh', en: 'Birth date' },
  phone: { vi: 'Số điện thoại · đã xác nhận', en: 'Phone number · confirmed' },
  email: { vi: 'E-mail', en: 'E-mail' },
  portrait: { vi: 'Ảnh chân dung', en: 'Portrait' },
  taken: { vi: 'Đã chụp, đủ rõ', en: 'Taken, clear enough' },
  none: { vi: 'Không có', en: 'None' },
  due: { vi: 'Kết quả trong 01 ngày làm việc', en: 'The result within 1 working day' },
  dueMore: {
    vi: 'Thường có ngay trong một phút. Sau khi gửi, đơn không sửa được nữa.',
    en: 'Usually within a minute. Once sent, the application cannot be changed.',
  },
  send: { vi: 'Gửi đơn đăng ký', en: 'Send the application' },
})

const ChangeLink = ({ step, of }: { step: StepName; of: string }) => (
  <a class="change-link" href={hrefTo(`/enrol/${step}`)}>
    {t('change')}
    <span class="unseen"> {of}</span>
  </a>
)

export const ReviewPage = ({ draft }: { draft: Draft }) => {
  const sending = usePress()
  const send = () => void sending.press(submit)
  const { declared } = draft
  const facts: [StepName, string, string][] = [
    ['identity', t('number'), declared ? groupPersonalNumber(declared.personalNumber) : ''],
    ['identity', t('name'), declared?.fullName ?? ''],
    ['identity', t('birth'), declared?.birthDate.split('-').toReversed().join('/') ?? ''],
    ['phone', t('phone'), draft.phone ?? ''],
    ['phone', t('email'), draft.email ?? t('none')],
  ]
  const picture = pictureOf(draft)
  return (
    <RegisterFrame
      step="review"
      isKept
      back={hrefTo('/enrol/portrait')}
      action={
        <Button kind="primary" isWide isBusy={sending.isBusy} onPress={send}>
          {t('send')}
        </Button>
      }
    >
      <h2>{t('heading')}</h2>
      {sending.problem && <ProblemNotice key={sending.refusals} problem={sending.problem} onRetry={send} />}
      <Rows>
        {facts.map(([step, label, value]) => (
          <Row key={label} isValue title={label} detail={value} end={<ChangeLink step={step} of={label} />} />
        ))}
        <Row
          isValue
          title={t('portrait')}
          detail={t('taken')}
          lead={picture ? <img class="review-picture" src={picture} alt="" /> : undefined}
          end={<ChangeLink step="portrait" of={t('portrait')} />}
        />
      </Rows>
      <Notice isQuiet icon={clock} title={t('due')}>
        {t('dueMore')}
      </Notice>
    </RegisterFrame>
  )
}
