import type { SmallTalk } from '../engine/small-talk.ts'
import { t } from '../engine/text.ts'
import { normalise, understand, wordsOf } from '../engine/words.ts'

/** A list written as people read one: parted by commas. */
function listed(phrases: string): readonly string[] {
  return phrases.split(',').map((phrase) => phrase.trim())
}

const MENU = { id: '/menu', label: t('engine-menu') }
const HUMAN = { id: '/human', label: t('button-human') }

/** Words that stand in nearly every English sentence and in no Indonesian one. */
const ENGLISH = new Set(
  listed(`a, an, the, is, are, am, was, do, does, did, i, you, my, your, we, what, how, where, when, why, who, which, can,
    could, would, should, need, want, have, has, of, to, for, with, not, don't, it, this, that, there, please, someone,
    anyone, speak, understand, english, lost, card`),
)

function isEnglish(text: string): boolean {
  const words = wordsOf(normalise(text))
  const known = words.filter((word) => ENGLISH.has(word)).length
  return known >= 2 && known * 2 >= words.length
}

/** Signs and pictures only, and at least one of them. */
function isPicture(text: string): boolean {
  return normalise(text) === '' && /\S/u.test(text)
}

/**
 * What people say to the counter beside the point, in everyday Indonesian, Javanese and English, and what they get:
 * data, so that a word that is missing is one word here. Flows have words of their own; these lead to them from further
 * off. Earlier rows win where a text has the shape of several.
 */
export const SMALL_TALK: readonly SmallTalk[] = [
  {
    id: 'greeting',
    sure: listed(`halo, hallo, hi, hey, selamat pagi, selamat siang, selamat sore, selamat malam,
      met pagi, met siang, met sore, met malam, good morning, good afternoon, good evening, assalamualaikum,
      assalamu'alaikum, asalamualaikum, assalamualaikum wr wb, aslm, kulo nuwun, kulonuwun, nuwun sewu, permisi,
      sugeng enjing, sugeng siang, sugeng sonten, sugeng dalu, p, ping, ada orang, halo ada orang`),
    maybe: listed('pagi, siang, sore, malam, mlm, enjing, ass, helo, hai, hello, punten, tes, test'),
    asked: 'again',
    reply: 'small-talk-greeting',
    flow: 'home',
  },
  {
    id: 'thanks',
    sure: listed(`makasih, makasi, mksh, mkasih, makasih banyak, terima kasih, terimakasih, trima kasih, trimakasih,
      trims, terima kasih banyak, matur nuwun, maturnuwun, matur suwun, matur sembah nuwun, suwun, nuwun, hatur nuhun,
      thanks, thank you, thx, tq, tengkyu, ok makasih, oke makasih, ok terima kasih, oke terima kasih, siap makasih,
      siap terima kasih, sudah cukup, sampai jumpa, bye, dadah`),
    maybe: listed('ty, nuhun'),
    asked: 'again',
    reply: 'small-talk-thanks',
  },
  {
    id: 'wait',
    sure: listed(`bentar, bntr, sebentar, sbntr, bentar ya, sebentar ya, tunggu, tunggu sebentar, tunggu dulu, nanti dulu,
      sek, sik, sekedap, sekedhap, wait, wait a moment, one moment, hold on`),
    maybe: listed('nanti, besok'),
    asked: 'again',
    reply: 'small-talk-wait',
  },
  {
    id: 'stuck',
    sure: listed(`gak bisa, ga bisa, gk bisa, nggak bisa, ngga bisa, enggak bisa, tidak bisa, tdk bisa, gabisa, gakbisa,
      nda bisa, ndak bisa, kok gak bisa, kok ga bisa, kok tidak bisa, gak bisa bisa, susah, sulit, ribet, error, eror,
      macet, gagal terus, gagal, gak tau, ga tau, gatau, tidak tahu, tdk tau, nggak tau, gak tahu, gak ngerti, ga ngerti,
      nggak ngerti, gak paham, ga paham, nggak paham, gak mudeng, ora mudeng, ora iso, ra iso, mboten saged, mboten saget,
      mboten ngertos, mboten mudheng, gimana sih, i can't, can't, cannot, it doesn't work, i don't understand,
      i don't know, not working, stuck`),
    maybe: [],
    asked: 'explain',
    reply: 'small-talk-stuck',
    choices: [MENU, HUMAN],
  },
  {
    id: 'how',
    sure: listed(`gimana, gimana caranya, gimana cara, caranya gimana, gmn, gmn caranya, gmana, bagaimana,
      bagaimana caranya, caranya bagaimana, caranya, pripun, pripun carane, piye, piye carane, kados pundi, terus gimana,
      lalu gimana, maksudnya gimana, maksudnya, maksudnya apa, maksud, apa maksudnya, kudu piye, harus gimana,
      how do i do this, what do you mean`),
    maybe: [],
    like: (text) =>
      /\b(?:itu apa|apa itu|artinya|lihat(?:nya)? di ?mana|di ?mana (?:lihat|liat)|what is (?:a|an|my)|where (?:is|do i find))\b/u.test(
        normalise(text),
      ),
    asked: 'explain',
    flow: 'guide',
  },
  {
    id: 'how-to-register',
    sure: listed(`cara daftar gimana, gimana cara daftar, gimana daftar, daftar gimana, cara daftarnya gimana,
      gimana cara daftarnya, daftarnya gimana, cara daftarnya, cara mendaftar, bagaimana cara daftar,
      bagaimana cara mendaftar, cara bikin akun, cara buat akun, gimana cara bikin akun, pripun carane daftar,
      how to register, how do i register, how can i register`),
    maybe: [],
    asked: 'flow',
    flow: 'guide',
  },
  {
    id: 'account',
    sure: listed(`bikin akun, mau bikin akun, buat akun baru, bikin akun baru, bikin account, daftar baru, mendaftar,
      ndaftar, ajeng daftar, badhe daftar, belum punya akun, saya belum punya akun, gak punya akun, open account`),
    maybe: [],
    asked: 'flow',
    flow: 'registration',
  },
  {
    id: 'slow',
    sure: listed(`kok lama, lama banget, lama sekali, lama amat, kok lama banget, kenapa lama, masih lama, kapan selesai,
      kapan jadi, kapan jadinya, kapan kelar, belum ada kabar, kok belum ada kabar, belum selesai, sudah selesai belum,
      udah jadi belum, udah selesai belum, kok suwe, suwe banget, ditunggu, masih nunggu, why so slow, so slow,
      how long`),
    maybe: ['lama', 'suwe', 'lambat'],
    asked: 'again',
    reply: 'small-talk-slow',
    flow: 'status',
  },
  {
    id: 'lost-card',
    sure: listed(`ktp saya hilang, ktp hilang, kehilangan ktp, ktp rusak, ktp saya rusak, e-ktp hilang, ktp el hilang,
      ektp hilang, ktp ilang, ktp ku hilang, ktp kulo ical, lost my id card, i lost my ktp, lost ktp`),
    maybe: [],
    asked: 'flow',
    reply: 'small-talk-lost-card',
    flow: 'requirements',
    params: { service: 'ktp-elektronik' },
  },
  {
    id: 'lost-family-card',
    sure: listed(`kk hilang, kk saya hilang, kartu keluarga hilang, kehilangan kk, kk rusak, kk ilang, lost my family card`),
    maybe: [],
    asked: 'flow',
    reply: 'small-talk-lost-card',
    flow: 'requirements',
    params: { service: 'kartu-keluarga' },
  },
  {
    id: 'forgot',
    sure: listed(`lupa pw, lupa pass, lupa paswot, lupa pasword, lupa passwordnya, lupa sandinya, lupa kata kuncinya,
      lupa password saya, gak ingat password, lupa sandi saya, kesupen sandi, forgot my password, forgot pw`),
    maybe: [],
    asked: 'flow',
    flow: 'forgot-password',
  },
  {
    id: 'cost',
    sure: listed(`bayar berapa, berapa bayarnya, berapa biayanya, biayanya berapa, ada biaya, ada biayanya, apakah gratis,
      apa gratis, gratis gak, bayar gak, bayar tidak, how much, is it free`),
    maybe: ['biaya', 'bayar', 'gratis'],
    asked: 'again',
    reply: 'small-talk-cost',
  },
  {
    id: 'bot',
    sure: listed(`bot ya, bot, robot, ini bot, ini robot, bot kah, kamu bot, anda bot, ini manusia, ini orang, ini mesin,
      ini bot atau orang, orang apa bot, bot atau manusia, ini siapa, siapa ini, are you a bot, is this a bot, are you human,
      is this a robot, are you real`),
    maybe: [],
    asked: 'again',
    reply: 'small-talk-bot',
    choices: [MENU, HUMAN],
  },
  {
    id: 'abuse',
    sure: listed(`anjing, anjng, anjg, anjir, anjay, bangsat, bgst, goblok, goblog, tolol, bego, kampret, bajingan, keparat,
      jancok, jancuk, asu, babi, taik, kontol, memek, ngentot, sialan, brengsek, dasar bot, bot goblok,
      bot tolol, anjing lu, fuck, fuck you, shit, stupid, stupid bot, idiot, damn`),
    maybe: listed('payah, jelek, lemot, cok, tai'),
    like: (text) => wordsOf(normalise(text)).some((word) => SWEAR.has(word)),
    asked: 'again',
    reply: 'small-talk-abuse',
    choices: [HUMAN, MENU],
  },
  {
    id: 'number',
    sure: [],
    maybe: [],
    like: (text) => /^[\d\s.-]*\d[\d\s.-]*$/u.test(normalise(text)),
    reply: 'small-talk-number',
    flow: 'home',
  },
  {
    id: 'nod',
    sure: [],
    maybe: listed('oh, oh gitu, oh begitu, gitu ya, oalah, wkwk, haha, hehe, hmm, mantap, bagus, keren'),
    like: (text) => ['yes', 'no'].includes(understand(text) ?? ''),
    reply: 'small-talk-nod',
  },
  {
    id: 'picture',
    sure: [],
    maybe: [],
    like: isPicture,
    reply: 'small-talk-picture',
  },
  {
    id: 'english',
    sure: [],
    maybe: [],
    like: (text, language) => language !== 'en' && isEnglish(text),
    asked: 'again',
    reply: 'small-talk-english',
    choices: [{ id: '/language-en', label: 'English' }, MENU],
  },
]

/** Words that make a sentence abuse wherever they stand in it. */
const SWEAR = new Set(
  listed(`anjing, bangsat, goblok, goblog, tolol, kampret, bajingan, jancok, jancuk, kontol, memek, ngentot, brengsek, fuck,
    fucking, shit`),
)
