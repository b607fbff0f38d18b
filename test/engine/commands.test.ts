import { describe, expect, it } from 'vitest'
import { flow } from '../../flows/engine/flow.ts'
import { choice } from '../../flows/fields/choice.ts'
import { plainText } from '../../flows/fields/plain-text.ts'
import { kept } from '../fields/documents.ts'
import { home, human, smallWorld, status, type SmallPorts } from './small-flows.ts'
import { argsOf, offered, said } from './world.ts'

const nik = '3326071708850001'

async function atReview() {
  const world = smallWorld()
  await world.chat('singkat', nik, '40', 'siti@gmail.com')
  return world
}

/** The form answered up to the review, in Central Java. */
async function atLongReview() {
  const world = smallWorld()
  await world.chat('daftar', 'ya', 'Siti Aminah', 'gak', '33', '3375', 'lewati')
  await world.photo()
  await world.finish(kept())
  await world.chat('kuda hijau berlari', 'kuda hijau berlari')
  expect(world.top?.step).toBe('review')
  return world
}

describe('kembali', () => {
  it('shows the old answer, which can be replaced or kept', async () => {
    const world = smallWorld()
    await world.chat('singkat', nik, '40', 'kembali')
    expect(said(world.last)).toEqual(['engine-was short-age'])
    expect(argsOf(world.last, 'engine-was')).toEqual({ value: '40' })
    expect(offered(world.last)).toEqual(['~keep'])
    await world.say('41')
    expect(world.answers()).toEqual({ nik, age: '41' })
    expect(world.top?.step).toBe('email')
    await world.say('kembali')
    await world.tap('~keep')
    expect(world.answers()).toEqual({ nik, age: '41' })
    await world.chat('kembali', 'lewati')
    expect(world.top?.step).toBe('email')
  })

  it.each(['Tetap yang lama', 'tetap yang lama saja pak', 'Keep as it was', 'keep it', 'jangan diubah'])(
    'keeps the old answer where its choice comes back as words: %s',
    async (words) => {
      const world = smallWorld()
      await world.chat('singkat', nik, '40', 'kembali', words)
      expect(world.answers()).toEqual({ nik, age: '40' })
      expect(world.top?.step).toBe('email')
    },
  )

  it('has nothing to keep where nothing was answered', async () => {
    const world = smallWorld()
    await world.chat('singkat', 'tetap yang lama')
    expect(world.answers()).toEqual({})
    expect(world.top?.step).toBe('nik')
  })

  it('goes back as often as there are questions, and forward past what is answered', async () => {
    const world = smallWorld()
    await world.chat('singkat', nik, '40', 'kembali', 'kembali')
    expect(world.top?.step).toBe('nik')
    expect(said(await world.say('kembali'))).toEqual(['engine-nothing-before short-nik'])
    await world.say('3326071708850002')
    expect(world.top?.step).toBe('email')
    expect(world.answers()).toEqual({ nik: '3326071708850002', age: '40' })
  })

  it('leads from the review to the last answer, and does not show a secret', async () => {
    const world = await atLongReview()
    expect(said(await world.say('kembali'))).toEqual(['engine-was-hidden form-again'])
  })

  it('leaves a digression for the form that it interrupted', async () => {
    const world = smallWorld()
    await world.chat('singkat', nik, 'status')
    expect(world.open).toEqual(['short', 'status'])
    expect(said(await world.say('kembali'))).toEqual(['engine-resume short-title short-age'])
    expect(world.open).toEqual(['short'])
  })

  it('leads out of a called flow into the question before it', async () => {
    const world = smallWorld()
    await world.chat('paket', 'Siti Aminah')
    expect(said(world.last)).toEqual(['address-street'])
    await world.say('kembali')
    expect(said(world.last)).toEqual(['engine-was parcel-sender'])
    await world.chat('Budi', 'Jalan Merdeka', '7')
    expect(world.answers()).toEqual({ sender: 'Budi', to: { for: 'Budi', street: 'Jalan Merdeka', house: '7' } })
  })
})

describe('the review', () => {
  it('corrects one answer and keeps the later ones that still hold', async () => {
    const world = await atReview()
    expect(said(world.last)[0]).toMatch(/^short-review( engine-review-row short-\w+-label){3} engine-review-how$/u)
    expect(offered(world.last)).toEqual(['~yes', '~edit', '~cancel'])
    expect(said(await world.say('ubah 1'))).toEqual(['engine-was short-nik'])
    await world.say('3326071708850002')
    expect(world.top?.step).toBe('review')
    expect(world.answers()).toEqual({ nik: '3326071708850002', age: '40', email: 'siti@gmail.com' })
  })

  it('asks again what does not hold any more: another province, another regency', async () => {
    const world = await atLongReview()
    await world.say('ubah 4')
    expect(said(world.last)[0]).toContain('form-province')
    await world.say('Jawa Barat')
    // no regency is asked for there; everything else is still right
    expect(world.top?.step).toBe('review')
    expect(world.answers()).not.toHaveProperty('regency')
    await world.chat('ubah 4', '33')
    expect(world.top?.step).toBe('regency')
    await world.say('3375')
    expect(world.top?.step).toBe('review')
  })

  it('asks for the repeated password again when the password was changed', async () => {
    const world = await atLongReview()
    await world.chat('ubah 7')
    expect(world.top?.step).toBe('secret')
    await world.say('sapi biru tertidur')
    expect(world.top?.step).toBe('again')
    await world.say('sapi biru tertidur')
    expect(world.top?.step).toBe('review')
  })

  it.each(['2', 'ubah 2', 'ganti no 2', 'change number 2'])('takes %j as the second answer', async (text) => {
    const world = await atReview()
    await world.say(text)
    expect(world.top?.step).toBe('age')
  })

  it('lists the answers to choose from, by tapping, number, or "ubah N"', async () => {
    for (const text of ['ubah', 'tidak', 'ganti jawaban', 'ubah nama', 'Saya mau ganti foto KTP']) {
      const world = await atReview()
      expect(said(await world.say(text))[0]).toBe('engine-review-which')
    }
    for (const way of ['edit-age', '2', 'ubah 2']) {
      const world = await atReview()
      await world.tap('~edit')
      expect(offered(world.last)).toEqual(['edit-nik', 'edit-age', 'edit-email'])
      await (way === 'edit-age' ? world.tap(way) : world.say(way))
      expect(world.top?.step).toBe('age')
    }
  })

  it.each([
    ['ubah 99', 'engine-review-no-such'],
    ['44', 'engine-review-no-such'],
    ['ya tidak', 'engine-review-unclear'],
    ['apa ini', 'engine-review-unclear'],
    ['', 'engine-review-unclear'],
    ['x'.repeat(10_000), 'engine-review-unclear'],
  ])('says so when it does not understand %j', async (text, key) => {
    const world = await atReview()
    expect(said(await world.say(text))[0]).toMatch(new RegExp(`^${key} short-review `, 'u'))
    expect(said(await world.photo())[0]).toMatch(/^engine-review-unclear short-review/u)
  })

  it('is left by a tap, after a question', async () => {
    const world = await atReview()
    await world.tap('~cancel')
    expect(said(world.last)).toEqual(['engine-aside-cancel short-title'])
    await world.say('tidak')
    expect(said(world.last)[0]).toMatch(/^short-review/u)
    await world.tap('~yes')
    expect(said(world.last)).toEqual(['short-done'])
  })

  it('goes on once only: a second yes is not a second form', async () => {
    const world = await atReview()
    await world.say('ya')
    expect(world.open).toEqual([])
    expect(said(await world.say('ya'))).toEqual(['home-pick'])
  })
})

describe('batal', () => {
  it('asks before answers are thrown away, and says what can be done then', async () => {
    const world = smallWorld()
    await world.chat('singkat', nik, 'batal')
    expect(said(world.last)).toEqual(['engine-aside-cancel short-title'])
    expect(offered(world.last)).toEqual(['yes', 'no'])
    expect(said(await world.say('ya'))).toEqual(['engine-cancelled short-title engine-what-next'])
    expect(world.session.answers).toEqual({})
    expect(offered(world.last)).toEqual(['/home'])
  })

  it.each(['ya, batalkan', 'batal', '1', 'betul'])('takes %j as yes', async (text) => {
    const world = smallWorld()
    await world.chat('singkat', nik, 'batal', text)
    expect(world.open).toEqual([])
  })

  it.each(['tidak', 'tidak, lanjut isi', 'kembali', '2'])('takes %j as no', async (text) => {
    const world = smallWorld()
    await world.chat('singkat', nik, 'batal', text)
    if (text === 'tidak, lanjut isi') await world.tap('no')
    expect(world.top).toMatchObject({ flow: 'short', step: 'age' })
    expect(world.top).not.toHaveProperty('aside')
    await world.say('40')
    expect(world.answers()).toEqual({ nik, age: '40' })
  })

  it('does not guess what anything else means, and offers a human in the end', async () => {
    const world = smallWorld()
    await world.chat('singkat', nik, 'batal')
    for (let n = 0; n < 5; n++) expect(said(await world.say('hmm'))).toEqual(['engine-yes-or-no engine-aside-cancel short-title'])
    expect(offered(world.last)).toEqual(['yes', 'no', '/human'])
    expect(said(await world.photo())[0]).toContain('engine-yes-or-no')
    expect(said(await world.say('bantuan'))).toEqual(['engine-help engine-aside-cancel short-title'])
    expect(said(await world.say('petugas'))[0]).toContain('human-how')
    expect(world.top).toMatchObject({ flow: 'short', aside: 'cancel' })
    // naming the form is to go on with it
    expect(said(await world.say('singkat'))).toEqual(['engine-resume short-title short-age'])
  })

  it('leaves at once what has no answers yet, or is no form', async () => {
    const world = smallWorld()
    await world.chat('singkat')
    expect(said(await world.say('batal'))).toEqual(['engine-cancelled short-title engine-what-next'])
    await world.chat('status')
    expect(said(await world.say('batal'))).toEqual(['engine-cancelled status-title engine-what-next'])
    await world.chat('halo')
    expect(said(await world.say('batal'))).toEqual(['engine-nothing-open home-pick'])
    expect(world.open).toEqual(['home'])
  })

  it('leaves a form in the middle of a flow that it called', async () => {
    const world = smallWorld()
    await world.chat('paket', 'Siti', 'Jalan Merdeka', 'batal')
    expect(said(world.last)).toEqual(['engine-aside-cancel parcel-title'])
    await world.say('ya')
    expect(world.session).toMatchObject({ head: { stack: [] }, answers: {} })
  })
})

describe('ulang', () => {
  it('asks, then begins again with nothing answered', async () => {
    const world = smallWorld()
    await world.chat('singkat', nik, '120', 'ya', 'ulang')
    expect(said(world.last)).toEqual(['engine-aside-restart short-title'])
    await world.say('tidak')
    expect(world.top?.step).toBe('email')
    await world.chat('ulang', 'ulang dari awal')
    expect(world.top?.step).toBe('nik')
    expect(world.answers()).toEqual({})
    await world.chat(nik, '40', 'siti@gmail.com', 'ya')
    expect(said(world.last)).toEqual(['short-done'])
  })

  it('says again what was said at the beginning', async () => {
    const world = smallWorld()
    await world.chat('daftar', 'ya', 'ulang', 'ya')
    expect(said(world.last)).toEqual(['form-welcome form-consent'])
  })

  it('keeps what a flow was started with', async () => {
    const world = smallWorld()
    await world.chat('paket', 'Siti', 'Jalan Merdeka', 'ulang', 'ya')
    expect(world.open).toEqual(['parcel'])
    expect(world.answers()).toEqual({})
    await world.chat('status', 'ulang')
    expect(said(world.last)).toEqual(['status-number'])
  })
})

describe('bantuan', () => {
  it('explains this question, then what can always be said, then asks again', async () => {
    const world = smallWorld()
    await world.say('singkat')
    expect(said(await world.say('bantuan'))).toEqual(['short-nik-help engine-help short-nik'])
    expect(said(await world.say('?'))).toEqual(['short-nik-help engine-help short-nik'])
    await world.say(nik)
    expect(said(await world.say('tolong'))).toEqual(['engine-help short-age'])
  })

  it('works at the review and while a job is under way', async () => {
    const world = await atReview()
    expect(said(await world.say('bantuan'))[0]).toMatch(/^engine-help short-review/u)
    const busy = smallWorld()
    await busy.chat('login', 'abc')
    expect(said(await busy.say('bantuan'))).toEqual(['engine-help engine-still-working'])
  })
})

describe('buttons', () => {
  it('of an earlier question change nothing, and the open question is asked again', async () => {
    const world = smallWorld()
    await world.say('daftar')
    const [yes] = world.session.head.offered ?? []
    const id = `${world.session.head.question}.${yes}`
    await world.send({ kind: 'choice', id })
    expect(world.top?.step).toBe('name')
    expect(said(await world.send({ kind: 'choice', id }))).toEqual(['engine-old-button form-name'])
    expect(world.answers()).toEqual({ consent: { given: true, reply: 'button:yes' } })
  })

  it.each(['', '.', '0.yes', '99999.yes', '1.__proto__', 'yes', '/', '/:', '<script>'])(
    'that were never offered (%j) do no harm',
    async (id) => {
      const world = smallWorld()
      await world.say('daftar')
      await world.send({ kind: 'choice', id })
      expect(world.answers()).toEqual({})
      expect(world.top?.flow).toBe('form')
    },
  )

  it('of the open question with an id that was not offered are explained', async () => {
    const world = smallWorld()
    await world.say('daftar')
    await world.send({ kind: 'choice', id: `${world.session.head.question}.perhaps` })
    expect(said(world.last)).toEqual(['field-consent-unclear form-consent'])
    // skipping is for questions that allow it, keeping for answers that are there
    await world.send({ kind: 'choice', id: `${world.session.head.question}.~skip` })
    expect(world.answers()).toEqual({})
    await world.send({ kind: 'choice', id: `${world.session.head.question}.~keep` })
    expect(world.top?.step).toBe('consent')
  })

  it('taken twice in quick succession count once', async () => {
    const world = await atReview()
    const id = `${world.session.head.question}.~yes`
    await world.send({ kind: 'choice', id })
    expect(said(world.last)).toEqual(['short-done'])
    expect(said(await world.send({ kind: 'choice', id }))).toEqual(['engine-old-button home-pick'])
  })
})

describe('a choice that is called like a flow', () => {
  const list = flow<SmallPorts>('list', { version: 1, title: 'list-title', words: ['berkas'] })
    .ask(
      'which',
      choice({
        options: ['status', 'surat', 'petugas', 'menu', 'batal'].map((id) => ({
          id,
          label: `Lembar ${id}`,
          words: [id, `si ${id}`],
        })),
      }),
    )
    .ask('more', plainText({ min: 1, max: 40 }))
  const atList = async () => {
    const world = smallWorld([home('status'), human, status, list])
    await world.say('berkas')
    return world
  }

  it.each(['status', ' STATUS! ', 'Lembar status', 'si status'])('is chosen when it is typed to the letter: %s', async (text) => {
    const world = await atList()
    await world.say(text)
    expect(world.answers()).toEqual({ which: 'status' })
    expect(world.open).toEqual(['list'])
  })

  it('leaves the flow to its other words', async () => {
    const world = await atList()
    await world.say('cek status')
    expect(world.top?.flow).toBe('status')
  })

  it.each([
    ['petugas', 'human-how'],
    ['menu', 'home-pick'],
    ['batal', 'engine-cancelled'],
  ])('is never in the way of what always works: %s', async (text, told) => {
    const world = await atList()
    expect(said(await world.say(text)).join()).toContain(told)
  })

  it('is none where anything may be typed', async () => {
    const world = await atList()
    await world.chat('surat', 'status')
    expect(world.top?.flow).toBe('status')
  })
})
