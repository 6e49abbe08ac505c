/**
 * The settings of the embedded server, given on its command line so that they follow the release and not a
 * file from initdb.
 */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { runProgram } from './run-program.ts'
import { prepareSocket } from './server-address.ts'
import type { Binaries } from './binaries.ts'
import type { DatabasePlace } from './database-place.ts'

export type Settings = Record<string, string>

const standard: Settings = {
  listen_addresses: '127.0.0.1',
  password_encryption: 'scram-sha-256',
  max_connections: '120',
  shared_buffers: '256MB',
  huge_pages: 'off',
  jit: 'off',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  wal_level: 'replica',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  timezone: 'UTC',
  log_timezone: 'UTC',
  logging_collector: 'on',
  // One file a weekday, overwritten a week later: bounded without an outside rotator.
  log_filename: 'postgres-%a.log',
  log_truncate_on_rotation: 'on',
  log_rotation_age: '1d',
  log_rotation_size: '0',
}

/** `-c name=value` for each setting; `extra` wins. */
export const serverArguments = async (
  place: DatabasePlace,
  binaries: Binaries,
  extra: Settings,
): Promise<string[]> => {
  const settings: Settings = {
    ...standard,
    unix_socket_directories: await prepareSocket(place),
    log_directory: join(place.home, 'log'),
    wal_compression: await walCompression(place, binaries),
    ...extra,
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/**
 * lz4 where the server was built with it. Only a package that ships the library can have been, which spares
 * the others the question.
 */
const walCompression = async (place: DatabasePlace, binaries: Binaries): Promise<string> => {
  const libraries = await readdir(join(binaries.root, 'lib')).catch(() => [])
  if (!libraries.some((name) => name.startsWith('liblz4'))) {
    return 'on'
  }
  const outcome = await runProgram(
    binaries.postgres,
    ['-D', place.pgdata, '-c', 'wal_compression=lz4', '-C', 'wal_compression'],
    place,
  )
  return outcome.exitCode === 0 ? 'lz4' : 'on'
}
