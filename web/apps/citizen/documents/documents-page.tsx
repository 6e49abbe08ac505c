// All documents in the open wallet: the identity card, then those of other registers, several of one kind on
// one stack; found by a word, narrowed to what needs something.
import './documents.css'
import { useState } from 'preact/hooks'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Status } from '../../../ui/attention.tsx'
import { IconButton, LinkButton } from '../../../ui/button.tsx'
import { cx } from '../../../ui/class-names.ts'
import { now } from '../../../ui/clock.ts'
import { Field } from '../../../ui/field.tsx'
import { card as cardIcon, chevronDown, Icon, plus, search, shield, wallet } from '../../../ui/icons.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { CitizenNav } from '../shell/citizen-nav.tsx'
import { Screen } from '../shell/screen.tsx'
import { useSession } from '../shell/session.ts'
import { Chip, DocumentStrip } from './document-face.tsx'
import { documentIcons } from './document-icons.ts'
import { byKind, isAskedOf, isFound, standingOf, type Held } from './own-documents.ts'
import { shortStanding, standingLooks } from './standing-words.ts'
import { useDocuments } from './use-documents.ts'
import { WardConsent } from './ward-consent.tsx'

const t = phrases({
  title: { vi: 'Tất cả giấy tờ', en: 'All documents' },
  add: { vi: 'Thêm giấy tờ', en: 'Add a document' },
  find: { vi: 'Tìm trong ví', en: 'Search the wallet' },
  findHint: { vi: 'Tên giấy tờ, số, biển số xe', en: 'Name of a document, a number, a plate' },
  all: { vi: 'Tất cả · {count}', en: 'All · {count}' },
  needs: { vi: 'Cần xem · {count}', en: 'Needs a look · {count}' },
  show: { vi: 'Hiện', en: 'Show' },
  card: { vi: 'Căn cước', en: 'Identity card' },
  cardMore: { vi: 'Xuất trình và xem đủ thông tin', en: 'Show it, and see all of it' },
  level: { vi: 'Mức {level}', en: 'Level {level}' },
  several: { vi: '{count} thẻ', en: '{count} cards' },
  spread: { vi: 'Chạm để xoè chồng thẻ', en: 'Press to spread them' },
  fold: { vi: 'Xếp lại', en: 'Put them together' },
  none: { vi: 'Chưa có giấy tờ nào khác', en: 'No other documents yet' },
  noneMore: {
    vi: 'Bằng lái, đăng ký xe, thẻ bảo hiểm y tế… thêm một lần, sau đó tự cập nhật theo nơi cấp.',
    en: 'Driving licence, vehicle registration, health insurance: added once, kept up to date by their agencies.',
  },
  found: { vi: 'Tìm thấy {count} giấy tờ', en: 'Documents found: {count}' },
  notFound: { vi: 'Không có giấy tờ nào khớp', en: 'No document matches' },
  notFoundMore: {
    vi: 'Thử tên khác, hoặc xoá ô tìm để thấy cả ví.',
    en: 'Try another word, or empty the search to see the whole wallet.',
  },
})

const NEEDING = new Set(['missing', 'differs', 'expires-soon', 'expired', 'revoked', 'suspended', 'gone'])

/** On a closed stack the first that needs something is told: it lies under the others. */
const NeedingChip = ({ held }: { held: readonly Held[] }) => {
  const one = held.find((each) => NEEDING.has(standingOf(each, now())))
  return one ? (
    <Chip icon={standingLooks[standingOf(one, now())].icon}>{shortStanding(one, now())}</Chip>
  ) : null
}

/** Several of one kind lie on one stack until it is pressed. */
const Stack = ({ held, isSpread }: { held: readonly Held[]; isSpread: boolean }) => {
  const [isOpen, open] = useState(false)
  const [first] = held
  if (!first) {
    return null
  }
  if (held.length === 1 || isSpread) {
    return (
      <>
        {held.map((one) => (
          <DocumentStrip key={one.own.id} held={one} href={hrefTo(`/documents/${one.own.id}`)} />
        ))}
      </>
    )
  }
  return (
    <div class={cx('stack-of', isOpen && 'is-open')}>
      <button
        type="button"
        class={`face on-dark face-${first.type.colour}`}
        aria-expanded={isOpen}
        onClick={() => open(!isOpen)}
      >
        <span class="face-head">
          <Icon of={documentIcons[first.type.icon]} size={22} />
          <b>{inLanguage(first.type.title)}</b>
          {!isOpen && <NeedingChip held={held} />}
          <span class="face-chip is-quiet">{t('several', { count: held.length })}</span>
        </span>
        <span class="face-line stack-word">
          <Icon of={chevronDown} size={18} />
          {t(isOpen ? 'fold' : 'spread')}
        </span>
      </button>
      {isOpen &&
        held.map((one) => (
          <DocumentStrip key={one.own.id} held={one} href={hrefTo(`/documents/${one.own.id}`)} />
        ))}
    </div>
  )
}

const IdentityStrip = () => {
  const { held, me } = useSession()
  return (
    <a class="face on-dark face-jade" href={hrefTo(me?.acting ? '/wallet' : '/present')}>
      <span class="face-head">
        <Icon of={cardIcon} size={22} />
        <b>{t('card')}</b>
        {(held ?? me) && (
          <Chip icon={shield} isQuiet>
            {t('level', { level: held?.card.level ?? me?.level ?? 1 })}
          </Chip>
        )}
      </span>
      <span class="face-line">{t('cardMore')}</span>
    </a>
  )
}

type Narrowing = 'all' | 'needs'
const Narrow = ({
  current,
  counts,
  onNarrow,
}: {
  current: Narrowing
  counts: Readonly<Record<Narrowing, number>>
  onNarrow: (to: Narrowing) => void
}) => (
  <div class="narrow-chips" role="group" aria-label={t('show')}>
    {(['all', 'needs'] as const).map((one) => (
      <button key={one} type="button" aria-pressed={one === current} onClick={() => onNarrow(one)}>
        {t(one, { count: counts[one] })}
      </button>
    ))}
  </div>
)

const Deck = ({ held }: { held: readonly Held[] }) => {
  const [asked, ask] = useState('')
  const [narrowing, narrow] = useState<Narrowing>('all')
  const needing = held.filter((one) => NEEDING.has(standingOf(one, now())))
  const shown = (narrowing === 'needs' ? needing : held).filter((one) => isFound(one, asked))
  const isNarrowed = asked.trim() !== '' || narrowing !== 'all'
  const isCardShown = narrowing === 'all' && isAskedOf([t('card'), 'Căn cước'], asked)
  const count = shown.length + (isCardShown ? 1 : 0)
  return (
    <>
      {held.length > 1 && (
        <>
          <Field
            id="find-document"
            type="search"
            label={t('find')}
            hint={t('findHint')}
            value={asked}
            onValue={ask}
          />
          <Narrow
            current={narrowing}
            counts={{ all: held.length + 1, needs: needing.length }}
            onNarrow={narrow}
          />
        </>
      )}
      <Status as="div" class="found">
        {isNarrowed && count > 0 && <p class="quiet">{t('found', { count })}</p>}
        {count === 0 && (
          <EmptyState icon={search} title={t('notFound')}>
            {t('notFoundMore')}
          </EmptyState>
        )}
      </Status>
      {isCardShown && <IdentityStrip />}
      {byKind(shown).map((ofKind) => (
        <Stack key={ofKind[0]?.type.id} held={ofKind} isSpread={isNarrowed} />
      ))}
      {held.length === 0 && (
        <EmptyState
          icon={wallet}
          title={t('none')}
          action={
            <LinkButton kind="primary" icon={plus} href={hrefTo('/documents/add')}>
              {t('add')}
            </LinkButton>
          }
        >
          {t('noneMore')}
        </EmptyState>
      )}
    </>
  )
}

export default function DocumentsPage() {
  const { data, problem, reload, needsConsent } = useDocuments()
  return (
    <Screen
      title={t('title')}
      nav={<CitizenNav current="wallet" />}
      head={
        <TopBar
          title={t('title')}
          back={hrefTo('/wallet')}
          end={<IconButton icon={plus} label={t('add')} href={hrefTo('/documents/add')} />}
        />
      }
    >
      {needsConsent && <WardConsent onConsent={reload} />}
      {problem && !needsConsent && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <Skeleton lines={4} />}
      {data && <Deck held={data.held} />}
    </Screen>
  )
}
