// The key of the place opens its desk for one shift. It is typed or pasted, and stays nowhere.
import { useEffect, useState } from 'preact/hooks'
import type { OpenStayDesk } from '../../../contract/stays.ts'
import { deed } from '../../client/call.ts'
import { usePress } from '../../client/press.ts'
import { LanguageSwitch } from '../../kit/language-switch.tsx'
import { ProblemNotice } from '../../kit/problem-notice.tsx'
import { secretInAddress } from '../../kit/secret-in-address.ts'
import { AppFrame } from '../../ui/app-frame.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { key as keyIcon } from '../../ui/icons.tsx'
import { Notice } from '../../ui/notice.tsx'
import { phrases } from '../../ui/phrases.ts'
import { TopBar } from '../../ui/top-bar.tsx'
import { Skeleton } from '../../ui/waiting.tsx'
import { lookWhoseDesk } from './desk.ts'

const t = phrases({
  title: { vi: 'Mở quầy lưu trú', en: 'Open the desk of a place of stay' },
  lead: {
    vi: 'Nơi có khách ở lại báo cho công an xã, phường trước 23:00. Nhập khoá quầy mà cơ sở của bạn được cấp.',
    en: 'A place with guests tells the commune police before 23:00. Enter the desk key that your place was given.',
  },
  key: { vi: 'Khoá quầy', en: 'Desk key' },
  hint: { vi: '24 ký tự, chữ hoa hay thường đều được', en: '24 characters, in capitals or small letters' },
  open: { vi: 'Mở quầy', en: 'Open the desk' },
  needed: { vi: 'Nhập khoá quầy.', en: 'Enter the desk key.' },
  safe: {
    vi: 'Quầy mở trong một ca rồi tự đóng. Khoá không được giữ lại trong máy này; mất khoá thì xin khoá mới, khoá cũ hết dùng ngay.',
    en: 'The desk is open for a shift and closes by itself. The key is not kept on this device; when it is lost, a new one ends the old one at once.',
  },
})

const OpenForm = () => {
  // An administrator may hand the key over as a link.
  const [inAddress] = useState(() => secretInAddress('key'))
  const [key, setKey] = useState(inAddress)
  const [isMissing, setMissing] = useState(false)
  const opening = usePress()
  const open = () => {
    setMissing(key.trim() === '')
    if (key.trim() !== '') {
      void opening.press(async () => {
        await deed<typeof OpenStayDesk>('stays.open-desk', { key })
        await lookWhoseDesk()
      })
    }
  }
  useEffect(() => {
    if (inAddress !== '') {
      open()
    }
  }, [])
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        open()
      }}
    >
      {opening.problem && <ProblemNotice key={opening.refusals} problem={opening.problem} onRetry={open} />}
      <Field
        id="key"
        label={t('key')}
        hint={t('hint')}
        value={key}
        onValue={setKey}
        maxLength={60}
        error={isMissing ? t('needed') : undefined}
      />
      <Button kind="primary" type="submit" icon={keyIcon} isWide isBusy={opening.isBusy}>
        {t('open')}
      </Button>
    </form>
  )
}

export const OpenPage = ({ isKnown }: { isKnown: boolean }) => (
  <AppFrame title={t('title')} head={<TopBar title={t('title')} end={<LanguageSwitch />} />}>
    {isKnown ? (
      <>
        <p>{t('lead')}</p>
        <OpenForm />
        <Notice isQuiet icon={keyIcon}>
          {t('safe')}
        </Notice>
      </>
    ) : (
      <Skeleton lines={4} />
    )}
  </AppFrame>
)
