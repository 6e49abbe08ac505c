// Step 3: portrait and fingerprints, each try with what to do about it; what the matcher thinks; what
// happened in this session.
import { useState } from 'preact/hooks'
import type { SentPicture } from '../../../kit/portrait/picture.ts'
import { usePress, type Press } from '../../../client/press.ts'
import { clockVN, numberText } from '../../../ui/format.ts'
import { alert, camera, check, fingerprint, Icon } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { CameraPanel } from '../devices/camera-panel.tsx'
import { FingerGrid } from '../devices/finger-grid.tsx'
import type { FingerName, Impression } from '../devices/finger-source.ts'
import { ScannerPanel } from '../devices/scanner-panel.tsx'
import { visitor } from '../../../kit/simulators.ts'
import { Refusal } from '../shell/refusal.tsx'
import { isPrintsDone, lookOf, nextFinger, triesOf } from './finger-looks.ts'
import { act, noteEvent, type DeskCase } from './level2-case.ts'
import { eventWords } from './session-events.ts'
import { PortraitHints } from '../evidence/portrait-hints.tsx'
import { PrintAdvice } from '../evidence/print-advice.tsx'
import { Verdict } from '../evidence/verdict.tsx'

const t = phrases({
  portrait: { vi: 'Ảnh chân dung', en: 'Portrait' },
  prints: { vi: 'Vân tay', en: 'Fingerprints' },
  good: { vi: 'Đạt · bấm Space để chụp lại', en: 'Good · press Space to take it again' },
  other: { vi: 'Chưa đạt · còn {n} lần', en: 'Not good yet · {n} tries left' },
  waits: { vi: 'Đã chụp · so khớp khi có mạng', en: 'Taken · compared when the line is back' },
  both: { vi: 'Khớp {score} %', en: '{score} % alike' },
  bothWhy: {
    vi: 'Khuôn mặt và {n} vân tay khớp với CSDL căn cước',
    en: 'Face and {n} fingerprints agree with the identity database',
  },
  none: { vi: 'Không khớp với CSDL căn cước', en: 'It does not match the identity database' },
  noneWhy: {
    vi: 'Không cấp được tài khoản theo hồ sơ này. Xem lại người và giấy tờ; gửi để ghi nhận từ chối, báo trưởng ca nếu nghi giả mạo.',
    en: 'No account can be issued on this case. Look at the person and papers again; send it to record the refusal, and tell the shift lead if you suspect fraud.',
  },
  second: { vi: 'Cần người duyệt thứ hai', en: 'A second pair of eyes is needed' },
  secondWhy: {
    vi: 'Đã lấy hết những gì lấy được. Ngoại lệ kèm bằng chứng được gửi cho trưởng ca.',
    en: 'All that could be taken is taken. The exception with its evidence goes to the shift lead.',
  },
  open: { vi: 'Đang lấy sinh trắc', en: 'Biometrics in progress' },
  openWhy: {
    vi: 'Ảnh: {portrait}. Vân tay khớp: {matched}/{needed}.',
    en: 'Portrait: {portrait}. Prints matched: {matched}/{needed}.',
  },
  yes: { vi: 'khớp', en: 'matched' },
  notYet: { vi: 'chưa', en: 'not yet' },
  later: { vi: 'So khớp khi có mạng', en: 'Compared when the line is back' },
  laterWhy: {
    vi: 'Ảnh và mẫu vân tay được mã hoá trên máy này và gửi đi khi đồng bộ.',
    en: 'Portrait and templates are encrypted on this machine and sent when it synchronises.',
  },
  events: { vi: 'Diễn biến phiên', en: 'This session' },
  noEvents: { vi: 'Chưa có gì.', en: 'Nothing yet.' },
})

const PortraitPart = ({ desk, taking }: { desk: DeskCase; taking: Press }) => {
  const [isAgain, setAgain] = useState(false)
  const isBehind = desk.written.length > 0
  const portrait = isBehind ? null : desk.server?.portrait
  const url = desk.portrait ?? portrait?.taken ?? null
  const take = (picture: SentPicture) =>
    void taking.press(async () => {
      const server = await act(desk.id, 'level-2.portrait', { picture: picture.base64 }, (before) => ({
        ...before,
        portrait: `data:image/jpeg;base64,${picture.base64}`,
      }))
      setAgain(false)
      const told = server?.portrait
      await noteEvent(
        desk.id,
        !told
          ? { key: 'portrait-taken' }
          : told.outcome === 'match'
            ? { key: 'portrait-match', params: { score: told.score } }
            : { key: 'portrait-other', params: { tries: told.tries } },
      )
    })
  const isGood = portrait?.outcome === 'match'
  const tag = !portrait ? t('waits') : isGood ? t('good') : t('other', { n: portrait.triesLeft })
  return (
    <section class="stack">
      <h2>
        <Icon of={camera} size={20} />
        {t('portrait')}
      </h2>
      <Refusal problem={taking.problem} />
      <CameraPanel
        visitor={visitor.use()}
        taken={
          url && !isAgain && !taking.isBusy
            ? {
                url,
                tag: (
                  <>
                    <Icon of={isGood ? check : alert} size={18} />
                    {tag}
                  </>
                ),
                isGood,
              }
            : null
        }
        onAgain={() => setAgain(true)}
        onPicture={take}
      />
      {portrait && <PortraitHints portrait={portrait} />}
    </section>
  )
}

const PrintsPart = ({
  desk,
  finger,
  onFinger,
  scanning,
}: {
  desk: DeskCase
  finger: FingerName
  onFinger: (finger: FingerName | null) => void
  scanning: Press
}) => {
  const print = async (of: FingerName, { template, quality }: Impression) => {
    await scanning.press(async () => {
      const server = await act(desk.id, 'level-2.prints', { templates: [template] }, (before) => ({
        ...before,
        prints: [...before.prints, { finger: of, quality }],
      }))
      const result = server?.prints.perFinger.find((one) => one.finger === of)
      await noteEvent(
        desk.id,
        !server
          ? { key: 'print-taken', params: { finger: of } }
          : {
              key: result?.outcome === 'match' ? 'print-match' : 'print-other',
              params: { finger: of, quality: result?.quality ?? quality ?? 0, tries: result?.tries ?? 1 },
            },
      )
      onFinger(null)
    })
  }
  const lastTried = desk.prints.at(-1)?.finger
  const isDone = isPrintsDone(desk)
  return (
    <section class="stack">
      <h2>
        <Icon of={fingerprint} size={20} />
        {t('prints')}
      </h2>
      <FingerGrid
        lookOf={(one) => lookOf(desk, one)}
        now={isDone ? null : finger}
        onChoose={isDone ? undefined : onFinger}
      />
      <Refusal problem={scanning.problem} />
      {lastTried && (
        <PrintAdvice
          result={
            desk.written.length === 0
              ? desk.server?.prints.perFinger.find((one) => one.finger === lastTried)
              : undefined
          }
          finger={lastTried}
        />
      )}
      {!isDone && (
        <ScannerPanel
          finger={finger}
          press={triesOf(desk, finger) + 1}
          visitor={visitor.use()}
          onPrint={print}
          isBusy={scanning.isBusy}
        />
      )}
    </section>
  )
}

const Match = ({ desk }: { desk: DeskCase }) => {
  const { server, written } = desk
  if (!server || written.length > 0) {
    return (
      <Verdict tone="gold" title={t('later')}>
        {t('laterWhy')}
      </Verdict>
    )
  }
  const { portrait, prints } = server
  if (portrait?.verdict === 'no-match' || prints.verdict === 'no-match') {
    return (
      <Verdict tone="son" title={t('none')}>
        {t('noneWhy')}
      </Verdict>
    )
  }
  if (portrait?.verdict === 'match' && prints.verdict === 'match') {
    return (
      <Verdict tone="ok" title={t('both', { score: numberText(portrait.score * 100, 1) })}>
        {t('bothWhy', { n: prints.matched })}
      </Verdict>
    )
  }
  if (portrait && portrait.verdict !== 'unfinished' && prints.verdict !== 'unfinished') {
    return (
      <Verdict tone="gold" title={t('second')}>
        {t('secondWhy')}
      </Verdict>
    )
  }
  return (
    <Verdict tone="neutral" title={t('open')}>
      {t('openWhy', {
        portrait: t(portrait?.verdict === 'match' ? 'yes' : 'notYet'),
        matched: prints.matched,
        needed: prints.needed,
      })}
    </Verdict>
  )
}

export const SessionLog = ({ desk }: { desk: DeskCase }) => (
  <section class="session-log">
    <h2>{t('events')}</h2>
    {desk.events.length === 0 ? (
      <p class="quiet">{t('noEvents')}</p>
    ) : (
      <ol>
        {desk.events.slice(-6).map((event) => (
          <li key={`${event.at}${event.key}`}>
            <time dateTime={event.at}>{clockVN(event.at)}</time>
            <span>{eventWords(event)}</span>
          </li>
        ))}
      </ol>
    )}
  </section>
)

export const BiometricStep = ({
  desk,
  chosen,
  onFinger,
  scanning,
}: {
  desk: DeskCase
  chosen: FingerName | null
  onFinger: (finger: FingerName | null) => void
  scanning: Press
}) => {
  const taking = usePress()
  const finger = chosen ?? nextFinger(desk) ?? 'right-index'
  return (
    <section class="card">
      <div class="biometrics">
        <PortraitPart desk={desk} taking={taking} />
        <PrintsPart desk={desk} finger={finger} onFinger={onFinger} scanning={scanning} />
      </div>
      <Match desk={desk} />
      <SessionLog desk={desk} />
    </section>
  )
}
