/** Values that are used in several requests. */

export const userId = `U${'0'.repeat(32)}`
export const groupId = `C${'0'.repeat(32)}`
export const roomId = `R${'0'.repeat(32)}`
export const richMenuId = `richmenu-${'0'.repeat(32)}`
export const phone = '0'.repeat(64)
export const start = 'next'
export const date = '20260801'
export const days = { from: '20260801', to: '20260807' }
export const messages = [{ type: 'text' as const, text: 'a' }]
export const toCheck = { smallest: { body: { messages } } }
export const notificationDisabled = true
export const customAggregationUnits = ['sale']
export const retried = { messages, notificationDisabled }
export const requestId = 'a-request'
export const richMenu = {
  size: { width: 2500, height: 843 },
  selected: true,
  name: 'menu',
  chatBarText: 'Menu',
  areas: [
    {
      bounds: { x: 0, y: 0, width: 2500, height: 843 },
      action: { type: 'message' as const, text: 'a' },
    },
  ],
}
export const batch = { operations: [{ type: 'unlinkAll' as const }] }
export const resumeRequestKey = 'again'
export const coupon = {
  acquisitionCondition: { type: 'normal' as const },
  startTimestamp: 1,
  endTimestamp: 2,
  maxUseCountPerTicket: 1,
  title: 'Tea',
  visibility: 'UNLISTED' as const,
  timezone: 'ASIA_TOKYO' as const,
  reward: { type: 'free' as const },
}
export const audience = { description: 'a', audiences: [{ id: userId }] }
export const view = { type: 'full' as const, url: 'https://example.com' }
export const app = {
  description: 'a',
  features: { ble: false, qrCode: true },
  permanentLinkPattern: 'concat',
  scope: ['profile' as const],
  botPrompt: 'none' as const,
}
export const jwtBearer = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer' as const
export const byJwt = {
  grant_type: 'client_credentials' as const,
  client_assertion_type: jwtBearer,
  client_assertion: 'a.b.c',
}
export const bySecret = {
  grant_type: 'client_credentials' as const,
  client_id: '1',
  client_secret: 'secret',
}
export const module = {
  grant_type: 'authorization_code' as const,
  code: 'code',
  redirect_uri: 'https://example.com',
}
export const sticker = {
  to: userId,
  productId: '1',
  productType: 'STICKER',
  sendPresentMessage: false,
}
export const template = { to: phone, templateKey: 'shipment_completed_ja' }
