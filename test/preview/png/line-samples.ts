/** Texts whose lines must break at the same positions. */
export const lineSamples: Record<string, string[]> = {
  Japanese: [
    'ご予約ありがとうございます。明日の午後三時に、お待ちしております。',
    '「いらっしゃいませ」と言われた。（本日のおすすめは、抹茶ラテです）',
    'ちょっと待ってください。キャッシュカードとパスポートが必要ですっ！',
    'コーヒーゼリー、チョコレートケーキ、ストロベリーパフェ。どれにしますか？',
    '合計は¥1,280（税込）です。2026年11月25日までにお支払いください。',
    'LINEの公式アカウントをfriendに追加すると、10%OFFクーポンが届きます。',
    '営業時間：平日10:00〜19:00、土日祝9:30〜20:00',
  ],
  Chinese: [
    '歡迎光臨！請問您今天想喝什麼茶？我們有烏龍茶、紅茶，還有珍珠奶茶。',
    '您的訂單已經出貨，預計於11月28日（星期六）送達，請保持電話暢通。',
    '「限時優惠」全館商品八折，滿NT$1,000免運費。',
    '如需協助，請輸入「客服」，或撥打02-1234-5678與我們聯絡。',
  ],
  Thai: [
    'ขอบคุณที่สั่งซื้อสินค้ากับเรา สินค้าของคุณจะจัดส่งภายในสามวันทำการ',
    'ยินดีต้อนรับสู่ร้านกาแฟของเรา วันนี้มีโปรโมชั่นพิเศษสำหรับสมาชิก',
    'กรุณากดปุ่มด้านล่างเพื่อยืนยันการจองโต๊ะอาหารของคุณ',
    'ราคารวมทั้งหมด 1,250 บาท ชำระเงินได้ที่เคาน์เตอร์หรือผ่านแอปพลิเคชัน',
  ],
  English: [
    'Your parcel is on its way and should arrive on Saturday between 9:00 and 11:30.',
    "Please don't reply to this message; it's sent automatically (see our help pages).",
    'A well-known, state-of-the-art tea-house: open 24/7, e-mail us at any time.',
    'Incomprehensibilities and counterrevolutionaries are very long words indeed.',
  ],
  'addresses of pages': [
    'See https://example.com/orders/2024/11/28?from=line&ref=card-12#top now',
    '予約はこちらhttps://example.com/reserve/table/2から、どうぞ',
    'https://example.com/menu/green-tea/index.html?lang=ja and the rest',
  ],
  'Thai beside Latin letters and digits': [
    'ชาไทยเย็นหวานน้อยhttps://example.com/tea',
    'ลด50บาททุกวันAB ไทย(ชา)ไทย—ก ไทย日本ไทย วันนี้',
    'A(ชา) 100%ชา ฿50ชา ชา…ชา-ชา/ชา!ชา ชาไทยเย็นหวาน',
  ],
  'spaces and tabs': [
    'one  two   three    four\n   five  six\n\n  seven eight nine ten eleven',
    'Tea\t480 yen\tand\tcake\n\tand a very long line that follows it',
  ],
}
