import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compileInRealm } from './realm-compiler.ts'

const root = resolve(import.meta.dirname, '../..')

/** A source and the compiler's number for what is wrong with it; `null` must compile, or a broken set-up would pass. */
type Plant = [name: string, error: string | null, text: string]

const readFile = "import { readFileSync } from 'node:fs'\nexport const read = readFileSync"

const realms: Readonly<Record<string, readonly Plant[]>> = {
  shared: [
    ['plant-good.ts', null, 'export const price: bigint = 1n'],
    ['plant-window.ts', 'TS2304', 'export const width = window.innerWidth'],
    ['plant-document.ts', 'TS2584', 'export const title = document.title'],
    ['plant-fetch.ts', 'TS2304', "export const answer = fetch('https://example.org')"],
    ['plant-fs.ts', 'TS2591', readFile],
    ['plant-process.ts', 'TS2591', 'export const platform = process.platform'],
    ['plant-buffer.ts', 'TS2591', 'export const bytes = Buffer.alloc(1)'],
    ['plant-timer.ts', 'TS2304', 'setTimeout(() => undefined, 1)'],
    ['plant-console.ts', 'TS2584', "console.log('seen')"],
    ['plant-unchecked-index.ts', 'TS2322', 'export const first = (list: string[]): string => list[0]'],
    ['plant-exact-optional.ts', 'TS2375', 'export const a: { b?: string } = { b: undefined }'],
    ['plant-index-signature.ts', 'TS4111', 'export const a = (b: Record<string, string>) => b.c'],
    ['plant-implicit-any.ts', 'TS7006', 'export const name = (given) => given'],
    ['plant-null.ts', 'TS2322', 'export const name: string = null'],
    ['plant-enum.ts', 'TS1294', 'export enum Colour { Red }'],
    ['plant-type-import.ts', 'TS1484', "import { infer as A } from 'zod'\nexport type B = A<never>"],
    ['plant-catch.ts', 'TS18046', 'try { BigInt("x") } catch (error) { throw error.cause }\nexport {}'],
  ],
  electron: [
    ['plant-good.ts', null, `${readFile}\nexport const own = process.pid`],
    ['plant-window.ts', 'TS2304', 'export const width = window.innerWidth'],
    ['plant-document.ts', 'TS2584', 'export const title = document.title'],
    ['plant-element.ts', 'TS2304', 'export type Row = HTMLTableRowElement'],
  ],
  'electron/preload': [
    ['plant-good.ts', null, "window.addEventListener('message', () => undefined)"],
    ['plant-jsx.tsx', 'TS17004', 'export const A = () => <p />'],
  ],
  renderer: [
    ['plant-good.tsx', null, 'export const Title = () => <p>{document.title}</p>'],
    ['plant-fs.ts', 'TS2591', readFile],
    ['plant-process.ts', 'TS2591', 'export const platform = process.platform'],
    ['plant-buffer.ts', 'TS2591', 'export const bytes = Buffer.alloc(1)'],
    ['plant-require.ts', 'TS2591', "export const fs = require('fs')"],
  ],
}

describe.each(Object.entries(realms))('in the realm %s', (realm, plants) => {
  const messages = compileInRealm(
    root,
    realm,
    plants.map(([name, , text]) => [name, text]),
  )

  it.each(plants)('%s gives %s', (name, error) => {
    const found = messages.filter((message) => message.startsWith(`${name}(`))
    if (error === null) expect(found).toEqual([])
    else expect(found.join('\n')).toContain(`error ${error}:`)
  })
})
