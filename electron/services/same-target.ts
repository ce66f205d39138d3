import type { Target } from './ports.ts'

/** Whether both mean the same server, asked with the same key in the same way. */
export function isSameTarget(one: Target, other: Target): boolean {
  return one.baseUrl === other.baseUrl && one.key === other.key && one.kind === other.kind
}
