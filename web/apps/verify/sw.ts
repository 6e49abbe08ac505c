// The service worker of /verify/: after the first visit the page checks documents without a network, so the
// reader of QR codes is kept from the start as well. What was checked is kept nowhere.
import { keepFront } from '../../client/keep-front.ts'

keepFront({ shell: '/verify/', cachePrefix: 'sen-verify-', precache: __PRECACHE__ })
