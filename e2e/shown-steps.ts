/** What two people do opposite each other: one shows a code, the other reads it. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { readCode } from '../formats/presentation-code/presentation-code.ts'
import { showOffline } from '../formats/presentation-code/show-offline.ts'
import { readCredential } from '../formats/sd-jwt-vc/read-credential.ts'
import { stranger } from '../testing/credential-kit.ts'
import { issueCard, showCard } from '../testing/shown-card-kit.ts'

/** The code that stands on her screen now, as a camera of the other phone sees it: a picture. */
export const pictureOfCode = async (page: Page): Promise<Buffer> => {
  const code = page.locator('svg.code-picture')
  await code.waitFor()
  const url = await code.evaluate(async (svg) => {
    const size = 700
    const image = new Image()
    image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = size
    canvas.height = size
    canvas.getContext('2d')?.drawImage(image, 0, 0, size, size)
    return canvas.toDataURL('image/png')
  })
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
}

/** Which verdict the page that checks came to. */
export const verdictOn = async (page: Page): Promise<string> => {
  const verdict = page.locator('[data-verdict]')
  await verdict.waitFor()
  return (await verdict.getAttribute('data-verdict')) ?? ''
}

export const showPicture = (page: Page, picture: Buffer): Promise<void> =>
  page.locator('input[type=file]').setInputFiles({ name: 'ma.png', mimeType: 'image/png', buffer: picture })

/** As a scanner of a counter: it types wherever the focus is, fast, and ends with Enter. */
export const scanByKeyboard = async (page: Page, digits: string): Promise<void> => {
  await page.waitForFunction(() => document.activeElement?.id === 'code')
  await page.keyboard.insertText(digits)
  await page.keyboard.press('Enter')
}

export const pasteText = (page: Page, text: string): Promise<void> =>
  page.evaluate((pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  }, text)

export const pastePicture = (page: Page, picture: Buffer): Promise<void> =>
  page.evaluate((base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const clipboardData = new DataTransfer()
    clipboardData.items.add(new File([bytes], 'ma.png', { type: 'image/png' }))
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, picture.toString('base64'))

export const clearByEsc = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape')
  await page.locator('[data-verdict]').waitFor({ state: 'detached' })
  await page
    .locator('[data-announcer=assertive]', { hasText: 'Đã xoá màn hình' })
    .waitFor({ state: 'attached' })
}

/** The clock of this device goes wrong, or time goes by: the page goes on without being loaded again. */
export const moveDeviceClock = (page: Page, by_s: number): Promise<void> =>
  page.evaluate((ms) => {
    const real = Date.now.bind(Date)
    Date.now = () => real() + ms
  }, by_s * 1000)

const wasm = () => readFile(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')))

/** What a scanner of a counter would type. */
export const digitsIn = async (picture: Buffer): Promise<string> => {
  const binary = await wasm()
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(binary).buffer } })
  const [found] = await readBarcodes(new Uint8Array(picture), { formats: ['QRCode'], tryHarder: true })
  assert.ok(found?.isValid, 'a reader reads it')
  return found.text
}

const presentationIn = async (digits: string): Promise<string> => {
  const read = await readCode(digits)
  assert.ok(read.ok)
  return read.value.presentation
}

/** The document that she showed, as a stranger has it who kept what he scanned. */
const documentIn = async (digits: string): Promise<string> => {
  const presentation = await presentationIn(digits)
  return presentation.slice(0, presentation.lastIndexOf('~') + 1)
}

/** The key that the document was issued to: another one each time, so that nobody can compare. */
export const keyShown = async (digits: string): Promise<unknown> => {
  const read = await readCredential(await documentIn(digits))
  assert.ok(read.ok)
  return read.value.holderKey
}

/** Her document on a phone that it was not issued to, now. */
export const onOtherPhone = async (digits: string): Promise<string> => {
  const credential = await documentIn(digits)
  const shown = await showOffline({
    credential,
    show: [['name'], ['birthdate'], ['personal_number']],
    signer: stranger.signer,
    now_s: Date.now() / 1000,
  })
  assert.ok(shown.ok)
  return shown.value
}

/** A document that says it comes from her issuer, by a key of the same name. */
export const forgedAs = async (digits: string): Promise<string> => {
  const read = await readCredential(await documentIn(digits))
  assert.ok(read.ok)
  const header = JSON.parse(
    Buffer.from((await documentIn(digits)).split('.')[0] ?? '', 'base64url').toString(),
  ) as { kid: string }
  const { issuer, vct } = read.value
  const change = { issuer: issuer ?? '', vct, signer: { ...stranger.signer, header: { kid: header.kid } } }
  return fromElsewhere(change)
}

/** A whole document of an issuer that nobody here knows, or of one that pretends. */
export const fromElsewhere = async (change: Parameters<typeof issueCard>[0] = {}): Promise<string> => {
  const now_s = Date.now() / 1000
  const times = { issuedAt_s: Math.floor(now_s) - 60, expiresAt_s: Math.floor(now_s) + 86_400 }
  return showCard(await issueCard({ ...times, ...change }), [['name']], { now_s })
}
