/** Receives webhooks, and puts their events into the queue. Run one, or several behind a load balancer. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { receiver } from 'fukidashi/queue'
import { toNodeListener } from 'fukidashi/webhook'
import { openQueue } from './connect.js'
import { closeServer, onStop } from './stop.js'

const { LINE_CHANNEL_SECRET: channelSecret } = process.env
const webhook = receiver({ ...(channelSecret && { channelSecret }), queue: openQueue() })
const server = createServer(toNodeListener(webhook)).listen(
  Number(process.env['PORT'] ?? 3000),
  () => {
    console.log(
      `The receiver waits for webhooks on port ${(server.address() as AddressInfo).port}.`,
    )
  },
)
onStop(() => closeServer(server))
