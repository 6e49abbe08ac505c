// The consent itself: for what, what the party must have, what is hers to give or keep, for how long, by
// which law; and two buttons that are equally easy to press.
import { useState } from 'preact/hooks'
import { announce } from '../../../ui/attention.tsx'
import { Button } from '../../../ui/button.tsx'
import { now } from '../../../ui/clock.ts'
import { timeOrDayVN } from '../../../ui/format.ts'
import { clock, dossier, eye, Icon, shield } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { Rich } from '../../../ui/rich.tsx'
import { Optional, Required } from './asked-parts.tsx'
import { choose, givenOf, leastOf, showingOf, type Asked, type Part } from './asked.ts'
import { claimTitle, claimValue, insteadOf, lowerFirst, typeTitle, type Types } from './claim-text.ts'
import type { Told } from './read-signed.ts'
import { WhoAsks } from './who-asks.tsx'

const t = phrases({
  purpose: { vi: 'Để **{purpose}**.', en: 'To **{purpose}**.' },
  reference: { vi: 'Mã yêu cầu **{reference}**.', en: 'Reference **{reference}**.' },
  until: {
    vi: 'Trả lời trước {time}. Sau đó yêu cầu tự huỷ.',
    en: 'Answer before {time}. After that it lapses.',
  },
  law: { vi: 'Căn cứ: {law}', en: 'By: {law}' },
  retention: { vi: 'Tất cả các mục: {retention}', en: 'All items: {retention}' },
  along: {
    vi: 'Kèm theo mỗi giấy tờ: nơi cấp, hạn dùng và chữ ký số, để họ biết là thật. Sen chuyển đi mà không đọc được.',
    en: 'With each document goes who issued it, until when it holds, and its signature, so that it can be believed. Sen carries it and cannot read it.',
  },
  logged: {
    vi: 'Lần chia sẻ này được ghi vào **Ai đã xem dữ liệu của tôi**. Bạn có thể rút lại bất cứ lúc nào.',
    en: 'This is recorded in **Who looked at my data**. You can take it back at any time.',
  },
  scam: { vi: 'Có ai đang gọi bảo bạn bấm? Dừng lại.', en: 'Is a caller telling you to press? Stop.' },
  scamMore: { vi: 'Công an không hướng dẫn qua điện thoại.', en: 'The police never guide you by phone.' },
  choose: {
    vi: 'Họ cần thêm ít nhất một mục: bạn chọn mục nào?',
    en: 'They need at least one more item: which do you choose?',
  },
  refuse: { vi: 'Từ chối', en: 'Refuse' },
  share: { vi: 'Chia sẻ {count} mục', en: 'Share {count} items' },
  shareOne: { vi: 'Chia sẻ 1 mục', en: 'Share 1 item' },
  will: { vi: 'Sẽ chia sẻ {count} mục', en: '{count} items will be shared' },
})

export interface Consent {
  readonly told: Told
  readonly asked: Asked
  readonly types: Types
}

/** One document that is shown without a claim counts as one. */
const countOf = (parts: readonly Part[]): number =>
  parts.reduce((sum, { claims, holds }) => sum + claims.length + holds.length, 0)

const Why = ({ told: { purpose, reference, expiresAt } }: { told: Told }) => (
  <div class="share-why">
    <p class="lead">
      <Rich text={t('purpose', { purpose: lowerFirst(inLanguage(purpose.words)) })} />{' '}
      {reference !== null && <Rich text={t('reference', { reference })} />}
    </p>
    <p class="quiet">
      <Icon of={clock} size={18} />
      <span>{t('until', { time: timeOrDayVN(expiresAt, now()) })}</span>
    </p>
  </div>
)

const Facts = ({ told: { purpose } }: { told: Told }) => (
  <ul class="share-facts">
    <li>
      <Icon of={dossier} size={20} />
      <span>
        {t('law', { law: inLanguage(purpose.law) })}
        <br />
        {t('retention', { retention: lowerFirst(inLanguage(purpose.retention.words)) })}
      </span>
    </li>
    <li>
      <Icon of={shield} size={20} />
      <span>{t('along')}</span>
    </li>
    <li>
      <Icon of={eye} size={20} />
      <span>
        <Rich text={t('logged')} />
      </span>
    </li>
  </ul>
)

/** What she decides, kept while the passcode is asked for; nothing while it is not known what is asked. */
export const useChoice = (asked: Asked | null) => {
  const [pressed, set] = useState<ReadonlySet<string> | null>(null)
  const chosen = pressed ?? (asked ? leastOf(asked) : new Set<string>())
  const given = asked ? givenOf(asked, chosen) : []
  const turn = (part: Part, isOn: boolean) => {
    if (asked) {
      const next = choose(asked, chosen, part.key, isOn)
      set(next)
      announce(t('will', { count: countOf(givenOf(asked, next)) }))
    }
  }
  /** Of some things she has to choose one before there is an answer. */
  const isAnswer = asked !== null && given.length > 0 && showingOf(asked, chosen) !== null
  return { chosen, given, turn, isAnswer }
}
export type Choice = ReturnType<typeof useChoice>

export const ConsentBody = ({ told, asked, types, choice }: Consent & { choice: Choice }) => {
  const must = asked.parts.filter(({ isRequired }) => isRequired)
  const may = asked.parts.filter(({ isRequired }) => !isRequired)
  return (
    <>
      <WhoAsks party={told.party} />
      <Why told={told} />
      {must.length > 0 && (
        <Required
          retention={inLanguage(told.purpose.retention.words)}
          parts={must}
          types={types}
          given={choice.given}
        />
      )}
      {may.length > 0 && (
        <Optional
          parts={may}
          types={types}
          given={choice.given}
          chosen={choice.chosen}
          onSwitch={choice.turn}
        />
      )}
      <Facts told={told} />
    </>
  )
}

export const ConsentAction = ({
  choice: { given, isAnswer },
  isBusy,
  onRefuse,
  onShare,
}: {
  choice: Choice
  isBusy: boolean
  onRefuse: () => void
  onShare: () => void
}) => {
  const count = countOf(given)
  return (
    <>
      <Notice isQuiet tone="danger" title={t('scam')}>
        {t('scamMore')}
      </Notice>
      {!isAnswer && <p class="quiet">{t('choose')}</p>}
      <div class="share-buttons">
        <Button isBusy={isBusy} onPress={onRefuse}>
          {t('refuse')}
        </Button>
        <Button kind="primary" isDisabled={!isAnswer} onPress={onShare}>
          {count === 1 ? t('shareOne') : t('share', { count })}
        </Button>
      </div>
    </>
  )
}

/** What the party gets, in one breath. */
export const givenText = (given: readonly Part[], types: Types): string =>
  given
    .flatMap(({ claims, holds }) => [
      ...claims.map((claim) =>
        insteadOf(claim, types) === null ? claimTitle(claim, types) : claimValue(claim, types),
      ),
      ...holds.map((type) => typeTitle(type, types)),
    ])
    .join(', ')
