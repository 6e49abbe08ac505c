// A question that must be answered before going on: the browser's own modal dialog (focus kept inside,
// Escape). Where the focus goes: attention.tsx.
import './dialog.css'
import type { ComponentChildren } from 'preact'
import { useId, useRef } from 'preact/hooks'
import { useModal } from './attention.tsx'
import { IconButton } from './button.tsx'
import { close } from './icons.tsx'
import { phrases } from './phrases.ts'

export type DialogProps = {
  isOpen: boolean
  onClose: () => void
  title: string
  children: ComponentChildren
  actions?: ComponentChildren
  /** `whole`: as much of the screen as there is. */
  size?: 'sheet' | 'wide' | 'whole'
  /** Selects what takes the focus when it opens; without it the heading does. */
  focusAt?: string
}

const t = phrases({ close: { vi: 'Đóng', en: 'Close' } })

/** On a phone it rises from the bottom; on a wide screen it stands in the middle. */
export const Dialog = ({
  isOpen,
  onClose,
  title,
  children,
  actions,
  size = 'sheet',
  focusAt,
}: DialogProps) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useModal(dialog, isOpen, focusAt)
  return (
    <dialog
      class={`dialog dialog-${size}`}
      ref={dialog}
      aria-labelledby={titleId}
      // The word of an earlier closing comes late: by then it may stand open again.
      onClose={() => isOpen && dialog.current?.open === false && onClose()}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      {isOpen && (
        <div class="dialog-inside">
          <header>
            <h2 id={titleId}>{title}</h2>
            <IconButton icon={close} label={t('close')} onPress={onClose} />
          </header>
          <div class="dialog-body">{children}</div>
          {actions && <footer>{actions}</footer>}
        </div>
      )}
    </dialog>
  )
}
