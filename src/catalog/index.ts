/** `fukidashi/catalog`: messages with sample data, held by tests in every locale. */
export { defineCatalog, type Catalog, type CatalogOptions } from './define-catalog.js'

// Stories
export {
  type AnyStory,
  type ChatStory,
  type CheckedStory,
  isStory,
  type RichMenuStories,
  type RichMenuStory,
  type Story,
  type StoryAccount,
  type StoryChanges,
  type StoryKind,
  type StoryOf,
  type StoryOptions,
  type StoryRenderOptions,
  type StoryTrial,
} from './story.js'
export type {
  ComponentStories,
  ComponentStoryOptions,
  StoryComponent,
} from './component-stories.js'
export type { MenuStoriesOptions } from './menu-stories.js'
export type { ChatOptions, ChatScript } from './chat-story.js'
export type { JsonStoryOptions } from './json-story.js'
export type { PropNames, PropType, RemainingProps, SharedProps } from './sample-props.js'

// Errors
export { CatalogError, type CatalogErrorCode } from './errors.js'
