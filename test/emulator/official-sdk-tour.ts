/** Calls every operation of the official SDK's clients. */

import type { Readable } from 'node:stream'
import { channelAccessToken } from '@line/bot-sdk'
import { expect } from 'vitest'
import { menu, png, text } from './support.js'
import type { Setup } from './official-sdk-setup.js'

const bytesOf = async (stream: Readable): Promise<number> => {
  let length = 0
  for await (const chunk of stream) length += (chunk as Buffer).length
  return length
}

export const phone = '+818000001234'
export const phoneHash = 'd41e0ad70dddfeb68f149ad6fc61574b9c5780ab7bcb2fba5517771ffbb2409c'

/** Calls every operation that a client has, in an order in which each can succeed. */
export async function tour({ line, client }: Setup): Promise<void> {
  const aki = line.user('Aki', { phone })
  const ken = line.user('Ken')
  const team = line.group('Team', [aki, ken])
  const room = line.room([aki, ken])
  const messages = [text('hi') as { type: 'text'; text: string }]
  const to = aki.id

  // Sending
  const { events } = await aki.says('hi')
  const { replyToken } = events[0] as { replyToken: string }
  await client.replyMessage({ replyToken, messages })
  await client.pushMessage({ to, messages, customAggregationUnits: ['unit'] })
  await client.multicast({ to: [to], messages })
  const sent = await client.broadcastWithHttpInfo({ messages })
  const broadcastId = sent.httpResponse.headers.get('x-line-request-id')!
  const narrow = await client.narrowcastWithHttpInfo({ messages })
  await client.getNarrowcastProgress(narrow.httpResponse.headers.get('x-line-request-id')!)
  await client.pushMessagesByPhone({ to: phoneHash, messages })
  await client.validateReply({ messages })
  await client.validatePush({ messages })
  await client.validateMulticast({ messages })
  await client.validateNarrowcast({ messages })
  await client.validateBroadcast({ messages })

  // Statistics
  const day = '20260101'
  await client.getMessageQuota()
  await client.getMessageQuotaConsumption()
  await client.getNumberOfSentReplyMessages(day)
  await client.getNumberOfSentPushMessages(day)
  await client.getNumberOfSentMulticastMessages(day)
  await client.getNumberOfSentBroadcastMessages(day)
  await client.getPNPMessageStatistics(day)
  await client.getAggregationUnitUsage()
  await client.getAggregationUnitNameList()
  await client.getFriendsDemographics()
  await client.getMessageEvent(broadcastId)
  await client.getNumberOfFollowers(day)
  await client.getNumberOfMessageDeliveries(day)
  await client.getStatisticsPerUnit('unit', day, day)

  // People and chats
  await client.getProfile(to)
  await client.getFollowers()
  await client.issueLinkToken(to)
  await client.getGroupSummary(team.id)
  await client.getGroupMemberCount(team.id)
  await client.getGroupMembersIds(team.id)
  await client.getGroupMemberProfile(team.id, to)
  await client.getRoomMemberCount(room.id)
  await client.getRoomMembersIds(room.id)
  await client.getRoomMemberProfile(room.id, to)
  await client.leaveGroup(team.id)
  await client.leaveRoom(room.id)
  await client.showLoadingAnimation({ chatId: to, loadingSeconds: 5 })
  const { markAsReadToken } = aki.chat[0]!
  await client.markMessagesAsReadByToken({ markAsReadToken: markAsReadToken! })
  await client.markMessagesAsRead({ chat: { userId: to } })
  await client.acquireChatControl(to, { ttl: 60 })
  await client.releaseChatControl(to)

  // Content
  const { messageId = '' } = await aki.sendsVideo()
  expect(await bytesOf(await client.getMessageContent(messageId))).toBeGreaterThan(0)
  expect(await bytesOf(await client.getMessageContentPreview(messageId))).toBeGreaterThan(0)
  expect(await client.getMessageContentTranscodingByMessageId(messageId)).toMatchObject({
    status: 'succeeded',
  })

  // Account and webhook
  await client.getBotInfo()
  await client.setWebhookEndpoint({ endpoint: 'http://127.0.0.1:1/' })
  await client.getWebhookEndpoint()
  await client.testWebhookEndpoint()

  // Rich menus
  const request = menu() as never
  await client.validateRichMenuObject(request)
  const { richMenuId } = await client.createRichMenu(request)
  await client.setRichMenuImage(
    richMenuId,
    new Blob([png(2500, 1686).slice()], { type: 'image/png' }),
  )
  expect(await bytesOf(await client.getRichMenuImage(richMenuId))).toBe(64)
  await client.getRichMenu(richMenuId)
  await client.getRichMenuList()
  await client.setDefaultRichMenu(richMenuId)
  await client.getDefaultRichMenuId()
  await client.cancelDefaultRichMenu()
  await client.linkRichMenuIdToUser(to, richMenuId)
  await client.getRichMenuIdOfUser(to)
  await client.unlinkRichMenuIdFromUser(to)
  await client.linkRichMenuIdToUsers({ richMenuId, userIds: [to] })
  await client.unlinkRichMenuIdFromUsers({ userIds: [to] })
  await client.createRichMenuAlias({ richMenuAliasId: 'home', richMenuId })
  await client.getRichMenuAlias('home')
  await client.getRichMenuAliasList()
  await client.updateRichMenuAlias('home', { richMenuId })
  await client.deleteRichMenuAlias('home')
  const batch = { operations: [{ type: 'unlinkAll' as const }] }
  await client.validateRichMenuBatchRequest(batch)
  await client.richMenuBatch(batch)
  const batchId = line.calls.at(-1)!.requestId
  await client.getRichMenuBatchProgress(batchId)
  await client.getRichMenuInsightSummary(richMenuId, day, day)
  await client.getRichMenuInsightDaily(richMenuId, day, day)
  await client.deleteRichMenu(richMenuId)

  // Coupons and memberships
  const { couponId } = await client.createCoupon({
    acquisitionCondition: { type: 'normal' },
    startTimestamp: 1_785_542_400,
    endTimestamp: 1_988_220_800,
    maxUseCountPerTicket: 1,
    title: 'Tea',
    visibility: 'PUBLIC',
    timezone: 'ASIA_TOKYO',
    reward: { type: 'free' },
  } as never)
  await client.listCoupon(new Set(['RUNNING']))
  await client.getCouponDetail(couponId)
  await client.closeCoupon(couponId)
  await aki.joinsMembership(7)
  await client.getMembershipList()
  await client.getMembershipSubscription(to)
  await client.getJoinedMembershipUsers(7)

  // Audiences
  const audiences = [{ id: to }]
  const made = await client.createAudienceGroup({ description: 'a', audiences })
  const audienceGroupId = made.audienceGroupId!
  await client.addAudienceToAudienceGroup({ audienceGroupId, audiences })
  const file = new Blob([to], { type: 'text/plain' })
  await client.createAudienceForUploadingUserIds(file, 'b')
  await client.addUserIdsToAudience(file, audienceGroupId)
  await client.createClickBasedAudienceGroup({ description: 'c', requestId: broadcastId })
  // LINE makes one audience of a message.
  const again = await client.broadcastWithHttpInfo({ messages })
  const requestId = again.httpResponse.headers.get('x-line-request-id')!
  await client.createImpBasedAudienceGroup({ description: 'd', requestId })
  await client.updateAudienceGroupDescription(audienceGroupId, { description: 'e' })
  await client.getAudienceData(audienceGroupId)
  await client.getAudienceGroups(1)
  await client.getSharedAudienceData(audienceGroupId)
  await client.getSharedAudienceGroups(1)
  await client.deleteAudienceGroup(audienceGroupId)

  // Apps, modules, stickers
  const { liffId } = await client.addLIFFApp({ view: { type: 'full', url: 'https://a.b/c' } })
  await client.getAllLIFFApps()
  await client.updateLIFFApp(liffId, { view: { type: 'tall' } })
  await client.deleteLIFFApp(liffId)
  line.state.modules.codes.push({ code: 'code', scopes: ['message:send'] })
  const { channelId, channelSecret } = line.account
  await client.attachModule(
    'authorization_code',
    'code',
    'https://a.b/',
    undefined,
    channelId,
    channelSecret,
  )
  await client.getModules()
  await client.detachModule()
  await client.missionStickerV3({
    to,
    productId: '1',
    productType: 'STICKER',
    sendPresentMessage: false,
  })
}

/** Calls every operation of the token client. */
export async function tokenTour({ line, server }: Setup, privateKey: CryptoKey): Promise<void> {
  const client = new channelAccessToken.ChannelAccessTokenClient({ baseURL: server.url })
  const { channelId, channelSecret } = line.account
  const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const exp = Math.floor(Date.now() / 1_000) + 600
  const claims = { iss: channelId, sub: channelId, aud: 'https://api.line.me/', exp }
  const unsigned = `${encoded({ alg: 'RS256', typ: 'JWT', kid: 'k1' })}.${encoded(claims)}`
  const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', privateKey, Buffer.from(unsigned))
  const jwt = `${unsigned}.${Buffer.from(signature).toString('base64url')}`
  const type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
  const grant = 'client_credentials'
  const issued = await client.issueChannelTokenByJWT(grant, type, jwt)
  expect(await client.getsAllValidChannelAccessTokenKeyIds(type, jwt)).toMatchObject({
    kids: [issued.key_id],
  })
  await client.verifyChannelTokenByJWT(issued.access_token)
  await client.revokeChannelTokenByJWT(channelId, channelSecret, issued.access_token)
  await client.issueStatelessChannelTokenByJWTAssertion(jwt)
  await client.issueStatelessChannelTokenByClientSecret(channelId, channelSecret)
  const short = await client.issueChannelToken(grant, channelId, channelSecret)
  await client.verifyChannelToken(short.access_token)
  await client.revokeChannelToken(short.access_token)
}

type CryptoKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>
