/// <reference types="vite/client" />
/** Each story in each language: it renders, it has no problem, and it is as in its snapshot. */
import { catalogTests } from 'fukidashi/catalog/vitest'
import { catalog } from './catalog.js'

await catalogTests(catalog, import.meta.glob('./**/*.messages.tsx'))
