// The frame of a case at the desk: who it is about at the left, the work in the middle, what is left at the
// right, and a foot that keeps the two or three presses of the step.
import './case.css'
import type { ComponentChildren } from 'preact'
import { PageHead } from '../../../ui/console-frame.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import type { KeyWords } from '../shell/key-sheet.tsx'

/** `head`: what stands over the three columns: the steps, a warning about the whole case. */
export const CaseFrame = ({
  title,
  beside,
  end,
  keys,
  foot,
  head,
  person,
  side,
  children,
}: {
  title: string
  beside?: ComponentChildren
  end?: ComponentChildren
  keys: readonly KeyWords[]
  foot: ComponentChildren
  head?: ComponentChildren
  person: ComponentChildren
  side: ComponentChildren
  children: ComponentChildren
}) => (
  <CounterFrame title={title} keys={keys} foot={foot}>
    <PageHead title={title} beside={beside} end={end} />
    {head}
    <div class="desk-columns">
      {person}
      <div class="desk-middle" data-step>
        {children}
      </div>
      {side}
    </div>
  </CounterFrame>
)
