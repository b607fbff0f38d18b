import { describe, expect, it } from 'vitest'
import { ConfigError, parseConfig } from '../../bot/config.ts'

describe('the linked WhatsApp account', () => {
  it('is off unless it is switched on', () => {
    expect(parseConfig({}).whatsappLinked).toBeUndefined()
    expect(parseConfig({ WHATSAPP_BAILEYS: 'off' }).whatsappLinked).toBeUndefined()
    expect(parseConfig({ WHATSAPP_BAILEYS: 'on' }).whatsappLinked).toEqual({ url: undefined, version: undefined })
  })

  it('takes another place and another version', () => {
    const set = { WHATSAPP_BAILEYS: 'on', WHATSAPP_WS_URL: 'ws://127.0.0.1:1234/ws/chat', WHATSAPP_VERSION: '2.3000.1043857760' }
    expect(parseConfig(set).whatsappLinked).toEqual({ url: set.WHATSAPP_WS_URL, version: [2, 3000, 1_043_857_760] })
  })

  it.each([
    ['WHATSAPP_BAILEYS', 'yes', 'must be on or off'],
    ['WHATSAPP_WS_URL', 'ws://web.whatsapp.com/ws/chat', 'must be a wss:// address'],
    ['WHATSAPP_WS_URL', 'https://web.whatsapp.com', 'must be a wss:// address'],
    ['WHATSAPP_WS_URL', 'wss://user:secret@web.whatsapp.com', 'must be a wss:// address'],
    ['WHATSAPP_VERSION', '2.3000', 'must be three numbers'],
    ['WHATSAPP_VERSION', '٢.٣.٤', 'must be three numbers'],
    ['WHATSAPP_BAILEY', 'on', 'did you mean WHATSAPP_BAILEYS?'],
  ])('refuses %s=%s', (name, value, problem) => {
    expect(() => parseConfig({ WHATSAPP_BAILEYS: 'on', [name]: value })).toThrow(ConfigError)
    expect(() => parseConfig({ WHATSAPP_BAILEYS: 'on', [name]: value })).toThrow(problem)
  })

  it('refuses settings of an account that is off', () => {
    expect(() => parseConfig({ WHATSAPP_VERSION: '2.3000.1' })).toThrow('WHATSAPP_BAILEYS must be on')
  })
})
