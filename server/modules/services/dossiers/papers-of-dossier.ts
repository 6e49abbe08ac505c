/** Which official papers a dossier has by now, as its holder finds them. Pure. */
import type { Procedure, ProcedureWords } from '../../../../contract/procedure.ts'
import type { Dossier } from './dossier-facts.ts'
import type { Happened } from './timeline.ts'

/** Written when somebody opens them, from what stands in the dossier; a result is written once and kept. */
export const dossierPapers = ['receipt', 'supplement', 'refusal', 'apology', 'withdrawal'] as const
export type DossierPaper = (typeof dossierPapers)[number]

export interface PaperListed {
  readonly kind: string
  readonly words: ProcedureWords
  readonly at: string
  /** Handed out as a result, and checked by others. */
  readonly isIssued: boolean
}
const words: Readonly<Record<DossierPaper, ProcedureWords>> = {
  receipt: { vi: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', en: 'Receipt with the day of the result' },
  supplement: { vi: 'Phiếu yêu cầu bổ sung', en: 'Request for what was missing' },
  refusal: { vi: 'Văn bản từ chối', en: 'Refusal in writing' },
  apology: { vi: 'Thư xin lỗi và hẹn lại ngày trả', en: 'Apology with the new day' },
  withdrawal: { vi: 'Giấy xác nhận rút hồ sơ', en: 'Confirmation that it was taken back' },
}
const writtenWith: Readonly<Record<DossierPaper, readonly string[]>> = {
  receipt: ['received'],
  supplement: ['supplement-asked'],
  refusal: ['rejected', 'not-received'],
  apology: ['apologised'],
  withdrawal: ['withdrawn'],
}

/** The newest last. */
export const papersOf = (
  { content, state }: Dossier,
  history: readonly Happened[],
  { result }: Procedure,
): PaperListed[] => {
  const written = dossierPapers.flatMap((kind): PaperListed[] => {
    const at = history.findLast(({ what }) => writtenWith[kind].includes(what))?.at
    const isRefused = kind !== 'refusal' || (content.proposal !== null && state !== 'received')
    return at && isRefused ? [{ kind, words: words[kind], at, isIssued: false }] : []
  })
  return [
    ...written,
    ...content.results.map(({ kind, at }) => ({ kind, words: result.words, at, isIssued: true })),
  ]
}
