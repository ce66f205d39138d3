import { writeSync } from 'node:fs'
import { openStorage } from '../../../../electron/storage/open-storage.ts'
import { finished, sampleAnswer, sampleMessage } from './samples.ts'
import { addToEnd, startConversation } from './written-chats.ts'

// Does what a chat does, for ever, and prints what it was told is on disk. The parent kills it at some moment.
const [folder = '', run = ''] = process.argv.slice(2)
const storage = openStorage({ folder, now: Date.now })
if (storage.kind === 'newer' || storage.state.kind !== 'ok') throw new Error('not opened')
const { chats, settings } = storage

if (chats.latest() === null) startConversation(chats, 'c', 1)
for (let turn = 0; ; turn += 1) {
  const id = `${run}-${turn}`
  addToEnd(chats, 'c', [sampleMessage(`q-${id}`), sampleAnswer(`a-${id}`)])
  report('asked', id)
  for (let part = 1; part <= 3; part += 1) {
    chats.saveAnswer(sampleAnswer(`a-${id}`, { state: { kind: 'streaming' } }, 'word '.repeat(part * 200)))
    report('part', id)
  }
  chats.saveAnswer(sampleAnswer(`a-${id}`, finished, 'word '.repeat(1000)))
  report('done', id)
  settings.set('last', id)
  if (turn % 5 === 0) await storage.backUpIfDue()
}

/** Straight to the pipe: a buffered line would be lost with the process. */
function report(what: string, id: string): void {
  writeSync(1, `${what} ${id}\n`)
}
