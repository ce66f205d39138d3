import { createHash } from 'node:crypto'
import {
  type ConversationFile,
  FILE_FORMAT,
  FILE_VERSION,
  type FileMessage,
} from '../../shared/chat/conversation-file.ts'
import { readTree } from '../../shared/chat/conversation-tree.ts'
import { imageSize } from '../../shared/chat/image-size.ts'
import type { Attempt } from '../../shared/contract/attempt.ts'
import { failureOf } from '../../shared/contract/failure.ts'
import type { ChatStore, ImageStore, NewMessage } from './chat-store.ts'
import { inSlices } from './in-slices.ts'
import { type Clock, ServiceFailure } from './ports.ts'
import type { ConversationReader } from './read-conversation.ts'

type Ports = {
  store: ChatStore
  images: ImageStore
  reader: ConversationReader
  clock: Clock
  uuid: () => string
}

export type ConversationCopy = {
  /** Everything of a conversation but what was removed from it. Throws `not-found`. Long ones do not hold others up. */
  take(conversationId: string): Promise<ConversationFile>
  /** A new conversation that holds the same; `null` when an image is not what it says. Throws what storing throws. */
  put(file: ConversationFile): Promise<string | null>
}

/** Takes whole conversations out and puts them in: for files and for duplicates. `put` then `take` gives the same. */
export function createConversationCopy({ store, images, reader, clock, uuid }: Ports): ConversationCopy {
  async function take(conversationId: string): Promise<ConversationFile> {
    const row = reader.row(conversationId)
    if (row === null) throw new ServiceFailure(failureOf('not-found'))
    const nodes = store.tree(conversationId)
    const tree = readTree(nodes)
    const kept = nodes.filter(({ removed }) => !removed)
    const places = new Map(kept.map(({ id }, at) => [id, at]))
    const chosen = new Map(kept.map((node) => [node.id, node.chosen]))
    const messages = await inSlices(
      kept.map(({ id }) => id),
      (ids) => reader.messages(ids),
    )
    const hashes = [...new Set(messages.flatMap((message) => message.images.map(({ hash }) => hash)))].sort()
    return {
      ...{
        format: FILE_FORMAT,
        version: FILE_VERSION,
        title: row.title,
        createdAt: row.createdAt,
        setup: row.setup,
      },
      messages: messages.map(({ id, images: used, copied: _, ...message }): FileMessage => {
        const above = tree.parentOf(id)
        const shown = used.map(({ hash, at, detail }) => ({ hash, at, detail }))
        const parent = above === null ? null : (places.get(above) ?? null)
        return { parent, chosen: chosen.get(id) ?? 0, ...message, images: shown }
      }),
      images: hashes.flatMap((hash) => {
        const facts = images.facts(hash)
        const content = images.content(hash)
        return facts && content ? [{ ...facts, base64: Buffer.from(content).toString('base64') }] : []
      }),
    }
  }

  async function put(file: ConversationFile): Promise<string | null> {
    const stored = file.images.map((image) => ({ image, content: Buffer.from(image.base64, 'base64') }))
    if (!stored.every(({ image, content }) => isWhatItSays(image, content))) return null
    for (const {
      image: { base64: _, ...facts },
      content,
    } of stored)
      images.add(facts, content, clock.now())
    const facts = new Map(file.images.map(({ base64: _, ...image }) => [image.hash, image]))
    const ids = file.messages.map(() => uuid())
    const idAt = (at: number | null) => (at === null ? null : (ids[at] ?? null))
    const messages = file.messages.map(({ parent: _, chosen: __, ...message }, at): NewMessage => {
      const used = message.images.flatMap((image) => {
        const known = facts.get(image.hash)
        return known ? [{ ...known, ...image }] : []
      })
      const attempt = endedInCopy(message.attempt)
      return { ...message, id: ids[at] ?? uuid(), images: used, attempt, copied: attempt !== null }
    })
    const nodes = file.messages.map(({ parent, chosen }, at) => {
      return { id: ids[at] ?? '', parent: idAt(parent), chosen, removed: false }
    })
    const id = uuid()
    store.create({ id, at: file.createdAt, setup: file.setup, hidden: false })
    // Nobody sees it before it is whole: what an end of the app leaves behind is deleted like anything removed.
    store.setRemoved(id, clock.now())
    if (file.title !== null) store.change(id, { title: file.title })
    await inSlices(messages, (slice, from) => {
      store.addMessages(id, slice, nodes.slice(0, from + slice.length))
      return []
    })
    store.setRemoved(id, null)
    store.touch(id, clock.now())
    return id
  }

  return { take, put }
}

/** An answer that was under way goes on where it was asked for; its copy hears nothing of its end. */
function endedInCopy(attempt: Attempt | null): Attempt | null {
  const kind = attempt?.state.kind
  const isOpen = attempt !== null && (kind === 'pending' || kind === 'streaming')
  return isOpen ? { ...attempt, state: { kind: 'unknown' } } : attempt
}

function isWhatItSays(image: ConversationFile['images'][number], content: Uint8Array): boolean {
  const size = imageSize(content)
  return (
    size.kind === 'known' &&
    size.type === image.type &&
    size.width === image.width &&
    size.height === image.height &&
    content.length === image.bytes &&
    createHash('sha256').update(content).digest('hex') === image.hash
  )
}
