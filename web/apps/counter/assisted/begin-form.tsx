// A citizen is beside the helper: her number, what she needs, and how she gives her word.
import type { OpenAssisted } from '../../../../contract/assistance.ts'
import { deed } from '../../../client/call.ts'
import { openAssisted } from '../../../client/counter-form-rules.ts'
import { FormSummary, useForm } from '../../../kit/form.tsx'
import { PersonalNumberField } from '../../../kit/personal-number-field.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { heart, person } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { RadioCards } from '../../../ui/radio-cards.tsx'
import { navigate } from '../../../ui/router.tsx'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import { purposes, purposeWords, type Purpose, type Way } from '../words/assist-words.ts'

const t = phrases({
  begin: { vi: 'Người dân đang ở bên bạn', en: 'A citizen is beside you' },
  ask: { vi: 'Hỏi người dân', en: 'Ask the citizen' },
  number: { vi: 'Số định danh cá nhân', en: 'Personal number' },
  numberHint: {
    vi: 'Đủ 12 số, bác đọc hoặc đưa thẻ. Bạn sẽ không thấy dữ liệu nào của bác khi bác chưa đồng ý.',
    en: 'All 12 digits, as she says or shows them. You see nothing of hers before she agrees.',
  },
  purpose: { vi: 'Bác cần gì?', en: 'What does she need?' },
  purposeMissing: {
    vi: 'Chọn điều bác cần; bác thấy mục đích này.',
    en: 'Choose what she needs; she sees this purpose.',
  },
  way: { vi: 'Bác đồng ý bằng cách nào?', en: 'How does she agree?' },
  code: { vi: 'Mã gửi tới điện thoại của bác', en: 'A code to her phone' },
  codeMore: {
    vi: 'Cần để xem hay đổi bất cứ điều gì. Bác tự nhập mã.',
    en: 'Needed to look at or change anything. She types it herself.',
  },
  press: { vi: 'Bấm trên màn hình của bác', en: 'A press at her screen' },
  pressMore: {
    vi: 'Khi chưa có tài khoản: chỉ đưa máy để bác tự đăng ký.',
    en: 'Without an account: only to hand the machine over for a registration.',
  },
})

const useBeginning = () => {
  const form = useForm({
    rules: openAssisted,
    start: { personalNumber: '', purpose: '', way: 'code' },
    ids: { personalNumber: 'assist-number', purpose: 'assist-purpose', way: 'assist-way' },
    words: { purpose: () => t('purposeMissing') },
  })
  const purpose = purposes.find((one) => one === form.values.purpose) ?? null
  const way: Way = form.values.way === 'press' ? 'press' : 'code'
  const ask = () =>
    void form.send(async () => {
      if (!purpose) {
        return
      }
      const { personalNumber } = form.values
      const { id } = await orSignIn(
        deed<typeof OpenAssisted>('assist.open', { personalNumber, purpose, way }),
      )
      navigate(`/assisted/${id}`)
    })
  return { form, purpose, way, ask }
}

export const BeginForm = () => {
  const { form, purpose, way, ask } = useBeginning()
  return (
    <Card title={t('begin')} icon={person}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          ask()
        }}
      >
        <FormSummary form={form} />
        <Refusal problem={form.refusal} onRetry={ask} />
        <PersonalNumberField
          {...form.of('personalNumber')}
          label={t('number')}
          hint={t('numberHint')}
          autocomplete="off"
        />
        <RadioCards<Purpose>
          name="assist-purpose"
          legend={t('purpose')}
          error={form.of('purpose').error}
          value={purpose}
          onValue={(wanted) =>
            form.set({ purpose: wanted, ...(wanted === 'register' ? { way: 'press' } : {}) })
          }
          choices={purposes.map((value) => ({ value, title: purposeWords(value) }))}
        />
        <RadioCards<Way>
          name="assist-way"
          legend={t('way')}
          value={way}
          onValue={(chosen) => form.set({ way: chosen })}
          choices={[
            { value: 'code', title: t('code'), detail: t('codeMore') },
            { value: 'press', title: t('press'), detail: t('pressMore') },
          ]}
        />
        <div class="search-acts">
          <Button kind="primary" type="submit" icon={heart} isBusy={form.sending.isBusy}>
            {t('ask')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
