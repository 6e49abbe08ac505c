/**
 * The fingers of the test fixture's people: what the register took of them, and what a scanner at a counter
 * reads when they press.
 */
import { fingers, type Finger } from '../formats/minutiae/finger.ts'
import { ageOn, type PartialDate } from '../formats/partial-date.ts'
import { now } from '../server/kernel/clock.ts'
import { dayInVietnam, inForce } from '../server/kernel/policy.ts'
import { askedFingers, fingerprintAge } from '../server/modules/evidence/biometrics/rules.ts'
import { registerTemplates, scan } from '../world/fingers/cast-fingers.ts'

export interface WithHands {
  readonly personalNumber: string
  readonly hands: 'clean' | 'worn'
}

export interface TestPrint {
  readonly finger: Finger
  readonly quality: number
  /** Base64 of a minutiae record, as the scanner of the demo world sends it. */
  readonly template: string
}

const handsOf = ({ personalNumber, hands }: WithHands): Parameters<typeof scan>[0] => ({
  person: `test ${personalNumber}`,
  skin: hands,
})

/**
 * One impression of each finger asked for (all ten may be), fresh with each `press`. Of clean hands each is
 * readable; of worn hands none.
 */
export const printsOf = (
  person: WithHands,
  { press = 1, which = ['right-index', 'left-index'] }: { press?: number; which?: readonly Finger[] } = {},
): TestPrint[] =>
  which.flatMap((finger) => {
    const impression = readable(person, finger, press)
    return impression
      ? [
          {
            finger,
            quality: impression.quality,
            template: Buffer.from(impression.template).toString('base64'),
          },
        ]
      : []
  })

/**
 * Chance gives a clean finger a bad press now and then, and a worn one a good one; a test wants to know
 * which.
 */
const readable = (person: WithHands, finger: Finger, press: number): ReturnType<typeof scan> => {
  const isWanted = (quality: number): boolean => (person.hands === 'clean' ? quality >= 55 : quality < 35)
  for (let k = 0; k < 100; k++) {
    const impression = scan(handsOf(person), finger, press * 100 + k)
    if (impression && isWanted(impression.quality)) {
      return impression
    }
  }
  throw new Error(`no ${person.hands} impression of the ${finger}`)
}

export const isOfFingerprintAge = (birthDate: string): boolean =>
  ageOn(birthDate as PartialDate, dayInVietnam(now())) >= inForce(fingerprintAge, now())

/** The fingers that the rules ask for, of the register's own taking. */
export const registerPrintsOf = (person: WithHands): Uint8Array[] =>
  registerTemplates(
    handsOf(person),
    fingers.filter((finger) => inForce(askedFingers, now()).includes(finger)),
  )
