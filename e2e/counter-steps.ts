/**
 * What an officer does at the counter before anything else: in by her ticket, a passkey of her own, in again
 * by it, a desk for the shift.
 */
import type { BrowserContext, CDPSession, Page } from 'playwright-core'
import { press } from './citizen-steps.ts'
import type { Browsing, OpenSen } from './open-sen.ts'

export type Officer = 'bao' | 'thu' | 'long' | 'lan'

export const giveAuthenticator = async (
  context: BrowserContext,
  page: Page,
): Promise<{ readonly devtools: CDPSession; readonly authenticatorId: string }> => {
  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return { devtools, authenticatorId }
}

/** The desk of her shift, chosen after the passkey. */
export const beginShift = async (page: Page, desk: string): Promise<void> => {
  await page.getByRole('heading', { name: 'Vào ca' }).waitFor()
  await page.getByLabel('Quầy', { exact: true }).fill(desk)
  await press(page, 'Bắt đầu ca')
  await page.getByRole('heading', { name: 'Việc hôm nay' }).waitFor()
}

/** An officer at her own machine, at work: her overview is open. `desk`: null, and she has chosen none. */
export const officerAtWork = async (
  sen: OpenSen,
  officer: Officer,
  desk: string | null = 'Quầy 02',
  browsing: Browsing = {},
): Promise<{ context: BrowserContext; page: Page }> => {
  const { context, page } = await sen.desk(browsing)
  await giveAuthenticator(context, page)
  const { ticket } = await sen.post('/world/enter', { officer, lost: true })
  await page.goto(`/counter/enter#ticket=${String(ticket)}`)
  await press(page, 'Tạo khoá truy cập')
  await page.getByRole('heading', { name: 'Việc hôm nay' }).waitFor()
  if (desk !== null) {
    await page.getByRole('link', { name: 'Chọn quầy' }).click()
    await beginShift(page, desk)
  }
  return { context, page }
}

/** The second pair of eyes presses it and says why. */
export const decideWith = async (page: Page, decision: RegExp, why: string): Promise<void> => {
  await press(page, decision)
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Vì sao').fill(why)
  await dialog.getByRole('button', { name: decision }).click()
}
