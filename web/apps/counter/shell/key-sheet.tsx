// The sheet of keys: those of every page, then those of the page that is open. `?` shows it, and a button
// below the navigation.
import { useState } from 'preact/hooks'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { useKeys } from './keys.ts'

/** A key as it is printed on the keyboard, and what it does here. */
export type KeyWords = readonly [key: string, what: string]

const t = phrases({
  keys: { vi: 'Phím tắt', en: 'Keys' },
  find: { vi: 'tìm', en: 'search' },
  sheet: { vi: 'bảng phím tắt này', en: 'this sheet' },
  here: { vi: 'Ở trang này', en: 'On this page' },
  everywhere: { vi: 'Ở mọi trang', en: 'On every page' },
})

const List = ({ title, keys }: { title: string; keys: readonly KeyWords[] }) => (
  <section class="key-list">
    <h3>{title}</h3>
    <dl>
      {keys.map(([name, what]) => (
        <div key={name}>
          <dt>
            <kbd>{name}</kbd>
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  </section>
)

export const KeySheet = ({ keys }: { keys: readonly KeyWords[] }) => {
  const [isOpen, open] = useState(false)
  useKeys({ '?': () => open(true) })
  return (
    <>
      <Button size="small" kind="quiet" shortcut="?" class="key-button" onPress={() => open(true)}>
        {t('keys')}
      </Button>
      <Dialog isOpen={isOpen} onClose={() => open(false)} title={t('keys')}>
        <div class="key-sheet">
          {keys.length > 0 && <List title={t('here')} keys={keys} />}
          <List
            title={t('everywhere')}
            keys={[
              ['/', t('find')],
              ['?', t('sheet')],
            ]}
          />
        </div>
      </Dialog>
    </>
  )
}
