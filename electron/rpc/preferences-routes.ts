import type { Preferences } from '../../shared/contract/preferences.ts'
import type { Implementer } from './implementer.ts'

/** A missing or undefined entry of a change stays as it is. */
export type PreferencesService = {
  read(): Preferences
  change(change: { [Name in keyof Preferences]?: Preferences[Name] | undefined }): Preferences
}

export function preferencesRoutes({ preferences: os }: Implementer, preferences: PreferencesService) {
  return os.router({
    read: os.read.handler(() => preferences.read()),
    change: os.change.handler(({ input }) => preferences.change(input)),
  })
}
