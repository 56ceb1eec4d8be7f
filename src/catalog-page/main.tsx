/** Starts the catalog's page. */
import { render } from 'preact'
import { stylesheet } from '../preview/index.js'
import { App } from './App.js'
import { listenToKeys } from './keys.js'
import { follow } from './state/catalog.js'
import { beginLanguage } from './words/words.js'

// Messages have the preview's own styles.
const style = document.createElement('style')
style.textContent = stylesheet()
document.head.append(style)

document.title = 'fukidashi preview'
listenToKeys()
follow()
await beginLanguage()
render(<App />, document.body)
