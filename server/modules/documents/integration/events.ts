/** What happens to a document that comes from another register. */
import { z } from 'zod'
import { moment } from '../../../../contract/values.ts'
import { defineEvent } from '../../../kernel/event.ts'

const words = z.strictObject({ vi: z.string(), en: z.string() })
const named = { id: z.string(), type: z.string(), title: words, source: words }

const justNamed = { id: z.string(), type: z.string() }

export const DocumentReceived = defineEvent('DocumentReceived', z.strictObject(named))
export const DocumentMissing = defineEvent('DocumentMissing', z.strictObject({ ...named, dueAt: moment }))
export const DocumentDiffers = defineEvent('DocumentDiffers', z.strictObject({ ...named, dueAt: moment }))
/** The register says something else of its own document than it did. */
export const DocumentStandingChanged = defineEvent(
  'DocumentStandingChanged',
  z.strictObject({ ...named, standing: z.enum(['valid', 'expired', 'revoked', 'suspended', 'gone']) }),
)
/** The register says something else in it than it did, and it stands as before. */
export const DocumentChanged = defineEvent('DocumentChanged', z.strictObject(justNamed))
/** She has taken it out of the wallet. */
export const DocumentRemoved = defineEvent('DocumentRemoved', z.strictObject(justNamed))
