// A question that must be answered before going on: the browser's own modal dialog (focus kept inside,
// Escape, focus given back).
import './dialog.css'
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { IconButton } from './button.tsx'
import { close } from './icons.tsx'
import { phrases } from './phrases.ts'

export type DialogProps = {
  isOpen: boolean
  onClose: () => void
  title: string
  children: ComponentChildren
  actions?: ComponentChildren
  size?: 'sheet' | 'wide'
}

const t = phrases({ close: { vi: 'Đóng', en: 'Close' } })

/** On a phone it rises from the bottom; on a wide screen it stands in the middle. */
export const Dialog = ({ isOpen, onClose, title, children, actions, size = 'sheet' }: DialogProps) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    if (isOpen && !dialog.current?.open) {
      dialog.current?.showModal()
    }
    if (!isOpen) {
      dialog.current?.close()
    }
  }, [isOpen])
  return (
    <dialog
      class={`dialog dialog-${size}`}
      ref={dialog}
      aria-labelledby={titleId}
      onClose={() => isOpen && onClose()}
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
