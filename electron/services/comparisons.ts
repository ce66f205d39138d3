import { comparisonMarkdown } from '../../shared/chat/comparison-markdown.ts'
import type { Catalog } from '../../shared/contract/catalog.ts'
import type { Comparison, ComparisonColumn, ComparisonRow } from '../../shared/contract/comparisons.ts'
import type { ChatSetup, Spent } from '../../shared/contract/conversation.ts'
import { failureOf } from '../../shared/contract/failure.ts'
import type { ImageToUse } from '../../shared/contract/message.ts'
import { rawPrompt } from '../../shared/estimate/prompt-estimate.ts'
import { mustTakeImages } from './answer-start.ts'
import type { ChatService } from './chat.ts'
import type { ChatStore, Paged } from './chat-store.ts'
import type { ComparisonStore, StoredColumn, StoredComparison } from './comparison-store.ts'
import { ratesFrom } from './known-rates.ts'
import type { MessagesService } from './messages.ts'
import { type Clock, ServiceFailure, type Target } from './ports.ts'
import type { ConversationReader } from './read-conversation.ts'
import type { ReportBug } from './report-bug.ts'
import { createRequestMemory } from './request-memory.ts'
import { createSpendCaps } from './spend-caps.ts'

type Ports = {
  store: ComparisonStore
  chats: ChatStore
  reader: ConversationReader
  chat: Pick<ChatService, 'send' | 'stop'>
  messages: Pick<MessagesService, 'add'>
  connection: { target(): Promise<Target> }
  catalog: { read(): Promise<Catalog> }
  clock: Clock
  uuid: () => string
  reportBug: ReportBug
}

type One = { comparisonId: string }
type Start = {
  requestId: string
  system: string
  text: string
  images: readonly ImageToUse[]
  columns: readonly ChatSetup[]
  cap: bigint | null
}

export type ComparisonsService = {
  start(request: Start): Promise<Comparison>
  stop(request: One): Comparison
  read(request: One): Comparison
  list(page: { cursor: string | null; limit: number }): Paged<ComparisonRow>
  vote(request: One & { position: number | null }): Comparison
  note(request: One & { position: number | null; note: string }): Comparison
  remove(request: One): Record<string, never>
  restore(request: One): Comparison
  markdown(request: One): { text: string }
  /** What a column cost so far; once the cap is reached, what still runs is stopped. */
  costSoFar(conversationId: string, ticks: bigint | null): void
  /** A column has come to its end. */
  settled(conversationId: string): void
}

/** One prompt to several models at once. Each column is a conversation of its own that no list shows. */
export function createComparisons(ports: Ports): ComparisonsService {
  const { store, chats, reader, chat, clock, uuid } = ports
  const once = createRequestMemory<Comparison>()
  const caps = createSpendCaps((comparisonId, columns) => {
    for (const { conversationId, position } of columns) {
      if (!chat.stop({ conversationId }).stopped) continue
      store.changeColumn(comparisonId, position, { state: 'stopped-by-cap' })
    }
  })

  async function start(request: Start): Promise<Comparison> {
    const target = await ports.connection.target()
    const catalog = await ports.catalog.read()
    if (request.images.length > 0)
      for (const { model } of request.columns) mustTakeImages(model, target, catalog)
    const states = startable(request, ratesFrom(catalog, target))
    const at = clock.now()
    const columns = request.columns.map((setup, position): StoredColumn & { setup: ChatSetup } => {
      const conversationId = uuid()
      chats.create({ id: conversationId, at, setup, hidden: true })
      return { position, conversationId, state: states[position] ?? 'started', note: '', setup }
    })
    const { system, text, images, cap } = request
    const id = uuid()
    const stored = { id, createdAt: at, system, text, images: [...images], cap, vote: null, note: '' }
    store.add({ ...stored, columns })
    const started = columns.filter(({ state }) => state === 'started')
    if (cap !== null) caps.watch(id, cap, started)
    const asked = await Promise.allSettled(
      started.map(({ conversationId, setup }) => ask(conversationId, setup, request)),
    )
    const refused = asked.flatMap((outcome, at) => (outcome.status === 'rejected' ? [{ outcome, at }] : []))
    if (refused.length === started.length && refused[0] !== undefined) {
      store.setRemoved(id, at)
      throw refused[0].outcome.reason
    }
    for (const { outcome, at } of refused) noteRefusal(id, started[at]?.position ?? 0, outcome.reason)
    return read({ comparisonId: id })
  }
  /** The others are asked and paid for: a failure of the whole would hide them, and pressing again would pay twice. */
  function noteRefusal(comparisonId: string, position: number, reason: unknown): void {
    if (!(reason instanceof ServiceFailure)) ports.reportBug('comparisons', reason)
    const isBudget = reason instanceof ServiceFailure && reason.failure.code === 'budget-reached'
    const state = isBudget ? 'not-started-budget' : 'not-started-refused'
    store.changeColumn(comparisonId, position, { state })
  }
  async function ask(
    conversationId: string,
    setup: ChatSetup,
    { system, text, images }: Start,
  ): Promise<void> {
    if (system !== '') {
      const message = { role: 'system' as const, text: system, images: [], toolCallId: null }
      ports.messages.add({ conversationId, place: { kind: 'end' }, message })
    }
    await chat.send({ requestId: uuid(), conversationId, setup, text, images })
  }

  function stored({ comparisonId }: One): StoredComparison {
    const found = store.read(comparisonId)
    if (found === null) throw new ServiceFailure(failureOf('not-found'))
    return found
  }
  function read(one: One): Comparison {
    const { images, columns, ...rest } = stored(one)
    const shown = columns.flatMap((column) => columnOf(column) ?? [])
    return { ...rest, images: images.map(({ hash }) => hash), columns: shown, spent: spentOn(columns) }
  }
  function columnOf({ conversationId, ...column }: StoredColumn): ComparisonColumn | null {
    const row = chats.row(conversationId)
    const model = row?.setup.model ?? null
    if (row === null || model === null) return null
    const [answer] = reader.conversation(conversationId, { before: null, limit: 1 }).messages
    const setup = { ...row.setup, model }
    return { ...column, conversationId, setup, answer: answer?.role === 'assistant' ? answer : null }
  }
  function spentOn(columns: readonly StoredColumn[]): Spent {
    return columns.reduce<Spent>(
      (sum, { conversationId }) => {
        const spent = chats.row(conversationId)?.spent
        return spent ? { ticks: sum.ticks + spent.ticks, complete: sum.complete && spent.complete } : sum
      },
      { ticks: 0n, complete: true },
    )
  }
  function rowOf({ id, createdAt, system, text, columns, vote }: StoredComparison): ComparisonRow {
    const models = columns.flatMap(({ conversationId }) => chats.row(conversationId)?.setup.model ?? [])
    const opening = (text === '' ? system : text).slice(0, 300)
    return { id, createdAt, opening, models, vote, spent: spentOn(columns) }
  }

  return {
    start: (request) => once(request.requestId, () => start(request)),
    stop(one) {
      for (const { conversationId } of stored(one).columns) chat.stop({ conversationId })
      return read(one)
    },
    read,
    list(page) {
      const { rows, next } = store.list(page)
      return { rows: rows.map(rowOf), next }
    },
    vote({ position, ...one }) {
      if (position !== null && !stored(one).columns.some((column) => column.position === position)) {
        throw new ServiceFailure(failureOf('not-found'))
      }
      store.change(stored(one).id, { vote: position })
      return read(one)
    },
    note({ position, note, ...one }) {
      const { id } = stored(one)
      if (position === null) store.change(id, { note })
      else store.changeColumn(id, position, { note })
      return read(one)
    },
    remove(one) {
      for (const { conversationId } of stored(one).columns) chat.stop({ conversationId })
      store.setRemoved(one.comparisonId, clock.now())
      return {}
    },
    restore(one) {
      store.setRemoved(one.comparisonId, null)
      return read(one)
    },
    markdown: (one) => ({ text: comparisonMarkdown(read(one)) }),
    costSoFar: caps.costSoFar,
    settled: (conversationId) =>
      caps.costSoFar(conversationId, chats.row(conversationId)?.spent.ticks ?? null),
  }
}

/** With a cap, a column starts only when its price is known and the prompts of those that start do not reach it yet. */
function startable(
  { system, text, columns, cap }: Start,
  ratesFor: ReturnType<typeof ratesFrom>,
): StoredColumn['state'][] {
  const { raw } = rawPrompt([system, text])
  let expected = 0n
  return columns.map(({ model }) => {
    if (cap === null) return 'started'
    const input = ratesFor(model, null).rates?.input ?? null
    if (input === null) return 'not-started-price'
    if (expected + input * BigInt(raw) >= cap) return 'not-started-cap'
    expected += input * BigInt(raw)
    return 'started'
  })
}
