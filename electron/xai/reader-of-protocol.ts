import { assertNever } from '../../shared/assert-never.ts'
import type { AnswerReader, StreamedProtocol } from './answer-reader.ts'
import { createChatReader } from './chat-reader.ts'
import { createCompleteReader } from './complete-reader.ts'
import { createCompletionsReader } from './completions-reader.ts'
import { createMessagesReader } from './messages-reader.ts'
import { createResponsesReader } from './responses-reader.ts'

/** `choices` is how many were asked for. */
export function readerOfProtocol(protocol: StreamedProtocol, choices: number): AnswerReader {
  switch (protocol) {
    case 'chat':
      return createChatReader(choices)
    case 'completions':
      return createCompletionsReader(choices)
    case 'responses':
      return createResponsesReader()
    case 'messages':
      return createMessagesReader()
    case 'complete':
      return createCompleteReader()
    default:
      return assertNever(protocol)
  }
}
