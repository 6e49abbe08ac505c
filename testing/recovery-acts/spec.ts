/**
 * What a recovery must have behind it, written apart from the product's code and policy: the yardstick of the
 * random sequences. It looks at the
 * acts that were done, never at the machine's state.
 */
type Rung = 'chip' | 'face' | 'relative' | 'voucher'

interface Demand {
  readonly proofs: readonly string[]
  readonly wait_h: number
  readonly prove_h: number
}
export const DEMANDS: Readonly<Record<Rung, Demand>> = {
  chip: { proofs: ['chip', 'code', 'portrait'], wait_h: 6, prove_h: 2 },
  face: { proofs: ['code', 'portrait'], wait_h: 24, prove_h: 2 },
  relative: { proofs: ['code', 'relative'], wait_h: 6, prove_h: 24 },
  voucher: { proofs: ['voucher'], wait_h: 0, prove_h: 2 },
}
/** What lies in one handbag; the card bears her picture, so that beside it a portrait is no second thing. */
const IN_ONE_BAG = ['chip', 'code']
const WAIT_OF_A_BAG_H = 6
export const FINISH_H = 72
const HOUR_MS = 3_600_000

interface Shown {
  readonly proof: string
  readonly at: number
  readonly isGenuine: boolean
  readonly session: string
}

/** One recovery's story, by the acts. Moments in ms. */
export interface Story {
  readonly rung: Rung
  readonly session: string
  /** null: a number without an account. */
  readonly subject: string | null
  readonly begunAt: number
  readonly shown: Shown[]
  /** Left, cancelled, disputed, or finished before. */
  endedAt: number | null
  /** Another recovery of the person showed its first proof. */
  overtakenAt: number | null
}

/** Every demand that a finished recovery breaks; none: it was lawful. */
export const breaches = (
  story: Story,
  finish: { at: number; session: string; isBarred: boolean },
): string[] => {
  const { proofs, wait_h, prove_h } = DEMANDS[story.rung]
  const found: string[] = []
  if (story.subject === null) {
    found.push('nobody was recovered')
  }
  if (finish.session !== story.session) {
    found.push('another browser finished it')
  }
  if (story.shown.some(({ isGenuine }) => !isGenuine)) {
    found.push('a proof was not genuine')
  }
  if (story.shown.some(({ session, proof }) => session !== story.session && proof !== 'relative')) {
    found.push('a proof came from another browser')
  }
  if (story.shown.map(({ proof }) => proof).join() !== proofs.join()) {
    found.push(`proofs were ${story.shown.map(({ proof }) => proof).join() || 'none'}`)
  }
  const withCard = story.shown.some(({ proof }) => proof === 'chip')
  const more = story.shown.filter(
    ({ proof }) => !IN_ONE_BAG.includes(proof) && !(withCard && proof === 'portrait'),
  )
  const last = story.shown.at(-1)?.at ?? story.begunAt
  if (last > story.begunAt + prove_h * HOUR_MS) {
    found.push('a proof came after its time')
  }
  if (finish.at < last + wait_h * HOUR_MS) {
    found.push('the waiting was skipped')
  }
  if (more.length === 0 && finish.at < last + WAIT_OF_A_BAG_H * HOUR_MS) {
    found.push('a handbag was enough')
  }
  if (finish.at > last + (wait_h + FINISH_H) * HOUR_MS) {
    found.push('it was finished after its time')
  }
  if (story.endedAt !== null) {
    found.push('it had ended')
  }
  if (story.overtakenAt !== null) {
    found.push('another recovery counted')
  }
  if (finish.isBarred) {
    found.push('the account was locked past its ground')
  }
  return found
}
