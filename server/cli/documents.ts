/** document add-type, add-source, end-source, list: kinds of documents, and the registers that answer. */
import { documentType } from '../../contract/document-type.ts'
import { now } from '../kernel/clock.ts'
import { addType, kindOfSameForm, typesInForce } from '../modules/documents/integration/document-types.ts'
import { addSource, closeSource, openSources } from '../modules/documents/sources/known-sources.ts'
import { sourceRegister } from '../modules/documents/sources/source-register.ts'
import { readBounded } from './bounded-file.ts'
import { readWords, UsageRefused, type Command, type CommandContext, type ExitCode } from './command.ts'
import { inAppContext } from './in-app-context.ts'
import { readJsonFile } from './json-file.ts'
import { leaveOperatorLine } from './operator-line.ts'

const KEY = /^[\x21-\x7e]{16,400}$/

const addOneType = async (words: readonly string[], { env, out }: CommandContext): Promise<ExitCode> => {
  const { positionals } = readWords(words, {}, 1)
  const { content: type, digest } = await readJsonFile(positionals[0] ?? '', documentType)
  return inAppContext<ExitCode>(env, async ({ context, config }) => {
    const { id, version, from } = type
    await context.transact(async (work) => {
      const other = await kindOfSameForm(work, type)
      if (other !== undefined) {
        throw new UsageRefused(`${other} has the docType of ${id} already; each kind has one of its own.`)
      }
      if (!(await addType(work, type))) {
        throw new UsageRefused(`Version ${version} of ${id} is there already; a change is a higher version.`)
      }
      const effect = { type: id, version, from, sha256: digest }
      leaveOperatorLine(
        work,
        { config },
        { command: 'document add-type', purpose: 'operator-document-type', effect },
      )
    })
    out(JSON.stringify({ id, version, from }))
    return 0
  })
}

const addOneSource = async (words: readonly string[], { env, out }: CommandContext): Promise<ExitCode> => {
  const { positionals, values } = readWords(words, { 'key-file': { type: 'string' } }, 1)
  const { content: source, digest } = await readJsonFile(positionals[0] ?? '', sourceRegister)
  const keyFile = values['key-file']
  if (keyFile === undefined) {
    throw new UsageRefused('--key-file, a file with the key that the agency gave us, is needed.')
  }
  const key = (await readBounded(keyFile, 1024)).toString('utf8').trim()
  if (!KEY.test(key)) {
    throw new UsageRefused(`${keyFile} holds no key: 16 to 400 letters, digits and signs, in one line.`)
  }
  return inAppContext<ExitCode>(env, async ({ context, config }) => {
    const { id, url } = source
    await context.transact(async (work) => {
      await addSource(work, context.tools, source, key)
      const effect = { source: id, url, sha256: digest }
      leaveOperatorLine(
        work,
        { config },
        { command: 'document add-source', purpose: 'operator-source', effect },
      )
    })
    out(JSON.stringify({ id, url }))
    return 0
  })
}

const endOneSource = async (words: readonly string[], { env, out }: CommandContext): Promise<ExitCode> => {
  const { id = '' } = readWords(words, { id: { type: 'string' } }, 0).values
  return inAppContext<ExitCode>(env, async ({ context, config }) => {
    await context.transact(async (work) => {
      if (!(await closeSource(work, id))) {
        throw new UsageRefused('There is no open source of this name (sen document list).')
      }
      leaveOperatorLine(
        work,
        { config },
        { command: 'document end-source', purpose: 'operator-source-ended', effect: { source: id } },
      )
    })
    out(JSON.stringify({ id, ended: true }))
    return 0
  })
}

const listDocuments = async (words: readonly string[], { env, out }: CommandContext): Promise<ExitCode> => {
  readWords(words, {}, 0)
  return inAppContext<ExitCode>(env, async ({ context }) => {
    const sources = new Map((await openSources(context.tools.read)).map((source) => [source.id, source]))
    for (const { id, version, source } of await typesInForce(context.tools.read, now())) {
      const line = sources.get(source)
      out(
        JSON.stringify({
          type: id,
          version,
          source,
          url: line?.url ?? null,
          silent_since: line?.silentSince?.toISOString() ?? null,
        }),
      )
    }
    return 0
  })
}

export const documentCommands: Command[] = [
  {
    usage: 'document add-type FILE',
    says: 'adds a kind of document that people can have on the phone, or a new version of one (docs/extend.md)',
    leaves: 'operator-document-type',
    run: addOneType,
  },
  {
    usage: 'document add-source FILE --key-file KEYFILE',
    says: 'connects the register of an agency that answers for documents, or says anew how it is reached',
    leaves: 'operator-source',
    run: addOneSource,
  },
  {
    usage: 'document end-source --id ID',
    says: 'asks this register no more; documents that came from it stay as they were received',
    leaves: 'operator-source-ended',
    run: endOneSource,
  },
  {
    usage: 'document list',
    says: 'lists the kinds of documents with the registers that answer for them, one a line',
    leaves: null,
    run: listDocuments,
  },
]
