/** The round button on videos. */
import { play } from './icons.js'
import { box, image, type TreeNode } from './tree.js'

/** A button in the middle of its parent. */
export const playButton = (size: number): TreeNode =>
  box(
    {
      position: 'absolute',
      top: 0,
      right: 0,
      bottom: 0,
      left: 0,
      alignItems: 'center',
      justifyContent: 'center',
    },
    [
      box(
        {
          width: size,
          height: size,
          borderRadius: size / 2,
          alignItems: 'center',
          justifyContent: 'center',
          backgroundColor: '#000000a6',
          borderWidth: 1.5,
          borderStyle: 'solid',
          borderColor: '#ffffffe6',
        },
        [image({ width: size / 2, height: size / 2 }, play('#ffffff'), { fit: 'contain' })],
        { role: 'play' },
      ),
    ],
  )
