// Several dossiers of one service received at once: complete, with nothing that differs. Each is a request of
// its own; what could not be received is named, the others stand.
import { useState } from 'preact/hooks'
import type { ReceiveDossier } from '../../../../contract/dossier-work.ts'
import { deed } from '../../../client/call.ts'
import { usePress } from '../../../client/press.ts'
import { asProblem } from '../../../client/problem.ts'
import { Status } from '../../../ui/attention.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { Checkbox } from '../../../ui/switch.tsx'
import { orSignIn } from '../shell/officer.ts'
import type { Listed } from './dossier.ts'
import { nameOf } from './dossier-words.ts'

const t = phrases({
  title: { vi: 'Tiếp nhận {n} hồ sơ?', en: 'Receive {n} dossiers?' },
  what: {
    vi: '{title}. Từng người được báo hồ sơ đã tiếp nhận và hạn trả; đồng hồ của từng hồ sơ bắt đầu chạy.',
    en: '{title}. Each person is told that it was received and by when; the clock of each begins.',
  },
  back: { vi: 'Xem lại', en: 'Look again' },
  close: { vi: 'Đóng', en: 'Close' },
  go: { vi: 'Tiếp nhận {n} hồ sơ', en: 'Receive {n} dossiers' },
  progress: { vi: 'Đã gửi {n} trên {of}', en: '{n} of {of} sent' },
  allDone: { vi: 'Đã tiếp nhận {n} hồ sơ.', en: '{n} dossiers were received.' },
  failed: { vi: '{n} hồ sơ chưa tiếp nhận được', en: '{n} dossiers could not be received' },
})

interface Failure {
  readonly row: Listed
  readonly why: string
}

const useBulk = (rows: readonly Listed[]) => {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [sent, setSent] = useState(0)
  const [failures, setFailures] = useState<readonly Failure[] | null>(null)
  const sending = usePress()
  const chosen = rows.filter(({ reference }) => !left.has(reference))
  const send = () =>
    sending.press(async () => {
      const failed: Failure[] = []
      for (const row of chosen) {
        // One after the other: the desk sees how far it is, and the office's line is not flooded.
        await orSignIn(
          deed<typeof ReceiveDossier>('dossiers.receive', { reference: row.reference, verdict: 'receive' }),
        ).catch((error: unknown) => failed.push({ row, why: asProblem(error).detail }))
        setSent((n) => n + 1)
      }
      setFailures(failed)
    })
  const tick = (reference: string, isIn: boolean) =>
    setLeft((before) => {
      const after = new Set(before)
      if (isIn) {
        after.delete(reference)
      } else {
        after.add(reference)
      }
      return after
    })
  return { left, tick, chosen, sent, failures, send, isBusy: sending.isBusy }
}

const Failures = ({ failures }: { failures: readonly Failure[] }) => (
  <Notice tone="danger" title={t('failed', { n: failures.length })}>
    <ul class="dos-failures">
      {failures.map(({ row, why }) => (
        <li key={row.reference}>
          <b>{nameOf(row)}</b> <span class="nowrap">{row.reference}</span>: {why}
        </li>
      ))}
    </ul>
  </Notice>
)

const Choice = ({
  rows,
  onClose,
  onDone,
}: {
  rows: readonly Listed[]
  onClose: () => void
  onDone: () => void
}) => {
  const { left, tick, chosen, sent, failures, send, isBusy } = useBulk(rows)
  const [first] = rows
  const done = failures === null ? 0 : chosen.length - failures.length
  return (
    <>
      {first && failures === null && <p>{t('what', { title: inLanguage(first.title) })}</p>}
      {failures === null ? (
        <div>
          {rows.map((row) => (
            <Checkbox
              key={row.reference}
              id={`receive-${row.reference}`}
              label={nameOf(row)}
              detail={row.reference}
              isOn={!left.has(row.reference)}
              onSwitch={(isIn) => !isBusy && tick(row.reference, isIn)}
            />
          ))}
        </div>
      ) : (
        <>
          {done > 0 && <Notice tone="ok">{t('allDone', { n: done })}</Notice>}
          {failures.length > 0 && <Failures failures={failures} />}
        </>
      )}
      <Status class="quiet">{isBusy ? t('progress', { n: sent, of: chosen.length }) : ''}</Status>
      <div class="search-acts">
        <Button onPress={onClose}>{t(failures === null ? 'back' : 'close')}</Button>
        {failures === null && (
          <Button
            kind="primary"
            isBusy={isBusy}
            isDisabled={chosen.length === 0}
            onPress={() => void send().then(onDone)}
          >
            {t('go', { n: chosen.length })}
          </Button>
        )}
      </div>
    </>
  )
}

/** `rows`: null while it is closed. */
export const BulkReceive = ({
  rows,
  onClose,
  onDone,
}: {
  rows: readonly Listed[] | null
  onClose: () => void
  onDone: () => void
}) => (
  <Dialog isOpen={rows !== null} onClose={onClose} title={t('title', { n: rows?.length ?? 0 })}>
    {rows && <Choice rows={rows} onClose={onClose} onDone={onDone} />}
  </Dialog>
)
