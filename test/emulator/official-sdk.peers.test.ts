/** LINE's own SDK, unchanged but for its base URL: all its clients, and its Express middleware. */
import express from 'express'
import type { AddressInfo } from 'node:net'
import { createServer, type Server } from 'node:http'
import type { Readable } from 'node:stream'
import {
  channelAccessToken,
  HTTPFetchError,
  LineBotClient,
  middleware,
  type webhook,
} from '@line/bot-sdk'
import * as sdk from '@line/bot-sdk'
import { afterEach, describe, expect, it } from 'vitest'
import { endpoints, type OperationId } from '../../src/endpoints/index.js'
import { createEmulator, type Emulator, type EmulatorOptions } from '../../src/emulator/index.js'
import { type EmulatorServer, listen } from '../../src/emulator/node/index.js'
import { menu, png, text } from './support.js'

const open: { close(): unknown }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

interface Given {
  line: Emulator
  server: EmulatorServer
  client: LineBotClient
}

async function serve(options: EmulatorOptions = {}): Promise<Given> {
  const line = createEmulator(options)
  const server = await listen(line)
  open.push(server)
  const client = LineBotClient.fromChannelAccessToken({
    channelAccessToken: line.account.channelAccessToken,
    apiBaseURL: server.url,
    dataApiBaseURL: server.url,
    managerBaseURL: server.url,
  })
  return { line, server, client }
}

const bytesOf = async (stream: Readable): Promise<number> => {
  let length = 0
  for await (const chunk of stream) length += (chunk as Buffer).length
  return length
}

const phone = '+818000001234'
const phoneHash = 'd41e0ad70dddfeb68f149ad6fc61574b9c5780ab7bcb2fba5517771ffbb2409c'

const membership = {
  membershipId: 7,
  title: 'Club',
  description: 'a',
  benefits: ['b'],
  price: 500,
  currency: 'JPY' as const,
  memberCount: 0,
  memberLimit: null,
  isInAppPurchase: false,
  isPublished: true,
}

/** Calls every operation that a client has, in an order in which each can succeed. */
async function tour({ line, client }: Given): Promise<void> {
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
async function tokenTour({ line, server }: Given, privateKey: CryptoKey): Promise<void> {
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

/** Other names of operations that were called: two ways to one endpoint. */
const forwarding = new Set([
  'issueStatelessChannelTokenByClientSecret',
  'issueStatelessChannelTokenByJWTAssertion',
])

const methodsOf = (prototype: object): string[] =>
  Object.getOwnPropertyNames(prototype).filter(
    (name) => name !== 'constructor' && !name.endsWith('WithHttpInfo') && !name.startsWith('parse'),
  )

it('calls every operation it has, and every row of the table answers', async () => {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(
    {
      name: 'RSASSA-PKCS1-v1_5',
      hash: 'SHA-256',
      modulusLength: 2048,
      publicExponent: new Uint8Array([1, 0, 1]),
    },
    true,
    ['sign', 'verify'],
  )
  const jwk = (await crypto.subtle.exportKey('jwk', publicKey)) as Record<string, unknown>
  const given = await serve({
    webhook: () => new Response(),
    assertionKeys: [{ keyId: 'k1', publicKey: jwk }],
    memberships: [membership],
    missionStickers: ['1'],
    notificationTemplates: { hello: [] },
  })
  await tour(given)
  await tokenTour(given, privateKey)
  const { line, server } = given

  // The two that stand in LINE's documents only.
  const headers = {
    authorization: `Bearer ${line.account.channelAccessToken}`,
    'content-type': 'application/json',
  }
  const templated = JSON.stringify({ to: phoneHash, templateKey: 'hello', body: {} })
  const pnp = `${server.url}/v2/bot/message/pnp/templated/push`
  await fetch(pnp, { method: 'POST', headers, body: templated })
  await fetch(`${server.url}/v2/bot/message/delivery/pnp/templated?date=20260101`, { headers })

  const failed = line.calls.filter(({ status }) => status >= 300)
  expect(failed).toEqual([])
  const wrong = line.calls.filter(({ operation, status }) => {
    const row = endpoints[operation!] as { status?: number }
    return status !== (row.status ?? 200)
  })
  expect(wrong).toEqual([])
  for (const { answerHeaders } of line.calls)
    expect(answerHeaders['x-line-request-id']).toMatch(/^[0-9a-f-]{36}$/)

  const called = new Set(line.calls.map(({ operation }) => operation))
  const all = Object.keys(endpoints) as OperationId[]
  expect(all.filter((operation) => !called.has(operation))).toEqual([])
  const methods = methodsOf(
    Object.getPrototypeOf(Object.getPrototypeOf(given.client) as object) as object,
  )
  expect(methods.length).toBeGreaterThan(90)
  expect(methods.filter((name) => !called.has(name as OperationId))).toEqual([])
  // Each of the clients that stand behind it has nothing besides.
  const behind = Object.values(sdk).flatMap((part) =>
    typeof part === 'object'
      ? Object.entries(part).filter(([name]) => name.endsWith('Client'))
      : [],
  )
  expect(behind.map(([name]) => name)).toHaveLength(10)
  const left = behind.flatMap(([, client]) =>
    methodsOf((client as { prototype: object }).prototype).filter(
      (name) => !called.has(name as OperationId) && !forwarding.has(name),
    ),
  )
  expect(left).toEqual([])
})

it('is told what is wrong as LINE tells it', async () => {
  const { client, line } = await serve()
  const error = await client
    .pushMessage({ to: line.user('Aki').id, messages: [{ type: 'text', text: '' }] })
    .catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(HTTPFetchError)
  const { status, body, headers } = error as HTTPFetchError
  expect([status, JSON.parse(body)]).toEqual([
    400,
    {
      message: 'The request body has 1 error(s)',
      details: [{ message: 'May not be empty', property: 'messages[0].text' }],
    },
  ])
  expect(headers.get('x-line-request-id')).toBeTruthy()
})

describe('a bot of its own', () => {
  async function express_(line: { channelSecret: string }, client: () => LineBotClient) {
    const app = express()
    app.post('/webhook', middleware({ channelSecret: line.channelSecret }), (request, response) => {
      const { events } = request.body as webhook.CallbackRequest
      Promise.all(
        events.map((event) =>
          event.type === 'message' && event.message.type === 'text'
            ? client().replyMessage({
                replyToken: event.replyToken!,
                messages: [{ type: 'text', text: `You said ${event.message.text}` }],
              })
            : Promise.resolve(),
        ),
      ).then(
        () => response.json({}),
        () => response.status(500).end(),
      )
    })
    // The SDK reports bad signatures to Express, whose own handler would print them.
    app.use(
      ((_error, _request, response, _next) =>
        void response.status(401).end()) as express.ErrorRequestHandler,
    )
    const server: Server = createServer(app)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    open.push({
      close: () => {
        server.closeAllConnections()
        server.close()
      },
    })
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`
  }

  it('gets signed webhooks and answers them', async () => {
    const { line, client } = await serve()
    const endpoint = await express_(line.account, () => client)
    await client.setWebhookEndpoint({ endpoint })
    expect(await client.testWebhookEndpoint()).toMatchObject({ success: true, reason: 'OK' })
    const { messages, webhook: sent } = await line.user('Aki').says('こんにちは 👋')
    expect(sent).toMatchObject({ status: 200, reason: 'OK' })
    expect(messages).toEqual([{ type: 'text', text: 'You said こんにちは 👋' }])
  })

  it('refuses webhooks that are signed with another secret', async () => {
    const { line, client } = await serve()
    const endpoint = await express_({ channelSecret: 'another' }, () => client)
    line.state.webhook.endpoint = endpoint
    expect((await line.user('Aki').says('hi')).webhook).toMatchObject({ status: 401 })
  })
})
