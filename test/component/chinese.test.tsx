import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Shell } from '../../renderer/app/shell.tsx'
import { showLanguage } from '../../renderer/messages/index.ts'
import { axeViolations } from '../support/axe-violations.ts'
import { samplePreferences } from '../support/fake-rpc.ts'
import { renderPage } from '../support/render-page.tsx'

const inChinese = { preferences: { read: () => samplePreferences({ language: 'zh-CN' }) } }

const views = [
  { path: '/models', heading: '模型', words: '图像生成' },
  { path: '/compare', heading: '对比', words: '请至少选择两个模型' },
  { path: '/tokenizer', heading: '分词器', words: '统计 token' },
  { path: '/playground', heading: '演练场', words: '新对话' },
  { path: '/usage', heading: '用量', words: '概览' },
  { path: '/api-key', heading: 'API 密钥', words: '更换密钥' },
  { path: '/settings', heading: '设置', words: '外观' },
]

describe('简体中文', () => {
  beforeEach(() => showLanguage('zh-CN'))
  afterEach(() => showLanguage('en'))

  it.each(views)('shows $path in Chinese, and axe finds nothing wrong', async ({ path, heading, words }) => {
    const { container } = renderPage(<Shell />, { at: path, rpc: inChinese })
    expect(await screen.findByRole('heading', { level: 1, name: heading })).toBeVisible()
    expect((await screen.findAllByText(words))[0]).toBeInTheDocument()
    expect(document.documentElement.lang).toBe('zh-CN')
    expect(await axeViolations(container)).toEqual([])
  })

  it('counts and dates as Chinese does', async () => {
    renderPage(<Shell />, { at: '/models', rpc: inChinese })
    expect(await screen.findByText(/^\d+ 个模型$/)).toBeVisible()
    expect((await screen.findAllByText(/^\d{4}年\d{1,2}月\d{1,2}日$/)).length).toBeGreaterThan(0)
  })
})

describe('the choice of a language', () => {
  afterEach(() => showLanguage('en'))

  it('applies at once, keeps what is typed elsewhere, and can be taken back', async () => {
    const { user } = renderPage(<Shell />, { at: '/tokenizer' })
    await user.type(await screen.findByLabelText('Text'), 'typed before')
    await user.click(screen.getByRole('link', { name: 'Settings' }))
    const choice = await screen.findByRole('radiogroup', { name: 'Language' })
    await user.click(within(choice).getByRole('radio', { name: '简体中文' }))

    expect(await screen.findByRole('heading', { level: 1, name: '设置' })).toBeVisible()
    const chosen = within(screen.getByRole('radiogroup', { name: '语言' })).getByRole('radio', {
      name: '简体中文',
    })
    expect(chosen).toHaveFocus()
    expect(document.title).toBe('设置 – Tokenbook')
    await user.click(screen.getByRole('link', { name: '分词器' }))
    await waitFor(async () => expect(await screen.findByLabelText('文本')).toHaveValue('typed before'))

    await user.click(screen.getByRole('link', { name: '设置' }))
    const back = await screen.findByRole('radiogroup', { name: '语言' })
    await user.click(within(back).getByRole('radio', { name: 'English' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
    await waitFor(() => expect(document.documentElement.lang).toBe('en'))
  })

  it('shows what was chosen last when two are chosen at once', async () => {
    await Promise.all([showLanguage('zh-CN'), showLanguage('en')])
    renderPage(<Shell />, { at: '/models' })
    expect(await screen.findByRole('heading', { level: 1, name: 'Models' })).toBeVisible()
  })
})
