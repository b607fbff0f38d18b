import { writeFileSync } from 'node:fs'
import { samples } from './samples.ts'
import { judge } from '../../bot/intake/judge.ts'
import { sharp } from '../../bot/intake/libvips.ts'
import { readDocument } from '../../bot/intake/ocr/read-document.ts'
import { measureQuality } from '../../bot/intake/quality/measure.ts'
for (const seed of [11,12,13,14]) for await (const s of samples(seed,3)) {
 if (s.fault===undefined) continue
 const { data, info } = await sharp(s.photo.jpeg).raw().toBuffer({ resolveWithObject: true })
 const f=measureQuality({ data, width: info.width, height: info.height })
 const r=await readDocument(s.photo.jpeg,{kind:s.slot,typed:s.typed,today:'2026-06-01'})
 const j=judge(f,r,{kind:s.slot,checks:['legible','kind','identity','expiry']})
 const said=j.fault??j.verdict
 if (said!=='good'&&said!==s.fault) { const n=`/tmp/q_miss_${seed}_${s.shows.replace(/\W+/g,'')}_${said}_${info.size%997}`; writeFileSync(n+'.jpg',s.photo.jpeg); await sharp(s.photo.jpeg).resize(800).png().toFile(n+'.png'); console.log(seed,s.shows,'->',said,s.legible,JSON.stringify(f),r.kind,r.checks,r.boxes.length,n, JSON.stringify(r.boxes.filter(b=>b.x<40||b.y<40||b.x+b.width>1560||b.y+b.height>1160).map(b=>[b.x|0,b.y|0,b.width|0,b.height|0,b.text]))) }
}
