/**
 * A register that answers for documents: another agency's, with its own data, its own hours and its own
 * faults. How it is reached is data of the operator's, written from the agreement with the agency (Decree
 * 47/2020/ND-CP on sharing digital data of state agencies).
 */
import { z } from 'zod'
import { sourceId } from '../../../../contract/document-type.ts'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])
const isSafe = (text: string): boolean => {
  if (!URL.canParse(text)) {
    return false
  }
  const url = new URL(text)
  const isPlain = url.username === '' && url.password === '' && url.search === '' && url.hash === ''
  return isPlain && (url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname)))
}

export const sourceRegister = z.strictObject({
  id: sourceId,
  name: z.strictObject({ vi: z.string().trim().min(1).max(120), en: z.string().trim().min(1).max(120) }),
  url: z.url().refine(isSafe, 'an address of https, or of this machine, without name, password or query'),
  /** After this it counts as silent. */
  timeout_ms: z.int().min(100).max(10_000),
  /** What the agreement allows, of each process that asks. */
  mostPerMinute: z.int().min(1).max(100_000),
})
export type SourceRegister = z.infer<typeof sourceRegister>
