import { protocol } from 'electron'
import { APP_SCHEME } from './app-origin.ts'
import { trackDelivery } from './delivery.ts'
import { answerPageRequest, type PageLanguage } from './page-answer.ts'
import { pageFiles } from './page-files.ts'

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
 * Answers `app://bundle/<file of the build>` and nothing else. The promise is kept when the page has been handed its
 * scripts: while it compiles and runs them this process has time for work that would have held them up.
 */
export function serveApp(folder: string, language: () => PageLanguage): Promise<void> {
  const files = pageFiles(folder)
  const scripts = trackDelivery()
  protocol.handle(APP_SCHEME, async ({ url, method }) => {
    if (!url.endsWith('.js')) return answerPageRequest(url, method, files, { language })
    scripts.asked()
    const response = await answerPageRequest(url, method, files, { bodyOf: scripts.bodyOf })
    if (!response.ok) scripts.givenUp()
    return response
  })
  return scripts.done
}
