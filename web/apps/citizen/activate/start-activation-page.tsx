// Activation of the application that was accepted in this browser, or by number and phone (Decree 69/2024
// art. 14).
import { usePresence } from '../../../client/presence.ts'
import { FormProblems, useForm } from '../../../kit/form.tsx'
import { startActivation as startActivationRules } from '../../../client/form-rules.ts'
import { useState } from 'preact/hooks'
import type { ViewEnrolment } from '../../../../contract/enrolment.ts'
import { view } from '../../../client/call.ts'
import { useLoad, usePress } from '../../../client/press.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { DataPairs } from '../../../ui/data-pairs.tsx'
import { Field } from '../../../ui/field.tsx'
import { dayVN, timeVN } from '../../../ui/format.ts'
import { message } from '../../../ui/icons.tsx'
import { PersonalNumberField } from '../../../kit/personal-number-field.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { Skeleton } from '../../../ui/waiting.tsx'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Screen } from '../shell/screen.tsx'
import { startActivation } from './journey.ts'

const t = phrases({
  title: { vi: 'Kích hoạt tài khoản', en: 'Activate the account' },
  here: { vi: 'Đơn của bạn đã được chấp nhận', en: 'Your application was accepted' },
  hereMore: {
    vi: 'Kích hoạt ngay trên máy này: nhận mã, đặt mật khẩu và mã PIN.',
    en: 'Activate it on this device: take a code, set a password and a passcode.',
  },
  reference: { vi: 'Mã đơn', en: 'Reference' },
  phone: { vi: 'Số điện thoại', en: 'Phone number' },
  by: { vi: 'Kích hoạt trước', en: 'Activate by' },
  send: { vi: 'Gửi mã kích hoạt', en: 'Send the activation code' },
  form: { vi: 'Số định danh và số điện thoại đã đăng ký', en: 'The number and phone you registered with' },
  number: { vi: 'Số định danh cá nhân', en: 'Personal number' },
  numberHint: { vi: '12 số trên thẻ căn cước', en: 'The 12 digits on the card' },
  phoneHint: { vi: 'Số đã khai khi đăng ký', en: 'The one given at registration' },
  other: { vi: 'Kích hoạt cho số định danh khác', en: 'Activate another personal number' },
  late: { vi: 'Quá 7 ngày chưa kích hoạt?', en: 'More than 7 days without activating?' },
})

const acceptedHere = async () => {
  const status = await view<typeof ViewEnrolment>('enrolment.status', {}).catch(() => null)
  return status?.state === 'accepted' ? status : null
}

const ByNumber = () => {
  usePresence('activation.start')
  const form = useForm({
    rules: startActivationRules,
    start: { personalNumber: '', phone: '' },
    ids: { personalNumber: 'number' },
  })
  const send = () => void form.send(() => startActivation(form.values))
  return (
    <Screen
      title={t('title')}
      head={<TopBar title={t('title')} back={hrefTo('/activate')} />}
      action={
        <Button kind="primary" isWide type="submit" form="start" icon={message} isBusy={form.sending.isBusy}>
          {t('send')}
        </Button>
      }
    >
      <form
        class="form"
        id="start"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <FormProblems form={form} onRetry={send} />
        <h2>{t('form')}</h2>
        <PersonalNumberField {...form.of('personalNumber')} label={t('number')} hint={t('numberHint')} />
        <Field {...form.of('phone')} type="tel" label={t('phone')} hint={t('phoneHint')} autocomplete="tel" />
      </form>
      <div class="centre">
        <LinkButton kind="quiet" href={hrefTo('/activate/too-late')}>
          {t('late')}
        </LinkButton>
      </div>
    </Screen>
  )
}

export default function StartActivationPage() {
  const { data: accepted, isLoading } = useLoad(acceptedHere)
  const [isOther, setOther] = useState(false)
  const starting = usePress()
  const send = () => void starting.press(() => startActivation({}))
  if (isLoading && !accepted) {
    return (
      <Screen title={t('title')} head={<TopBar title={t('title')} back={hrefTo('/activate')} />}>
        <Skeleton lines={4} />
      </Screen>
    )
  }
  if (!accepted || isOther) {
    return <ByNumber />
  }
  return (
    <Screen
      title={t('title')}
      head={<TopBar title={t('title')} back={hrefTo('/activate')} />}
      action={
        <>
          <Button kind="primary" isWide icon={message} isBusy={starting.isBusy} onPress={send}>
            {t('send')}
          </Button>
          <Button kind="quiet" isWide onPress={() => setOther(true)}>
            {t('other')}
          </Button>
        </>
      }
    >
      <div class="page-lead">
        <h2>{t('here')}</h2>
        <p>{t('hereMore')}</p>
      </div>
      {starting.problem && (
        <ProblemNotice key={starting.refusals} problem={starting.problem} onRetry={send} />
      )}
      <Card>
        <DataPairs
          pairs={[
            { label: t('reference'), value: accepted.reference },
            { label: t('phone'), value: accepted.phone },
            ...(accepted.activateBy
              ? [{ label: t('by'), value: `${timeVN(accepted.activateBy)} ${dayVN(accepted.activateBy)}` }]
              : []),
          ]}
        />
      </Card>
    </Screen>
  )
}
