// Reads a QR code with ZXing compiled to WebAssembly; the reader (about 420 KB on the wire) is fetched when a
// camera or a picture is first opened.
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url'

// Unpacked as soon as this file is: whoever scans first waits no longer than whoever scans next.
prepareZXingModule({
  fireImmediately: true,
  overrides: {
    locateFile: (path: string, prefix: string) => (path.endsWith('.wasm') ? wasmUrl : prefix + path),
  },
}).catch(() => undefined)

/** The text of the first QR code in the picture, or null. */
export const readCode = async (picture: Blob | ImageData): Promise<string | null> => {
  const found = await readBarcodes(picture, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 1 })
  return found.find(({ isValid, text }) => isValid && text !== '')?.text ?? null
}
