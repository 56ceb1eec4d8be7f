/** A clinic offers an appointment: a buttons template with a date picker. */
import { Buttons, DatetimePicker, Postback, Uri } from 'fukidashi'

interface Visit {
  id: number
  doctor: string
  /** `2026-10-05T09:30` */
  at: string
}

export const Appointment = ({ visit }: { visit: Visit }) => (
  <Buttons
    altText={`さくら内科：${visit.at.replace('T', ' ')} のご予約について`}
    title="さくら内科 ご予約"
    thumbnailImageUrl="https://example.com/clinic/front.jpg"
    imageSize="cover"
    defaultAction={<Uri uri={`https://example.com/clinic/visits/${visit.id}`} />}
  >
    {visit.doctor}先生
    <br />
    {visit.at.replace('T', ' ')}
    <br />
    ご都合はいかがですか。
    <Postback label="この日時で予約" data={`visit=ok&id=${visit.id}`} displayText="予約します" />
    <DatetimePicker
      label="別の日時を選ぶ"
      data={`visit=move&id=${visit.id}`}
      mode="datetime"
      initial={visit.at}
      min="2026-10-01T09:00"
      max="2026-12-28T17:30"
    />
    <Uri label="電話する" uri="tel:+81312345678" />
  </Buttons>
)

export default <Appointment visit={{ id: 481, doctor: '田中', at: '2026-10-05T09:30' }} />
