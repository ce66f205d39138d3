import type { FaultCase } from './fault-case.ts'
import { hostileCases } from './hostile-cases.ts'
import { networkCases } from './network-cases.ts'
import { storageCases } from './storage-cases.ts'
import { streamCases } from './stream-cases.ts'

/** The 48 cases, in their order. */
export const faultCases: readonly FaultCase[] = [
  ...streamCases,
  ...networkCases,
  ...storageCases,
  ...hostileCases,
]
