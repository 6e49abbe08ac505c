// Why a filing did not open: in the profile of a child or ward it opens after a consent, as documents do.
import type { Problem } from '../../../../client/problem.ts'
import { ProblemNotice } from '../../../../kit/problem-notice.tsx'
import { WardConsent } from '../../documents/ward-consent.tsx'

export const FilingProblem = ({ problem, onRetry }: { problem: Problem; onRetry: () => void }) =>
  problem.code === 'representation.consent-needed' ? (
    <WardConsent to="services" onConsent={onRetry} />
  ) : (
    <ProblemNotice problem={problem} onRetry={onRetry} />
  )
