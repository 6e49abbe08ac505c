// Portrait and fingerprints of the person at the desk, each try with what to do about it; and what they say
// together.
import type { Press } from '../../../client/press.ts'
import { numberText } from '../../../ui/format.ts'
import { phrases } from '../../../ui/phrases.ts'
import type { FingerName } from '../devices/finger-source.ts'
import { standingOf } from '../evidence/finger-result.ts'
import { PortraitPart } from '../evidence/portrait-part.tsx'
import { PrintsPart } from '../evidence/prints-part.tsx'
import { Verdict } from '../evidence/verdict.tsx'
import { takePortrait, takePrint, type VoucherCase } from './voucher-deeds.ts'

const t = phrases({
  good: { vi: 'Khớp', en: 'Matches' },
  other: { vi: 'Chưa khớp · còn {n} lần', en: 'No match yet · {n} tries left' },
  fingers: { vi: 'Vân tay khớp', en: 'The prints match' },
  fingersWhy: {
    vi: '{n} ngón khớp với cơ sở dữ liệu căn cước. {next}',
    en: '{n} fingers match the identity database. {next}',
  },
  face: { vi: 'Khuôn mặt khớp', en: 'The face matches' },
  faceWhy: {
    vi: 'Giống {score} % với ảnh trong cơ sở dữ liệu. {next}',
    en: '{score} % alike with the register. {next}',
  },
  nextTwo: {
    vi: 'Đồng nghiệp gặp người dân rồi xác nhận.',
    en: 'A colleague meets the person and confirms.',
  },
  nextOne: { vi: 'Đủ để xác nhận.', en: 'That is enough.' },
  differs: { vi: 'Không phải vân tay của người này', en: "These are not this person's prints" },
  differsWhy: {
    vi: 'Đọc rõ mà không khớp. Không cấp phiếu; gửi để ghi nhận từ chối và báo trưởng ca.',
    en: 'Read well and no match. No voucher; send it so that the refusal is recorded, and tell the shift lead.',
  },
  second: { vi: 'Vân tay và ảnh chưa đủ', en: 'Prints and portrait do not decide' },
  secondWhy: {
    vi: 'Đồng nghiệp gặp người dân, xem bằng chứng rồi quyết định.',
    en: 'A colleague meets the person, looks at the evidence and decides.',
  },
  unfinished: { vi: 'Vân tay hoặc khuôn mặt: một cái khớp là đủ', en: 'Prints or face: one match is enough' },
  unfinishedWhy: {
    vi: 'Vân tay khớp {matched}/{needed}. Không đọc được thì chụp ảnh.',
    en: 'Prints matched {matched}/{needed}. When they cannot be read, take the portrait.',
  },
})

const IdentityVerdict = ({ server }: { server: VoucherCase }) => {
  const { identity, prints, portrait, takesTwo } = server
  const next = t(takesTwo ? 'nextTwo' : 'nextOne')
  if (identity === 'fingers') {
    return (
      <Verdict tone="ok" title={t('fingers')}>
        {t('fingersWhy', { n: prints.matched, next })}
      </Verdict>
    )
  }
  if (identity === 'portrait') {
    return (
      <Verdict tone="ok" title={t('face')}>
        {t('faceWhy', { score: numberText((portrait?.score ?? 0) * 100, 1), next })}
      </Verdict>
    )
  }
  if (identity === 'differs') {
    return (
      <Verdict tone="son" title={t('differs')}>
        {t('differsWhy')}
      </Verdict>
    )
  }
  if (identity === 'second') {
    return (
      <Verdict tone="gold" title={t('second')}>
        {t('secondWhy')}
      </Verdict>
    )
  }
  return (
    <Verdict tone="neutral" title={t('unfinished')}>
      {t('unfinishedWhy', { matched: prints.matched, needed: prints.needed })}
    </Verdict>
  )
}

export const EvidencePart = ({
  server,
  onCase,
  scanning,
  finger,
  onFinger,
}: {
  server: VoucherCase
  onCase: (server: VoucherCase) => void
  scanning: Press
  finger: FingerName
  onFinger: (finger: FingerName | null) => void
}) => {
  const { caseId, portrait, prints } = server
  const isGood = portrait?.outcome === 'match'
  return (
    <section class="card">
      <div class="biometrics">
        <PortraitPart
          portrait={portrait}
          url={portrait?.taken ?? null}
          tag={isGood ? t('good') : t('other', { n: portrait?.triesLeft ?? 0 })}
          isGood={isGood}
          onTake={async ({ base64 }) => onCase(await takePortrait(caseId, base64))}
        />
        <PrintsPart
          standing={standingOf(prints)}
          finger={finger}
          scanning={scanning}
          onFinger={onFinger}
          onPrint={async (_, { template }) => onCase(await takePrint(caseId, template))}
        />
      </div>
      <IdentityVerdict server={server} />
    </section>
  )
}
