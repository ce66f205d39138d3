/** The closed lists of the ledger, apart from their schemas: the page shows them and loads no validator. */

import { COST_KINDS } from '../pricing/cost-kinds.ts'

export const SPANS = ['day', 'week', 'month', 'year'] as const

export const LEDGER_GROUPINGS = [
  'none',
  'model',
  'conversation',
  'key',
  'protocol',
  'connection',
  'state',
  'token-class',
] as const

export const LEDGER_STATES = ['pending', 'final', 'estimated', 'rejected', 'unknown'] as const

/** The classes that `spent` is made of, in the order in which a bill lists them. */
export const TOKEN_CLASSES = [
  ...COST_KINDS,
  /** Bill minus computed, and bills of which nothing is known but the sum. */
  'difference',
] as const

export const BUDGET_SCOPES = ['request', 'conversation', 'day', 'month', 'key'] as const

export const REFUSAL_REASONS = [
  'not-json',
  'not-a-request',
  'no-model',
  'no-time',
  'no-usage',
  'bad-number',
  'too-long',
  'before-retention',
  'beyond-sums',
] as const
