// In the profile of a child or ward, documents are shown for a few minutes after a consent by passcode.
import { useState } from 'preact/hooks'
import type { ConsentForWard } from '../../../../contract/representation.ts'
import { usePress } from '../../../client/press.ts'
import { useStep } from '../../../ui/attention.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { eye, key } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { OwnPasscode } from '../shell/own-passcode.tsx'
import { ownDeed, useSession } from '../shell/session.ts'
import { consentGivenUntil } from './use-documents.ts'

const t = phrases({
  title: { vi: 'Giấy tờ của {name} đang cất', en: 'The documents of {name} are put away' },
  why: {
    vi: 'Giấy tờ chỉ hiện khi bạn đồng ý, trong vài phút. Việc này ghi vào nhật ký của {name}; người đại diện khác cũng thấy.',
    en: 'They show only with your consent, for a few minutes. It is noted in the log of {name}; another representative sees it too.',
  },
  go: { vi: 'Mở giấy tờ của {name}', en: 'Open the documents of {name}' },
  enter: { vi: 'Nhập mã PIN của bạn', en: 'Enter your passcode' },
  servicesTitle: { vi: 'Nộp hồ sơ thay {name}', en: 'Filing for {name}' },
  servicesWhy: {
    vi: 'Dữ liệu của {name} chỉ mở khi bạn đồng ý, trong vài phút. Việc này ghi vào nhật ký của {name}; người đại diện khác cũng thấy.',
    en: 'What the State knows of {name} opens only with your consent, for a few minutes. It is noted in the log of {name}; another representative sees it too.',
  },
  servicesGo: { vi: 'Mở để nộp cho {name}', en: 'Open it to file for {name}' },
  answerTitle: { vi: 'Đồng ý thay {name}', en: 'Agreeing for {name}' },
  answerWhy: {
    vi: 'Đồng ý thay {name} cần mã PIN của bạn. Chưa có gì được gửi. Việc này ghi vào nhật ký của {name}; người đại diện khác cũng thấy.',
    en: 'To agree for {name} takes your passcode. Nothing was sent yet. It is noted in the log of {name}; another representative sees it too.',
  },
  answerGo: { vi: 'Đồng ý thay {name}', en: 'Agree for {name}' },
})
const wordsFor = {
  documents: { use: 'documents', title: 'title', why: 'why', go: 'go' },
  services: { use: 'services', title: 'servicesTitle', why: 'servicesWhy', go: 'servicesGo' },
  answer: { use: 'services', title: 'answerTitle', why: 'answerWhy', go: 'answerGo' },
} as const

/** `onConsent` is told until when it stands. */
export const WardConsent = ({
  to = 'documents',
  onConsent,
}: {
  to?: keyof typeof wordsFor
  onConsent: (until: string) => void
}) => {
  const { use, ...says } = wordsFor[to]
  const { me } = useSession()
  const [isAsked, ask] = useState(false)
  useStep(isAsked ? 'passcode' : null)
  const consenting = usePress()
  const name = me?.fullName ?? ''
  const close = () => {
    ask(false)
    consenting.clear()
  }
  const send = async (passcode: string) => {
    const wish = { use, passcode } as const
    let until = ''
    const isDone = await consenting.press(async () => {
      until = (await ownDeed<typeof ConsentForWard>('representation.consent', wish)).until
    })
    if (isDone) {
      if (use === 'documents') {
        consentGivenUntil(until)
      }
      close()
      onConsent(until)
    }
  }
  return (
    <div data-step>
      <Card title={t(says.title, { name })} icon={eye}>
        <p class="quiet">{t(says.why, { name })}</p>
        <Button kind="primary" isWide icon={key} onPress={() => ask(true)}>
          {t(says.go, { name })}
        </Button>
        <Dialog isOpen={isAsked} onClose={close} title={t(says.go, { name })}>
          {isAsked && <OwnPasscode label={t('enter')} proving={consenting} onPasscode={send} />}
        </Dialog>
      </Card>
    </div>
  )
}
