// One verdict, and only then what it rests on: each check with its age, what was offered, and what no machine
// can see.
import './verdict.css'
import { now } from '../../ui/clock.ts'
import { cx } from '../../ui/class-names.ts'
import { numberText, spokenDigits } from '../../ui/format.ts'
import { check, Icon, person, shield } from '../../ui/icons.tsx'
import { inLanguage, phrases } from '../../ui/phrases.ts'
import { claimLabel, claimNames, claimText, valueText } from '../../kit/documents/claim-words.ts'
import type { Shown, Verdict } from './judge-code.ts'
import { dayText, momentText, spanText, wordsOf } from './verdict-words.ts'

const t = phrases({
  took: { vi: 'Xong trong {time} giây, ngay trên máy này', en: 'Done in {time} seconds, on this device' },
  by: { vi: '{kind} · {issuer}', en: '{kind} · {issuer}' },
  issuer: { vi: 'Nơi cấp đáng tin', en: 'The issuer is trusted' },
  issuerAge: { vi: 'danh sách ngày {date}', en: 'list of {date}' },
  phone: { vi: 'Đúng máy được cấp', en: 'The right phone' },
  phoneAge: { vi: 'chữ ký của máy', en: "the phone's signature" },
  fresh: { vi: 'Mã mới, chưa quá 60 giây', en: 'The code is under 60 seconds old' },
  freshAge: { vi: 'tạo {age} trước', en: 'made {age} ago' },
  freshNow: { vi: 'vừa tạo', en: 'made just now' },
  standing: { vi: 'Chưa bị thu hồi', en: 'Not revoked' },
  standingAge: { vi: 'bảng lúc {at}', en: 'list of {at}' },
  checks: { vi: 'Đã kiểm tra', en: 'What was checked' },
  look: { vi: 'Việc của anh chị: nhìn mặt.', en: 'Your part: look at the face.' },
  lookMore: {
    vi: 'Ảnh không nằm trong mã. So người trước mặt với ảnh trên màn hình của họ và với những gì hiện ở đây. Máy nói giấy tờ thật; chỉ mắt người biết đúng người.',
    en: 'The picture is not in the code. Compare the person with the picture on their screen and with what shows here. The device says that the document is genuine; only eyes can tell the person.',
  },
  lookAge: {
    vi: 'Mã chỉ nói về tuổi, không nói là ai. Máy đang cầm phải là của người trước mặt; nghi ngờ thì hỏi giấy tờ có ảnh.',
    en: 'The code tells an age, not a person. The phone must belong to whoever holds it; when in doubt ask for a document with a picture.',
  },
  kept: {
    vi: 'Không ai ghi lại lần kiểm tra này. Trang này không giữ gì.',
    en: 'Nobody records this check. This page keeps nothing.',
  },
})

/** What is said aloud: the verdict, and for a good one who it is; for a bad one what to do. */
export const spokenVerdict = (verdict: Verdict): string => {
  const { title, what, next } = wordsOf(verdict)
  if (verdict.is !== 'valid') {
    return [title, what, next].join('. ')
  }
  const said = factsOf(verdict.shown).map(({ name, label, value }) =>
    name === 'personal_number' ? `${label}: ${spokenDigits(value)}` : `${label}: ${value}`,
  )
  return [title, ...said, t('look')].join('. ')
}

interface Fact {
  readonly name: string
  readonly label: string
  readonly value: string
}
/** What every kind says of a person first, in our words; then what is this kind's own, in its issuer's. */
const factsOf = ({ claims, words }: Shown): readonly Fact[] => {
  const known = claimNames.flatMap((name): Fact[] => {
    const value = claimText(name, claims[name], now())
    return value === null ? [] : [{ name, label: claimLabel(name), value }]
  })
  const own = words
    .filter(({ name }) => !claimNames.some((one) => one === name))
    .flatMap(({ name, names, kind }): Fact[] => {
      const value = valueText(kind, claims[name])
      return value === null ? [] : [{ name, label: inLanguage(names), value }]
    })
  return [...known, ...own]
}

const Facts = ({ shown }: { shown: Shown }) => (
  <dl class="verdict-facts">
    {factsOf(shown).map(({ name, label, value }) => (
      <div key={name} class={cx(name === 'name' && 'is-name', name === 'age_over_18' && 'is-answer')}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)

type Valid = Extract<Verdict, { is: 'valid' }>

const Checks = ({ signedAt_s, listOf_s, statusOf_s, judgedAt_s }: Valid & { judgedAt_s: number }) => {
  const age_s = Math.round(judgedAt_s - signedAt_s)
  const rows = [
    [t('issuer'), t('issuerAge', { date: dayText(listOf_s) })],
    [t('phone'), t('phoneAge')],
    [t('fresh'), age_s < 1 ? t('freshNow') : t('freshAge', { age: spanText(age_s) })],
    ...(statusOf_s === null
      ? []
      : [[t('standing'), t('standingAge', { at: momentText(statusOf_s) })] as const]),
  ] as const
  return (
    <ul class="verdict-checks" aria-label={t('checks')}>
      {rows.map(([what, age]) => (
        <li key={what}>
          <Icon of={check} size={18} />
          <span>{what}</span>
          <small>{age}</small>
        </li>
      ))}
    </ul>
  )
}

const YourPart = ({ shown }: { shown: Shown }) => (
  <>
    <p class="verdict-part">
      <Icon of={person} size={22} />
      <span>
        <b>{t('look')}</b> {'name' in shown.claims ? t('lookMore') : t('lookAge')}
      </span>
    </p>
    <p class="verdict-kept">
      <Icon of={shield} size={20} />
      <span>{t('kept')}</span>
    </p>
  </>
)

export const VerdictView = ({
  verdict,
  took_ms,
  judgedAt_s,
}: {
  verdict: Verdict
  took_ms: number
  judgedAt_s: number
}) => {
  const { title, what, next, icon, tone } = wordsOf(verdict)
  const isGood = verdict.is === 'valid'
  return (
    <div class="verdict-whole">
      <section class={`verdict verdict-${tone}`} data-verdict={verdict.is}>
        <header>
          <span class="verdict-sign">
            <Icon of={icon} size={34} />
          </span>
          <div>
            <h2>{title}</h2>
            {isGood && <p>{t('took', { time: numberText(Math.max(0.1, took_ms / 1000), 1) })}</p>}
          </div>
        </header>
        <div class="verdict-body">
          {isGood ? (
            <>
              <p class="verdict-by">
                {t('by', { kind: inLanguage(verdict.shown.kind), issuer: inLanguage(verdict.shown.issuer) })}
              </p>
              <Facts shown={verdict.shown} />
              <Checks {...verdict} judgedAt_s={judgedAt_s} />
            </>
          ) : (
            <>
              <p>{what}</p>
              <p class="verdict-next">{next}</p>
            </>
          )}
        </div>
      </section>
      {isGood && <YourPart shown={verdict.shown} />}
    </div>
  )
}
