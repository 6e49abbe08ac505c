/**
 * Flat portraits of people who do not exist, drawn from parameters or from a seed. They stand where a
 * photograph stands in the product; the reference matcher
 * (server/modules/evidence/biometrics/face/reference-matcher.ts) is made for them and for nothing else.
 */
import sharp from 'sharp'
import { drawClothes } from './draw-clothes.ts'
import { drawEarrings, drawFace, drawHead, drawNeck } from './draw-face.ts'
import { drawHairBefore, drawHairBehind } from './draw-hair.ts'
import { planFace, SHEET } from './face-plan.ts'
import type { FacialHair, Garment, Glasses, HairShape, PortraitFeatures, Sex } from './portrait-features.ts'
import { seededChoice, type SeededChoice } from './seeded-choice.ts'

const SKINS = ['#f7dcc4', '#f3cfae', '#eec39b', '#e4b387', '#d7a173', '#c68d5f', '#ab7449'] as const
const BACKGROUNDS = [
  '#d2ebe3',
  '#e8e1f2',
  '#dfe6f6',
  '#e3efdd',
  '#dbe8ef',
  '#f3e3ea',
  '#e7ebee',
  '#d6eef2',
] as const
const CLOTHES = [
  '#0f6f64',
  '#6b4a94',
  '#27408f',
  '#8b1a2e',
  '#3c6e4a',
  '#2f5d84',
  '#a33f62',
  '#45515e',
  '#5a7a1f',
  '#22303c',
  '#1c7f95',
] as const
const BLACKS = ['#1d1a1b', '#231c1a', '#2c2320', '#3a2a22'] as const
const BROWNS = ['#4a3122', '#5f3d27', '#7a4b28'] as const
const GREYS = ['#8f8b88', '#a5a19d', '#bab6b1', '#cfccc8', '#dedbd6'] as const
const EYES = ['#2a211e', '#33261f', '#3b2a1e'] as const

const hairShape = (choice: SeededChoice, sex: Sex, age: number): HairShape => {
  const shapes: readonly HairShape[] =
    sex === 'female'
      ? age >= 60
        ? ['high-bun', 'low-bun', 'turban', 'pixie', 'bob']
        : age < 14
          ? ['bob-fringe', 'bob', 'ponytail', 'long-side', 'long-middle']
          : [
              'long-side',
              'long-middle',
              'long-wavy',
              'bob',
              'bob-fringe',
              'ponytail',
              'low-bun',
              'high-bun',
              'pixie',
            ]
      : age >= 60
        ? ['receding', 'bald-crown', 'short-side', 'crew', 'receding']
        : age < 14
          ? ['short-round', 'crew', 'short-side', 'curtain']
          : age >= 42
            ? ['short-side', 'short-round', 'crew', 'receding', 'quiff']
            : ['short-side', 'short-round', 'crew', 'quiff', 'curtain', 'curly']
  return choice.oneOf('hair', shapes)
}

const hairColour = (choice: SeededChoice, age: number): string => {
  if (age >= 60) {
    return choice.oneOf('hair colour', GREYS)
  }
  if (age >= 50 && choice.isChosen('greying', 0.5)) {
    return '#5c5754'
  }
  return choice.isChosen('brown', age < 40 ? 0.22 : 0.08)
    ? choice.oneOf('hair colour', BROWNS)
    : choice.oneOf('hair colour', BLACKS)
}

const facialHair = (choice: SeededChoice, sex: Sex, age: number): FacialHair => {
  if (sex === 'female' || age < 22 || !choice.isChosen('facial hair', age >= 60 ? 0.45 : 0.2)) {
    return 'none'
  }
  return choice.oneOf<FacialHair>(
    'facial hair kind',
    age >= 60 ? ['moustache', 'goatee', 'beard'] : ['moustache', 'goatee'],
  )
}

const garment = (choice: SeededChoice, sex: Sex): Garment =>
  choice.oneOf<Garment>(
    'garment',
    sex === 'female'
      ? ['v-neck', 'round-neck', 'ao-dai', 'shirt']
      : ['shirt', 'v-neck', 'round-neck', 'shirt'],
  )

const proportions = (
  choice: SeededChoice,
  sex: Sex,
  age: number,
): Pick<PortraitFeatures, 'face' | 'eyes' | 'brows' | 'nose' | 'mouth' | 'ears'> => {
  const { between } = choice
  const isChild = age < 14
  return {
    face: {
      width: between('face width', 0.9, 1.09),
      length: between('face length', 0.93, 1.05),
      jaw: isChild
        ? between('jaw', 0.5, 0.75)
        : sex === 'female'
          ? between('jaw', 0.05, 0.75)
          : between('jaw', 0.25, 1),
    },
    eyes: {
      spread: between('eye spread', 0.88, 1.14),
      size: between('eye size', 0.8, 1.12) * (isChild ? 1.15 : 1),
      openness: between('eye openness', 0.66, 1.1),
      height: between('eye height', -1, 1),
      hasLid: choice.isChosen('lid', sex === 'female' ? 0.7 : 0.25),
      colour: choice.oneOf('eye colour', EYES),
    },
    brows: {
      thickness: (sex === 'female' ? 0.85 : 1.15) * between('brow thickness', 0.75, 1.4),
      arch: between('brow arch', 0.3, 1.7),
      tilt: between('brow tilt', -1, 1),
      distance: between('brow distance', 0.9, 1.22),
      width: between('brow width', 0.82, 1.18),
    },
    nose: {
      kind: choice.oneOf('nose', ['side', 'soft', 'wide'] as const),
      length: between('nose length', 0.9, 1.18),
      width: between('nose width', 0.75, 1.35),
    },
    mouth: {
      kind: choice.isChosen('open mouth', isChild ? 0.35 : 0.12)
        ? 'open'
        : choice.isChosen('lips', sex === 'female' ? 0.6 : 0.2)
          ? 'lips'
          : 'smile',
      width: between('mouth width', 0.78, 1.25),
      curve: between('mouth curve', 0.45, 1.2),
      height: between('mouth height', -1, 1),
    },
    ears: between('ears', 0.82, 1.15),
  }
}

/** The same seed, sex and age always give the same person. */
export const featuresFromSeed = (
  seed: string,
  { sex, age }: { readonly sex: Sex; readonly age: number },
): PortraitFeatures => {
  const choice = seededChoice(seed)
  const glasses = choice.isChosen('glasses', age < 14 ? 0.12 : age >= 60 ? 0.5 : 0.3)
  return {
    sex,
    age,
    ...proportions(choice, sex, age),
    skin: choice.oneOf('skin', SKINS),
    background: choice.oneOf('background', BACKGROUNDS),
    clothes: { colour: choice.oneOf('clothes', CLOTHES), garment: garment(choice, sex) },
    hair: {
      shape: hairShape(choice, sex, age),
      colour: hairColour(choice, age),
      hairline: choice.share('hairline'),
      isMirrored: choice.isChosen('parting', 0.4),
    },
    glasses: glasses ? choice.oneOf<Glasses>('glasses kind', ['round', 'square', 'browline']) : 'none',
    facialHair: facialHair(choice, sex, age),
    hasEarrings: sex === 'female' && choice.isChosen('earrings', 0.35),
    hasBlush: age < 14 || choice.isChosen('blush', sex === 'female' ? 0.5 : 0.12),
    mole: choice.isChosen('mole', 0.22)
      ? {
          x: choice.oneOf('mole side', [-1, 1]) * choice.between('mole x', 0.35, 0.62),
          y: choice.between('mole y', -0.3, 0.7),
        }
      : null,
  }
}

/** Another day: the same face in other clothes before another wall. */
export const anotherSitting = (features: PortraitFeatures, seed: string): PortraitFeatures => {
  const choice = seededChoice(seed)
  return {
    ...features,
    background: choice.oneOf(
      'background',
      BACKGROUNDS.filter((colour) => colour !== features.background),
    ),
    clothes: {
      colour: choice.oneOf(
        'clothes',
        CLOTHES.filter((colour) => colour !== features.clothes.colour),
      ),
      garment: garment(choice, features.sex),
    },
  }
}

/** A complete SVG document of 480 × 640 without text, scripts or outside references. */
export const portraitSvg = (features: PortraitFeatures): string => {
  const plan = planFace(features)
  const layers = [
    drawHairBehind,
    drawNeck,
    drawClothes,
    drawHead,
    drawEarrings,
    drawFace,
    drawHairBefore,
  ].map((draw) => draw(features, plan))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SHEET.width} ${SHEET.height}" width="${SHEET.width}" height="${SHEET.height}"><rect width="480" height="640" fill="${features.background}"/><g transform="translate(-45.6 -106) scale(1.19)">${layers.join('')}</g></svg>`
}

/** A JPEG of 3:4, `width` pixels wide. */
export const portraitJpeg = (svg: string, width = 480): Promise<Buffer> =>
  sharp(Buffer.from(svg), { density: Math.max(36, Math.min(288, (72 * width) / SHEET.width)) })
    .resize(width, Math.round((width * 4) / 3), { fit: 'fill' })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 88 })
    .toBuffer()
