/**
 * What a way to a phone of one's own account rests on. Whoever holds her handbag has her phone with its SIM
 * and her card: however many of these a way asks for, they are one thing, had by one thief. The law of the
 * house: no way rests on possession alone, unless it waits while every channel of hers is told and she may
 * object.
 */
export type Factor =
  /** Whoever holds it can show it: the SIM's codes, the card's chip, a device's key. */
  | 'has'
  | 'knows'
  | 'is'
  /** Somebody else has seen or heard her: a relative in her own app, an officer at a counter. */
  | 'vouched'

export interface WayHome {
  /** One for each proof. */
  readonly factors: readonly Factor[]
  /** The card bears her picture: beside it a portrait that was taken unseen is no second thing. */
  readonly hasHerPicture: boolean
  /** Between the last proof and the new phone. */
  readonly wait_s: number
  /** Every channel is told when the waiting begins, with a code that ends it. */
  readonly mayObject: boolean
  /** The account was never used, so that no phone of hers can be taken from her. */
  readonly isFirst: boolean
}

/** Shorter, a notice is not read in time. */
export const LEAST_WAIT_S = 6 * 3600

const isMore = ({ hasHerPicture }: WayHome, factor: Factor): boolean =>
  factor === 'knows' || factor === 'vouched' || (factor === 'is' && !hasHerPicture)

export const isSoundWay = (way: WayHome): boolean =>
  way.isFirst ||
  way.factors.some((factor) => isMore(way, factor)) ||
  (way.factors.length > 0 && way.mayObject && way.wait_s >= LEAST_WAIT_S)
