import { screen, waitFor } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { PlaygroundView } from '../../renderer/features/playground/playground-view.tsx'
import { TokenizerView } from '../../renderer/features/tokenizer/tokenizer-view.tsx'
import { chatFeed } from '../support/chat-feed.ts'
import { renderPage } from '../support/render-page.tsx'
import { sampleConversation } from '../support/sample-conversation.ts'

const image = { hash: 'ab'.repeat(32), type: 'image/png' as const, width: 64, height: 32, bytes: 99 }

it('what was typed and attached before the page was loaded is in the box, and what is typed now is kept', async () => {
  const read = vi.fn(() => ({ text: 'half a thou', images: [image] }))
  const save = vi.fn((_: { draft: { text: string } | null }) => ({}))
  const feed = chatFeed(sampleConversation())
  const { user } = renderPage(<PlaygroundView />, {
    at: '/playground',
    rpc: { chat: { events: feed.events }, drafts: { read, save } },
  })
  const box = await screen.findByRole('textbox', { name: 'Message' })
  await waitFor(() => expect(box).toHaveValue('half a thou'))
  await screen.findByRole('list', { name: 'Images to send' })
  await user.type(box, 'ght')
  await waitFor(() => expect(save.mock.lastCall?.[0].draft?.text).toBe('half a thought'))
  const place = { kind: 'conversation', conversationId: 'c1' }
  expect(save.mock.lastCall?.[0]).toMatchObject({ place, draft: { images: [image.hash] } })
  await user.click(screen.getByRole('button', { name: 'Send' }))
  await waitFor(() => expect(save.mock.lastCall?.[0].draft).toBeNull())
  expect(box).toHaveValue('')
})

it('the texts of the Tokenizer come back, the second beside the first', async () => {
  const save = vi.fn((_: { draft: { text: string } | null }) => ({}))
  const { user } = renderPage(<TokenizerView />, {
    at: '/tokenizer',
    rpc: {
      drafts: {
        read: ({ place }) => ({ text: place.kind === 'tokenizer' ? `text ${place.slot}` : '', images: [] }),
        save,
      },
    },
  })
  await screen.findByDisplayValue('text a')
  const second = await screen.findByDisplayValue('text b')
  await user.clear(second)
  await waitFor(() =>
    expect(save.mock.lastCall?.[0]).toEqual({ place: { kind: 'tokenizer', slot: 'b' }, draft: null }),
  )
})
