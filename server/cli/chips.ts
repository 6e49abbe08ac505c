/** trust import, chip verify, chip add-signer. */
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { problemCatalogue } from '../../contract/problems/catalogue.ts'
import { CHIP_FILE_MOST_BYTES } from '../../formats/emrtd/chip-file.ts'
import type { ChipVerdict } from '../../formats/emrtd/verify-chip.ts'
import { now } from '../kernel/clock.ts'
import { addDocumentSigner } from '../modules/evidence/chips/document-signer.ts'
import { importTrust, OWN_SCOPE } from '../modules/evidence/chips/import-trust.ts'
import { readChip } from '../modules/evidence/chips/read-chip.ts'
import { TRUST_FILE_MOST_BYTES, TrustFileRefused } from '../modules/evidence/chips/trust-file.ts'
import { readWords, UsageRefused, type Command, type CommandContext, type ExitCode } from './command.ts'
import { inAppContext } from './in-app-context.ts'

const readBounded = async (file: string, most_bytes: number): Promise<Buffer> => {
  const { size } = await stat(file)
  if (size > most_bytes) {
    throw new TrustFileRefused(`The file ${file} is larger than ${Math.round(most_bytes / 1024)} KB.`)
  }
  return readFile(file)
}

const codesOf = (
  text: string | undefined,
  shape: RegExp,
  sentence: string,
  otherwise: readonly string[],
): readonly string[] => {
  const codes = text?.split(',') ?? otherwise
  if (!codes.every((code) => shape.test(code))) {
    throw new UsageRefused(sentence)
  }
  return codes
}

const importTrustFile = async (
  words: readonly string[],
  { env, out, say }: CommandContext,
): Promise<ExitCode> => {
  const {
    values,
    positionals: [file = ''],
  } = readWords(words, { states: { type: 'string' }, documents: { type: 'string' } }, 1)
  const scope = {
    states: codesOf(values.states, /^[A-Z]{2}$/, '--states takes codes of two letters, VN,LA.', OWN_SCOPE.states),
    documents: codesOf(
      values.documents,
      /^[A-Z][A-Z0-9]?$/,
      '--documents takes the codes of machine-readable zones, ID,P.',
      OWN_SCOPE.documents,
    ),
  }
  const bytes = await readBounded(file, TRUST_FILE_MOST_BYTES)
  return inAppContext<ExitCode>(env, async ({ config, context }) => {
    const done = await context.transact((work) =>
      importTrust(work, bytes, {
        source: file,
        at: now(),
        allowTestAuthorities: config.operator === null,
        scope,
      }),
    )
    out(
      JSON.stringify({
        kind: done.kind,
        authorities: done.authorities,
        links: done.links,
        revocation_lists: done.lists,
        unchanged: done.unchanged,
        signers_skipped: done.signersSkipped,
        rejected: done.rejected.length,
        signed_by: done.signedBy.map(({ signer, authority, fingerprint, wasKnown }) => ({
          signer,
          authority,
          authority_sha256: fingerprint,
          was_known: wasKnown,
        })),
      }),
    )
    for (const { authority, fingerprint, state, documents } of done.trusted) {
      say(`Trusted for documents ${documents.join(', ')} of ${state}: ${authority} (SHA-256 ${fingerprint}).`)
    }
    if (done.foreignSkipped > 0) {
      say(`Left out, of other states than ${scope.states.join(', ')}: ${done.foreignSkipped}.`)
    }
    for (const { entry, reason } of done.rejected.slice(0, 20)) {
      say(`${entry}: ${reason}`)
    }
    return done.rejected.length > 0 ? 2 : 0
  })
}

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
  return inAppContext<ExitCode>(env, async ({ context }) => {
    const verdict = await readChip(context.tools.read, text, moment(values.at))
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
  return inAppContext<ExitCode>(env, async ({ context }) => {
    const added = await context.transact((work) =>
      addDocumentSigner(work, context.tools, { certificate, privateKey, at: now() }),
    )
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
    usage: 'trust import FILE [--states VN] [--documents ID]',
    says: 'takes signing authorities and revocation lists (PEM, LDIF, ICAO master list), for this state\'s cards unless told; prints JSON',
    run: importTrustFile,
  },
  {
    usage: 'chip verify FILE [--at ISO-TIME]',
    says: 'reads a chip file strictly and verifies it; prints JSON, exits 0 or 1',
    run: verifyChipFile,
  },
  {
    usage: 'chip add-signer CERTIFICATE KEY',
    says: 'adds the document signer of cards made here (PEM or DER, and its private key); prints JSON',
    run: addSigner,
  },
]
