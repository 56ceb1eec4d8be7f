import { FukidashiError } from '../common/error.js'

/** Codes of {@link CatalogError}. */
export type CatalogErrorCode =
  /** An option of a catalog or story has a value that is not permitted. */
  | 'option_invalid'
  /** A story does not have this locale. */
  | 'locale_unknown'
  /** A JSON file of a story cannot be read. */
  | 'file_unreadable'
  /** A script of a chat failed. */
  | 'script_failed'
  /** A package that is needed is not installed. */
  | 'peer_missing'
  /** A folder has files that would be lost. */
  | 'folder_occupied'
  /** There are no stories where some were expected. */
  | 'stories_missing'
  /** git is not installed, or a command of it failed. */
  | 'git_failed'
  /** A name is neither a commit nor a folder of `fukidashi build`. */
  | 'ref_unknown'
  /** The catalog of the project cannot be built. */
  | 'build_failed'
  /** A module for a test runner is used elsewhere. */
  | 'runner_missing'

/** A catalog or a story cannot be used as it is. The text says what to change. */
export class CatalogError extends FukidashiError {
  override readonly name = 'CatalogError'
  readonly code: CatalogErrorCode

  constructor(code: CatalogErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
