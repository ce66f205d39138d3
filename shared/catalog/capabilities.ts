import { type Complain, type EntryReader, entryReader } from './entry-reader.ts'
import { describeValue, fieldOf, isEntry, type JsonEntry } from './json-entry.ts'

/** What a model can do beyond text, from fields that came in 2026 (reference 2.2); `null` = not told. */
export type Capabilities = {
  /** Tokens. */
  contextLength: number | null
  reasoningEfforts: string[] | null
  defaultReasoningEffort: string | null
}

/** The capabilities that an entry tells; `null` or empty where it tells none, and a complaint for nonsense. */
export function readCapabilities(entry: JsonEntry, fields: EntryReader, complain: Complain): Capabilities {
  const told = fieldOf(entry, 'capabilities')
  if (told !== undefined && told !== null && !isEntry(told))
    complain(`capabilities: expected an object, found ${describeValue(told)}`)
  const inside = isEntry(told) ? told : {}
  const capability = entryReader(inside, (reason) => complain(`capabilities.${reason}`))
  const efforts = capability.names('reasoning_effort')
  return {
    // A window of 0 tokens tells nothing.
    contextLength: fields.whole('context_length') || null,
    reasoningEfforts: Array.isArray(fieldOf(inside, 'reasoning_effort')) ? efforts : null,
    defaultReasoningEffort: capability.text('default_reasoning_effort'),
  }
}
