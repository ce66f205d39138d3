import type { Preferences } from './contract/preferences.ts'

/** What a person sees who never changed anything; also what a lost or damaged file falls back to. */
export const DEFAULT_PREFERENCES: Preferences = {
  language: 'system',
  theme: 'system',
  priceUnit: 'per-million',
  secondCurrency: null,
  navigationCollapsed: false,
  demoBannerDismissed: false,
  tourSeen: false,
  lastView: '/models',
  viewSearches: {},
  zoom: 100,
  density: 'comfortable',
  modelsColumns: null,
  savedViews: [],
  tray: false,
  openAtLogin: false,
  notifyAnswers: true,
  notifyBudgets: true,
  spellCheck: false,
  checkUpdates: false,
  recentModels: [],
  recentComparisons: [],
}
