import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import { useRpc } from '../../rpc.ts'
import { useHelp } from '../help/help-context.tsx'
import type { ShownDialog } from '../palette/command.ts'
import { useCatalog } from '../use-catalog.ts'
import { usePreferences } from '../use-preferences.ts'
import { createRegistry, type Registry } from './registry.ts'

/** The commands, over what the page knows now. The same object as long as the page lives. */
export function useRegistry(show: (dialog: ShownDialog) => void): Registry {
  const { client, query } = useRpc()
  const queries = useQueryClient()
  const { refresh } = useCatalog()
  const { preferences, change } = usePreferences()
  const help = useHelp()
  const now = useRef({ preferences, refresh, show, help })
  useEffect(() => {
    now.current = { preferences, refresh, show, help }
  })
  return useMemo(
    () =>
      createRegistry({
        client,
        change,
        preferences: () => now.current.preferences,
        refreshPrices: () => now.current.refresh(),
        conversationsChanged: () => queries.invalidateQueries({ queryKey: query.conversations.list.key() }),
        show: (dialog) => now.current.show(dialog),
        help: () => now.current.help,
      }),
    [client, change, queries, query],
  )
}
