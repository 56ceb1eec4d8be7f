/** A delivery service asks for details: quick replies with an icon, camera, camera roll, location and date. */
import {
  Camera,
  CameraRoll,
  DatetimePicker,
  LocationAction,
  MessageAction,
  QuickReply,
  QuickReplyItem,
  Text,
} from 'fukidashi'

export const LostParcel = () => (
  <>
    <Text>申し訳ございません。お荷物をお調べします。</Text>
    <Text>
      Please send a photo of the slip, or tell us where you are.
      <QuickReply>
        <QuickReplyItem imageUrl="https://example.com/icons/slip.png">
          <MessageAction label="番号を入力" text="伝票番号を入力します" />
        </QuickReplyItem>
        <Camera label="写真を撮る" />
        <CameraRoll label="写真を選ぶ" />
        <LocationAction label="現在地を送る" />
        <DatetimePicker label="再配達の日" data="redeliver" mode="date" min="2026-10-01" />
      </QuickReply>
    </Text>
  </>
)

export default <LostParcel />
