/**
 * Where the embedded database of a data folder lives: in its subfolder `postgres`, or, when the account
 * that runs PostgreSQL cannot enter the data folder (a checkout below /root), in /var/lib/sen/<hash>, with
 * a note in the data folder that says so.
 */
import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { access, chmod, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { StorageUnavailable, reasonOf } from './storage-unavailable.ts'
import { closedFolder, databaseAccount, isRoot } from './os-account.ts'
import { makeFolder, readIfThere, writeWhole, type Owner } from '../small-file.ts'

/** Shared by all data folders of the machine that root cannot open to the account `postgres`. */
export const MACHINE_FOLDER = '/var/lib/sen'
export const NOTE_NAME = 'postgres.location'

export interface DatabasePlace {
  readonly dataDir: string
  /** Holds the cluster, its passwords, port, log and lock; belongs to whoever runs Sen. */
  readonly home: string
  /** The cluster itself; belongs to the account that runs PostgreSQL, mode 0700. */
  readonly pgdata: string
  /** Account PostgreSQL runs as; null when it is our own. */
  readonly account: Owner | null
  /**
   * Owner given to the small files in `home`, so that an ordinary owner can still read what root wrote; null
   * when it is ourselves.
   */
  readonly owner: Owner | null
}

/** 16 hex digits of a name's SHA-256. */
export const shortHash = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 16)

/** The home a data folder already has, or null. Creates nothing. */
export const existingHome = async (dataDir: string): Promise<string | null> => {
  const real = await realpath(dataDir).catch(() => null)
  if (real === null) {
    return null
  }
  const note = await readIfThere(join(real, NOTE_NAME))
  if (note !== null) {
    return noteTarget(note, real)
  }
  const inside = join(real, 'postgres')
  // An operator may have moved it to another disk and left a link; processes are recognised by the real path.
  return realpath(inside).catch(() => null)
}

/**
 * Two lines: the home, and the data folder it was made for. A copied data folder must not silently share the
 * original's database.
 */
const noteTarget = async (note: string, dataDir: string): Promise<string> => {
  const [home = '', madeFor = ''] = note.split('\n')
  if (madeFor !== dataDir && (await readIfThere(join(madeFor, NOTE_NAME))) === note) {
    throw new StorageUnavailable(
      'not-initialisable',
      `${dataDir} is a copy of ${madeFor}, whose database lives in ${home}; delete ${join(dataDir, NOTE_NAME)} to begin the copy with an empty database.`,
    )
  }
  return home
}

/** Chooses the home and makes its folders. */
export const prepareDatabasePlace = async (dataDir: string): Promise<DatabasePlace> => {
  try {
    const real = await makeDataFolder(dataDir)
    const place = isRoot() ? await placeForRoot(real) : await placeForOrdinaryUser(real)
    await access(place.home, constants.R_OK | constants.W_OK | constants.X_OK)
    return place
  } catch (error) {
    if (error instanceof StorageUnavailable) {
      throw error
    }
    throw new StorageUnavailable(
      'folder-not-writable',
      `The data folder ${dataDir} cannot be written (${reasonOf(error)}); choose another with SEN_DATA or correct its permissions.`,
      error,
    )
  }
}

const makeDataFolder = async (dataDir: string): Promise<string> => {
  const isNew = await makeFolder(dataDir)
  // Entering without listing is what the account `postgres` needs, whatever the umask says.
  if (isNew && isRoot()) {
    await chmod(dataDir, 0o711)
  }
  return realpath(dataDir)
}

const placeForOrdinaryUser = async (dataDir: string): Promise<DatabasePlace> => {
  const home = (await existingHome(dataDir)) ?? join(dataDir, 'postgres')
  const pgdata = join(home, 'cluster')
  if (await makeFolder(home)) {
    await chmod(home, 0o700)
  }
  const cluster = await stat(pgdata).catch(() => null)
  if (cluster && process.platform !== 'win32' && cluster.uid !== process.geteuid?.()) {
    throw new StorageUnavailable(
      'folder-not-writable',
      `The database in ${home} belongs to another user; start Sen as that user (or as root), or choose another folder with SEN_DATA.`,
    )
  }
  return { dataDir, home, pgdata, account: null, owner: null }
}

const placeForRoot = async (dataDir: string): Promise<DatabasePlace> => {
  const present = await existingHome(dataDir)
  const cluster = present === null ? null : await stat(join(present, 'cluster')).catch(() => null)
  if (present !== null && cluster?.uid === 0) {
    throw new StorageUnavailable(
      'os-user',
      `The database in ${present} belongs to root, as which PostgreSQL does not run; give it back with: chown -R postgres ${join(present, 'cluster')} ${join(present, 'log')}`,
    )
  }
  const account = cluster ? { uid: cluster.uid, gid: cluster.gid } : await databaseAccount()
  const home = cluster && present ? present : await chooseHome(dataDir, account)
  if (await makeFolder(home)) {
    await chmod(home, 0o711)
  }
  const closed = await closedFolder(home, account)
  if (closed) {
    throw new StorageUnavailable(
      'folder-not-writable',
      `The account that runs PostgreSQL (uid ${account.uid}) cannot enter ${closed}; open it with: chmod o+x ${closed}`,
    )
  }
  const { uid, gid } = await stat(home)
  return { dataDir, home, pgdata: join(home, 'cluster'), account, owner: uid === 0 ? null : { uid, gid } }
}

/**
 * The note, once written, decides: a folder opened later must not hide the database behind a new, empty one.
 */
const chooseHome = async (dataDir: string, account: Owner): Promise<string> => {
  const notePath = join(dataDir, NOTE_NAME)
  const present = await existingHome(dataDir)
  const inside = join(dataDir, 'postgres')
  if (present !== null && present !== inside) {
    return present
  }
  if (!(await closedFolder(inside, account))) {
    return inside
  }
  const home = join(MACHINE_FOLDER, shortHash(dataDir))
  if (await makeFolder(MACHINE_FOLDER)) {
    await chmod(MACHINE_FOLDER, 0o755)
  }
  await writeWhole(notePath, `${home}\n${dataDir}\n`, 0o644)
  return home
}
