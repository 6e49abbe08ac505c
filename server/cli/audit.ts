/** audit verify: proves the whole log, or names the place where it was touched. */
import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { WRITERS } from '../start/open-app-context.ts'
import { CHECKPOINTS } from '../start/run-jobs.ts'
import { ACKNOWLEDGE } from '../modules/platform/audit/acknowledged-lines.ts'
import { openCheckpointSigner } from '../modules/platform/audit/checkpoint.ts'
import { exportLeaves } from '../modules/platform/audit/export-leaves.ts'
import { verifyAudit, type AuditVerdict } from '../modules/platform/audit/verify-audit.ts'
import { readWords, UsageRefused, type Command, type CommandContext, type ExitCode } from './command.ts'
import { inAppContext, type InHouse } from './in-app-context.ts'
import { leaveOperatorLine } from './operator-line.ts'

const verdictOf = (
  values: { readonly checkpoints?: string | undefined; readonly writers?: string | undefined },
  { config, context, secrets }: InHouse,
): Promise<AuditVerdict> =>
  verifyAudit({
    pool: context.pool,
    checkpointsFile: values.checkpoints ?? join(config.dataDir, CHECKPOINTS),
    publicKey: openCheckpointSigner(secrets.checkpointSeed).verifierKey,
    lineKey: secrets.lineKey,
    writersFolder: values.writers ?? join(config.dataDir, WRITERS),
  })

const verify = async (words: readonly string[], { env, out, say }: CommandContext): Promise<ExitCode> => {
  const { values } = readWords(words, { checkpoints: { type: 'string' }, writers: { type: 'string' } }, 0)
  return inAppContext<ExitCode>(env, async (house) => {
    const verdict = await verdictOf(values, house)
    for (const fault of verdict.faults) {
      say(`${fault.place}: ${fault.what}`)
    }
    if (verdict.missing !== '') {
      say(
        'Lines are missing. If they were lost with a dump that was restored or a standby that took over, say so: audit acknowledge --reason "…".',
      )
    }
    if (verdict.acknowledged > 0) {
      say(
        `${verdict.acknowledged} lines are missing that an operator told as lost (use case "${ACKNOWLEDGE}").`,
      )
    }
    out(JSON.stringify({ ...verdict, faults: verdict.faultCount }))
    return verdict.ok ? 0 : 1
  })
}

const REASON_MOST = 500

/** Takes nothing back and hides nothing: the line says who told which numbers as lost, and why. */
const acknowledge = async (words: readonly string[], { env, say }: CommandContext): Promise<ExitCode> => {
  const { values } = readWords(words, { reason: { type: 'string' }, writers: { type: 'string' } }, 0)
  const reason = values.reason?.trim() ?? ''
  if (reason === '' || reason.length > REASON_MOST) {
    throw new UsageRefused(`--reason is needed, in at most ${REASON_MOST} letters.`)
  }
  return inAppContext<ExitCode>(env, async (house) => {
    const { missing, faultCount } = await verdictOf(values, house)
    if (missing === '') {
      say('No line is missing.')
      return 1
    }
    await house.context.transact((work) => {
      const effect = { missing, reason, faults: faultCount }
      leaveOperatorLine(work, house, {
        command: 'audit acknowledge',
        purpose: 'operator-missing-lines',
        effect,
      })
      return Promise.resolve()
    })
    say(`Told as lost: ${missing}`)
    return 0
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
    usage: 'audit acknowledge --reason TEXT [--writers FOLDER]',
    says: 'tells lines that are missing as lost, with the reason, in a line of the log',
    leaves: 'operator-missing-lines',
    run: acknowledge,
  },
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
