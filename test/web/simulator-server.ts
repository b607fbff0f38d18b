import type { AddressInfo, Socket } from 'node:net'
import Fastify from 'fastify'
import type { Arrival } from '../../bot/channels/channel.ts'
import { registerSimulator } from '../../bot/web/simulator/register-simulator.ts'
import { openPlatform, temporaryFolder } from '../channels/simulator-platform.ts'

/** A Loket that says everything back, with the simulator's page in front. */
export async function openServer(folder?: Awaited<ReturnType<typeof temporaryFolder>>, port = 0) {
  const data = folder ?? (await temporaryFolder())
  const platform = await openPlatform(data.path)
  const app = Fastify()
  const sockets = new Set<Socket>()
  app.server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  registerSimulator(app, { counter: 'SINTREN', ...platform })
  await app.listen({ port, host: '127.0.0.1' })
  const at = (app.server.address() as AddressInfo).port
  const got: Arrival[] = []
  await platform.channel.start(async (arrivals) => {
    got.push(...arrivals)
  })
  /** Answers everything from now on with its own words. */
  const echo = async () => {
    await platform.channel.stop()
    await platform.channel.start(async (arrivals) => {
      got.push(...arrivals)
      for (const { address, id, event } of arrivals)
        await platform.channel.send(address, {
          key: `echo-${id}`,
          text: `Anda: ${'text' in event ? event.text : event.kind}`.slice(0, 4096),
        })
    })
  }
  const close = async () => {
    for (const socket of sockets) socket.destroy()
    await app.close()
    await platform.close()
  }
  return { ...platform, app, data, got, echo, port: at, host: `127.0.0.1:${at}`, url: `http://127.0.0.1:${at}`, sockets, close }
}

export type Server = Awaited<ReturnType<typeof openServer>>
