import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import { type Permissions, parsePermissions } from '../../../shared/permissions/permissions.ts'
import { useRpc } from '../../rpc.ts'

/**
 * What the key in use may do; `null` while that is not known. Asked once the list was read at `readAt` (UTC ms), and
 * again after a newer reading when the answer failed before.
 */
export function useKeyPermissions(readAt: number | null): Permissions | null {
  const { query } = useRpc()
  const wanted = query.connection.inspectKey.queryOptions({ enabled: readAt !== null })
  const { data, isError, refetch } = useQuery(wanted)
  const asked = useRef(readAt)
  useEffect(() => {
    if (asked.current === readAt) return
    asked.current = readAt
    if (isError) void refetch()
  }, [readAt, isError, refetch])
  const acls = data?.acls
  return useMemo(() => (acls === undefined ? null : parsePermissions(acls)), [acls])
}
