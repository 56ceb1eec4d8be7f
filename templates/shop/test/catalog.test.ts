/// <reference types="vite/client" />
/** Tests each message of the catalog: LINE accepts it, and it is as in its snapshot. Update snapshots with "vitest run -u". */
import { catalogTests } from 'fukidashi/catalog/vitest'
import { catalog } from '../src/catalog.js'

await catalogTests(catalog, import.meta.glob('../src/**/*.messages.tsx'))
