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

/** Answers `app://bundle/<file of the build>` and nothing else. */
export function serveApp(folder: string): void {
  const files = pageFiles(folder)
  protocol.handle(APP_SCHEME, (request) => answerPageRequest(request.url, request.method, files))
}
