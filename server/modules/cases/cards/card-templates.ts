/**
 * The portrait and the templates of an application's fingers, sealed until its decision: accepted, they
 * become the register's; refused, they are gone.
 */
import type { Finger } from '../../../../formats/minutiae/finger.ts'
import { inForce } from '../../../kernel/policy.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { leastPrintQuality } from '../../evidence/biometrics/rules.ts'
import type { ComparedPrint, TakenPrint } from '../../evidence/capture/prints.ts'
import {
  keepRegisterFingerprints,
  registerFingerprintsOf,
} from '../../registry/population/register-fingerprints.ts'
import { keepRegisterPortrait } from '../../registry/population/register-portrait.ts'
import { attachmentOf, keepAttachment } from '../casework/case-file.ts'
import type { CaseOf } from '../casework/case-row.ts'

type Attachment = 'portrait' | 'prints' | 'chip'
/** What was taken before cards stood among the other cases is attached by the label of its old column. */
export const cardAttachment = (
  read: Reading,
  tools: Pick<Tools, 'sealer'>,
  of: CaseOf,
  name: Attachment,
): Promise<Buffer | null> => attachmentOf(read, tools, of, name, `id_card.${name}`)

/** The best template of each finger, base64, with its quality. */
type Templates = Readonly<Partial<Record<Finger, { readonly template: string; readonly quality: number }>>>

const templatesOf = async (read: Reading, tools: Pick<Tools, 'sealer'>, of: CaseOf): Promise<Templates> => {
  const kept = await cardAttachment(read, tools, of, 'prints')
  return kept ? (JSON.parse(kept.toString('utf8')) as Templates) : {}
}

/** What differs from the register, or cannot be read, is no reference for later. */
const isKeepable = ({ outcome, quality }: TakenPrint, at: Date): boolean =>
  (outcome === 'match' || outcome === 'no-reference') && quality >= inForce(leastPrintQuality, at)

/** Of each finger the best template is kept. */
export const keepTemplates = async (
  work: Work,
  tools: Pick<Tools, 'sealer'>,
  of: CaseOf,
  taken: readonly ComparedPrint[],
  at: Date,
): Promise<void> => {
  const kept: { -readonly [F in keyof Templates]: Templates[F] } = { ...(await templatesOf(work, tools, of)) }
  for (const { print, template } of taken) {
    if (isKeepable(print, at) && print.quality > (kept[print.finger]?.quality ?? 0)) {
      kept[print.finger] = { template, quality: print.quality }
    }
  }
  await keepAttachment(work, tools, of, 'prints', JSON.stringify(kept))
}

/**
 * The new portrait and prints are the identity database's from now on (Law 26/2023 arts. 16, 23). New
 * impressions take the place of the old ones finger by finger; a finger that was not taken stays as it was.
 */
export const keepAsReference = async (
  work: Work,
  tools: Tools,
  of: CaseOf,
  personalNumber: string,
): Promise<void> => {
  const portrait = await cardAttachment(work, tools, of, 'portrait')
  if (portrait) {
    await keepRegisterPortrait(work, tools, personalNumber, portrait)
  }
  const templates = await templatesOf(work, tools, of)
  if (Object.keys(templates).length === 0) {
    return
  }
  const before = await registerFingerprintsOf(work, tools, personalNumber)
  const untouched = before
    .filter(({ finger }) => templates[finger] === undefined)
    .map(({ template }) => template)
  await keepRegisterFingerprints(work, tools, personalNumber, [
    ...untouched,
    ...Object.values(templates).map(({ template }) => Buffer.from(template, 'base64')),
  ])
}
