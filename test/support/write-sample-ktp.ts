// `node test/support/write-sample-ktp.ts`: draws the sample card of the phone simulator. It is drawn beforehand because a
// running counter's libvips refuses SVG (bot/intake/libvips.ts).
import { join } from 'node:path'
import sharp from 'sharp'

/** Province 98 does not exist, so that it can be nobody's. */
const SAMPLE_NIK = '9801014107900001'

const ROWS: readonly [string, string][] = [
  ['Nama', 'SITI CONTOH'],
  ['Tempat/Tgl Lahir', 'KOTA CONTOH, 01-07-1990'],
  ['Jenis Kelamin', 'PEREMPUAN      Gol. Darah : -'],
  ['Alamat', 'JL. CONTOH NO. 1'],
  ['   RT/RW', '001/002'],
  ['   Kel/Desa', 'CONTOHSARI'],
  ['   Kecamatan', 'CONTOHREJO'],
  ['Agama', '-'],
  ['Status Perkawinan', 'BELUM KAWIN'],
  ['Pekerjaan', 'WIRASWASTA'],
  ['Kewarganegaraan', 'WNI'],
  ['Berlaku Hingga', 'SEUMUR HIDUP'],
]

const text = (x: number, y: number, size: number, words: string, extra = '') =>
  `<text x="${x}" y="${y}" font-size="${size}" ${extra} xml:space="preserve">${words}</text>`

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="900" font-family="Arial, Liberation Sans, DejaVu Sans, sans-serif" fill="#14283c">
  <rect width="1280" height="900" fill="#6b5b4a"/>
  <g stroke="#5f5042" stroke-width="3">${Array.from({ length: 18 }, (_, i) => `<path d="M0 ${i * 52 + 20} q320 ${i % 2 ? 14 : -14} 640 0 t640 0" fill="none"/>`).join('')}</g>
  <g transform="rotate(-1.2 640 450)">
    <rect x="88" y="98" width="1112" height="708" rx="34" fill="#000" opacity=".25"/>
    <rect x="80" y="88" width="1112" height="708" rx="34" fill="#bfe0f2"/>
    <rect x="80" y="88" width="1112" height="708" rx="34" fill="url(#wave)" opacity=".5"/>
    <defs><pattern id="wave" width="60" height="24" patternUnits="userSpaceOnUse"><path d="M0 12q15-12 30 0t30 0" fill="none" stroke="#8ec3e0" stroke-width="2"/></pattern></defs>
    <g text-anchor="middle" font-weight="bold">${text(636, 144, 34, 'PROVINSI CONTOH')}${text(636, 184, 34, 'KABUPATEN CONTOH')}</g>
    ${text(120, 246, 42, 'NIK', 'font-weight="bold"')}${text(300, 246, 44, `: ${SAMPLE_NIK}`, 'font-weight="bold" letter-spacing="3"')}
    ${ROWS.map(([label, value], i) => text(120, 300 + i * 40, 26, label) + text(376, 300 + i * 40, 26, `: ${value}`)).join('')}
    <rect x="912" y="270" width="240" height="310" fill="#d9534f"/>
    <circle cx="1032" cy="390" r="62" fill="#f4d8bd"/><path d="M922 580q6-118 110-118t110 118z" fill="#f7f7f7"/><path d="M966 392q-4-92 66-92t66 92q-16-52-66-52t-66 52z" fill="#3b2a20"/>
    <g text-anchor="middle">${text(1032, 620, 24, 'KOTA CONTOH')}${text(1032, 652, 24, '01-07-2020')}</g>
    <text x="640" y="520" font-size="190" font-weight="bold" text-anchor="middle" fill="#c0392b" opacity=".32" transform="rotate(-24 640 460)">CONTOH</text>
    <text x="1032" y="740" font-size="22" text-anchor="middle" fill="#a33">bukan dokumen asli</text>
  </g>
</svg>`

await sharp(Buffer.from(SVG))
  .jpeg({ quality: 86 })
  .toFile(join(import.meta.dirname, '../../bot/web/simulator/page/sample-ktp.jpg'))
