// Portrait and fingerprints of the person at the desk, each try with what to do about it; and what they say
// together.
import { useState } from 'preact/hooks'
import type { SentPicture } from '../../../kit/portrait/picture.ts'
import type { Press } from '../../../client/press.ts'
import { numberText } from '../../../ui/format.ts'
import { alert, camera, check, fingerprint, Icon } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { CameraPanel } from '../devices/camera-panel.tsx'
import { FingerGrid, type FingerLook } from '../devices/finger-grid.tsx'
import type { FingerName, Impression } from '../devices/finger-source.ts'
import { ScannerPanel } from '../devices/scanner-panel.tsx'
import { visitor } from '../../../kit/simulators.ts'
import { lookOfResult } from '../evidence/finger-result.ts'
import { PortraitHints } from '../evidence/portrait-hints.tsx'
import { PrintAdvice } from '../evidence/print-advice.tsx'
import { Verdict } from '../evidence/verdict.tsx'
import { Refusal } from '../shell/refusal.tsx'
import { takePortrait, takePrint, type VoucherCase } from './voucher-deeds.ts'

const t = phrases({
  portrait: { vi: 'Ảnh chân dung', en: 'Portrait' },
  prints: { vi: 'Vân tay', en: 'Fingerprints' },
  good: { vi: 'Khớp', en: 'Matches' },
  other: { vi: 'Chưa khớp · còn {n} lần', en: 'No match yet · {n} tries left' },
  fingers: { vi: 'Vân tay khớp', en: 'The prints match' },
  fingersWhy: {
    vi: '{n} ngón khớp với cơ sở dữ liệu căn cước. Đủ để xác nhận.',
    en: '{n} fingers match the identity database. That is enough.',
  },
  face: { vi: 'Khuôn mặt khớp', en: 'The face matches' },
  faceWhy: {
    vi: 'Giống {score} % với ảnh trong cơ sở dữ liệu. Đủ để xác nhận.',
    en: '{score} % alike with the register. That is enough.',
  },
  differs: { vi: 'Không phải vân tay của người này', en: "These are not this person's prints" },
  differsWhy: {
    vi: 'Đọc rõ mà không khớp. Không cấp phiếu; gửi để ghi nhận từ chối và báo trưởng ca.',
    en: 'Read well and no match. No voucher; send it so that the refusal is recorded, and tell the shift lead.',
  },
  second: { vi: 'Cần người duyệt thứ hai', en: 'A second pair of eyes is needed' },
  secondWhy: {
    vi: 'Vân tay và ảnh chưa đủ để xác nhận. Đồng nghiệp xem bằng chứng rồi quyết định.',
    en: 'Prints and portrait do not decide. A colleague looks at the evidence and decides.',
  },
  unfinished: { vi: 'Vân tay hoặc khuôn mặt: một cái khớp là đủ', en: 'Prints or face: one match is enough' },
  unfinishedWhy: {
    vi: 'Vân tay khớp {matched}/{needed}. Không đọc được thì chụp ảnh.',
    en: 'Prints matched {matched}/{needed}. When they cannot be read, take the portrait.',
  },
})

export const lookOfFinger = (server: VoucherCase, finger: FingerName): FingerLook => {
  const result = server.prints.perFinger.find((one) => one.finger === finger)
  return result ? lookOfResult(result) : { state: 'open', quality: null }
}

const PortraitPart = ({ server, taking, onCase }: Part & { taking: Press }) => {
  const [isAgain, setAgain] = useState(false)
  const { portrait } = server
  const take = (picture: SentPicture) =>
    void taking.press(async () => {
      onCase(await takePortrait(server.caseId, picture.base64))
      setAgain(false)
    })
  const isGood = portrait?.outcome === 'match'
  const tag = portrait && (
    <>
      <Icon of={isGood ? check : alert} size={18} />
      {isGood ? t('good') : t('other', { n: portrait.triesLeft })}
    </>
  )
  return (
    <section class="stack">
      <h2>
        <Icon of={camera} size={20} />
        {t('portrait')}
      </h2>
      <Refusal problem={taking.problem} />
      <CameraPanel
        visitor={visitor.use()}
        taken={portrait?.taken && !isAgain && !taking.isBusy ? { url: portrait.taken, tag, isGood } : null}
        onAgain={() => setAgain(true)}
        onPicture={take}
      />
      {portrait && <PortraitHints portrait={portrait} />}
    </section>
  )
}

const PrintsPart = ({
  server,
  scanning,
  finger,
  onFinger,
  onCase,
}: Part & { scanning: Press; finger: FingerName; onFinger: (finger: FingerName | null) => void }) => {
  const [lastTried, setLast] = useState<FingerName | null>(null)
  const resultOf = (of: FingerName) => server.prints.perFinger.find((one) => one.finger === of)
  const print = async (of: FingerName, { template }: Impression) => {
    await scanning.press(async () => {
      onCase(await takePrint(server.caseId, template))
      setLast(of)
      onFinger(null)
    })
  }
  const isDone = server.prints.verdict !== 'unfinished'
  return (
    <section class="stack">
      <h2>
        <Icon of={fingerprint} size={20} />
        {t('prints')}
      </h2>
      <FingerGrid
        lookOf={(one) => lookOfFinger(server, one)}
        now={isDone ? null : finger}
        onChoose={isDone ? undefined : onFinger}
      />
      <Refusal problem={scanning.problem} />
      {lastTried && <PrintAdvice result={resultOf(lastTried)} finger={lastTried} />}
      {!isDone && (
        <ScannerPanel
          finger={finger}
          press={(resultOf(finger)?.tries ?? 0) + 1}
          visitor={visitor.use()}
          onPrint={print}
          isBusy={scanning.isBusy}
        />
      )}
    </section>
  )
}

const IdentityVerdict = ({ server }: { server: VoucherCase }) => {
  const { identity, prints, portrait } = server
  if (identity === 'fingers') {
    return (
      <Verdict tone="ok" title={t('fingers')}>
        {t('fingersWhy', { n: prints.matched })}
      </Verdict>
    )
  }
  if (identity === 'portrait') {
    return (
      <Verdict tone="ok" title={t('face')}>
        {t('faceWhy', { score: numberText((portrait?.score ?? 0) * 100, 1) })}
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

type Part = { server: VoucherCase; onCase: (server: VoucherCase) => void }

export const EvidencePart = ({
  server,
  onCase,
  taking,
  scanning,
  finger,
  onFinger,
}: Part & {
  taking: Press
  scanning: Press
  finger: FingerName
  onFinger: (finger: FingerName | null) => void
}) => (
  <section class="card">
    <div class="biometrics">
      <PortraitPart server={server} taking={taking} onCase={onCase} />
      <PrintsPart server={server} scanning={scanning} finger={finger} onFinger={onFinger} onCase={onCase} />
    </div>
    <IdentityVerdict server={server} />
  </section>
)
