// What a service worker of ours does: it keeps one front's own files, so that the front opens without a
// network. Answers of the API and of the
// provider are never kept. A new version waits until the pages of the old one are closed, so no page loses
// its code.
const isWorker = (it: object): it is ServiceWorkerGlobalScope => 'clients' in it && 'registration' in it
const networkFirst_ms = 2500

export type KeptFront = {
  /** The front's address, with both slashes: `/counter/`. */
  readonly shell: string
  readonly cachePrefix: string
  readonly precache: { readonly version: string; readonly files: readonly string[] }
  /** Files that are kept only when they are first used. */
  readonly isKeptLater?: (path: string) => boolean
}

const openFront = (
  { shell, cachePrefix, precache, isKeptLater = () => false }: KeptFront,
  worker: ServiceWorkerGlobalScope,
) => {
  const cacheName = `${cachePrefix}${precache.version}`
  /** The page itself from the network when it answers in time, else the kept one. */
  const answerPage = async (request: Request): Promise<Response> => {
    const kept = await caches.match(shell, { cacheName })
    try {
      const response = await fetch(request, kept ? { signal: AbortSignal.timeout(networkFirst_ms) } : {})
      return response.ok || !kept ? response : kept
    } catch (error) {
      if (kept) {
        return kept
      }
      throw error
    }
  }
  const answerFile = async (request: Request): Promise<Response> => {
    const kept = await caches.match(request, { ignoreVary: true })
    if (kept) {
      return kept
    }
    const response = await fetch(request)
    if (response.ok && isKeptLater(new URL(request.url).pathname)) {
      await (await caches.open(cacheName)).put(request, response.clone())
    }
    return response
  }
  return {
    answerPage,
    answerFile,
    keepAll: async () => {
      const cache = await caches.open(cacheName)
      await cache.addAll(
        precache.files
          .filter((file) => !isKeptLater(file))
          .map((file) => new Request(file, { cache: 'no-cache' })),
      )
    },
    dropOld: async () => {
      for (const name of await caches.keys()) {
        if (name.startsWith(cachePrefix) && name !== cacheName) {
          await caches.delete(name)
        }
      }
      await worker.clients.claim()
    },
  }
}

/** Call it once, at the top of a service worker. */
export const keepFront = (front: KeptFront) => {
  const worker: object = globalThis
  if (!isWorker(worker)) {
    throw new Error('this script is a service worker')
  }
  const { answerPage, answerFile, keepAll, dropOld } = openFront(front, worker)
  worker.addEventListener('install', (event) => event.waitUntil(keepAll()))
  worker.addEventListener('activate', (event) => event.waitUntil(dropOld()))
  worker.addEventListener('fetch', (event) => {
    const { request } = event
    const url = new URL(request.url)
    if (request.method !== 'GET' || url.origin !== worker.location.origin) {
      return
    }
    if (request.mode === 'navigate') {
      if (url.pathname.startsWith(front.shell)) {
        event.respondWith(answerPage(request))
      }
    } else if (
      url.pathname.startsWith('/assets/') ||
      (url.pathname.startsWith(front.shell) && url.pathname !== `${front.shell}sw.js`)
    ) {
      event.respondWith(answerFile(request))
    }
  })
}
