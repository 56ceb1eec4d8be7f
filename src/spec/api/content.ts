/**
 * State of a video or audio file that a user sent. It can be downloaded when `status` is `succeeded`.
 * @see https://developers.line.biz/en/reference/messaging-api/#verify-video-or-audio-preparation-status
 */
export interface GetMessageContentTranscodingResponse {
  status: 'processing' | 'succeeded' | 'failed'
}
