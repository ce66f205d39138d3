import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { useKeyAccess } from '../../renderer/app/access/use-key-access.ts'
import { FailureNotice } from '../../renderer/ui/failure-notice.tsx'
import { type Failure, failureOf } from '../../shared/contract/failure.ts'
import { axeViolations } from '../support/axe-violations.ts'
import { sampleKeyFacts } from '../support/fake-rpc.ts'
import { renderPage } from '../support/render-page.tsx'

type Asked = { endpoint?: string; model?: string }

/** A view that has read the facts of the key, with a refused request in it. */
function Refused({ failure, asked }: { failure: Failure; asked: Asked }) {
  const known = useKeyAccess().of('chat').kind !== 'unknown'
  return known ? <FailureNotice failure={failure} asked={asked} /> : null
}

function refuse(acls: string[], words: string, asked: Asked = {}, parts: Partial<Failure> = {}) {
  const failure = failureOf('not-permitted', { status: 403, serverWords: words, ...parts })
  return renderPage(<Refused failure={failure} asked={asked} />, {
    rpc: { connection: { inspectKey: () => sampleKeyFacts({ acls }) } },
  })
}

const link = () => screen.findByRole('link', { name: 'See permissions' })

describe('a refused request', () => {
  it('names the missing permission that the server speaks of, and leads to it', async () => {
    const { container } = refuse(
      ['api-key:endpoint:models', 'api-key:model:*'],
      'Access to the chat endpoint is denied. Please ensure you use the correct credentials.',
    )
    await waitFor(async () => expect(await link()).toHaveAttribute('href', '#/api-key?endpoint=chat'))
    expect(screen.getByText(/has no access to the endpoint chat/)).toBeVisible()
    expect(screen.getByText('api-key:endpoint:chat')).toBeVisible()
    expect(await axeViolations(container)).toEqual([])
  })

  it('names the model that was asked for', async () => {
    refuse(['api-key:endpoint:*', 'api-key:model:grok-3'], 'No.', { endpoint: 'chat', model: 'grok-4' })
    await waitFor(async () =>
      expect(await link()).toHaveAttribute('href', '#/api-key?endpoint=chat&model=grok-4'),
    )
    expect(screen.getByText('api-key:model:grok-4')).toBeVisible()
  })

  it('is unexplained when the access strings allow it, and the words of the server stand there', async () => {
    refuse(['api-key:endpoint:*', 'api-key:model:*'], 'The model grok-4.5 is not available in your region.', {
      endpoint: 'chat',
      model: 'grok-4.5',
    })
    expect(await screen.findByText(/they do not explain the refusal/)).toBeVisible()
    expect(screen.getByText('The model grok-4.5 is not available in your region.')).toBeVisible()
  })

  it('says that no permission is named when none is', async () => {
    refuse(['api-key:endpoint:chat', 'api-key:model:*'], 'Forbidden')
    expect(await screen.findByText(/does not name the permission/)).toBeVisible()
    await waitFor(async () => expect(await link()).toHaveAttribute('href', '#/api-key'))
  })

  it.each([
    ['wrong-key', 400, /does not know this key/],
    ['no-key', 401, /No key was sent/],
    ['key-disabled', 403, /disabled by its owner/],
    ['key-blocked', 403, /blocked the key or its team/],
  ] as const)('explains %s', async (code, status, words) => {
    refuse(['api-key:endpoint:*', 'api-key:model:*'], 'words', { endpoint: 'chat' }, { code, status })
    expect(await screen.findByText(words, { selector: '.refusal-help' })).toBeVisible()
    expect(await link()).toBeVisible()
  })

  it('explains a model that is unknown or not allowed', async () => {
    refuse(
      ['api-key:endpoint:*', 'api-key:model:grok-3'],
      'The model grok-9 does not exist or your team t-1 does not have access to it.',
      { endpoint: 'chat' },
      { code: 'model-not-found', status: 404 },
    )
    await waitFor(async () =>
      expect(await link()).toHaveAttribute('href', '#/api-key?endpoint=chat&model=grok-9'),
    )
  })

  it('adds nothing to a failure that is not about the key', async () => {
    refuse(['api-key:endpoint:*', 'api-key:model:*'], 'busy', {}, { code: 'unavailable', status: 503 })
    await screen.findByRole('alert')
    expect(screen.queryByRole('link', { name: 'See permissions' })).toBeNull()
  })
})
