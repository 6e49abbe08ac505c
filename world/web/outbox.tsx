// The demo world's post office: every text message, e-mail and push that left the system, newest first, codes
// ready to be copied.
import { announce } from '../../web/ui/attention.tsx'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Card } from '../../web/ui/card.tsx'
import { clockVN } from '../../web/ui/format.ts'
import { alert, bell, Icon, mail, message } from '../../web/ui/icons.tsx'
import { Pill } from '../../web/ui/pill.tsx'
import { phrases } from '../../web/ui/phrases.ts'
import { EmptyState, Skeleton } from '../../web/ui/waiting.tsx'
import { CopyButton } from '../../web/kit/copy-button.tsx'
import { usePolled } from './polled.ts'
import { askWorld, groupPhone, type OutboxLetter } from './world.ts'

const t = phrases({
  came: { vi: 'Thư mới tới {to}', en: 'A new message to {to}' },
  title: { vi: 'Hộp thư thử', en: 'The test mailbox' },
  live: { vi: 'Trực tiếp', en: 'Live' },
  polled: { vi: 'Cập nhật mỗi 3 giây', en: 'Every 3 seconds' },
  none: { vi: 'Chưa có tin nào', en: 'No letters yet' },
  noneWhy: {
    vi: 'Tin nhắn và e-mail mà hệ thống gửi sẽ hiện ở đây ngay khi rời máy chủ, kể cả mã 6 số.',
    en: 'Text messages and e-mails show here the moment they leave the server, codes included.',
  },
  sms: { vi: 'SMS', en: 'Text message' },
  email: { vi: 'E-mail', en: 'E-mail' },
  push: { vi: 'Thông báo', en: 'Push' },
  late: { vi: 'chưa tới máy', en: 'not yet delivered' },
  failed: { vi: 'không gửi được', en: 'not delivered' },
  code: { vi: 'mã {code}', en: 'code {code}' },
})

const kinds = {
  sms: { icon: message, tone: 'jade' },
  email: { icon: mail, tone: 'gold' },
  push: { icon: bell, tone: 'cham' },
} as const
type Kind = keyof typeof kinds
const kindOf = (channel: string): Kind => (channel === 'email' || channel === 'push' ? channel : 'sms')

const stateWords = (state: string): string =>
  state === 'failed' || state === 'refused'
    ? t('failed')
    : state === 'queued' || state === 'delayed' || state === 'sending'
      ? t('late')
      : ''

/** The letter's words with its code set apart: `482913` is shown as `482 913`. */
const LetterText = ({ text, code }: { text: string; code: string | null }) => {
  if (!code) {
    return <>{text}</>
  }
  const at = text.indexOf(code)
  const mark = (
    <span class="letter-code">
      <b class="figures">{code.replace(/^(\d{3})(\d{3})$/, '$1 $2')}</b>
      <CopyButton value={code} what={t('code', { code })} />
    </span>
  )
  return at < 0 ? (
    <>
      {text} {mark}
    </>
  ) : (
    <>
      {text.slice(0, at)}
      {mark}
      {text.slice(at + code.length)}
    </>
  )
}

const Letter = ({ letter }: { letter: OutboxLetter }) => {
  const kind = kindOf(letter.channel)
  const state = stateWords(letter.state)
  const { icon, tone } = kinds[kind]
  return (
    <li>
      <span class={`row-icon tint-${state ? 'son' : tone}`}>
        <Icon of={state ? alert : icon} size={20} />
      </span>
      <div>
        <p class="letter-head">
          <b>
            {t(kind)} · {groupPhone(letter.to)}
          </b>
          <time dateTime={letter.sent_at}>{clockVN(letter.sent_at)}</time>
        </p>
        {letter.subject && <p class="letter-subject">{letter.subject}</p>}
        <div class="letter-text">
          <LetterText text={letter.text} code={letter.code} />
          {state && <em> ({state})</em>}
        </div>
      </div>
    </li>
  )
}

/** Listens to the server's stream; where it does not come, asks every three seconds. */
const useLetters = () => {
  const [isLive, setLive] = useState(false)
  const { value, reload } = usePolled(() => askWorld<OutboxLetter[]>('outbox'), isLive ? 20 : 3)
  useEffect(() => {
    const stream = new EventSource('/world/stream')
    stream.addEventListener('open', () => {
      setLive(true)
      reload()
    })
    stream.addEventListener('error', () => setLive(false))
    stream.addEventListener('outbox', reload)
    return () => stream.close()
  }, [])
  return { letters: value, isLive }
}

/** A letter that comes while the page stands open is read out; those that lay there before are not. */
const useToldLetters = (letters: readonly OutboxLetter[] | null) => {
  const known = useRef<string | null>(null)
  const newest = letters?.[0]
  useEffect(() => {
    if (!letters) {
      return
    }
    if (known.current !== null && newest && newest.id !== known.current) {
      announce(t('came', { to: newest.to }))
    }
    known.current = newest?.id ?? ''
  }, [newest?.id, letters === null])
}

export const Outbox = () => {
  const { letters, isLive } = useLetters()
  useToldLetters(letters)
  return (
    <Card
      title={t('title')}
      icon={mail}
      class="outbox"
      aside={<Pill tone={isLive ? 'ok' : 'neutral'}>{isLive ? t('live') : t('polled')}</Pill>}
    >
      {!letters && <Skeleton lines={4} />}
      {letters?.length === 0 && (
        <EmptyState icon={mail} title={t('none')}>
          {t('noneWhy')}
        </EmptyState>
      )}
      {letters && letters.length > 0 && (
        <ol aria-label={t('title')} tabIndex={0}>
          {letters.slice(0, 40).map((letter) => (
            <Letter key={letter.id} letter={letter} />
          ))}
        </ol>
      )}
    </Card>
  )
}
