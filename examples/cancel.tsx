/** A clinic in Bangkok asks before it cancels an appointment: a confirm template. */
import { Confirm, Postback } from 'fukidashi'

export const Cancel = ({ visit }: { visit: number }) => (
  <Confirm altText="ยกเลิกนัดพบแพทย์หรือไม่">
    ยกเลิกนัดพบแพทย์วันที่ 5 ต.ค. เวลา 9:30 น. หรือไม่
    <Postback label="ยกเลิกนัด" data={`cancel=yes&id=${visit}`} displayText="ยกเลิกนัด" />
    <Postback label="ไม่ยกเลิก" data={`cancel=no&id=${visit}`} displayText="ไม่ยกเลิก" />
  </Confirm>
)

export default <Cancel visit={481} />
