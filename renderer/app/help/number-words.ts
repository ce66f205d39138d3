import type { glossary } from '../../messages/en/glossary.ts'
import type { NumberTerm } from './number-term.ts'

/** A word of the glossary. */
export type GlossaryWord = keyof typeof glossary

/** Words that one should know to read a number; most numbers need none. */
export const NUMBER_WORDS: { readonly [Term in NumberTerm]?: readonly GlossaryWord[] } = {
  'input-price': ['tick', 'token', 'price-unit'],
  'cached-price': ['tick', 'cached-input', 'cache-write'],
  'output-price': ['tick', 'reasoning-tokens'],
  'long-context-price': ['long-context'],
  'long-context-threshold': ['long-context'],
  'listed-price': ['tick', 'price-unit'],
  'context-length': ['context-window', 'reference-data'],
  'reference-price': ['reference-data', 'cache-write'],
  'prompt-tokens': ['token', 'estimate', 'overhead'],
  'prompt-overhead': ['overhead'],
  'likely-cost': ['estimate', 'tick'],
  'largest-cost': ['estimate', 'reasoning-tokens'],
  'context-share': ['context-window'],
  'budget-left': ['budget', 'ledger'],
  'first-token': ['first-token'],
  billed: ['billed', 'tick'],
  computed: ['computed', 'served-model'],
  'bill-difference': ['cached-input', 'long-context', 'priority-tier', 'served-model'],
  'class-tokens': ['cached-input', 'reasoning-tokens'],
  'class-price': ['price-unit', 'long-context', 'priority-tier'],
  'request-total': ['unknown', 'tick'],
  'reasoning-tokens': ['reasoning-tokens'],
  'limits-left': ['rate-limit', 'credits'],
  'token-count': ['token', 'tokenizer', 'estimate'],
  'estimate-error': ['estimate'],
  'workload-sum': ['workload'],
  'workload-cost': ['workload', 'tick'],
  'break-even': ['break-even'],
  spent: ['ledger', 'unknown', 'tick'],
  'confirmed-part': ['final', 'rejected'],
  'estimated-part': ['estimated'],
  'unknown-part': ['unknown'],
  'row-cost': ['final', 'estimated', 'rejected', 'unknown'],
  'budget-limit': ['budget'],
  'budget-used': ['budget'],
  reconciliation: ['reconcile', 'ledger'],
  'permission-count': ['access-string'],
}
