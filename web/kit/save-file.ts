// A file that the browser puts where its user keeps such: an export, evidence.
export const saveFile = (name: string, value: unknown): void =>
  saveBytes(name, JSON.stringify(value, null, 1), 'application/json')

/** Exactly as it came. */
export const saveBytes = (name: string, content: string | Uint8Array<ArrayBuffer>, type: string): void => {
  const url = URL.createObjectURL(new Blob([content], { type }))
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
