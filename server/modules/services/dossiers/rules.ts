/** Policies of dossiers. */
import { definePolicy } from '../../../kernel/policy.ts'

/** Working days that somebody has to say whether she agrees; the dossier's own clock has not begun. */
export const consentDays = definePolicy('working days to agree to a dossier', [
  {
    from: '2024-07-01',
    value: 5,
    source:
      'Decree 63/2024/ND-CP: relatives confirm in the app within five working days, which are not counted',
  },
])
/** Between two reminders to the same person, in seconds. */
export const reminder_s = definePolicy('seconds between reminders to agree', [
  { from: '2026-01-01', value: 20 * 3600, source: 'Sen: once a day, whenever she presses on the next one' },
])
/** Dossiers that one person may file in a day. */
export const filedPerDay = definePolicy('dossiers filed per person and day', [
  {
    from: '2026-01-01',
    value: 20,
    source: 'Sen: more than any household needs; keeps a broken phone from filing on',
  },
])
/** Papers of dossiers that one person may open in an hour; most are written at that moment. */
export const papersPerHour = definePolicy('papers of dossiers opened per person and hour', [
  { from: '2026-01-01', value: 60, source: 'Sen: a page costs some time of a processor' },
])
/** Checks of one paper in a day, by whomever. */
export const checksOfPaperPerDay = definePolicy('checks of one paper per day', [
  {
    from: '2026-01-01',
    value: 40,
    source: 'Sen: one paper goes to few who ask for it; nobody watches by it whether its person has moved',
  },
])
/** Days in which a refusal may be objected to. */
export const objectionDays = definePolicy('days to object to a refusal', [
  {
    from: '2012-07-01',
    value: 90,
    source: 'Law on Complaints 02/2011/QH13 art. 9: 90 days from the decision',
  },
])
/** Months for which ratings stand. */
export const ratingDays = definePolicy('days for which ratings are kept', [
  { from: '2026-01-01', value: 1100, source: 'Sen: three years of an office side by side' },
])
/**
 * When the register of judgments is asked again: while it is silent, while we may ask no more just now, after
 * a worker that took the question has ended, and where an answer has become old before anybody has decided.
 */
export const registerLooks = definePolicy('dossiers.register_looks', [
  {
    from: '2026-01-01',
    value: { silent_s: [15, 30, 60, 300, 900], full_s: 5, lease_s: 60, fresh_s: 3 * 86_400 },
    source: 'operator policy: the system asks again, neither she nor the officer ever has to',
  },
])
/** Days for which a criminal record certificate proves what it says; null: no day is set. */
export const certificateDays = definePolicy<number | null>('days for which a certificate holds', [
  {
    from: '2010-07-01',
    value: null,
    source:
      'Law on Judicial Records 28/2009/QH12 sets no term: whoever may ask for one is told by its own law how recent it must be',
  },
])
