/**
 * Makes a new cluster with role and database `sen`, all of it under a temporary name, so that a cluster is
 * there whole or not at all.
 */
import { chmod, chown, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { newSecret } from '../../kernel/id.ts'
import { errorCode } from '../error-code.ts'
import { StorageUnavailable, reasonOf } from './storage-unavailable.ts'
import { makeFolder, readIfThere, syncFolder, writeWhole } from '../small-file.ts'
import { runProgram, type Outcome } from './run-program.ts'
import type { Binaries } from './binaries.ts'
import type { DatabasePlace } from './database-place.ts'

export interface Passwords {
  /** Superuser, for set-up and rescue by hand only. */
  readonly postgres: string
  /** Role of the application. */
  readonly sen: string
}

export type Measure = <T>(name: string, deed: () => Promise<T>) => Promise<T>

const passwordsPath = (home: string): string => join(home, 'passwords.json')

/** The stored passwords, or null when there are none. */
export const readPasswords = async (home: string): Promise<Passwords | null> => {
  const text = await readIfThere(passwordsPath(home))
  return text === null ? null : (JSON.parse(text) as Passwords)
}

/** Initialises unless the cluster exists. `durable` false leaves out the flush to disk (tests). */
export const ensureInitialised = async (
  place: DatabasePlace,
  binaries: Binaries,
  durable: boolean,
  measure: Measure,
): Promise<Passwords> => {
  const version = await readIfThere(join(place.pgdata, 'PG_VERSION'))
  if (version === null) {
    return initialise(place, binaries, durable, measure)
  }
  if (Number(version) !== binaries.major) {
    throw new StorageUnavailable(
      'start-failed',
      `The database in ${place.home} was made by PostgreSQL ${version.trim()}, but PostgreSQL ${binaries.major} is installed; export it with the former release of Sen and import it into a new folder.`,
    )
  }
  const passwords = await readPasswords(place.home)
  if (passwords) {
    return passwords
  }
  throw new StorageUnavailable(
    'start-failed',
    `The database in ${place.home} has lost its ${passwordsPath(place.home)}; restore that file from the backup.`,
  )
}

const initialise = async (
  place: DatabasePlace,
  binaries: Binaries,
  durable: boolean,
  measure: Measure,
): Promise<Passwords> => {
  try {
    if (await stat(place.pgdata).catch(() => null)) {
      throw new StorageUnavailable(
        'not-initialisable',
        `${place.pgdata} exists but holds no database; move it away and start again.`,
      )
    }
    for (const name of await readdir(place.home)) {
      if (name.startsWith('cluster.new-')) {
        await rm(join(place.home, name), { recursive: true, force: true })
      }
    }
    const passwords = {
      postgres: newSecret(24).toString('base64url'),
      sen: newSecret(24).toString('base64url'),
    }
    await writeWhole(
      passwordsPath(place.home),
      `${JSON.stringify(passwords)}\n`,
      0o600,
      place.owner ?? undefined,
    )
    const fresh = join(place.home, `cluster.new-${newSecret(6).toString('hex')}`)
    await makeOwned(fresh, place)
    await measure('initdb', () => runInitdb(fresh, place, binaries, passwords))
    await measure('roles', () => createRole(fresh, place, binaries, passwords))
    if (durable) {
      await measure('flush', async () =>
        expectSuccess(
          'initdb --sync-only',
          await runProgram(binaries.initdb, ['--sync-only', '-D', fresh], place),
        ),
      )
    }
    await rename(fresh, place.pgdata)
    await syncFolder(place.home)
    return passwords
  } catch (error) {
    if (error instanceof StorageUnavailable) {
      throw error
    }
    const code = ['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error))
      ? 'folder-not-writable'
      : 'not-initialisable'
    throw new StorageUnavailable(
      code,
      `No database could be made in ${place.home} (${reasonOf(error)}); correct this or choose another folder with SEN_DATA.`,
      error,
    )
  }
}

/** Makes a folder with mode 0700 that belongs to the account PostgreSQL runs as. */
export const makeOwned = async (path: string, place: DatabasePlace): Promise<void> => {
  await makeFolder(path)
  await chmod(path, 0o700)
  if (place.account) {
    await chown(path, place.account.uid, place.account.gid)
  }
}

const runInitdb = async (
  folder: string,
  place: DatabasePlace,
  binaries: Binaries,
  passwords: Passwords,
): Promise<void> => {
  const passwordFile = `${folder}.password`
  // initdb reads the password as its own account; a pipe cannot be opened a second time by another account,
  // hence a file.
  await writeWhole(passwordFile, `${passwords.postgres}\n`, 0o600, place.account ?? undefined)
  try {
    const args = [
      '-D',
      folder,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
      '--no-sync',
      '--no-instructions',
    ]
    expectSuccess('initdb', await runProgram(binaries.initdb, args, place))
  } finally {
    await rm(passwordFile, { force: true })
  }
}

/**
 * In single-user mode: no port is open yet, and the password travels on standard input, where `ps` does not
 * show it.
 */
const createRole = async (
  folder: string,
  place: DatabasePlace,
  binaries: Binaries,
  passwords: Passwords,
): Promise<void> => {
  const statements = [
    `create role sen login nosuperuser nocreatedb nocreaterole noreplication password '${passwords.sen}'`,
    'create database sen owner sen',
    'revoke connect on database postgres, template1 from public',
  ]
  // The flush afterwards covers these files too.
  const args = [
    '--single',
    '-D',
    folder,
    '-c',
    'fsync=off',
    '-c',
    'exit_on_error=on',
    '-c',
    'log_checkpoints=off',
    '-j',
    'postgres',
  ]
  const outcome = await runProgram(
    binaries.postgres,
    args,
    place,
    statements.map((text) => `${text};\n\n`).join(''),
  )
  expectSuccess('The creation of the role "sen"', outcome)
}

const expectSuccess = (deed: string, outcome: Outcome): void => {
  if (outcome.exitCode === 0 && !/^.*(ERROR|FATAL|PANIC): /m.test(outcome.output)) {
    return
  }
  const last = outcome.output.trim().split('\n').slice(-6).join(' | ')
  if (outcome.exitCode === 127) {
    throw new StorageUnavailable(
      'no-binary',
      `${deed} lacks a system library (${last}); install it, or name your own PostgreSQL server in the settings.`,
    )
  }
  throw new StorageUnavailable(
    'not-initialisable',
    `${deed} failed with exit code ${outcome.exitCode}: ${last}; correct this and start again.`,
  )
}
