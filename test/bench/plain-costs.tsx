import { type ReactNode, useState } from 'react'
import { createRoot } from 'react-dom/client'

type PlainPrice = { id: string; prompt: number; completion: number }

/** What the comparison is measured against: the sums a person would write into a plain table. */
function PlainCosts({ prices }: { prices: readonly PlainPrice[] }): ReactNode {
  const [prompt, setPrompt] = useState('123457')
  const request = ({ prompt: rate, completion }: PlainPrice) =>
    (Number(prompt) * rate + 118 * completion) / 1e10
  return (
    <>
      <input value={prompt} onChange={(event) => setPrompt(event.target.value)} />
      <table>
        <tbody>
          {prices.map((price) => (
            <tr key={price.id}>
              <th scope="row">{price.id}</th>
              {[1, 777, 777 * 30, 777 * 365].map((times) => (
                <td key={times}>${(request(price) * times).toFixed(6)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** For the script that injects this file; the app itself goes out of sight. */
Reflect.set(window, 'mountPlainCosts', (prices: readonly PlainPrice[]) => {
  const app = document.getElementById('root')
  if (app !== null) app.style.display = 'none'
  const place = document.createElement('div')
  place.id = 'plain-costs'
  document.body.append(place)
  createRoot(place).render(<PlainCosts prices={prices} />)
})
