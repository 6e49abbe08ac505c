/** The cast of the demo world, drawn by hand so that everyone knows them at a glance. */
import type { PortraitFeatures } from './portrait-features.ts'

const woman: PortraitFeatures = {
  sex: 'female', age: 35, skin: '#f2caa4', background: '#d2ebe3', clothes: { colour: '#0f6f64', garment: 'v-neck' },
  hair: { shape: 'long-side', colour: '#211c1a', hairline: 0.5, isMirrored: false },
  face: { width: 1, length: 1, jaw: 0.35 },
  eyes: { spread: 1, size: 1, openness: 1, height: 0, hasLid: false, colour: '#2f2420' },
  brows: { thickness: 0.85, arch: 1, tilt: 0, distance: 1.05, width: 0.95 },
  nose: { kind: 'side', length: 1, width: 1 }, mouth: { kind: 'smile', width: 1, curve: 0.9, height: 0 },
  ears: 1, glasses: 'none', facialHair: 'none', hasEarrings: false, hasBlush: false, mole: null,
}
const man: PortraitFeatures = {
  ...woman, sex: 'male', age: 30, clothes: { colour: '#27408f', garment: 'v-neck' }, background: '#dfe6f6',
  hair: { shape: 'short-side', colour: '#1f1a19', hairline: 0.5, isMirrored: false },
  face: { width: 1, length: 1, jaw: 0.6 }, brows: { thickness: 1.2, arch: 0.8, tilt: -0.2, distance: 1, width: 1 },
}

export const castFeatures = {
  /** Nguyễn Thị Hạnh, 35, mother of two. */
  hanh: { ...woman, mouth: { kind: 'smile', width: 1.05, curve: 1, height: 0 }, hasBlush: true },
  /** Lê Thị Mận, 68. */
  man: {
    ...woman, age: 68, skin: '#eec49c', background: '#e9e2f3', clothes: { colour: '#6b4a94', garment: 'v-neck' },
    hair: { shape: 'high-bun', colour: '#b5b0ab', hairline: 0.7, isMirrored: false }, face: { width: 1.03, length: 0.97, jaw: 0.5 },
    eyes: { spread: 1.04, size: 0.88, openness: 0.9, height: -0.2, hasLid: false, colour: '#33261f' },
    brows: { thickness: 0.8, arch: 0.9, tilt: 0.3, distance: 1.42, width: 0.9 }, nose: { kind: 'soft', length: 1.06, width: 1 },
    mouth: { kind: 'smile', width: 1.1, curve: 0.95, height: 0.1 }, glasses: 'round',
  },
  /** Giàng A Páo, 22, from the mountains. */
  pao: {
    ...man, age: 22, skin: '#d9a474', hair: { shape: 'short-round', colour: '#1b1716', hairline: 0.35, isMirrored: false },
    face: { width: 1.04, length: 0.98, jaw: 0.7 }, brows: { thickness: 1.35, arch: 0.6, tilt: -0.5, distance: 0.98, width: 1.08 },
    nose: { kind: 'wide', length: 1.02, width: 0.95 }, mouth: { kind: 'smile', width: 1.15, curve: 1.1, height: 0.2 }, ears: 1.08,
  },
  /** Phạm Gia Bình, 9. */
  binh: {
    ...man, age: 9, skin: '#f3cda8', background: '#fce6d2', clothes: { colour: '#cf651a', garment: 'round-neck' },
    hair: { shape: 'crew', colour: '#231c1a', hairline: 0.3, isMirrored: false }, face: { width: 1.02, length: 0.98, jaw: 0.62 },
    eyes: { spread: 1.04, size: 1.2, openness: 1.05, height: -0.2, hasLid: false, colour: '#2f2420' },
    brows: { thickness: 0.95, arch: 1.1, tilt: 0.2, distance: 1.15, width: 0.9 }, nose: { kind: 'soft', length: 0.95, width: 0.75 },
    mouth: { kind: 'open', width: 0.95, curve: 1.05, height: 0.2 }, ears: 1.1, hasBlush: true,
  },
  /** Phạm Gia An, 12, Bình's sister. */
  an: {
    ...woman, age: 12, skin: '#f4d0ac', background: '#e4e9f7', clothes: { colour: '#b24a68', garment: 'round-neck' },
    hair: { shape: 'bob', colour: '#2a201c', hairline: 0.35, isMirrored: false }, face: { width: 0.96, length: 0.94, jaw: 0.28 },
    eyes: { spread: 0.96, size: 1.16, openness: 1.12, height: -0.4, hasLid: true, colour: '#3a2a20' },
    brows: { thickness: 0.7, arch: 0.7, tilt: -0.35, distance: 1.3, width: 0.85 }, nose: { kind: 'soft', length: 0.88, width: 0.85 },
    mouth: { kind: 'open', width: 1.12, curve: 0.9, height: -0.2 }, glasses: 'round', hasBlush: true,
  },
  /** Võ Minh Khoa, 41. */
  khoa: {
    ...man, age: 41, skin: '#eabf98', background: '#f5dfdd', clothes: { colour: '#861a2c', garment: 'shirt' },
    hair: { shape: 'short-side', colour: '#1f1a19', hairline: 0.75, isMirrored: true }, face: { width: 0.97, length: 1.04, jaw: 0.75 },
    eyes: { spread: 1.02, size: 0.9, openness: 0.9, height: 0.1, hasLid: false, colour: '#2a211e' },
    brows: { thickness: 1.05, arch: 0.6, tilt: 0.1, distance: 1.4, width: 1.05 }, nose: { kind: 'side', length: 1.1, width: 1.15 },
    mouth: { kind: 'smile', width: 0.9, curve: 0.55, height: 0 }, glasses: 'square',
  },
  /** Emma Laurent, 29, a foreign resident. */
  emma: {
    ...woman, age: 29, skin: '#f8dcc6', background: '#e3efdd', clothes: { colour: '#3c6e4a', garment: 'round-neck' },
    hair: { shape: 'long-middle', colour: '#8a5a2c', hairline: 0.6, isMirrored: false }, face: { width: 0.95, length: 1.03, jaw: 0.25 },
    eyes: { spread: 1, size: 0.98, openness: 1.02, height: 0.2, hasLid: true, colour: '#3d5a4a' },
    brows: { thickness: 0.75, arch: 1.3, tilt: 0.1, distance: 1.1, width: 0.95 }, nose: { kind: 'side', length: 1.08, width: 0.8 },
    mouth: { kind: 'lips', width: 0.95, curve: 0.85, height: 0 }, hasBlush: true,
  },
  /** Đại uý Trần Quốc Bảo, officer at the counter. */
  bao: {
    ...man, age: 38, skin: '#e4b58a', background: '#dfeadf', clothes: { colour: '#4f6b3a', garment: 'uniform' },
    hair: { shape: 'quiff', colour: '#1b1716', hairline: 0.6, isMirrored: false }, face: { width: 0.99, length: 1.03, jaw: 0.95 },
    eyes: { spread: 0.98, size: 0.92, openness: 0.85, height: 0.3, hasLid: true, colour: '#2a211e' },
    brows: { thickness: 1.45, arch: 0.5, tilt: -0.1, distance: 1.02, width: 1.12 }, nose: { kind: 'wide', length: 1.1, width: 0.9 },
    mouth: { kind: 'smile', width: 1, curve: 0.6, height: -0.1 },
  },
  /** Chị Thu, who leads the shift. */
  thu: {
    ...woman, age: 44, skin: '#efc6a0', background: '#dbe8ef', clothes: { colour: '#2f5d84', garment: 'shirt' },
    hair: { shape: 'bob', colour: '#2c2320', hairline: 0.6, isMirrored: true }, face: { width: 1.04, length: 0.98, jaw: 0.6 },
    eyes: { spread: 1.05, size: 0.92, openness: 0.85, height: 0, hasLid: true, colour: '#2a211e' },
    brows: { thickness: 1, arch: 1.4, tilt: 0.3, distance: 1.38, width: 1 }, nose: { kind: 'soft', length: 1.05, width: 1.1 },
    mouth: { kind: 'lips', width: 1.1, curve: 0.8, height: 0 }, glasses: 'browline', hasEarrings: true,
  },
  /** Bạn Long, who runs the machines. */
  long: {
    ...man, age: 26, skin: '#edc097', background: '#e7ebee', clothes: { colour: '#37424e', garment: 'round-neck' },
    hair: { shape: 'curtain', colour: '#2c2320', hairline: 0.8, isMirrored: false }, face: { width: 0.94, length: 1.02, jaw: 0.35 },
    eyes: { spread: 0.95, size: 1, openness: 0.95, height: 0, hasLid: false, colour: '#33261f' },
    brows: { thickness: 0.95, arch: 1, tilt: 0.5, distance: 1.05, width: 0.9 }, nose: { kind: 'side', length: 1, width: 0.9 },
    mouth: { kind: 'smile', width: 0.85, curve: 1.15, height: 0 }, mole: { x: 0.5, y: 0.3 },
  },
} as const satisfies Readonly<Record<string, PortraitFeatures>>

export type CastName = keyof typeof castFeatures
