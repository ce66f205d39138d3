import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { ImageType } from '../../shared/chat/content.ts'
import type { ImageStore } from '../services/chat-store.ts'
import type { Guard } from './guard.ts'
import { createStatements, Whole } from './statements.ts'

const Facts = z.object({ hash: z.string(), type: ImageType, width: Whole, height: Whole, bytes: Whole })
const Content = z.object({ content: z.instanceof(Uint8Array) })

/** Images of prompts, each once. */
export function createImageStore(database: DatabaseSync, guard: Guard): ImageStore {
  const sql = createStatements(database)
  const add = `
    INSERT INTO image (hash, type, width, height, bytes, stored_at, content) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (hash) DO UPDATE SET stored_at = excluded.stored_at
  `
  return {
    add: ({ hash, type, width, height, bytes }, content, at) =>
      guard(() => {
        sql(add).run(hash, type, width, height, bytes, Math.round(at), content)
      }),
    facts: (hash) =>
      guard(
        () =>
          Facts.safeParse(sql('SELECT hash, type, width, height, bytes FROM image WHERE hash = ?').get(hash))
            .data ?? null,
      ),
    content: (hash) =>
      guard(
        () =>
          Content.safeParse(sql('SELECT content FROM image WHERE hash = ?').get(hash)).data?.content ?? null,
      ),
  }
}
