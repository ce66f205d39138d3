import { dirname, join } from 'node:path'

export const projectFolder = dirname(import.meta.dirname)
/** Git-ignored: runtimes, stamps and other things that can be made again. */
export const cacheFolder = join(projectFolder, '.cache')
