/**
 * reader: the counter's agent on the officer's machine. It needs no database, no secret and no data folder.
 */
import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { READER_PORT } from '../../contract/chip.ts'
import { CHIP_FILE_MOST_BYTES, readChipFile } from '../../formats/emrtd/chip-file.ts'
import { ChipFault } from '../../formats/emrtd/chip-fault.ts'
import { readDg1 } from '../../formats/emrtd/dg1.ts'
import { readOne } from '../../formats/emrtd/der-reader.ts'
import { latin } from '../../formats/emrtd/der-values.ts'
import { readConfig } from '../start/config.ts'
import { startAgent, type AgentOptions } from '../modules/evidence/chips/reader/agent.ts'
import { enrolReader, readReaderKey, type ReaderKey } from '../modules/evidence/chips/reader/reader-key.ts'
import { keyOfZone } from '../modules/evidence/chips/reader/access-key.ts'
import { openPcsc } from '../modules/evidence/chips/reader/pcsc.ts'
import { readerFaults } from '../modules/evidence/chips/reader/reader-fault.ts'
import { SoftChip } from '../modules/evidence/chips/reader/soft-chip.ts'
import { readWords, UsageRefused, type Command, type CommandContext, type ExitCode } from './command.ts'
import { untilAsked } from './serve.ts'

const SOFT_NUMBER = '123456'

/** A card of software over a chip file, opened by the number of its face or its own zone, as a card is. */
const softReader = async (file: string, number: string): Promise<AgentOptions['reader']> => {
  const text = await readFile(file, 'utf8')
  if (text.length > CHIP_FILE_MOST_BYTES) {
    throw new UsageRefused(`${file} is larger than a chip file.`)
  }
  try {
    const parts = readChipFile(text)
    if (!parts.dg1) {
      throw new ChipFault('chip.group-missing', 'dg1')
    }
    readDg1(parts.dg1)
    const zone = keyOfZone(latin(readOne(readOne(parts.dg1, 'dg1').value, 'dg1').value))
    if (zone?.kind !== 'mrz') {
      throw new ChipFault('chip.dg1-mrz', 'dg1')
    }
    const plan = {
      parts,
      information: zone.information,
      number,
      access: { suite: 'aes256', curve: 'brainpoolP256r1' },
    } as const
    return () => ({ name: 'Software card', hasCard: true, withCard: (deed) => deed(new SoftChip(plan)) })
  } catch (error) {
    if (error instanceof ChipFault) {
      throw new UsageRefused(`${file} is no chip file (${error.code}).`)
    }
    throw error
  }
}

const portOf = (text: string | undefined): number => {
  const port = text === undefined ? READER_PORT : Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageRefused('--port takes a number up to 65535.')
  }
  return port
}

const enrolled = async (origin: string, ticket: string, path: string): Promise<ReaderKey> => {
  try {
    return await enrolReader(origin, ticket, path)
  } catch (error) {
    throw new UsageRefused(
      `The reader was not registered. ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}

const runReader = async (words: readonly string[], { env, out, say }: CommandContext): Promise<ExitCode> => {
  const { values } = readWords(
    words,
    {
      port: { type: 'string' },
      origin: { type: 'string' },
      soft: { type: 'string' },
      can: { type: 'string', default: SOFT_NUMBER },
      key: { type: 'string', default: join(homedir(), '.sen-reader-key.json') },
      enrol: { type: 'string' },
    },
    0,
  )
  const { origin } = new URL(values.origin ?? readConfig(env).publicUrl)
  const port = portOf(values.port)
  if (!/^[0-9]{6}$/.test(values.can)) {
    throw new UsageRefused('--can takes six digits.')
  }
  const pcsc = values.soft === undefined ? await openPcsc() : null
  if (values.soft === undefined && !pcsc) {
    say(`${readerFaults['no-native'].detail} The agent runs and says so to the console.`)
  }
  const reader =
    values.soft === undefined
      ? () => (pcsc ? (pcsc.reader() ?? ('no-reader' as const)) : ('no-native' as const))
      : await softReader(values.soft, values.can)
  const key =
    values.enrol === undefined
      ? await readReaderKey(values.key)
      : await enrolled(origin, values.enrol, values.key)
  if (!key) {
    say(
      'This reader is not registered for a desk: what it reads is left to a second pair of eyes. Register it with --enrol TICKET (sen device add --kinds reader).',
    )
  }
  const agent = await startAgent({ port, origin, reader, key })
  out(
    `The reader agent answers ${origin} at http://127.0.0.1:${agent.port}/reader${values.soft === undefined ? '' : ` with a software card, access number ${values.can}`}`,
  )
  await untilAsked(
    {
      stop: async () => {
        await agent.stop()
        pcsc?.close()
      },
    },
    say,
  )
  return 0
}

export const readerCommands: Command[] = [
  {
    usage: 'reader [--port N] [--origin URL] [--enrol TICKET] [--key FILE] [--soft FILE [--can N]]',
    says: "the counter's agent: reads cards for the console on this machine",
    leaves: null,
    run: runReader,
  },
]
