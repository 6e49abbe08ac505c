// Her yes: once more what goes to whom, then the passcode. The answer is made once for a choice, so that a
// press after a lost answer sends the same and is done once.
import { useRef } from 'preact/hooks'
import type { AgreeToShare } from '../../../../contract/sharing.ts'
import type { PresentationRequest } from '../../../../formats/openid4vp/read-request.ts'
import { asProblem } from '../../../client/problem.ts'
import { usePress } from '../../../client/press.ts'
import { now } from '../../../ui/clock.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { navigate } from '../../../ui/router.tsx'
import { OwnPasscode } from '../shell/own-passcode.tsx'
import { ownDeed } from '../shell/session.ts'
import { keepCredentialsFresh } from '../vault/credentials.ts'
import { sharedOf, showingOf, type Asked } from './asked.ts'
import { givenText, type Choice, type Consent } from './consent.tsx'
import { makeAnswer } from './make-answer.ts'

const t = phrases({
  title: { vi: 'Xác nhận chia sẻ', en: 'Confirm sharing' },
  gets: { vi: '{party} nhận:', en: '{party} gets:' },
  passcode: { vi: 'Nhập mã PIN để chia sẻ', en: 'Enter the passcode to share' },
})

/** Parties take an answer for some minutes after it was signed. */
const STALE_ms = 120_000

interface Made {
  readonly key: string
  readonly at_ms: number
  readonly response: string
}

const useAnswer = (request: PresentationRequest<string>, asked: Asked) => {
  const made = useRef<Made | null>(null)
  return async (chosen: ReadonlySet<string>): Promise<string> => {
    const key = [...chosen].toSorted().join('\n')
    if (made.current?.key === key && now() - made.current.at_ms < STALE_ms) {
      return made.current.response
    }
    const showing = showingOf(asked, chosen)
    if (showing === null) {
      throw new Error('a choice that the party does not take')
    }
    const response = await makeAnswer(request, showing)
    made.current = { key, at_ms: now(), response }
    return response
  }
}

export const SharePasscode = ({
  told,
  asked,
  types,
  request,
  choice: { chosen, given },
  isOpen,
  onClose,
  onSettled,
}: Consent & {
  request: PresentationRequest<string>
  choice: Choice
  isOpen: boolean
  onClose: () => void
  /** It was answered meanwhile, or has lapsed: how it stands is read anew. */
  onSettled: () => void
}) => {
  const sharing = usePress()
  const answer = useAnswer(request, asked)
  const agree = async (passcode: string): Promise<void> => {
    const response = await answer(chosen)
    try {
      const { receiptId } = await ownDeed<typeof AgreeToShare>('sharing.agree', {
        id: told.id,
        passcode,
        answer: { response },
        shared: sharedOf(given),
      })
      // What was used up is fetched anew beside it.
      void keepCredentialsFresh().catch(() => undefined)
      navigate(`/share/receipt/${receiptId}`, { replace: true })
    } catch (error) {
      const { code } = asProblem(error)
      if (code === 'sharing.answered' || code === 'sharing.expired' || code === 'sharing.no-such-request') {
        onSettled()
      }
      throw error
    }
  }
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('title')}>
      <p class="share-gets">
        {t('gets', { party: inLanguage(told.party.name) })} <b>{givenText(given, types)}</b>
      </p>
      <OwnPasscode
        label={t('passcode')}
        proving={sharing}
        onPasscode={(passcode) => sharing.press(() => agree(passcode))}
        onRetry={() => sharing.clear()}
      />
    </Dialog>
  )
}
