/**
 * The official papers of a dossier, each from what stands in it. A result is written once and kept, with a
 * token of its own by which anybody who holds it can ask whether it still holds; the others are written when
 * they are opened.
 */
import type { Procedure } from '../../../../contract/procedure.ts'
import { maskPersonalNumber, type PersonalNumber } from '../../../../formats/personal-number.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading } from '../../../kernel/work.ts'
import { officeName } from '../../registry/organisations/office-name.ts'
import { findUnit } from '../../registry/territory/find-unit.ts'
import type { DossierPaper as PaperBase } from '../papers/dossiers/dossier-paper.ts'
import type { Dossier } from './dossier-facts.ts'
import type { DossierRow } from './dossier-case.ts'
import type { Happened } from './timeline.ts'
import type { DossierPaper } from './papers-of-dossier.ts'

export interface OfDossier {
  readonly row: DossierRow
  readonly dossier: Dossier
  readonly one: Procedure
  readonly history: readonly Happened[]
}

const lastOf = (history: readonly Happened[], ...what: readonly string[]): string | undefined =>
  history.findLast((happened) => what.includes(happened.what))?.at

/** What each of its papers says of itself. `issuedAt`: when what it tells happened. */
export const baseOf = async (
  read: Reading,
  tools: Pick<Tools, 'publicUrl' | 'isWorldOn'>,
  { row, dossier, one }: OfDossier,
  issuedAt: Date,
): Promise<PaperBase> => {
  const name = await officeName(read, row.office_id)
  const unit = dossier.content.unit === null ? null : await findUnit(read, dossier.content.unit)
  return {
    isTrial: tools.isWorldOn,
    office: { name, place: unit?.name ?? name },
    number: row.reference,
    issuedAt,
    signer: { title: name },
    link: `${tools.publicUrl}/app/dossiers/${row.reference}`,
    hasSeal: false,
    dossierCode: row.reference,
    procedure: one.title.vi,
    applicant: {
      fullName: dossier.content.name ?? '',
      personalNumber: maskPersonalNumber(dossier.content.personalNumber as PersonalNumber),
    },
  }
}

const dong = (amount_vnd: number): string => `${amount_vnd.toLocaleString('vi-VN')} đồng`
const feeOf = ({ content }: Dossier): { fee?: string } => {
  const sum = content.fees.reduce((all, { amount_vnd }) => all + amount_vnd, 0)
  const paid = content.receipt ? ` (đã nộp, biên lai ${content.receipt.number})` : ' (chưa nộp)'
  return sum === 0 ? {} : { fee: `${dong(sum)}${paid}` }
}
const limitText = ({ facts: { clock } }: Dossier): string =>
  !clock
    ? ''
    : 'days' in clock.limit
      ? `${clock.limit.days} ngày làm việc`
      : `${clock.limit.hours} giờ làm việc`

type Writing = (base: PaperBase, of: OfDossier) => Promise<Buffer>

const receipt: Writing = async (base, { row, dossier }) => {
  const { writeReceipt } = await import('../papers/dossiers/receipt.ts')
  const { content, facts } = dossier
  return writeReceipt({
    ...base,
    received: [
      { name: 'Tờ khai điện tử', by: 'typed' },
      ...content.papers.map(({ words, replacedBy }) => ({
        name: words.vi,
        by: replacedBy ? ('register' as const) : ('upload' as const),
      })),
    ],
    receivedAt: facts.clock ? new Date(facts.clock.from) : row.opened_at,
    limit: limitText(dossier),
    article: content.limitLaw.vi,
    dueAt: row.due_at ?? row.opened_at,
    returns: 'Trong ứng dụng; bản điện tử có giá trị như bản giấy',
    ...feeOf(dossier),
  })
}

const supplement: Writing = async (base, { row, dossier, one }) => {
  const { writeSupplementRequest } = await import('../papers/dossiers/supplement-request.ts')
  const { content, facts } = dossier
  const [first, ...others] = (content.supplement?.items ?? []).map(({ what, answer }) => ({
    name: what,
    why: 'Chưa có trong hồ sơ và trong các cơ sở dữ liệu',
    article: one.law.vi,
    how: answer === 'picture' ? 'Chụp ảnh và gửi trong ứng dụng' : 'Trả lời trong ứng dụng',
  }))
  if (!first) {
    throw problem('services.no-such-paper')
  }
  const until = new Date(facts.answerBy ?? row.changed_at)
  return writeSupplementRequest({ ...base, missing: [first, ...others], until })
}

const refusal: Writing = async (base, { dossier, one }) => {
  const { writeRefusal } = await import('../papers/dossiers/refusal.ts')
  const { proposal } = dossier.content
  const found = one.refusals.find(({ id }) => id === proposal?.refusal)
  if (!found || !proposal) {
    throw problem('services.no-such-paper')
  }
  const reason = { says: found.words.vi, article: found.law.vi }
  return writeRefusal({ ...base, reasons: [reason], complainTo: base.office.name, advice: proposal.note })
}

const apology: Writing = async (base, { dossier: { facts, content } }) => {
  const { writeApology } = await import('../papers/dossiers/apology.ts')
  if (!facts.apology) {
    throw problem('services.no-such-paper')
  }
  return writeApology({
    ...base,
    why: content.apologyReason ?? '',
    dueWas: new Date(facts.apology.wasDueAt),
    dueNow: new Date(facts.apology.newDueAt),
    answersForIt: { name: content.apologyBy ?? base.office.name },
  })
}

const withdrawal: Writing = async (base, { row, dossier }) => {
  const { writeWithdrawalReceipt } = await import('../papers/dossiers/withdrawal-receipt.ts')
  return writeWithdrawalReceipt({
    ...base,
    filedAt: row.opened_at,
    withdrawnAt: row.decided_at ?? row.changed_at,
    returned: [],
    ...feeOf(dossier),
  })
}

const writers: Readonly<Record<DossierPaper, Writing>> = { receipt, supplement, refusal, apology, withdrawal }
const toldBy: Readonly<Record<DossierPaper, readonly string[]>> = {
  receipt: ['received'],
  supplement: ['supplement-asked'],
  refusal: ['rejected', 'not-received'],
  apology: ['apologised'],
  withdrawal: ['withdrawn'],
}

/** Throws `services.no-such-paper` where the dossier has none of this kind. */
export const writeDossierPaper = async (
  read: Reading,
  tools: Tools,
  kind: DossierPaper,
  of: OfDossier,
): Promise<Buffer> => {
  const at = lastOf(of.history, ...toldBy[kind])
  if (!at) {
    throw problem('services.no-such-paper')
  }
  return writers[kind](await baseOf(read, tools, of, new Date(at)), of)
}
