/**
 * State of a video or audio that a user sent: whether it can be downloaded.
 * @see https://developers.line.biz/en/reference/messaging-api/#verify-video-or-audio-preparation-status
 */
export interface GetMessageContentTranscodingResponse {
  status: 'processing' | 'succeeded' | 'failed'
}
