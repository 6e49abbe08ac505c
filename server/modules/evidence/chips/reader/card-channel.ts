/** The line to a chip: commands go out plainly until a channel is agreed on, then protected. */
import { readAll, type Tlv } from '../../../../../formats/emrtd/der-reader.ts'
import { ChipFault } from '../../../../../formats/emrtd/chip-fault.ts'
import { answerOf, commandBytes, WELL, type Answer, type Command, type Transport } from './apdu.ts'
import { ReaderFault } from './reader-fault.ts'
import type { SecureChannel } from './secure-channel.ts'

/** Less than a short answer holds, with room for what protects it. */
const PIECE_BYTES = 223
const FILE_MOST_BYTES = 262_144
const FAR = 0x8000

export class CardChannel {
  private readonly transport: Transport
  private secure: SecureChannel | null = null
  constructor(transport: Transport) {
    this.transport = transport
  }

  protectBy(channel: SecureChannel): void {
    this.secure = channel
  }

  async ask(command: Command): Promise<Answer> {
    const { secure } = this
    const answer = answerOf(
      await this.transport.transmit(commandBytes(secure ? secure.protect(command) : command)),
    )
    // A chip that has dropped the channel refuses without protection.
    if (secure && answer.data.length === 0) {
      throw new ReaderFault('broken-channel')
    }
    return secure ? secure.open(answer) : answer
  }

  async select(file: number): Promise<boolean> {
    return (
      (await this.ask({ cla: 0, ins: 0xa4, p1: 2, p2: 0x0c, data: Uint8Array.of(file >> 8, file & 0xff) }))
        .status === WELL
    )
  }

  /** The whole file of an identifier; undefined when the chip has none or does not give it. */
  async read(file: number): Promise<Uint8Array | undefined> {
    if (!(await this.select(file))) {
      return undefined
    }
    const head = await this.piece(0, 6)
    if (head.length < 2) {
      return undefined
    }
    const whole_bytes = sizeOf(head)
    if (whole_bytes > FILE_MOST_BYTES) {
      throw new ReaderFault('odd-chip')
    }
    const parts = [head.subarray(0, Math.min(head.length, whole_bytes))]
    for (let at = head.length; at < whole_bytes;) {
      const part = await this.piece(at, Math.min(PIECE_BYTES, whole_bytes - at))
      if (part.length === 0) {
        throw new ReaderFault('odd-chip')
      }
      parts.push(part)
      at += part.length
    }
    return Buffer.concat(parts).subarray(0, whole_bytes)
  }

  private async piece(at: number, size_bytes: number): Promise<Uint8Array> {
    if (at >= FAR) {
      return this.farPiece(at, size_bytes)
    }
    const { data, status } = await this.ask({ cla: 0, ins: 0xb0, p1: at >> 8, p2: at & 0xff, le: size_bytes })
    // 6282: the file ended before the bytes did, which the first look at a short file meets.
    if (status !== WELL && status !== 0x6282) {
      throw new ReaderFault('odd-chip')
    }
    return data
  }

  /** Offsets of more than fifteen bits stand in a data object (ISO/IEC 7816-4, odd instruction). */
  private async farPiece(at: number, size_bytes: number): Promise<Uint8Array> {
    const offset = Uint8Array.of(0x54, 3, at >> 16, (at >> 8) & 0xff, at & 0xff)
    const { data, status } = await this.ask({
      cla: 0,
      ins: 0xb1,
      p1: 0,
      p2: 0,
      data: offset,
      le: size_bytes + 4,
    })
    const [told] = objectsOf(data)
    if (status !== WELL || told?.tag !== 0x53) {
      throw new ReaderFault('odd-chip')
    }
    return told.value
  }
}

/** Tag of one byte, length in the forms of DER. */
const sizeOf = (head: Uint8Array): number => {
  const first = head[1] ?? 0
  if (first < 0x80) {
    return 2 + first
  }
  const count = first & 0x7f
  if (count === 0 || count > 3 || head.length < 2 + count) {
    throw new ReaderFault('odd-chip')
  }
  return 2 + count + head.subarray(2, 2 + count).reduce((sum, byte) => sum * 256 + byte, 0)
}

export const objectsOf = (data: Uint8Array): Tlv[] => {
  try {
    return readAll(data, 'answer of the chip')
  } catch (error) {
    throw error instanceof ChipFault ? new ReaderFault('odd-chip') : error
  }
}
