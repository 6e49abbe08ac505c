/** A witness of one log on a free port of this machine, over a folder that outlives it. For tests only. */
import { machineNow } from '../server/kernel/clock.ts'
import type { NoteKey } from '../server/modules/platform/audit/note-key.ts'
import type { WitnessDoor } from '../server/modules/platform/audit/witness/ask-witness.ts'
import { openCosigner, readWitnessKey } from '../server/modules/platform/audit/witness/cosignature.ts'
import { openWitnessFolder, witnessSeed } from '../server/modules/platform/audit/witness/witness-folder.ts'
import { startWitnessServer } from '../server/modules/platform/audit/witness/witness-server.ts'
import { openWitness } from '../server/modules/platform/audit/witness/witness.ts'
import { makeFolder } from '../server/storage/small-file.ts'

export interface RunningWitness extends WitnessDoor {
  readonly folder: string
  readonly port: number
  readonly verifierKey: string
  stop(): Promise<void>
}

export const startWitness = async (folder: string, log: NoteKey, port: number): Promise<RunningWitness> => {
  await makeFolder(folder)
  const cosigner = openCosigner(await witnessSeed(folder))
  const means = {
    cosigner,
    logs: [log],
    memory: openWitnessFolder(folder),
    now: machineNow,
    say: () => undefined,
  }
  const server = await startWitnessServer({ host: '127.0.0.1', port, witness: openWitness(means), means })
  return {
    url: `http://127.0.0.1:${server.port}/`,
    key: readWitnessKey(cosigner.verifierKey),
    verifierKey: cosigner.verifierKey,
    folder,
    port: server.port,
    stop: () => server.stop(),
  }
}
