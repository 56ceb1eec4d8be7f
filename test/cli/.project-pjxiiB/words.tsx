import { Text } from 'fukidashi'
export const Hello = () => <Text>one</Text>
