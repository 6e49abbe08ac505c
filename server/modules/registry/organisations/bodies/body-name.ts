/** However a body's name is typed: another capital, another space or point makes no other body. */
export const bodyNamed = (name: string): string =>
  name
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
