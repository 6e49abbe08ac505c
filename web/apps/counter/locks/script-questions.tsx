// The identity script: what an officer asks, and which answers were right. Never read out beforehand; how
// many are needed is the server's policy.
import { Status } from '../../../ui/attention.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { Checkbox } from '../../../ui/switch.tsx'
import { questionGuide, questions, questionWords, type ScriptQuestion } from '../words/lock-words.ts'

const t = phrases({
  legend: { vi: 'Câu hỏi xác minh', en: 'Questions of the identity script' },
  how: {
    vi: 'Hỏi rồi mới đánh dấu câu trả lời đúng. Không đọc đáp án, không hỏi mã PIN, mật khẩu hay mã xác nhận.',
    en: 'Ask first, then mark what was answered rightly. Never read an answer out; never ask for a passcode, password or code.',
  },
  count: { vi: '{n} câu đúng, cần ít nhất {least}', en: '{n} right, at least {least} needed' },
  few: {
    vi: 'Cần ít nhất {least} câu trả lời đúng. Hỏi thêm; nếu người dân không trả lời được, không khoá hay mở khoá theo lời.',
    en: 'At least {least} right answers are needed. Ask more; somebody who cannot answer is not served on her word.',
  },
})

/** As the policy has it today (server: locks.script_answers_least, which decides). */
const LEAST = 3
export const isEnough = (script: readonly ScriptQuestion[]): boolean => script.length >= LEAST

export const fewWords = (): string => t('few', { least: LEAST })

export const ScriptQuestions = ({
  script,
  onScript,
  isMissed,
}: {
  script: readonly ScriptQuestion[]
  onScript: (script: readonly ScriptQuestion[]) => void
  isMissed: boolean
}) => (
  <fieldset class="lock-script" aria-describedby="script-how">
    <legend>{t('legend')}</legend>
    <p class="quiet" id="script-how">
      {t('how')}
    </p>
    {isMissed && !isEnough(script) && <Notice tone="danger">{fewWords()}</Notice>}
    <div class="lock-questions">
      {questions.map((one) => (
        <Checkbox
          key={one}
          id={`script-${one}`}
          label={questionWords(one)}
          detail={questionGuide(one)}
          isOn={script.includes(one)}
          onSwitch={(isOn) => onScript(isOn ? [...script, one] : script.filter((other) => other !== one))}
        />
      ))}
    </div>
    <Status>
      <Pill tone={isEnough(script) ? 'ok' : 'gold'}>{t('count', { n: script.length, least: LEAST })}</Pill>
    </Status>
  </fieldset>
)
