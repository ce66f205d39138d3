import { describe, expect, it } from 'vitest'
import { loadEngine } from '../../../../electron/storage/engine.ts'
import type { DraftPlace } from '../../../../shared/contract/drafts.ts'
import { open, scratchFolder } from './scratch.ts'
import { startConversation } from './written-chats.ts'

const of = (conversationId: string): DraftPlace => ({ kind: 'conversation', conversationId })
const hash = 'ab'.repeat(32)

describe.each(['node:sqlite', '@photostructure/sqlite'] as const)('drafts on %s', (name) => {
  const engine = loadEngine(name)

  it('are there after a restart, each in its place, until they are erased', () => {
    const folder = scratchFolder()
    const before = open(folder, { engine })
    startConversation(before.chats, 'c')
    before.drafts.save(of('c'), { text: 'half a thou', images: [hash] })
    before.drafts.save({ kind: 'tokenizer', slot: 'a' }, { text: 'Grüße 👋', images: [] })
    before.close()
    const { drafts } = open(folder, { engine })
    expect(drafts.read(of('c'))).toEqual({ text: 'half a thou', images: [hash] })
    expect(drafts.read({ kind: 'tokenizer', slot: 'a' })).toEqual({ text: 'Grüße 👋', images: [] })
    expect(drafts.read({ kind: 'tokenizer', slot: 'b' })).toBeNull()
    drafts.save(of('c'), { text: 'whole thought', images: [] })
    expect(drafts.read(of('c'))).toEqual({ text: 'whole thought', images: [] })
    drafts.save(of('c'), null)
    expect(drafts.read(of('c'))).toBeNull()
  })

  it('go for good with their conversation, and are none of one that is not there', () => {
    const { chats, drafts } = open(scratchFolder(), { engine })
    startConversation(chats, 'c')
    drafts.save(of('c'), { text: 'x', images: [] })
    drafts.save(of('gone'), { text: 'x', images: [] })
    expect(drafts.read(of('gone'))).toBeNull()
    chats.setRemoved('c', 5)
    expect(drafts.read(of('c'))).not.toBeNull()
    chats.purge(9)
    expect(drafts.read(of('c'))).toBeNull()
  })

  it('are the newest few hundred at most', () => {
    const { chats, drafts } = open(scratchFolder(), { engine })
    chats.together(() => {
      for (let at = 0; at < 305; at += 1) {
        startConversation(chats, `c${at}`)
        drafts.save(of(`c${at}`), { text: `t${at}`, images: [] })
      }
    })
    drafts.save(of('c5'), { text: 'touched', images: [] })
    expect(drafts.read(of('c4'))).toBeNull()
    expect(drafts.read(of('c5'))?.text).toBe('touched')
    expect(drafts.read(of('c304'))?.text).toBe('t304')
  })
})
