import { screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { FailureNotice } from '../../renderer/ui/failure-notice.tsx'
import { failureOf } from '../../shared/contract/failure.ts'
import { renderPage } from '../support/render-page.tsx'

describe('the documentation about a failure', () => {
  it('is offered where the server refused, and asked for through the main process', async () => {
    const openLink = vi.fn(() => ({ outcome: 'declined' as const }))
    const failure = { ...failureOf('rate-limited'), status: 429 }
    const { user } = renderPage(<FailureNotice failure={failure} />, { rpc: { about: { openLink } } })
    await user.click(await screen.findByRole('button', { name: 'xAI documentation: rate limits' }))
    expect(openLink.mock.calls[0]).toMatchObject([
      { url: 'https://docs.x.ai/developers/rate-limits' },
      undefined,
    ])
  })

  it('is not offered for what failed on this computer', async () => {
    renderPage(<FailureNotice failure={failureOf('disk-full')} />)
    expect(await screen.findByRole('button', { name: 'Copy details' })).toBeVisible()
    expect(screen.queryByRole('button', { name: /documentation/ })).toBeNull()
  })
})
