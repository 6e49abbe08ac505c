// Cases begun at this counter and put aside: gone on with where they were left, or thrown away after a
// question.
import '../../../ui/card.css'
import { useState } from 'preact/hooks'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { PageHead } from '../../../ui/console-frame.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { dateTimeVN } from '../../../ui/format.ts'
import { pencil, trash } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { hrefTo } from '../../../ui/router.tsx'
import { EmptyState } from '../../../ui/waiting.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { drafts, dropDraft, type Draft } from '../case/drafts.ts'

const t = phrases({
  title: { vi: 'Bản nháp', en: 'Drafts' },
  what: {
    vi: 'Hồ sơ đang làm dở trên máy này, được mã hoá và chỉ bạn mở được. Bản nháp không tự gửi đi; hồ sơ đã gửi khi mất mạng nằm ở trang Chờ gửi.',
    en: 'Cases begun on this machine, encrypted, opened only by you. A draft is never sent by itself; cases sent while the line was down are on the outbox page.',
  },
  none: { vi: 'Không có bản nháp nào', en: 'There are no drafts' },
  noneWhy: {
    vi: 'Mỗi bước của một hồ sơ được lưu nháp ngay khi bạn làm.',
    en: 'Each step of a case is saved here as you do it.',
  },
  unnamed: { vi: 'Chưa đọc thẻ', en: 'Card not read yet' },
  'level-2': { vi: 'Đăng ký mức 2', en: 'Level-2 registration' },
  step: { vi: 'Bước {step} trên {steps}', en: 'Step {step} of {steps}' },
  saved: { vi: 'Lưu lúc {moment}', en: 'Saved {moment}' },
  goOn: { vi: 'Làm tiếp', en: 'Go on' },
  drop: { vi: 'Bỏ', en: 'Discard' },
  dropTitle: { vi: 'Bỏ bản nháp của {name}?', en: 'Discard the draft of {name}?' },
  dropWhat: {
    vi: 'Những gì đã ghi trên máy này bị xoá hẳn. Bước nào đã lên máy chủ thì vẫn còn ở đó.',
    en: 'What was written on this machine is destroyed. Steps that reached the server stay there.',
  },
  keep: { vi: 'Giữ lại', en: 'Keep it' },
})

const nameOf = ({ title }: Draft): string => title || t('unnamed')

const DraftRow = ({ draft, onDrop }: { draft: Draft; onDrop: () => void }) => (
  <li class="desk-row">
    <div>
      <b>{nameOf(draft)}</b>
      <small>
        {t(draft.kind)} · {t('saved', { moment: dateTimeVN(draft.savedAt) })}
      </small>
    </div>
    <Pill tone="jade">{t('step', { step: draft.step, steps: draft.steps })}</Pill>
    <span class="desk-row-end">
      <Button
        size="small"
        kind="quiet"
        icon={trash}
        label={`${t('drop')}: ${nameOf(draft)}`}
        onPress={onDrop}
      >
        {t('drop')}
      </Button>
      <LinkButton size="small" kind="primary" href={hrefTo(draft.href)}>
        {t('goOn')}
      </LinkButton>
    </span>
  </li>
)

const DraftsPage = () => {
  const all = drafts.use()
  const [dropping, drop] = useState<Draft | null>(null)
  return (
    <CounterFrame title={t('title')}>
      <PageHead title={t('title')} beside={all.length > 0 && <Pill tone="jade">{all.length}</Pill>} />
      <Notice isQuiet>{t('what')}</Notice>
      {all.length === 0 ? (
        <div class="card">
          <EmptyState icon={pencil} title={t('none')}>
            {t('noneWhy')}
          </EmptyState>
        </div>
      ) : (
        <ul class="desk-rows">
          {all.map((draft) => (
            <DraftRow key={draft.id} draft={draft} onDrop={() => drop(draft)} />
          ))}
        </ul>
      )}
      <Dialog
        isOpen={dropping !== null}
        onClose={() => drop(null)}
        title={dropping ? t('dropTitle', { name: nameOf(dropping) }) : ''}
        actions={
          <>
            <Button onPress={() => drop(null)}>{t('keep')}</Button>
            <Button
              kind="danger"
              onPress={() => {
                if (dropping) {
                  void dropDraft(dropping.id)
                }
                drop(null)
              }}
            >
              {t('drop')}
            </Button>
          </>
        }
      >
        <p>{t('dropWhat')}</p>
      </Dialog>
    </CounterFrame>
  )
}

export default DraftsPage
