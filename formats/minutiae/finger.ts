/**
 * The ten fingers by name and by their codes in ISO/IEC 19794-2:2005, table 5 (0 there means that nobody said
 * which; we refuse it).
 */
export const fingers = [
  'right-thumb',
  'right-index',
  'right-middle',
  'right-ring',
  'right-little',
  'left-thumb',
  'left-index',
  'left-middle',
  'left-ring',
  'left-little',
] as const

export type Finger = (typeof fingers)[number]

export const isFinger = (name: string): name is Finger => fingers.some((finger) => finger === name)

export const fingerOfCode = (code: number): Finger | undefined => fingers[code - 1]

export const codeOfFinger = (finger: Finger): number => fingers.indexOf(finger) + 1
