// From a camera or a file to the picture that is sent: upright, at most 1200 px, JPEG, without the file's own
// data (place, time, camera).
const most_px = 1200
const quality = 0.9

export type SentPicture = { base64: string; url: string }

const toJpeg = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the browser made no picture'))),
      'image/jpeg',
      quality,
    ),
  )

const base64Of = async (blob: Blob): Promise<string> => {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  let text = ''
  // In pieces: a call with a million arguments is refused by the browser.
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  }
  return btoa(text)
}

const draw = async (
  source: CanvasImageSource,
  cut: { x: number; y: number; width: number; height: number },
): Promise<SentPicture> => {
  const scale = Math.min(1, most_px / Math.max(cut.width, cut.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(cut.width * scale)
  canvas.height = Math.round(cut.height * scale)
  const context = canvas.getContext('2d')
  if (!context) {
    throw new Error('the browser has no canvas')
  }
  context.drawImage(source, cut.x, cut.y, cut.width, cut.height, 0, 0, canvas.width, canvas.height)
  const blob = await toJpeg(canvas)
  return { base64: await base64Of(blob), url: URL.createObjectURL(blob) }
}

/** The middle of what the camera sees, 3 : 4, as the viewfinder shows it. */
export const windowOf = (width: number, height: number) => {
  const cutWidth = Math.min(width, (height * 3) / 4)
  const cutHeight = Math.min(height, (cutWidth * 4) / 3)
  return { x: (width - cutWidth) / 2, y: (height - cutHeight) / 2, width: cutWidth, height: cutHeight }
}

export const pictureOfVideo = (video: HTMLVideoElement): Promise<SentPicture> =>
  draw(video, windowOf(video.videoWidth, video.videoHeight))

/** Null when the file cannot be opened as a picture. */
export const pictureOfFile = async (file: Blob): Promise<SentPicture | null> => {
  const bitmap = await createImageBitmap(file).catch(() => null)
  if (!bitmap) {
    return null
  }
  try {
    return await draw(bitmap, { x: 0, y: 0, width: bitmap.width, height: bitmap.height })
  } finally {
    bitmap.close()
  }
}
