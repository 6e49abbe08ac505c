/**
 * What of a case rests on captures that no registered device signed. Whoever sent them may have been anybody
 * with an officer's session, anywhere: another person looks. What an older Sen stored says nothing of it, and
 * was not signed. Pure.
 */
import type { CaptureStep } from '../../../../formats/capture-seal.ts'
import type { ReadChip } from './chip.ts'
import { pagesOf, type NotedPaper } from './paper.ts'
import type { PortraitTry } from './portrait.ts'
import type { TakenPrint } from './prints.ts'

interface WithCaptures {
  readonly portraits?: readonly PortraitTry[]
  readonly prints?: readonly TakenPrint[]
  readonly chip?: ReadChip | null
  readonly papers?: readonly NotedPaper[]
}
type Try = { readonly outcome: string; readonly isUnsigned?: boolean }

const restsOnUnsigned = (tries: readonly Try[]): boolean => {
  const matches = tries.filter(({ outcome }) => outcome === 'match')
  return matches.length > 0 && matches.every(({ isUnsigned }) => isUnsigned !== false)
}

/** What did not match is for other eyes, or refused, whoever took it. */
export const unsignedOf = ({
  portraits = [],
  prints = [],
  chip = null,
  papers = [],
}: WithCaptures): CaptureStep[] => {
  const fingers = [...new Set(prints.map(({ finger }) => finger))]
  const rests: Readonly<Record<CaptureStep, boolean>> = {
    chip: chip?.verdict === 'genuine' && chip.isUnsigned !== false,
    portrait: restsOnUnsigned(portraits),
    paper: pagesOf(papers).some(({ isUnsigned }) => isUnsigned),
    prints: fingers.some((finger) => restsOnUnsigned(prints.filter((one) => one.finger === finger))),
  }
  return (['chip', 'portrait', 'prints', 'paper'] as const).filter((step) => rests[step])
}
