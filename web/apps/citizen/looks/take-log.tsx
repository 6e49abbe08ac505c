// "Download my log": one file with every line and its proof, for somebody else to check.
import type { ExportOwnLog } from '../../../../contract/transparency-log.ts'
import { usePress } from '../../../client/press.ts'
import { ownLogFile } from '../../../client/transparency-log/own-log-file.ts'
import { readGrowth, readPublicLog } from '../../../client/transparency-log/public-log.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { saveFile } from '../../../kit/save-file.ts'
import { Button } from '../../../ui/button.tsx'
import { now } from '../../../ui/clock.ts'
import { isoDayVN } from '../../../ui/format.ts'
import { download } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { ownView } from '../shell/session.ts'

const t = phrases({
  take: { vi: 'Tải nhật ký của tôi', en: 'Download my log' },
  why: {
    vi: 'Một tệp có mọi dòng và bằng chứng của từng dòng, để toà án, nhà báo hay người bạn tin tự kiểm mà không cần hỏi hệ thống. Trong tệp có lịch sử của bạn: chỉ đưa cho người bạn muốn cho xem.',
    en: 'One file with every entry and its proof, so that a court, a journalist or somebody you trust can check it without asking the system. It holds your history: give it only to those who may see it.',
  },
})

export const TakeLog = () => {
  const taking = usePress()
  const take = () =>
    void taking.press(async () => {
      const file = await ownLogFile(
        (input) => ownView<typeof ExportOwnLog>('audit.export-own', input),
        await readPublicLog(),
        readGrowth,
      )
      saveFile(`sen-log-${isoDayVN(now())}.json`, file)
    })
  return (
    <section class="look-take">
      <Button icon={download} isBusy={taking.isBusy} describedBy="take-why" onPress={take}>
        {t('take')}
      </Button>
      <p class="quiet" id="take-why">
        {t('why')}
      </p>
      {taking.problem && <ProblemNotice problem={taking.problem} onRetry={take} />}
    </section>
  )
}
