import type { TreeNode } from '../../shared/chat/conversation-tree.ts'
import { failureOf } from '../../shared/contract/failure.ts'
import { ServiceFailure } from '../services/ports.ts'
import { readNode } from './message-row.ts'
import type { Statements } from './statements.ts'

const TREE =
  'SELECT id, parent_id, chosen, removed_at FROM message WHERE conversation_id = ? ORDER BY sequence'
/** One that was removed before keeps its time: it is deleted for good so long after that. */
const PLACE = `
  UPDATE message SET parent_id = ?, chosen = ?, removed_at = iif(?, coalesce(removed_at, ?), NULL) WHERE id = ?
`

/** Conversations whose trees are remembered: those that are open, and some columns of a comparison. */
const REMEMBERED = 8

export type MessageTrees = {
  /** In the order in which they were added; the same array until something of it changes. */
  read(conversationId: string): readonly TreeNode[]
  /** Rows were added that stand where these nodes say; inside the caller's transaction, as `place`. */
  added(conversationId: string, nodes: readonly TreeNode[]): void
  /** Writes what is different: most changes touch a few nodes of a long conversation. `at`: UTC ms of a removal. */
  place(conversationId: string, nodes: readonly TreeNode[], at: number): void
  /** Forgets one, or all: something else changed its rows, or the transaction came to nothing. */
  forget(conversationId?: string): void
}

/**
 * The trees of the conversations used last, kept in memory: nobody else writes this database, and a change that first
 * read all places of a long conversation from it took longer for that than for everything else.
 */
export function createMessageTrees(sql: Statements): MessageTrees {
  const known = new Map<string, readonly TreeNode[]>()

  function keep(conversationId: string, nodes: readonly TreeNode[]): void {
    known.delete(conversationId)
    known.set(conversationId, nodes)
    const [oldest] = known.keys()
    if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest)
  }
  function read(conversationId: string): readonly TreeNode[] {
    const nodes = known.get(conversationId) ?? readAll(sql, conversationId)
    keep(conversationId, nodes)
    return nodes
  }
  return {
    read,
    added(conversationId, nodes) {
      if (nodes.length > 0) keep(conversationId, [...read(conversationId), ...nodes])
    },
    place(conversationId, nodes, at) {
      const before = read(conversationId)
      const changed = changedNodes(before, nodes)
      if (changed.size === 0) return
      for (const { id, parent, chosen, removed } of changed.values())
        sql(PLACE).run(parent, chosen, removed ? 1 : 0, Math.round(at), id)
      keep(
        conversationId,
        before.map((node) => changed.get(node.id) ?? node),
      )
    },
    forget(conversationId) {
      if (conversationId === undefined) known.clear()
      else known.delete(conversationId)
    },
  }
}

function readAll(sql: Statements, conversationId: string): TreeNode[] {
  return sql(TREE)
    .all(conversationId)
    .flatMap((row) => readNode(row) ?? [])
}

/** Those that stand elsewhere now. Throws `not-found` for one that is not there. */
function changedNodes(before: readonly TreeNode[], now: readonly TreeNode[]): Map<string, TreeNode> {
  const changed = new Map<string, TreeNode>()
  let byId: ReadonlyMap<string, TreeNode> | null = null
  for (const [at, node] of now.entries()) {
    // Nearly always the same object at the same place: a change leaves the other nodes as they are.
    if (before[at] === node) continue
    byId ??= new Map(before.map((known) => [known.id, known]))
    const old = byId.get(node.id)
    if (!old) throw new ServiceFailure(failureOf('not-found'))
    const same = old.parent === node.parent && old.chosen === node.chosen && old.removed === node.removed
    if (!same) changed.set(node.id, node)
  }
  return changed
}
