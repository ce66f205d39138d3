import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { Shell } from '../../renderer/app/shell.tsx'
import { renderPage } from '../support/render-page.tsx'

it('x', async () => {
  renderPage(<Shell />)
  expect(await screen.findByRole('heading', { level: 1, name: 'Models' })).toBeVisible()
  expect(await screen.findByText('Refresh prices')).toBeVisible()
  await new Promise(r => setTimeout(r, 300))
  screen.debug(undefined, 20000)
})
