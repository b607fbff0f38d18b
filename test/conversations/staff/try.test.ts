import { it } from 'vitest'
import { openCounter, cardOf } from './counter.ts'
it('tries', async () => {
  const c = await openCounter()
  const log = (who: string, s: string) => console.log(`[${who}]`, s)
  const ratna = await c.officer('Bu Ratna')
  log('ratna', ratna.last.text)
  const bagus = await c.officer('Pak Bagus')
  const { phone: siti, number } = await c.registered()
  await ratna.hears(/Pendaftaran REG/)
  log('card', cardOf(ratna).card.text + JSON.stringify(cardOf(ratna).card.buttons))
  log('photo', JSON.stringify({ ...cardOf(ratna).photo, file: cardOf(ratna).photo?.file?.name }))
  log('q', await ratna.says('antrian'))
  log('ratna', await ratna.taps('Minta perbaikan'))
  log('bagus', await bagus.taps('Setujui'))
  log('ratna', JSON.stringify(ratna.last.buttons))
  log('ratna', await ratna.says('other'))
  log('ratna', await ratna.says('foto buram'))
  log('ratna', await ratna.says('ya'))
  await siti.hears(/perlu diperbaiki/)
  log('siti', siti.last.text)
  log('bagus', bagus.last.text)
  log(
    'mail',
    c.office.mail
      .inbox('siti@contoh.id')
      .map((m) => m.subject + '\n' + m.text)
      .join('\n=====\n'),
  )
  log('siti', await siti.taps('Perbaiki data'))
  log(number, siti.last.text)
})
