/** `npm run -s sen -- …`. What Node has once compiled is kept between runs. */
import { enableCompileCache } from 'node:module'

enableCompileCache()
await import('./sen-cli.ts')
