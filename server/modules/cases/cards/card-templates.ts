/**
 * The templates of an application's fingers, sealed until its decision: accepted, they become the register's;
 * refused, they are gone.
 */
import type { Finger } from '../../../../formats/minutiae/finger.ts'
import { inForce } from '../../../kernel/policy.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Work } from '../../../kernel/work.ts'
import { leastPrintQuality } from '../../evidence/biometrics/rules.ts'
import type { TakenPrint } from '../../evidence/capture/prints.ts'
import {
  keepRegisterFingerprints,
  registerFingerprintsOf,
} from '../../registry/population/register-fingerprints.ts'
import type { CardRow } from './store.ts'

/** The best template of each finger, base64, with its quality. */
export type Templates = Readonly<
  Partial<Record<Finger, { readonly template: string; readonly quality: number }>>
>
const COLUMN = 'id_card.prints'

export const openTemplates = async (tools: Pick<Tools, 'sealer'>, row: CardRow): Promise<Templates> =>
  row.sealed_prints
    ? (JSON.parse(
        (await tools.sealer.open(row.subject_id, COLUMN, row.sealed_prints)).toString('utf8'),
      ) as Templates)
    : {}
export const sealTemplates = (
  tools: Pick<Tools, 'sealer'>,
  subjectId: string,
  templates: Templates,
): Promise<Buffer> => tools.sealer.seal(subjectId, COLUMN, JSON.stringify(templates))

/** What differs from the register, or cannot be read, is no reference for later. */
const isKeepable = ({ outcome, quality }: TakenPrint, at: Date): boolean =>
  (outcome === 'match' || outcome === 'no-reference') && quality >= inForce(leastPrintQuality, at)

export const withTemplates = (
  before: Templates,
  taken: readonly { readonly print: TakenPrint; readonly template: string }[],
  at: Date,
): Templates => {
  const kept: { -readonly [F in keyof Templates]: Templates[F] } = { ...before }
  for (const { print, template } of taken) {
    if (isKeepable(print, at) && print.quality > (kept[print.finger]?.quality ?? 0)) {
      kept[print.finger] = { template, quality: print.quality }
    }
  }
  return kept
}

/**
 * New impressions take the place of the old ones finger by finger; a finger that was not taken stays as it
 * was.
 */
export const keepAsReference = async (
  work: Work,
  tools: Tools,
  number: string,
  templates: Templates,
): Promise<void> => {
  if (Object.keys(templates).length === 0) {
    return
  }
  const before = await registerFingerprintsOf(work, tools, number)
  const untouched = before
    .filter(({ finger }) => templates[finger] === undefined)
    .map(({ template }) => template)
  await keepRegisterFingerprints(work, tools, number, [
    ...untouched,
    ...Object.values(templates).map(({ template }) => Buffer.from(template, 'base64')),
  ])
}
