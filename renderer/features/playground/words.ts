import { loadMessages } from '../../messages/index.ts'

// The texts come with the view, so that the first view does not carry them.
await Promise.all([loadMessages('playground'), loadMessages('failure')])
