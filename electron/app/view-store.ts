import Store from 'electron-store'
import { Preferences } from '../../shared/contract/preferences.ts'

/** A window's place on the screen, in device-independent pixels. */
export type Bounds = { x?: number; y?: number; width: number; height: number; maximized: boolean }

/** A change as the contract hands it over: a missing or undefined entry stays as it is. */
export type PreferencesChange = { [Name in keyof Preferences]?: Preferences[Name] | undefined }

type ViewState = { preferences: PreferencesChange; bounds: Bounds | null }

const DEFAULTS: Preferences = {
  theme: 'system',
  priceUnit: 'per-million',
  navigationCollapsed: false,
  demoBannerDismissed: false,
  lastView: '/models',
}

/** Preferences and window bounds: the only things in electron-store, because they may be lost (decision 7). */
export type ViewStore = {
  read(): Preferences
  change(change: PreferencesChange): Preferences
  bounds(): Bounds | null
  saveBounds(bounds: Bounds): void
}

export function createViewStore(folder: string): ViewStore {
  const store = new Store<ViewState>({
    cwd: folder,
    name: 'view',
    clearInvalidConfig: true,
    defaults: { preferences: {}, bounds: null },
  })
  const read = (): Preferences => {
    const stored = Preferences.safeParse({ ...DEFAULTS, ...store.get('preferences') })
    return stored.success ? stored.data : DEFAULTS
  }
  return {
    read,
    change(change) {
      const given = Object.entries(change).filter(([, value]) => value !== undefined)
      const next = Preferences.parse({ ...read(), ...Object.fromEntries(given) })
      store.set('preferences', next)
      return next
    },
    bounds: () => store.get('bounds'),
    saveBounds: (bounds) => store.set('bounds', bounds),
  }
}
