import { describe, expect, it } from 'vitest'
import { parseConfig } from '../../bot/config.ts'
import { problemsOf } from './problems.ts'

const SET = {
  LOKET_S3_ENDPOINT: 'https://s3.kantor.example',
  LOKET_S3_BUCKET: 'loket-berkas',
  LOKET_S3_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  LOKET_S3_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG',
}

describe('LOKET_S3_…', () => {
  it('are not needed', () => {
    expect(parseConfig({}).s3).toBeUndefined()
    expect(parseConfig({ LOKET_S3_BUCKET: ' ' }).s3).toBeUndefined()
  })

  it('name a bucket and the key to it', () => {
    const s3 = {
      endpoint: 'https://s3.kantor.example',
      bucket: 'loket-berkas',
      region: 'us-east-1',
      accessKeyId: 'AKIDEXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG',
    }
    expect(parseConfig(SET).s3).toEqual(s3)
    expect(parseConfig({ ...SET, LOKET_S3_REGION: 'ap-southeast-3' }).s3).toEqual({ ...s3, region: 'ap-southeast-3' })
    expect(parseConfig({ ...SET, LOKET_S3_ENDPOINT: 'http://127.0.0.1:9000/' }).s3?.endpoint).toBe('http://127.0.0.1:9000')
  })

  it.each(Object.keys(SET))('belong together: without %s the counter does not start', (name) => {
    const problems = problemsOf({ ...SET, [name]: '' })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(new RegExp(`^${name} must be set too: .*Example: ${name}=`))
  })

  it.each([
    ['LOKET_S3_ENDPOINT', 'http://s3.kantor.example'],
    ['LOKET_S3_ENDPOINT', 's3.kantor.example'],
    ['LOKET_S3_ENDPOINT', 'https://s3.kantor.example/loket'],
    ['LOKET_S3_ENDPOINT', 'https://user:sandi@s3.kantor.example'],
    ['LOKET_S3_ENDPOINT', '💥'],
    ['LOKET_S3_BUCKET', 'Loket'],
    ['LOKET_S3_BUCKET', '../../etc'],
    ['LOKET_S3_BUCKET', 'a/b'],
    ['LOKET_S3_BUCKET', 'ab'],
    ['LOKET_S3_BUCKET', 'a'.repeat(10_000)],
    ['LOKET_S3_REGION', 'somewhere else'],
    ['LOKET_S3_ACCESS_KEY_ID', 'AKID EXAMPLE'],
    ['LOKET_S3_SECRET_ACCESS_KEY', 'rahasia\r\nX-Evil: 1'],
    ['LOKET_S3_SECRET_ACCESS_KEY', 'kunci‮kunci'],
  ])('refuse %s=%j', (name, value) => {
    const problems = problemsOf({ ...SET, [name]: value })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(new RegExp(`^${name} must `))
    if (/KEY/.test(name)) expect(problems.join()).not.toContain(value.slice(0, 7))
  })
})

describe('LOKET_MASTER_KEY_NEXT', () => {
  const key = Buffer.alloc(32, 1).toString('base64')

  it('stands beside the key that it replaces', () => {
    const next = Buffer.alloc(32, 2).toString('hex')
    expect(parseConfig({ LOKET_MASTER_KEY: key, LOKET_MASTER_KEY_NEXT: next })).toMatchObject({
      masterKey: key,
      masterKeyNext: next,
    })
    expect(problemsOf({ LOKET_MASTER_KEY_NEXT: next }).join()).toMatch(
      /^LOKET_MASTER_KEY_NEXT is of no use without LOKET_MASTER_KEY/,
    )
  })

  it('is refused when it is no key, and not repeated', () => {
    const problems = problemsOf({ LOKET_MASTER_KEY: key, LOKET_MASTER_KEY_NEXT: 'kunci rahasia' })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(/^LOKET_MASTER_KEY_NEXT must be 32 bytes/)
    expect(problems[0]).not.toContain('rahasia')
  })
})
