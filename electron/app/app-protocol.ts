import { protocol } from 'electron'
import { APP_SCHEME } from './app-origin.ts'
import { pageAsked } from './next-turn.ts'
import { answerPageRequest, type PageLanguage } from './page-answer.ts'
import { pageFiles } from './page-files.ts'

/** From the answer of the page to its way into the page's process, through other processes (ms). */
const HEAD_START_MS = 5

/** Must run before the app is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
}

/**
 * Answers `app://bundle/<file of the build>` and nothing else. The promise is kept when the page itself was first handed
 * out, and has had a moment to go on its way: work that begins sooner holds it up.
 */
export function serveApp(folder: string, language: () => PageLanguage): Promise<void> {
  const files = pageFiles(folder)
  return new Promise((resolve) => {
    protocol.handle(APP_SCHEME, async ({ url, method }) => {
      pageAsked()
      const answer = await answerPageRequest(url, method, files, language)
      setTimeout(resolve, HEAD_START_MS)
      return answer
    })
  })
}
