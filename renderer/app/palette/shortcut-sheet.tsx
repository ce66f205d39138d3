import './palette.css'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { loadMessages } from '../../messages/index.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { commandName } from '../desktop/command-names.ts'
import { keyNames } from '../desktop/key-names.ts'
import { commandsWithKeys, SHORTCUTS } from './shortcuts.ts'

await loadMessages('palette')
await loadMessages('desktop')

const isMac = navigator.userAgent.includes('Mac')

/** Every key there is, by place. */
export function ShortcutSheet({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation('palette')
  return (
    <Dialog label={t('sheet.name')} onClose={onClose}>
      <div className="sheet">
        <div className="sheet-head">
          <h2>{t('sheet.name')}</h2>
          <button type="button" className="plain-button" onClick={onClose}>
            {t('sheet.close')}
          </button>
        </div>
        <div className="sheet-body">
          <CommandKeys />
          <Group
            title={t('sheet.everywhere.title')}
            keys={SHORTCUTS.everywhere}
            word={(name) => t(`sheet.everywhere.${name}`)}
          />
          <Group
            title={t('sheet.tables.title')}
            keys={SHORTCUTS.tables}
            word={(name) => t(`sheet.tables.${name}`)}
          />
          <Group
            title={t('sheet.tokens.title')}
            keys={SHORTCUTS.tokens}
            word={(name) => t(`sheet.tokens.${name}`)}
          />
          <Group
            title={t('sheet.playground.title')}
            keys={SHORTCUTS.playground}
            word={(name) => t(`sheet.playground.${name}`)}
          />
        </div>
      </div>
    </Dialog>
  )
}

/** The keys of the commands, which the menus show too. */
function CommandKeys(): ReactNode {
  const { t } = useTranslation(['desktop', 'app', 'palette'])
  const title = t('palette:groups.actions')
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <dl className="shortcut-list">
        {commandsWithKeys().map((id) => (
          <div key={id}>
            <dt>{commandName(t, id)}</dt>
            <dd>
              {keyNames(id).map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

type GroupProps<Name extends string> = {
  title: string
  keys: Readonly<Record<Name, readonly string[]>>
  word: (name: Name) => string
}

function Group<Name extends string>({ title, keys, word }: GroupProps<Name>): ReactNode {
  const isName = (name: string): name is Name => name in keys
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <dl className="shortcut-list">
        {Object.keys(keys)
          .filter(isName)
          .map((name) => (
            <div key={name}>
              <dt>{word(name)}</dt>
              <dd>
                {keys[name].map((key) => (
                  <kbd key={key}>{key === 'Mod' ? (isMac ? '⌘' : 'Ctrl') : key}</kbd>
                ))}
              </dd>
            </div>
          ))}
      </dl>
    </section>
  )
}
