// Whether a phone is bound to somebody else: yes or no, and since when; never to whom. What to say next
// stands beside it, for it moves only by a code that comes to it.
import { useState } from 'preact/hooks'
import { phoneByHotline } from '../../../client/counter-form-rules.ts'
import { FormSummary, useForm } from '../../../kit/form.tsx'
import { Status } from '../../../ui/attention.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Field } from '../../../ui/field.tsx'
import { phoneCall, search } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Refusal } from '../shell/refusal.tsx'

const t = phrases({
  title: { vi: 'Số điện thoại có chủ chưa?', en: 'Is the phone number taken?' },
  what: {
    vi: 'Chỉ có câu trả lời có hoặc không. Nếu số đã có chủ, chủ số được báo là có người hỏi.',
    en: 'Yes or no is the whole answer. If it is taken, its holder is told that somebody asked.',
  },
  phone: { vi: 'Số điện thoại người dân muốn dùng', en: 'The phone number that the citizen wants to use' },
  look: { vi: 'Kiểm tra số', en: 'Check the number' },
  free: { vi: 'Số này dùng được', en: 'The number can be used' },
  freeWhy: {
    vi: 'Không gắn với tài khoản nào khác.',
    en: 'It is bound to no other account.',
  },
  taken: { vi: 'Số này đang gắn với người khác', en: 'The number is bound to somebody else' },
  takenSince: { vi: 'Người đó xác nhận số lần cuối vào tháng {month}.', en: 'Last confirmed in {month}.' },
  takenNever: { vi: 'Người đó chưa từng xác nhận số.', en: 'It was never confirmed.' },
  next: {
    vi: 'Nói với người dân: mở ứng dụng, đổi số điện thoại và nhập mã gửi tới số này; hoặc mang thẻ căn cước và điện thoại đến quầy. Không hỏi mã.',
    en: 'Say: open the app, change the phone number and enter the code that comes to it; or come to a counter with identity card and phone. Never ask for the code.',
  },
})

interface Told {
  readonly isAnothers: boolean
  readonly shownIn: string | null
}
const monthText = (month: string): string => month.split('-').toReversed().join('/')

const Answer = ({ isAnothers, shownIn }: Told) => (
  <Status as="div">
    <Notice tone={isAnothers ? 'warn' : 'ok'} title={t(isAnothers ? 'taken' : 'free')}>
      {!isAnothers ? (
        t('freeWhy')
      ) : (
        <>
          <p>{shownIn ? t('takenSince', { month: monthText(shownIn) }) : t('takenNever')}</p>
          <p>{t('next')}</p>
        </>
      )}
    </Notice>
  </Status>
)

export const PhoneCard = ({ ask }: { ask: (phone: string) => Promise<Told> }) => {
  const [told, setTold] = useState<(Told & { phone: string }) | null>(null)
  const form = useForm({ rules: phoneByHotline, start: { phone: '' }, ids: { phone: 'phone-to-check' } })
  const look = () => {
    setTold(null)
    const { phone } = form.values
    void form.send(async () => setTold({ ...(await ask(phone)), phone }))
  }
  return (
    <Card title={t('title')} icon={phoneCall}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          look()
        }}
      >
        <p class="quiet">{t('what')}</p>
        <FormSummary form={form} />
        <Refusal problem={form.refusal} onRetry={look} />
        <Field
          {...form.of('phone')}
          label={t('phone')}
          type="tel"
          inputMode="tel"
          maxLength={24}
          width_ch={16}
        />
        {/* An answer is of the number that was asked about, and goes when another is typed. */}
        {told?.phone === form.values.phone && <Answer {...told} />}
        <div class="search-acts">
          <Button type="submit" icon={search} isBusy={form.sending.isBusy}>
            {t('look')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
