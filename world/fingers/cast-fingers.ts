/**
 * Whose invented fingers lie on the demo world's scanner, and in which state. Lê Thị Mận worked in the fields
 * all her life: her ridges are worn.
 */
import { fingers, type Finger } from '../../formats/minutiae/finger.ts'
import { cast } from '../cast.ts'
import { impressionOf, type Impression, type Skin } from './impression.ts'
import { masterFinger } from './master-finger.ts'

export interface Hands {
  /** The seed of all ten. */
  readonly person: string
  readonly skin: Exclude<Skin, 'careful'>
  /** Fingers that are not there. */
  readonly missing?: readonly Finger[]
  /** Fingers of worn hands that still print. */
  readonly clean?: readonly Finger[]
}

const worn: Readonly<Record<string, Omit<Hands, 'person'>>> = {
  man: { skin: 'worn', missing: ['right-middle', 'left-little'], clean: ['right-thumb'] },
}

/** Null for somebody who is not of the cast. */
export const castHands = (id: string): Hands | null =>
  cast.some((member) => member.id === id)
    ? { person: `cast ${id}`, ...(worn[id] ?? { skin: 'clean' as const }) }
    : null

/**
 * What the scanner reads at a press; the same number of a press is the same impression. Null for a finger
 * that is missing.
 */
export const scan = (hands: Hands, finger: Finger, press: number): Impression | null => {
  if (hands.missing?.includes(finger)) {
    return null
  }
  const skin = hands.clean?.includes(finger) ? 'clean' : hands.skin
  return impressionOf(
    masterFinger(`${hands.person} ${finger}`),
    finger,
    skin,
    `${hands.person} ${finger} ${press}`,
  )
}

/** What the register took when the card was made, years ago and with care. */
export const registerTemplates = (hands: Hands, which: readonly Finger[] = fingers): Uint8Array[] =>
  which
    .filter((finger) => !hands.missing?.includes(finger))
    .map(
      (finger) =>
        impressionOf(
          masterFinger(`${hands.person} ${finger}`),
          finger,
          'careful',
          `${hands.person} ${finger} register`,
        ).template,
    )
