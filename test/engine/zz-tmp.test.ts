import fc from 'fast-check'
import { it } from 'vitest'
import { agenciesFolder, loadAgencies, loadHolidays } from '../../bot/agencies.ts'
import { loadTexts } from '../../bot/texts.ts'
import { loadRegions } from '../../bot/regions.ts'
import { allFlows, FRONT } from '../../flows/all.ts'
import { World } from './world.ts'
import { walk, walks } from './walker.ts'
it('real', async () => {
const [c] = loadAgencies(loadTexts(), loadHolidays(), agenciesFolder)
const flows = allFlows({ ...c!, regions: await loadRegions() })
const view = { id:'1', number:'REG-1', status:'repair', submittedAt: 1, promisedAt: 2, decidedAt: null, place: 1, reason: null, note: null, marked: ['name'] }
const card = {task:'t', registration:'r', number:'REG-1', submittedAt:1, promisedAt:2, status:'open', by:null, mine:true, decision:null, answers:{nik:'3326071708850001'}, flags:[], documents:[{slot:'ktp',file:'f'}]}
let n = 0
const pick = (...xs: any[]) => xs[n++ % xs.length]
const ports: any = {
 me: async () => pick({state:'stranger',name:null,officer:null},{state:'logged-in',name:'Siti',officer:{id:'o',name:'O',role:'verifikator'}},{state:'repair',name:null,officer:null}),
 registrations: { submit: async()=>pick({outcome:'submitted',number:'R',promisedAt:1,place:2},{outcome:'already',number:'R',status:'submitted'}), ownNik: async()=>({registered:false}), mine: async()=>pick([], [view]), find: async()=>pick(null, view), toRepair: async()=>pick(null,{registration:'r',number:'R',answers:{nik:'3326071708850001'},marked:['name']}) },
 accounts: { canActivate: async()=>true, activate: async()=>pick('active','wrong','locked','none'), openSession: async()=>({name:'Siti'}), closeSession: async()=>true },
 staff: { enrol: async()=>({outcome:'wrong'}), queue: async()=>pick(null,{total:1,entries:[{task:'t',number:'R',submittedAt:1,promisedAt:2,claimedBy:null,mine:false}]}), card: async()=>pick(card,null), claim: async()=>pick({outcome:'claimed',card},{outcome:'taken',by:'x',decision:null}), release: async()=>true, decide: async()=>pick({outcome:'done',number:'R'},{outcome:'taken',by:'x',decision:null}) },
}
const route: any = { flows, home: 'home', outcome: (j: string) => j==='intake'?{ok:true,file:'f'}:pick({outcome:'ok',account:'a'},{outcome:'wrong'}), notices: [{flow:'task-new', data:{task:'t'}}], releases: [flows], see: (turn: any) => { for (const l of ['id','en'] as const) for (const r of turn.replies) { if (r.kind==='message') { const x = c!.texts.format(l, r.text, () => 'https://x'); if (x.includes('undefined')||x.includes('[object')) throw new Error(x); for (const ch of r.choices ?? []) c!.texts.format(l, ch.label); if (process.env['SHOW'] && l==='id') console.log('BOT: '+x+'\n'+(r.choices??[]).map((q: any)=>'   ['+c!.texts.format(l,q.label)+']').join('\n')) } } } }
await fc.assert(fc.asyncProperty(walks(60), async (moves) => { const w = new World<any>(flows as any, FRONT, ports); await walk(w, route, moves) }), { numRuns: 150 })
}, 120000)
