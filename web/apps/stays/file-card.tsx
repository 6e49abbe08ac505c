// A list of guests by file: good lines are taken once, each other one is said with what is wrong.
import { useState } from 'preact/hooks'
import type { ReportStayFile } from '../../../contract/stays.ts'
import type { OutputOf } from '../../../contract/operation.ts'
import { deed } from '../../client/call.ts'
import { usePress } from '../../client/press.ts'
import { ProblemNotice } from '../../kit/problem-notice.tsx'
import { saveBytes } from '../../kit/save-file.ts'
import { rowFaultWords } from '../../kit/stays/stay-words.ts'
import { Status } from '../../ui/attention.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { FileButton } from '../../ui/file-button.tsx'
import { download, dossier, plus } from '../../ui/icons.tsx'
import { phrases } from '../../ui/phrases.ts'
import { Pill } from '../../ui/pill.tsx'
import { orClosed } from './desk.ts'

const t = phrases({
  title: { vi: 'Tệp danh sách', en: 'List by file' },
  lead: {
    vi: 'Tệp CSV theo mẫu, nhiều nhất {rows} dòng. Gửi lại cùng tệp không báo ai hai lần.',
    en: 'A CSV file like the sample, {rows} lines at most. The same file again notifies nobody twice.',
  },
  choose: { vi: 'Chọn tệp', en: 'Choose a file' },
  sample: { vi: 'Tải tệp mẫu', en: 'Save the sample' },
  taken: { vi: '{n} vừa báo', en: '{n} notified' },
  there: { vi: '{n} đã báo trước', en: '{n} notified before' },
  rejected: { vi: '{n} dòng không nhận', en: '{n} lines not taken' },
  rest: {
    vi: 'Các dòng khác đã xong, không phải gửi lại. Sửa những dòng này rồi gửi, hoặc báo từng khách.',
    en: 'The other lines are done. Mend these and send them, or add the guests one by one.',
  },
  line: { vi: 'Dòng {line}: {fault}', en: 'Line {line}: {fault}' },
  large: {
    vi: 'Tệp này quá lớn để là danh sách khách.',
    en: 'This file is too large to be a list of guests.',
  },
})

const COLUMNS = 'ho_ten,ngay_sinh,so_dinh_danh,ho_chieu,quoc_tich,phong,den,di,ly_do'
const SAMPLE = `\uFEFF${COLUMNS}\n`
const LARGEST_bytes = 200_000

type Answer = OutputOf<typeof ReportStayFile>

const Result = ({ name, answer }: { name: string; answer: Answer }) => (
  <div class="stack">
    <p>
      <b>{name}</b>
    </p>
    <p class="file-counts">
      <Pill tone="ok">{t('taken', { n: answer.taken })}</Pill>
      {answer.there > 0 && <Pill tone="neutral">{t('there', { n: answer.there })}</Pill>}
      {answer.rejected.length > 0 && <Pill tone="gold">{t('rejected', { n: answer.rejected.length })}</Pill>}
    </p>
    {answer.rejected.length > 0 && (
      <>
        <p class="quiet">{t('rest')}</p>
        <ul class="file-faults">
          {answer.rejected.map(({ line, fault }) => (
            <li key={line}>{t('line', { line, fault: rowFaultWords(fault) })}</li>
          ))}
        </ul>
      </>
    )}
  </div>
)

export const FileCard = ({ rows, onDone }: { rows: number; onDone: () => void }) => {
  const sending = usePress()
  const [done, setDone] = useState<{ name: string; answer: Answer } | null>(null)
  const [isLarge, setLarge] = useState(false)
  const send = (file: File) => {
    setLarge(file.size > LARGEST_bytes)
    if (file.size <= LARGEST_bytes) {
      void sending.press(async () => {
        const text = await file.text()
        const input = { text }
        const call = deed<typeof ReportStayFile>('stays.report-file', input, { timeout_s: 60 })
        setDone({ name: file.name, answer: await orClosed(call) })
        onDone()
      })
    }
  }
  return (
    <Card title={t('title')} icon={dossier}>
      <div class="stack">
        <p class="quiet">{t('lead', { rows })}</p>
        <FileButton
          icon={plus}
          label={t('choose')}
          accept=".csv,text/csv"
          isBusy={sending.isBusy}
          onFile={send}
        />
        <Button kind="quiet" icon={download} onPress={() => saveBytes('luu-tru.csv', SAMPLE, 'text/csv')}>
          {t('sample')}
        </Button>
        {sending.problem && <ProblemNotice key={sending.refusals} problem={sending.problem} />}
        <Status as="div">
          {isLarge ? t('large') : sending.problem ? null : done && <Result {...done} />}
        </Status>
      </div>
    </Card>
  )
}
