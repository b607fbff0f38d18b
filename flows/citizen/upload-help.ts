import { flow, type Flow } from '../engine/flow.ts'
import { t } from '../engine/text.ts'
import type { Ports } from '../ports.ts'

/** The help "Gagal Upload File": the causes of a refused file, and what to do about each (guide D.1, Tabel 4). */
export function uploadHelp(): Flow<Ports> {
  return flow<Ports>('upload-help', {
    version: 1,
    title: 'upload-help-title',
    words: ['gagal upload', 'gagal upload file', 'gagal unggah', 'upload gagal', 'gagal kirim berkas', 'upload failed'],
  }).say('causes', {
    choices: () => [
      { id: '/prepare', label: t('button-prepare') },
      { id: '/human', label: t('button-human') },
    ],
  })
}
