// The frame around an open application: who it is about at the left, the work in the middle, what is left and
// by when at the right.
import '../case/case.css'
import './cards.css'
import type { ComponentChildren } from 'preact'
import { Button } from '../../../ui/button.tsx'
import { now } from '../../../ui/clock.ts'
import { PageHead } from '../../../ui/console-frame.tsx'
import { DataPairs } from '../../../ui/data-pairs.tsx'
import { dateVN, dayVN, groupPersonalNumber, moneyVN } from '../../../ui/format.ts'
import { arrowLeft, check, clock, Icon, monitor, person as personIcon } from '../../../ui/icons.tsx'
import { language } from '../../../ui/language.ts'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { Portrait } from '../../../ui/portrait.tsx'
import { navigate } from '../../../ui/router.tsx'
import { ScreenPanel } from '../screen/screen-panel.tsx'
import type { Said as Prompt } from '../screen/desk-channel.ts'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { Due } from '../shell/due.tsx'
import type { KeyWords } from '../shell/key-sheet.tsx'
import { accountWords, cardStateWords, stateWords, type CardApplication } from './card-words.ts'
import { kindWords, reasonWords } from '../words/card-kinds.ts'

const t = phrases({
  title: { vi: 'Thẻ căn cước: {kind}', en: 'Identity card: {kind}' },
  back: { vi: 'Về danh sách', en: 'Back to the list' },
  who: { vi: 'Người làm thẻ', en: 'The applicant' },
  nobody: { vi: 'Số này không có trong cơ sở dữ liệu dân cư.', en: 'This number is not in the register.' },
  dead: { vi: 'Cơ sở dữ liệu ghi người này đã mất.', en: 'The register says this person has died.' },
  born: { vi: 'Ngày sinh', en: 'Born' },
  residence: { vi: 'Nơi cư trú', en: 'Residence' },
  card: { vi: 'Thẻ hiện có', en: 'Present card' },
  noCard: { vi: 'Chưa từng có', en: 'None ever' },
  cardIs: { vi: '{state}, cấp {day}', en: '{state}, issued {day}' },
  cardEnded: { vi: 'hết hạn {day}', en: 'expired {day}' },
  reason: { vi: 'Lý do', en: 'Reason' },
  lost: { vi: 'mất ngày {day}, {where}', en: 'lost {day}, {where}' },
  until: { vi: 'Thẻ mới có giá trị đến', en: 'The new card lasts until' },
  noEnd: { vi: 'Không thời hạn', en: 'No expiry' },
  fee: { vi: 'Lệ phí', en: 'Fee' },
  free: { vi: 'Không thu', en: 'None' },
  account: { vi: 'Tài khoản', en: 'Account' },
  accountNo: { vi: 'Chỉ làm thẻ.', en: 'The card alone.' },
  accountNew: {
    vi: 'Tài khoản mức 2 được cấp khi trao thẻ.',
    en: 'A level-2 account is issued as the card is handed over.',
  },
  accountRaise: {
    vi: 'Đã có tài khoản mức {level}; lên mức 2 khi trao thẻ.',
    en: 'Has an account of level {level}; raised to 2 as the card is handed over.',
  },
  accountOther: {
    vi: 'Có tài khoản gắn với số máy khác; cần người duyệt thứ hai.',
    en: 'Has an account with another phone; a second pair of eyes is needed.',
  },
  left: { vi: 'Việc còn lại', en: 'What is left' },
  due: { vi: 'Hạn trả: {day}', en: 'Due: {day}' },
  law: {
    vi: '07 ngày làm việc (Luật Căn cước, Điều 26)',
    en: '7 working days (Law on Identification, art. 26)',
  },
  says: { vi: 'Mời người dân', en: 'Say to the citizen' },
  isDone: { vi: 'đã xong', en: 'done' },
  isNow: { vi: 'đang làm', en: 'now' },
  contact: { vi: 'Số máy của người dân, mã đã xác nhận', en: "The person's phone, proved by a code" },
  portrait: { vi: 'Ảnh chân dung cho thẻ', en: 'Portrait for the card' },
  prints: { vi: 'Vân tay hoặc ngoại lệ', en: 'Fingerprints, or exceptions' },
  feePaid: { vi: 'Lệ phí đã thu', en: 'Fee received' },
  consent: { vi: 'Người dân đồng ý trên màn hình', en: 'She agrees at her screen' },
  second: { vi: 'Người duyệt thứ hai quyết định', en: 'A second pair of eyes decides' },
  changes: { vi: 'Hồ sơ sai lệch kết thúc', en: 'Mismatch cases are settled' },
  print: { vi: 'Một người khác in thẻ', en: 'Another person prints the card' },
  receive: { vi: 'Thẻ về quầy, đọc chip', en: 'The card is received, its chip read' },
  recipient: { vi: 'Đối chiếu người nhận', en: 'The recipient is proved' },
  chip: { vi: 'Đọc chip trước mặt người dân', en: 'The chip is read before her' },
  receipt: { vi: 'Người dân xác nhận đã nhận', en: 'She confirms that she has it' },
})

/** A card that the register still calls valid has ended all the same once its day is past. */
const presentCard = (card: NonNullable<CardApplication['register']>['card']): string => {
  if (!card) {
    return t('noCard')
  }
  const isPast =
    card.state === 'valid' &&
    card.expiresOn !== null &&
    card.expiresOn < new Date(now() + 7 * 3_600_000).toISOString().slice(0, 10)
  return isPast
    ? t('cardEnded', { day: dateVN(card.expiresOn ?? '') })
    : t('cardIs', { state: cardStateWords(card.state as 'valid'), day: dateVN(card.issuedOn) })
}

const accountLine = ({ withAccount, account, accountDone }: CardApplication): string =>
  accountDone
    ? accountWords(accountDone)
    : !withAccount
      ? t('accountNo')
      : !account
        ? t('accountNew')
        : account.isPhoneOther
          ? t('accountOther')
          : t('accountRaise', { level: account.level })

const PersonPanel = ({ app }: { app: CardApplication }) => {
  const { register, lost } = app
  return (
    <section class="card level2-side" aria-label={t('who')}>
      <div class="who">
        <Portrait
          name={register?.fullName ?? ''}
          src={register?.portrait ?? undefined}
          shape="card"
          size={66}
        />
        <p>
          <b>{register?.fullName ?? '–'}</b>
          <span class="figures">{groupPersonalNumber(app.personalNumber)}</span>
        </p>
      </div>
      {!register && (
        <Notice isQuiet tone="danger">
          {t('nobody')}
        </Notice>
      )}
      {register && !register.isAlive && (
        <Notice isQuiet tone="danger">
          {t('dead')}
        </Notice>
      )}
      <DataPairs
        pairs={[
          { label: t('born'), value: register ? dateVN(register.birthDate) : '–' },
          { label: t('residence'), value: register?.residence ?? '–' },
          { label: t('card'), value: presentCard(register?.card ?? null) },
          {
            label: t('reason'),
            value: reasonWords(app.reason),
            ...(lost ? { note: t('lost', { day: dateVN(lost.on), where: lost.where }) } : {}),
          },
          {
            label: t('until'),
            value: app.wouldExpireOn ? dateVN(app.card?.expiresOn ?? app.wouldExpireOn) : t('noEnd'),
          },
          {
            label: t('fee'),
            value: app.fee_vnd > 0 ? moneyVN(app.fee_vnd) : t('free'),
            ...(app.feeReceipt ? { note: app.feeReceipt } : {}),
          },
        ]}
      />
      <section class="side-box">
        <h3>
          <Icon of={personIcon} size={20} />
          {t('account')}
        </h3>
        <p>{accountLine(app)}</p>
      </section>
    </section>
  )
}

type Key =
  | 'contact'
  | 'portrait'
  | 'prints'
  | 'feePaid'
  | 'consent'
  | 'second'
  | 'changes'
  | 'print'
  | 'receive'
  | 'recipient'
  | 'chip'
  | 'receipt'
const order = ['open', 'waiting-second', 'accepted', 'printed', 'ready', 'handed-over'] as const
const stageOf: Readonly<Record<Key, number>> = {
  contact: 0,
  portrait: 0,
  prints: 0,
  feePaid: 0,
  consent: 0,
  second: 1,
  changes: 2,
  print: 2,
  receive: 3,
  recipient: 4,
  chip: 4,
  receipt: 4,
}

const isDone = (app: CardApplication, key: Key): boolean => {
  const at = order.findIndex((state) => state === app.state)
  if (at !== stageOf[key]) {
    return at > stageOf[key]
  }
  const left = app.remaining as readonly string[]
  return key === 'contact'
    ? !left.includes('contact') && !left.includes('code')
    : key === 'feePaid'
      ? !left.includes('fee')
      : !left.includes(key)
}

const Remaining = ({ app }: { app: CardApplication }) => {
  const keys: Key[] = [
    'contact',
    'portrait',
    'prints',
    ...(app.fee_vnd > 0 ? ['feePaid' as const] : []),
    'consent',
    ...(app.state === 'waiting-second' || app.exceptions.length > 0 ? ['second' as const] : []),
    ...(app.changes.some(({ differs, caseId }) => differs || caseId) ? ['changes' as const] : []),
    'print',
    'receive',
    'recipient',
    'chip',
    'receipt',
  ]
  const next = keys.find((key) => !isDone(app, key))
  return (
    <section>
      <h2>{t('left')}</h2>
      <ul class="todo">
        {keys.map((key) => {
          const state = isDone(app, key) ? 'done' : key === next ? 'now' : 'open'
          return (
            <li key={key} class={`is-${state}`}>
              <i aria-hidden="true">{state === 'done' && <Icon of={check} size={14} />}</i>
              <span>
                {t(key)}
                {state !== 'open' && <span class="unseen">, {t(state === 'done' ? 'isDone' : 'isNow')}</span>}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const isOver = ({ state }: CardApplication): boolean =>
  state === 'refused' || state === 'withdrawn' || state === 'handed-over'

const SidePanel = ({ app, prompt }: { app: CardApplication; prompt: Prompt | null }) => (
  <section class="card level2-side level2-right" aria-label={t('left')}>
    <div class="due-box">
      <Icon of={clock} size={22} />
      <p>
        <b>{t('due', { day: dayVN(app.dueAt) })}</b>
        <span>{t('law')}</span>
        {!isOver(app) && app.state !== 'ready' && <Due dueAt={app.dueAt} />}
      </p>
    </div>
    {!isOver(app) && <Remaining app={app} />}
    {prompt && (
      <section class="side-box">
        <h3>
          <Icon of={monitor} size={20} />
          {t('says')}
        </h3>
        <p class="said">“{prompt[language()]}”</p>
        <ScreenPanel prompt={prompt} />
      </section>
    )}
  </section>
)

const listOf = ({ state }: CardApplication): string =>
  state === 'waiting-second'
    ? '/cards/decide'
    : state === 'accepted'
      ? '/cards/print'
      : state === 'printed' || state === 'ready'
        ? '/cards/hand-over'
        : '/cards'
export const leave = (app: CardApplication) => navigate(listOf(app))

export const CardFrame = ({
  app,
  head,
  children,
  actions,
  prompt = null,
  keys = [],
}: {
  app: CardApplication
  head?: ComponentChildren
  children: ComponentChildren
  actions?: ComponentChildren
  prompt?: Prompt | null
  keys?: readonly KeyWords[]
}) => {
  const title = t('title', { kind: kindWords(app.kind).toLowerCase() })
  return (
    <CounterFrame
      title={title}
      keys={[...keys, ['Esc', t('back')]]}
      foot={
        <>
          <Button kind="quiet" icon={arrowLeft} shortcut="Esc" onPress={() => leave(app)}>
            {t('back')}
          </Button>
          {actions}
        </>
      }
    >
      <PageHead
        title={title}
        beside={
          <>
            <Pill tone="cham">{app.reference}</Pill>
            <Pill tone={app.state === 'refused' ? 'son' : app.state === 'handed-over' ? 'ok' : 'jade'}>
              {stateWords(app.state)}
            </Pill>
          </>
        }
      />
      {head}
      <div class="level2">
        <PersonPanel app={app} />
        <div class="level2-middle" data-step>
          {children}
        </div>
        <SidePanel app={app} prompt={prompt} />
      </div>
    </CounterFrame>
  )
}
