import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, it, vi } from 'vitest'
import { keepAddressOverReload } from '../../renderer/app/address-over-reload.ts'
import { useRememberedPlaces } from '../../renderer/app/places.ts'
import { usePreferences } from '../../renderer/app/use-preferences.ts'
import { CompareView } from '../../renderer/features/compare/compare-view.tsx'
import { samplePreferences } from '../support/fake-rpc.ts'
import { renderPage } from '../support/render-page.tsx'

function Remembering(): ReactNode {
  useRememberedPlaces()
  return usePreferences().known && <CompareView />
}

async function opened() {
  const change = vi.fn((input: object) => ({ ...samplePreferences(), ...input }))
  renderPage(<Remembering />, { at: '/compare?models=grok-3-mini', rpc: { preferences: { change } } })
  return { change, slider: await screen.findByRole('slider', { name: 'Cached share' }) }
}

const goes = () => window.dispatchEvent(new Event('beforeunload'))
const isHidden = () => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  document.dispatchEvent(new Event('visibilitychange'))
  vi.restoreAllMocks()
}

it.each([
  ['goes', goes],
  ['is hidden', isHidden],
])('a change that still waits is written when the page %s', async (_, happens) => {
  const { change, slider } = await opened()
  fireEvent.change(slider, { target: { value: '17' } })
  // In the same breath: nothing that waits has been written.
  expect(window.location.hash).not.toContain('cached=17')
  act(() => void happens())
  expect(window.location.hash).toContain('cached=17')
  await waitFor(() =>
    expect(change.mock.calls.map(([input]) => JSON.stringify(input)).join()).toMatch(
      /viewSearches.*cached=17/,
    ),
  )
})

it('a reload comes back to the address at its moment, once, and a crash to what stands there', () => {
  window.history.replaceState(null, '', '#/compare?models=a&cached=17')
  keepAddressOverReload()
  goes()
  window.history.replaceState(null, '', '#/compare?models=a')
  keepAddressOverReload()
  expect(window.location.hash).toBe('#/compare?models=a&cached=17')
  window.history.replaceState(null, '', '#/models')
  keepAddressOverReload()
  expect(window.location.hash).toBe('#/models')
})
