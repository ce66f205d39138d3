import type { ChatSetup } from '../../../../shared/contract/conversation.ts'
import type { WrittenMessage } from '../../../../shared/contract/messages.ts'
import { chatBench, done, text } from '../../../support/ports/chat-bench.ts'

export const setupFor = (model: string): ChatSetup => ({ model, protocol: 'chat', parameters: {} })

export function written(said: string, over: Partial<WrittenMessage> = {}): WrittenMessage {
  return { role: 'user', text: said, images: [], toolCallId: null, ...over }
}

/** A bench with a conversation in which these questions were answered. */
export async function answered(...questions: string[]) {
  const bench = chatBench()
  for (const question of questions) {
    await bench.send(question)
    await bench.stream.last().send(text(`answer to ${question}`), done())
    await bench.stream.last().finish()
  }
  const said = () => bench.chat.conversation().messages.map((message) => message.text)
  const idOf = (words: string) => {
    const found = bench.chat.conversation().messages.find((message) => message.text === words)
    if (!found) throw new Error(`no message says ${words}`)
    return found.id
  }
  return { ...bench, said, idOf }
}
