/**
 * Passwords that are guessed first: the head of the public frequency lists, and the words, names, prayers, clubs and
 * places that are common in Indonesia. Small letters; digits and signs after a word are taken off before it is looked up.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
password passw0rd p@ssw0rd p@ssword pa55word password1 password12 password123 passwords passcode mypassword thepassword letmein letmein1 welcome welcome1
admin administrator admin123 root toor user username guest test test1234 testing tester default changeme changeit secret topsecret master masterkey access
login logmein signin hello helloworld iloveyou iloveyou1 iloveu ilovegod iloveme loveyou lovely loveme lover forever freedom sunshine princess prince
dragon monkey shadow superman batman spiderman starwars pokemon naruto sasuke onepiece football baseball basketball soccer hockey michael jordan jennifer
jessica ashley daniel charlie thomas andrew michelle nicole matthew robert william jasmine samantha anthony joshua hannah summer winter spring autumn
flower butterfly cookie chocolate computer internet whatever trustno1 mustang corvette ferrari mercedes porsche harley killer hunter ranger
qwerty qwertyuiop qwerty123 qwerty12 qwerty1 qwertyui qwer1234 asdfghjkl asdfasdf asdf1234 zxcvbnm zxcvbnm1 1q2w3e4r 1qaz2wsx q1w2e3r4 qazwsxedc qweasdzxc
abc123 abcd1234 abcdefgh abc12345 a1b2c3d4 a123456 a1234567 a12345678 aa123456 aaaaaaaa 123456 1234567 12345678 123456789 1234567890 0123456789 87654321
987654321 11111111 00000000 88888888 66666666 12341234 11223344 12121212 12344321 123123123 123321123 112233445566 147258369 789456123 123qweasd 123abc123
1234qwer 12345qwert 123456a 123456aa 123456abc 19451945 17081945 samsung samsung1 xiaomi oppo vivo nokia android iphone google facebook whatsapp instagram telegram
youtube yahoo gmail hotmail twitter tiktok tokopedia shopee gojek grabfood telkomsel indosat indonesia indonesiaku merdeka pancasila garuda bhinneka nusantara
rahasia rahasiaku rahasianegara sandi katasandi kata_sandi katakunci kuncirahasia passwordku passwordsaya sandiku sandirahasia bukapintu masuk masukaja masuksaja
sayang sayangku sayangkamu sayangmama sayangibu sayangbapak sayanganak akusayangkamu akucintakamu cinta cintaku cintakamu cintasejati cintaallah kekasih kekasihku
kangen rindu rinduku bahagia bahagiaselalu senyum manis cantik cantikku ganteng gantengku gantengbanget bidadari bintang bintangku bulan matahari pelangi mawar melati
anggrek kamboja teratai mentari langit samudra anakku anakkusayang mamaku mamapapa mamasayang papamama ibuku ibukusayang bapakku ayahku ayahibu bundaku keluarga
keluargaku keluargabahagia adikku kakakku suamiku istriku pacarku mantan mantanku jomblo jombloh bismillah bismillahi bismilah alhamdulillah alhamdulilah astaghfirullah
subhanallah allahuakbar allahswt allahku muhammad muhammadsaw assalamualaikum insyaallah masyaallah lailahaillallah syahadat ramadhan ramadan mubarok barokah
yesus yesuskristus tuhanyesus tuhanyesusbaik halleluya haleluya immanuel imanuel puji tuhan tuhanbaik tuhanku kristus gerejaku omswastiastu buddha hindu
persib persibbandung persija persijajakarta persebaya arema aremania aremasingoedan bonek bobotoh jakmania viking psis psim persis liverpool manchester manutd
chelsea arsenal barcelona realmadrid juventus intermilan acmilan messi ronaldo neymar rossi valentino valentinorossi slank iwanfals dewa19 noah peterpan
jakarta bandung surabaya semarang yogyakarta jogja jogjakarta pekalongan solo surakarta medan makassar palembang denpasar bali lampung padang malang bogor bekasi
depok tangerang cirebon tegal batang kajen pemalang brebes purwokerto magelang kudus jepara jateng jabar jatim sumatra kalimantan sulawesi papua aceh
budi budiman agus agussetiawan bambang slamet sugeng joko jokowi prabowo megawati soekarno sukarno soeharto suharto habibie gusdur siti siti123 nurhayati fatimah
aisyah khadijah aminah dewi dewiku putri putriku putra ratna lestari wati susi susanti indah indahsari sari ayu dian rina rini yanti yuli wahyu dedi dedy hendra
andi andika rizky rizki riski fajar bayu bagus eko dwi tri catur ahmad achmad abdullah abdul ibrahim yusuf ismail hidayat firmansyah setiawan kurniawan
gunawan hermawan saputra pratama wijaya kusuma santoso susanto nugroho utomo wibowo purnomo raharjo
kucing anjing kelinci harimau macan singa elang rajawali naga kuda kodok kupukupu ayamgoreng nasigoreng baksoku bakso mieayam indomie tempe tahu sambal kopi kopihitam
tehbotol coklat permen durian mangga semangka pisang rambutan jeruk motorku hondabeat hondajazz yamaha suzuki kawasaki ninja vixion supra avanza innova
sekolah sekolahku sekolahdasar kuliah guru muridku komputer laptopku hapeku hpku internetan wifi wifigratis pulsa kuota uangku banyakuang kaya kayaraya sukses suksesselalu
semangat semangat45 pejuang jayalah jaya jayaselalu selamat selamatpagi selamatdatang apakabar terimakasih tolong bantuan gampang mudah lupa lupalagi lupapassword
gaktau gatau tidaktahu terserah bebas bebaslah apaaja apasaja entahlah biasa biasaaja asalasalan coba cobacoba percobaan contoh tes testes tesajah
kependudukan dukcapil disdukcapil capil ktpelektronik ektp kartukeluarga kelurahan kecamatan kabupaten pemohon pendaftaran pelayanan sintren
`
    .split(/\s+/u)
    .filter((word) => word !== ''),
)
