/** Each project that `init` can make: it compiles with every supported TypeScript, also with strict options, and its tests pass. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, symlink, mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { namesOf, templates } from '../../../src/cli/init/choices.js'
import { useTypedPackage } from '../../support/typed-package.ts'
