import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron } from 'playwright-core'
import { electronArguments } from './electron-arguments.ts'
import { electronRuntime } from './electron-runtime.ts'
import { type Drawing, icnsOf, icoOf } from './packaging/icon-files.ts'
import { projectFolder } from './project-folder.ts'
import { ensureDisplay } from './virtual-display.ts'

/** `node scripts/draw-icons.ts`: draws scripts/packaging/icon.svg in every size that the three systems want. */
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024] as const

const folder = join(projectFolder, 'scripts', 'packaging')
const svg = readFileSync(join(folder, 'icon.svg'), 'utf8')
const runtime = await electronRuntime()
const display = await ensureDisplay()
const app = await _electron.launch({
  executablePath: runtime.executable,
  args: [join(projectFolder, 'test', 'bench', 'empty-window'), ...electronArguments(null)],
})
const page = await app.firstWindow()
const drawings: Drawing[] = []
for (const size of SIZES) drawings.push({ size, png: await draw(size) })
await app.close()
display.stop()

for (const { size, png } of drawings) writeFileSync(join(folder, 'icons', `${size}x${size}.png`), png)
writeFileSync(join(folder, 'icons', 'icon.ico'), icoOf(drawings))
writeFileSync(join(folder, 'icons', 'icon.icns'), icnsOf(drawings))

/** Through a canvas: a screenshot could not be larger than the window. Text, because scripts have no DOM types. */
async function draw(size: number): Promise<Uint8Array> {
  const url: unknown = await page.evaluate(`(async () => {
    const image = new Image()
    image.src = 'data:image/svg+xml,' + ${JSON.stringify(encodeURIComponent(svg).replaceAll("'", '%27'))}
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = ${size}
    canvas.getContext('2d').drawImage(image, 0, 0, ${size}, ${size})
    return canvas.toDataURL('image/png')
  })()`)
  return Buffer.from(String(url).slice('data:image/png;base64,'.length), 'base64')
}
