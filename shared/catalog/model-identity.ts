import type { EntryReader } from './entry-reader.ts'
import type { ImageModel } from './model.ts'

type Identity = Omit<ImageModel, 'maxPromptLength' | 'imagePrice' | 'pricing' | 'raw'>

/** The fields that models of every kind have (reference 2.1, 2.3). */
export function readIdentity(id: string, fields: EntryReader): Identity {
  // The management API writes `TEXT` where this one writes `text` (reference 2.1).
  const modalities = (name: string) => [...new Set(fields.names(name).map((one) => one.toLowerCase()))]
  return {
    id,
    aliases: fields.names('aliases'),
    created: fields.seconds('created'),
    ownedBy: fields.text('owned_by'),
    version: fields.text('version'),
    fingerprint: fields.text('fingerprint'),
    inputModalities: modalities('input_modalities'),
    outputModalities: modalities('output_modalities'),
  }
}
