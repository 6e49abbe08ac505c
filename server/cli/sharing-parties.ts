/** party add, list, suspend, resume, end, reports: who may ask people for their documents. */
import { partyFile } from '../../contract/party.ts'
import { now } from '../kernel/clock.ts'
import { pageByPage } from '../kernel/page-by-page.ts'
import type { Work } from '../kernel/work.ts'
import { askableClaims } from '../modules/documents/sharing/askable-documents.ts'
import {
  addParty,
  endParty,
  faultsOf,
  partiesAfter,
  resumeParty,
  suspendParty,
  type Added,
} from '../modules/registry/parties/known-parties.ts'
import { standingOf } from '../modules/registry/parties/party.ts'
import { partyReports } from '../modules/registry/parties/report-party.ts'
import { readWords, UsageRefused, type Command, type CommandContext, type ExitCode } from './command.ts'
import { inAppContext } from './in-app-context.ts'
import { readJsonFile } from './json-file.ts'
import { leaveOperatorLine, type OperatorDeed } from './operator-line.ts'

const WHY_NOT: Readonly<Record<Exclude<Added, 'added'>, string>> = {
  'version-there': 'This version, or a later one, is there already; a change is a higher version.',
  ended: 'This party was ended, and its name stays so; register it under a new one.',
  'certificate-of-another': 'One of the certificates belongs to another party (sen party list).',
}

const add = async (words: readonly string[], { env, out }: CommandContext): Promise<ExitCode> => {
  const [file = ''] = readWords(words, {}, 1).positionals
  const { content: party, digest } = await readJsonFile(file, partyFile)
  return inAppContext<ExitCode>(env, async ({ context, config }) => {
    const at = now()
    const faults = faultsOf(party, await askableClaims(context.tools.read, at), at)
    if (faults.length > 0) {
      throw new UsageRefused(`${file} cannot be registered: ${faults.slice(0, 8).join('; ')}.`)
    }
    const { id, version } = party
    await context.transact(async (work) => {
      const added = await addParty(work, party)
      if (added !== 'added') {
        throw new UsageRefused(WHY_NOT[added])
      }
      const effect = { party: id, version, sha256: digest }
      leaveOperatorLine(work, { config }, { command: 'party add', purpose: 'operator-party', effect })
    })
    out(JSON.stringify({ id, version }))
    return 0
  })
}

/** One party is set into another state, with the operator's line. */
const change = async (
  { env, out }: CommandContext,
  id: string,
  { deed, leaves }: { deed: (work: Work) => Promise<boolean>; leaves: OperatorDeed },
): Promise<ExitCode> =>
  inAppContext<ExitCode>(env, async ({ context, config }) => {
    await context.transact(async (work) => {
      if (!(await deed(work))) {
        throw new UsageRefused('There is no party of this name for which this can be done (sen party list).')
      }
      leaveOperatorLine(work, { config }, leaves)
    })
    out(JSON.stringify({ id, done: true }))
    return 0
  })

const whyOf = (why: string | undefined): string => {
  const text = why?.trim() ?? ''
  if (text === '' || text.length > 300) {
    throw new UsageRefused('--why TEXT, in at most 300 signs, is needed.')
  }
  return text
}

const suspend = (words: readonly string[], context: CommandContext): Promise<ExitCode> => {
  const { positionals, values } = readWords(words, { why: { type: 'string' } }, 1)
  const [id = '', why] = [positionals[0], whyOf(values.why)]
  return change(context, id, {
    deed: (work) => suspendParty(work, id, why),
    leaves: { command: 'party suspend', purpose: 'operator-party-suspended', effect: { party: id, why } },
  })
}
const resume = async (words: readonly string[], context: CommandContext): Promise<ExitCode> => {
  const [id = ''] = readWords(words, {}, 1).positionals
  return change(context, id, {
    deed: (work) => resumeParty(work, id),
    leaves: { command: 'party resume', purpose: 'operator-party-resumed', effect: { party: id } },
  })
}
const end = (words: readonly string[], context: CommandContext): Promise<ExitCode> => {
  const { positionals, values } = readWords(words, { why: { type: 'string' } }, 1)
  const [id = '', why] = [positionals[0], whyOf(values.why)]
  return change(context, id, {
    deed: (work) => endParty(work, id, why),
    leaves: { command: 'party end', purpose: 'operator-party-ended', effect: { party: id, why } },
  })
}

const list = async (words: readonly string[], { env, out }: CommandContext): Promise<ExitCode> => {
  readWords(words, {}, 0)
  return inAppContext<ExitCode>(env, async ({ context }) => {
    const at = now()
    const all = pageByPage({ id: '' }, async ({ id }, most) =>
      (await partiesAfter(context.tools.read, id, most)).map((party) => ({ id: party.file.id, party })),
    )
    for await (const { id, party } of all) {
      const { version, agreement, ways, purposes } = party.file
      out(
        JSON.stringify({
          id,
          version,
          state: standingOf(party, at),
          why: party.stateWhy,
          until: agreement.until,
          ways,
          purposes: purposes.map((purpose) => purpose.id),
        }),
      )
    }
    return 0
  })
}

const reports = async (words: readonly string[], { env, out }: CommandContext): Promise<ExitCode> => {
  readWords(words, {}, 0)
  return inAppContext<ExitCode>(env, async ({ context }) => {
    for (const { party_id: party, day, kind, what, times } of await partyReports(context.tools.read)) {
      out(JSON.stringify({ party, day, kind, what, times }))
    }
    return 0
  })
}

export const sharingPartyCommands: Command[] = [
  {
    usage: 'party add FILE',
    says: 'registers a party that may ask people for their documents, or a new version of one (docs/parties.md)',
    leaves: 'operator-party',
    run: add,
  },
  {
    usage: 'party list',
    says: 'lists these parties, one a line',
    leaves: null,
    run: list,
  },
  {
    usage: 'party suspend ID --why TEXT',
    says: 'from the next question on this party is told nothing, and asks nobody',
    leaves: 'operator-party-suspended',
    run: suspend,
  },
  {
    usage: 'party resume ID',
    says: 'lets a suspended party ask again',
    leaves: 'operator-party-resumed',
    run: resume,
  },
  {
    usage: 'party end ID --why TEXT',
    says: 'ends a party for good; what people agreed to stays on record',
    leaves: 'operator-party-ended',
    run: end,
  },
  {
    usage: 'party reports',
    says: 'what was reported of parties, by day: over-asking, people’s own reports, what was not answered in time',
    leaves: null,
    run: reports,
  },
]
