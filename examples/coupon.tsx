/** A birthday present: a text and a sticker from the shop's cat, and a coupon that was created in the console. */
import { Coupon, Sender, Sticker, Text } from 'fukidashi'

const Mike = () => <Sender name="みけ店長" iconUrl="https://example.com/icons/mike.png" />

export const Birthday = ({ name, couponId }: { name: string; couponId: string }) => (
  <>
    <Text>
      {name}さん、お誕生日おめでとうございます🎉
      <Mike />
    </Text>
    <Sticker packageId="11537" stickerId="52002734" sender={<Mike />} />
    <Coupon couponId={couponId} deliveryTag="birthday_2026" />
  </>
)

export default <Birthday name="葵" couponId="01JYNW8JMQVFBNWF1APF8Z3FS7" />
