// At home, fetched beside the card: whoever waits for her agreement, and her dossiers that are under way.
import type { ListOwnDossiers } from '../../../../contract/dossiers.ts'
import { useLoad } from '../../../client/press.ts'
import { Row, Rows } from '../../../ui/card.tsx'
import { isoDayVN } from '../../../ui/format.ts'
import { now } from '../../../ui/clock.ts'
import { signature } from '../../../ui/icons.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { hrefTo } from '../../../ui/router.tsx'
import { serviceIcon } from '../services/service-words.ts'
import { ownView, useSession } from '../shell/session.ts'
import { stateWords, todoWords } from './dossier-words.ts'

const t = phrases({
  asked: { vi: 'Có người xin ý kiến bạn', en: 'Somebody asks you to agree' },
  askedMore: { vi: 'Bạn xem rồi mới quyết định', en: 'You look first, and then decide' },
  left: { vi: 'Còn {days} ngày', en: '{days} days left' },
  today: { vi: 'Trả hôm nay', en: 'Due today' },
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
})
/** More would push the rest of home off the screen; all of them are one press away. */
const MOST = 2
const DAY_ms = 86_400_000

const read = async () => {
  const dossiers = await ownView<typeof ListOwnDossiers>('dossiers.own', {})
  const open = dossiers.items.filter(({ endedAt }) => endedAt === null)
  return {
    // What she has to do stands first.
    dossiers: open.toSorted((a, b) => Number(b.todo !== null) - Number(a.todo !== null)).slice(0, MOST),
  }
}

type Face = Awaited<ReturnType<typeof read>>['dossiers'][number]

const Mark = ({ face: { todo, dueAt, isOverdue } }: { face: Face }) => {
  if (todo !== null) {
    return <Pill tone="gold">{todoWords(todo)}</Pill>
  }
  if (isOverdue) {
    return <Pill tone="son">{t('overdue')}</Pill>
  }
  if (dueAt === null) {
    return null
  }
  const days = Math.round((Date.parse(isoDayVN(dueAt)) - Date.parse(isoDayVN(now()))) / DAY_ms)
  return <Pill tone="jade">{days <= 0 ? t('today') : t('left', { days })}</Pill>
}

/** A refusal is told where they are looked at; home says nothing of it. */
export default function HomeDossiers() {
  const { me } = useSession()
  const { data } = useLoad(read)
  const asked = me?.waitingConsents ?? 0
  if (!data || asked + data.dossiers.length === 0) {
    return null
  }
  return (
    <Rows>
      {asked > 0 && (
        <Row
          icon={signature}
          tone="gold"
          title={t('asked')}
          detail={t('askedMore')}
          href={hrefTo('/agree')}
          end={<Pill tone="gold">{asked}</Pill>}
        />
      )}
      {data.dossiers.map((face) => (
        <Row
          key={face.reference}
          icon={serviceIcon(face.icon)}
          tone={face.todo === null ? 'jade' : 'gold'}
          title={inLanguage(face.title)}
          detail={stateWords(face.state)}
          end={<Mark face={face} />}
          href={hrefTo(`/dossiers/${face.reference}`)}
        />
      ))}
    </Rows>
  )
}
