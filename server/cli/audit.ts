/** audit verify: proves the whole log, or names the place where it was touched. */
import { join } from 'node:path'
import { CHECKPOINTS } from '../run-jobs.ts'
import { openCheckpointSigner } from '../modules/audit/checkpoint.ts'
import { verifyAudit } from '../modules/audit/verify-audit.ts'
import { readWords, type Command, type CommandContext, type ExitCode } from './command.ts'
import { inHouse } from './in-house.ts'

const verify = async (words: readonly string[], { env, out, say }: CommandContext): Promise<ExitCode> => {
  const { values } = readWords(words, { checkpoints: { type: 'string' } }, 0)
  return inHouse<ExitCode>(env, async ({ config, house, secrets }) => {
    const checkpointsFile = values.checkpoints ?? join(config.dataDir, CHECKPOINTS)
    const verdict = await verifyAudit({ pool: house.pool, checkpointsFile, publicKey: openCheckpointSigner(secrets.checkpointSeed).verifierKey })
    for (const fault of verdict.faults) say(`${fault.place}: ${fault.what}`)
    out(JSON.stringify({ ...verdict, faults: verdict.faultCount }))
    return verdict.ok ? 0 : 1
  })
}

export const auditCommands: Command[] = [{ usage: 'audit verify [--checkpoints FILE]', says: 'proves the audit log against its published checkpoints', run: verify }]
