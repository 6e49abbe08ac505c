// The service worker of /counter/: the console opens while the line is down. What officers write lies only in
// the sealed stores.
import { keepFront } from '../../client/keep-front.ts'

keepFront({ shell: '/counter/', cachePrefix: 'sen-counter-', precache: __PRECACHE__ })
