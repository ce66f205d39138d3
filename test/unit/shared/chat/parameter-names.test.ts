import { expect, it } from 'vitest'
import { unsupportedParameters } from '../../../../shared/chat/parameter-map.ts'
import { ParameterName } from '../../../../shared/chat/parameter-name.ts'
import type { ChatParameters } from '../../../../shared/chat/parameters.ts'

it('knows every parameter there is: Segmind takes none of them', () => {
  const all: Required<ChatParameters> = {
    temperature: 1,
    topP: 1,
    maxCompletionTokens: 1,
    seed: 1,
    stop: ['a'],
    frequencyPenalty: 1,
    presencePenalty: 1,
    reasoningEffort: 'low',
    n: 1,
    responseFormat: { kind: 'text' },
    tools: [{ name: 'a' }],
    user: 'a',
    serviceTier: 'a',
  }
  expect(unsupportedParameters('segmind', all)).toEqual([...ParameterName.options].sort())
})
