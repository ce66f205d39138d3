import { createFactReader, textParts, usageParts } from './answer-facts.ts'
import type { AnswerReader } from './answer-reader.ts'
import { choiceEndParts, choicesOf, createChoiceEnds } from './choice-ends.ts'

/** Reads the chunks of legacy completions: like chat, with the text in the choice itself (reference 6.2). */
export function createCompletionsReader(choices: number): AnswerReader {
  const ends = createChoiceEnds(choices)
  const facts = createFactReader()
  return {
    endsInDone: true,
    standing: ends.note,
    finishReason: ends.reason,
    parts: (chunk) => [
      ...facts(chunk),
      ...choicesOf(chunk).flatMap(({ choice, said }) => textParts(choice, said['text'])),
      ...choiceEndParts(chunk),
      ...usageParts(chunk),
    ],
  }
}
