import { MantineProvider } from '@mantine/core'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { AnswerSources } from '../../renderer/features/playground/answer-sources.tsx'
import { axeViolations } from '../support/axe-violations.ts'

const GOOD = 'https://docs.example.com/tokens?q=1'
const HOSTILE = [
  'javascript:alert(1)',
  'http://plain.example/',
  'https://docs.example.com@evil.example/',
  'https://evil.example/\u202Emoc.knab',
  '<img src=x onerror=alert(1)>',
]

function list(urls: readonly string[]) {
  const onOpenLink = vi.fn()
  const { container } = render(
    <MantineProvider env="test">
      <main>
        <h2>Assistant</h2>
        <AnswerSources urls={urls} onOpenLink={onOpenLink} />
      </main>
    </MantineProvider>,
  )
  return { onOpenLink, container, region: screen.getByRole('region', { name: 'Sources' }) }
}

describe('the sources of an answer', () => {
  it('are a list, each with its host and its whole address, opened by a press alone', async () => {
    const { region, onOpenLink, container } = list([GOOD, 'https://b.example/x'])
    const items = within(region).getAllByRole('listitem')
    expect(items.map((item) => item.textContent)).toEqual([
      `docs.example.com ${GOOD}`,
      'b.example https://b.example/x',
    ])
    expect(onOpenLink).not.toHaveBeenCalled()
    await userEvent.click(within(region).getByRole('button', { name: /docs\.example\.com/ }))
    expect(onOpenLink.mock.calls).toEqual([[GOOD]])
    expect(container.querySelector('a, img')).toBeNull()
    expect(await axeViolations(container)).toEqual([])
  })

  it.each(HOSTILE)('stand as text when they are no safe link: %s', (url) => {
    const { region, container } = list([url])
    expect(within(region).queryByRole('button')).toBeNull()
    expect(region).toHaveTextContent(url.replaceAll(/\s+/g, ' ').trim())
    expect(container.querySelector('a, img, script')).toBeNull()
  })
})
