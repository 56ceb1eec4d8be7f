/** @jsxImportSource fukidashi */
// For runtimes that compile JSX by themselves.
import { render, Text } from 'fukidashi'

export const card = () => render(<Text>Hello, {'runtime'}</Text>)
