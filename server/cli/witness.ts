/**
 * witness: cosigns the checkpoints of logs, on a machine of other people. It needs no database and no data
 * folder of Sen, only a small folder of its own.
 */
import { resolve } from 'node:path'
import { machineNow } from '../kernel/clock.ts'
import { readVerifierKey } from '../modules/platform/audit/checkpoint.ts'
import type { NoteKey } from '../modules/platform/audit/note-key.ts'
import { openCosigner } from '../modules/platform/audit/witness/cosignature.ts'
import {
  openWitnessFolder,
  originHash,
  witnessSeed,
} from '../modules/platform/audit/witness/witness-folder.ts'
import { startWitnessServer } from '../modules/platform/audit/witness/witness-server.ts'
import { openWitness } from '../modules/platform/audit/witness/witness.ts'
import { makeDataFolder } from '../start/data-folder.ts'
import { takeServeLock } from '../start/serve-lock.ts'
import { readWords, UsageRefused, type Command, type CommandContext, type ExitCode } from './command.ts'
import { untilAsked } from './serve.ts'

const PORT = '4100'

const logOf = (text: string): NoteKey => {
  try {
    return readVerifierKey(text)
  } catch (error) {
    throw new UsageRefused(`--log takes what "audit key" shows. ${(error as Error).message}`)
  }
}

const runWitness = async (words: readonly string[], { out, say }: CommandContext): Promise<ExitCode> => {
  const { values } = readWords(
    words,
    {
      folder: { type: 'string' },
      log: { type: 'string', multiple: true },
      port: { type: 'string', default: PORT },
      host: { type: 'string', default: '127.0.0.1' },
    },
    0,
  )
  const logs = (values.log ?? []).map(logOf)
  const port = Number(values.port)
  if (values.folder === undefined || logs.length === 0) {
    throw new UsageRefused('--folder and at least one --log are needed.')
  }
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageRefused('--port takes a number up to 65535.')
  }
  const folder = resolve(values.folder)
  await makeDataFolder(folder)
  // Two on one folder could each give a word of their own.
  const giveBack = await takeServeLock(folder)
  try {
    const cosigner = openCosigner(await witnessSeed(folder))
    const means = { cosigner, logs, memory: openWitnessFolder(folder), now: machineNow, say }
    const server = await startWitnessServer({
      host: values.host,
      port,
      witness: openWitness(means),
      means,
    })
    out(`The witness answers at http://${values.host}:${server.port}/#${cosigner.verifierKey}`)
    for (const { name } of logs) {
      out(
        `Its newest checkpoint of ${name}: http://${values.host}:${server.port}/${originHash(name)}/checkpoint`,
      )
    }
    await untilAsked(server, say)
  } finally {
    await giveBack()
  }
  return 0
}

export const witnessCommands: Command[] = [
  {
    usage: 'witness --folder FOLDER --log KEY… [--port N] [--host ADDRESS]',
    says: 'cosigns the checkpoints of logs on other machines, so that none is set back or rewritten unseen',
    leaves: null,
    run: runWitness,
  },
]
