// The register of judgments, for a certificate: whether it has answered; and, once the officer opens it, what
// it says, what of that the certificate will name, and what is still to be settled.
import './judgments.css'
import { useState } from 'preact/hooks'
import { cx } from '../../../ui/class-names.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { dateTimeVN, dateVN } from '../../../ui/format.ts'
import { check, clock, eye, Icon, shield } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { Refusal } from '../shell/refusal.tsx'
import type { Dossier } from './dossier.ts'
import { EntryView } from './judgment-entry.tsx'
import type { Entry, Judgments } from './judgments.ts'
import { SettleDialog, type Settling } from './settle-dialog.tsx'
import type { Deeds } from './use-deeds.ts'

const t = phrases({
  title: { vi: 'Sổ án tích', en: 'Register of judgments' },
  asking: { vi: 'Đang hỏi', en: 'Being asked' },
  silent: { vi: 'Chưa trả lời', en: 'No answer yet' },
  answered: { vi: 'Đã trả lời', en: 'Answered' },
  askingMore: {
    vi: 'Hệ thống đang hỏi sổ; thường có trả lời trong vài giây. Chưa có trả lời thì chưa quyết định được.',
    en: 'The register is being asked; it mostly answers within seconds. Nothing can be decided before.',
  },
  silentMore: {
    vi: 'Sổ không trả lời từ {since}. Hệ thống tự hỏi lại, bạn không phải làm gì; người xin phiếu cũng thấy như vậy. Hạn trả không dừng.',
    en: 'It has not answered since {since}. It is asked again by itself, there is nothing you must do; whoever asked sees the same. The due day stays.',
  },
  next: { vi: 'Hỏi lại lúc {at}.', en: 'Asked again at {at}.' },
  answeredMore: {
    vi: 'Có trả lời lúc {at}. Mở xem trước khi quyết định; lần xem nào người xin phiếu cũng thấy trong nhật ký.',
    en: 'It answered at {at}. Read it before you decide; whoever asked sees each look in the log.',
  },
  open: { vi: 'Mở câu trả lời', en: 'Open the answer' },
  look: { vi: 'Xem đã trả lời chưa', en: 'See whether it has answered' },
  asOf: {
    vi: 'Sổ biết đến hết ngày {day}, trả lời lúc {at}.',
    en: 'It knows up to {day}, and answered at {at}.',
  },
  clean: { vi: 'Không có án nào của người này.', en: 'No judgment of this person.' },
  bansNone: { vi: 'Không bị cấm giữ chức vụ, lập doanh nghiệp.', en: 'Not barred from office or companies.' },
  bansNotAsked: {
    vi: 'Người xin không yêu cầu ghi việc cấm chức vụ, nên sổ không được hỏi việc này.',
    en: 'Bans were not asked for on the certificate, so the register was not asked about them.',
  },
  willSay: { vi: 'Phiếu số {n} sẽ ghi', en: 'Certificate no. {n} will say' },
  none: { vi: 'Không có án tích', en: 'No conviction' },
  notYet: { vi: 'chưa rõ, cho đến khi xác định xong', en: 'not known until all is settled' },
  some: { vi: 'Có án tích: {n} bản án', en: 'Convictions: {n}' },
  toSettle: { vi: '{n} mục phải xác định', en: '{n} to settle' },
  judgments: { vi: 'Bản án', en: 'Judgments' },
  bans: { vi: 'Cấm chức vụ, lập doanh nghiệp', en: 'Bans' },
})

type Register = NonNullable<Dossier['register']>
const tones = { asking: 'cham', silent: 'gold', answered: 'ok' } as const

const Waiting = ({ register: { state, silentSince, nextAt, answeredAt } }: { register: Register }) => {
  if (state === 'answered') {
    return <p>{t('answeredMore', { at: answeredAt ? dateTimeVN(answeredAt) : '' })}</p>
  }
  return (
    <p class={state === 'silent' ? 'judg-silent' : ''}>
      {state === 'silent' && <Icon of={clock} size={20} />}
      <span>
        {state === 'silent'
          ? t('silentMore', { since: silentSince ? dateTimeVN(silentSince) : '' })
          : t('askingMore')}
        {state === 'silent' && nextAt && ` ${t('next', { at: dateTimeVN(nextAt) })}`}
      </span>
    </p>
  )
}

const Verdict = ({ said }: { said: Judgments }) => {
  const told = said.judgments.filter(({ isTold }) => isTold).length
  return (
    <div class={cx('judg-verdict', said.open > 0 && 'is-open')}>
      <span>{t('willSay', { n: said.certificate })}</span>
      <b>{said.open > 0 ? t('notYet') : told === 0 ? t('none') : t('some', { n: told })}</b>
      {said.open > 0 && <Pill tone="gold">{t('toSettle', { n: said.open })}</Pill>}
    </div>
  )
}

const Entries = ({
  title,
  entries,
  said,
  name,
  onSettle,
}: {
  title: string
  entries: readonly Entry[]
  said: Judgments
  name: Dossier
  onSettle: (settling: Settling) => void
}) =>
  entries.length === 0 ? null : (
    <section>
      <h3>{title}</h3>
      <ul class="judg-list">
        {entries.map((entry) => (
          <EntryView
            key={entry.reference}
            entry={entry}
            dossier={name}
            certificate={said.certificate}
            onSettle={said.maySettle ? onSettle : null}
          />
        ))}
      </ul>
    </section>
  )

const Opened = ({
  dossier,
  said,
  onSettle,
}: {
  dossier: Dossier
  said: Judgments
  onSettle: (settling: Settling) => void
}) => (
  <div class="judg-said">
    <Verdict said={said} />
    {said.judgments.length === 0 && (
      <p class="judg-clean">
        <Icon of={check} size={20} /> {t('clean')}
      </p>
    )}
    <Entries title={t('judgments')} entries={said.judgments} said={said} name={dossier} onSettle={onSettle} />
    {said.bans === null ? (
      <p class="quiet dos-small">{t('bansNotAsked')}</p>
    ) : said.bans.length === 0 ? (
      <p class="judg-clean">
        <Icon of={check} size={20} /> {t('bansNone')}
      </p>
    ) : (
      <Entries title={t('bans')} entries={said.bans} said={said} name={dossier} onSettle={onSettle} />
    )}
    <p class="quiet dos-small">{t('asOf', { day: dateVN(said.asOf), at: dateTimeVN(said.answeredAt) })}</p>
  </div>
)

/** Nothing where a dossier does not rest on it. */
export const JudgmentsCard = ({
  deeds: { dossier, said, reading, openJudgments, setSaid },
}: {
  deeds: Deeds
}) => {
  const [settling, settle] = useState<Settling | null>(null)
  const { register, reference } = dossier
  if (!register) {
    return null
  }
  const state = said ? 'answered' : register.state
  return (
    <Card title={t('title')} icon={shield} aside={<Pill tone={tones[state]}>{t(state)}</Pill>}>
      {said ? (
        <Opened dossier={dossier} said={said} onSettle={settle} />
      ) : (
        <div class="judg-waits">
          <Waiting register={register} />
          <Refusal problem={reading.problem} />
          <Button
            icon={eye}
            shortcut="S"
            kind={register.state === 'answered' ? 'primary' : 'secondary'}
            isBusy={reading.isBusy}
            onPress={openJudgments}
          >
            {t(register.state === 'answered' ? 'open' : 'look')}
          </Button>
        </div>
      )}
      <SettleDialog
        settling={settling}
        reference={reference}
        onClose={() => settle(null)}
        onSettled={(after) => {
          settle(null)
          setSaid(after)
        }}
      />
    </Card>
  )
}
