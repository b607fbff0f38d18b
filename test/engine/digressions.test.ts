import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { flow, type Flow } from '../../flows/engine/flow.ts'
import { confirm } from '../../flows/fields/confirm.ts'
import { document } from '../../flows/fields/document.ts'
import { plainText } from '../../flows/fields/plain-text.ts'
import { asking, kept } from '../fields/documents.ts'
import { idle, smallFlows, smallWorld, type SmallPorts } from './small-flows.ts'
import { argsOf, choicesOf, offered, said } from './world.ts'

const nik = '3326071708850001'

describe('a digression', () => {
  it('returns to the open question of the form when it ends', async () => {
    const world = smallWorld()
    await world.chat('singkat', nik, 'petugas')
    expect(said(world.last)).toEqual(['human-how engine-resume short-title short-age'])
    await world.chat('cek status', 'REG-7')
    expect(said(world.last)).toEqual(['status-found engine-resume short-title short-age'])
    expect(argsOf(world.last, 'status-found')).toEqual({ found: 'REG-7' })
    await world.say('40')
    expect(world.answers()).toEqual({ nik, age: '40' })
  })

  it('makes way for another one, and for the form itself', async () => {
    const world = smallWorld()
    await world.chat('singkat', nik, 'menu', 'status', 'menu')
    expect(world.open).toEqual(['short', 'home'])
    expect(said(await world.say('singkat'))).toEqual(['engine-resume short-title short-age'])
    expect(world.open).toEqual(['short'])
    await world.chat('menu', 'Buka short')
    expect(world.open).toEqual(['short'])
    await world.chat('status', 'batal')
    expect(said(world.last)).toEqual(['engine-cancelled status-title engine-resume short-title short-age'])
  })

  it('on top of the review returns to the review', async () => {
    const world = smallWorld()
    await world.chat('singkat', nik, '40', 'siti@gmail.com', 'status', 'kabar lain')
    expect(said(world.last)[0]).toMatch(/^status-none engine-resume short-title short-review/u)
    await world.say('ya')
    expect(said(world.last)).toEqual(['short-done'])
  })

  it('can be another form; the first waits below', async () => {
    const world = smallWorld()
    await world.chat('singkat', nik, 'paket', 'Siti')
    expect(world.open).toEqual(['short', 'parcel', 'address'])
    await world.chat('Jalan Merdeka', '7', '2 kg', 'ya')
    expect(said(world.last)).toEqual(['parcel-done engine-resume short-title short-age'])
    // and the one below can be returned to, which gives the other up
    await world.chat('paket', 'Siti', 'singkat')
    expect(world.open).toEqual(['short'])
  })

  it('starts anew when it is named again', async () => {
    const world = smallWorld()
    await world.chat('login', 'abc', 'login')
    expect(world.open).toEqual(['login'])
    expect(world.top).not.toHaveProperty('waiting')
    expect(said(world.last)).toEqual(['login-id'])
  })

  it('does not pile up: the lowest flow makes way, and a form is put aside rather than lost', async () => {
    const forms = Array.from({ length: 8 }, (_, i) =>
      flow<SmallPorts>(`form-${i}`, { version: 1, title: 'x', words: [`formulir ${i}`], form: idle })
        .ask('a', plainText({ min: 1, max: 9 }))
        .ask('b', plainText({ min: 1, max: 9 }))
        .say('done'),
    )
    const world = smallWorld([...smallFlows, ...forms])
    for (let i = 0; i < 8; i++) await world.chat(`formulir ${i}`, 'jawaban')
    expect(world.open).toEqual(['form-2', 'form-3', 'form-4', 'form-5', 'form-6', 'form-7'])
    expect(world.session.head.drafts.map((draft) => draft.flow)).toEqual(['form-0', 'form-1'])
    expect(said(await world.say('formulir 0'))).toEqual(['engine-aside-draft x'])
    await world.say('ya')
    expect(said(world.last)).toEqual(['form-0-b'])
    for (let i = 0; i < 9; i++) await world.notice('survey')
    expect(world.stack.length).toBeLessThanOrEqual(6)
    expect(world.session.head.drafts).toHaveLength(8)
  })
})

describe('a flow called by another', () => {
  it('gives its answers as the result, its parameters included', async () => {
    const world = smallWorld()
    await world.chat('paket', 'Siti', 'Jalan Merdeka')
    expect(world.open).toEqual(['parcel', 'address'])
    await world.say('7')
    expect(world.open).toEqual(['parcel'])
    expect(world.answers()).toEqual({ sender: 'Siti', to: { for: 'Siti', street: 'Jalan Merdeka', house: '7' } })
    await world.chat('2 kg', 'ya')
    expect(argsOf(world.last, 'parcel-done')).toEqual({ street: 'Jalan Merdeka' })
  })

  it('is gone on with after a digression', async () => {
    const world = smallWorld()
    await world.chat('paket', 'Siti', 'Jalan Merdeka', 'status')
    expect(world.open).toEqual(['parcel', 'address', 'status'])
    await world.say('REG-1')
    expect(said(world.last)).toEqual(['status-found engine-resume parcel-title address-house'])
    await world.say('paket')
    expect(said(world.last)).toEqual(['engine-resume parcel-title address-house'])
    await world.say('7')
    expect(world.open).toEqual(['parcel'])
  })

  it('can turn back within itself', async () => {
    const world = smallWorld()
    await world.chat('paket', 'Siti', 'Jalan Merdeka', '0')
    expect(said(world.last)).toEqual(['address-wrong address-house'])
    expect(world.answers()).toEqual({ for: 'Siti', street: 'Jalan Merdeka' })
    await world.say('7')
    expect(world.open).toEqual(['parcel'])
  })

  it('is not called again when an earlier answer is corrected', async () => {
    const world = smallWorld()
    await world.chat('paket', 'Siti', 'Jalan Merdeka', '7', '2 kg', 'ubah 1', 'Budi')
    expect(world.top?.step).toBe('review')
  })

  it('may be a flow that asks nothing', async () => {
    const mute = flow<SmallPorts>('mute', { version: 1, title: 'x' }).do('n', () => Promise.resolve(1))
    const caller = flow<SmallPorts>('caller', { version: 1, title: 'x', words: ['panggil'] })
      .call('got', 'mute', () => ({}))
      .say('done', { args: ({ got }) => ({ n: JSON.stringify(got) }) })
    const world = smallWorld([...smallFlows, mute, caller])
    await world.say('panggil')
    expect(argsOf(world.last, 'caller-done')).toEqual({ n: '{"n":1}' })
  })
})

describe('one flow in place of another', () => {
  const begin = (params: boolean): Flow<SmallPorts> =>
    flow<SmallPorts>('begin', { version: 1, title: 'x', words: ['begitu'] }).goto('go', ['short'], () =>
      params ? { flow: 'short', params: { nik } } : { flow: 'short' },
    )

  it('takes it where it stands, without answers of its own', async () => {
    const world = smallWorld([...smallFlows, begin(false)])
    await world.chat('singkat', nik, 'begitu')
    expect(world.open).toEqual(['short'])
    expect(said(world.last)).toEqual(['engine-resume short-title short-age'])
  })

  it('begins it anew with the answers given, and gives up the one begun before', async () => {
    const world = smallWorld([...smallFlows, begin(true)])
    await world.chat('singkat', nik, '40', 'begitu')
    expect(world.open).toEqual(['short'])
    expect(said(world.last)).toEqual(['short-age'])
    expect(world.answers()).toEqual({ nik })
    expect(Object.keys(world.session.answers)).toHaveLength(1)
  })
})

describe('a notice', () => {
  it('stands alone when nothing is open', async () => {
    const world = smallWorld()
    await world.notice('news', { text: 'kabar' })
    expect(world.last?.replies).toMatchObject([
      { kind: 'message', text: { key: 'news-text', args: { text: 'kabar' } }, about: 'kabar' },
    ])
    expect(world.session).toMatchObject({ head: { stack: [], at: 0 }, answers: {} })
  })

  it('in the middle of a form is followed by the open question', async () => {
    const world = smallWorld()
    await world.chat('singkat', nik)
    await world.notice('news', { text: 'kabar' })
    expect(said(world.last)).toEqual(['news-text', 'engine-resume short-title short-age'])
    await world.say('40')
    expect(world.answers()).toEqual({ nik, age: '40' })
  })

  it('in the middle of another question leaves that question and its buttons as they were', async () => {
    const world = smallWorld()
    await world.say('halo')
    const [first] = choicesOf(world.last)
    await world.notice('news', { text: 'kabar' })
    expect(said(world.last)).toEqual(['news-text'])
    await world.send({ kind: 'choice', id: first?.id ?? '' })
    expect(world.open).toEqual(['form'])
  })

  it('that asks something itself brings the question below back when it is answered', async () => {
    const world = smallWorld()
    await world.say('status')
    await world.notice('survey')
    expect(said(world.last)).toEqual(['survey-happy'])
    expect(said(await world.say('ya'))).toEqual(['survey-thanks status-number'])
    await world.notice('survey')
    expect(said(await world.say('batal'))).toEqual(['engine-cancelled survey-title status-number'])
  })
})

describe('a job', () => {
  const atPhoto = async () => {
    const world = smallWorld()
    await world.chat('daftar', 'ya', 'Siti', 'gak', '31', 'lewati')
    await world.photo()
    return world
  }

  it('is waited for, and whatever comes meanwhile is answered', async () => {
    const world = await atPhoto()
    expect(said(world.last)).toEqual([])
    for (const turn of [await world.say('bagaimana'), await world.photo(), await world.say('lewati')])
      expect(said(turn)).toEqual(['engine-still-working'])
    expect(world.jobs).toHaveLength(1)
    await world.finish(kept())
    expect(world.answers()).toMatchObject({ photo: { file: 'f-1' } })
  })

  it('that finds something wrong leads to the question again', async () => {
    const world = await atPhoto()
    expect(said(await world.finish({ ok: false, problem: 'damaged' }))).toEqual(['field-document-damaged'])
    await world.photo()
    expect(said(await world.finish())).toEqual(['field-document-undecided'])
    expect(world.top).toMatchObject({ step: 'photo', tries: 2 })
  })

  it('is taken once: late, double and unknown results change nothing', async () => {
    const world = await atPhoto()
    const token = world.jobs[0]?.token ?? ''
    await world.finish(kept())
    const { session } = world
    for (const late of [token, 'nonsense', '', '1.photo.1']) {
      expect((await world.result(late, kept('other'))).replies).toEqual([])
      expect(world.session).toEqual(session)
    }
  })

  it('that ends during a digression is taken up when the form is gone on with', async () => {
    const world = await atPhoto()
    await world.say('status')
    expect((await world.finish(kept())).replies).toEqual([])
    expect(said(await world.say('REG-1'))).toEqual(['status-found engine-resume form-title form-secret engine-secure-entry'])
    expect(world.answers()).toMatchObject({ photo: { file: 'f-1' } })
  })

  it('that fails during a digression is told, and asked for again afterwards', async () => {
    const world = await atPhoto()
    await world.say('status')
    expect(said(await world.finish({ ok: false, problem: 'damaged' }))).toEqual(['field-document-damaged'])
    expect(said(await world.say('REG-1'))).toEqual(['status-found engine-resume form-title form-photo'])
  })

  it('that is still under way after a digression is waited for', async () => {
    const world = await atPhoto()
    await world.chat('status', 'REG-1')
    expect(said(world.last)).toEqual(['status-found engine-resume form-title engine-still-working'])
    await world.finish(kept())
    expect(world.top?.step).toBe('secret')
  })

  it('that ends while "cancel?" is asked does not answer that', async () => {
    const world = await atPhoto()
    await world.say('batal')
    expect(said(world.last)).toEqual(['engine-aside-cancel form-title'])
    expect((await world.finish(kept())).replies).toEqual([])
    expect(said(await world.say('tidak'))).toEqual(['form-secret engine-secure-entry'])
    const other = await atPhoto()
    await other.chat('batal', 'tidak')
    expect(said(other.last)).toEqual(['engine-still-working'])
    await other.chat('batal', 'ya')
    expect((await other.finish(kept())).replies).toEqual([])
  })

  it('is given up by going back, and its result then counts for nothing', async () => {
    const world = await atPhoto()
    await world.say('kembali')
    expect(world.top?.step).toBe('note')
    expect((await world.finish(kept())).replies).toEqual([])
    await world.say('tanpa catatan')
    expect(said(world.last)).toEqual(['form-photo'])
  })

  it('of a step of its own brings the outcome, leads back, or is given up', async () => {
    const world = smallWorld()
    await world.chat('login', 'abc')
    expect(said(world.last)).toEqual(['login-checking'])
    expect(world.jobs).toMatchObject([{ job: 'check', payload: { id: 'abc' } }])
    expect(said(await world.finish({ ok: false }))).toEqual(['login-wrong login-id'])
    expect(world.answers()).toEqual({})
    await world.say('abd')
    expect(said(await world.finish({ ok: true }))).toEqual(['login-welcome'])
    for (const outcome of [[], [{ strange: true }], ['x'], [null]] as const) {
      await world.chat('login', 'abc')
      expect(said(await world.finish(...outcome))).toEqual(['login-trouble'])
    }
  })

  it('of a step of its own that ends below a digression is gone on with afterwards', async () => {
    const lot = flow<SmallPorts>('lot', { version: 1, title: 'lot-title', words: ['undian'], form: idle })
      .job('drawn', 'draw', () => ({}), { meanwhile: 'lot-drawing', outcome: z.object({ n: z.number() }) })
      .say('done', { args: ({ drawn }) => ({ n: drawn?.n ?? 0 }) })
    const world = smallWorld([...smallFlows, lot])
    await world.chat('undian', 'status')
    await world.finish({ n: 7 })
    expect(said(await world.say('REG-1'))).toEqual(['status-found engine-resume lot-title lot-done'])
    expect(argsOf(world.last, 'lot-done')).toEqual({ n: 7 })
  })

  it('may be followed by another for the same answer, in the middle of a digression too', async () => {
    const twice = document(asking({ job: 'first' }))
    const field: typeof twice = {
      ...twice,
      settle: (outcome) =>
        outcome === 'again'
          ? { is: 'work', job: 'second', payload: {} }
          : { is: 'value', value: { file: JSON.stringify(outcome), pages: [], verdict: 'good', checks: {} } },
    }
    const two = flow<SmallPorts>('two', { version: 1, title: 'two-title', words: ['dua'], form: idle })
      .ask('file', field)
      .say('done')
    const world = smallWorld([...smallFlows, two])
    await world.say('dua')
    await world.photo()
    await world.finish('again')
    await world.say('status')
    await world.finish('again')
    expect(world.jobs).toMatchObject([{ job: 'second' }])
    await world.say('REG-1')
    expect(said(world.last)).toEqual(['status-found engine-resume two-title engine-still-working'])
    expect(said(await world.finish('f'))).toEqual(['two-done'])
  })
})

describe('a port', () => {
  it('is called once per step, in order, and its result is an answer', async () => {
    const calls: string[] = []
    const ask = (id: string) => () => {
      calls.push(id)
      return Promise.resolve(id)
    }
    const ports = flow<SmallPorts>('ports', { version: 1, title: 'x', words: ['tanya'] })
      .do('one', ask('1'))
      .ask('sure', confirm())
      .do('two', ask('2'))
      .do('three', ask('3'), { when: ({ sure }) => !sure })
      .say('done', { args: ({ one, two, three }) => ({ all: `${one}${two}${three ?? '-'}` }) })
    const world = smallWorld([...smallFlows, ports])
    await world.chat('tanya', 'ya')
    expect(calls).toEqual(['1', '2'])
    expect(argsOf(world.last, 'ports-done')).toEqual({ all: '12-' })
  })

  it('whose result has the name of what is said with it confuses nothing', async () => {
    const same = flow<SmallPorts>('same', { version: 1, title: 'x', words: ['sama'] })
      .do('card', () => Promise.resolve('A'))
      .say('card', { args: ({ card }) => ({ card }) })
    const world = smallWorld([...smallFlows, same])
    await world.say('sama')
    expect(argsOf(world.last, 'same-card')).toEqual({ card: 'A' })
  })

  it('that fails leaves the conversation as it was', async () => {
    const broken = flow<SmallPorts>('broken', { version: 1, title: 'x', words: ['rusak'] })
      .do('x', () => Promise.reject(new Error('no database')))
      .say('done')
    const world = smallWorld([...smallFlows, broken])
    await world.chat('singkat', nik)
    const { session } = world
    await expect(world.say('rusak')).rejects.toThrow('no database')
    expect(world.session).toEqual(session)
  })
})

describe('a change of language', () => {
  it('holds from the same turn on, and the form goes on', async () => {
    const world = smallWorld()
    await world.chat('singkat', nik, 'english')
    expect(world.session.head.language).toBe('en')
    expect(said(world.last)).toEqual(['language-done engine-resume short-title short-age'])
    const told = flow<SmallPorts>('told', { version: 1, title: 'x', words: ['kata'] }).say('it', {
      args: (_a, language) => ({ language }),
    })
    world.upgrade([...smallFlows, told])
    await world.say('kata')
    expect(argsOf(world.last, 'told-it')).toEqual({ language: 'en' })
  })
})

describe('what is sent', () => {
  it('is a file where there is one, in order with the messages', async () => {
    const sending = flow<SmallPorts, { readonly arg: string }>('sending', { version: 1, title: 'x' })
      .say('before')
      .send('form', ({ arg }) => (arg === 'none' ? null : { file: arg, name: 'a.pdf' }), {
        caption: 'sending-caption',
        about: ({ arg }) => arg,
      })
      .say('after', { protect: true, subject: 'sending-subject', choices: () => [] })
    const world = smallWorld([...smallFlows, sending])
    await world.send({ kind: 'choice', id: '/sending:f-1' })
    expect(world.last?.replies).toEqual([
      { kind: 'message', text: { key: 'sending-before' } },
      { kind: 'file', file: 'f-1', name: 'a.pdf', caption: { key: 'sending-caption' }, about: 'f-1' },
      { kind: 'message', text: { key: 'sending-after' }, protect: true, subject: { key: 'sending-subject' } },
    ])
    await world.send({ kind: 'choice', id: '/sending:none' })
    expect(said(world.last)).toEqual(['sending-before', 'sending-after'])
    expect(offered(world.last)).toEqual([])
  })

  it('is several files together, where there are several', async () => {
    const files = ['f-1', 'f-2', 'f-3'].map((file) => ({ file, name: `${file}.jpg` }))
    const sending = flow<SmallPorts, { readonly arg: string }>('sending', { version: 1, title: 'x' })
      .send('some', ({ arg }) => files.slice(0, Number(arg)), { caption: 'sending-caption' })
      .say('after', { choices: () => [] })
    const world = smallWorld([...smallFlows, sending])
    const [first, ...album] = files
    await world.send({ kind: 'choice', id: '/sending:3' })
    expect(world.last?.replies[0]).toEqual({ kind: 'file', ...first, album, caption: { key: 'sending-caption' } })
    await world.send({ kind: 'choice', id: '/sending:1' })
    expect(world.last?.replies[0]).toEqual({ kind: 'file', ...first, caption: { key: 'sending-caption' } })
    await world.send({ kind: 'choice', id: '/sending:0' })
    expect(said(world.last)).toEqual(['sending-after'])
  })

  it('is never nothing when a person has said something', async () => {
    const silent = flow<SmallPorts>('silent', { version: 1, title: 'x', words: ['diam'] }).ask('a', confirm())
    const world = smallWorld([...smallFlows, silent])
    await world.chat('diam', 'ya')
    expect(said(world.last)).toEqual(['engine-what-next'])
    expect(offered(world.last)).toEqual(['/home'])
  })
})
