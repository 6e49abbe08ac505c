/** What the processor spends in the sign-in bench, read from the kernel's own counts. */
import { readdir, readFile } from 'node:fs/promises'
import type { OpenAppContext } from '../server/start/open-app-context.ts'
import { PASSWORD } from './sign-in-part-nation.ts'

const TICK_MS = 10

/** User and system time of a process, with its ended children's, in milliseconds. */
export const cpuOf = async (pid: number, withChildren: boolean): Promise<number> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  if (!stat) {
    return 0
  }
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15)
  return (user + system + (withChildren ? childUser + childSystem : 0)) * TICK_MS
}
const parentOf = async (pid: number): Promise<number> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
}
/** The postmaster, all that it runs and all that it ran. */
export const cpuOfPostgres = async (postmaster: number): Promise<number> => {
  const pids = (await readdir('/proc')).map(Number).filter(Number.isInteger)
  const parents = await Promise.all(pids.map(parentOf))
  const children = pids.filter((_, i) => parents[i] === postmaster)
  const parts = await Promise.all([cpuOf(postmaster, true), ...children.map((pid) => cpuOf(pid, false))])
  return parts.reduce((sum, ms) => sum + ms, 0)
}

export const postmasterOf = async (context: OpenAppContext): Promise<number> => {
  const {
    rows: [backend],
  } = await context.pool.query<{ pid: number }>('select pg_backend_pid() as pid')
  return parentOf(backend?.pid ?? 0)
}

/** Processor time of one password check with the installation's own parameters, all threads counted. */
export const hashCost = async (context: OpenAppContext): Promise<number> => {
  const phc = await context.tools.passwords.hash(PASSWORD)
  const times = 16
  const before = process.cpuUsage()
  for (let i = 0; i < times; i++) {
    await context.tools.passwords.verify(phc, PASSWORD)
  }
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / times
}
