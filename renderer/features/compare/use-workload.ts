import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Workload } from '../../../shared/compare/workload.ts'
import { readWorkload, workloadKeys, workloadTexts } from '../../../shared/compare/workload-address.ts'
import { beforeLeaving } from '../../app/hash-location.ts'

type Change = (change: Record<string, string | null>, options: { replace: boolean }) => void

/** A workload that is being changed, and what the address said when that began. */
type Draft = { base: string; workload: Workload }

/** Chromium allows 200 changes of the address in 30 seconds; a slider makes more than that. */
const WRITE_AFTER_MS = 200

/**
 * The workload of the address. A change shows at once and is written to the address when it has come to rest or
 * the view is left; when the address itself changes in between (Back, a link), the address wins.
 */
export function useWorkload(
  address: URLSearchParams,
  change: Change,
): { workload: Workload; setWorkload: (workload: Workload) => void } {
  const said = workloadKeys.map((key) => `${key}=${address.get(key) ?? ''}`).join('&')
  const [draft, setDraft] = useState<Draft | null>(null)
  const current = draft?.base === said ? draft.workload : null
  useEffect(() => {
    if (current === null) return
    const write = () => change(workloadTexts(current), { replace: true })
    const timer = setTimeout(write, WRITE_AFTER_MS)
    const stay = beforeLeaving(write)
    return () => {
      clearTimeout(timer)
      stay()
    }
  }, [current, change])
  const written = useMemo(() => readWorkload(new URLSearchParams(said)), [said])
  return {
    workload: current ?? written,
    setWorkload: useCallback((workload) => setDraft({ base: said, workload }), [said]),
  }
}
