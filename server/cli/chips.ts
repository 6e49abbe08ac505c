/** chip verify, chip add-signer. */
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { problemCatalogue } from '../../contract/problems/catalogue.ts'
import { CHIP_FILE_MOST_BYTES } from '../../formats/emrtd/chip-file.ts'
import type { ChipVerdict } from '../../formats/emrtd/verify-chip.ts'
import { now } from '../kernel/clock.ts'
import { addDocumentSigner } from '../modules/evidence/chips/document-signer.ts'
import { readChip } from '../modules/evidence/chips/read-chip.ts'
import { readBounded } from './bounded-file.ts'
import { readWords, UsageRefused, type Command, type CommandContext, type ExitCode } from './command.ts'
import { inAppContext } from './in-app-context.ts'
import { digestOf, leaveOperatorLine } from './operator-line.ts'

/** Snake case for scripts; the picture by its kind and weight. */
const fieldsOf = ({ fields }: ChipVerdict): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      name === 'portrait' && fields.portrait
        ? { type: fields.portrait.type, size_bytes: fields.portrait.bytes.length }
        : value,
    ]),
  )

const moment = (text: string | undefined): Date => {
  if (text === undefined) {
    return now()
  }
  const at = new Date(text)
  if (
    !/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/.test(text) ||
    Number.isNaN(at.getTime())
  ) {
    throw new UsageRefused('--at takes an ISO time, such as 2026-11-25T08:00:00Z.')
  }
  return at
}

const verifyChipFile = async (
  words: readonly string[],
  { env, out, say }: CommandContext,
): Promise<ExitCode> => {
  const {
    values,
    positionals: [file = ''],
  } = readWords(words, { at: { type: 'string' } }, 1)
  const text = (await readBounded(file, CHIP_FILE_MOST_BYTES * 2)).toString('utf8')
  if (values.at !== undefined) {
    moment(values.at)
  }
  return inAppContext<ExitCode>(env, async ({ context, config }) => {
    const verdict = await readChip(context.tools.read, text, moment(values.at))
    await context.transact((work) => {
      const effect = { verdict: verdict.verdict, sha256: digestOf(text) }
      leaveOperatorLine(work, { config }, { command: 'chip verify', purpose: 'operator-chip', effect })
      return Promise.resolve()
    })
    for (const code of verdict.problems) {
      say(`${code}: ${problemCatalogue[code].en}`)
    }
    out(JSON.stringify({ verdict: verdict.verdict, problems: verdict.problems, fields: fieldsOf(verdict) }))
    return verdict.verdict === 'genuine' ? 0 : 1
  })
}

const SIGNER_FILE_MOST_BYTES = 65_536

const addSigner = async (words: readonly string[], { env, out }: CommandContext): Promise<ExitCode> => {
  const {
    positionals: [certificateFile = '', keyFile = ''],
  } = readWords(words, {}, 2)
  const certificate = new X509Certificate(await readBounded(certificateFile, SIGNER_FILE_MOST_BYTES)).raw
  const privateKey = createPrivateKey(await readBounded(keyFile, SIGNER_FILE_MOST_BYTES))
  return inAppContext<ExitCode>(env, async ({ context, config }) => {
    const added = await context.transact((work) => {
      const effect = { sha256: digestOf(certificate) }
      leaveOperatorLine(work, { config }, { command: 'chip add-signer', purpose: 'operator-signer', effect })
      return addDocumentSigner(work, context.tools, { certificate, privateKey, at: now() })
    })
    out(
      JSON.stringify({
        algorithm: added.algorithm,
        not_before: added.notBefore.toISOString(),
        not_after: added.notAfter.toISOString(),
      }),
    )
    return 0
  })
}

export const chipCommands: Command[] = [
  {
    usage: 'chip verify FILE [--at ISO-TIME]',
    says: 'reads a chip file strictly and verifies it; prints JSON, exits 0 or 1',
    leaves: 'operator-chip',
    run: verifyChipFile,
  },
  {
    usage: 'chip add-signer CERTIFICATE KEY',
    says: 'adds the document signer of cards made here (PEM or DER, and its private key); prints JSON',
    leaves: 'operator-signer',
    run: addSigner,
  },
]
