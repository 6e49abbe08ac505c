/**
 * When letters are delivered: takes what is due on the lines that are up, hands it over, writes down what
 * became of it.
 */
import type { Tools } from '../kernel/tools.ts'
import {
  claimLetters,
  expireLetters,
  forgetOldLetters,
  handOver,
  isLetterDue,
  isLetterOver,
  recordReceipt,
  settleLetter,
  type ClaimedLetter,
  type Lines,
} from '../modules/platform/notifications/deliver.ts'
import {
  usualPatience,
  type Line,
  type OutwardChannel,
  type Patience,
} from '../modules/platform/notifications/letter.ts'
import { openMailLine, type SmtpOptions } from '../modules/platform/notifications/mail-line.ts'
import { openSmsLine, type SmppOptions } from '../modules/platform/notifications/sms-line.ts'
import type { Transact } from '../kernel/work.ts'
import { startLoop, type Loop } from './loop.ts'

/** One line of the log. It never holds an address, a text or a value of a letter. */
export interface LetterEvent {
  readonly event:
    | 'sent'
    | 'retried'
    | 'held'
    | 'failed'
    | 'expired'
    | 'maybe-twice'
    | 'line-up'
    | 'line-lost'
    | 'job-failed'
  readonly letter?: string
  readonly channel?: OutwardChannel
  readonly template?: string
  readonly attempt?: number
  readonly reason?: string
}

export interface LetterJobOptions {
  readonly transact: Transact
  readonly tools: Pick<Tools, 'sealer' | 'publicUrl' | 'read'>
  /**
   * A channel without settings is not configured: its letters stay queued until they expire, and readiness
   * says so.
   */
  readonly smpp?: SmppOptions | undefined
  readonly smtp?: SmtpOptions | undefined
  log(event: LetterEvent): void
  readonly every_ms?: number
  readonly tidyEvery_ms?: number
  readonly patience?: Patience
}

type LineState = 'up' | 'down' | 'not-configured'
export interface LetterJob {
  wake(): void
  readiness(): { readonly sms: LineState; readonly email: LineState }
  /** Waits for letters in the air, then closes the lines. */
  stop(): Promise<void>
}

const CHANNELS: readonly OutwardChannel[] = ['sms', 'email']
const TIDY_EVERY_MS = 1000
const reasonOf = (error: unknown): string =>
  error instanceof Error ? `${error.name} ${(error as NodeJS.ErrnoException).code ?? ''}`.trim() : 'unknown'

export const startLetterJob = ({
  transact,
  tools,
  smpp,
  smtp,
  log,
  every_ms = 500,
  tidyEvery_ms = TIDY_EVERY_MS,
  patience = usualPatience,
}: LetterJobOptions): LetterJob => {
  const wake = (): void => loops.forEach((loop) => loop.wake())
  const lines: Lines = {
    ...(smpp
      ? {
          sms: openSmsLine(smpp, {
            onReceipt: (receipt) => transact((work) => recordReceipt(work, receipt)),
            onUp() {
              log({ event: 'line-up', channel: 'sms' })
              wake()
            },
            onLost: (reason) => log({ event: 'line-lost', channel: 'sms', reason }),
          }),
        }
      : {}),
    ...(smtp ? { email: openMailLine(smtp) } : {}),
  }

  const deliver = async (letter: ClaimedLetter, line: Line): Promise<void> => {
    const { id, channel, template, attempts: attempt } = letter
    if (letter.was_abandoned) {
      log({ event: 'maybe-twice', letter: id, channel, template, attempt })
    }
    const sending = await handOver(tools, line, letter)
    const state = await transact((work) => settleLetter(work, letter, sending, patience))
    if (sending.kind === 'sent') {
      return log({ event: 'sent', letter: id, channel, template, attempt })
    }
    const event = state === 'failed' ? 'failed' : sending.kind === 'held' ? 'held' : 'retried'
    log({ event, letter: id, channel, template, attempt, reason: sending.reason })
  }

  const empty = async (channel: OutwardChannel, line: Line): Promise<boolean> => {
    if (!line.isUp() || !(await isLetterDue(tools.read, channel))) {
      return false
    }
    const claimed = await transact((work) => claimLetters(work, channel, line, patience))
    const results = await Promise.allSettled(claimed.map((letter) => deliver(letter, line)))
    const broken = results.find((result) => result.status === 'rejected')
    if (broken) {
      throw broken.reason
    }
    return claimed.length > 0
  }
  const tidyUp = async (): Promise<boolean> => {
    if (!(await isLetterOver(tools.read))) {
      return false
    }
    const late = await transact(expireLetters)
    for (const { id, channel, template } of late) {
      log({ event: 'expired', letter: id, channel, template })
    }
    return (await transact(forgetOldLetters)) > 0 || late.length > 0
  }
  const loopOf = (name: string, run: () => Promise<boolean>, pause_ms: number): Loop =>
    startLoop({
      name,
      every_ms: pause_ms,
      run,
      onError: (_, error) => log({ event: 'job-failed', reason: reasonOf(error) }),
    })
  // A loop for each line: a mail server that takes its time must not hold up a code by text message.
  const loops = CHANNELS.flatMap((channel) => {
    const line = lines[channel]
    return line ? [loopOf(channel, () => empty(channel, line), every_ms)] : []
  })
  loops.push(loopOf('tidy-up', tidyUp, Math.max(every_ms, tidyEvery_ms)))

  const stateOf = (channel: OutwardChannel): LineState =>
    lines[channel] ? (lines[channel].isUp() ? 'up' : 'down') : 'not-configured'
  return {
    wake,
    readiness: () => ({ sms: stateOf('sms'), email: stateOf('email') }),
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()))
      await Promise.all(CHANNELS.map((channel) => lines[channel]?.stop()))
    },
  }
}
