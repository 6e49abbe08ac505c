/**
 * An address with the names of its commune and province, as it is read. Older entries of the register have
 * these names in the address itself: they are not said twice.
 */

/** `unitNames`: the commune and its province, each alone or joined by commas; empty ones are left out. */
export const placeText = (address: string, ...unitNames: readonly (string | null | undefined)[]): string => {
  const said = address.split(',').map((part) => part.trim())
  const names = unitNames
    .flatMap((name) => (name ?? '').split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '' && !said.includes(name))
  return [address, ...names].filter((part) => part !== '').join(', ')
}
