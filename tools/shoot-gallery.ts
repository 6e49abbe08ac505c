// Builds the gallery, takes its pictures at 390 and 1440 px, and fails when axe-core finds a WCAG 2.2 AA
// fault or a page scrolls sideways.
// `node tools/shoot-gallery.ts [folder for the pictures]`
import { mkdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import chromium, { inflate, setupLambdaEnvironment } from '@sparticuz/chromium'
import { chromium as playwright } from 'playwright-core'
import { build } from 'vite'
import { violationsOf, WCAG_22_AA } from '../testing/axe.ts'
import { pagesConfig } from './web-config.ts'

const shots = process.argv[2] ?? join(tmpdir(), 'ui-shots')
const out = join(shots, 'site')
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
}
const phonePages = ['home', 'share', 'approve', 'passcode', 'start', 'parts', 'console']
const views = [
  ...phonePages.map((page) => ({ page, width: 390, height: 844, text: '100' })),
  ...['console', 'parts', 'home'].map((page) => ({ page, width: 1440, height: 900, text: '100' })),
  ...['home', 'share', 'start', 'passcode', 'approve', 'parts'].map((page) => ({
    page,
    width: 320,
    height: 720,
    text: '150',
  })),
]

const serve = async () => {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname
    try {
      const body = await readFile(join(out, path === '/' ? 'web/apps/gallery/index.html' : path))
      response
        .writeHead(200, { 'content-type': types[extname(path) || '.html'] ?? 'application/octet-stream' })
        .end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return { server, origin: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}` }
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const openBrowser = async () => {
  const executablePath = await chromium.executablePath()
  const bin = join(fileURLToPath(import.meta.resolve('@sparticuz/chromium')), '../../bin')
  await inflate(join(bin, 'al2023.tar.br'))
  setupLambdaEnvironment(join(tmpdir(), 'al2023', 'lib'))
  return playwright.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

await mkdir(out, { recursive: true })
await build(pagesConfig(['web/apps/gallery'], out))
const { server, origin } = await serve()
const browser = await openBrowser()
let faults = 0
for (const { page: name, width, height, text } of views) {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: width < 500 ? 2 : 1,
  })
  await context.addInitScript((size) => localStorage.setItem('sen.text-size', size), text)
  const page = await context.newPage()
  page.on('pageerror', (error) => {
    faults++
    say(`${name} ${error.message}`)
  })
  await page.goto(`${origin}/?page=${name}`)
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(250)
  if (name === 'parts' && width === 1440) {
    await page.locator('.gallery-drum').screenshot({ path: join(shots, 'drum.png') })
  }
  await page.screenshot({
    path: join(shots, `${name}-${width}${text === '100' ? '' : '-large'}.png`),
    fullPage: name === 'parts',
  })
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  if (overflow > 0) {
    faults++
    say(`${name} ${width}: scrolls sideways by ${overflow} px`)
  }
  for (const violation of await violationsOf(page, WCAG_22_AA)) {
    faults++
    say(
      `${name} ${width}: ${violation.id}: ${violation.help}\n  ${violation.nodes
        .slice(0, 4)
        .map((node) => `${node.html.slice(0, 140)} ${node.any[0]?.message ?? ''}`)
        .join('\n  ')}`,
    )
  }
  await context.close()
}
await browser.close()
server.close()
say(`${views.length} views, ${faults} faults`)
process.exit(faults ? 1 : 0)
