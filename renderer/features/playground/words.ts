import { playground } from '../../messages/en/playground.ts'
import { addMessages } from '../../messages/index.ts'

// The texts come with the view, so that the first view does not carry them.
addMessages('playground', playground)
