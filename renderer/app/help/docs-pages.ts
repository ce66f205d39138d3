const ROOT = 'https://docs.x.ai/developers'

/** Pages of xAI's documentation. Only `https:` addresses: the main process shows the host and asks before it opens one. */
export const DOCS_PAGES = {
  models: `${ROOT}/models`,
  pricing: `${ROOT}/pricing`,
  'cost-tracking': `${ROOT}/cost-tracking`,
  'rate-limits': `${ROOT}/rate-limits`,
  errors: `${ROOT}/debugging`,
  caching: `${ROOT}/advanced-api-usage/prompt-caching`,
  priority: `${ROOT}/advanced-api-usage/priority-processing`,
  reasoning: `${ROOT}/model-capabilities/text/reasoning`,
  'structured-outputs': `${ROOT}/model-capabilities/text/structured-outputs`,
  tools: `${ROOT}/tools/function-calling`,
  'two-apis': `${ROOT}/model-capabilities/text/comparison`,
  'chat-reference': `${ROOT}/rest-api-reference/inference/chat`,
  'models-reference': `${ROOT}/rest-api-reference/inference/models`,
  'key-and-tokens-reference': `${ROOT}/rest-api-reference/inference/other`,
  'legacy-reference': `${ROOT}/rest-api-reference/inference/legacy`,
  'billing-reference': `${ROOT}/rest-api-reference/management/billing`,
} as const
export type DocsPage = keyof typeof DOCS_PAGES
