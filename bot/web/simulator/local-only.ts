import { BlockList, isIPv6 } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')
loopback.addSubnet('::ffff:127.0.0.0', 104, 'ipv6')

/**
 * Lets only this machine's own browser in: the peer and the Host must be loopback (a name that was
 * rebound to 127.0.0.1 keeps its own Host), and the Origin, where the browser sends one, must be
 * ours. A WebSocket must always have one, because browsers open them across origins unasked.
 */
export async function localOnly(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { host, origin } = request.headers
  const peer = request.socket.remoteAddress ?? ''
  const near = loopback.check(peer, isIPv6(peer) ? 'ipv6' : 'ipv4')
  const ours = origin === undefined ? !request.ws : origin === `http://${host}`
  if (near && host !== undefined && isLoopbackHost(host) && ours) return
  await reply
    .code(403)
    .type('text/plain; charset=utf-8')
    .send('Simulator hanya dapat dibuka dari komputer ini, di http://localhost.')
}

/** True for a Host header (name and perhaps port) that can only mean this machine. */
export function isLoopbackHost(host: string): boolean {
  const name = host.replace(/:\d{1,5}$/, '').toLowerCase()
  if (name === 'localhost' || name === '[::1]') return true
  return /^127(\.\d{1,3}){3}$/.test(name)
}
