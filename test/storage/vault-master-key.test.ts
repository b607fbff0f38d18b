import { readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { systemRandom } from '../../bot/runtime/random.ts'
import { openKeys } from '../../storage/vault/keys.ts'
import { MasterKeyError, parseMasterKey } from '../../storage/vault/master-key.ts'
import { dataFolder } from './vault-fixture.ts'

const KEY = Buffer.from(Array.from({ length: 32 }, (_, i) => i * 7))

describe('the master key as a setting', () => {
  it('is read from hexadecimal, base64 and the URL alphabet, with spaces around', () => {
    for (const text of [
      KEY.toString('hex'),
      KEY.toString('hex').toUpperCase(),
      KEY.toString('base64'),
      KEY.toString('base64url'),
    ])
      expect(Buffer.from(parseMasterKey(` ${text}\n`))).toEqual(KEY)
  })

  it('is refused when it is empty, too short, too long or no encoding at all, without being repeated', () => {
    const wrong = [
      '',
      'rahasia',
      'kata sandi saya',
      KEY.toString('hex').slice(2),
      `${KEY.toString('base64')}AAAA`,
      'ف'.repeat(44),
    ]
    for (const text of [...wrong, 'A'.repeat(10_000), "'; DROP TABLE File; --"]) {
      let message = ''
      try {
        parseMasterKey(text)
      } catch (error) {
        expect(error).toBeInstanceOf(MasterKeyError)
        message = String(error)
      }
      expect(message).toContain('openssl rand -base64 32')
      if (text !== '') expect(message).not.toContain(text)
    }
  })

  it('says how many bytes it found', () => {
    expect(() => parseMasterKey(KEY.subarray(0, 16).toString('hex'))).toThrow('holds 16 bytes, and must hold 32')
  })
})

describe('the master key of an installation', () => {
  it('is made at the first start, readable by nobody else, and is the same at the next', async () => {
    const { keyFile, folder, openUnitOfWork } = await dataFolder()
    const source = { setting: undefined, file: keyFile }
    const unitOfWork = await openUnitOfWork()
    const first = await openKeys(source, unitOfWork, systemRandom)
    expect((await stat(keyFile)).mode & 0o777).toBe(0o600)
    expect(await readFile(keyFile)).toEqual(Buffer.from(first.master.bytes))
    expect(first.master.bytes).toHaveLength(32)
    const second = await openKeys(source, unitOfWork, systemRandom)
    expect(Buffer.from(second.master.bytes)).toEqual(Buffer.from(first.master.bytes))
    expect((await readdir(folder)).filter((name) => name.includes('.part'))).toEqual([])
  })

  it('comes from the setting when there is one, and then no file is made', async () => {
    const { keyFile, openUnitOfWork } = await dataFolder()
    const key = await openKeys({ setting: KEY.toString('base64'), file: keyFile }, await openUnitOfWork(), systemRandom)
    expect(Buffer.from(key.master.bytes)).toEqual(KEY)
    await expect(stat(keyFile)).rejects.toThrow('ENOENT')
  })

  it('is refused when it is not the one that the database was begun with', async () => {
    const { keyFile, start, openUnitOfWork } = await dataFolder()
    await start()
    const other = { setting: KEY.toString('hex'), file: keyFile }
    await expect(openKeys(other, await openUnitOfWork(), systemRandom)).rejects.toThrow(
      'the master key in LOKET_MASTER_KEY is not the one of this database',
    )
    await writeFile(keyFile, KEY)
    await expect(start()).rejects.toThrow(`the master key in the key file ${keyFile} is not the one`)
  })

  it('is not replaced when its file was lost: nothing stored could be opened', async () => {
    const { keyFile, start } = await dataFolder()
    await start()
    await rm(keyFile)
    await expect(start()).rejects.toThrow('the master key of this database is missing')
    await expect(stat(keyFile)).rejects.toThrow('ENOENT')
  })

  it('is refused when its file has the wrong length', async () => {
    const { keyFile, start } = await dataFolder()
    await writeFile(keyFile, '')
    await expect(start()).rejects.toThrow(`the key file ${keyFile} holds 0 bytes, and must hold 32`)
  })

  it('is one and the same for two that start at once', async () => {
    const { keyFile, openUnitOfWork } = await dataFolder()
    const source = { setting: undefined, file: keyFile }
    const unitOfWork = await openUnitOfWork()
    const [a, b] = await Promise.all([openKeys(source, unitOfWork, systemRandom), openKeys(source, unitOfWork, systemRandom)])
    expect(Buffer.from(a.master.bytes)).toEqual(Buffer.from(b.master.bytes))
    expect(a).toEqual(b)
  })

  it('does not stand in the database', async () => {
    const { start } = await dataFolder()
    const { unitOfWork, masterKey } = await start()
    const settings = await unitOfWork.run((tx) => tx.setting.findMany())
    const hex = Buffer.from(masterKey.bytes).toString('hex')
    expect(settings.map(({ name }) => name).sort()).toEqual(['key.files.1', 'key.sealing', 'master-key.check'])
    for (const { value } of settings) for (let i = 0; i < 64; i += 8) expect(value).not.toContain(hex.slice(i, i + 8))
  })
})
