/**
 * The fingers of the card as the register keeps them: minutiae records, each sealed under the platform's key
 * and bound to the personal number and the finger.
 */
import { fingers, isFinger, type Finger } from '../../../../formats/minutiae/finger.ts'
import { singleView } from '../../../../formats/minutiae/minutiae-record.ts'
import { now } from '../../../kernel/clock.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { openFingerprint, sealFingerprint } from './private-fields.ts'
import * as store from './store.ts'

export interface RegisterFingerprint {
  readonly finger: Finger
  /** A record of one view (ISO/IEC 19794-2:2005). */
  readonly template: Buffer
}

/** In the order of the hands; empty when the register has none. */
export const registerFingerprintsOf = async (
  read: Reading,
  tools: Pick<Tools, 'sealer'>,
  number: string,
): Promise<RegisterFingerprint[]> => {
  const rows = await store.fingerprintsOf(read, number)
  return rows
    .flatMap(({ finger, template }) =>
      isFinger(finger) ? [{ finger, template: openFingerprint(tools.sealer, number, finger, template) }] : [],
    )
    .sort((a, b) => fingers.indexOf(a.finger) - fingers.indexOf(b.finger))
}

/**
 * Puts these fingers in place of all earlier ones. The caller has judged them; a template that is no record
 * of one finger is a mistake, and so is a finger that comes twice.
 */
export const keepRegisterFingerprints = async (
  work: Work,
  tools: Pick<Tools, 'sealer'>,
  number: string,
  templates: readonly Uint8Array[],
): Promise<void> => {
  const kept = new Map<Finger, Uint8Array>()
  for (const template of templates) {
    const finger = singleView(template)?.view.finger
    if (!finger || kept.has(finger)) {
      throw new Error(
        finger
          ? `two templates of one finger: ${finger}`
          : 'a template that is no minutiae record of one finger',
      )
    }
    kept.set(finger, template)
  }
  await store.forgetFingerprints(work, number)
  await store.keepFingerprints(
    work,
    number,
    [...kept.keys()],
    [...kept].map(([finger, template]) => sealFingerprint(tools.sealer, number, finger, template)),
    now(),
  )
}
