/**
 * Whether a video or sound that a user sent can be fetched yet.
 * @see https://developers.line.biz/en/reference/messaging-api/#verify-video-or-audio-preparation-status
 */
export interface GetMessageContentTranscodingResponse {
  status: 'processing' | 'succeeded' | 'failed'
}
