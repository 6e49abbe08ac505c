/**
 * An address of the counter that names what is not there, cut short or mistyped: the page says that there is
 * no such thing and leads on, and never tells a fault of a form that it does not have.
 */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { goWithin, heading } from './citizen-steps.ts'
import { officerAtWork } from './counter-steps.ts'
import { openSen, type OpenSen } from './open-sen.ts'

let sen: OpenSen
let page: Page

/** Every page of the counter that an address opens by something it names. */
const pages = globSync('web/apps/counter/*/journey.ts')
  .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/\['(\/[^']*:(?:id|reference))'/g)])
  .flatMap(([, pattern]) => (pattern ? [pattern] : []))
const named = (pattern: string, name: string): string => `/counter${pattern.replace(/:\w+$/, name)}`

before(async () => {
  sen = await openSen()
  page = (await officerAtWork(sen, 'thu', 'Quầy 03')).page
})
after(() => sen.stop())

test('an address that is cut short says that there is no such case, and leads to the list', async () => {
  assert.ok(pages.length >= 10, `${pages.length} pages`)
  for (const pattern of pages) {
    for (const name of ['abc', '018f5d2a-1b2c-4d3e-8f40', 'sen_%F0%9F%98%80', '%E0%A4%A']) {
      await goWithin(page, '/counter/')
      await heading(page, 'Việc hôm nay').waitFor()
      // Within the app: the server would not take every one of these addresses.
      await goWithin(page, named(pattern, name))
      await heading(page, 'Không có hồ sơ này')
        .first()
        .waitFor({ timeout: 4000 })
        .catch(() => assert.fail(`${pattern} with ${name}`))
      assert.equal(await page.locator('[data-code]').count(), 0, `${pattern} with ${name}`)
    }
  }
  await page.goto('/counter/level-2/abc')
  await page.getByRole('main').getByRole('button', { name: 'Về danh sách' }).click()
  await page.waitForURL('**/counter/level-2')
})

test('a name that reads well and that nothing has is told in the words of its kind', async () => {
  for (const pattern of pages) {
    const name = pattern.endsWith(':id') ? '0193a5f0-0000-7000-8000-000000000000' : 'SEN-7K2M-9QXA-C'
    await page.goto(named(pattern, name))
    await page.locator('.refusal, .empty').first().waitFor()
    assert.equal(await page.locator('[data-code="request.invalid"]').count(), 0, pattern)
  }
})
