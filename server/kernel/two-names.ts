/** Persons who are only named, as at the command line: what is a name, and whether two are the same. */

const NAME = /^\S.{1,78}\S$/u
export const isName = (by: string): boolean => NAME.test(by)

const spelled = (name: string): string =>
  name.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('vi')
/** However it is typed: in capitals, with more spaces, with accents that are composed or not. */
export const isSameName = (one: string, other: string): boolean => spelled(one) === spelled(other)
