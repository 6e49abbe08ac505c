// A rung begins: whose account it is and where the code goes; or the voucher that a counter has printed (its
// code stands behind the # of its QR, which no server sees).
import { usePresence } from '../../../client/presence.ts'
import { FormProblems, useForm } from '../../../kit/form.tsx'
import {
  recoverByEmail,
  recoverBySms,
  redeemVoucher as redeemVoucherRules,
} from '../../../client/form-rules.ts'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { arrowRight, clock, message } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PersonalNumberField } from '../../../kit/personal-number-field.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { RadioCards } from '../../../ui/radio-cards.tsx'
import { hrefTo, type PageProps } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { NotFoundPage } from '../shell/not-found-page.tsx'
import { Screen } from '../shell/screen.tsx'
import { recoverTitle } from './recover-frame.tsx'
import { beginRecovery, redeemVoucher, type Rung } from './recovery.ts'
import { rungAsks, rungName } from './rung-words.ts'

const t = phrases({
  number: { vi: 'Số định danh cá nhân', en: 'Personal number' },
  numberHint: { vi: '12 số trên thẻ căn cước', en: 'The 12 digits on the card' },
  phone: { vi: 'Số điện thoại của tài khoản', en: "The account's phone number" },
  phoneHint: {
    vi: 'Số bạn đã đăng ký. Lắp lại sim vào máy này trước; nhà mạng làm lại sim trong ngày.',
    en: 'The number that you registered. Put the SIM into this phone first; the operator replaces a lost one the same day.',
  },
  email: { vi: 'E-mail của tài khoản', en: "The account's e-mail" },
  emailHint: { vi: 'E-mail đã xác nhận trong Sen', en: 'The e-mail that was confirmed in Sen' },
  channel: { vi: 'Nhận mã qua', en: 'Get the code by' },
  bySms: { vi: 'Tin nhắn', en: 'Text message' },
  byEmail: { vi: 'E-mail', en: 'E-mail' },
  voucher: { vi: 'Mã trên phiếu', en: "The voucher's code" },
  voucherHint: {
    vi: 'Nhập như in trên phiếu, hoặc quét mã QR của phiếu bằng máy ảnh điện thoại',
    en: "Type it as printed, or scan the voucher's QR with the phone's camera",
  },
  voucherMissing: { vi: 'Nhập mã in trên phiếu.', en: 'Type the code printed on the voucher.' },
  send: { vi: 'Gửi mã xác nhận', en: 'Send the code' },
  go: { vi: 'Tiếp tục', en: 'Continue' },
  where: { vi: 'Chưa có phiếu?', en: 'No voucher yet?' },
  whereMore: {
    vi: 'Đến công an xã, phường bất kỳ trong giờ làm việc, mang thẻ căn cước nếu còn. Quầy đối chiếu vân tay hoặc khuôn mặt, khoảng 10 phút. Phiếu dùng được một lần trong 24 giờ.',
    en: 'Go to any commune police counter in office hours, with your card if you still have it. Fingerprints or face are compared, about 10 minutes. A voucher works once, within 24 hours.',
  },
  relatives: {
    vi: 'Chỉ dùng được nếu bạn đã chọn người thân từ trước và họ đã đồng ý ít nhất 3 ngày. Nhớ gọi điện cho họ: họ phải nghe giọng bạn.',
    en: 'Only when you named a relative before and the person agreed at least 3 days ago. You will have to call: your relative must hear your voice.',
  },
  faceWait: {
    vi: 'Sau khi ảnh khớp, có 24 giờ chờ để mọi kênh của bạn được báo. Trong lúc chờ, máy cũ chỉ xem được.',
    en: 'After the picture matched, 24 hours pass while every channel of yours is told. Meanwhile old phones can only read.',
  },
  chipHow: {
    vi: 'Cần thẻ căn cước và một cách đọc chip: ứng dụng đọc thẻ trên điện thoại có NFC, máy của bạn hoặc máy mượn. Sau khi ảnh khớp, có 6 giờ chờ để mọi kênh của bạn được báo: thẻ và sim có khi cùng nằm trong chiếc túi bị lấy mất.',
    en: 'You need the card and a way to read its chip: a reading app on a phone with NFC, yours or a borrowed one. After the picture matched, 6 hours pass while every channel of yours is told: card and SIM may lie in the very bag that was stolen.',
  },
  other: { vi: 'Chọn cách khác', en: 'Choose another way' },
})

const rungs: readonly Rung[] = ['chip', 'face', 'relative', 'voucher']
const ids = { personalNumber: 'number', phone: 'phone', email: 'email', voucher: 'voucher' }
const notes = { chip: () => t('chipHow'), face: () => t('faceWait'), relative: () => t('relatives') }
type Channel = 'sms' | 'email'

/** Both ways begin on one screen: what the rung asks, its form, and a way to the other rungs. */
const BeginScreen = ({
  rung,
  action,
  isBusy,
  onSend,
  children,
}: {
  rung: Rung
  action: { readonly words: string; readonly icon?: string; readonly iconEnd?: string }
  isBusy: boolean
  onSend: () => void
  children: ComponentChildren
}) => (
  <Screen
    title={`${rungName(rung)} · ${recoverTitle()}`}
    head={<TopBar title={recoverTitle()} back={hrefTo('/recover')} />}
    action={
      <Button
        kind="primary"
        isWide
        type="submit"
        form="begin"
        icon={action.icon}
        iconEnd={action.iconEnd}
        isBusy={isBusy}
      >
        {action.words}
      </Button>
    }
  >
    <form
      class="form"
      id="begin"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSend()
      }}
    >
      {children}
    </form>
    <div class="centre">
      <LinkButton kind="quiet" href={hrefTo('/recover')}>
        {t('other')}
      </LinkButton>
    </div>
  </Screen>
)

const Lead = ({ rung }: { rung: Rung }) => (
  <div class="page-lead">
    <h2>{rungName(rung)}</h2>
    <p class="quiet">{rungAsks(rung)}</p>
  </div>
)

type HomeRung = Exclude<Rung, 'voucher'>

/** Only a relative's word may be waited for with an e-mail alone. */
const useBeginning = (rung: HomeRung) => {
  usePresence('recovery.begin')
  const [channel, setChannel] = useState<Channel>('sms')
  const isByEmail = channel === 'email' && rung === 'relative'
  const form = useForm({
    rules: isByEmail ? recoverByEmail : recoverBySms,
    start: { personalNumber: '', phone: '', email: '' },
    ids,
  })
  const send = () => {
    const { personalNumber, phone, email } = form.values
    void form.send(() =>
      beginRecovery(
        isByEmail
          ? { rung, personalNumber, channel: 'email', email }
          : { rung, personalNumber, channel: 'sms', phone },
      ),
    )
  }
  return { channel, setChannel, isByEmail, form, send }
}

const ChannelChoice = ({ channel, onChannel }: { channel: Channel; onChannel: (way: Channel) => void }) => (
  <RadioCards<Channel>
    name="channel"
    look="tiles"
    legend={t('channel')}
    value={channel}
    onValue={onChannel}
    choices={[
      { value: 'sms', title: t('bySms') },
      { value: 'email', title: t('byEmail') },
    ]}
  />
)

const BeginAtHome = ({ rung }: { rung: HomeRung }) => {
  const { channel, setChannel, isByEmail, form, send } = useBeginning(rung)
  return (
    <BeginScreen
      rung={rung}
      action={rung === 'chip' ? { words: t('go'), iconEnd: arrowRight } : { words: t('send'), icon: message }}
      isBusy={form.sending.isBusy}
      onSend={send}
    >
      <FormProblems form={form} onRetry={send} />
      <Lead rung={rung} />
      <PersonalNumberField {...form.of('personalNumber')} label={t('number')} hint={t('numberHint')} />
      {rung === 'relative' && <ChannelChoice channel={channel} onChannel={setChannel} />}
      {isByEmail ? (
        <Field
          {...form.of('email')}
          type="email"
          label={t('email')}
          hint={t('emailHint')}
          autocomplete="email"
        />
      ) : (
        <Field {...form.of('phone')} type="tel" label={t('phone')} hint={t('phoneHint')} autocomplete="tel" />
      )}
      <Notice isQuiet icon={rung === 'face' ? clock : undefined} title={notes[rung]()} />
    </BeginScreen>
  )
}

const inFragment = (): string => decodeURIComponent(location.hash.slice(1)).slice(0, 40)

const BeginByVoucher = () => {
  const form = useForm({
    rules: redeemVoucherRules,
    start: { personalNumber: '', voucher: inFragment() },
    ids,
    words: { voucher: () => t('voucherMissing') },
  })
  const send = () => void form.send(() => redeemVoucher(form.values))
  return (
    <BeginScreen
      rung="voucher"
      action={{ words: t('go'), iconEnd: arrowRight }}
      isBusy={form.sending.isBusy}
      onSend={send}
    >
      <FormProblems form={form} onRetry={send} />
      <Lead rung="voucher" />
      <PersonalNumberField {...form.of('personalNumber')} label={t('number')} hint={t('numberHint')} />
      <Field
        {...form.of('voucher')}
        label={t('voucher')}
        hint={t('voucherHint')}
        maxLength={40}
        onValue={(text) => form.set({ voucher: text.toUpperCase() })}
      />
      <Notice isQuiet title={t('where')}>
        {t('whereMore')}
      </Notice>
    </BeginScreen>
  )
}

export default function BeginPage(props: PageProps) {
  const rung = rungs.find((one) => one === props.params['rung'])
  if (!rung) {
    return <NotFoundPage />
  }
  return rung === 'voucher' ? <BeginByVoucher /> : <BeginAtHome key={rung} rung={rung} />
}
