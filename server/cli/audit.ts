/** audit verify: proves the whole log, or names the place where it was touched. */
import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { WRITERS } from '../start/open-app-context.ts'
import { CHECKPOINTS, WITNESSES } from '../start/run-jobs.ts'
import { ACKNOWLEDGE } from '../modules/platform/audit/acknowledged-lines.ts'
import { openCheckpointSigner } from '../modules/platform/audit/checkpoint.ts'
import { exportLeaves } from '../modules/platform/audit/export-leaves.ts'
import { verifyAudit, type AuditVerdict } from '../modules/platform/audit/verify-audit.ts'
import { cosignedFile } from '../modules/platform/audit/witness/ask-witness.ts'
import { readWitnessKey } from '../modules/platform/audit/witness/cosignature.ts'
import type { CosignedFile } from '../modules/platform/audit/witness/verify-cosigned.ts'
import { machineNow } from '../kernel/clock.ts'
import { readWords, UsageRefused, type Command, type CommandContext, type ExitCode } from './command.ts'
import { inAppContext, type InHouse } from './in-app-context.ts'
import { leaveOperatorLine } from './operator-line.ts'

interface Means {
  readonly checkpoints?: string | undefined
  readonly writers?: string | undefined
  readonly witness?: readonly string[] | undefined
  readonly cosigned?: string | undefined
}

/**
 * By default what this installation kept of each witness's answers; else a copy, or what the witness itself
 * gives out.
 */
const cosignedOf = ({ witness = [], cosigned }: Means, dataDir: string): CosignedFile[] => {
  if (cosigned !== undefined && witness.length !== 1) {
    throw new UsageRefused('--cosigned goes with one --witness.')
  }
  return witness.map((text) => {
    const key = witnessKeyOf(text)
    return { witness: key, path: cosigned ?? cosignedFile(join(dataDir, WITNESSES), key) }
  })
}

const witnessKeyOf = (text: string): CosignedFile['witness'] => {
  try {
    return readWitnessKey(text)
  } catch (error) {
    throw new UsageRefused(`--witness takes the key that the witness prints. ${(error as Error).message}`)
  }
}

const verdictOf = (values: Means, { config, context, secrets }: InHouse): Promise<AuditVerdict> =>
  verifyAudit({
    pool: context.pool,
    checkpointsFile: values.checkpoints ?? join(config.dataDir, CHECKPOINTS),
    publicKey: openCheckpointSigner(secrets.checkpointSeed).verifierKey,
    lineKey: secrets.lineKey,
    writersFolder: values.writers ?? join(config.dataDir, WRITERS),
    cosigned: cosignedOf(values, config.dataDir),
  })

const agoText = (at: string): string => {
  const age_s = Math.max(0, Math.round((machineNow().getTime() - new Date(at).getTime()) / 1000))
  const [unit, length_s] = age_s < 120 ? ['s', 1] : age_s < 7200 ? ['min', 60] : ['h', 3600]
  return `${Math.floor(age_s / length_s)} ${unit} ago`
}

const verify = async (words: readonly string[], { env, out, say }: CommandContext): Promise<ExitCode> => {
  const { values } = readWords(
    words,
    {
      checkpoints: { type: 'string' },
      writers: { type: 'string' },
      witness: { type: 'string', multiple: true },
      cosigned: { type: 'string' },
    },
    0,
  )
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
    for (const { witness, size, at } of verdict.witnessed) {
      say(`${witness} has cosigned ${size} of ${verdict.size} leaves, ${agoText(at)} (${at}).`)
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

/** What a witness or an offline verifier needs to know of this log. */
const showKey = (words: readonly string[], { env, out }: CommandContext): Promise<ExitCode> => {
  readWords(words, {}, 0)
  return inAppContext<ExitCode>(env, ({ secrets }) => {
    out(openCheckpointSigner(secrets.checkpointSeed).verifierKey)
    return Promise.resolve(0 as const)
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
    usage: 'audit key',
    says: 'shows the public key of the log, for a witness or the offline verifier',
    leaves: null,
    run: showKey,
  },
  {
    usage: 'audit verify [--checkpoints FILE] [--writers FOLDER] [--witness KEY [--cosigned FILE]]',
    says: 'proves the audit log against its published checkpoints, and against what witnesses have cosigned',
    leaves: null,
    run: verify,
  },
]
