// Dossiers of public services: drafts and what she has to do first, then what is under way, then what ended.
import type { ListOwnDossiers } from '../../../../contract/dossiers.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Button } from '../../../ui/button.tsx'
import { GroupHead, Row, Rows } from '../../../ui/card.tsx'
import { now } from '../../../ui/clock.ts'
import { dateVN, timeOrDayVN } from '../../../ui/format.ts'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { hrefTo } from '../../../ui/router.tsx'
import { serviceIcon } from '../services/service-words.ts'
import { dueText, stateTones, stateWords, todoWords } from './dossier-words.ts'
import type { OwnServiceDossiers } from './use-own-dossiers.ts'

type Face = OutputOf<typeof ListOwnDossiers>['items'][number]

const t = phrases({
  drafts: { vi: 'Bản nháp', en: 'Drafts' },
  saved: { vi: 'Lưu lúc {at} · mở được trên mọi máy của bạn', en: 'Saved at {at}, on every phone of yours' },
  goOn: { vi: 'Làm tiếp', en: 'Go on' },
  todo: { vi: 'Cần bạn làm', en: 'For you to do' },
  open: { vi: 'Đang xử lý', en: 'Under way' },
  ended: { vi: 'Đã xong', en: 'Ended' },
  for: { vi: 'cho {name}', en: 'for {name}' },
  due: { vi: 'Hạn {at}', en: 'Due {at}' },
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  more: { vi: 'Xem thêm', en: 'Show more' },
})

const Mark = ({ face }: { face: Face }) => {
  if (face.todo !== null) {
    return <Pill tone="gold">{todoWords(face.todo)}</Pill>
  }
  if (face.endedAt !== null) {
    return <Pill tone={stateTones[face.state]}>{dateVN(face.endedAt)}</Pill>
  }
  return face.isOverdue ? <Pill tone="son">{t('overdue')}</Pill> : null
}

const DossierRow = ({ face }: { face: Face }) => (
  <Row
    icon={serviceIcon(face.icon)}
    tone={face.todo === null ? 'jade' : 'gold'}
    title={
      face.forName === null
        ? inLanguage(face.title)
        : `${inLanguage(face.title)} ${t('for', { name: face.forName })}`
    }
    detail={
      <>
        {stateWords(face.state)} · <span class="dossier-code">{face.reference}</span>
        {face.endedAt === null && face.dueAt && (
          <>
            <br />
            {t('due', { at: dueText(face.dueAt) })}
          </>
        )}
      </>
    }
    end={<Mark face={face} />}
    href={hrefTo(`/dossiers/${face.reference}`)}
  />
)

const Group = ({ title, faces }: { title: string; faces: readonly Face[] }) =>
  faces.length === 0 ? null : (
    <>
      <GroupHead title={title} />
      <Rows>
        {faces.map((face) => (
          <DossierRow key={face.reference} face={face} />
        ))}
      </Rows>
    </>
  )

export const ServiceDossiers = ({ own }: { own: OwnServiceDossiers }) => {
  const { items, drafts, problem, hasMore, isLoading, more, retry } = own
  return (
    <>
      {problem && <ProblemNotice problem={problem} onRetry={retry} />}
      <Group title={t('todo')} faces={items.filter(({ todo }) => todo !== null)} />
      {drafts.length > 0 && (
        <>
          <GroupHead title={t('drafts')} />
          <Rows>
            {drafts.map(({ procedure, title, icon, savedAt }) => (
              <Row
                key={procedure}
                icon={serviceIcon(icon)}
                tone="neutral"
                title={inLanguage(title)}
                detail={t('saved', { at: timeOrDayVN(savedAt, now()) })}
                end={<Pill>{t('goOn')}</Pill>}
                href={hrefTo(`/services/${procedure}`)}
              />
            ))}
          </Rows>
        </>
      )}
      <Group
        title={t('open')}
        faces={items.filter(({ todo, endedAt }) => todo === null && endedAt === null)}
      />
      <Group
        title={t('ended')}
        faces={items.filter(({ todo, endedAt }) => todo === null && endedAt !== null)}
      />
      {hasMore && (
        <Button isBusy={isLoading} onPress={more}>
          {t('more')}
        </Button>
      )}
    </>
  )
}
