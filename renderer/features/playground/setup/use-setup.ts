import { useEffect, useState } from 'react'
import type { LanguageModel } from '../../../../shared/catalog/model.ts'
import type { ParameterName } from '../../../../shared/chat/parameter-name.ts'
import type { ChatParameters } from '../../../../shared/chat/parameters.ts'
import type { Protocol } from '../../../../shared/chat/protocol.ts'
import type { ChatSetup, Conversation, ConversationSetup } from '../../../../shared/contract/conversation.ts'
import { useConnection } from '../../../app/use-connection.ts'
import { useRpc } from '../../../rpc.ts'
import { isListed } from '../model-choice.ts'

/** `conversation: null`: chosen before it was known which one is open. */
type Chosen = { conversation: string | null; setup: Partial<ConversationSetup> }

export type Setup = {
  /** What an answer would be asked for with; `null` while no model is known. */
  setup: ChatSetup | null
  chooseModel: (model: string) => void
  chooseProtocol: (protocol: Protocol) => void
  /** `undefined` takes the parameter away: it is not sent. */
  setParameter: <Name extends ParameterName>(name: Name, value: ChatParameters[Name] | undefined) => void
}

const NOTHING: Chosen = { conversation: null, setup: {} }
const FIRST: ConversationSetup = { model: null, protocol: 'chat', parameters: {} }

/**
 * Model, API and parameters of the open conversation. What is changed here holds at once and is kept with the
 * conversation. `wished`: the model that the address asks for (`Try in Playground`).
 */
export function useSetup(
  conversation: Conversation | null,
  models: readonly LanguageModel[],
  wished: string | null,
): Setup {
  const { client } = useRpc()
  const segmind = useIsSegmind()
  const [chosen, setChosen] = useState<Chosen>(NOTHING)
  const [known, setKnown] = useState(FIRST)
  if (conversation !== null && conversation.setup !== known) setKnown(conversation.setup)
  const id = conversation?.id ?? null
  const own = chosen.conversation === null || chosen.conversation === id ? chosen.setup : {}
  // Until the next conversation is known, that of the last one stands there: most begin with it, and nothing flashes.
  const kept = { ...(conversation?.setup ?? known), ...own }
  const named = own.model ?? wished ?? kept.model ?? models[0]?.id ?? null
  // Segmind's one address is one model: whatever name another service left here would not be asked for.
  const model = segmind && named !== null && !isListed(named, models) ? (models[0]?.id ?? named) : named
  const keep = (conversationId: string, setup: ConversationSetup) => {
    setChosen({ conversation: conversationId, setup })
    // What is kept for next time is a convenience: a failure to keep it changes nothing that is sent.
    client.conversations.configure({ conversationId, setup }).catch(() => undefined)
  }
  const change = (next: Partial<ConversationSetup>) => {
    if (id === null) setChosen({ conversation: null, setup: { ...own, ...next } })
    else keep(id, { ...kept, model, ...next })
  }
  const early = id !== null && chosen.conversation === null && Object.keys(own).length > 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the conversation that it was chosen for is known
  useEffect(() => {
    if (early) keep(id, { ...kept, model })
  }, [early])
  return {
    setup: model === null ? null : { ...kept, model, protocol: protocolFor(kept.protocol, segmind) },
    chooseModel: (next) => change({ model: next }),
    chooseProtocol: (protocol) => change({ protocol }),
    setParameter: (name, value) => {
      const { [name]: _, ...rest } = kept.parameters
      change({ parameters: value === undefined ? rest : { ...rest, [name]: value } })
    },
  }
}

/** Segmind has one way to ask, and nobody else has it (reference 9). */
function protocolFor(kept: Protocol, segmind: boolean): Protocol {
  if (segmind) return 'segmind'
  return kept === 'segmind' ? 'chat' : kept
}

function useIsSegmind(): boolean {
  const { data } = useConnection()
  return data !== undefined && String(data.kind) === 'segmind'
}
