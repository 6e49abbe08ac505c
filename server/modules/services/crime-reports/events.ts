/** What happens to a named report. Nothing is published of one that is anonymous: there is nobody to tell. */
import { z } from 'zod'
import { moment } from '../../../../contract/values.ts'
import { defineEvent } from '../../../kernel/event.ts'

const data = z.strictObject({ reference: z.string() })

/** The office asked, extended, forwarded or settled. */
export const CrimeReportMoved = defineEvent('CrimeReportMoved', data)
export const CrimeReportOverdue = defineEvent('CrimeReportOverdue', data.extend({ at: moment }))
