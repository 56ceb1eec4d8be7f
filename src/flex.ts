/** `fukidashi/flex`: the Flex components without the namespace. */
export * from './components/flex/index.js'
