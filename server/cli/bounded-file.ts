/** A file that the operator names, unless it is larger than anything of its kind. */
import { readFile, stat } from 'node:fs/promises'
import { UsageRefused } from './command.ts'

export const readBounded = async (file: string, most_bytes: number): Promise<Buffer> => {
  const { size } = await stat(file)
  if (size > most_bytes) {
    throw new UsageRefused(`The file ${file} is larger than ${Math.round(most_bytes / 1024)} KB.`)
  }
  return readFile(file)
}
