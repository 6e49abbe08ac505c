/**
 * Where the line runs between the demo world and a nation's installation. In a world anybody is everybody:
 * its people, officers and keys stand in the source. So what a world has run on never gets an operator,
 * and what an operator has run never gets a world.
 */
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AppContext } from '../kernel/app-context.ts'
import { trustChanged } from '../modules/evidence/chips/trust.ts'
import { hasTestPersons } from '../modules/registry/population/find-person.ts'
import { readInstallation, writeInstallation } from '../storage/installation.ts'
import type { Config } from './config.ts'
import { StartRefused } from './serve-lock.ts'

/** A world's folder holds secrets that its guests could read; a new database does not make them good. */
const MARK = 'made-by-world'

/** From here on folder and database are a world's. */
export const markAsWorld = async ({ dataDir }: Config, context: AppContext): Promise<void> => {
  await writeFile(join(dataDir, MARK), 'The demo world has run here: no operator can use this folder.\n')
  await context.transact((work) => writeInstallation(work, 'made_by_world', 'yes'))
}

/**
 * With an operator: throws StartRefused for what a world has run on, else says in the database that it is a
 * nation's, so that every process reads its chips so. Without one: throws StartRefused for a nation's
 * database, or a command that was not given the setting (a timer, another user) would take test people into
 * it, and it would never start again.
 */
export const settleOperator = async (
  { operator, dataDir, isWorldOn }: Config,
  context: AppContext,
): Promise<void> => {
  const { read } = context.tools
  const before = await readInstallation(read, 'operator')
  if (operator === null) {
    if (before !== null) {
      throw new StartRefused(
        isWorldOn
          ? 'This database has been used with an operator, so the demo world stays out of it. Set SEN_WORLD=off, or use an empty database.'
          : `This database has an operator (${before}), so nothing runs on it without one. Set SEN_OPERATOR.`,
      )
    }
    return
  }
  if (existsSync(join(dataDir, MARK)) || (await readInstallation(read, 'made_by_world')) !== null) {
    throw new StartRefused(
      'The demo world has run on this data folder or database, and anybody knows its keys, so it cannot get an operator. Use an empty folder and an empty database, or leave SEN_OPERATOR unset.',
    )
  }
  if (await hasTestPersons(read)) {
    throw new StartRefused(
      'The register holds test people (numbers beginning with 9), so it cannot get an operator. Use an empty database, or leave SEN_OPERATOR unset.',
    )
  }
  if (before !== operator) {
    await context.transact(async (work) => {
      await writeInstallation(work, 'operator', operator)
      await trustChanged(work)
    })
  }
}
