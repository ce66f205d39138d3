import { assertNever } from '../../assert-never.ts'
import type { Asked } from '../request-body.ts'
import { codeRequest } from './code-request.ts'
import { curlCode } from './curl-code.ts'
import { javascriptCode } from './javascript-code.ts'
import { pythonCode } from './python-code.ts'

export type CodeLanguage = 'curl' | 'python' | 'javascript'

/**
 * A request as code that runs as it is and sends the same body as the app, but for the stream: the answer comes whole.
 * The key is read from the environment (`XAI_API_KEY`, for Segmind `SEGMIND_API_KEY`); no code ever holds it.
 * `baseUrl` has no path and no trailing slash. Content that the protocol has no form for is left out.
 */
export function copyAs(language: CodeLanguage, asked: Asked, baseUrl: string): string {
  const request = codeRequest(asked, baseUrl)
  switch (language) {
    case 'curl':
      return curlCode(request)
    case 'python':
      return pythonCode(request)
    case 'javascript':
      return javascriptCode(request)
    default:
      return assertNever(language)
  }
}
