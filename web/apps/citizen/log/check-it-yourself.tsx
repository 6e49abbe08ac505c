// For whoever does not want to believe this app either: the keys, and the commands of the open programs.
import './log.css'
import type { PublicLog } from '../../../client/transparency-log/public-log.ts'
import { Card } from '../../../ui/card.tsx'
import { phrases } from '../../../ui/phrases.ts'

const t = phrases({
  title: { vi: 'Tự kiểm, không cần ứng dụng này', en: 'Check it yourself, without this app' },
  verify: { vi: 'Kiểm toàn bộ nhật ký', en: 'Check the whole log' },
  verifyMore: {
    vi: 'Đơn vị vận hành xuất nhật ký đã ẩn danh ra tệp; chương trình dưới đây chỉ cần Python, không dùng mã nào của Sen.',
    en: 'The operator exports the log, which names nobody, to a file; the program below needs Python alone and none of Sen’s code.',
  },
  witness: { vi: 'Làm nhân chứng', en: 'Be a witness' },
  witnessMore: {
    vi: 'Chạy trên một máy của bạn, rồi gửi địa chỉ và chìa khoá được in ra cho đơn vị vận hành. Nhân chứng không nhận dữ liệu của ai.',
    en: 'Run this on a machine of yours and give the address and key that it prints to the operator. A witness receives nobody’s data.',
  },
  keys: { vi: 'Chìa khoá để kiểm chữ ký', en: 'The keys to check signatures by' },
  ofLog: { vi: 'Của nhật ký', en: 'Of the log' },
  ofWitness: { vi: 'Của nhân chứng {n}', en: 'Of witness {n}' },
})

const Lines = ({ of, label }: { of: string; label: string }) => (
  <pre class="log-lines" tabIndex={0} aria-label={label} lang="en">
    <code>{of}</code>
  </pre>
)

export const CheckItYourself = ({ log: { key, witnesses } }: { log: PublicLog }) => (
  <Card title={t('title')}>
    <details class="log-way">
      <summary>{t('verify')}</summary>
      <p>{t('verifyMore')}</p>
      <Lines
        label={t('verify')}
        of={`python3 tools/verify-audit.py \\\n  --key '${key}' \\\n  --checkpoints checkpoints.log \\\n  --leaves leaves.ndjson`}
      />
    </details>
    <details class="log-way">
      <summary>{t('witness')}</summary>
      <p>{t('witnessMore')}</p>
      <Lines
        label={t('witness')}
        of={`npm run -s sen -- witness \\\n  --folder sen-witness \\\n  --log '${key}'`}
      />
    </details>
    <details class="log-way">
      <summary>{t('keys')}</summary>
      <p>{t('ofLog')}</p>
      <Lines label={t('ofLog')} of={key} />
      {witnesses.map((witness, i) => (
        <div key={witness}>
          <p>{t('ofWitness', { n: i + 1 })}</p>
          <Lines label={t('ofWitness', { n: i + 1 })} of={witness} />
        </div>
      ))}
    </details>
  </Card>
)
