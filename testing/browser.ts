/**
 * A real browser for the tests: the headless Chromium inside an npm package, so that nothing need be
 * installed. It unpacks into the temp
 * folder of its user; elsewhere than Linux x64 name a Chromium by SEN_CHROMIUM.
 */
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium as playwright, type Browser } from 'playwright-core'

/**
 * No test looks at a pixel: pages are laid out, styled and hit as ever, but no memory is given to painting
 * them, and what would put the tiles on a screen is no process of its own. It saves a fifth of the browser.
 * For screenshots: SEN_TEST_PAINTS=yes.
 */
const UNPAINTED = [
  '--force-gpu-mem-available-mb=0',
  '--in-process-gpu',
  // A software painter that is looked for changes the environment of the process in a thread while another
  // reads it: about one start in a hundred ended there with a fault of memory.
  '--disable-software-rasterizer',
]

/** The package's own list of arguments is not used: it switches web security off. */
const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.env['SEN_TEST_PAINTS'] ? [] : UNPAINTED),
]
/**
 * The package unpacks with mode 0700, so each user has a temp folder of her own. Said once: the second time
 * the folder would lie in itself and all be unpacked anew.
 */
const ownTemp = async (): Promise<void> => {
  const own = `sen-browser-${userInfo().username}`
  if (basename(tmpdir()) !== own) {
    process.env['TMPDIR'] = join(tmpdir(), own)
    await mkdir(tmpdir(), { recursive: true })
  }
}

/**
 * The package's own settings name folders that need not exist; a Chromium without a single font ends itself
 * when a sign is in none of the page's own.
 */
const ownFonts = async (): Promise<void> => {
  const place = join(tmpdir(), 'fontconfig')
  await mkdir(place, { recursive: true })
  const settings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<dir>${join(tmpdir(), 'fonts')}</dir><dir>/usr/share/fonts</dir><cachedir>${join(place, 'cache')}</cachedir>
</fontconfig>
`
  // Two test files may come here at once: neither may read half a file.
  const draft = join(place, `fonts.conf.${process.pid}`)
  await writeFile(draft, settings)
  await rename(draft, join(place, 'fonts.conf'))
  process.env['FONTCONFIG_PATH'] = place
}

interface Chromium {
  readonly executablePath: string
  readonly args: string[]
}

/** Unpacked where it is not yet; of two who unpack at once each would see half a browser of the other. */
export const prepareBrowser = async (): Promise<Chromium> => {
  const named = process.env['SEN_CHROMIUM']
  if (named) {
    return { executablePath: named, args: ARGS }
  }
  await ownTemp()
  const { default: chromium, inflate, setupLambdaEnvironment } = await import('@sparticuz/chromium')
  const executablePath = await chromium.executablePath()
  // The libraries that Chromium needs (nss, nspr, expat) come in the package as well.
  await inflate(join(fileURLToPath(import.meta.resolve('@sparticuz/chromium')), '../../bin/al2023.tar.br'))
  setupLambdaEnvironment(join(tmpdir(), 'al2023', 'lib'))
  await ownFonts()
  return { executablePath, args: ARGS }
}

export const openBrowser = async (): Promise<Browser> => playwright.launch(await prepareBrowser())
