import type { English, LaterEnglish } from './english.ts'
import type { WithoutSingular } from './translation.ts'

/** Simplified Chinese. The frame and the first view come in one piece, the others with their view. */
export async function firstChinese() {
  return (await import('./zh-CN/first-view.ts')).firstView
}

export const laterChinese: {
  [Name in keyof LaterEnglish]: () => Promise<WithoutSingular<English[Name]>>
} = {
  access: async () => (await import('./zh-CN/access.ts')).access,
  apiKey: async () => (await import('./zh-CN/api-key.ts')).apiKey,
  compare: async () => (await import('./zh-CN/compare.ts')).compare,
  connections: async () => (await import('./zh-CN/connections.ts')).connections,
  desktop: async () => (await import('./zh-CN/desktop.ts')).desktop,
  glossary: async () => (await import('./zh-CN/glossary.ts')).glossary,
  help: async () => (await import('./zh-CN/help.ts')).help,
  failure: async () => (await import('./zh-CN/failure.ts')).failure,
  modelDetails: async () => (await import('./zh-CN/model-details.ts')).modelDetails,
  numbers: async () => (await import('./zh-CN/numbers.ts')).numbers,
  palette: async () => (await import('./zh-CN/palette.ts')).palette,
  playground: async () => (await import('./zh-CN/playground.ts')).playground,
  settings: async () => (await import('./zh-CN/settings.ts')).settings,
  spend: async () => (await import('./zh-CN/spend.ts')).spend,
  tokenizer: async () => (await import('./zh-CN/tokenizer.ts')).tokenizer,
  tour: async () => (await import('./zh-CN/tour.ts')).tour,
  usage: async () => (await import('./zh-CN/usage.ts')).usage,
}
