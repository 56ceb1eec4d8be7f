/** Codes of errors that were renamed before the first release. Each code is `<thing>_<state>`. */
const renamed: Record<string, Record<string, string>> = {
  LineArgumentError: {
    bad_option: 'option_invalid',
    bad_parameter: 'parameter_invalid',
    no_token: 'token_missing',
    too_many_messages: 'messages_too_many',
    no_recipients: 'recipients_missing',
    bad_image: 'image_invalid',
    external_content: 'content_external',
  },
  LineApiError: {
    bad_request: 'request_invalid',
    invalid_reply_token: 'reply_token_invalid',
    unauthorized: 'credentials_invalid',
    forbidden: 'operation_forbidden',
    not_found: 'resource_not_found',
    conflict: 'request_conflicting',
    gone: 'resource_gone',
    too_large: 'request_too_large',
    unsupported_media_type: 'media_type_unsupported',
    not_delivered: 'message_not_delivered',
    too_many_to_user: 'user_rate_limited',
    redirected: 'request_redirected',
    server_error: 'server_failed',
    refused: 'request_refused',
  },
  LineConnectionError: {
    timeout: 'request_timed_out',
    aborted: 'request_aborted',
    unreadable_answer: 'answer_unreadable',
  },
  LineBatchError: {
    partly_sent: 'batch_partly_sent',
  },
  LineValidationError: {
    invalid_messages: 'messages_invalid',
  },
  WebhookError: {
    secret_empty: 'secret_missing',
    token_empty: 'token_missing',
    no_client: 'client_missing',
    no_reply_token: 'reply_token_missing',
    on_standby: 'chat_on_standby',
    no_recipient: 'recipients_missing',
    no_content: 'content_missing',
    handler_timeout: 'handler_timed_out',
  },
  PostbackError: {
    secret_empty: 'secret_missing',
    needs_async_render: 'render_not_async',
  },
  AsyncComponentError: {
    async_component: 'component_async',
  },
  StructureError: {
    wrong_structure: 'structure_invalid',
  },
}

/** A renamed code: the class of the error, the old code and the new one. */
export interface RenamedCode {
  class: string
  old: string
  code: string
}

export const renamedCodes: readonly RenamedCode[] = Object.entries(renamed).flatMap(
  ([name, codes]) => Object.entries(codes).map(([old, code]) => ({ class: name, old, code })),
)
