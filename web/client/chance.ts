// Chance of the browser's own, for what nobody may guess or know the time of: the page's one place for it.
export const chance = (size_bytes: number): Uint8Array<ArrayBuffer> =>
  crypto.getRandomValues(new Uint8Array(size_bytes))

/** Any number from `least` on and below `most`, each as likely as any other. */
export const chanceBetween = (least: number, most: number): number => {
  const drawn = new DataView(chance(4).buffer).getUint32(0)
  return least + (drawn / 2 ** 32) * (most - least)
}
