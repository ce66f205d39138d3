import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadEngine } from '../../../../electron/storage/engine.ts'
import { migrations } from '../../../../electron/storage/migrations/in-order.ts'
import { open, scratchFolder } from './scratch.ts'
import { shownMessages } from './written-chats.ts'

const BEFORE = migrations.filter(({ version }) => version < 5)

describe.each(['node:sqlite', '@photostructure/sqlite'] as const)(
  'conversations from before, on %s',
  (name) => {
    const engine = loadEngine(name)

    /** A conversation in which a question was asked twice after a failure, and one that is empty. */
    function oldFolder(): string {
      const folder = scratchFolder()
      open(folder, { engine, migrations: BEFORE }).close()
      const database = engine.open(join(folder, 'tokenbook.sqlite'))
      database.exec(
        `INSERT INTO conversation (id, model, created_at) VALUES ('old', 'grok-3', 10), ('empty', NULL, 20)`,
      )
      const add = database.prepare(
        `INSERT INTO message (id, conversation_id, role, created_at, text, reasoning) VALUES (?, 'old', ?, 15, ?, '')`,
      )
      for (const [id, role, text] of [
        ['q1', 'user', 'first question'],
        ['a1', 'assistant', 'half an ans'],
        ['a2', 'assistant', 'whole answer'],
        ['q2', 'user', 'second question'],
        ['a3', 'assistant', 'second answer'],
      ]) {
        add.run(id ?? '', role ?? '', text ?? '')
      }
      database.close()
      return folder
    }

    it('are there, in order, with answers asked again as branches', () => {
      const { chats, search } = open(oldFolder(), { engine })
      expect(chats.latest()).toBe('empty')
      expect(shownMessages(chats, 'old').map(({ id }) => id)).toEqual(['q1', 'a2', 'q2', 'a3'])
      expect(chats.tree('old').find(({ id }) => id === 'a1')).toMatchObject({ parent: 'q1', removed: false })
      expect(chats.row('old')).toMatchObject({
        ...{ title: null, opening: 'first question', pinned: false, messageCount: 5, updatedAt: 15 },
        setup: { model: 'grok-3', protocol: 'chat', parameters: {} },
      })
      expect(search.index(100)).toBe(7)
      expect(search.find('"half"', { cursor: null, limit: 5 }).rows).toMatchObject([{ messageId: 'a1' }])
    })
  },
)
