// Step 3: what will stand on the card, what she says is otherwise than the register has it, and the receipt
// of the fee.
import { noteCardFee } from '../../../client/counter-form-rules.ts'
import { FormSummary, useForm } from '../../../kit/form.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { DataPairs } from '../../../ui/data-pairs.tsx'
import { Field } from '../../../ui/field.tsx'
import { dateVN, moneyVN } from '../../../ui/format.ts'
import { card, check, wallet } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { fieldWords } from '../words/chip-words.ts'
import { Verdict } from '../evidence/verdict.tsx'
import { Refusal } from '../shell/refusal.tsx'
import { act } from './application.ts'
import type { CardApplication } from './card-words.ts'
import { ChangesCard } from './changes-card.tsx'

const t = phrases({
  title: { vi: 'Thông tin sẽ in trên thẻ', en: 'What will stand on the card' },
  fromRegister: {
    vi: 'Lấy từ cơ sở dữ liệu lúc in. Đọc cho người dân nghe từng mục.',
    en: 'Taken from the register when it is printed. Read each to the person.',
  },
  male: { vi: 'Nam', en: 'Male' },
  female: { vi: 'Nữ', en: 'Female' },
  fee: { vi: 'Lệ phí', en: 'Fee' },
  feeWhat: {
    vi: 'Thu {amount} theo loại hồ sơ và lý do, rồi nhập số biên lai.',
    en: "Take {amount} for this kind and reason, then enter the receipt's number.",
  },
  receipt: { vi: 'Số biên lai', en: 'Number of the receipt' },
  receiptMissing: {
    vi: 'Nhập số biên lai, ít nhất 3 ký tự.',
    en: 'Enter the number, 3 characters at least.',
  },
  noted: { vi: 'Đã thu lệ phí', en: 'Fee received' },
  notedWhy: { vi: 'Biên lai {receipt}, {amount}.', en: 'Receipt {receipt}, {amount}.' },
  note: { vi: 'Ghi biên lai', en: 'Note the receipt' },
})

const Facts = ({ app: { register, wouldExpireOn } }: { app: CardApplication }) =>
  register && (
    <>
      <p class="quiet">{t('fromRegister')}</p>
      <DataPairs
        columns={2}
        pairs={[
          { label: fieldWords('fullName'), value: register.fullName },
          { label: fieldWords('birthDate'), value: dateVN(register.birthDate) },
          { label: fieldWords('sex'), value: t(register.sex === 'male' ? 'male' : 'female') },
          { label: fieldWords('residence'), value: register.residence ?? '–' },
          { label: fieldWords('expiresOn'), value: wouldExpireOn ? dateVN(wouldExpireOn) : '–' },
        ]}
      />
    </>
  )

const FeeForm = ({ amount }: { amount: string }) => {
  const form = useForm({
    rules: noteCardFee,
    start: { receipt: '' },
    words: { receipt: () => t('receiptMissing') },
  })
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void form.send(async () => {
          await act('card.fee', { receipt: form.values.receipt.trim() })
        })
      }}
    >
      <Notice isQuiet>{t('feeWhat', { amount })}</Notice>
      <FormSummary form={form} />
      <Refusal problem={form.refusal} />
      <Field {...form.of('receipt')} label={t('receipt')} maxLength={40} width_ch={16} />
      <Button type="submit" icon={check} class="step-inner" isBusy={form.sending.isBusy}>
        {t('note')}
      </Button>
    </form>
  )
}

const Fee = ({ app }: { app: CardApplication }) => {
  const amount = moneyVN(app.fee_vnd)
  return (
    <Card title={t('fee')} icon={wallet}>
      {app.feeReceipt ? (
        <Verdict tone="ok" title={t('noted')}>
          {t('notedWhy', { receipt: app.feeReceipt, amount })}
        </Verdict>
      ) : (
        <FeeForm amount={amount} />
      )}
    </Card>
  )
}

export const FactsPart = ({ app }: { app: CardApplication }) => (
  <>
    <Card title={t('title')} icon={card}>
      <Facts app={app} />
    </Card>
    <ChangesCard app={app} />
    {app.fee_vnd > 0 && <Fee app={app} />}
  </>
)
