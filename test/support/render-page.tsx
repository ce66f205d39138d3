import { type RenderResult, render } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { MantineFrame } from '../../renderer/app/mantine-frame.tsx'
import { Page } from '../../renderer/app/page.tsx'
import { makeQueryClient } from '../../renderer/app/query-client.ts'
import type { RpcClient } from '../../renderer/rpc.ts'
import type { FakeOverrides } from './fake-handlers.ts'
import { fakeRpc } from './fake-rpc.ts'

type PageOptions = {
  /** What the in-memory main process answers differently. */
  rpc?: FakeOverrides
  /** The hash path to start at, such as `/models?sort=id`. */
  at?: string
}

/** Renders a view (or the whole shell) with everything around it, over an in-memory client. */
export function renderPage(
  view: ReactNode,
  { rpc = {}, at = '/models' }: PageOptions = {},
): RenderResult & { user: UserEvent; client: RpcClient } {
  window.location.hash = `#${at}`
  const client = fakeRpc(rpc)
  const user = userEvent.setup()
  const page = (
    <Page rpc={client} queries={makeQueryClient()}>
      <MantineFrame env="test">{view}</MantineFrame>
    </Page>
  )
  return { ...render(page), user, client }
}
