import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isOurs } from '../../../electron/app/app-origin.ts'
import { answerPageRequest } from '../../../electron/app/page-answer.ts'
import { type PageFile, pageFiles } from '../../../electron/app/page-files.ts'

describe('what app://bundle answers', () => {
  const root = mkdtempSync(join(tmpdir(), 'tokenbook-page-'))
  const page = join(root, 'page')
  let files: ReadonlyMap<string, PageFile>
  beforeAll(() => {
    mkdirSync(join(page, 'assets'), { recursive: true })
    writeFileSync(join(root, 'secret.html'), 'secret')
    writeFileSync(
      join(page, 'index.html'),
      '<html lang="en"><meta name="csp-nonce" content="__NONCE__"></html>',
    )
    writeFileSync(join(page, 'assets', 'a.js'), 'let a')
    writeFileSync(join(page, 'assets', 'notes.txt'), 'not for the page')
    files = pageFiles(page)
  })
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  it('serves the files of the build with their types', async () => {
    const script = await answerPageRequest('app://bundle/assets/a.js', 'GET', files)
    expect([script.status, script.headers.get('content-type'), await script.text()]).toEqual([
      200,
      'text/javascript; charset=utf-8',
      'let a',
    ])
  })

  it('puts a fresh nonce into page and policy', async () => {
    const [one, two] = await Promise.all(
      [1, 2].map(() => answerPageRequest('app://bundle/index.html', 'GET', files)),
    )
    const nonce = /content="([\w+/=]{22,})"/.exec((await one?.text()) ?? '')?.[1] ?? 'none'
    expect(one?.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`)
    expect(await two?.text()).not.toContain(nonce)
  })

  it('tells the page its language with its first tag', async () => {
    const language = () => ({ shown: 'zh-CN', system: 'en' }) as const
    const answer = await answerPageRequest('app://bundle/index.html', 'GET', files, language)
    expect(await answer.text()).toContain('<html lang="zh-CN" dir="ltr" data-system-language="en">')
  })

  it.each([
    'app://bundle/../secret.html',
    'app://bundle/%2e%2e/secret.html',
    'app://bundle/..%2fsecret.html',
    'app://bundle/..%5csecret.html',
    'app://bundle//index.html',
    'app://bundle/index.html%00',
    'app://bundle/assets/notes.txt',
    'app://bundle/assets/',
    'app://bundle/',
    'app://evil/index.html',
    'app://bundle.evil/index.html',
    'app://bundle/toString',
    'app://bundle/__proto__',
  ])('does not answer %s', async (address) => {
    expect((await answerPageRequest(address, 'GET', files)).status).toBe(404)
  })

  it('answers nothing but GET', async () => {
    expect((await answerPageRequest('app://bundle/index.html', 'POST', files)).status).toBe(404)
  })
})

describe('which addresses are ours', () => {
  it.each(['app://bundle/index.html', 'app://bundle/index.html#/models?q=x'])('%s is', (address) => {
    expect(isOurs(address, null)).toBe(true)
  })
  it.each([
    'app://bundle.evil/',
    'app://bundle@evil/',
    'app://evil/bundle',
    'app://bundle:81/',
    'https://bundle/',
    'file:///bundle',
    'app:bundle',
    '',
    'http://localhost:5173/',
  ])('%s is not', (address) => {
    expect(isOurs(address, null)).toBe(false)
  })
  it('knows the dev server only while there is one', () => {
    expect(isOurs('http://localhost:5173/x', 'http://localhost:5173')).toBe(true)
    expect(isOurs('http://localhost:51730/x', 'http://localhost:5173')).toBe(false)
  })
})
