// What every check has: what reads at one side, what it was worth at the other; Esc makes room for the next.
import type { ComponentChildren } from 'preact'
import { LanguageSwitch } from '../../kit/language-switch.tsx'
import { AppFrame } from '../../ui/app-frame.tsx'
import { Button } from '../../ui/button.tsx'
import { scan } from '../../ui/icons.tsx'
import { TopBar } from '../../ui/top-bar.tsx'

interface Parts {
  readonly words: { readonly title: string; readonly lead: string; readonly next: string }
  /** null while there is nothing to make room for. */
  readonly onNext: (() => void) | null
  /** Narrow screens put the answer first then. */
  readonly isAnswerFirst: boolean
  readonly kind?: string
  readonly answer: ComponentChildren
  readonly children: ComponentChildren
}

export const VerifyFrame = ({ words, onNext, isAnswerFirst, kind = '', answer, children }: Parts) => (
  <AppFrame
    title={words.title}
    hasBand={document.documentElement.dataset['env'] !== 'live'}
    head={<TopBar title={words.title} end={<LanguageSwitch />} />}
    action={
      onNext && (
        <Button kind="primary" isWide icon={scan} shortcut="Esc" onPress={onNext}>
          {words.next}
        </Button>
      )
    }
  >
    <div class={`verify ${kind} ${isAnswerFirst ? 'has-verdict' : ''}`}>
      <div class="verify-reading">
        <p class="quiet">{words.lead}</p>
        {children}
      </div>
      <div class="verify-answer">{answer}</div>
    </div>
  </AppFrame>
)
