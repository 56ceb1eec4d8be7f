/** Components by their names in JSX. */
import * as components from '../components/index.js'

const { Flex, ...others } = components
const byName: Readonly<Record<string, unknown>> = {
  ...others,
  ...Object.fromEntries(
    Object.entries(Flex).map(([name, component]) => [`Flex.${name}`, component]),
  ),
}

/** A component by its name in JSX. */
export const named = (name: string): unknown => byName[name]
