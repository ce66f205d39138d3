import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useRpc } from '../../rpc.ts'
import { navigate } from '../hash-location.ts'
import { useCatalog } from '../use-catalog.ts'
import { useConnection, useConnectionChanged } from '../use-connection.ts'
import { usePreferences } from '../use-preferences.ts'
import { viewNames, viewPath } from '../views.ts'
import type { Command } from './command.ts'
import { useConversationCommands } from './use-conversation-commands.ts'

const THEMES = ['system', 'light', 'dark', 'high-contrast'] as const
const UNITS = ['per-million', 'per-thousand', 'per-token', 'raw'] as const
const DENSITIES = ['comfortable', 'compact'] as const

type Words = TFunction<readonly ['palette', 'app']>

/** All that the palette can do now for what is typed. `showShortcuts` is what the host does, as it owns both dialogs. */
export function useCommands(typed: string, showShortcuts: () => void): Command[] {
  const { t } = useTranslation(['palette', 'app'])
  const { refresh } = useCatalog()
  const models = useModelCommands()
  const connections = useConnectionCommands(t)
  const conversations = useConversationCommands(typed)
  const { preferences, change } = usePreferences()
  const { navigationCollapsed } = preferences
  return useMemo(() => {
    const actions = [
      action('shortcuts', t('shortcuts'), showShortcuts, '?'),
      action('refresh-prices', t('refreshPrices'), refresh),
      action('navigation', t('navigation'), () => change({ navigationCollapsed: !navigationCollapsed })),
      ...THEMES.map((theme) => action(`theme-${theme}`, t(`theme.${theme}`), () => change({ theme }))),
      ...UNITS.map((priceUnit) =>
        action(`unit-${priceUnit}`, t(`unit.${priceUnit}`), () => change({ priceUnit })),
      ),
      ...DENSITIES.map((density) =>
        action(`rows-${density}`, t(`density.${density}`), () => change({ density })),
      ),
    ]
    return [...viewCommands(t), ...conversations, ...actions, ...connections, ...models]
  }, [t, refresh, change, navigationCollapsed, showShortcuts, models, connections, conversations])
}

function action(id: string, name: string, run: () => void, hint = ''): Command {
  return { id, group: 'actions', name, words: '', hint, run }
}

function viewCommands(t: Words): Command[] {
  return viewNames.map((view, index) => ({
    id: `view-${view}`,
    group: 'views',
    name: t('openView', { view: t(`app:views.${view}`) }),
    words: '',
    hint: `Ctrl+${index + 1}`,
    run: () => navigate(viewPath(view)),
  }))
}

function useModelCommands(): Command[] {
  const { state } = useCatalog()
  const models = state.kind === 'known' ? state.catalog.models : null
  return useMemo(
    () =>
      (models ?? []).map(({ id, aliases }) => ({
        id: `model-${id}`,
        group: 'models',
        name: id,
        words: aliases.join(' '),
        hint: aliases.slice(0, 2).join(', '),
        run: () => navigate(`/models?model=${encodeURIComponent(id)}`),
      })),
    [models],
  )
}

function useConnectionCommands(t: Words): Command[] {
  const { client } = useRpc()
  const connection = useConnection().data
  const changed = useConnectionChanged()
  return useMemo(
    () =>
      (connection?.profiles ?? [])
        .filter(({ id }) => id !== connection?.active)
        .map(({ id, name, host }) => ({
          id: `connection-${id}`,
          group: 'connections',
          name: t('useConnection', { name }),
          words: host,
          hint: host,
          run: () => void client.connection.use({ profile: id }).then(changed),
        })),
    [client, connection, changed, t],
  )
}
