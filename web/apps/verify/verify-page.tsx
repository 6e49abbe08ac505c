// One page: what reads a code, and what it was worth. A verdict leaves the screen with the next code, by Esc,
// or by itself, and is kept nowhere.
import './verify.css'
import { useEffect, useRef, useState } from 'preact/hooks'
import { announce } from '../../ui/attention.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { now } from '../../ui/clock.ts'
import { Countdown } from '../../ui/countdown.tsx'
import { camera, dossier, Icon, qr, scan } from '../../ui/icons.tsx'
import { FileButton } from '../../ui/file-button.tsx'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { Notice } from '../../ui/notice.tsx'
import { phrases } from '../../ui/phrases.ts'
import { PAPER_PAGE, paperPageOf } from '../../kit/paper-link.ts'
import { remember, remembered } from '../../ui/store.ts'
import { CodeField } from './code-field.tsx'
import { judgeCode, type Verdict } from './judge-code.ts'
import { trust } from './kept-trust.ts'
import { TrustState } from './trust-state.tsx'
import { VerifyFrame } from './verify-frame.tsx'
import { spokenVerdict, VerdictView } from './verdict-view.tsx'

const t = phrases({
  title: { vi: 'Kiểm tra giấy tờ', en: 'Check a document' },
  lead: {
    vi: 'Quét mã trên màn hình Xuất trình của người dân. Không cần mạng, không cần tài khoản.',
    en: "Scan the code on a person's Present screen. No network and no account are needed.",
  },
  camera: { vi: 'Quét bằng máy ảnh', en: 'Scan with the camera' },
  stop: { vi: 'Tắt máy ảnh', en: 'Turn the camera off' },
  file: { vi: 'Chọn ảnh có mã', en: 'Choose a picture of the code' },
  next: { vi: 'Quét người tiếp theo', en: 'Next person' },
  clears: { vi: 'Tự xoá sau', en: 'Clears itself in' },
  keep: { vi: 'Giữ thêm 30 giây', en: 'Keep it longer' },
  cleared: { vi: 'Đã xoá màn hình', en: 'The screen is clear' },
  paper: { vi: 'Kiểm tra giấy in hoặc tệp PDF', en: 'Check a paper or a PDF' },
  waiting: { vi: 'Kết quả sẽ hiện ở đây', en: 'The answer will show here' },
  waitingMore: {
    vi: 'Esc xoá màn hình ngay; kết quả cũng tự xoá sau 30 giây.',
    en: 'Esc clears the screen; an answer also clears itself after 30 seconds.',
  },
  noCode: {
    vi: 'Chưa thấy mã QR trong ảnh này. Chụp gần hơn, đủ sáng, không bị loá.',
    en: 'No QR code was seen in this picture. Take it closer, in good light, without glare.',
  },
})

const CodeReader = lazyPart(() => import('../../kit/code-reader/code-reader.tsx'))

/** A counter is no place to leave somebody's name on a screen. */
const SHOWN_ms = 30_000
const WARM_ms = 1500
const CAMERA = 'sen.verify-camera'

interface Judged {
  readonly verdict: Verdict
  readonly took_ms: number
  readonly judgedAt_s: number
}

/** The reader of codes is there before the first person is. */
const useWarmReader = () =>
  useEffect(() => {
    const warm = window.setTimeout(() => void import('../../kit/code-reader/read-code.ts'), WARM_ms)
    return () => clearTimeout(warm)
  }, [])

/** By Esc, and when the page goes out of sight. */
const useClearing = (clear: () => void) =>
  useEffect(() => {
    const escape = (event: KeyboardEvent) => event.key === 'Escape' && clear()
    const hide = () => document.hidden && clear()
    document.addEventListener('keydown', escape)
    document.addEventListener('visibilitychange', hide)
    return () => {
      document.removeEventListener('keydown', escape)
      document.removeEventListener('visibilitychange', hide)
    }
  }, [])

/** `round` goes up with each verdict and clearing, so that the field is empty and has the focus again. */
const useJudging = () => {
  const [judged, setJudged] = useState<Judged | null>(null)
  const [until, setUntil] = useState(0)
  const [isUnread, setUnread] = useState(false)
  const [round, setRound] = useState(0)
  const shown = useRef<Judged | null>(null)
  shown.current = judged
  const clear = () => {
    setUnread(false)
    if (shown.current) {
      setJudged(null)
      setRound((n) => n + 1)
      // By the voice that read the answer: its words go from the page as well.
      announce(t('cleared'), 'assertive')
    }
  }
  const take = async (text: string, began = performance.now()) => {
    const paper = paperPageOf(text, location.origin)
    if (paper !== null) {
      location.assign(paper)
      return
    }
    const moment_s = now() / 1000
    const verdict = await judgeCode(text, trust.get(), moment_s)
    setUnread(false)
    setUntil(now() + SHOWN_ms)
    setJudged({ verdict, took_ms: performance.now() - began, judgedAt_s: moment_s })
    setRound((n) => n + 1)
    announce(spokenVerdict(verdict), 'assertive')
  }
  const takePicture = async (picture: Blob) => {
    const began = performance.now()
    const { readCode } = await import('../../kit/code-reader/read-code.ts')
    const text = await readCode(picture).catch(() => null)
    if (text === null) {
      setUnread(true)
    } else {
      await take(text, began)
    }
  }
  useWarmReader()
  useClearing(clear)
  return {
    judged,
    until,
    isUnread,
    round,
    clear,
    take,
    takePicture,
    keepLonger: () => setUntil(now() + SHOWN_ms),
  }
}

type Judging = ReturnType<typeof useJudging>

/** While a verdict stands the camera rests: the same code would be read again and again. */
const Reading = ({ judging, isCamera, setCamera }: { judging: Judging } & CameraChoice) => (
  <div class="reading">
    {isCamera ? (
      <div class="reading-ways">
        {!judging.judged && (
          <CodeReader
            onText={(text) => {
              void judging.take(text)
              return true
            }}
          />
        )}
        <Button isWide icon={camera} onPress={() => setCamera(false)}>
          {t('stop')}
        </Button>
      </div>
    ) : (
      <div class="reading-ways reading-stage">
        <svg viewBox="0 0 100 56" aria-hidden="true">
          <path d="M32 20v-8a4 4 0 0 1 4-4h8M56 8h8a4 4 0 0 1 4 4v8M68 36v8a4 4 0 0 1-4 4h-8M44 48h-8a4 4 0 0 1-4-4v-8M38 28h24" />
        </svg>
        <Button kind="primary" isWide icon={camera} onPress={() => setCamera(true)}>
          {t('camera')}
        </Button>
        <FileButton
          icon={qr}
          label={t('file')}
          accept="image/*"
          onFile={(file) => void judging.takePicture(file)}
        />
      </div>
    )}
    {judging.isUnread && <Notice tone="warn" title={t('noCode')} />}
    <CodeField
      round={judging.round}
      onText={(text) => void judging.take(text)}
      onPicture={(picture) => void judging.takePicture(picture)}
    />
  </div>
)

interface CameraChoice {
  readonly isCamera: boolean
  readonly setCamera: (isOn: boolean) => void
}

/** Asked for by a press the first time; whoever scans all day is not asked again. */
const useCameraChoice = (): CameraChoice => {
  const [isCamera, choose] = useState(remembered(CAMERA) === 'yes')
  return {
    isCamera,
    setCamera: (isOn) => {
      remember(CAMERA, isOn ? 'yes' : 'no')
      choose(isOn)
    },
  }
}

const Answer = ({ judging: { judged, until, clear, keepLonger } }: { judging: Judging }) =>
  judged ? (
    <>
      <VerdictView {...judged} />
      <div class="clearing">
        <Countdown key={until} until={until} label={t('clears')} onEnd={clear} isUrgentBelow_s={5} />
        <Button kind="quiet" size="small" onPress={keepLonger}>
          {t('keep')}
        </Button>
      </div>
    </>
  ) : (
    <div class="answer-waiting">
      <Icon of={scan} size={44} />
      <p>{t('waiting')}</p>
      <p>{t('waitingMore')}</p>
    </div>
  )

export const VerifyPage = () => {
  const judging = useJudging()
  const cameraChoice = useCameraChoice()
  const { judged, clear } = judging
  return (
    <VerifyFrame
      words={{ title: t('title'), lead: t('lead'), next: t('next') }}
      onNext={judged && clear}
      isAnswerFirst={judged !== null}
      answer={<Answer judging={judging} />}
    >
      <Reading judging={judging} {...cameraChoice} />
      <LinkButton kind="quiet" icon={dossier} href={PAPER_PAGE}>
        {t('paper')}
      </LinkButton>
      <TrustState />
    </VerifyFrame>
  )
}
