// The child is 14: the account goes to a phone of the child's own, where it is activated with secrets that
// nobody else knows.
import { useStep } from '../../../ui/attention.tsx'
import { FormProblems, useForm } from '../../../kit/form.tsx'
import { handOver } from '../../../client/form-rules.ts'
import './family.css'
import { useState } from 'preact/hooks'
import type { HandOver } from '../../../../contract/representation.ts'
import { useLoad, usePress } from '../../../client/press.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { dateVN } from '../../../ui/format.ts'
import { check, person } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo, type PageProps } from '../../../ui/router.tsx'
import { Steps } from '../../../ui/steps.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { OwnPasscode } from '../shell/own-passcode.tsx'
import { Screen } from '../shell/screen.tsx'
import { ownDeed } from '../shell/session.ts'
import { givenName, readFamily, type Ended } from './family.ts'

const t = phrases({
  title: { vi: 'Bàn giao tài khoản', en: 'Hand the account over' },
  phoneStep: { vi: 'Số điện thoại của {name}', en: 'The phone of {name}' },
  passcodeStep: { vi: 'Mã PIN của bạn', en: 'Your passcode' },
  phone: { vi: 'Số di động đứng tên {name}', en: 'A mobile number in the name of {name}' },
  phoneHint: {
    vi: 'Một số chưa gắn với tài khoản nào. Mã kích hoạt được gửi tới đó.',
    en: 'A number that no account uses yet. The activation code goes there.',
  },
  one: {
    vi: '{name} kích hoạt trên máy của mình trong 7 ngày: mật khẩu và mã PIN riêng, bạn không biết',
    en: '{name} activates it on her or his own phone within 7 days, with a password and passcode of her or his own',
  },
  two: {
    vi: 'Tài khoản ở mức 1. Muốn lên mức 2, {name} mang thẻ căn cước đến quầy',
    en: 'The account is of level 1. For level 2, {name} brings the card to a counter',
  },
  three: { vi: 'Bạn không mở hồ sơ này được nữa', en: 'You cannot open this profile any more' },
  go: { vi: 'Tiếp tục', en: 'Continue' },
  enter: { vi: 'Nhập mã PIN của bạn để bàn giao', en: 'Enter your passcode to hand it over' },
  change: { vi: 'Sửa số điện thoại', en: 'Change the number' },
  done: { vi: 'Đã bàn giao cho {name}', en: 'Handed over to {name}' },
  doneMore: {
    vi: 'Một tin nhắn đã gửi tới số của {name}. Kích hoạt trước {day} ở mục “Kích hoạt” trong ứng dụng Sen.',
    en: 'A text message went to the phone of {name}. Activate by {day} under “Activate” in the Sen app.',
  },
  back: { vi: 'Về trang Gia đình', en: 'To the family page' },
  gone: { vi: 'Không có tài khoản nào chờ bàn giao', en: 'No account waits to be handed over' },
  goneMore: {
    vi: 'Có thể đã bàn giao xong, hoặc đã quá hạn; khi đó con mang thẻ đến quầy.',
    en: 'It may be done already, or too late; then the child brings the card to a counter.',
  },
})

const useHandOver = (tieId: string, onDone: (activateBy: string) => void) => {
  const form = useForm({ rules: handOver, start: { phone: '' } })
  const [isAtPasscode, setAtPasscode] = useState(false)
  const sending = usePress()
  useStep(isAtPasscode ? 'passcode' : 'phone')
  const look = () =>
    void form.send(async () => {
      sending.clear()
      setAtPasscode(true)
    })
  const send = (passcode: string) =>
    sending.press(async () =>
      onDone(
        (
          await ownDeed<typeof HandOver>('representation.hand-over', {
            tieId,
            ...form.values,
            passcode,
          })
        ).activateBy,
      ),
    )
  return { form, isAtPasscode, change: () => setAtPasscode(false), sending, look, send }
}
type HandingOver = ReturnType<typeof useHandOver>

const PhoneForm = ({ name, handing: { form, look } }: { name: string; handing: HandingOver }) => (
  <form
    class="form"
    noValidate
    onSubmit={(event) => {
      event.preventDefault()
      look()
    }}
  >
    <FormProblems form={form} />
    <Field
      {...form.of('phone')}
      type="tel"
      inputMode="tel"
      label={t('phone', { name })}
      hint={t('phoneHint')}
    />
    <ol class="steps-list">
      <li>{t('one', { name })}</li>
      <li>{t('two', { name })}</li>
      <li>{t('three')}</li>
    </ol>
    <Button kind="primary" isWide type="submit">
      {t('go')}
    </Button>
  </form>
)

const HandOverSteps = ({ ended, onDone }: { ended: Ended; onDone: (activateBy: string) => void }) => {
  const name = givenName(ended.fullName)
  const handing = useHandOver(ended.tieId, onDone)
  return (
    <>
      <Steps
        step={handing.isAtPasscode ? 2 : 1}
        total={2}
        title={handing.isAtPasscode ? t('passcodeStep') : t('phoneStep', { name })}
      />
      {handing.isAtPasscode ? (
        <OwnPasscode
          label={t('enter')}
          proving={handing.sending}
          onPasscode={handing.send}
          action={
            <Button size="small" onPress={handing.change}>
              {t('change')}
            </Button>
          }
        />
      ) : (
        <PhoneForm name={name} handing={handing} />
      )}
    </>
  )
}

export default function HandOverPage({ params }: PageProps) {
  const { data, problem, reload } = useLoad(readFamily)
  const [activateBy, setActivateBy] = useState<string | null>(null)
  const ended = data?.ended.find(({ tieId }) => tieId === params['tie'])
  const name = givenName(ended?.fullName ?? '')
  return (
    <Screen title={t('title')} head={<TopBar title={t('title')} back={hrefTo('/family')} />}>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <Skeleton lines={4} />}
      {activateBy && (
        <>
          <EmptyState
            icon={check}
            title={t('done', { name })}
            action={
              <LinkButton kind="primary" href={hrefTo('/family')}>
                {t('back')}
              </LinkButton>
            }
          >
            {t('doneMore', { name, day: dateVN(activateBy) })}
          </EmptyState>
        </>
      )}
      {data &&
        !activateBy &&
        (ended?.handOver === 'possible' ? (
          <HandOverSteps ended={ended} onDone={setActivateBy} />
        ) : (
          <>
            <EmptyState
              icon={person}
              title={t('gone')}
              action={<LinkButton href={hrefTo('/family')}>{t('back')}</LinkButton>}
            />
            <Notice isQuiet>{t('goneMore')}</Notice>
          </>
        ))}
    </Screen>
  )
}
