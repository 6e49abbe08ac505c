/** audit verify: proves the whole log, or names the place where it was touched. */
import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { WRITERS } from '../start/open-app-context.ts'
import { CHECKPOINTS } from '../start/run-jobs.ts'
import { openCheckpointSigner } from '../modules/platform/audit/checkpoint.ts'
import { exportLeaves } from '../modules/platform/audit/export-leaves.ts'
import { verifyAudit } from '../modules/platform/audit/verify-audit.ts'
import { readWords, type Command, type CommandContext, type ExitCode } from './command.ts'
import { inAppContext } from './in-app-context.ts'
import { leaveOperatorLine } from './operator-line.ts'

const verify = async (words: readonly string[], { env, out, say }: CommandContext): Promise<ExitCode> => {
  const { values } = readWords(words, { checkpoints: { type: 'string' }, writers: { type: 'string' } }, 0)
  return inAppContext<ExitCode>(env, async ({ config, context, secrets }) => {
    const checkpointsFile = values.checkpoints ?? join(config.dataDir, CHECKPOINTS)
    const verdict = await verifyAudit({
      pool: context.pool,
      checkpointsFile,
      publicKey: openCheckpointSigner(secrets.checkpointSeed).verifierKey,
      lineKey: secrets.lineKey,
      writersFolder: values.writers ?? join(config.dataDir, WRITERS),
    })
    for (const fault of verdict.faults) {
      say(`${fault.place}: ${fault.what}`)
    }
    out(JSON.stringify({ ...verdict, faults: verdict.faultCount }))
    return verdict.ok ? 0 : 1
  })
}

/** For the offline verifier (tools/verify-audit.py): the leaves, and the key that signs the checkpoints. */
const exportAll = async (words: readonly string[], { env, say }: CommandContext): Promise<ExitCode> => {
  const { values } = readWords(words, { out: { type: 'string' }, lines: { type: 'string' } }, 0)
  return inAppContext<ExitCode>(env, async ({ config, context, secrets }) => {
    await context.transact((work) => {
      const effect = { lines: values.lines !== undefined }
      const deed = { command: 'audit export', purpose: 'operator-audit', effect } as const
      leaveOperatorLine(work, { config }, deed)
      return Promise.resolve()
    })
    if (values.lines !== undefined) {
      await writeFile(values.lines, `${secrets.lineKey.toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
    }
    const leaves = values.out === undefined ? process.stdout : createWriteStream(values.out, { mode: 0o600 })
    const count = await exportLeaves({
      pool: context.pool,
      out: leaves,
      isWithLines: values.lines !== undefined,
    })
    if (leaves !== process.stdout) {
      await finished(leaves.end())
    }
    say(
      `${count} leaves. The key for the verifier: ${openCheckpointSigner(secrets.checkpointSeed).verifierKey}`,
    )
    return 0
  })
}

export const auditCommands: Command[] = [
  {
    usage: 'audit export [--out FILE] [--lines KEYFILE]',
    says: 'writes the leaves for the offline verifier; with --lines the lines and their key, for an inspector',
    leaves: 'operator-audit',
    run: exportAll,
  },
  {
    usage: 'audit verify [--checkpoints FILE] [--writers FOLDER]',
    says: 'proves the audit log against its published checkpoints',
    leaves: null,
    run: verify,
  },
]
