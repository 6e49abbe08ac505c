// Builds the web fronts into dist/web/, only when a source changed, and refuses a citizen page heavier than
// its budget.
import { createHash } from 'node:crypto'
import { cp, glob, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { gzipSync } from 'node:zlib'
import { frontsOf, outRoot, pagesConfig, projectRoot, workerConfig, type Front } from './web-config.ts'

/** Cold load of the citizen page, gzip: the weight a phone on a slow network is asked to carry. */
export const citizenBudget_bytes = 150 * 1024

type Chunk = {
  file: string
  src?: string
  imports?: string[]
  dynamicImports?: string[]
  css?: string[]
  assets?: string[]
}
type Manifest = Record<string, Chunk>
type Weight = { file: string; size_bytes: number }
export type WebBuild = { isSkipped: boolean; duration_ms: number; citizen: Weight[]; citizen_bytes: number }

const sources = [
  'web/**/*',
  'world/web/**/*',
  'contract/**/*',
  'formats/**/*',
  'tools/web-config.ts',
  'tools/build-web.ts',
  'package-lock.json',
]
const notBuilt = (path: string) => path.startsWith('web/apps/gallery') || /\.test\.tsx?$/.test(path)

const digestOfSources = async (): Promise<string> => {
  const paths = new Set<string>()
  for await (const entry of glob(sources, { cwd: projectRoot, withFileTypes: true })) {
    if (entry.isFile()) {
      paths.add(
        join(entry.parentPath, entry.name)
          .slice(projectRoot.length + 1)
          .replaceAll('\\', '/'),
      )
    }
  }
  const hash = createHash('sha256')
  for (const path of [...paths].filter((p) => !notBuilt(p)).toSorted()) {
    hash.update(`${path}\0`).update(await readFile(join(projectRoot, path)))
  }
  return hash.digest('hex')
}

/**
 * Files a page needs: with `isLazyToo` also those it fetches only when a screen is first opened. Style
 * sheets' fonts and pictures included.
 */
const filesOf = async (manifest: Manifest, entry: string, isLazyToo: boolean): Promise<string[]> => {
  const files = new Set<string>()
  const seen = new Set<string>()
  const queue = [entry]
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    const chunk = manifest[key]
    if (!chunk || seen.has(key)) {
      continue
    }
    seen.add(key)
    if (!chunk.file.endsWith('.html')) {
      files.add(chunk.file)
    }
    for (const file of [...(chunk.css ?? []), ...(chunk.assets ?? [])]) {
      files.add(file)
    }
    queue.push(...(chunk.imports ?? []), ...(isLazyToo ? (chunk.dynamicImports ?? []) : []))
  }
  for (const sheet of [...files].filter((file) => file.endsWith('.css'))) {
    const css = await readFile(join(outRoot, sheet), 'utf8')
    for (const [, url] of css.matchAll(/url\(["']?\/([^)"']+)["']?\)/g)) {
      if (url) {
        files.add(url)
      }
    }
  }
  return [...files].toSorted()
}

const gzipped = async (file: string): Promise<Weight> => {
  const bytes = await readFile(join(outRoot, file))
  return { file, size_bytes: file.endsWith('.woff2') ? bytes.length : gzipSync(bytes, { level: 9 }).length }
}

const weigh = async (manifest: Manifest): Promise<Weight[]> => {
  const files = await filesOf(manifest, 'web/apps/citizen/index.html', false)
  const coldLoad = files.filter(
    (file) => /\.(js|css)$/.test(file) || /be-vietnam-pro-(latin|vietnamese)-(400|600)/.test(file),
  )
  return Promise.all(['app/index.html', ...coldLoad].map(gzipped))
}

const total = (weights: Weight[]) => weights.reduce((sum, { size_bytes }) => sum + size_bytes, 0)

const table = (weights: Weight[]): string =>
  [
    ...weights,
    { file: 'total', size_bytes: total(weights) },
    { file: 'budget', size_bytes: citizenBudget_bytes },
  ]
    .map(({ file, size_bytes }) => `${(size_bytes / 1024).toFixed(1).padStart(8)} KB  ${file}`)
    .join('\n')

const movePagesToTheirAddress = async (fronts: readonly Front[]) => {
  for (const { folder, page } of fronts) {
    await mkdir(dirname(join(outRoot, page)), { recursive: true })
    const target = join(outRoot, page)
    await rename(join(outRoot, folder, 'index.html'), target)
    const plain = join(projectRoot, folder, 'public')
    if (existsSync(plain)) {
      await cp(plain, dirname(target), { recursive: true })
    }
  }
  for (const emptied of ['web', 'world/web']) {
    await rm(join(outRoot, emptied), { recursive: true, force: true })
  }
}

/**
 * Lists a front's files for offline use and builds its service worker, if there is one, with the list inside.
 */
const writePrecache = async (manifest: Manifest, { name, folder, page }: Front) => {
  const place = dirname(page)
  const built = (await filesOf(manifest, `${folder}/index.html`, true)).map((file) => `/${file}`)
  const plain: string[] = []
  const publicFolder = join(projectRoot, folder, 'public')
  if (existsSync(publicFolder)) {
    for await (const entry of glob('**/*', { cwd: publicFolder, withFileTypes: true })) {
      if (entry.isFile()) {
        plain.push(
          `/${place}${join(entry.parentPath, entry.name).slice(publicFolder.length).replaceAll('\\', '/')}`,
        )
      }
    }
  }
  const files = [`/${place}/`, ...plain, ...built]
  const hash = createHash('sha256').update(await readFile(join(outRoot, page)))
  for (const path of plain) {
    hash.update(await readFile(join(outRoot, path)))
  }
  const precache = { version: hash.update(files.join('\n')).digest('hex').slice(0, 12), files }
  await writeFile(join(outRoot, `${name}-precache.json`), JSON.stringify(precache, null, 1))
  const worker = join(projectRoot, folder, 'sw.ts')
  if (!existsSync(worker)) {
    return
  }
  const { build } = await import('vite')
  await build(workerConfig(worker, join(outRoot, place), precache))
}

const buildOfflineParts = async (fronts: readonly Front[]): Promise<Weight[]> => {
  const manifest: Manifest = JSON.parse(await readFile(join(outRoot, '.vite', 'manifest.json'), 'utf8'))
  for (const front of fronts) {
    if (existsSync(join(projectRoot, front.folder, 'sw.ts'))) {
      await writePrecache(manifest, front)
    }
  }
  if (!manifest['web/apps/citizen/index.html']) {
    return []
  }
  const weights = await weigh(manifest)
  if (total(weights) > citizenBudget_bytes) {
    throw new Error(`The citizen page is over its budget (gzip):\n${table(weights)}`)
  }
  return weights
}

/**
 * Builds what changed. Throws when a source does not build or the citizen page is over its budget; then
 * nothing counts as built.
 */
export const buildWeb = async ({
  isForced = false,
  hasWorld = true,
}: { isForced?: boolean; hasWorld?: boolean } = {}): Promise<WebBuild> => {
  const start = performance.now()
  const digestFile = join(outRoot, '.digest')
  const digest = `${await digestOfSources()}${hasWorld ? '' : ' without the world'}`
  const built = existsSync(digestFile) ? await readFile(digestFile, 'utf8') : ''
  const since = () => Math.round(performance.now() - start)
  if (built === digest && !isForced) {
    return { isSkipped: true, duration_ms: since(), citizen: [], citizen_bytes: 0 }
  }
  await rm(digestFile, { force: true })
  const fronts = frontsOf(hasWorld)
  const { build } = await import('vite')
  await build(
    pagesConfig(
      fronts.map(({ folder }) => folder),
      outRoot,
    ),
  )
  await movePagesToTheirAddress(fronts)
  const citizen = await buildOfflineParts(fronts)
  await rm(join(outRoot, '.vite'), { recursive: true, force: true })
  await mkdir(outRoot, { recursive: true })
  await writeFile(digestFile, digest)
  return { isSkipped: false, duration_ms: since(), citizen, citizen_bytes: total(citizen) }
}

if (import.meta.main) {
  const hasWorld = !process.argv.includes('--without-world')
  try {
    const { isSkipped, duration_ms, citizen } = await buildWeb({
      isForced: process.argv.includes('--force'),
      hasWorld,
    })
    const names = frontsOf(hasWorld).map(({ name }) => name)
    process.stdout.write(
      `web: ${isSkipped ? 'unchanged' : `built ${names.join(', ')}`} in ${duration_ms} ms\n`,
    )
    if (citizen.length > 0) {
      process.stdout.write(`${table(citizen)}\n`)
    }
    process.exit(0)
  } catch (error) {
    process.stderr.write(`web: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  }
}
