// A file's bytes as base64, as the contract wants them.
export const base64OfBytes = (bytes: Uint8Array): string => {
  let text = ''
  // In pieces: a call with a million arguments is refused by the browser.
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  }
  return btoa(text)
}

export const base64OfFile = async (file: Blob): Promise<string> =>
  base64OfBytes(new Uint8Array(await file.arrayBuffer()))
