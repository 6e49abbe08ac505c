// One impression of a finger as a minutiae template (ISO/IEC 19794-2): from an invented scanner,
// or from a file that a vendor's
// scanner program wrote. The image itself never comes here.
import { type Finger, isFinger } from '../../../../formats/minutiae/finger.ts'
import { phrases } from '../../../ui/phrases.ts'
import { base64OfFile } from '../../../kit/devices/bytes.ts'
import { deviceProblem } from '../../../kit/devices/device-problem.ts'
import { simulators } from '../../../kit/simulators.ts'

export type FingerName = Finger
/** `quality`: 0 to 100 as the scanner judges; null when the file says none. */
export type Impression = { template: string; quality: number | null }

export const leftHand: readonly Finger[] = [
  'left-little',
  'left-ring',
  'left-middle',
  'left-index',
  'left-thumb',
]
export const rightHand: readonly Finger[] = [
  'right-thumb',
  'right-index',
  'right-middle',
  'right-ring',
  'right-little',
]

const short = phrases({
  thumb: { vi: 'Cái', en: 'Thumb' },
  index: { vi: 'Trỏ', en: 'Index' },
  middle: { vi: 'Giữa', en: 'Middle' },
  ring: { vi: 'Nhẫn', en: 'Ring' },
  little: { vi: 'Út', en: 'Little' },
})
const full = phrases({
  'left-thumb': { vi: 'ngón cái trái', en: 'left thumb' },
  'left-index': { vi: 'ngón trỏ trái', en: 'left index finger' },
  'left-middle': { vi: 'ngón giữa trái', en: 'left middle finger' },
  'left-ring': { vi: 'ngón nhẫn trái', en: 'left ring finger' },
  'left-little': { vi: 'ngón út trái', en: 'left little finger' },
  'right-thumb': { vi: 'ngón cái phải', en: 'right thumb' },
  'right-index': { vi: 'ngón trỏ phải', en: 'right index finger' },
  'right-middle': { vi: 'ngón giữa phải', en: 'right middle finger' },
  'right-ring': { vi: 'ngón nhẫn phải', en: 'right ring finger' },
  'right-little': { vi: 'ngón út phải', en: 'right little finger' },
})

const kinds = ['thumb', 'index', 'middle', 'ring', 'little'] as const
/** `Trỏ`: below a hand's own heading. */
export const fingerShort = (finger: Finger): string =>
  short(kinds.find((kind) => finger.endsWith(kind)) ?? 'thumb')
/** `ngón trỏ phải` */
export const fingerWords = (finger: string): string => (isFinger(finger) ? full(finger) : finger)

/** `press` counts from 1: each press of the invented finger is another impression. */
export const printOfSimulator = async (
  personId: string,
  finger: Finger,
  press: number,
): Promise<Impression> => {
  const impression = await simulators()?.print(personId, finger, press)
  if (!impression) {
    throw deviceProblem('no-finger')
  }
  return impression
}

export const printOfFile = async (file: Blob): Promise<Impression> => {
  const template = await base64OfFile(file)
  // "FMR" and a nought: the format's own mark.
  if (!atob(template.slice(0, 8)).startsWith('FMR')) {
    throw deviceProblem('no-finger')
  }
  return { template, quality: null }
}
