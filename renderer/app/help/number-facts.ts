import type { DocsPage } from './docs-pages.ts'
import type { NumberTerm } from './number-term.ts'

/**
 * Where a number comes from. `prices`: the price list. `bill`: the usage and cost an answer told. `count`: the server's
 * tokenizer. `estimate`: reckoned here from what was learned. `headers`: of the last answers. `key`: what the server
 * says of the key. `clock`: measured here. `ledger`: recorded here. `reference`: data bundled with the app. `computed`:
 * from the other ones. `yours`: entered. `disk`: this computer.
 */
export type Source =
  | 'bill'
  | 'computed'
  | 'count'
  | 'estimate'
  | 'prices'
  | 'headers'
  | 'key'
  | 'clock'
  | 'ledger'
  | 'reference'
  | 'yours'
  | 'disk'

type NumberFacts = { from: readonly Source[]; docs: DocsPage | null }

/** For every kind of number: its sources, the first being the main one, and the page that the provider has about it. */
export const NUMBER_FACTS: Readonly<Record<NumberTerm, NumberFacts>> = {
  'input-price': { from: ['prices'], docs: 'pricing' },
  'cached-price': { from: ['prices'], docs: 'caching' },
  'output-price': { from: ['prices'], docs: 'pricing' },
  'image-input-price': { from: ['prices'], docs: 'pricing' },
  'long-context-price': { from: ['prices'], docs: 'pricing' },
  'long-context-threshold': { from: ['prices'], docs: 'pricing' },
  'search-price': { from: ['prices'], docs: 'pricing' },
  'image-price': { from: ['prices'], docs: 'pricing' },
  'listed-price': { from: ['prices'], docs: 'models-reference' },
  'second-amount': { from: ['yours', 'prices'], docs: null },
  'price-change': { from: ['prices', 'ledger'], docs: 'pricing' },
  'price-history': { from: ['prices', 'ledger'], docs: 'pricing' },
  'context-length': { from: ['prices', 'reference'], docs: 'models' },
  'prompt-limit': { from: ['prices'], docs: 'models-reference' },
  'model-count': { from: ['prices'], docs: 'models-reference' },
  'price-age': { from: ['prices'], docs: null },
  'reference-price': { from: ['reference'], docs: null },
  'price-difference': { from: ['prices', 'reference'], docs: 'pricing' },
  'prompt-tokens': { from: ['estimate', 'count'], docs: 'key-and-tokens-reference' },
  'prompt-overhead': { from: ['estimate'], docs: 'cost-tracking' },
  'likely-cost': { from: ['estimate', 'prices'], docs: 'pricing' },
  'largest-cost': { from: ['estimate', 'prices'], docs: 'pricing' },
  'context-share': { from: ['estimate', 'count', 'prices'], docs: 'models' },
  'budget-left': { from: ['yours', 'ledger'], docs: null },
  'live-tokens': { from: ['estimate'], docs: 'cost-tracking' },
  'running-cost': { from: ['estimate', 'prices'], docs: 'cost-tracking' },
  'first-token': { from: ['clock'], docs: null },
  'answer-speed': { from: ['bill', 'clock'], docs: null },
  duration: { from: ['clock'], docs: null },
  billed: { from: ['bill'], docs: 'cost-tracking' },
  computed: { from: ['computed', 'prices'], docs: 'pricing' },
  'bill-difference': { from: ['bill', 'computed'], docs: 'cost-tracking' },
  'class-tokens': { from: ['bill'], docs: 'cost-tracking' },
  'class-price': { from: ['prices'], docs: 'pricing' },
  'class-amount': { from: ['computed', 'prices'], docs: 'pricing' },
  'request-total': { from: ['computed', 'prices'], docs: 'pricing' },
  'reasoning-tokens': { from: ['bill'], docs: 'reasoning' },
  'limits-left': { from: ['headers'], docs: 'rate-limits' },
  'message-cost': { from: ['bill', 'computed', 'estimate'], docs: 'cost-tracking' },
  'conversation-cost': { from: ['bill', 'computed', 'estimate'], docs: 'cost-tracking' },
  'answer-length': { from: ['bill', 'estimate'], docs: 'cost-tracking' },
  'event-time': { from: ['clock'], docs: null },
  'token-count': { from: ['count', 'estimate'], docs: 'key-and-tokens-reference' },
  'estimate-error': { from: ['estimate'], docs: null },
  characters: { from: ['computed'], docs: null },
  'text-bytes': { from: ['computed'], docs: null },
  'token-place': { from: ['count'], docs: 'key-and-tokens-reference' },
  'text-cost': { from: ['count', 'estimate', 'prices'], docs: 'pricing' },
  'count-difference': { from: ['count', 'estimate'], docs: 'key-and-tokens-reference' },
  'learned-factor': { from: ['estimate'], docs: null },
  'files-counted': { from: ['count'], docs: null },
  'workload-sum': { from: ['yours'], docs: null },
  'workload-cost': { from: ['yours', 'prices'], docs: 'pricing' },
  'cost-ratio': { from: ['computed', 'prices'], docs: null },
  'class-cost': { from: ['yours', 'prices'], docs: 'pricing' },
  'break-even': { from: ['yours', 'prices'], docs: 'pricing' },
  spent: { from: ['ledger', 'bill', 'computed', 'estimate'], docs: 'cost-tracking' },
  'request-count': { from: ['ledger'], docs: null },
  'billed-sum': { from: ['ledger', 'bill'], docs: 'cost-tracking' },
  'computed-sum': { from: ['ledger', 'computed'], docs: 'pricing' },
  'difference-sum': { from: ['ledger', 'bill', 'computed'], docs: 'cost-tracking' },
  'confirmed-part': { from: ['ledger', 'bill'], docs: 'cost-tracking' },
  'estimated-part': { from: ['ledger', 'estimate'], docs: null },
  'unknown-part': { from: ['ledger'], docs: null },
  'token-sum': { from: ['ledger', 'bill'], docs: 'cost-tracking' },
  'spend-chart': { from: ['ledger'], docs: null },
  'cost-spread': { from: ['ledger'], docs: null },
  'model-speed': { from: ['ledger', 'clock'], docs: null },
  'row-sequence': { from: ['ledger', 'bill'], docs: 'cost-tracking' },
  'row-tokens': { from: ['ledger', 'bill'], docs: 'cost-tracking' },
  'row-cost': { from: ['ledger', 'bill', 'computed', 'estimate'], docs: 'cost-tracking' },
  'month-end': { from: ['estimate', 'ledger'], docs: null },
  'budget-limit': { from: ['yours'], docs: null },
  'budget-used': { from: ['ledger'], docs: null },
  'what-if': { from: ['computed', 'ledger', 'prices'], docs: 'pricing' },
  reconciliation: { from: ['yours', 'ledger'], docs: 'billing-reference' },
  'try-number': { from: ['ledger'], docs: null },
  'import-count': { from: ['yours', 'ledger'], docs: null },
  'check-time': { from: ['clock', 'key'], docs: 'key-and-tokens-reference' },
  'permission-count': { from: ['key', 'prices'], docs: 'key-and-tokens-reference' },
  'data-size': { from: ['disk'], docs: null },
  retention: { from: ['yours'], docs: null },
}

/** Whether an attribute's value names a kind of number. */
export function isNumberTerm(value: string | null): value is NumberTerm {
  return value !== null && value in NUMBER_FACTS
}
