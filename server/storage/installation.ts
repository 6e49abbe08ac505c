/** Facts about this database as a whole. */
import type { Reading, Work } from '../kernel/work.ts'

export type InstallationFact =
  | 'made_by_world'
  | 'operator'
  | 'clock_ahead_ms'
  | 'chip_trust_revision'
  | 'sms_to_strangers'

export const readInstallation = async (read: Reading, key: InstallationFact): Promise<string | null> =>
  (await read.maybe<{ value: string }>('select value from installation where key = $1', [key]))?.value ?? null

export const writeInstallation = (work: Work, key: InstallationFact, value: string): Promise<number> =>
  work.run(
    'insert into installation (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value',
    [key, value],
  )
