/**
 * Runs one of PostgreSQL's programs to its end, as the account of the place and free of the caller's PG*
 * variables.
 */
import { spawn } from 'node:child_process'
import { errorCode } from '../error-code.ts'
import { StorageUnavailable, reasonOf } from './storage-unavailable.ts'
import type { DatabasePlace } from './database-place.ts'

/**
 * PGOPTIONS, PGDATA, LC_ALL or LD_LIBRARY_PATH of the caller would change what the programs do; they find
 * their libraries by $ORIGIN.
 */
const programEnvironment = (): NodeJS.ProcessEnv => {
  if (process.platform === 'win32') {
    return {
      SystemRoot: process.env['SystemRoot'],
      TEMP: process.env['TEMP'],
      PATH: process.env['PATH'],
      LC_ALL: 'C',
    }
  }
  return { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
}

/**
 * The identity and folder for spawn. The working folder must be one the account can enter, or PostgreSQL
 * fails to resolve its own path.
 */
export const spawnIdentity = (
  place: DatabasePlace,
): {
  cwd: string
  env: NodeJS.ProcessEnv
  uid?: number
  gid?: number
} => ({ cwd: place.home, env: programEnvironment(), ...place.account })

/** What the operator reads when the program could not even be started. */
export const spawnFailure = (program: string, place: DatabasePlace, error: unknown): StorageUnavailable => {
  if (place.account && ['EPERM', 'EINVAL'].includes(errorCode(error))) {
    return new StorageUnavailable(
      'os-user',
      `This environment does not let root start a program as the account "postgres" (${reasonOf(error)}); start Sen as an ordinary user.`,
      error,
    )
  }
  return new StorageUnavailable(
    'no-binary',
    `${program} cannot be run on this machine (${reasonOf(error)}); run npm install again, or name your own PostgreSQL server in the settings.`,
    error,
  )
}

export interface Outcome {
  readonly exitCode: number | null
  readonly output: string
}

/** Standard output and error together; `input` goes to standard input. */
export const runProgram = (
  program: string,
  args: string[],
  place: DatabasePlace,
  input = '',
): Promise<Outcome> => {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...spawnIdentity(place), stdio: 'pipe', windowsHide: true })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text))
    }
    child.on('error', (error) => reject(spawnFailure(program, place, error)))
    child.on('close', (exitCode) => resolve({ exitCode, output }))
    // A program that ends early closes its input; its exit code tells the story.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}
