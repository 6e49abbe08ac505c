/** The operator's switch: while it is off, strangers get no codes by text message and are told other ways. */
import type { Reading, Work } from '../../../kernel/work.ts'
import { readInstallation, writeInstallation } from '../../../storage/installation.ts'

interface SmsPause {
  readonly since: string
  readonly reason: string
}

/** Null: text messages go out. */
export const smsPause = async (read: Reading): Promise<SmsPause | null> => {
  const value = await readInstallation(read, 'sms_to_strangers')
  return value ? (JSON.parse(value) as SmsPause) : null
}

export const pauseSms = (work: Work, pause: SmsPause): Promise<number> =>
  writeInstallation(work, 'sms_to_strangers', JSON.stringify(pause))

export const resumeSms = (work: Work): Promise<number> => writeInstallation(work, 'sms_to_strangers', '')
