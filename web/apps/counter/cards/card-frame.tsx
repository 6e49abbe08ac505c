// The frame around an open application: who it is about at the left, the work in the middle, what is left and
// by when at the right.
import './cards.css'
import type { ComponentChildren } from 'preact'
import { Button } from '../../../ui/button.tsx'
import { arrowLeft } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { navigate } from '../../../ui/router.tsx'
import { CaseFrame } from '../case/case-frame.tsx'
import type { Said as Prompt } from '../screen/desk-channel.ts'
import type { KeyWords } from '../shell/key-sheet.tsx'
import { kindWords } from '../words/card-kinds.ts'
import { PersonPanel } from './card-person.tsx'
import { SidePanel } from './card-side.tsx'
import { stateWords, type CardApplication } from './card-words.ts'

const t = phrases({
  title: { vi: 'Thẻ căn cước: {kind}', en: 'Identity card: {kind}' },
  back: { vi: 'Về danh sách', en: 'Back to the list' },
})

const listOf = ({ state }: CardApplication): string =>
  state === 'waiting-second'
    ? '/cards/decide'
    : state === 'accepted'
      ? '/cards/print'
      : state === 'printed' || state === 'ready'
        ? '/cards/hand-over'
        : '/cards'
export const leave = (app: CardApplication) => navigate(listOf(app))

export const CardFrame = ({
  app,
  head,
  children,
  actions,
  prompt = null,
  keys = [],
}: {
  app: CardApplication
  head?: ComponentChildren
  children: ComponentChildren
  actions?: ComponentChildren
  prompt?: Prompt | null
  keys?: readonly KeyWords[]
}) => {
  const title = t('title', { kind: kindWords(app.kind).toLowerCase() })
  return (
    <CaseFrame
      title={title}
      beside={
        <>
          <Pill tone="cham">{app.reference}</Pill>
          <Pill tone={app.state === 'refused' ? 'son' : app.state === 'handed-over' ? 'ok' : 'jade'}>
            {stateWords(app.state)}
          </Pill>
        </>
      }
      keys={[...keys, ['Esc', t('back')]]}
      foot={
        <>
          <Button kind="quiet" icon={arrowLeft} shortcut="Esc" onPress={() => leave(app)}>
            {t('back')}
          </Button>
          {actions}
        </>
      }
      head={head}
      person={<PersonPanel app={app} />}
      side={<SidePanel app={app} prompt={prompt} />}
    >
      {children}
    </CaseFrame>
  )
}
