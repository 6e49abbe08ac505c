// A native file field that looks like a button; the field itself is what keyboard and screen reader meet.
import './button.css'
import './file-button.css'
import { Icon } from './icons.tsx'

export const FileButton = ({
  icon,
  label,
  labelOf,
  accept,
  capture,
  isBusy,
  onFile,
  kind = 'secondary',
}: {
  icon: string
  label: string
  /** Read out in place of the label, where the same word stands at several things. */
  labelOf?: string
  accept: string
  capture?: 'user' | 'environment'
  isBusy?: boolean
  onFile: (file: File) => void
  kind?: 'primary' | 'secondary'
}) => (
  <label class={`button button-wide button-${kind} file-button`}>
    <Icon of={icon} size={22} />
    <span>{label}</span>
    <input
      type="file"
      accept={accept}
      capture={capture}
      disabled={isBusy}
      aria-label={labelOf ?? label}
      onChange={(event) => {
        const file = event.currentTarget.files?.[0]
        event.currentTarget.value = ''
        if (file) {
          onFile(file)
        }
      }}
    />
  </label>
)
