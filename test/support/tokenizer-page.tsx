import { fireEvent, type RenderResult, screen, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { TokenizerView } from '../../renderer/features/tokenizer/tokenizer-view.tsx'
import type { FakeOverrides } from './fake-handlers.ts'
import { renderPage } from './render-page.tsx'
import { sampleCount } from './sample-count.ts'

type Count = NonNullable<NonNullable<FakeOverrides['tokens']>['count']>
type Asked = { model: string; text: string; signal: AbortSignal | undefined }
type TokenizerPage = RenderResult & { user: UserEvent; asked: Asked[] }

/** The view, ready to count, over a main process that writes down what it is asked to count. */
export async function openTokenizer(
  count: Count = ({ model, text }) => sampleCount(model, text),
  more: FakeOverrides = {},
): Promise<TokenizerPage> {
  const asked: Asked[] = []
  const tokens: FakeOverrides['tokens'] = {
    count: (input, signal) => {
      asked.push({ ...input, signal })
      return count(input, signal)
    },
  }
  const page = renderPage(<TokenizerView />, { at: '/tokenizer', rpc: { ...more, tokens } })
  await screen.findByDisplayValue('grok-4.20-0309-reasoning')
  return { ...page, asked }
}

/** As a paste or a program does it: all at once. */
export function enter(text: string, field = 'Text'): void {
  fireEvent.input(screen.getByRole('textbox', { name: field }), { target: { value: text } })
}

export function pressCount({ user }: TokenizerPage): Promise<void> {
  return user.click(screen.getByRole('button', { name: 'Count tokens' }))
}

/** The chips, when they are there. */
export async function chips(): Promise<HTMLElement[]> {
  return within(await screen.findByRole('listbox', { name: /^Tokens by/ })).findAllByRole('option')
}

/** The chip that the cursor is on. */
export function currentChip(): HTMLElement {
  return within(screen.getByRole('listbox')).getByRole('option', { selected: true })
}

/** What is said of the size of each text, in order. */
export function sizes(): string[] {
  return [...document.querySelectorAll('.slot-count > p:first-child')].map((line) => line.textContent ?? '')
}
