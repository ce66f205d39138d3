import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Preferences } from '../../shared/contract/preferences.ts'
import { DEFAULT_PREFERENCES } from '../../shared/default-preferences.ts'
import { useRpc } from '../rpc.ts'

type Change = { [Name in keyof Preferences]?: Preferences[Name] | undefined }

function changed(before: Preferences, change: Change): Preferences {
  // `null` is a value of its own here: only what is undefined stays as it was.
  const given = Object.entries(change).filter(([, value]) => value !== undefined)
  return { ...before, ...Object.fromEntries(given) }
}

/**
 * The view preferences, with their initial values until they are read. `change` shows at once and is then written;
 * a write that fails keeps what is shown for this session: preferences may be lost without harm.
 */
export function usePreferences(): {
  preferences: Preferences
  known: boolean
  change: (change: Change) => void
} {
  const { query } = useRpc()
  const queries = useQueryClient()
  const read = useQuery(query.preferences.read.queryOptions())
  const write = useMutation(
    query.preferences.change.mutationOptions({
      onMutate: (change) => {
        queries.setQueryData(query.preferences.read.queryKey(), (before) =>
          changed(before ?? DEFAULT_PREFERENCES, change),
        )
      },
    }),
  )
  return {
    preferences: read.data ?? DEFAULT_PREFERENCES,
    known: read.data !== undefined,
    change: write.mutate,
  }
}
