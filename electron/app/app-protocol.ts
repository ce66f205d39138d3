import { protocol } from 'electron'
import { APP_SCHEME } from './app-origin.ts'
import { answerPageRequest } from './page-answer.ts'
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

/** Long enough for the scripts to be on their way, short enough to be done before they have run (ms). */
const AFTER_SCRIPTS_MS = 25

/**
 * Answers `app://bundle/<file of the build>` and nothing else. The promise is kept once the page has been handed its
 * scripts: while it compiles and runs them, this process is free for work that can wait until then.
 */
export function serveApp(folder: string): Promise<void> {
  const files = pageFiles(folder)
  return new Promise((resolve) => {
    protocol.handle(APP_SCHEME, (request) => {
      if (request.url.endsWith('.js')) setTimeout(resolve, AFTER_SCRIPTS_MS)
      return answerPageRequest(request.url, request.method, files)
    })
  })
}
