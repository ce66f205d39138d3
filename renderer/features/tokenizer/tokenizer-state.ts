import type { Failure } from '../../../shared/contract/failure.ts'
import type { FileRun } from './files/file-run.ts'
import type { TokenTable } from './tokens/token-table.ts'

export type SlotName = 'a' | 'b'
/** `one` shows slot a; `two-models` counts the text of slot a on both models. */
export type Layout = 'one' | 'two-texts' | 'two-models'

/** Where the exact count of a slot stands. `waiting`: for a pause of typing, or for its turn. */
export type ExactState =
  | { kind: 'none' }
  | { kind: 'waiting' }
  | { kind: 'counting' }
  | { kind: 'counted' }
  /** `null`: an error nobody expected. Counting does not start by itself again until something changes. */
  | { kind: 'failed'; failure: Failure | null }

export type Slot = {
  text: string
  /** Grows when the text is set by something else than typing, so that the field shows it. */
  revision: number
  /** The field shows only the beginning of the text. */
  excerpt: boolean
  /** What the text was before a long one took its place; `null` when there was none. */
  before: string | null
  /** The file the text came from, while it is unchanged. */
  fileName: string | null
  /** The name that was chosen; `null` follows the list. */
  model: string | null
  exact: ExactState
  /** The latest tokens, of this text or, while a new count is not there yet, of the one before. */
  table: TokenTable | null
}

export type TokenizerState = {
  layout: Layout
  a: Slot
  b: Slot
  /** Ids of the list; a slot without a choice has the first. */
  listed: readonly string[]
  files: FileRun | null
}

/** A longer text that comes at once is shown by its beginning. */
export const LONG_TEXT = 100_000
/** Characters of that beginning. */
export const EXCERPT = 20_000

/** The longest text that is counted exactly, as in the contract. */
export const MOST_CHARACTERS = 4_194_304

const emptySlot: Slot = {
  text: '',
  revision: 0,
  excerpt: false,
  before: null,
  fileName: null,
  model: null,
  exact: { kind: 'none' },
  table: null,
}

export const emptyState: TokenizerState = {
  layout: 'one',
  a: emptySlot,
  b: emptySlot,
  listed: [],
  files: null,
}

/** The text that a slot counts. */
export function textOf(state: TokenizerState, name: SlotName): string {
  return name === 'b' && state.layout === 'two-models' ? state.a.text : state[name].text
}

export function modelOf(state: TokenizerState, name: SlotName): string | null {
  return state[name].model ?? state.listed[0] ?? null
}

export function isShown(state: TokenizerState, name: SlotName): boolean {
  return name === 'a' || state.layout !== 'one'
}

/** The tokens of a slot when they are those of its text on its model, else `null`. */
export function freshTable(state: TokenizerState, name: SlotName): TokenTable | null {
  const { table } = state[name]
  return table !== null && table.source === textOf(state, name) && table.model === modelOf(state, name)
    ? table
    : null
}
