// A colleague's case is confirmed or denied, each by its key, its button and a question that asks why.
import { useState } from 'preact/hooks'
import type { Rules } from '../../../client/check.ts'
import { Problem } from '../../../client/problem.ts'
import { Button } from '../../../ui/button.tsx'
import { shield } from '../../../ui/icons.tsx'
import type { KeyWords } from '../shell/key-sheet.tsx'
import { useKeys } from '../shell/keys.ts'
import { NoteDialog, type NoteWords } from './note-dialog.tsx'

export type Verdict = 'confirm' | 'deny'
export type VerdictWords = Readonly<Record<Verdict, NoteWords>>

export type SecondVerdict = {
  readonly mayDecide: boolean
  readonly words: VerdictWords
  readonly asked: Verdict | null
  readonly ask: (verdict: Verdict | null) => void
  /** For the sheet of keys. */
  readonly keys: readonly KeyWords[]
}

/** `back`: where Escape leads. */
export const useSecondVerdict = (
  mayDecide: boolean,
  words: VerdictWords,
  back: () => void,
): SecondVerdict => {
  const [asked, set] = useState<Verdict | null>(null)
  const ask = (verdict: Verdict | null) => set(mayDecide ? verdict : null)
  useKeys({ Escape: back, a: () => ask('confirm'), r: () => ask('deny') })
  return {
    mayDecide,
    words,
    asked,
    ask,
    keys: mayDecide
      ? [
          ['A', words.confirm.yes],
          ['R', words.deny.yes],
        ]
      : [],
  }
}

/** Decided by what the page shows; where something more has come since, the page shows that too. */
export const decideAsSeen = async (
  decide: () => Promise<void>,
  readAnew: () => Promise<void>,
): Promise<void> => {
  try {
    await decide()
  } catch (error) {
    if (error instanceof Problem && error.code === 'evidence.more-to-see') {
      await readAnew()
    }
    throw error
  }
}

export const VerdictButtons = ({ second: { mayDecide, words, ask } }: { second: SecondVerdict }) =>
  mayDecide ? (
    <>
      <Button kind="danger-quiet" shortcut="R" onPress={() => ask('deny')}>
        {words.deny.yes}
      </Button>
      <Button kind="primary" icon={shield} shortcut="A" onPress={() => ask('confirm')}>
        {words.confirm.yes}
      </Button>
    </>
  ) : null

export const VerdictDialog = ({
  second: { words, asked, ask },
  rules,
  onDecide,
}: {
  second: SecondVerdict
  rules: Rules
  onDecide: (verdict: Verdict, note: string) => Promise<void>
}) => (
  <NoteDialog
    id="second-note"
    of="deciding"
    isOpen={asked !== null}
    isDanger={asked === 'deny'}
    words={words[asked ?? 'confirm']}
    rules={rules}
    onNote={async (note) => {
      if (asked) {
        await onDecide(asked, note)
        ask(null)
      }
    }}
    onClose={() => ask(null)}
  />
)
