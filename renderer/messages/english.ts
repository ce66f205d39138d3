import type { access } from './en/access.ts'
import type { apiKey } from './en/api-key.ts'
import type { compare } from './en/compare.ts'
import type { connections } from './en/connections.ts'
import type { desktop } from './en/desktop.ts'
import type { failure } from './en/failure.ts'
import type { glossary } from './en/glossary.ts'
import type { help } from './en/help.ts'
import type { modelDetails } from './en/model-details.ts'
import type { numbers } from './en/numbers.ts'
import type { palette } from './en/palette.ts'
import type { playground } from './en/playground.ts'
import type { settings } from './en/settings.ts'
import type { spend } from './en/spend.ts'
import type { tokenizer } from './en/tokenizer.ts'
import type { tour } from './en/tour.ts'
import type { usage } from './en/usage.ts'
import type { firstEnglish } from './first-english.ts'

/** These come with their view, so that the first view does not carry their texts. */
export type LaterEnglish = {
  access: typeof access
  apiKey: typeof apiKey
  compare: typeof compare
  connections: typeof connections
  desktop: typeof desktop
  glossary: typeof glossary
  help: typeof help
  failure: typeof failure
  modelDetails: typeof modelDetails
  numbers: typeof numbers
  palette: typeof palette
  playground: typeof playground
  settings: typeof settings
  spend: typeof spend
  tokenizer: typeof tokenizer
  tour: typeof tour
  usage: typeof usage
}
export type LaterName = keyof LaterEnglish
export type English = typeof firstEnglish & LaterEnglish

export const laterEnglish: { [Name in keyof LaterEnglish]: () => Promise<LaterEnglish[Name]> } = {
  access: async () => (await import('./en/access.ts')).access,
  apiKey: async () => (await import('./en/api-key.ts')).apiKey,
  compare: async () => (await import('./en/compare.ts')).compare,
  connections: async () => (await import('./en/connections.ts')).connections,
  desktop: async () => (await import('./en/desktop.ts')).desktop,
  glossary: async () => (await import('./en/glossary.ts')).glossary,
  help: async () => (await import('./en/help.ts')).help,
  failure: async () => (await import('./en/failure.ts')).failure,
  modelDetails: async () => (await import('./en/model-details.ts')).modelDetails,
  numbers: async () => (await import('./en/numbers.ts')).numbers,
  palette: async () => (await import('./en/palette.ts')).palette,
  playground: async () => (await import('./en/playground.ts')).playground,
  settings: async () => (await import('./en/settings.ts')).settings,
  spend: async () => (await import('./en/spend.ts')).spend,
  tokenizer: async () => (await import('./en/tokenizer.ts')).tokenizer,
  tour: async () => (await import('./en/tour.ts')).tour,
  usage: async () => (await import('./en/usage.ts')).usage,
}
