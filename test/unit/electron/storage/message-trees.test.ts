import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ChatStore, StoredMessage } from '../../../../electron/services/chat-store.ts'
import { ServiceFailure } from '../../../../electron/services/ports.ts'
import { loadEngine } from '../../../../electron/storage/engine.ts'
import type { TreeNode } from '../../../../shared/chat/conversation-tree.ts'
import { addAt, move, setRemoved } from '../../../../shared/chat/tree-changes.ts'
import { failureOf } from '../../../../shared/contract/failure.ts'
import { takeSteps, treeSteps } from '../../../support/tree-steps.ts'
import { finished, sampleAnswer, sampleMessage } from './samples.ts'
import { open, scratchFolder } from './scratch.ts'
import { startConversation } from './written-chats.ts'

/** Writes what came of a step as the services do: a new node comes with its message. */
function write(chats: ChatStore, id: string, before: readonly TreeNode[], after: readonly TreeNode[]): void {
  const added = after.slice(before.length).map((node) => sampleMessage(node.id))
  if (added.length > 0) chats.addMessages(id, added, after)
  else chats.place(id, after, 5)
}

describe('a tree that is remembered', () => {
  it('is what is on disk, whatever was done', () => {
    const folder = scratchFolder()
    const engine = loadEngine()
    const { chats } = open(folder, { engine })
    const told = new Map<string, readonly TreeNode[]>()
    let run = 0
    fc.assert(
      fc.property(treeSteps, (steps) => {
        run += 1
        const id = `c${run}`
        startConversation(chats, id)
        const own = (nodes: readonly TreeNode[]) =>
          nodes.map((node) => ({
            ...node,
            id: `${id}.${node.id}`,
            parent: node.parent && `${id}.${node.parent}`,
          }))
        takeSteps(steps, (before, after) => {
          write(chats, id, own(before), own(after))
          expect(chats.tree(id)).toEqual(own(after))
          told.set(id, own(after))
        })
      }),
      { numRuns: 60 },
    )
    const anew = open(folder, { engine }).chats
    for (const [id, nodes] of told) expect(anew.tree(id)).toEqual(nodes)
  })

  it('is true again when a transaction comes to nothing', () => {
    const { chats } = open(scratchFolder())
    startConversation(chats, 'c')
    chats.addMessages('c', [sampleMessage('a')], addAt([], 'a', { kind: 'end' }) ?? [])
    const before = chats.tree('c')
    const removed = setRemoved(before, 'a', true)
    expect(() =>
      chats.together(() => {
        chats.place('c', removed, 5)
        throw new ServiceFailure(failureOf('disk-full'))
      }),
    ).toThrow(ServiceFailure)
    expect(chats.tree('c')).toEqual(before)
    chats.place('c', removed, 5)
    chats.purge(9)
    expect(chats.tree('c')).toEqual([])
  })
})

/** Rows that SQLite handed out, and statements that were run, since the last look. */
function countedEngine() {
  const engine = loadEngine('node:sqlite')
  const counts = { rows: 0, statements: 0 }
  const look = () => {
    const { rows, statements } = counts
    Object.assign(counts, { rows: 0, statements: 0 })
    return { rows, statements }
  }
  return {
    look,
    engine: {
      ...engine,
      open(...given: Parameters<typeof engine.open>) {
        const database = engine.open(...given)
        const prepare = database.prepare.bind(database)
        database.prepare = (sql) => {
          const statement = prepare(sql)
          const [all, get, run] = [
            statement.all.bind(statement),
            statement.get.bind(statement),
            statement.run.bind(statement),
          ]
          const count = <Result>(rows: number, result: Result): Result => {
            counts.rows += rows
            counts.statements += 1
            return result
          }
          return Object.assign(statement, {
            all: (...input: Parameters<typeof all>) => {
              const rows = all(...input)
              return count(rows.length, rows)
            },
            get: (...input: Parameters<typeof get>) => count(1, get(...input)),
            run: (...input: Parameters<typeof run>) => count(0, run(...input)),
          })
        }
        return database
      },
    },
  }
}

/** A conversation of so many messages, a question and its billed answer in turn, one below the other. */
function longConversation(chats: ChatStore, length: number): void {
  startConversation(chats, 'c')
  const messages = Array.from(
    { length },
    (_, at): StoredMessage =>
      at % 2 === 0 ? sampleMessage(`m${at}`) : sampleAnswer(`m${at}`, finished, 'yes'),
  )
  const nodes = messages.map(({ id }, at): TreeNode => {
    return { id, parent: at === 0 ? null : `m${at - 1}`, chosen: at + 1, removed: false }
  })
  chats.addMessages('c', messages, nodes)
}

describe('a change of a long conversation', () => {
  /** What each change costs in a conversation of that length that is open already. */
  function workFor(length: number) {
    const { engine, look } = countedEngine()
    const { chats } = open(scratchFolder(), { engine })
    longConversation(chats, length)
    const nodes = () => chats.tree('c')
    nodes()
    const ids = nodes().map(({ id }) => id)
    chats.measures(ids)
    const changes: Record<string, () => unknown> = {
      add: () =>
        chats.together(() => {
          chats.addMessages('c', [sampleMessage('new')], addAt(nodes(), 'new', { kind: 'end' }) ?? [])
          chats.touch('c', 1)
        }),
      move: () => chats.place('c', move(nodes(), 'm3', { kind: 'after', id: 'm9' }) ?? [], 1),
      'move to the end': () => chats.place('c', move(nodes(), 'm4', { kind: 'end' }) ?? [], 1),
      remove: () => chats.place('c', setRemoved(nodes(), 'm5', true), 1),
      save: () => chats.saveAnswer(sampleAnswer('m7', finished, 'more')),
      'measure after it': () => chats.measures(ids),
      tell: () => chats.row('c'),
      list: () => chats.list({ cursor: null, limit: 50 }),
    }
    look()
    return Object.entries(changes).map(([name, change]) => {
      change()
      return [name, look()]
    })
  }

  it('reads and writes as few rows as one of a short one', () => {
    const work = workFor(3_000)
    expect(work).toEqual(workFor(12))
    for (const [, counts] of work) expect(counts).toMatchObject({ rows: expect.any(Number) })
  })
})
