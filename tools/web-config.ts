// What Vite builds: one page per front, shared chunks below /assets/, no source maps. Preact's JSX is
// compiled by Vite itself.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Server } from 'node:http'
import type { InlineConfig, Plugin } from 'vite'

export const projectRoot = join(import.meta.dirname, '..')
export const outRoot = join(projectRoot, 'dist', 'web')

/**
 * `folder` holds the sources, and `page` is the place in dist/web/, which is also the address (sign-in is
 * sent by the server below /oidc/). The demo world's page stands with the world: Vite's root is the
 * project, so that both places are below it.
 */
export const fronts = [
  { name: 'citizen', folder: 'web/apps/citizen', page: 'app/index.html' },
  { name: 'counter', folder: 'web/apps/counter', page: 'counter/index.html' },
  { name: 'console', folder: 'web/apps/console', page: 'console/index.html' },
  { name: 'verify', folder: 'web/apps/verify', page: 'verify/index.html' },
  { name: 'stays', folder: 'web/apps/stays', page: 'stays/index.html' },
  { name: 'sign-in', folder: 'web/apps/sign-in', page: 'sign-in/index.html' },
  { name: 'world', folder: 'world/web', page: 'index.html' },
] as const

export type Front = (typeof fronts)[number]

const presentFronts = (): Front[] =>
  fronts.filter(({ folder }) => existsSync(join(projectRoot, folder, 'index.html')))

const isUiFont = (name: string) => /be-vietnam-pro-(latin|vietnamese)-(400|600)-.*\.woff2$/.test(name)

/**
 * Tells the browser about the fonts before it has read the style sheet: one round trip less on a slow
 * network.
 */
const preloadFonts: Plugin = {
  name: 'sen-preload-fonts',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter(isUiFont)
        .map((name) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${name}`, crossorigin: '' },
          injectTo: 'head' as const,
        })),
  },
}

const shared: InlineConfig = {
  configFile: false,
  envDir: false,
  logLevel: 'warn',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
}

/** What the world lends to the apps. It keeps one address, at which the world's own door sends it. */
export const SIMULATORS = {
  source: 'world/web/simulators.ts',
  built: 'world/simulators.js',
  address: '/world/simulators.js',
}

/** The fronts of a build; without the world neither its page nor its simulators are in it. */
export const frontsOf = (hasWorld: boolean): Front[] =>
  presentFronts().filter(({ name }) => hasWorld || name !== 'world')

/** The pages of `folders` (each with an index.html), built into `outDir`. */
export const pagesConfig = (folders: readonly string[], outDir: string): InlineConfig => ({
  ...shared,
  root: projectRoot,
  base: '/',
  plugins: [preloadFonts],
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    manifest: true,
    reportCompressedSize: false,
    assetsInlineLimit: 1024,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: [
        ...folders.map((folder) => join(projectRoot, folder, 'index.html')),
        ...(folders.includes('world/web') ? [join(projectRoot, SIMULATORS.source)] : []),
      ],
      output: {
        entryFileNames: ({ facadeModuleId }) =>
          facadeModuleId?.replaceAll('\\', '/').endsWith(`/${SIMULATORS.source}`)
            ? SIMULATORS.built
            : 'assets/[name]-[hash].js',
      },
    },
  },
})

/** A service worker: one classic script with the list of files it keeps written into it. */
export const workerConfig = (
  source: string,
  outDir: string,
  precache: { version: string; files: readonly string[] },
): InlineConfig => ({
  ...shared,
  root: projectRoot,
  define: { __PRECACHE__: JSON.stringify(precache) },
  build: {
    outDir,
    emptyOutDir: false,
    target: 'es2022',
    sourcemap: false,
    reportCompressedSize: false,
    modulePreload: false,
    rolldownOptions: { input: source, output: { format: 'iife', entryFileNames: 'sw.js' } },
  },
})

/**
 * The web as it is being written (tools/dev.ts), behind `door`. Every front is looked through at the start,
 * so that no page reloads by itself because a package was found late.
 */
export const devConfig = (door: Server): InlineConfig => ({
  ...shared,
  root: projectRoot,
  base: '/',
  appType: 'custom',
  cacheDir: join(projectRoot, 'dist', 'dev-packages'),
  optimizeDeps: {
    entries: [...fronts.map(({ folder }) => `${folder}/main.tsx`), SIMULATORS.source],
  },
  server: {
    middlewareMode: true,
    hmr: { server: door },
    // What the product never sends to a browser, the developer's server does not either.
    fs: { allow: ['web', 'world/web', 'contract', 'formats', 'node_modules', 'dist/dev-packages'] },
    watch: { ignored: ['**/data/**', '**/dist/**', '**/server/**', '**/e2e/**'] },
  },
})
