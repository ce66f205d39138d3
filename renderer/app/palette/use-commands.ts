import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type CommandId, commandIds } from '../../../shared/desktop/commands.ts'
import { useRpc } from '../../rpc.ts'
import { commandName } from '../desktop/command-names.ts'
import { keyNames } from '../desktop/key-names.ts'
import { useRecent } from '../desktop/use-recent.ts'
import { navigate } from '../hash-location.ts'
import { useCatalog } from '../use-catalog.ts'
import { useConnection, useConnectionChanged } from '../use-connection.ts'
import type { Command } from './command.ts'
import { useConversationCommands } from './use-conversation-commands.ts'

type Words = TFunction<readonly ['palette', 'desktop', 'app']>

/** All that the palette can do now for what is typed. `run` does a command of the registry. */
export function useCommands(typed: string, run: (command: CommandId) => void): Command[] {
  const { t } = useTranslation(['palette', 'desktop', 'app'])
  const registered = useRegisteredCommands(run)
  const models = useModelCommands()
  const connections = useConnectionCommands(t)
  const conversations = useConversationCommands(typed)
  const recent = useRecentCommands()
  return useMemo(
    () => [...registered, ...recent, ...conversations, ...connections, ...models],
    [registered, recent, conversations, connections, models],
  )
}

function useRegisteredCommands(run: (command: CommandId) => void): Command[] {
  const { t } = useTranslation(['desktop', 'app'])
  return useMemo(
    () =>
      commandIds()
        .filter((id) => id !== 'palette')
        .map((id) => ({
          id,
          group: id.startsWith('view-') ? 'views' : 'actions',
          name: commandName(t, id),
          words: '',
          hint: keyNames(id).join('+'),
          run: () => run(id),
        })),
    [t, run],
  )
}

/** Models and comparisons that were looked at last; conversations have a group of their own. */
function useRecentCommands(): Command[] {
  const { t } = useTranslation('palette')
  const { models, comparisons } = useRecent()
  return useMemo(() => {
    const command = (kind: 'model' | 'comparison', label: string, address: string): Command => ({
      id: `recent-${address}`,
      group: 'recent',
      name: label,
      words: '',
      hint: t(`recent.${kind}`),
      run: () => navigate(address),
    })
    return [
      ...models.slice(0, 4).map(({ label, address }) => command('model', label, address)),
      ...comparisons.slice(0, 4).map(({ label, address }) => command('comparison', label, address)),
    ]
  }, [models, comparisons, t])
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
        .map(({ id, name, kind, host }) => ({
          id: `connection-${id}`,
          group: 'connections',
          name: t('useConnection', { name: kind === 'demo' ? t('app:status.demo') : name }),
          words: host,
          hint: host,
          run: () => void client.connection.use({ profile: id }).then(changed),
        })),
    [client, connection, changed, t],
  )
}
