import { catalog } from './catalog.js'
import { OrderStatus } from './order-status.js'

const order = catalog.component(OrderStatus, {
  title: 'Shop/Order status',
  endpoint: 'push',
  to: 'user',
})

const lines = [
  { name: 'Sencha', price: 1200 },
  { name: 'Hojicha', price: 800 },
]

export const Preparing = order.story({ props: { order: { ready: false, lines } } })

export const Ready = order.story({ props: { order: { ready: true, lines } } })
