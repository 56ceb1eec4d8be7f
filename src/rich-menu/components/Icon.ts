import { component } from '../../jsx-runtime/component.js'
import type { IconContent } from '../layout/content.js'
import { readNumber } from './parts.js'
import { readColor } from './read-look.js'
import { type Names, refuseUnknown } from './known-props.js'

/** Props of {@link Icon}. */
export interface IconProps {
  /** Set and name, as at https://icon-sets.iconify.design: `lucide:clock` is `clock` of the package `@iconify-json/lucide`. */
  name: string
  /** Pixels; twice the size of the letters by default. */
  size?: number | undefined
  /** Colour of what the set does not colour itself; that of the text around by default. */
  color?: string | undefined
}

const names: Names<IconProps> = { name: 1, size: 1, color: 1 }

const pattern = /^[a-z0-9]+(?:-[a-z0-9]+)*:[a-z0-9]+(?:-[a-z0-9]+)*$/

/**
 * An icon of an icon package, which has to be installed: `npm install -D @iconify-json/lucide`.
 *
 * @example
 * <Cell><MessageAction text="hours" /><Icon name="lucide:clock" size={160} color="#2f6b4f" />Opening hours</Cell>
 */
export const Icon = component(
  ['Icon', 'richMenuContent'],
  (props: IconProps, compiler): IconContent => {
    refuseUnknown(compiler, props, names)
    const { name, size, color } = props
    if (typeof name !== 'string' || !pattern.test(name))
      compiler.report(
        'wrong_value',
        `name is ${JSON.stringify(name)}; write set and name, such as "lucide:clock"`,
        { property: 'name' },
      )
    return {
      kind: 'icon',
      name,
      size: size === undefined ? undefined : readNumber(compiler, 'size', size, 0),
      color: readColor(compiler, 'color', color),
    }
  },
)
