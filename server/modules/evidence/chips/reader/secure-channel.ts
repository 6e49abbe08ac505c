/**
 * Secure messaging (ICAO Doc 9303 part 11 §9.8): every command and every answer encrypted and checked under a
 * counter. Both ends are here: the
 * reader's, and the chip's for a card of software.
 */
import { timingSafeEqual } from 'node:crypto'
import { ChipFault } from '../../../../../formats/emrtd/chip-fault.ts'
import { readAll } from '../../../../../formats/emrtd/der-reader.ts'
import { derValue } from '../../../../../formats/emrtd/der-writer.ts'
import type { Answer, Command } from './apdu.ts'
import { ReaderFault } from './reader-fault.ts'
import { blockBytes, checksum, decrypt, encrypt, pad, unpad, zeroIv, type Suite } from './session-keys.ts'

const CIPHERTEXT = 0x87
/** For odd instructions: data objects, without the padding mark in front. */
const CIPHERTEXT_PLAIN = 0x85
const AWAITED = 0x97
const STATUS = 0x99
const CHECKSUM = 0x8e
const SECURED = 0x0c

export interface ChannelKeys {
  readonly suite: Suite
  readonly encryption: Uint8Array
  readonly checksum: Uint8Array
  readonly counter: Uint8Array
}

export class SecureChannel {
  private readonly keys: ChannelKeys
  private counter: bigint
  constructor(keys: ChannelKeys) {
    this.keys = keys
    this.counter = BigInt(`0x${Buffer.from(keys.counter).toString('hex')}`)
  }

  private next(): Buffer {
    const block = blockBytes(this.keys.suite)
    this.counter = BigInt.asUintN(block * 8, this.counter + 1n)
    return Buffer.from(this.counter.toString(16).padStart(block * 2, '0'), 'hex')
  }

  private iv(counter: Uint8Array): Buffer {
    const { suite, encryption } = this.keys
    return suite === '3des' ? zeroIv(suite) : encrypt(suite, encryption, zeroIv(suite), counter)
  }

  private sum(counter: Uint8Array, ...parts: readonly Uint8Array[]): Buffer {
    const { suite, checksum: key } = this.keys
    const data = Buffer.concat([counter, ...parts])
    return checksum(suite, key, suite === '3des' ? data : pad(data, blockBytes(suite)))
  }

  private sealed(counter: Uint8Array, ins: number, data: Uint8Array | undefined): Uint8Array {
    if (!data || data.length === 0) {
      return new Uint8Array()
    }
    const { suite, encryption } = this.keys
    const bytes = encrypt(suite, encryption, this.iv(counter), pad(data, blockBytes(suite)))
    return ins % 2 === 1 ? derValue(CIPHERTEXT_PLAIN, bytes) : derValue(CIPHERTEXT, Uint8Array.of(1), bytes)
  }

  private opened(counter: Uint8Array, found: Map<number, Uint8Array>): Uint8Array {
    const [marked, plain] = [found.get(CIPHERTEXT), found.get(CIPHERTEXT_PLAIN)]
    if (marked && marked[0] !== 1) {
      throw new ReaderFault('broken-channel')
    }
    const bytes = marked?.subarray(1) ?? plain
    if (!bytes) {
      return new Uint8Array()
    }
    const { suite, encryption } = this.keys
    if (bytes.length === 0 || bytes.length % blockBytes(suite) !== 0) {
      throw new ReaderFault('broken-channel')
    }
    try {
      return unpad(decrypt(suite, encryption, this.iv(counter), bytes))
    } catch {
      throw new ReaderFault('broken-channel')
    }
  }

  private header({ ins, p1, p2 }: Command, cla: number): Buffer {
    return pad(Uint8Array.of(cla, ins, p1, p2), blockBytes(this.keys.suite))
  }

  /** The reader's: a command as it goes out. */
  protect(command: Command): Command {
    const counter = this.next()
    const cla = command.cla | SECURED
    const data = this.sealed(counter, command.ins, command.data)
    const awaited =
      command.le === undefined
        ? new Uint8Array()
        : derValue(
            AWAITED,
            command.le > 256
              ? Uint8Array.of((command.le >> 8) & 0xff, command.le & 0xff)
              : Uint8Array.of(command.le & 0xff),
          )
    const sum = this.sum(counter, this.header(command, cla), data, awaited)
    const body = Buffer.concat([data, awaited, derValue(CHECKSUM, sum)])
    return { ...command, cla, data: body, le: (command.le ?? 0) > 256 || body.length > 255 ? 65_536 : 256 }
  }

  /** The reader's: an answer as it comes. An unprotected refusal of the chip ends the channel. */
  open({ data, status }: Answer): Answer {
    const counter = this.next()
    const found = this.objects(counter, data, new Uint8Array(), [CIPHERTEXT, CIPHERTEXT_PLAIN, STATUS])
    const told = found.get(STATUS)
    if (told?.length !== 2 || (((told[0] ?? 0) << 8) | (told[1] ?? 0)) !== status) {
      throw new ReaderFault('broken-channel')
    }
    return { data: this.opened(counter, found), status }
  }

  /** The chip's: what a protected command says. */
  receive(command: Command): Command {
    const counter = this.next()
    const found = this.objects(counter, command.data ?? new Uint8Array(), this.header(command, command.cla), [
      CIPHERTEXT,
      CIPHERTEXT_PLAIN,
      AWAITED,
    ])
    const awaited = found.get(AWAITED)
    const size = awaited?.reduce((sum, byte) => sum * 256 + byte, 0)
    const data = this.opened(counter, found)
    const { ins, p1, p2 } = command
    return {
      cla: command.cla & ~SECURED,
      ins,
      p1,
      p2,
      ...(data.length > 0 ? { data } : {}),
      ...(size === undefined ? {} : { le: size || (awaited?.length === 2 ? 65_536 : 256) }),
    }
  }

  /** The chip's: an answer to `ins` as it goes out. */
  answer(ins: number, { data, status }: Answer): Answer {
    const counter = this.next()
    const sealed = this.sealed(counter, ins, data)
    const told = derValue(STATUS, Uint8Array.of(status >> 8, status & 0xff))
    return {
      data: Buffer.concat([sealed, told, derValue(CHECKSUM, this.sum(counter, sealed, told))]),
      status,
    }
  }

  /** The data objects, when their checksum is right; each once, only awaited ones, the checksum last. */
  private objects(
    counter: Uint8Array,
    data: Uint8Array,
    header: Uint8Array,
    awaited: readonly number[],
  ): Map<number, Uint8Array> {
    const all = listOf(data)
    const last = all.at(-1)
    const rest = all.slice(0, -1)
    if (last?.tag !== CHECKSUM || rest.some(({ tag }) => !awaited.includes(tag))) {
      throw new ReaderFault('broken-channel')
    }
    const sum = this.sum(counter, header, ...rest.map(({ whole }) => whole))
    if (last.value.length !== sum.length || !timingSafeEqual(last.value, sum)) {
      throw new ReaderFault('broken-channel')
    }
    const found = new Map(rest.map(({ tag, value }) => [tag, value]))
    if (found.size !== rest.length) {
      throw new ReaderFault('broken-channel')
    }
    return found
  }
}

const listOf = (data: Uint8Array) => {
  try {
    return readAll(data, 'secure messaging')
  } catch (error) {
    throw error instanceof ChipFault ? new ReaderFault('broken-channel') : error
  }
}
