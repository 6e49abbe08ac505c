// A file that the browser puts where its user keeps such: an export, evidence.
export const saveFile = (name: string, value: unknown): void => saveText(name, JSON.stringify(value, null, 1))

/** JSON exactly as it came. */
export const saveText = (name: string, text: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
