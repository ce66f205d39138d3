import { draftSaverOf } from '../../app/draft-saver.ts'
import { oncePerClient } from '../../app/once-per-client.ts'
import { failureOfError, type RpcClient } from '../../rpc.ts'
import { createCountQueue } from './count-queue.ts'
import { createFileRuns, type FileRuns } from './files/file-runs.ts'
import { createSlices } from './slices.ts'
import {
  emptyState,
  freshTable,
  isShown,
  type Layout,
  LONG_TEXT,
  MOST_CHARACTERS,
  modelOf,
  type Slot,
  type SlotName,
  type TokenizerState,
  textOf,
} from './tokenizer-state.ts'
import { readTokenTable } from './tokens/token-table.ts'

/** After a pause of typing this long, in ms, the exact count is asked for. */
export const TYPING_PAUSE_MS = 800

export type TokenizerStore = {
  read(): TokenizerState
  subscribe(listener: () => void): () => void
  type(name: SlotName, text: string): void
  /** Puts a text in that was not typed. */
  fill(name: SlotName, text: string, fileName: string | null): void
  /** Shows all of a long text in its field, which makes typing slow. */
  editAll(name: SlotName): void
  choose(name: SlotName, model: string): void
  /** The list has come, or another one. */
  offer(listed: readonly string[]): void
  show(layout: Layout): void
  /** Counts now what is shown and not counted yet. */
  count(): void
  /** Ends what is under way; the next change of the text counts again. */
  stop(): void
  /** Another server or key: what was counted by the one before is not true here. */
  connectedTo(connection: string): void
  files: FileRuns
}

/** One for the life of the page: leaving the view loses nothing of what was typed. */
export const tokenizerStoreOf = oncePerClient(createTokenizerStore)

function createTokenizerStore(client: RpcClient): TokenizerStore {
  let state = emptyState
  let connection: string | null = null
  const listeners = new Set<() => void>()
  const queue = createCountQueue(client)
  const underWay: Record<SlotName, AbortController | null> = { a: null, b: null }
  let timer: ReturnType<typeof setTimeout> | undefined

  function set(change: Partial<TokenizerState>): void {
    state = { ...state, ...change }
    for (const listener of [...listeners]) listener()
  }
  function setSlot(name: SlotName, change: Partial<Slot>): void {
    set(name === 'a' ? { a: { ...state.a, ...change } } : { b: { ...state.b, ...change } })
  }
  const files = createFileRuns({ queue, read: () => state.files, set: (run) => set({ files: run }) })

  const keepDraft = draftSaverOf(client)
  function keep(name: SlotName): void {
    keepDraft({ kind: 'tokenizer', slot: name }, { text: state[name].text, images: [] })
  }
  /** What stood there when the page before this one went; what was typed in the meantime comes first. */
  async function restore(): Promise<void> {
    for (const name of ['a', 'b'] as const) {
      const draft = await client.drafts.read({ place: { kind: 'tokenizer', slot: name } })
      if (draft === null || state[name].text !== '' || state[name].revision > 0) continue
      fill(name, draft.text, null)
      if (name === 'b' && state.layout === 'one') set({ layout: 'two-texts' })
    }
  }
  function fill(name: SlotName, text: string, fileName: string | null): void {
    const excerpt = text.length > LONG_TEXT
    const before = excerpt && state[name].text !== '' ? state[name].text : null
    setSlot(name, { text, fileName, excerpt, before, revision: state[name].revision + 1 })
    changed(slotsWithText(state, name))
  }

  /** Something changed: what is under way for it is stale, and a new count is due after the pause. */
  function changed(names: readonly SlotName[]): void {
    for (const name of names) {
      underWay[name]?.abort()
      underWay[name] = null
      if (state[name].exact.kind !== 'failed') setSlot(name, { exact: dueState(state, name) })
    }
    clearTimeout(timer)
    timer = setTimeout(() => countDue(false), TYPING_PAUSE_MS)
  }
  function countDue(evenAfterFailure: boolean): void {
    clearTimeout(timer)
    for (const name of ['a', 'b'] as const) {
      if (!isShown(state, name) || underWay[name] !== null) continue
      if (state[name].exact.kind === 'failed' && !evenAfterFailure) continue
      if (dueState(state, name).kind === 'waiting') void ask(name)
    }
  }
  async function ask(name: SlotName): Promise<void> {
    const model = modelOf(state, name)
    if (model === null) return
    const text = textOf(state, name)
    const mine = new AbortController()
    underWay[name] = mine
    setSlot(name, { exact: { kind: 'counting' } })
    try {
      const answer = await queue({ model, text }, mine.signal)
      const table = await readTokenTable(answer, text, createSlices(mine.signal))
      if (underWay[name] !== mine) return
      underWay[name] = null
      setSlot(name, { exact: { kind: 'counted' }, table })
    } catch (error) {
      if (underWay[name] !== mine) return
      underWay[name] = null
      setSlot(name, { exact: { kind: 'failed', failure: failureOfError(error) } })
    }
  }
  /** What a failure was about is gone, so counting may start by itself again. */
  function forgive(names: readonly SlotName[]): void {
    for (const name of names)
      if (state[name].exact.kind === 'failed') setSlot(name, { exact: { kind: 'none' } })
    changed(names)
  }

  restore().catch(() => undefined)
  return {
    read: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    type(name, text) {
      setSlot(name, { text, fileName: null })
      changed(slotsWithText(state, name))
      keep(name)
    },
    fill(name, text, fileName) {
      fill(name, text, fileName)
      keep(name)
    },
    editAll: (name) => setSlot(name, { excerpt: false, before: null, revision: state[name].revision + 1 }),
    choose(name, model) {
      setSlot(name, { model })
      forgive([name])
    },
    offer(listed) {
      const before = state.listed[0]
      set({ listed })
      if (listed[0] !== before) changed(['a', 'b'])
    },
    show(layout) {
      set({ layout })
      setSlot('b', { model: secondModel(state) })
      changed(['b'])
    },
    count: () => countDue(true),
    stop() {
      for (const name of ['a', 'b'] as const) {
        if (underWay[name] === null) continue
        underWay[name]?.abort()
        underWay[name] = null
        setSlot(name, { exact: { kind: 'none' } })
      }
    },
    connectedTo(next) {
      const before = connection
      connection = next
      if (before === null || before === next) return
      files.clear()
      setSlot('a', { table: null })
      setSlot('b', { table: null })
      forgive(['a', 'b'])
    },
    files,
  }
}

function slotsWithText({ layout }: TokenizerState, name: SlotName): SlotName[] {
  return name === 'a' && layout === 'two-models' ? ['a', 'b'] : [name]
}

/** Two texts are compared on one model, and one text on two different ones. */
function secondModel(state: TokenizerState): string | null {
  const first = modelOf(state, 'a')
  if (state.layout === 'two-texts') return first
  return modelOf(state, 'b') !== first ? state.b.model : (state.listed.find((id) => id !== first) ?? null)
}

function dueState(state: TokenizerState, name: SlotName): Slot['exact'] {
  const { length } = textOf(state, name)
  if (length === 0 || length > MOST_CHARACTERS || modelOf(state, name) === null) return { kind: 'none' }
  return freshTable(state, name) === null ? { kind: 'waiting' } : { kind: 'counted' }
}
