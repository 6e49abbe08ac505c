/** trust import, trust list, trust remove: whose chips are believed. */
import { now } from '../kernel/clock.ts'
import { importTrust, OWN_SCOPE, type TrustImported } from '../modules/evidence/chips/import-trust.ts'
import { TRUST_FILE_MOST_BYTES } from '../modules/evidence/chips/trust-file.ts'
import { removeTrust, trustOnRecord } from '../modules/evidence/chips/trust-on-record.ts'
import { readBounded } from './bounded-file.ts'
import { readWords, UsageRefused, type Command, type CommandContext, type ExitCode } from './command.ts'
import { inAppContext } from './in-app-context.ts'
import { digestOf, leaveOperatorLine } from './operator-line.ts'

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
const FINGERPRINT = /^[0-9a-f]{64}$/

const IMPORT_WORDS = {
  states: { type: 'string' },
  documents: { type: 'string' },
  signer: { type: 'string', multiple: true },
} as const

const wordsOf = (words: readonly string[]) => {
  const {
    values,
    positionals: [file = ''],
  } = readWords(words, IMPORT_WORDS, 1)
  return {
    file,
    scope: {
      states: codesOf(
        values.states,
        /^[A-Z]{2}$/,
        '--states takes codes of two letters, VN,LA.',
        OWN_SCOPE.states,
      ),
      documents: codesOf(
        values.documents,
        /^[A-Z][A-Z0-9]?$/,
        '--documents takes the codes of machine-readable zones, ID,P.',
        OWN_SCOPE.documents,
      ),
    },
    signers: codesOf(
      values.signer?.join(',').toLowerCase(),
      FINGERPRINT,
      '--signer takes a SHA-256 of 64 hexadecimal digits.',
      [],
    ),
  }
}

const importTrustFile = async (
  words: readonly string[],
  { env, out, say }: CommandContext,
): Promise<ExitCode> => {
  const { file, scope, signers } = wordsOf(words)
  const bytes = await readBounded(file, TRUST_FILE_MOST_BYTES)
  return inAppContext<ExitCode>(env, async ({ config, context }) => {
    const done = await context.transact(async (work) => {
      const allowTestAuthorities = config.operator === null
      const from = { source: file, at: now(), allowTestAuthorities, scope, signers }
      const imported = await importTrust(work, bytes, from)
      const { authorities, links, lists, rejected } = imported
      const effect = {
        authorities,
        links,
        lists,
        rejected: rejected.length,
        states: scope.states.join(' '),
        documents: scope.documents.join(' '),
        sha256: digestOf(bytes),
      }
      leaveOperatorLine(work, { config }, { command: 'trust import', purpose: 'operator-trust', effect })
      return imported
    })
    out(JSON.stringify(outcomeOf(done)))
    sayMore(done, scope.states, say)
    return done.rejected.length > 0 ? 2 : 0
  })
}

const outcomeOf = (done: TrustImported) => ({
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
})

/** Whom this import trusts for what, and what it left out. */
const sayMore = (done: TrustImported, states: readonly string[], say: CommandContext['say']): void => {
  for (const { authority, fingerprint, state, documents } of done.trusted) {
    say(`Trusted for documents ${documents.join(', ')} of ${state}: ${authority} (SHA-256 ${fingerprint}).`)
  }
  if (done.foreignSkipped > 0) {
    say(`Left out, of other states than ${states.join(', ')}: ${done.foreignSkipped}.`)
  }
  for (const { entry, reason } of done.rejected.slice(0, 20)) {
    say(`${entry}: ${reason}`)
  }
}

const day = (date: Date | null): string | null => date?.toISOString() ?? null

const list = async (words: readonly string[], { env, out }: CommandContext): Promise<ExitCode> => {
  readWords(words, {}, 0)
  return inAppContext<ExitCode>(env, async ({ context }) => {
    const { authorities, lists } = await trustOnRecord(context.tools.read)
    out(
      JSON.stringify({
        authorities: authorities.map((one) => ({
          authority: one.authority,
          sha256: one.fingerprint,
          kind: one.kind,
          state: one.state,
          documents: one.documents,
          not_after: day(one.notAfter),
          source: one.source,
          imported_at: day(one.importedAt),
          removed_at: day(one.removedAt),
          removed_reason: one.removedReason,
        })),
        revocation_lists: lists.map((one) => ({
          authority: one.authority,
          this_update: day(one.thisUpdate),
          next_update: day(one.nextUpdate),
          revoked: one.revoked,
          used: one.isUsed,
          source: one.source,
        })),
      }),
    )
    return 0
  })
}

const REASON_MOST = 300

const remove = async (words: readonly string[], { env, out }: CommandContext): Promise<ExitCode> => {
  const { values } = readWords(words, { authority: { type: 'string' }, reason: { type: 'string' } }, 0)
  const fingerprint = values.authority?.toLowerCase() ?? ''
  const reason = values.reason?.trim() ?? ''
  if (!FINGERPRINT.test(fingerprint)) {
    throw new UsageRefused('--authority takes the SHA-256 that trust list prints, 64 hexadecimal digits.')
  }
  if (reason === '' || reason.length > REASON_MOST) {
    throw new UsageRefused(`--reason is needed, in at most ${REASON_MOST} letters.`)
  }
  return inAppContext<ExitCode>(env, async ({ config, context }) => {
    const removed = await context.transact(async (work) => {
      const done = await removeTrust(work, { fingerprint, reason, at: now() })
      if (done === null) {
        throw new UsageRefused(`No authority with this digest is trusted here (${fingerprint}).`)
      }
      const effect = { ...done, sha256: fingerprint, reason }
      leaveOperatorLine(
        work,
        { config },
        { command: 'trust remove', purpose: 'operator-trust-remove', effect },
      )
      return done
    })
    out(JSON.stringify({ ...removed, sha256: fingerprint }))
    return 0
  })
}

export const trustCommands: Command[] = [
  {
    usage: 'trust import FILE [--states VN] [--documents ID] [--signer SHA256]',
    says: "takes signing authorities and revocation lists (PEM, LDIF, ICAO master list) for this state's cards; prints JSON",
    leaves: 'operator-trust',
    run: importTrustFile,
  },
  {
    usage: 'trust list',
    says: 'prints what is trusted for what, and what was taken back, as JSON',
    leaves: null,
    run: list,
  },
  {
    usage: 'trust remove --authority SHA256 --reason TEXT',
    says: 'takes an authority back, with a line in the log',
    leaves: 'operator-trust-remove',
    run: remove,
  },
]
