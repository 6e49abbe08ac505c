/** When letters are delivered: takes what is due on the lines that are up, hands it over, writes down what became of it. */
import type { Tools } from '../kernel/tools.ts'
import { claimLetters, expireLetters, forgetOldLetters, handOver, recordReceipt, settleLetter, type ClaimedLetter, type Lines } from '../modules/notifications/deliver.ts'
import { usualPatience, type OutwardChannel, type Patience } from '../modules/notifications/letter.ts'
import { openMailLine, type SmtpOptions } from '../modules/notifications/mail-line.ts'
import { openSmsLine, type SmppOptions } from '../modules/notifications/sms-line.ts'
import type { Transact } from '../storage/transact.ts'
import { startLoop } from './loop.ts'

/** One line of the log. It never holds an address, a text or a value of a letter. */
export interface LetterEvent {
  readonly event: 'sent' | 'retried' | 'held' | 'failed' | 'expired' | 'maybe-twice' | 'line-up' | 'line-lost' | 'job-failed'
  readonly letter?: string
  readonly channel?: OutwardChannel
  readonly template?: string
  readonly attempt?: number
  readonly reason?: string
}

export interface LetterJobOptions {
  readonly transact: Transact
  readonly tools: Pick<Tools, 'sealer' | 'publicUrl'>
  /** A channel without settings is not configured: its letters stay queued until they expire, and readiness says so. */
  readonly smpp?: SmppOptions | undefined
  readonly smtp?: SmtpOptions | undefined
  log(event: LetterEvent): void
  readonly every_ms?: number
  readonly patience?: Patience
}

export type LineState = 'up' | 'down' | 'not-configured'
export interface LetterJob {
  wake(): void
  readiness(): { readonly sms: LineState; readonly email: LineState }
  /** Waits for letters in the air, then closes the lines. */
  stop(): Promise<void>
}

const CHANNELS: readonly OutwardChannel[] = ['sms', 'email']
const FORGET_EVERY_RUNS = 1000

export const startLetterJob = ({ transact, tools, smpp, smtp, log, every_ms = 500, patience = usualPatience }: LetterJobOptions): LetterJob => {
  const lines: Lines = {
    ...(smpp ? {
      sms: openSmsLine(smpp, {
        onReceipt: (receipt) => transact((work) => recordReceipt(work, receipt)),
        onUp() {
          log({ event: 'line-up', channel: 'sms' })
          loop.wake()
        },
        onLost: (reason) => log({ event: 'line-lost', channel: 'sms', reason }),
      }),
    } : {}),
    ...(smtp ? { email: openMailLine(smtp) } : {}),
  }

  const deliver = async (letter: ClaimedLetter): Promise<void> => {
    const { id, channel, template, attempts: attempt } = letter
    const line = lines[channel]
    if (!line) return
    if (letter.was_abandoned) log({ event: 'maybe-twice', letter: id, channel, template, attempt })
    const sending = await handOver(tools, line, letter)
    const state = await transact((work) => settleLetter(work, letter, sending, patience))
    if (sending.kind === 'sent') return log({ event: 'sent', letter: id, channel, template, attempt })
    const event = state === 'failed' ? 'failed' : sending.kind === 'held' ? 'held' : 'retried'
    log({ event, letter: id, channel, template, attempt, reason: sending.reason })
  }

  let runs = 0
  const run = async (): Promise<boolean> => {
    if (++runs % FORGET_EVERY_RUNS === 0) await transact(forgetOldLetters)
    const late = await transact(expireLetters)
    for (const { id, channel, template } of late) log({ event: 'expired', letter: id, channel, template })
    const up = CHANNELS.filter((channel) => lines[channel]?.isUp())
    if (up.length === 0) return false
    const claimed = await transact((work) => claimLetters(work, up, patience))
    const results = await Promise.allSettled(claimed.map(deliver))
    const broken = results.find((result) => result.status === 'rejected')
    if (broken) throw broken.reason
    return claimed.length > 0
  }
  const loop = startLoop({
    name: 'letters', every_ms, run,
    onError: (_, error) => log({ event: 'job-failed', reason: error instanceof Error ? `${error.name} ${(error as NodeJS.ErrnoException).code ?? ''}`.trim() : 'unknown' }),
  })

  const stateOf = (channel: OutwardChannel): LineState => (lines[channel] ? (lines[channel].isUp() ? 'up' : 'down') : 'not-configured')
  return {
    wake: () => loop.wake(),
    readiness: () => ({ sms: stateOf('sms'), email: stateOf('email') }),
    async stop() {
      await loop.stop()
      await Promise.all(CHANNELS.map((channel) => lines[channel]?.stop()))
    },
  }
}
