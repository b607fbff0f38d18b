import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseConfig } from '../../bot/config.ts'
import { openWhatsappLinked, whatsappOf } from '../../test/channels/conformance/whatsapp-linked-platform.ts'
import { PRELOADED } from './preload.ts'
import type { Side, SideParts } from './side.ts'

/** WhatsApp with its people, and Loket linked to an account of it: what the counter's folder holds is linked now. */
export async function openWhatsappSide({ now, faults, photo, directory }: SideParts): Promise<Side> {
  const platform = await openWhatsappLinked(now)
  await platform.prepare?.(parseConfig({ LOKET_DATA: directory, LOKET_SIMULATOR: 'off', ...platform.settings }))
  const whatsapp = whatsappOf(platform)
  const { root, certificate } = whatsapp.trust
  const authority = join(directory, 'whatsapp.pem')
  await writeFile(authority, certificate)
  Object.assign(whatsapp.faults, faults)
  return {
    name: 'WhatsApp',
    account: platform.account,
    settings: { ...platform.settings, NODE_EXTRA_CA_CERTS: authority, [PRELOADED.root]: root.toString('hex') },
    happened: () => whatsapp.faults.happened,
    handset: (name, heard) => {
      const person = whatsapp.person({ name })
      const shown: string[] = []
      person.onShown = ({ text }) => {
        shown.push(text)
        heard()
      }
      return {
        shown,
        says: (text) => person.says(text),
        sendsPhoto: () => person.sendsPhoto(photo),
        repeated: () => person.repeated,
      }
    },
    close: () => whatsapp.close(),
  }
}
