import { type Failure, type FailureCode, failureOf } from '../../shared/contract/failure.ts'
import { isRecord } from './record.ts'

type Rule = { matches: RegExp; code: FailureCode; phase?: NonNullable<Failure['phase']> }

/**
 * Codes of Node (undici, libuv, OpenSSL, llhttp, zlib) and of Chromium (`net::ERR_…`), most telling first. Both are
 * here because requests use Electron's network stack in the app and Node's in tests and tools (decision 6).
 */
const RULES: readonly Rule[] = [
  {
    matches:
      /unexpected redirect|redirect policy was|Redirect was cancelled|ERR_TOO_MANY_REDIRECTS|ERR_UNSAFE_REDIRECT|redirect count exceeded/i,
    code: 'redirected',
  },
  {
    matches: /\bERR_(PROXY|TUNNEL|SOCKS|PAC|UNEXPECTED_PROXY|MANDATORY_PROXY)_\w+/,
    code: 'proxy-refused',
  },
  {
    matches:
      /\bERR_(CERT|SSL|TLS|BAD_SSL)_\w+|\b(CERT_|SELF_SIGNED_CERT|DEPTH_ZERO_SELF|UNABLE_TO_(VERIFY|GET_ISSUER|GET_CRL|DECODE))\w*|\bEPROTO\b|\bHOSTNAME_MISMATCH\b/,
    code: 'certificate-invalid',
  },
  // What Chromium says of every request that was open when the computer went to sleep (reliability B2).
  { matches: /\bERR_NETWORK_IO_SUSPENDED\b/, code: 'slept' },
  {
    matches: /\b(ERR_INTERNET_DISCONNECTED|ENETUNREACH|ENETDOWN|ERR_NETWORK_ACCESS_DENIED)\b/,
    code: 'offline',
  },
  {
    matches:
      /\b(ENOTFOUND|EAI_\w+|ERR_NAME_NOT_RESOLVED|ERR_NAME_RESOLUTION_FAILED|ERR_DNS_\w+|ERR_ICANN_NAME_COLLISION)\b/,
    code: 'host-not-found',
  },
  {
    matches:
      /\b(ECONNREFUSED|EHOSTUNREACH|EHOSTDOWN|ERR_CONNECTION_REFUSED|ERR_CONNECTION_FAILED|ERR_ADDRESS_UNREACHABLE)\b/,
    code: 'connection-refused',
  },
  {
    matches: /\b(UND_ERR_CONNECT_TIMEOUT|ETIMEDOUT|ERR_CONNECTION_TIMED_OUT|ERR_TIMED_OUT)\b/,
    code: 'timed-out',
    phase: 'connect',
  },
  // Ports of other protocols, such as 25 for mail: no `fetch` connects to them.
  { matches: /\bbad port\b|\bERR_UNSAFE_PORT\b/, code: 'invalid-base-url' },
  { matches: /\bUND_ERR_HEADERS_TIMEOUT\b/, code: 'timed-out', phase: 'headers' },
  { matches: /\bUND_ERR_BODY_TIMEOUT\b/, code: 'timed-out', phase: 'idle' },
  {
    matches:
      /\b(HPE_HEADER_OVERFLOW|UND_ERR_HEADERS_OVERFLOW|UND_ERR_RES_EXCEEDED_MAX_SIZE|ERR_RESPONSE_HEADERS_TOO_BIG)\b/,
    code: 'answer-too-large',
  },
  {
    matches: /\b(Z_(DATA|BUF)_ERROR|ERR_CONTENT_DECODING_FAILED|ERR__ERROR_FORMAT\w*)\b/,
    code: 'malformed-answer',
  },
  // llhttp's word for a connection that ends within an answer is not a sign of another protocol.
  { matches: /\bHPE_INVALID_EOF_STATE\b/, code: 'connection-lost' },
  {
    matches: /\b(HTTPParserError|HPE_\w+|ERR_INVALID_HTTP_RESPONSE|ERR_RESPONSE_HEADERS_\w+)\b/,
    code: 'not-the-api',
  },
]

/**
 * The failure that an error thrown by `fetch`, or while its body is read, means. Only the code is taken over: these
 * messages hold addresses, and some hold headers. Unknown errors count as `connection-lost`, for example a
 * changed network or a reset.
 */
export function failureOfNetwork(error: unknown): Failure {
  const signs = signsOf(error, 0)
  for (const rule of RULES) {
    if (rule.matches.test(signs)) return failureOf(rule.code, { phase: rule.phase ?? null })
  }
  return failureOf('connection-lost')
}

/** Names, codes and messages of an error, its causes and, for hosts with several addresses, its parts. */
function signsOf(error: unknown, depth: number): string {
  if (!isRecord(error) || depth > 5) return ''
  const { name, code, message, cause, errors } = error
  const own = [name, code, message].filter((sign) => typeof sign === 'string')
  const parts = Array.isArray(errors) ? errors.slice(0, 8) : []
  return [...own, ...[...parts, cause].map((inner) => signsOf(inner, depth + 1))].join('\n')
}
