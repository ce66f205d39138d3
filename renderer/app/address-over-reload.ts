import { writeAddress } from './hash-location.ts'

const KEY = 'tokenbook:address'

/**
 * Makes a reload come back to what is set up at its moment. The browser loads the address that stood there when the
 * reload was asked for, without what gets into it only as the page goes; a crash leaves nothing here, and what stands
 * in the address counts.
 */
export function keepAddressOverReload(): void {
  const left = sessionStorage.getItem(KEY)
  sessionStorage.removeItem(KEY)
  if (left !== null && left !== '') window.history.replaceState(null, '', left)
  window.addEventListener('beforeunload', () => {
    writeAddress()
    sessionStorage.setItem(KEY, window.location.hash)
  })
}
