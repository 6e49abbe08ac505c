// The passcode of this phone, for one deed: a wrong one is told at the pad, any other refusal above it.
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Press } from '../../../client/press.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { PasscodePad } from '../../../ui/passcode-pad.tsx'

/** `onRetry` and `action` as in `<ProblemNotice>`. */
export const OwnPasscode = ({
  label,
  proving,
  onPasscode,
  onRetry,
  action,
}: {
  label: string
  proving: Press
  onPasscode: (passcode: string) => Promise<unknown>
  onRetry?: () => void
  action?: ComponentChildren
}) => {
  const [digits, setDigits] = useState('')
  const { problem } = proving
  const isWrong = problem?.code === 'passcode.wrong'
  return (
    <>
      {problem && !isWrong && (
        <ProblemNotice key={proving.refusals} problem={problem} onRetry={onRetry} action={action} />
      )}
      <PasscodePad
        label={label}
        value={digits}
        onValue={setDigits}
        isBusy={proving.isBusy}
        error={isWrong ? problem.detail : undefined}
        onComplete={(passcode) => void onPasscode(passcode).then(() => setDigits(''))}
      />
    </>
  )
}
