/** As names of desks are compared: capitals, spaces and the way accents are written make no other desk. */
export const deskKey = (desk: string): string =>
  desk.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('vi')
