/**
 * Who may set and who may lift each ground of a lock, and every window of locking. Law 26/2023/QH15 art. 34;
 * Decree 69/2024/ND-CP art. 15.
 */
import { definePolicy } from '../../../kernel/policy.ts'

/** By which right somebody locks or unlocks. */
export type Authority =
  /**
   * The holder in her app; by a code that the phone's thief does not have; by her trusted relative; through
   * the hotline; in person before an officer.
   */
  | 'holder'
  | 'holder-code'
  | 'relative'
  | 'hotline'
  | 'officer'
  /** In person before an officer, and a second person has looked. */
  | 'officer-second'
  /** A recovery that has proven her anew (`authentication/recovery`). */
  | 'recovery'
  /** What the register says by itself. */
  | 'register'
  /** A competent body's TK03, decided by the head of the identity authority. */
  | 'body'
  /** The identity authority itself. */
  | 'authority'

/**
 * Who locked it has been seen, or has answered the hotline's questions: that ends what a counter gave, which
 * another one may have got in her name. Whoever only holds the handset or its SIM does not.
 */
export const isSeenBy = (by: Authority): boolean => by === 'officer' || by === 'hotline'

export type Ground =
  | 'holder-request'
  | 'agreement-breach'
  | 'card-revoked'
  | 'card-held'
  | 'card-lost'
  | 'card-expired'
  | 'death'
  | 'body-request'
  | 'passport-expired'
  | 'residence-expired'

export interface GroundRule {
  /** Whom the law means. */
  readonly subjects: readonly ('citizen' | 'foreigner')[]
  readonly setBy: readonly Authority[]
  readonly liftedBy: readonly Authority[]
  readonly source: string
}

const L34 = 'Law 26/2023/QH15 art. 34'
const D15 = 'Decree 69/2024/ND-CP art. 15'
const everybody = ['citizen', 'foreigner'] as const
const byRegister = { setBy: ['register'], liftedBy: ['register'] } as const satisfies Partial<GroundRule>

export const groundRules = definePolicy<Readonly<Record<Ground, GroundRule>>>('locks.grounds', [
  {
    from: '2022-10-20',
    source: `${L34}; ${D15}. Who may lift the holder's own request beside a counter is operator policy: unlocking is the strong step`,
    value: {
      'holder-request': {
        subjects: everybody,
        setBy: ['holder', 'holder-code', 'relative', 'hotline', 'officer'],
        liftedBy: ['officer-second', 'recovery'],
        source: `${L34}(1)(a), (2)(a); ${D15}`,
      },
      'agreement-breach': {
        subjects: everybody,
        setBy: ['authority'],
        liftedBy: ['authority'],
        source: `${L34}(1)(b), (2)(b)`,
      },
      'card-revoked': {
        subjects: ['citizen'],
        ...byRegister,
        source: `${L34}(1)(c); ${D15}: unlocked by itself with the card`,
      },
      'card-held': { subjects: ['citizen'], ...byRegister, source: `${L34}(1)(c), (2)(c)` },
      'card-lost': {
        subjects: ['citizen'],
        ...byRegister,
        source: `${D15}: the card may not be used; operator policy names loss beside it`,
      },
      'card-expired': {
        subjects: ['citizen'],
        ...byRegister,
        source: `${D15}: card expired, unlocked by itself when renewed`,
      },
      death: {
        subjects: everybody,
        ...byRegister,
        source: `${L34}(1)(d); ${D15}. Only a corrected register ends it`,
      },
      'body-request': {
        subjects: everybody,
        setBy: ['body'],
        liftedBy: ['body'],
        source: `${L34}(1)(đ), (2)(d); ${D15}: the same body asks`,
      },
      'passport-expired': {
        subjects: ['foreigner'],
        ...byRegister,
        source: `${D15}: passport or travel document expired`,
      },
      'residence-expired': {
        subjects: ['foreigner'],
        ...byRegister,
        source: `${D15}: term of residence ended`,
      },
    },
  },
])

/**
 * Questions of the identity script that must have been answered rightly before an officer locks or asks to
 * unlock.
 */
export const scriptAnswersLeast = definePolicy('locks.script_answers_least', [
  { from: '2022-10-20', value: 3, source: 'operator policy: three of the script' },
])

/** Tries at the public page by one network: sending codes and lock codes on paper each for themselves. */
export const publicLockBudget = definePolicy('locks.public_budget', [
  {
    from: '2022-10-20',
    value: { perNetworkPerHour: 20 },
    source: 'operator policy: of the asker alone, against lock-outs at scale (security bar S9)',
  },
])

/** The first lock code is handed over without the passcode for this long after activation. */
export const firstLockCode_s = definePolicy('locks.first_code_s', [
  { from: '2022-10-20', value: 3600, source: 'operator policy: at activation' },
])

/** How often the register is asked about a holder's card and life, if nothing told us earlier. */
export const lookEvery_s = definePolicy('locks.look_every_s', [
  { from: '2022-10-20', value: 86_400, source: 'operator policy: daily' },
])
