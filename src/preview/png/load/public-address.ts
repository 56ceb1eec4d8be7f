/** Public IP addresses, from which images of untrusted URLs may be loaded. */
import { BlockList, isIP, isIPv4 } from 'node:net'

/** IANA's special-purpose addresses: this machine, private and local networks, tests, multicast. */
const special = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const

/** The global unicast addresses of IPv6, and the special ones among them, or those that lead to IPv4. */
const open6 = ['2000::', 3] as const
const special6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const

const closed = new BlockList()
for (const [network, bits] of special) closed.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of special6) closed.addSubnet(network, bits, 'ipv6')
const open = new BlockList()
open.addSubnet(...open6, 'ipv6')

/** `::ffff:7f00:1` and `::ffff:127.0.0.1` are 127.0.0.1. */
function mapped(address: string): string | undefined {
  const [, dotted] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? []
  if (dotted !== undefined) return dotted
  const [, high, low] = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/i.exec(address) ?? []
  if (high === undefined || low === undefined) return undefined
  const bits = Number.parseInt(high, 16) * 65_536 + Number.parseInt(low, 16)
  return [24, 16, 8, 0].map((shift) => (bits >>> shift) & 255).join('.')
}

/** Whether an IP address is on the public internet. */
export function isPublic(address: string): boolean {
  if (isIP(address) === 0) return false
  const plain = mapped(address) ?? address
  if (isIPv4(plain)) return !closed.check(plain, 'ipv4')
  return open.check(plain, 'ipv6') && !closed.check(plain, 'ipv6')
}
