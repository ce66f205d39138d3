import type Store from 'electron-store'
import { z } from 'zod'
import { Preferences } from '../../shared/contract/preferences.ts'
import { DEFAULT_PREFERENCES } from '../../shared/default-preferences.ts'
import { type Bounds, readSavedView } from './saved-view.ts'

/** A change as the contract hands it over: a missing or undefined entry stays as it is. */
type PreferencesChange = { [Name in keyof Preferences]?: Preferences[Name] | undefined }

/** Preferences and window bounds: the only things in electron-store, because they may be lost (decision 4). */
export type ViewStore = {
  read(): Preferences
  change(change: PreferencesChange): Preferences
  /** Best effort: a full disk must not keep a window from closing. */
  saveBounds(bounds: Bounds): void
  /** Kept when everything so far is on disk, or could not be put there. */
  saved(): Promise<void>
}

/** What is on disk is read like anything else from outside: a damaged value counts as none. */
export function createViewStore(folder: string): ViewStore {
  let preferences = storedPreferences(readSavedView(folder)['preferences'])
  let opening: Promise<Opened> | null = null
  let saving: Promise<void> = Promise.resolve()
  const save = (name: string, value: unknown): void => {
    opening ??= openStore(folder)
    const store = opening
    saving = saving.then(() => saveQuietly(store, name, value))
  }
  return {
    read: () => preferences,
    change(change) {
      const given = Object.entries(change).filter(([, value]) => value !== undefined)
      preferences = Preferences.parse({ ...preferences, ...Object.fromEntries(given) })
      save('preferences', preferences)
      return preferences
    },
    saveBounds: (bounds) => save('bounds', bounds),
    saved: () => saving,
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

type Opened = Store<Record<string, unknown>>

/** Loaded when something is first saved: it brings a schema validator of 150 kB with it, which no start has to wait for. */
async function openStore(folder: string): Promise<Opened> {
  const { default: LoadedStore } = await import('electron-store')
  return new LoadedStore({ cwd: folder, name: 'view', clearInvalidConfig: true })
}

async function saveQuietly(opening: Promise<Opened>, name: string, value: unknown): Promise<void> {
  try {
    const store = await opening
    store.set(name, value)
  } catch {
    // The change holds for this session; losing it later is what electron-store is allowed to do here.
  }
}
