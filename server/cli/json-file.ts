/** A file of the operator's in JSON, read strictly. */
import type { z } from 'zod'
import { readBounded } from './bounded-file.ts'
import { UsageRefused } from './command.ts'
import { digestOf } from './operator-line.ts'

const FILE_MOST_BYTES = 256 * 1024

/** Says which places of the file are wrong, not only that it is. */
export const readJsonFile = async <Schema extends z.ZodType>(file: string, schema: Schema) => {
  const bytes = await readBounded(file, FILE_MOST_BYTES)
  let value: unknown
  try {
    value = JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new UsageRefused(`${file} is not JSON.`)
  }
  const read = schema.safeParse(value)
  if (!read.success) {
    const wrong = read.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`)
    throw new UsageRefused(`${file} does not have the form: ${wrong.slice(0, 8).join('; ')}.`)
  }
  return { digest: digestOf(bytes), content: read.data }
}
