import { type ConversationFile, readConversationFile } from '../../shared/chat/conversation-file.ts'
import { conversationMarkdown } from '../../shared/chat/conversation-markdown.ts'
import type { ImportOutcome } from '../../shared/contract/conversations.ts'
import type { SaveOutcome } from '../../shared/contract/exports.ts'
import { failureOf } from '../../shared/contract/failure.ts'
import { fromExactJson, toExactJson } from '../storage/exact-json.ts'
import type { ChatFeed } from './chat-feed.ts'
import type { ConversationCopy } from './conversation-copy.ts'
import type { ExportService } from './exports.ts'
import { inSlices } from './in-slices.ts'
import { ServiceFailure } from './ports.ts'
import type { ConversationReader } from './read-conversation.ts'

export type TransferFiles = {
  /** Shared with all other files that the page saves: one dialog at a time. */
  exports: Pick<ExportService, 'save'>
  /**
   * Asks for a file to read. `null`: none was chosen; `too-large`: it is beyond what is taken. Throws `ServiceFailure`
   * for what the disk refuses.
   */
  chooseText(): Promise<{ text: string } | 'too-large' | null>
}

type Ports = TransferFiles & { reader: ConversationReader; copy: ConversationCopy; feed: ChatFeed }
type One = { conversationId: string }

export type TransfersService = {
  duplicate(request: One): Promise<One>
  export(request: One & { kind: 'json' | 'markdown' }): Promise<SaveOutcome>
  import(): Promise<ImportOutcome>
  /** Reads what a file holds that the page was given. */
  importText(request: { text: string }): Promise<ImportOutcome>
}

/** Conversations as files, and as copies of one another. Throws `not-found` and what storing and dialogs throw. */
export function createTransfers({ reader, copy, feed, exports, chooseText }: Ports): TransfersService {
  async function put(file: ConversationFile): Promise<string | null> {
    const id = await copy.put(file)
    if (id !== null) feed.facts(id)
    return id
  }
  function nameOf(conversationId: string): string {
    const row = reader.row(conversationId)
    if (row === null) throw new ServiceFailure(failureOf('not-found'))
    return (row.title ?? row.opening ?? '').slice(0, 120) || 'Conversation'
  }
  async function markdown(conversationId: string, title: string): Promise<string> {
    const branch = await inSlices(reader.path(conversationId), (ids) => reader.messages(ids))
    return conversationMarkdown(title, branch)
  }
  /** As `toExactJson` writes the whole file, but not at once. */
  async function json(file: ConversationFile): Promise<string> {
    const { messages, ...rest } = file
    const head = toExactJson(rest).slice(0, -1)
    const written = await inSlices(messages, (slice) => slice.map((message) => toExactJson(message)))
    return `${head},"messages":[${written.join(',')}]}\n`
  }
  async function importText({ text }: { text: string }): Promise<ImportOutcome> {
    const read = readConversationFile(parsed(text))
    if (read.kind === 'newer') return { outcome: 'refused', why: 'newer' }
    const id = read.kind === 'read' ? await put(read.file) : null
    return id === null
      ? { outcome: 'refused', why: 'not-a-conversation' }
      : { outcome: 'imported', conversationIds: [id] }
  }
  return {
    importText,
    async duplicate({ conversationId }) {
      const made = await put(await copy.take(conversationId))
      if (made === null) throw new ServiceFailure(failureOf('storage-failed'))
      return { conversationId: made }
    },
    async export({ conversationId, kind }) {
      const suggestedName = nameOf(conversationId)
      const content =
        kind === 'json'
          ? await json(await copy.take(conversationId))
          : await markdown(conversationId, suggestedName)
      return exports.save({ kind, suggestedName, content })
    },
    async import() {
      const chosen = await chooseText()
      if (chosen === null) return { outcome: 'declined' }
      if (chosen === 'too-large') return { outcome: 'refused', why: 'too-large' }
      return importText(chosen)
    },
  }
}

function parsed(text: string): unknown {
  try {
    return fromExactJson(text)
  } catch {
    return null
  }
}
