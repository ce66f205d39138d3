import { useTranslation } from 'react-i18next'
import type { Profile } from '../../../shared/contract/connection.ts'
import { loadMessages } from '../../messages/index.ts'

await Promise.all([loadMessages('connections'), loadMessages('failure')])

/** The words about connections; whoever uses them brings them along. */
export function useConnectionWords() {
  return useTranslation(['connections', 'ui', 'failure'])
}

export type ConnectionWords = ReturnType<typeof useConnectionWords>['t']

/** As the person called it; the built-in demo is called so in the language on screen. */
export function profileName({ kind, name }: Pick<Profile, 'kind' | 'name'>, t: ConnectionWords): string {
  return kind === 'demo' ? t('ui:demo') : name
}

/** Whether a connection has a key and how it is kept, such as `key …b14o in the keyring`. */
export function keyWords({ key, kind }: Pick<Profile, 'key' | 'kind'>, t: ConnectionWords): string {
  if (kind === 'demo') return t('connections:key.none')
  if (key.kind === 'absent') return t('connections:key.absent')
  const { lastFour } = key
  if (key.kind === 'unusable') return t('connections:key.unusable', { lastFour })
  return t(`connections:key.${key.storage}`, { lastFour })
}
