"""The made-up creators of Indonesia; __init__.py explains the columns and the marks."""

TABLE = """
rina-dapurkecil | Rina Dapur Kecil 🍳 | kitchen food | full | Masak rumahan di dapur dua kali tiga meter. Resep harian dan alat masak yang benar-benar saya pakai, tanpa drama gosong (kadang-kadang).
hijab-by-maesaroh | Maesaroh | muslim beauty | star live full | Hijab instan untuk ibu yang buru-buru. Live tiap malam, semua warna saya coba satu per satu di depan kamera.
dewi-ayuning | Dewi Ayuning 🌸 | beauty | full | Kulit berminyak dan bekas jerawat, jujur sejak hari pertama. Kalau tidak cocok di saya, saya bilang tidak cocok.
bang-tomi-otomotif | Bang Tomi Otomotif | auto tool | video | Rawat motor bebek sendiri di teras rumah. Oli, busi, rantai, dan cerita bengkel bapak saya.
nabila-khimar | Nabila Khimar Syar'i | muslim | live | Khimar panjang, bahan adem, harga ramah. Saya ukur dulu sebelum saya jual, jadi tidak ada yang kependekan.
sulastri-pasarpagi | Sulastri | food home kitchen | full | Dari pasar pagi Klaten ke layar HP: sambal, kerupuk, dan bumbu giling tanpa pengawet.
ayu-glowdiary | Ayu ✨ Glow Diary | beauty health | | Mahasiswi farmasi yang membaca kandungan skincare sampai baris terakhir. Satu video, satu bahan, satu penjelasan.
ukhti-larasati | Ukhti Larasati | muslim accessory beauty | live | Bros, ciput, dan pashmina untuk kondangan sampai kerja. Padu padan sederhana, tetap sopan.
doni-gawaimurah | Doni Gawai Murah | phone computer | video full | Ngetes HP di bawah tiga juta sampai baterainya habis. Kamera, panas, sinyal, semuanya saya catat.
mamah-kembar-bdg | Mamah Kembar Bandung 👶👶 | baby kids | full | Ibu anak kembar, kurang tidur, banyak catatan. Gendongan, popok, dan baju kembar yang tidak mudah melar.
fitri-gamisku | Fitri Gamisku | muslim women | live top | Gamis busui, gamis pesta, gamis rumahan. Ukuran S sampai 5XL dicoba oleh tim saya yang badannya beda-beda.
putu-kadek-surf | Putu Kadek | sport men | video quiet | Peselancar dari Canggu yang sekarang lebih sering mengulas sandal dan kacamata. Ombaknya tetap nomor satu.
lipstik-mbakratih | Mbak Ratih Lipstik | beauty | live | Dua ratus lipstik, satu bibir. Swatch di kulit sawo matang supaya kalian tidak salah pilih warna.
yulianto-kebun | Yulianto | home tool | video | Kebun atap di gang sempit Surabaya. Cabai, sawi, dan pot bekas cat yang diberi umur kedua.
aisyah-mukena-id | Aisyah Mukena | muslim textile home | live full | Mukena travel seringan kaus, dicuci tiga puluh kali lalu saya tunjukkan lagi hasilnya.
chef-gilang-kos | Gilang Anak Kos | food kitchen | video | Satu rice cooker, satu wajan, seribu resep. Makan enak di kamar kos tanpa bikin alarm berbunyi.
serum-by-tika | Tika | beauty | full | Perawatan kulit untuk yang malas: tiga langkah, tidak lebih. Sisanya tidur yang cukup.
pakde-perkakas | Pakde Perkakas 🔧 | tool improve | video | Tukang kayu sejak 1994. Saya tunjukkan bor mana yang awet dan mana yang cuma menang warna.
zahra-ootdhijab | Zahra OOTD | muslim women accessory | | Hijab buat anak kampus: kulot, oversize, sneakers, dan tetap nyaman naik ojek.
nenek-warsinah | Nenek Warsinah | food | video | Resep nenek umur tujuh puluh dua, direkam cucunya. Takarannya selalu "secukupnya".
intan-bulumata | Intan Bulu Mata | beauty accessory | live | Bulu mata palsu untuk mata sipit dan mata turun. Tutorial pelan-pelan, tidak pakai dipercepat.
rizky-larisore | Rizky Lari Sore | sport shoes | video full | Dari nol ke maraton dalam dua tahun. Sepatu saya ulas setelah tiga ratus kilometer, bukan setelah tiga menit.
bu-endang-frozenfood | Bu Endang Frozen Food | food | live top | Dimsum, risoles, dan bakso ikan buatan sendiri, dikirim beku sampai luar Jawa. Live goreng langsung biar percaya.
hana-abaya-jakarta | Hana Abaya | muslim | live | Abaya hitam bukan cuma satu macam hitam. Saya jelaskan bahan, jatuhnya kain, dan cara menyetrikanya.
mika-rambutikal | Mika Rambut Ikal | beauty | full | Rambut keriting asli Ambon, akhirnya berdamai. Masker, sisir, dan cara tidur supaya ikalnya tidak kabur.
agus-mancing-mania | Agus Mancing | sport | video | Umpan, joran, dan sabar. Ulasan alat pancing dari sungai belakang rumah sampai Laut Flores.
nadya-skincarebumil | Nadya Bumil Glowing | beauty baby | | Skincare aman untuk ibu hamil dan menyusui, setelah tanya dokter saya dulu. Dua anak, satu wajah lelah.
gamis-bundasalma | Bunda Salma | muslim kids | live | Sarimbit keluarga untuk lebaran: ayah, ibu, kakak, adik, satu kain yang sama.
vina-nailart-sby | Vina Nail Art 💅 | beauty | video | Kuku cantik tanpa ke salon. Press-on, gel, dan cara melepasnya supaya kuku tidak menangis.
teguh-setupmeja | Teguh Setup Meja | computer furniture | video full | Meja kerja kecil yang rapi kabelnya. Lampu, rak monitor, dan kursi di bawah sejuta.
laila-cadar-niqab | Laila | muslim | | Niqab tali dan cadar bandana yang tidak melorot. Dijahit di rumah oleh empat ibu di kampung kami.
kucing-oren-mbaknia | Mbak Nia & Oren 🐈 | pet | video full | Oren delapan kilo, suaranya kecil. Ulasan pasir, makanan basah, dan mainan yang bertahan lebih dari sehari.
parfum-bangreza | Bang Reza Parfum | beauty men | live | Wangi tahan berapa jam? Saya pakai naik motor dari Bekasi ke Sudirman dulu, baru saya jawab.
salsa-kerudungsekolah | Salsa Kerudung Sekolah | muslim kids | live | Kerudung sekolah yang tidak kusut sampai jam terakhir. Grosir untuk koperasi juga bisa.
ibu-wulan-sehat | Ibu Wulan Hidup Sehat | health food | full | Mantan perawat. Vitamin, madu, jamu: saya bedakan mana yang terbukti dan mana yang cuma terasa hangat.
maya-clean-rumah | Maya Rapi-Rapi | home appliance | video | Membersihkan rumah tipe 36 dalam dua puluh menit. Sebelum, sesudah, dan alat yang sebenarnya tidak perlu dibeli.
hafizah-tasbih | Hafizah | muslim book | video quiet | Perlengkapan ibadah, buku doa anak, dan sajadah tebal untuk lutut orang tua saya.
cantika-makeupwisuda | Cantika Makeup Wisuda | beauty women muslim | live | Rias wisuda sendiri di rumah, hemat buat makan-makan. Tahan keringat sampai sesi foto terakhir.
robby-sneakerlokal | Robby Sneaker Lokal | shoes men | video full | Sepatu buatan Bandung, Cibaduyut, dan Mojokerto. Saya belah satu pasang tiap bulan untuk lihat isinya.
nurul-hijabolahraga | Nurul Aktif | muslim sport women | full | Hijab yang tidak menutup telinga saat wasit meniup peluit. Voli, renang, dan lari pagi.
tante-meilan | Tante Mei Lan | beauty health | live | Umur lima puluh, tetap pakai sunscreen tiap pagi. Perawatan kulit matang tanpa janji ajaib.
joko-elektronik | Joko Servis TV | appliance phone | video | Kipas, magic com, setrika: saya bongkar dulu sebelum kalian beli. Suara solder ditanggung menenangkan.
amira-dressmuslim | Amira 🤍 | muslim women | star live | Dress lengan panjang untuk kerja dan akad. Semua potongan saya desain sendiri sejak kuliah.
kang-asep-kopi | Kang Asep Kopi | food kitchen | video | Kopi Gayo, Toraja, Ciwidey, diseduh pelan-pelan. Penggiling manual itu olahraga.
shinta-softlens | Shinta Softlens | beauty accessory | live | Softlens natural untuk mata cokelat. Saya ingatkan terus: cuci tangan dulu.
raden-blangkon | Raden Mas Aryasatya Wicaksana Kusumadiningrat dari Lereng Merapi (yang Jualan Batik) | men textile | video | Batik tulis dan cap dari para perajin di desa saya. Nama panjang, cerita pendek.
luluk-bajubayi | Luluk Baju Bayi | kids baby | live full | Baju bayi katun yang labelnya tidak gatal. Dijahit terbalik supaya jahitannya tidak kena kulit.
khadijah-pashmina | Khadijah Pashmina | muslim accessory | live | Pashmina ceruty, voal, dan kaos dengan tiga puluh dua warna bumi. Live belanja setiap habis magrib.
feby-haircare | Feby | beauty | | Rambut rontok setelah melahirkan, pelan-pelan kembali. Catatan delapan bulan, difoto tiap minggu.
om-hendra-mainan | Om Hendra Mainan | toy collect kids | video | Rak koleksi diecast dan robot tahun sembilan puluhan. Anak saya boleh lihat, tidak boleh pegang.
sari-daster-premium | Sari Daster Premium | women | top live full | Daster adem, kancing depan, saku dua. Pakaian resmi negara ibu-ibu.
aulia-syari-plus | Aulia Syar'i Plus Size | muslim women | full | Badan besar juga berhak baju bagus. Semua ukuran saya pakai sendiri, tanpa dijepit di belakang.
dimas-fotohp | Dimas Foto HP | phone computer | video quiet | Foto produk UMKM pakai HP dan selembar kertas karton. Lampu seratus ribu sudah cukup.
citra-bodycare | Citra Bodycare Story | beauty | live | Lulur, body lotion, dan deodoran untuk cuaca Jakarta. Saya tes naik KRL jam enam sore.
umi-hasanah-ponorogo | Umi Hasanah | muslim food | | Pesantren kecil kami menjahit gamis dan memasak abon. Belanja di sini berarti ikut bayar buku santri.
aldi-tas-ransel | Aldi Ransel | bag sport | video | Ransel untuk kantor, gunung, dan mudik. Saya isi batu bata dulu sampai talinya menyerah.
peach-bymarsha | Peach by Marsha 🍑 | beauty women | video full | Blush on adalah kepribadian saya. Makeup ringan untuk yang kulitnya gampang merah.
pak-guru-faris | Pak Guru Faris | book toy | video quiet | Guru SD yang jatuh cinta pada buku bergambar. Permainan belajar murah untuk anak yang tidak mau duduk diam.
rahma-kulitsensitif | Rahma Kulit Sensitif | beauty health | full | Eksim sejak kecil. Saya coba sabun dan pelembap supaya kalian tidak usah garuk-garuk.
wati-panci-granit | Wati Panci | kitchen appliance | live top | Panci, wajan, dan presto saya uji dengan telur tanpa minyak. Kalau lengket, saya tertawakan bareng-bareng.
yasmin-modestsport | Yasmin | muslim sport | | Baju renang muslimah dan legging tidak tembus pandang. Diuji di kolam umum, bukan di studio.
ko-steven-jamtangan | Ko Steven Jam | accessory men | live | Jam tangan di bawah lima ratus ribu yang tidak malu dipakai rapat.
mbok-darmi-jamu | Mbok Darmi | health food | video | Jamu gendong tiga generasi, sekarang dalam botol. Kunyit asam paling laku, beras kencur paling saya sayang.
skincowok-id | Skincowok | beauty men | video full | Skincare cowok tanpa ribet: cuci muka, pelembap, tabir surya, selesai. Jerawat bukan urusan perempuan saja.
anisa-bridalhijab | Anisa Bridal Hijab | muslim beauty | | Hijab pengantin dan riasnya, dari Palembang sampai Minang. Sunting berat, senyum tetap ringan.
bli-komang-kayu | Bli Komang | furniture home | video | Rak dan bangku dari kayu sisa galangan kapal. Setiap goresan punya alamat.
gading-serpong-mom | Mommy Gading 🧸 | baby toy | live | Mainan edukasi yang tidak berbunyi jam tiga pagi. Ditulis sambil menunggu jemputan TK.
dinda-lokalbeauty | Dinda Lokal Beauty | beauty health | live full | Hanya kosmetik buatan Indonesia. Dua puluh merek kecil tiap bulan, satu pemenang pilihan penonton.
halimah-bajukoko | Halimah & Suami | muslim men | live | Koko, sarung, dan peci untuk bapak-bapak yang susah dibelikan baju.
eka-alatlukis | Eka Sketsa | book toy | | Buku gambar, cat air, spidol. Menggambar tetangga diam-diam lalu memberikan gambarnya.
syifa-ramahwudu | Syifa Ramah Wudu | muslim beauty | live full | Kutek yang bisa dikelupas, maskara yang luruh dengan air hangat. Cantik tidak perlu menunda salat.
sampo-hijaber-rere | Rere Rambut di Balik Hijab | beauty muslim health | video full | Rambut tertutup juga bisa ketombean. Sampo, tonik, dan ciput yang memberi napas.
bunda-inai-pontianak | Bunda Inai | beauty muslim | | Ukir inai pengantin dari tepi Kapuas. Pacar alami, warnanya keluar pelan-pelan seperti kenangan.
attar-nonalkohol-ilham | Ilham Attar | beauty muslim men | live | Minyak wangi tanpa alkohol, dari kasturi sampai gaharu. Satu oles untuk satu hari Jumat.
ciput-antipusing | Tiara Ciput Anti Pusing | muslim accessory | live | Ciput yang tidak menekan pelipis. Saya pakai delapan jam di kantor sebelum masuk keranjang.
peci-rajut-kudus | Mas Wahid Peci Rajut | muslim men | video | Peci rajut tangan dari Kudus, dicuci tidak menciut. Bapak yang merajut, saya yang cerewet.
mukena-anak-keke | Keke Mukena Anak | muslim kids | live | Mukena anak bergambar kelinci dan roket. Supaya yang kecil mau berdiri di saf sampai selesai.
elok-resmi-store | Elok Kosmetik Official Store | beauty | official | Akun resmi Elok Kosmetik. Promo, peluncuran produk, dan jawaban atas pertanyaan tentang pesanan.
promo-kilat-idn | Promo Kilat Nusantara | home phone | marketing | Kumpulan promo harian dari berbagai toko, diperbarui setiap jam.
laras-temanbaru | Laras | beauty | new | Baru mulai minggu ini. Rencananya cerita soal sabun batang buatan rumah.
bayu-musikjalan | Bayu Musik Jalanan | | noshop video | Menyanyi di stasiun, belum jualan apa-apa. Gitar ini umurnya lebih tua dari saya.
tanpa-nama-senja | senja. | | sparse nobio |
putri-cermin-beauty | 𝓟𝓾𝓽𝓻𝓲 🪞 | beauty jewel | unknown live | Anting, cincin, dan riasan mata satu warna. Semuanya difoto di depan cermin nenek.
"""
