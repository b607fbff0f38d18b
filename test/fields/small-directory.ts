import { RegionDirectory } from '../../flows/fields/region-directory.ts'
import type { Region } from '../../flows/fields/region-directory.ts'

function regions(rows: string): readonly Region[] {
  return rows
    .trim()
    .split(/\s*[\n;]\s*/u)
    .map((row) => ({ code: row.slice(0, row.indexOf(' ')), name: row.slice(row.indexOf(' ') + 1) }))
}

/** A corner of Indonesia, with what makes regions hard: same names, small codes, long lists. */
export const smallDirectory = new RegionDirectory({
  provinces:
    regions(`31 Daerah Khusus Ibukota Jakarta; 32 Jawa Barat; 33 Jawa Tengah; 34 Daerah Istimewa Yogyakarta; 35 Jawa Timur
    91 Papua; 92 Papua Barat; 93 Papua Selatan; 94 Papua Tengah; 95 Papua Pegunungan; 96 Papua Barat Daya`),
  regencies: regions(
    '3324 Kabupaten Kendal; 3325 Kabupaten Batang; 3326 Kabupaten Pekalongan; 3327 Kabupaten Pemalang; 3375 Kota Pekalongan',
  ),
  districts:
    regions(`332601 Kandangserang; 332602 Paninggaran; 332603 Lebakbarang; 332604 Petungkriyono; 332605 Talun; 332606 Doro
    332607 Karanganyar; 332608 Kajen; 332609 Kesesi; 332610 Sragi; 332611 Bojong; 332612 Wonopringgo; 332613 Kedungwuni
    332614 Buaran; 332615 Tirto; 332616 Wiradesa; 332617 Siwalan; 332618 Karangdadap; 332619 Wonokerto; 332701 Moga`),
  villagesOf: (district) =>
    district === '332607'
      ? regions('3326072007 Legokalong; 3326072008 Karangsari; 3326072009 Kulu')
      : district === '332601'
        ? Array.from({ length: 60 }, (_, index) => ({ code: String(3_326_012_001 + index), name: `Desa Nomor ${index + 1}` }))
        : [],
})
