import { screen } from '@testing-library/react'
import { type ReactNode, useState } from 'react'
import { describe, expect, it } from 'vitest'
import { Dialog } from '../../renderer/ui/dialog.tsx'
import { Popover } from '../../renderer/ui/popover.tsx'
import { useEscape } from '../../renderer/ui/use-escape.ts'
import { renderPage } from '../support/render-page.tsx'

type PanelProps = { name: string; place?: 'view' | 'over'; onClose: () => void }

function Panel({ name, place = 'over', onClose }: PanelProps): ReactNode {
  useEscape(onClose, true, place)
  return (
    <aside aria-label={name}>
      <p>{name} says something</p>
      <Popover label={`Formats of ${name}`}>{() => <p>Formats to choose from</p>}</Popover>
      <input type="search" aria-label={`Search ${name}`} />
    </aside>
  )
}

/** Three panels and a dialog, opened by buttons, as the tour, `What is this?` and the palette lie over a view. */
function Page(): ReactNode {
  const [shown, setShown] = useState<readonly string[]>([])
  const close = (name: string) => setShown((before) => before.filter((one) => one !== name))
  return (
    <>
      {['View', 'First', 'Second', 'Over all'].map((name) => (
        <button key={name} type="button" onClick={() => setShown([...shown, name])}>
          Open {name}
        </button>
      ))}
      {shown.includes('View') && <Panel name="View" place="view" onClose={() => close('View')} />}
      {shown.includes('First') && <Panel name="First" onClose={() => close('First')} />}
      {shown.includes('Second') && <Panel name="Second" onClose={() => close('Second')} />}
      {shown.includes('Over all') && (
        <Dialog label="Over all" onClose={() => close('Over all')}>
          <button type="button">Inside</button>
        </Dialog>
      )}
    </>
  )
}

const panels = () => screen.queryAllByRole('complementary').map((panel) => panel.getAttribute('aria-label'))

describe('Escape', () => {
  it.each([
    { opened: ['First', 'Second'], left: [['First'], []] },
    { opened: ['Second', 'First'], left: [['Second'], []] },
    { opened: ['First', 'View', 'Second'], left: [['View', 'First'], ['View'], []] },
  ])('closes one thing a press, the one on top, of $opened', async ({ opened, left }) => {
    const { user } = renderPage(<Page />)
    for (const name of opened) await user.click(screen.getByRole('button', { name: `Open ${name}` }))
    for (const still of left) {
      await user.keyboard('{Escape}')
      expect(panels()).toEqual(still)
    }
    await user.keyboard('{Escape}')
    expect(panels()).toEqual([])
  })

  it('closes what is open inside a panel before the panel, wherever the focus went', async () => {
    const { user } = renderPage(<Page />)
    await user.click(screen.getByRole('button', { name: 'Open First' }))
    await user.click(screen.getByRole('button', { name: 'Formats of First' }))
    await user.click(screen.getByText('Formats to choose from'))
    expect(document.body).toHaveFocus()
    await user.keyboard('{Escape}')
    expect(screen.queryByText('Formats to choose from')).toBeNull()
    expect(panels()).toEqual(['First'])
    await user.keyboard('{Escape}')
    expect(panels()).toEqual([])
  })

  it('leaves a panel while a dialog is over it, and while its search is emptied', async () => {
    const { user } = renderPage(<Page />)
    await user.click(screen.getByRole('button', { name: 'Open First' }))
    await user.type(screen.getByRole('searchbox', { name: 'Search First' }), 'grok{Escape}')
    expect(panels()).toEqual(['First'])
    await user.click(screen.getByRole('button', { name: 'Open Over all' }))
    await user.keyboard('{Escape}')
    expect(panels()).toEqual(['First'])
  })

  it('closes nothing while an input method is composing', async () => {
    const { user } = renderPage(<Page />)
    await user.click(screen.getByRole('button', { name: 'Open First' }))
    const composing = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, isComposing: true })
    screen.getByRole('searchbox').dispatchEvent(composing)
    expect(panels()).toEqual(['First'])
  })
})
