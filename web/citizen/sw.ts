// The service worker of /app/: keeps the app's own files, so that it opens without a network. Answers of the API and of the provider are never
// kept: personal data lies only in the sealed card. A new version waits until the pages of the old one are closed, so no page loses its code.
const isWorker = (it: object): it is ServiceWorkerGlobalScope => 'clients' in it && 'registration' in it
const scope: object = globalThis
if (!isWorker(scope)) throw new Error('this script is a service worker')
const worker = scope
const cacheName = `sen-app-${__PRECACHE__.version}`
const prefix = 'sen-app-'
const shell = '/app/'
const networkFirst_ms = 2500

/** The QR reader weighs more than the rest together: it is kept when it is first used. */
const isKeptFirst = (file: string): boolean => !file.endsWith('.wasm')

const keepAll = async () => {
  const cache = await caches.open(cacheName)
  await cache.addAll(__PRECACHE__.files.filter(isKeptFirst).map((file) => new Request(file, { cache: 'no-cache' })))
}

const dropOld = async () => {
  for (const name of await caches.keys()) if (name.startsWith(prefix) && name !== cacheName) await caches.delete(name)
  await worker.clients.claim()
}

/** The page itself from the network when it answers in time, else the kept one. */
const answerPage = async (request: Request): Promise<Response> => {
  const kept = await caches.match(shell, { cacheName })
  try {
    const response = await fetch(request, kept ? { signal: AbortSignal.timeout(networkFirst_ms) } : {})
    return response.ok || !kept ? response : kept
  } catch (error) {
    if (kept) return kept
    throw error
  }
}

const answerFile = async (request: Request): Promise<Response> => {
  const kept = await caches.match(request, { ignoreVary: true })
  if (kept) return kept
  const response = await fetch(request)
  if (response.ok && new URL(request.url).pathname.endsWith('.wasm')) await (await caches.open(cacheName)).put(request, response.clone())
  return response
}

worker.addEventListener('install', (event) => event.waitUntil(keepAll()))
worker.addEventListener('activate', (event) => event.waitUntil(dropOld()))
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return
  if (request.mode === 'navigate') {
    if (url.pathname.startsWith(shell)) event.respondWith(answerPage(request))
  } else if (url.pathname.startsWith('/assets/') || (url.pathname.startsWith(shell) && url.pathname !== '/app/sw.js')) {
    event.respondWith(answerFile(request))
  }
})
