// Who applies for a card, by the register, and what becomes of her account.
import { now } from '../../../ui/clock.ts'
import { DataPairs } from '../../../ui/data-pairs.tsx'
import { dateVN, groupPersonalNumber, isoDayVN, moneyVN } from '../../../ui/format.ts'
import { Icon, person as personIcon } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Portrait } from '../../../ui/portrait.tsx'
import { reasonWords } from '../words/card-kinds.ts'
import { accountWords, cardStateWords, type CardApplication } from './card-words.ts'

const t = phrases({
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
})

/** A card that the register still calls valid has ended all the same once its day is past. */
const presentCard = (card: NonNullable<CardApplication['register']>['card']): string => {
  if (!card) {
    return t('noCard')
  }
  const isPast = card.state === 'valid' && card.expiresOn !== null && card.expiresOn < isoDayVN(now())
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

export const PersonPanel = ({ app }: { app: CardApplication }) => {
  const { register, lost } = app
  return (
    <section class="card desk-side" aria-label={t('who')}>
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
