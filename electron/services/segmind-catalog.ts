import type { LanguageModel } from '../../shared/catalog/model.ts'
import type { StoredCatalog } from './ports.ts'

/** What answers at Segmind's one address (reference 9). */
const GROK_2: LanguageModel = {
  id: 'grok-2',
  aliases: [],
  created: null,
  ownedBy: null,
  version: null,
  fingerprint: null,
  inputModalities: ['text'],
  outputModalities: ['text'],
  contextLength: null,
  reasoningEfforts: null,
  defaultReasoningEffort: null,
  prices: {
    promptText: null,
    cachedPromptText: null,
    promptImage: null,
    completionText: null,
    promptTextLongContext: null,
    cachedPromptTextLongContext: null,
    completionTextLongContext: null,
    longContextThreshold: null,
    search: null,
  },
  raw: {},
  rawModel: null,
}

/** Segmind has no list to ask for and tells no price: the one model is known from its documentation. */
export const SEGMIND_CATALOG: StoredCatalog = {
  readAt: 0,
  keyMark: null,
  models: [GROK_2],
  imageModels: [],
  problems: [
    {
      list: 'language-models',
      index: null,
      id: GROK_2.id,
      reason: 'Segmind has no list of models; this one is from its documentation, and its price is not told',
    },
  ],
}
