import { join } from 'node:path'
import { build } from 'vite'

/** A file of this folder and all it needs as one script that can be put into the running page. */
export async function pageCode(file: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      // The views await their texts at the top of a module, which only this format can say.
      lib: { entry: join(import.meta.dirname, file), formats: ['es'], fileName: 'page-code' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })
  const [bundle] = Array.isArray(built) ? built : []
  const code = bundle?.output[0].code
  if (code === undefined || /^(import|export)\b/m.test(code))
    throw new Error(`${file} was not built as one script`)
  return `(async () => {\n${code}\n})()`
}
