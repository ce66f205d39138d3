import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type Permissions, parsePermissions } from '../../../../shared/permissions/permissions.ts'
import { useRpc } from '../../../rpc.ts'

/** What the key in use may do; `null` while that is not known. `wanted` keeps the question back until the list is there. */
export function useKeyPermissions(wanted: boolean): Permissions | null {
  const { query } = useRpc()
  const { data } = useQuery(query.connection.inspectKey.queryOptions({ enabled: wanted }))
  const acls = data?.acls
  return useMemo(() => (acls === undefined ? null : parsePermissions(acls)), [acls])
}
