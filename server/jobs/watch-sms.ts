/**
 * Tells the operator when text messages to strangers come near a ceiling and when they reach it. Each alarm
 * of an hour is told by one process; one that dies at that moment leaves it to the next, so the log says it
 * twice rather than never.
 */
import { newId } from '../kernel/id.ts'
import { later, now } from '../kernel/clock.ts'
import { raiseSmsAlarms, type SmsCeilings } from '../modules/people/accounts/sms-ceilings.ts'
import type { Line } from '../modules/platform/notifications/letter.ts'
import type { Transact } from '../kernel/work.ts'

/** The alarm is due within a minute. */
export const SMS_WATCH_EVERY_MS = 15_000
const LETTER_WAITS_S = 3600

export interface Alarming {
  /** One line of the operator's log for each alarm, without personal data. */
  say(line: string): void
  /** Where whoever is on duty reads, when there is such a mailbox. */
  readonly mail?: { readonly line: Line; readonly to: string } | null
  readonly ceilings?: SmsCeilings | undefined
}

type Alarm = Awaited<ReturnType<typeof raiseSmsAlarms>>[number]
const CEILING = {
  block: { vi: 'một dải mạng', en: 'one block of networks' },
  prefix: { vi: 'một đầu số', en: 'one prefix of numbers' },
  nation: { vi: 'cả nước', en: 'the nation' },
} as const

const inLog = ({ ceiling, key, percent, ends_at: endsAt }: Alarm): string => {
  const which = key === '' ? ceiling : `${ceiling} (${key})`
  const what = percent >= 100 ? 'is reached: strangers are told of other ways' : `is at ${percent} %`
  return `alarm sms: the ceiling of one ${which} ${what}, until ${endsAt.toISOString()}`
}
const inVietnamese = ({ ceiling, key, percent }: Alarm): string =>
  percent >= 100
    ? `Mã gửi bằng tin nhắn cho người lạ đã tới hạn mức giờ này của ${CEILING[ceiling].vi} ${key}. Người hỏi được chỉ sang cách khác.`
    : `Mã gửi bằng tin nhắn cho người lạ đã tới ${percent}% hạn mức giờ này của ${CEILING[ceiling].vi} ${key}.`
const inEnglish = ({ ceiling, key, percent }: Alarm): string =>
  percent >= 100
    ? `Codes by text message to strangers have reached this hour's ceiling of ${CEILING[ceiling].en} ${key}. They are told of other ways.`
    : `Codes by text message to strangers are at ${percent} % of this hour's ceiling of ${CEILING[ceiling].en} ${key}.`

/** A letter that cannot be sent is said in the log: nobody waits for it. */
const tellByMail = async (alarms: readonly Alarm[], { mail, say }: Alarming): Promise<void> => {
  if (!mail || alarms.length === 0) {
    return
  }
  const sending = await mail.line.send({
    reference: newId(),
    to: mail.to,
    title: 'Sen: cảnh báo tin nhắn / alarm about text messages',
    text: [...alarms.map(inVietnamese), '', ...alarms.map(inEnglish), '', 'sen sms status'].join('\n'),
    language: 'vi',
    expiresAt: later(now(), LETTER_WAITS_S),
  })
  if (sending.kind !== 'sent') {
    say(`alarm sms: the letter to whoever is on duty was not sent (${sending.reason})`)
  }
}

export const watchSms = async (transact: Transact, alarming: Alarming): Promise<boolean> => {
  const alarms = await transact(async (work) => {
    const raised = await raiseSmsAlarms(work, now(), alarming.ceilings)
    for (const alarm of raised) {
      alarming.say(inLog(alarm))
    }
    return raised
  })
  await tellByMail(alarms, alarming)
  return false
}
