// The service worker of /app/: the card opens without a network. Personal data lies only in the sealed card,
// never in the worker's cache.
import { keepFront } from '../../client/keep-front.ts'

// The QR reader weighs more than the rest together: it is kept when it is first used.
keepFront({
  shell: '/app/',
  cachePrefix: 'sen-app-',
  precache: __PRECACHE__,
  isKeptLater: (file) => file.endsWith('.wasm'),
})
