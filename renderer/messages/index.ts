import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { access } from './en/access.ts'
import type { apiKey } from './en/api-key.ts'
import { app } from './en/app.ts'
import type { compare } from './en/compare.ts'
import type { connections } from './en/connections.ts'
import type { desktop } from './en/desktop.ts'
import { failure } from './en/failure.ts'
import type { modelDetails } from './en/model-details.ts'
import { models } from './en/models.ts'
import type { palette } from './en/palette.ts'
import type { playground } from './en/playground.ts'
import type { settings } from './en/settings.ts'
import type { spend } from './en/spend.ts'
import type { tokenizer } from './en/tokenizer.ts'
import { ui } from './en/ui.ts'
import type { usage } from './en/usage.ts'
import { isolated } from './isolated.ts'

/** One namespace per feature; every text on screen comes from here. */
const english = { app, ui, failure, models } as const
/** Namespaces that come with their view, so that the first view does not carry their texts. */
type LaterEnglish = {
  access: typeof access
  apiKey: typeof apiKey
  compare: typeof compare
  connections: typeof connections
  desktop: typeof desktop
  modelDetails: typeof modelDetails
  playground: typeof playground
  settings: typeof settings
  palette: typeof palette
  spend: typeof spend
  tokenizer: typeof tokenizer
  usage: typeof usage
}
type English = typeof english & LaterEnglish

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'ui'
    resources: English
    returnNull: false
  }
}

/** Loads the catalogue synchronously: no text appears late. React escapes what is put into texts. */
export function initMessages(): void {
  i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    defaultNS: 'ui',
    resources: { en: english },
    initAsync: false,
    interpolation: { escapeValue: true, escape: isolated },
    returnNull: false,
  })
}

/** Adds the texts of a view that is loaded later; to be called when its module is. */
export function addMessages<Name extends keyof LaterEnglish>(name: Name, texts: LaterEnglish[Name]): void {
  i18next.addResourceBundle('en', name, texts)
}
