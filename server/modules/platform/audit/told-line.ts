/**
 * What of a stored line its person may be given whole. The words of her log name nobody by an inner number;
 * the line itself does. Where that is another person, or the line keeps a remark of ours, only its place is
 * proven. Pure.
 */
import { readActor } from '../../../kernel/actor.ts'
import type { StoredLine } from '../../../kernel/audit-store.ts'

/** What her log says in words, or what she did herself. Whatever is not named here is withheld. */
const OPEN_DETAILS: ReadonlySet<string> = new Set([
  'office',
  'role',
  'officerNumber',
  'client',
  'reference',
  'by',
  'way',
  'rung',
  'acr',
  'factors',
  'parties',
  'ended',
  'lines',
  'sharedFor',
  'sharedVi',
  'sharedEn',
  'request',
])

/** `asking`: the subjects of whoever asks: her own, and that of the ward whose profile is open. */
export const isTold = (line: StoredLine, asking: readonly string[]): boolean =>
  isActorTold(line.actor, asking) &&
  Object.keys(line.detail).every((key) => OPEN_DETAILS.has(key)) &&
  !hasTypedReference(line)

/**
 * What an officer typed when she looked somebody up may be the number of an order, or of somebody else's
 * case.
 */
const hasTypedReference = ({ purpose, detail }: StoredLine): boolean =>
  /^(?:stay-)?search-/.test(purpose) && !!detail['reference']

/**
 * An officer is named to her by office and number already. Who applies or recovers in her name may be
 * somebody else, and a screen is named by an officer's session.
 */
const isActorTold = (reference: string, asking: readonly string[]): boolean => {
  const by = readActor(reference)
  switch (by.kind) {
    case 'citizen':
      return asking.includes(by.id)
    case 'officer':
    // A place is named to her already.
    case 'facility':
    case 'system':
    case 'anonymous':
      return true
    case 'applicant':
    case 'recovering':
    case 'screen':
    case 'unknown':
      return false
  }
}
