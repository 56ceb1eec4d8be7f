/** The place that people send unless they choose another one. The page offers it too. */
export const usualPlace = {
  latitude: 35.6812,
  longitude: 139.7671,
  title: '東京駅',
  address: '東京都千代田区丸の内一丁目',
}
