import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { GuardedButton } from '../../renderer/app/access/guarded-button.tsx'
import { useKeyAccess } from '../../renderer/app/access/use-key-access.ts'
import { CompareView } from '../../renderer/features/compare/compare-view.tsx'
import { TokenizerView } from '../../renderer/features/tokenizer/tokenizer-view.tsx'
import { axeViolations } from '../support/axe-violations.ts'
import type { FakeOverrides } from '../support/fake-handlers.ts'
import { sampleKeyFacts } from '../support/fake-rpc.ts'
import { renderPage } from '../support/render-page.tsx'
import { sampleCatalog } from '../support/sample-catalog.ts'

const withAcls = (acls: string[]): FakeOverrides => ({
  connection: { inspectKey: () => sampleKeyFacts({ acls }) },
})
const first = sampleCatalog().models[0]?.id ?? ''
const second = sampleCatalog().models[1]?.id ?? ''
const onlyFirst = ['api-key:endpoint:*', `api-key:model:${first}`]

function ChatButton() {
  const access = useKeyAccess()
  return (
    <GuardedButton answer={access.of('chat', second)} onClick={() => undefined}>
      Chat
    </GuardedButton>
  )
}

describe('what the key may do, away from its own view', () => {
  it('is the tooltip and the description of a button, which stays usable', async () => {
    const { container } = renderPage(<ChatButton />, { rpc: withAcls(onlyFirst) })
    const button = await screen.findByTitle('This key has no access to this model.')
    expect(button).toHaveAccessibleName('Chat')
    expect(button).toHaveAccessibleDescription('This key has no access to this model.')
    expect(button).toBeEnabled()
    expect(await axeViolations(container)).toEqual([])
  })

  it('marks the models of the tokenizer that it may not use, with the way to the reason', async () => {
    const { user } = renderPage(<TokenizerView />, { at: '/tokenizer', rpc: withAcls(onlyFirst) })
    const picker = await screen.findByLabelText('Model')
    const option = await within(picker).findByRole('option', { name: `${second} (not for this key)` })
    expect(within(picker).getByRole('option', { name: first })).toBeInTheDocument()
    await user.selectOptions(picker, option)
    expect(screen.getByText('This key has no access to this model.', { selector: '.warn' })).toBeVisible()
    const link = screen.getByRole('link', { name: 'See permissions' })
    expect(link).toHaveAttribute('href', `#/api-key?endpoint=tokenize&model=${second}`)
    expect(screen.getByRole('button', { name: 'Count tokens' })).toHaveAccessibleDescription(
      'This key has no access to this model.',
    )
  })

  it('is said beside a compared model', async () => {
    renderPage(<CompareView />, { at: `/compare?models=${first},${second}`, rpc: withAcls(onlyFirst) })
    const notes = await screen.findAllByText('This key has no access to this model.')
    expect(notes).toHaveLength(1)
    expect(notes[0]?.closest('li')).toHaveTextContent(second)
  })

  it('says nothing while it is unknown, and nothing of what is allowed', async () => {
    renderPage(<CompareView />, { at: `/compare?models=${first},${second}` })
    await screen.findByRole('button', { name: `Remove ${first}` })
    expect(screen.queryByText(/This key has no access/)).toBeNull()
  })
})
