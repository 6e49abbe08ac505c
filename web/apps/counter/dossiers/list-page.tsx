// The office's dossiers of one list, by what has to be done next. Looking at the list opens no dossier: that
// is a step of its own, which its person sees.
import './dossiers.css'
import { Button } from '../../../ui/button.tsx'
import { PageHead } from '../../../ui/console-frame.tsx'
import { check, dossier } from '../../../ui/icons.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { usePlace } from '../../../ui/router.tsx'
import { EmptyState } from '../../../ui/waiting.tsx'
import { useState } from 'preact/hooks'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { useKeys } from '../shell/keys.ts'
import { officer } from '../shell/officer.ts'
import { BulkReceive } from './bulk-receive.tsx'
import { dossierLists, listOfPath, type DossierList, type Listed } from './dossier.ts'
import { listTitles, taskOf } from './dossier-words.ts'
import { useList } from './lists.ts'
import { receivableAtOnce } from './next-actions.ts'
import { Rail, railKeys } from './rail.tsx'

const t = phrases({
  waiting: { vi: '{n} hồ sơ', en: '{n} dossiers' },
  late: { vi: '{n} quá hạn', en: '{n} overdue' },
  choose: { vi: 'Chọn một hồ sơ để mở', en: 'Choose a dossier to open' },
  chooseWhy: {
    vi: 'Mở hồ sơ để lại một dòng trong nhật ký của người nộp: đơn vị nào, lúc nào, để làm gì. Phím J, K đi trong danh sách; Enter mở.',
    en: "Opening a dossier leaves a line in its person's log: which office, when and for what. J and K go through the list; Enter opens.",
  },
  'none-receive': { vi: 'Không có hồ sơ nào chờ tiếp nhận', en: 'No dossier waits to be received' },
  'none-work': { vi: 'Không có hồ sơ nào cần giải quyết', en: 'No dossier has to be worked on' },
  'none-decide': { vi: 'Không có hồ sơ nào chờ duyệt', en: 'No dossier waits for a decision' },
  'none-waiting': { vi: 'Không có hồ sơ nào đang chờ', en: 'No dossier is waiting' },
  noneWhy: {
    vi: 'Hồ sơ mới tự hiện ở đây, hồ sơ sắp đến hạn ở trên cùng.',
    en: 'New dossiers appear here by themselves, those due first on top.',
  },
  move: { vi: 'xuống, lên trong danh sách', en: 'down, up in the list' },
  open: { vi: 'mở hồ sơ', en: 'open the dossier' },
  atOnce: { vi: 'Tiếp nhận cùng lúc', en: 'Receive at once' },
  atOnceWhy: {
    vi: 'Các hồ sơ này đủ giấy tờ và không có chỗ nào khác sổ.',
    en: 'These are complete, and nothing in them differs from the register.',
  },
  receiveAll: { vi: 'Tiếp nhận {n} hồ sơ: {title}', en: 'Receive {n}: {title}' },
})

const firstOf = (tasks: readonly string[]): DossierList =>
  dossierLists.find((which) => tasks.includes(taskOf[which])) ?? 'work'

/** What can be done with several at once; each is still a deed, a line and a letter of its own. */
const AtOnce = ({
  groups,
  onOpen,
}: {
  groups: readonly (readonly Listed[])[]
  onOpen: (rows: readonly Listed[]) => void
}) =>
  groups.length === 0 ? null : (
    <section class="card stack dos-at-once">
      <h2>{t('atOnce')}</h2>
      <p class="quiet">{t('atOnceWhy')}</p>
      {groups.map((rows) => {
        const [first] = rows
        return (
          first && (
            <Button key={first.procedure} size="small" icon={check} onPress={() => onOpen(rows)}>
              {t('receiveAll', { n: rows.length, title: inLanguage(first.title) })}
            </Button>
          )
        )
      })}
    </section>
  )

const DossiersPage = () => {
  const { path } = usePlace()
  const here = officer.use()
  const which = listOfPath(path) ?? firstOf(here?.tasks ?? [])
  const pages = useList(which)
  const [bulk, openBulk] = useState<readonly Listed[] | null>(null)
  useKeys(railKeys)
  const n = pages.items.length
  const late = pages.items.filter(({ isOverdue }) => isOverdue).length
  const isEmpty = n === 0 && !pages.isLoading && !pages.problem
  return (
    <CounterFrame
      title={listTitles(which)}
      keys={[
        ['J K', t('move')],
        ['Enter', t('open')],
      ]}
    >
      <PageHead
        title={listTitles(which)}
        beside={
          n > 0 && (
            <>
              <Pill tone="jade">{t('waiting', { n })}</Pill>
              {late > 0 && <Pill tone="son">{t('late', { n: late })}</Pill>}
            </>
          )
        }
      />
      <div class="dos-desk is-list">
        <Rail which={which} pages={pages} />
        <div class="dos-main">
          {which === 'receive' && <AtOnce groups={receivableAtOnce(pages.items)} onOpen={openBulk} />}
          <EmptyState icon={isEmpty ? check : dossier} title={t(isEmpty ? `none-${which}` : 'choose')}>
            {t(isEmpty ? 'noneWhy' : 'chooseWhy')}
          </EmptyState>
        </div>
      </div>
      <BulkReceive rows={bulk} onClose={() => openBulk(null)} onDone={pages.reload} />
    </CounterFrame>
  )
}

export default DossiersPage
