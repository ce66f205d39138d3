import Store from 'electron-store'
import { z } from 'zod'
import { Preferences } from '../../shared/contract/preferences.ts'
import { DEFAULT_PREFERENCES } from '../../shared/default-preferences.ts'

/** A window's place on the screen, in device-independent pixels. */
const Bounds = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  maximized: z.boolean(),
})
export type Bounds = z.infer<typeof Bounds>

/** A change as the contract hands it over: a missing or undefined entry stays as it is. */
type PreferencesChange = { [Name in keyof Preferences]?: Preferences[Name] | undefined }

/** Preferences and window bounds: the only things in electron-store, because they may be lost (decision 7). */
export type ViewStore = {
  read(): Preferences
  change(change: PreferencesChange): Preferences
  bounds(): Bounds | null
  /** Best effort: a full disk must not keep a window from closing. */
  saveBounds(bounds: Bounds): void
}

/** What is on disk is read like anything else from outside: a damaged value counts as none. */
export function createViewStore(folder: string): ViewStore {
  const store = new Store<Record<string, unknown>>({ cwd: folder, name: 'view', clearInvalidConfig: true })
  let preferences = storedPreferences(store.get('preferences'))
  return {
    read: () => preferences,
    change(change) {
      const given = Object.entries(change).filter(([, value]) => value !== undefined)
      preferences = Preferences.parse({ ...preferences, ...Object.fromEntries(given) })
      saveQuietly(store, 'preferences', preferences)
      return preferences
    },
    bounds: () => Bounds.nullable().catch(null).parse(store.get('bounds')),
    saveBounds: (bounds) => saveQuietly(store, 'bounds', bounds),
  }
}

function storedPreferences(stored: unknown): Preferences {
  const object = z.record(z.string(), z.unknown()).catch({}).parse(stored)
  // One by one: a damaged entry must not cost the others, a person's saved views among them.
  let known = DEFAULT_PREFERENCES
  for (const [name, value] of Object.entries(object)) {
    const read = Preferences.safeParse({ ...known, [name]: value })
    if (read.success) known = read.data
  }
  return known
}

function saveQuietly(store: Store<Record<string, unknown>>, name: string, value: unknown): void {
  try {
    store.set(name, value)
  } catch {
    // The change holds for this session; losing it later is what electron-store is allowed to do here.
  }
}
