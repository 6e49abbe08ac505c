/** Base64 (RFC 4648 section 4) with its padding, as notes write it: one text for each row of bytes. */

export const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))

/** Null for anything that a writer of base64 would not have written. */
export const readBase64 = (text: string): Uint8Array<ArrayBuffer> | null => {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) {
    return null
  }
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
  return base64(bytes) === text ? bytes : null
}
