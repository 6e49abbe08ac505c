/**
 * What a drawn portrait of a synthetic person consists of. Nobody real is drawn: every face is parameters.
 * Proportions are factors around
 * 1 or shares from 0 to 1, so that a cast member can be written by hand and a crowd can be drawn from seeds.
 */
export type Sex = 'male' | 'female'

export type HairShape =
  | 'long-side'
  | 'long-middle'
  | 'long-wavy'
  | 'bob'
  | 'bob-fringe'
  | 'ponytail'
  | 'low-bun'
  | 'high-bun'
  | 'pixie'
  | 'turban'
  | 'short-side'
  | 'short-round'
  | 'crew'
  | 'quiff'
  | 'curtain'
  | 'curly'
  | 'receding'
  | 'bald-crown'

export type Glasses = 'none' | 'round' | 'square' | 'browline'
export type Garment = 'v-neck' | 'round-neck' | 'shirt' | 'ao-dai' | 'uniform'
export type FacialHair = 'none' | 'moustache' | 'goatee' | 'beard'
type Nose = 'side' | 'soft' | 'wide'
type Mouth = 'smile' | 'lips' | 'open'

export interface PortraitFeatures {
  readonly sex: Sex
  /** Years. */
  readonly age: number
  readonly skin: string
  readonly background: string
  readonly clothes: { readonly colour: string; readonly garment: Garment }
  readonly hair: {
    readonly shape: HairShape
    readonly colour: string
    /** 0 low to 1 high. */ readonly hairline: number
    /** The part on the other side. */ readonly isMirrored: boolean
  }
  /** Factors around 1; `jaw` from 0 (pointed) to 1 (square). */
  readonly face: { readonly width: number; readonly length: number; readonly jaw: number }
  /** `spread`, `size` and `openness` around 1, `height` from -1 (low) to 1 (high). */
  readonly eyes: {
    readonly spread: number
    readonly size: number
    readonly openness: number
    readonly height: number
    readonly hasLid: boolean
    readonly colour: string
  }
  readonly brows: {
    readonly thickness: number
    readonly arch: number
    readonly tilt: number
    readonly distance: number
    readonly width: number
  }
  readonly nose: { readonly kind: Nose; readonly length: number; readonly width: number }
  readonly mouth: {
    readonly kind: Mouth
    readonly width: number
    readonly curve: number
    readonly height: number
  }
  readonly ears: number
  readonly glasses: Glasses
  readonly facialHair: FacialHair
  readonly hasEarrings: boolean
  readonly hasBlush: boolean
  /** Where a mole sits, as shares of the face's half width and half height, or none. */
  readonly mole: { readonly x: number; readonly y: number } | null
}
