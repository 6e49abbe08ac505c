// Step 3: portrait and fingerprints, each try with what to do about it; what the matcher thinks; what
// happened in this session.
import type { Press } from '../../../client/press.ts'
import type { SentPicture } from '../../../kit/portrait/picture.ts'
import { numberText } from '../../../ui/format.ts'
import { phrases } from '../../../ui/phrases.ts'
import type { FingerName, Impression } from '../devices/finger-source.ts'
import { PortraitPart } from '../evidence/portrait-part.tsx'
import { PrintsPart } from '../evidence/prints-part.tsx'
import { Verdict } from '../evidence/verdict.tsx'
import { nextFinger, standingAtDesk } from './finger-looks.ts'
import type { DeskCase } from './desk-case.ts'
import { act, noteEvent } from './level2-case.ts'
import { SessionLog } from './session-log.tsx'

const t = phrases({
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
})

const takePortrait = async (id: string, { base64 }: SentPicture): Promise<void> => {
  const server = await act(id, 'level-2.portrait', { picture: base64 }, (before) => ({
    ...before,
    portrait: `data:image/jpeg;base64,${base64}`,
  }))
  const told = server?.portrait
  await noteEvent(
    id,
    !told
      ? { key: 'portrait-taken' }
      : told.outcome === 'match'
        ? { key: 'portrait-match', params: { score: told.score } }
        : { key: 'portrait-other', params: { tries: told.tries } },
  )
}

const takePrint = async (id: string, of: FingerName, { template, quality }: Impression): Promise<void> => {
  const server = await act(id, 'level-2.prints', { templates: [template] }, (before) => ({
    ...before,
    prints: [...before.prints, { finger: of, quality }],
  }))
  const result = server?.prints.perFinger.find((one) => one.finger === of)
  await noteEvent(
    id,
    !server
      ? { key: 'print-taken', params: { finger: of } }
      : {
          key: result?.outcome === 'match' ? 'print-match' : 'print-other',
          params: { finger: of, quality: result?.quality ?? quality ?? 0, tries: result?.tries ?? 1 },
        },
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
  const portrait = desk.written.length > 0 ? null : (desk.server?.portrait ?? null)
  const isGood = portrait?.outcome === 'match'
  return (
    <section class="card">
      <div class="biometrics">
        <PortraitPart
          portrait={portrait}
          url={desk.portrait ?? portrait?.taken ?? null}
          tag={!portrait ? t('waits') : isGood ? t('good') : t('other', { n: portrait.triesLeft })}
          isGood={isGood}
          onTake={(picture) => takePortrait(desk.id, picture)}
        />
        <PrintsPart
          standing={standingAtDesk(desk)}
          finger={chosen ?? nextFinger(desk) ?? 'right-index'}
          tried={desk.prints.at(-1)?.finger ?? null}
          scanning={scanning}
          onFinger={onFinger}
          onPrint={(finger, print) => takePrint(desk.id, finger, print)}
        />
      </div>
      <Match desk={desk} />
      <SessionLog desk={desk} />
    </section>
  )
}
