// Who the applicant says she is: typed, pasted, or read from the code printed on the card. What was read is
// shown before it is taken.
import { FormProblems, useForm } from '../../../kit/form.tsx'
import { declareIdentity } from '../../../client/form-rules.ts'
import { useState } from 'preact/hooks'
import { parseCardQr, type CardQr } from '../../../../formats/card-qr.ts'
import { formatPartialDate, parsePartialDate } from '../../../../formats/partial-date.ts'
import { usePress } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { DataPairs } from '../../../ui/data-pairs.tsx'
import { Field } from '../../../ui/field.tsx'
import { groupPersonalNumber } from '../../../ui/format.ts'
import { pencil, qr as qrIcon } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PersonalNumberField } from '../../../kit/personal-number-field.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import { lazyPart } from '../../../ui/lazy-part.tsx'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { declare, type Draft } from './draft.ts'
import { RegisterFrame } from './register-frame.tsx'

const t = phrases({
  heading: { vi: 'Nhập như in trên thẻ căn cước', en: 'Enter it as printed on the card' },
  number: { vi: 'Số định danh cá nhân', en: 'Personal number' },
  numberHint: { vi: '12 số trên thẻ căn cước. Dán được.', en: 'The 12 digits on the card. Pasting works.' },
  name: { vi: 'Họ, chữ đệm và tên', en: 'Full name' },
  nameHint: { vi: 'Viết đủ dấu, ví dụ Nguyễn Thị Hạnh', en: 'With all accents, for example Nguyễn Thị Hạnh' },
  birth: { vi: 'Ngày sinh', en: 'Birth date' },
  birthHint: {
    vi: 'Ngày/tháng/năm, ví dụ 20/08/1958. Nếu giấy tờ chỉ ghi năm, viết 1958; chỉ ghi tháng, viết 08/1958.',
    en: 'Day/month/year, for example 20/08/1958. If your papers say only the year, write 1958; only the month, 08/1958.',
  },
  scan: { vi: 'Quét mã QR trên thẻ', en: 'Scan the QR code on the card' },
  scanHint: {
    vi: 'Không phải gõ. Mã ở góc trên bên phải mặt trước thẻ.',
    en: 'No typing. It is at the top right of the card.',
  },
  go: { vi: 'Tiếp tục', en: 'Continue' },
  read: { vi: 'Đọc được từ thẻ', en: 'Read from the card' },
  confirm: { vi: 'Xem có đúng là bạn không, rồi bấm tiếp tục.', en: 'See whether it is you, then continue.' },
  right: { vi: 'Đúng là tôi, tiếp tục', en: 'This is me, continue' },
  type: { vi: 'Nhập tay', en: 'Type it instead' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  male: { vi: 'Nam', en: 'Male' },
  female: { vi: 'Nữ', en: 'Female' },
  home: { vi: 'Nơi thường trú trên thẻ', en: 'Residence on the card' },
  sent: {
    vi: 'Nơi thường trú không gửi đi riêng; chỉ số, tên, ngày sinh và giới tính được dùng.',
    en: 'The residence is not used; only number, name, birth date and sex are.',
  },
})

const ids = { personalNumber: 'number', fullName: 'name', birthDate: 'birth', cardQr: 'number' }

/** Looked at here first, in the same words as the server's, so that no journey is made for a typing slip. */
const isoOf = (birth: string): string => {
  const read = parsePartialDate(birth)
  return read.ok ? formatPartialDate(read.value, 'iso') : birth
}
const shownDate = (iso: string): string => iso.split('-').toReversed().join('/')

const Confirm = ({ card, text, onType }: { card: CardQr; text: string; onType: () => void }) => {
  const sending = usePress()
  const send = () =>
    void sending.press(() =>
      declare({
        personalNumber: card.personalNumber,
        fullName: card.name,
        birthDate: card.birthDate,
        cardQr: text,
      }),
    )
  return (
    <RegisterFrame
      step="identity"
      isKept
      action={
        <>
          <Button kind="primary" isWide isBusy={sending.isBusy} onPress={send}>
            {t('right')}
          </Button>
          <Button kind="quiet" isWide icon={pencil} onPress={onType}>
            {t('type')}
          </Button>
        </>
      }
    >
      <div class="page-lead">
        <h2>{t('read')}</h2>
        <p>{t('confirm')}</p>
      </div>
      {sending.problem && <ProblemNotice key={sending.refusals} problem={sending.problem} onRetry={send} />}
      <Card>
        <DataPairs
          pairs={[
            { label: t('number'), value: groupPersonalNumber(card.personalNumber) },
            { label: t('name'), value: card.name },
            { label: t('birth'), value: shownDate(card.birthDate) },
            { label: t('sex'), value: t(card.sex) },
            { label: t('home'), value: card.address },
          ]}
        />
      </Card>
      <p class="quiet small">{t('sent')}</p>
    </RegisterFrame>
  )
}

const CodeReader = lazyPart(() => import('../../../kit/code-reader/code-reader.tsx'))

const useDeclaration = ({ declared }: Draft) => {
  const form = useForm({
    rules: declareIdentity,
    start: {
      personalNumber: declared?.personalNumber ?? '',
      fullName: declared?.fullName ?? '',
      birthDate: declared ? shownDate(declared.birthDate) : '',
    },
    ids,
    asSent: ({ birthDate }) => ({ birthDate: isoOf(birthDate) }),
  })
  const send = () =>
    void form.send(() => declare({ ...form.values, birthDate: isoOf(form.values.birthDate) }))
  const takeFrom = ({ personalNumber, name, birthDate }: CardQr) =>
    form.set({ personalNumber, fullName: name, birthDate: shownDate(birthDate) })
  return { form, send, takeFrom }
}
type Declaration = ReturnType<typeof useDeclaration>
type ReadCard = { readonly card: CardQr; readonly text: string }

const Scanning = ({ onRead, onType }: { onRead: (read: ReadCard) => void; onType: () => void }) => {
  const take = (text: string): boolean => {
    const card = parseCardQr(text)
    if (card.ok) {
      onRead({ card: card.value, text })
    }
    return card.ok
  }
  return (
    <RegisterFrame
      step="identity"
      action={
        <Button isWide icon={pencil} onPress={onType}>
          {t('type')}
        </Button>
      }
    >
      <h2>{t('scan')}</h2>
      <CodeReader onText={take} />
    </RegisterFrame>
  )
}

const DeclaredFields = ({ form }: Pick<Declaration, 'form'>) => (
  <>
    <h2>{t('heading')}</h2>
    <PersonalNumberField {...form.of('personalNumber')} label={t('number')} hint={t('numberHint')} />
    <Field {...form.of('fullName')} label={t('name')} hint={t('nameHint')} autocomplete="name" />
    <Field
      {...form.of('birthDate')}
      label={t('birth')}
      hint={t('birthHint')}
      inputMode="text"
      autocomplete="bday"
      width_ch={14}
      onValue={(text) => form.set({ birthDate: withSlashes(text, form.values.birthDate) })}
    />
  </>
)

const Typing = ({
  declaration: { form, send },
  back,
  onScan,
}: {
  declaration: Declaration
  back: string | undefined
  onScan: () => void
}) => (
  <RegisterFrame
    step="identity"
    isKept
    back={back}
    action={
      <Button kind="primary" isWide type="submit" form="identity" isBusy={form.sending.isBusy}>
        {t('go')}
      </Button>
    }
  >
    <form
      class="form"
      id="identity"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <FormProblems form={form} onRetry={send} />
      <Notice
        isQuiet
        icon={qrIcon}
        title={t('scan')}
        action={
          <Button size="small" icon={qrIcon} onPress={onScan}>
            {t('scan')}
          </Button>
        }
      >
        {t('scanHint')}
      </Notice>
      <DeclaredFields form={form} />
    </form>
  </RegisterFrame>
)

/** From the card's code or by hand; what was read may still be put right by hand. */
export const IdentityPage = ({ draft }: { draft: Draft }) => {
  const declaration = useDeclaration(draft)
  const [isScanning, setScanning] = useState(false)
  const [read, setRead] = useState<ReadCard | null>(null)
  if (isScanning) {
    return (
      <Scanning
        onRead={(found) => {
          setScanning(false)
          setRead(found)
        }}
        onType={() => setScanning(false)}
      />
    )
  }
  if (read) {
    return (
      <Confirm
        card={read.card}
        text={read.text}
        onType={() => {
          declaration.takeFrom(read.card)
          setRead(null)
        }}
      />
    )
  }
  return (
    <Typing
      declaration={declaration}
      back={draft.declared ? hrefTo('/enrol') : undefined}
      onScan={() => setScanning(true)}
    />
  )
}

/**
 * Digits typed in a row get their strokes: 20081958 → 20/08/1958. Only while typing forward, and only when
 * eight digits stand.
 */
const withSlashes = (text: string, before: string): string =>
  text.length > before.length && /^\d{8}$/.test(text)
    ? `${text.slice(0, 2)}/${text.slice(2, 4)}/${text.slice(4)}`
    : text
