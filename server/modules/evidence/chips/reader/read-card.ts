/**
 * Reads a card on a reader: opens the chip by PACE, else by basic access, takes the files that a chip file
 * holds, and asks for an answer to a challenge.
 */
import type { ChipFile, ChipPart } from '../../../../../formats/emrtd/chip-file.ts'
import type { AccessKey } from './access-key.ts'
import { WELL, type Transport } from './apdu.ts'
import { openByBasicAccess } from './basic-access.ts'
import { CardChannel } from './card-channel.ts'
import { openByPace, paceProfileOf } from './pace.ts'
import { ReaderFault } from './reader-fault.ts'

export interface CardRead {
  readonly chip: ChipFile
  readonly access: 'pace' | 'bac'
  /** What the chip said to the challenge; null when it was not asked or cannot answer. */
  readonly answer: Uint8Array | null
}

/** ICAO Doc 9303 part 10 §3.2, §4.2. */
const APPLICATION = Buffer.from('a0000002471001', 'hex')
const CARD_ACCESS = 0x011c
const FILES: readonly (readonly [part: ChipPart, file: number])[] = [
  ['com', 0x011e],
  ['dg1', 0x0101],
  ['dg2', 0x0102],
  ['dg13', 0x010d],
  ['dg14', 0x010e],
  ['dg15', 0x010f],
  ['sod', 0x011d],
]
/**
 * Answers of longer keys do not fit a short answer once they are protected; a chip with a short key may know
 * no long ones.
 */
const LONG_KEY_BYTES = 250

/** Throws ReaderFault. The challenge has eight bytes. */
export const readCard = async (
  transport: Transport,
  key: AccessKey,
  challenge: Uint8Array | null = null,
): Promise<CardRead> => {
  const card = new CardChannel(transport)
  const access = await open(card, key)
  const chip: { [part in ChipPart]?: Uint8Array } = {}
  for (const [part, file] of FILES) {
    const bytes = await card.read(file)
    if (bytes) {
      chip[part] = bytes
    }
  }
  if (!chip.dg1 || !chip.sod) {
    throw new ReaderFault('odd-chip')
  }
  return {
    chip,
    access,
    answer:
      challenge && chip.dg15 ? await answerTo(card, challenge, chip.dg15.length > LONG_KEY_BYTES) : null,
  }
}

/**
 * Where a chip offers PACE, basic access is not tried instead: whoever cuts the offer away must not win the
 * weaker lock.
 */
const open = async (card: CardChannel, key: AccessKey): Promise<CardRead['access']> => {
  await card.ask({ cla: 0, ins: 0xa4, p1: 0, p2: 0x0c, data: Uint8Array.of(0x3f, 0) })
  const cardAccess = await card.read(CARD_ACCESS)
  const profile = cardAccess && paceProfileOf(cardAccess)
  if (profile) {
    await openByPace(card, profile, key)
  }
  const selected = await card.ask({ cla: 0, ins: 0xa4, p1: 4, p2: 0x0c, data: APPLICATION })
  if (selected.status !== WELL) {
    throw new ReaderFault('not-an-identity-card')
  }
  if (profile) {
    return 'pace'
  }
  if (key.kind !== 'mrz') {
    throw new ReaderFault('needs-mrz')
  }
  await openByBasicAccess(card, key.information)
  return 'bac'
}

const answerTo = async (
  card: CardChannel,
  challenge: Uint8Array,
  isLong: boolean,
): Promise<Uint8Array | null> => {
  const { data, status } = await card.ask({
    cla: 0,
    ins: 0x88,
    p1: 0,
    p2: 0,
    data: challenge,
    le: isLong ? 65_536 : 256,
  })
  return status === WELL && data.length > 0 ? data : null
}
