import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type Permissions, parsePermissions } from '../../../../shared/permissions/permissions.ts'
import { useRpc } from '../../../rpc.ts'

/** What the key in use may do; `null` while that is not known, or cannot be asked. */
export function useAllowed(): Permissions | null {
  const { query } = useRpc()
  const { data } = useQuery(query.connection.inspectKey.queryOptions())
  return useMemo(() => (data === undefined ? null : parsePermissions(data.acls)), [data])
}
