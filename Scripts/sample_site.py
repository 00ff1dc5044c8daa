#!/usr/bin/env python3
"""Makes the sample site's creators: site/creators/*.csv and, with --photos, site/photos/*.

    python3 Scripts/sample_site.py            writes the CSV files
    python3 Scripts/sample_site.py --photos   writes the photos as well (installs Pillow into .build-venv/)
    python3 Scripts/sample_site.py --check    reads the whole site as it lies there and counts its states

Everybody in it is made up. Names, bios and what is special about somebody are written by hand in CAST below; figures
are drawn from a generator seeded with the username, so that the same script gives the same bytes and a new creator
changes nobody else's figures. Running it again overwrites changes made by hand to the files it writes; profiles,
companies and site.yaml are written by hand and never touched.
"""

import argparse
import csv
import datetime
import io
import math
import random
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "site"
# A photo's bytes depend on the encoder too.
PILLOW = "Pillow==13.0.0"

# Short names of the categories used in CAST, with the share of women in a typical audience and the price of a
# typical order in US dollars.
CATEGORIES = {
    "home": ("Home Supplies", 0.70, 7), "kitchen": ("Kitchenware", 0.74, 12),
    "textile": ("Textiles & Soft Furnishings", 0.76, 11), "appliance": ("Household Appliances", 0.60, 28),
    "women": ("Womenswear & Underwear", 0.88, 11), "muslim": ("Muslim Fashion", 0.90, 10),
    "shoes": ("Shoes", 0.46, 18), "beauty": ("Beauty & Personal Care", 0.84, 7),
    "phone": ("Phones & Electronics", 0.28, 21), "computer": ("Computers & Office Equipment", 0.27, 24),
    "pet": ("Pet Supplies", 0.66, 8), "baby": ("Baby & Maternity", 0.86, 12), "sport": ("Sports & Outdoor", 0.41, 14),
    "toy": ("Toys & Hobbies", 0.45, 10), "furniture": ("Furniture", 0.58, 34), "tool": ("Tools & Hardware", 0.20, 13),
    "improve": ("Home Improvement", 0.33, 15), "auto": ("Automotive & Motorcycle", 0.14, 12),
    "accessory": ("Fashion Accessories", 0.74, 6), "food": ("Food & Beverages", 0.65, 5), "health": ("Health", 0.60, 10),
    "book": ("Books, Magazines & Audio", 0.68, 6), "kids": ("Kids' Fashion", 0.85, 8),
    "men": ("Menswear & Underwear", 0.24, 12), "bag": ("Luggage & Bags", 0.55, 16), "preowned": ("Pre-Owned", 0.73, 8),
    "collect": ("Collectibles", 0.34, 15), "jewel": ("Jewelry Accessories & Derivatives", 0.83, 12),
}

# Every first-level category, for --check: the table above lacks these two.
OTHER_CATEGORIES = ["Bookings & Vouchers", "Virtual Products"]

# market: currency units in a dollar, price level, decimals of money, messenger, agencies beside those of the site
MARKETS = {
    "GB": (0.78, 2.1, 2, "whatsapp", ["Copper Kettle Talent", "Ninth Wave Social"]),
    "ID": (16200, 1.0, 0, "whatsapp", ["Layar Senja Studio", "Kaki Langit Kreator", "Rumah Konten Delapan"]),
    "MY": (4.3, 1.2, 2, "whatsapp", ["Bunga Tanjung Network", "Layar Senja Studio"]),
    "VN": (25800, 1.0, 0, "zalo", ["Sao Hôm Media", "Nhà Ba Gian"]),
    "TH": (33, 1.1, 2, "line", ["Mekhala Creator House"]),
    "PH": (58, 1.0, 2, "viber", ["Bahandi Creators Guild", "Habagat Digital"]),
    "SG": (1.31, 2.0, 2, "whatsapp", ["Straitswind Collective"]),
}
OWNER = "northlight"
SECOND, SECOND_MARKETS = "Tepi Laut Creators", ("ID", "MY")

# username | nickname | categories, the main one first | marks | bio
#
# Marks: `video` and `live` lean to one content type, `quiet` never went live, `top` sells far above the average and
# `star` above that, `full` has every figure, `sparse` few of them, `unknown` hides the number of followers, `new` has
# zero of everything, `nobio`, `noshop` (no e-commerce permission), `official`, `marketing`.
#
# A hyphen stands in every username because TikTok allows none: no link of the sample site leads to a real account.
CAST = {
    "GB": """
thrifty-thandiwe | Thandiwe | preowned women | full top | Charity-shop finds styled three ways, never more than a tenner. Leeds, via Bulawayo.
nan-doreen-bakes | Nan Doreen Bakes 🧁 | kitchen food | full | Seventy-four and still licking the spoon. Proper sponges, honest tins and no fuss.
big-al-shedlife | Big Al's Shed | tool improve | video full | Retired sparky with too many drills. If it survives a winter in my shed I'll tell you about it.
priya-skinscience | Dr Priya Raman | beauty health | video full | Cosmetic chemist by day. I read the ingredients list so that you can stop panicking about it.
callum-highland-hikes | Callum | sport bag | video quiet | Wet boots, good views. Outdoor kit tested where the weather actually is.
chidi-kicks-ldn | Chidi ✦ Kicks | shoes men | full | Trainers for wide feet, narrow budgets and long shifts. South London, size twelve.
megan-o-curls | Meg O'Connell | beauty | live | Curly hair, soft water, strong opinions. Every product gets four washes before it gets a video.
northern-mum-of-four | Northern Mum of Four | baby kids | live top full | Four under nine and one washing machine. Lunchboxes, school shoes and things that survive both.
desk-by-anselm | Anselm | computer furniture | video | Quiet keyboards and tidy cables for people who rent. I measure everything twice.
zaynab-modest-edit | The Modest Edit by Zaynab | muslim women | live full | Long sleeves, real pockets, no see-through nonsense. Birmingham born, Bradford styled.
vinyl-and-tea-joan | Joan, Vinyl & Tea | book collect | video | Records, second-hand paperbacks and the occasional biscuit review.
rhys-fixes-bikes | Rhys Fixes Bikes | sport tool | video | Commuter bike repairs in under five minutes, filmed in a bus shelter in Cardiff.
fatima-candleroom | Fatima's Candle Room | home textile | live | I pour, I burn, I time it. Candles and cushions for rooms without much light.
tyrone-airfries | Tyrone Air Fries Everything | appliance kitchen food | full top | If it fits, it fries. Weeknight dinners for one drawer and two hungry people.
ealing-plant-girl | Ealing Plant Girl 🌿 | home | video | Keeping ferns alive above a chip shop. Pots, lamps and grief counselling.
jakub-i-narzedzia | Jakub | tool auto | video | Polish plasterer in Slough. Które narzędzie warto kupić, which to leave on the shelf.
bargain-bev-live | Bargain Bev LIVE | home beauty food | live star | Every night at eight, kettle on, prices down. I only sell what's in my own cupboard.
dog-walker-imogen | Imogen + five dogs | pet | video full | Leads, raincoats and treats, judged by a very mixed jury in Bristol.
sunil-cooks-gujarati | Sunil Cooks Gujarati | kitchen food | video | My mum's thali on a student budget. Pressure cookers are not scary, I promise.
eilidh-knits | Eilidh Knits | textile toy | live | Slow jumpers from Orkney wool. Come and knit along, nobody is counting.
gym-kit-gareth | Gareth Lifts (Sometimes) | sport health men | full | Home gym for a box room. Resistance bands, creatine facts and one very patient landlord.
amara-lagos-london | Amara 🇳🇬🇬🇧 | beauty accessory jewel | live full | Gele, glow and gold hoops. Shades that actually start at the deep end.
tech-for-my-dad | Tech For My Dad | phone computer | video | I explain phones to my father and he complains. Between us you get a fair review.
posy-party-bags | Posy | toy kids book | | Party bags without plastic tat. Small business, sticky fingers, big calendar.
oluwaseun-suits | Seun the Tailor | men accessory | | Off-the-peg suits, altered so that nobody knows. Savile Row hands, Peckham prices.
lena-language-desk | Lena's Language Desk | book | video quiet | Notebooks, flashcards and verbs. I teach German to tired grown-ups.
noor-kitchen-rtl | ‏نور‎ Noor’s Kitchen | kitchen food | | Levantine suppers in a Glasgow flat: za'atar, tahini and a gas hob with moods.
hamish-bagpacks | Hamish | bag sport | sparse | Carry-on only since 2019. I weigh every strap.
cosy-cat-ceramics | Cosy Cat Ceramics | kitchen collect | live | Wonky mugs with cats on. Thrown, glazed and packed by one person in Margate.
wren-jewels-uk | Wren | jewel accessory | live | Hallmarked silver for pierced, stretched and sensitive ears.
fenmarsh-larder-official | Fenmarsh Larder UK | food health | official | The official account of Fenmarsh Larder. Recipes from our growers and news about deliveries.
deal-drop-britain | Deal Drop Britain | phone home | marketing | Daily price drops across the shops, rounded up before breakfast.
poppy-paints-walls | Poppy Paints Walls | improve furniture | unknown | Renter-friendly makeovers that peel off again. Deposit returned, three times running.
quiet-corner-reads | Quiet Corner | | noshop video | Reading aloud for ten minutes a night. No shop yet, only stories.
""",
    "ID": """
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
""",
    "MY": """
kak-zai-dapur | Kak Zai Dapur Utara | kitchen food | top live full | Nasi kandar, kari kepala ikan dan periuk yang tahan api besar. Resep mak, rekaman anak.
aina-tudungbawal | Aina Tudung Bawal | muslim accessory | live full | Bawal cotton, awning elok, tak payah seterika lama-lama. Siap pakai dalam seminit.
wei-ling-mamadaily | 慧玲的妈妈日常 | baby kids | full | 两个孩子，一双手。辅食、奶瓶、睡袋，用过才说。
kumar-karagej | Kumar Gadget | phone computer | video | கைபேசி, சார்ஜர், இயர்பட்ஸ்: வாங்கும் முன் என் வீடியோவைப் பாருங்கள். Honest tests from Ipoh.
hafiz-garajku | Hafiz Garajku | auto tool | video full | Servis kereta sendiri di porch rumah. Saya tunjuk, awak jimat, bini tak marah.
nurin-skinlog | Nurin Skin Log | beauty | full | Kulit kombinasi, cuaca lembap, sabar yang nipis. Ulasan selepas empat minggu, bukan empat hari.
ah-beng-tools | 阿明五金铺 | tool improve | video | 在怡保开五金铺二十年。螺丝起子哪支耐用，我拆给你看。
cikgu-syafiq-buku | Cikgu Syafiq | book toy | video quiet | Bahan bantu mengajar untuk cikgu yang bajetnya sendiri. Kad imbasan, stiker, buku latihan.
mei-xin-bakes | Mei Xin 🍰 | kitchen food | full | Kek pandan, roti sourdough dan oven kecil yang banyak ragam. Resep dalam tiga bahasa.
devi-sareedrape | Devi Saree Stories | women jewel | live | Six yards, ten ways, under two minutes. Saris and temple jewellery for Deepavali and for the office.
jubah-kakros | Kak Ros Jubah | muslim women kids | star live | Jubah poket dua belah, zip depan, sesuai ibu menyusu. Live tiap malam lepas Isyak.
along-pancing-pahang | Along Pancing | sport | video | Umpan dan joran dari Sungai Pahang. Ikan kecil lepas balik, cerita besar simpan.
siew-yoong-skincare | Siew Yoong 小蓉 | beauty health | live | 敏感肌十年。成分看不懂没关系，我用大白话讲给你听。
rumah-rapi-mira | Mira Rumah Rapi | home textile | video full | Susun atur rumah teres tanpa hacking. Kotak, label dan cadar yang tak tercabut.
bro-faizal-gym | Bro Faizal | health sport | | Angkat berat selepas kerja, makan nasi tetap makan. Protein, tali dan ilmu tanpa jerit-jerit.
tamil-kitchen-selvi | செல்வி சமையல் | food kitchen | video | அம்மாவின் மசாலா, என் அடுப்பு. தோசைக் கல் முதல் குக்கர் வரை நானே பயன்படுத்தியது மட்டும்.
batik-sarawak-unik | Unik Batik Borneo | women textile | live | Cetakan tangan dari Kuching, corak bunga raya dan burung kenyalang. Setiap helai lain.
yana-lipmatte | Yana Lip Matte | beauty | live | Swatch bibir gelap, bibir pucat, bibir lepas makan sambal. Tahan ke tidak, kita tengok sama-sama.
uncle-raymond-coffee | Uncle Raymond Kopi | food appliance | video | Kopi-O since 1988, now with a hand grinder and a camera. Less sugar, more story.
comel-kids-johor | Comel Kids JB | kids baby | live full | Baju raya kanak-kanak yang tak gatal, boleh lompat, boleh basuh mesin.
arvind-runs-penang | Arvind Runs Penang | sport shoes | video | Hill repeats before sunrise, roti canai after. Shoes reviewed past three hundred kilometres.
kucing-bdr-sitinor | Siti Nor & Geng Kucing 🐾 | pet | video full | Sebelas ekor, semua ada nama. Pasir, makanan dan ubat kutu yang betul-betul jalan.
minah-perfume-lokal | Minah Perfume Lokal | beauty men | top live | Wangian buatan tempatan, bau kedai mahal, harga nasi lemak ayam.
jasmine-deskgoals | Jasmine Desk Goals | computer furniture | video | Small condo, big monitor. Renter-friendly setups from Cheras.
ustazah-hawa-telekung | Ustazah Hawa | muslim textile | | Telekung kain sejuk dan sejadah lipat. Diterangkan dengan tertib, tanpa paksa beli.
gengsi-kasut-kl | Gengsi Kasut | shoes men | full | Kasut futsal sampai kasut nikah. Saiz lebar pun ada, jangan risau.
nyonya-beads-melaka | 娘惹珠绣 Nyonya Beads | jewel shoes collect | video quiet | Kasut manik sewn bead by bead in Melaka. One pair takes me six weeks.
abang-lan-barber | Abang Lan Barber | men beauty | video | Pomade, mesin, gunting. Gaya rambut orang kerja pejabat sampai pemain dikir barat.
hui-min-toys | 慧敏玩具屋 | toy collect | live | 盲盒、拼图、桌游。拆给你看，亏了算我的。
kedai-herba-maktok | Mak Tok Herba | health baby | | Herba lepas bersalin dan minyak urut turun-temurun. Saya cerita kegunaan, bukan janji ajaib.
kenyalang-bites-official | Kenyalang Bites MY | food | official | Akaun rasmi Kenyalang Bites Malaysia. Perisa baharu, peraduan dan soal jawab pelanggan.
jimat-harian-my | Jimat Harian | home food | marketing | Himpunan tawaran terbaik setiap pagi, satu hantaran, tiada cerita.
lina-tanpa-nombor | Lina | beauty women | unknown sparse | Baju kurung moden dan solekan sepuluh minit untuk yang selalu lewat.
adik-dikir-kelate | Adik Dikir Kelate | | noshop video | Dikir barat dan lawak Kelantan. Belum berniaga, baru belajar pegang mikrofon.
""",
    "VN": """
bep-nha-thao | Bếp Nhà Thảo | kitchen food | top live full | Cơm nhà ba món trong bốn mươi phút. Nồi nào tốt mình khen, nồi nào dính mình chê thẳng.
linh-damvay-hn | Linh Đầm Váy | women accessory | live full | Váy công sở cho người cao một mét rưỡi. Mặc thử lên người thật, không bóp eo bằng ứng dụng.
anh-tuan-sualaptop | Anh Tuấn Sửa Laptop | computer phone | video full | Mười lăm năm ngồi tiệm sửa máy ở Đà Nẵng. Máy cũ nào nên mua, máy nào chỉ nên chụp ảnh kỷ niệm.
my-duyen-skincare | Mỹ Duyên 🌷 | beauty | full | Da dầu, mụn ẩn, khí hậu Sài Gòn. Mình ghi nhật ký da từng tuần và không giấu ảnh xấu.
me-bong-gao | Mẹ Bống Gạo | baby kids | live top | Hai bạn nhỏ, một mẹ hay quên. Bỉm, sữa, ghế ăn dặm: dùng hết rồi mới kể.
phong-xe-may | Phong Xe Máy | auto tool | video | Tự thay nhớt, căng sên, chỉnh phanh tại nhà. Đồ nghề dưới năm trăm nghìn là đủ.
co-hue-aodai | Cô Huệ Áo Dài | women | live | Áo dài may sẵn cho cô giáo và mẹ cô dâu. Ba mươi năm cầm kéo ở phố cổ Hội An.
nam-tap-ta | Nam Tập Tạ | sport health | video | Tập trong phòng trọ mười hai mét vuông. Dây kháng lực, tạ tay và ức gà không khô.
quynh-do-go | Quỳnh Đồ Gỗ | furniture home | video full | Bàn, kệ, ghế đẩu từ gỗ thông tái chế. Nhà thuê vẫn có quyền đẹp.
thuy-tien-sonmoi | Thủy Tiên Son Môi | beauty | live top full | Thử son trên môi thâm, không chỉnh màu. Livestream chín giờ tối, ai hỏi gì cũng trả lời.
ong-ngoai-lam-vuon | Ông Ngoại Làm Vườn | home tool | video | Sáu mươi tám tuổi, trồng rau trên sân thượng. Cháu quay, ông nói, rau tự lớn.
ca-phe-dak-lak | Cà Phê Nhà Ê Đê | food | | Rang cà phê của buôn mình, gửi đi khắp nước. Uống phin, đừng vội.
hanh-giay-size-nho | Hạnh Giày Size Nhỏ | shoes women | live | Chân ba mươi tư cũng có giày đẹp. Mình đo từng đôi bằng thước, không đo bằng niềm tin.
meo-muop-nha-vy | Vy và Mướp 🐱 | pet | video full | Mướp bảy ký, lười bẩm sinh. Thử cát, pate và nhà cây giúp các sen.
duc-nghe-nhin | Đức Nghe Nhìn | phone appliance | video | Loa nhỏ, tai nghe rẻ, tivi to. Nghe bằng tai người thường chứ không nghe bằng thông số.
ngoc-tram-trangsuc | Ngọc Trâm Bạc Ý | jewel accessory | live | Bạc thật thì sẽ xỉn, mình chỉ cách làm sáng lại. Khắc tên tại livestream.
lop-sach-co-mai | Lớp Sách Cô Mai | book toy | video quiet | Sách tranh, thẻ chữ và đồ chơi gỗ cho bé ba đến sáu tuổi. Cô giáo mầm non ở Huế.
kien-du-lich-bui | Kiên Du Lịch Bụi | bag sport | video | Ba lô, áo mưa, lều một người. Đi bằng xe số, ngủ dưới sao, về kể thật.
di-bay-nuocmam | Dì Bảy Nước Mắm | food | live full | Nước mắm ủ chum ở Phú Quốc, mười hai tháng mới rút. Chấm là biết.
khanh-an-makeup | Khánh An | beauty women | live | Trang điểm đi làm mười phút, đi tiệc hai mươi phút. Cọ rẻ vẫn tán đều nếu tay không run.
tho-moc-hoai-duc | Thợ Mộc Hoài Đức | tool improve | video | Bản lề, máy bào, keo dán: sai một ly là kẹt cánh tủ, mình sai giùm rồi.
bao-chau-thoitrangbe | Bảo Châu Đồ Bé | kids | live | Đồ bộ cotton cho bé, giặt máy ba chục lần vẫn giữ form.
hoang-nam-pc | Hoàng Nam Ráp PC | computer | video full | Ráp máy theo ngân sách, dây đi gọn, quạt không ồn. Sinh viên hỏi trước, đại gia hỏi sau.
tam-an-tra-thao-moc | Tâm An Trà Thảo Mộc | health food | | Trà hoa cúc, atiso, lá vối. Uống để ngủ ngon, không phải để khỏi bệnh.
le-thi-my-hanh | Lê Thị Mỹ Hạnh — Người Phụ Nữ Bán Chăn Ga Gối Nệm Hiền Nhất Quận Bình Tân, Không Cãi Khách Bao Giờ | textile home | live | Chăn ga cho mùa nồm miền Bắc và mùa nóng miền Nam. Sờ vải giùm bạn qua màn hình.
gai-que-mien-tay | Gái Quê Miền Tây 🌾 | food home | star live full | Cá khô, mắm, trái cây sấy của nhà trồng. Nói chuyện hơi to vì quen gọi đò.
tra-giang-yoga | Trà Giang Yoga | sport women health | | Thảm, đồ tập và hơi thở. Dạy yoga ở công viên, trời mưa thì dạy trên mạng.
shop-ao-nam-quan | Quân Áo Nam | men | live | Sơ mi không nhăn cho người lười ủi. Mặc đi phỏng vấn rồi đi ăn cưới luôn.
be-na-slime | Bé Na và Chị Hai | toy | video | Slime, đất sét, lắp ghép. Chị hai mười chín tuổi chơi cùng em út bảy tuổi.
bac-si-rang-minh | Bác Sĩ Minh Răng Miệng | health beauty | video full | Bàn chải điện, tăm nước, chỉ nha khoa: cái nào cần, cái nào để trưng.
xuan-mai-handmade | Xuân Mai Túi Cói | bag accessory home | | Túi cói đan tay ở Nga Sơn. Mỗi chiếc mất hai ngày và ba ấm trà.
hai-dang-loa-keo | Hải Đăng Điện Máy | appliance kitchen | live | Nồi chiên, máy lọc nước, robot hút bụi. Mở hộp trực tiếp, cháy máy thì cả nhà cùng xem.
thu-phuong-mypham | Thu Phương | beauty | quiet | Mỹ phẩm Việt cho da Việt. Mỗi tháng một thương hiệu nhỏ, kể chuyện người làm ra nó.
ve-tranh-cung-dat | Đạt Vẽ Tranh | book | sparse | Màu nước, giấy dày và những con hẻm Sài Gòn sắp biến mất.
hoa-sen-official-vn | Hoa Sen Trắng Chính Hãng | beauty health | official | Kênh chính thức của Hoa Sen Trắng. Thông tin sản phẩm và chăm sóc khách hàng.
san-deal-moi-ngay | Săn Deal Mỗi Ngày | home phone | marketing | Tổng hợp mã giảm giá mỗi sáng, không bán hàng trực tiếp.
minh-nguyet-an-danh | Minh Nguyệt | women | unknown | Đồ ngủ lụa và áo khoác mỏng cho phòng máy lạnh.
nghe-ke-chuyen-dem | Nghe Kể Chuyện Đêm | | noshop video | Mỗi đêm một câu chuyện ma miền núi. Chưa bán gì, chỉ dọa thôi.
""",
    "TH": """
krua-mae-noi | ครัวแม่น้อย 🍲 | kitchen food | top live full | กับข้าวบ้าน ๆ ทำตามได้จริง กระทะใบไหนติด แม่บอกตรง ๆ
ploy-review-sao | พลอยรีวิวสาวผิวแทน | beauty | live full | ผิวแทนก็มีรองพื้นที่ใช่ ลองให้ดูทุกเฉดกลางแดดเที่ยงกรุงเทพฯ
chang-ton-diy | ช่างต้น ซ่อมเอง | tool improve | video full | ซ่อมบ้านเองไม่ต้องรอช่าง สว่านตัวเดียวเริ่มได้ทั้งหลัง
nong-fah-fashion | น้องฟ้า ฟรีไซซ์ | women accessory | live | เสื้อผ้าสาวอวบ ใส่จริงทุกตัว ไม่หนีบหลัง ไม่แต่งรูป
pa-daeng-namprik | ป้าแดงน้ำพริก | food | top live | น้ำพริกตำมือสูตรเมืองแพร่ เผ็ดน้อยไม่มี มีแต่เผ็ดมากกับเผ็ดพอดี
boy-gadget-korat | บอย แกดเจ็ตโคราช | phone computer | video full | ทดสอบมือถือไม่เกินเจ็ดพัน เล่นเกม ถ่ายรูป ตากแดด แล้วค่อยสรุป
mae-gift-luk-faet | แม่กิ๊ฟลูกแฝด | baby kids | live | เลี้ยงแฝดด้วยสองมือกับรถเข็นหนึ่งคัน ของไหนช่วยได้จริงจะเล่าให้ฟัง
win-running-club | วินวิ่งก่อนเช้า | sport shoes | video | วิ่งรอบสวนตีห้า รีวิวรองเท้าหลังครบสามร้อยกิโล
jaew-kitchenware | แจ๋ว หม้อไหกระทะ | kitchen appliance | live full | หม้อทอด หม้อหุง หม้ออะไรก็ลอง ไลฟ์สดทำให้ดูจนสุก
ton-nam-plant | ต้นน้ำ ต้นไม้ | home | video | ปลูกต้นไม้ในคอนโดที่ได้แดดวันละสองชั่วโมง รอดบ้าง ร่วงบ้าง
mook-lipstick-th | มุกทาลิป | beauty | live star | สีเดียวกันบนปากสามคน เพื่อนหนึ่ง แม่หนึ่ง มุกหนึ่ง
lung-somchai-suan | ลุงสมชายชาวสวน | food tool | video | ทุเรียน มังคุด และกรรไกรตัดกิ่งที่ใช้มาสิบปี
bell-silver-jewelry | เบลล์เครื่องเงิน | jewel accessory | live | เงินแท้จากช่างน่าน แกะลายให้ดูทีละขั้น
meow-house-chiangmai | บ้านแมวเชียงใหม่ 🐈‍⬛ | pet | video full | แมวเก้าตัวเป็นกรรมการ ทรายแมวไหนไม่ผ่าน มันบอกเอง
kru-nan-book | ครูนันท์ชวนอ่าน | book toy | video quiet | นิทานภาพและบัตรคำสำหรับเด็กที่นั่งนิ่งไม่เกินห้านาที
oat-car-detail | โอ๊ตล้างรถ | auto | video | เคลือบสีเองที่บ้าน น้ำสองถัง ผ้าสามผืน ความอดทนหนึ่งวัน
aom-skincare-lab | ออม เภสัชกร | beauty health | full | เภสัชกรอ่านฉลากให้ฟัง ส่วนผสมไหนดี ส่วนผสมไหนแค่ชื่อเพราะ
top-barber-isan | ท็อปบาร์เบอร์อีสาน | men beauty | video | ตัดผมชายทรงเรียบ แว็กซ์ไหนอยู่ทรงถึงเย็นบอกหมด
yai-sri-pha-thai | ยายศรีผ้าไทย | women textile | live | ผ้าขาวม้า ผ้าซิ่นทอมือ คนทอแปดสิบเอ็ดยังไม่ใส่แว่น
nun-desk-cafe | นุ่นจัดโต๊ะทำงาน | furniture computer | | โต๊ะเล็ก ไฟอุ่น สายไฟไม่รก ทำงานบ้านให้เหมือนนั่งคาเฟ่
game-toy-collector | เกมกล่องสุ่ม | toy collect | live | แกะกล่องสุ่มวันละสามกล่อง ซ้ำก็ร้อง ไม่ซ้ำก็ร้อง
fern-clean-home | เฟิร์นบ้านสะอาด | home appliance kitchen | top video full | ทำความสะอาดห้องเช่าในยี่สิบนาที น้ำยาน้อย แรงน้อย
muay-thai-gear-ek | เอก นวมกับผ้าพันมือ | sport | video | อดีตนักมวยเล่าเรื่องนวม กระจับ และการพักให้พอ
praew-modest-south | แพรวา ฮิญาบปัตตานี | muslim women | live | ผ้าคลุมผ้าบาง ระบายอากาศ เหมาะกับแดดใต้ ใส่ทำงานได้ทั้งวัน
jib-shoes-36 | จิ๊บรองเท้าไซซ์เล็ก | shoes | | เท้าสามสิบห้าหารองเท้ายาก เลยหามาให้ทั้งประเทศ
dr-pong-wellness | หมอป๋อง ชวนแข็งแรง | health | video | กายภาพง่าย ๆ สำหรับคนนั่งนาน หมอนรองหลังตัวไหนคุ้มจะบอก
coffee-doi-akha | กาแฟดอยบ้านอาข่า | food | | คั่วเองบนดอย ส่งเองถึงไปรษณีย์ ดื่มแล้วคิดถึงหมอก
nong-pim-bag | พิมพ์กระเป๋าผ้า | bag women accessory | quiet | กระเป๋าผ้าเย็บมือจากเศษผ้าไหม ไม่มีใบไหนซ้ำกัน
somying-pajamas | สมหญิงชุดนอน | women | live full | ชุดนอนผ้านิ่มสำหรับคนขี้ร้อน ไลฟ์ในชุดนอนทุกคืนสองทุ่ม
best-camera-phone | เบสต์ถ่ายด้วยมือถือ | phone | sparse | ถ่ายของขายให้สวยด้วยมือถือกับหน้าต่างหนึ่งบาน
siam-herb-official | สยามสมุนไพร ออฟฟิเชียล | health beauty | official | บัญชีทางการของสยามสมุนไพร ข่าวสินค้าใหม่และบริการหลังการขาย
ruam-pro-raiwan | รวมโปรรายวัน | home food | marketing | รวมโปรโมชันทุกเช้า อัปเดตก่อนแปดโมง
khun-nok-unknown | คุณนก | textile | unknown | ผ้าปูที่นอนลายดอกเล็ก ซักแล้วนิ่มขึ้นทุกครั้ง
sao-isan-lamsing | สาวอีสานลำซิ่ง | | noshop video | ร้องลำซิ่งกับหมอแคนข้างบ้าน ยังไม่ขายของ ขายแต่ความสนุก
nat-khon-mai | ณัฐ | men | nobio |
""",
    "PH": """
aling-nena-kusina | Aling Nena sa Kusina | kitchen food | top live full | Lutong bahay na walang sukat-sukat. Kaldero ko na 'to mula pa noong dalaga ako, kaya alam ko kung alin ang matibay.
jhen-budol-finds | Jhen Budol Finds 🛍️ | home beauty kitchen | star live full | Binibili ko muna bago ko i-budol sa inyo. Kapag sablay, sablay talaga, mare.
kuya-mark-motovlog | Kuya Mark Moto | auto tool | video full | DIY na alaga sa motor, mula gulong hanggang kadena. Tipid tips ng delivery rider sa Marikina.
bea-morenaglow | Bea Morena Glow | beauty | live full | Shades para sa morena, tested sa jeep, sa ulan at sa EDSA. Walang filter, promise.
nanay-luz-ukay | Nanay Luz Ukay | preowned women | live top | Ukay live tuwing umaga, bagsak-presyo pagdating ng tanghali. Nilabhan ko na lahat 'yan.
teacher-joy-crafts | Teacher Joy | book toy | video quiet | Murang visual aids at art supplies para sa mga kapwa ko guro. Gunting, pandikit, pasensya.
paolo-runs-qc | Paolo Runs QC | sport shoes | video | Slow runner, fast reviewer. Shoes and socks tested around the oval at five in the morning.
momshie-kaye-twins | Momshie Kaye | baby kids | live full | Kambal na boys, isang pagod na nanay. Diapers, bottles at damit na kaya ang labada.
carlo-setup-tour | Carlo Setup Tour | computer furniture | video full | Work-from-home setups for small condos and slow internet. Cable management is self-care.
ate-dang-gulay | Ate Dang Gulayan | home food | video | Tanim sa paso, ani sa bubong. Talong, sili at kuwentong probinsya mula Nueva Ecija.
trisha-lipsandcheeks | Trisha Lips & Cheeks | beauty women | live | One product, three looks: office, kasal at date na hindi sumipot.
lola-pacing-kakanin | Lola Pacing Kakanin | food kitchen | video | Bibingka, puto at sapin-sapin ni Lola, otsenta anyos at ayaw pang magpahinga.
gio-audio-nerd | Gio | phone appliance | video | Budget earphones, honest ears. I listen to the same three songs every single time.
mang-boyet-tools | Mang Boyet Tools | tool improve | video full | Karpintero sa Batangas. Alin ang sulit na grinder, alin ang pang-display lang.
aspin-squad-cebu | Aspin Squad Cebu 🐶 | pet | video | Seven rescued aspins, one small house. Food, leashes and beds that survive chewing.
hijabi-norhaya | Norhaya Modest Wear | muslim women | live full | Modest wear from Marawi with love: abaya, hijab at tausug prints na presko sa init.
denden-plus-size | Denden Plus Size | women | top live | From XL to 6XL, sinusuot ko lahat sa live. Confidence not included pero nakakahawa.
coach-rommel-fit | Coach Rommel | health sport | | Home workouts for titos with bad knees. Resistance bands, rice and realistic goals.
kape-ni-inday | Kape ni Inday | food appliance | | Barako at Benguet beans, brewed slow on a rainy porch in Davao.
toy-tito-vince | Toy Tito Vince | toy collect | live | Unboxing robots I could not afford in 1996. Budget is set by my wife.
mikmik-nails-ph | Mikmik Nails | beauty accessory | video | Press-on nails that last through laba day. Tutorials na dahan-dahan lang.
sari-sari-ni-mayet | Sari-sari ni Mayet | food home beauty | live | Tindera by day, live seller by night. Tingi o bulto, usapan lang.
barong-by-eli | Barong by Eli | men accessory | | Piña and jusi barongs from Lumban, fitted to real titos. Kasal season is every season.
gamer-kuya-jiro | Jiro Plays Budget | computer phone | video | Gaming peripherals under one thousand pesos. I rage, therefore I test.
hoops-drei | Drei Hoops | shoes sport men | full | Basketball shoes para sa kanto at sa liga. Flat feet approved.
curls-by-shane | Shane Natural Curls | beauty | | Kulot at proud. Routine ko para sa humidity ng Iloilo, step by step.
tahi-ni-mimay | Tahi ni Mimay | textile home | video quiet | Kurtina, punda at basahan mula sa retaso. Nagtuturo rin ng pananahi tuwing Sabado.
alahas-ni-cora | Alahas ni Cora | jewel | live | Silver and gold-plated pieces mula Meycauayan. Tinuturo ko kung paano malalaman ang peke.
backpack-bianca | Bianca Backpacks | bag sport | video | Island hopping with one bag and zero wheels. Dry bags matter, ask my old phone.
dok-herbert-pharma | Pharmacist Herbert | health | video full | Vitamins, ointments, and what the label really says. Hindi ako doktor, kaya ituturo kita sa doktor.
maria-clarissa-long | Maria Clarissa Evangeline Delos Reyes-Buenaventura (Ang Pambansang Ate ng mga Bagong Kasal) | furniture kitchen textile | | Pagbuo ng bahay mula sa wala: unang kutsara, unang sofa, unang away sa kulay ng kurtina.
isla-coco-official | Isla Coco Philippines | food beauty | official | The official page of Isla Coco. New flavours, store news and customer care.
sale-alert-pinas | Sale Alert Pinas | home phone | marketing | Daily list of vouchers and sales, posted before the first jeep leaves.
grasya-thrifts-ph | Grasya Thrifts 🌻 | preowned bag | unknown | Pre-loved bags, cleaned and honestly graded. Gasgas is shown up close.
bulilit-singer-bong | Bulilit Bong | | noshop video | Birit araw-araw sa ilalim ng mangga. Wala pang tindahan, may videoke na.
misty-mornings-ph | misty mornings | home | sparse nobio |
""",
    "SG": """
auntie-geok-choo | Auntie Geok Choo 月珠 | kitchen food | top live full | Peranakan recipes from a Katong kitchen. I fry the rempah live, you try to smell it.
hdb-home-hacks-jo | Jo's HDB Home Hacks | home furniture | video full | Ninety square metres, two kids, zero storeroom. Shelves that fit behind doors.
marcus-tan-tech | Marcus Tan | phone computer | video full | I buy retail, I test for a month, I sell it on. No sponsored benchmarks.
shu-hui-skindiary | 淑慧 Shu Hui | beauty health | live full | 湿热天气里的护肤笔记，敏感肌适用。English subtitles, because my mother-in-law watches.
nadiah-modestwear | Nadiah Modest Wear | muslim women | live | Breathable hijabs for MRT humidity. Cut long, sewn locally, washed often.
raj-on-two-wheels | Raj On Two Wheels | sport auto | video | Foldable bikes, park connectors, prata at kilometre thirty.
little-bao-mama | Little Bao Mama 👶🏻 | baby toy kids | full | First-time mum in Punggol. If it claims to be silent, I test it at 3 a.m.
uncle-lim-fixit | Uncle Lim Fix-It | tool improve | video | Retired technician. Before you call the plumber, call this video.
cheryl-deskscape | Cheryl Deskscape | computer furniture | video | Standing desks and gentle lamps for people who work from their bedroom.
kopi-with-suresh | Kopi with Suresh | food appliance | video | Hand drip, kopi-o, teh halia. Every gadget earns its place on a very short counter.
glow-by-ameera | Ameera ✨ | beauty health | live top | Olive skin, tropical sweat. Sunscreens that do not turn me grey.
hawker-heir-jun | 阿俊 Hawker Heir | food | video full | Third-generation char kway teow. Sauces and woks, explained by someone with burn marks.
kavitha-silks-sg | கவிதா Kavitha Silks | women jewel | live | Silk saris and jhumkas for people who have to take the bus afterwards.
pawfect-bishan | Bishan Paws | pet | video | Senior rescue dogs and the ramps, coats and food that help them.
wei-jie-lifts | Wei Jie Lifts | health sport | | Void-deck workouts and protein that does not taste like chalk.
mdm-rosnah-kuih | Mdm Rosnah Kuih | food kitchen | live | Kuih lapis sembilan lapis, sabar sembilan kali. Acuan lama, resipi arwah nenek.
yixuan-reads | 奕萱的书桌 | book | video quiet | 绘本、字帖和安静的周末。陪孩子读中文，也陪自己。
sole-searcher-sg | Sole Searcher | shoes men | full | Walking shoes for twenty thousand steps a day, seventeen of them at Changi.
tinker-toys-amir | Amir Tinker Toys | toy collect | live | Model kits, tiny paints and a magnifying lamp. Slow hobbies for fast people.
elise-linen-edit | Elise Linen Edit | textile women | | Linen, ironed or not, discussed seriously.
bling-auntie-mabel | Bling Auntie Mabel 💎 | jewel accessory | live top | Moissanite, pearls and plain talk. I tell you what it is not.
pack-light-hui-ling | Hui Ling Packs Light | bag | video | Seven kilos, fourteen days. Packing cubes weighed on my mother's kitchen scale.
green-corridor-gwen | Gwen Grows Greens | home | video | Corridor gardening within the rules: pandan, curry leaf, one illegal-looking chilli.
dr-farah-toothfairy | Dr Farah Tooth Fairy | health baby | sparse | Paediatric dentist. Toothbrush battles, won gently.
merlion-leaf-tea-official | Merlion Leaf Tea Official | food | official | Official account of Merlion Leaf Tea. Brewing guides, launches and service hours.
lobang-daily-sg | Lobang Daily | food home | marketing | One list of lobangs every morning. We do not review, we round up.
jo-ann-quiet-shop | Jo-Ann | accessory | unknown | Hair clips and headbands for fine hair that slips out of everything.
busker-on-orchard | Busker on Orchard | | noshop video | Erhu covers of pop songs between two shopping centres. No shop, just strings.
""",
}

COLUMNS = (
    "username nickname market bio photo categories followers audience_female audience_age_18_24 audience_age_25_34 "
    "audience_age_35_44 audience_age_45_54 audience_age_55_plus ecommerce account_type agency authorized "
    "contact_visible email whatsapp phone zalo viber line rating products gmv gmv_video gmv_live gpm_video gpm_live "
    "units_sold videos lives video_views_avg likes_avg comments_avg shares_avg live_viewers_avg live_view_seconds_avg "
    "completion_rate engagement_rate response_rate sample_fulfilment_rate response_hours quick_to_respond "
    "posts_frequently reliable_with_samples score updated"
).split()
AGES = [column for column in COLUMNS if column.startswith("audience_age_")]
MONEY = ["gmv", "gmv_video", "gmv_live", "gpm_video", "gpm_live"]
LABELS = ["quick_to_respond", "posts_frequently", "reliable_with_samples"]
# What can be missing from a record on its own; an audience is known as a whole or not at all.
OFTEN_MISSING = COLUMNS[COLUMNS.index("rating"):COLUMNS.index("quick_to_respond")]


def cast(market):
    """The hand-written part of a market's creators, in the order of the file."""
    for line in CAST[market].strip().splitlines():
        username, nickname, categories, marks, bio = (part.strip() for part in line.split("|"))
        yield {"username": username, "nickname": nickname, "categories": categories.split(),
               "marks": set(marks.split()), "bio": "" if "nobio" in marks.split() else bio}


def chooser(username, subject):
    """A generator of its own for each subject, so that a change to one figure leaves the others as they are."""
    return random.Random(f"{username}/{subject}")


def lognormal(rng, median, sigma):
    return median * math.exp(rng.gauss(0, sigma))


def clamp(value, low, high):
    return max(low, min(high, value))


def followers_of(person, rng):
    median = 3_100_000 if "star" in person["marks"] else 420_000 if "top" in person["marks"] else 38_000
    count = clamp(lognormal(rng, median, 0.4 if "star" in person["marks"] else 1.35), 1_050, 7_900_000)
    # Sources count large accounts in thousands.
    return int(count) if count < 10_000 else int(round(count, -2))


def audience_of(person, rng):
    """The share of women and the five age bands, in thousandths that sum to 1."""
    main = person["categories"][0] if person["categories"] else None
    female = clamp(rng.gauss(CATEGORIES[main][1] if main else 0.5, 0.06), 0.04, 0.97)
    older = main in ("tool", "improve", "home", "kitchen", "health", "food", "furniture")
    base = [0.20, 0.33, 0.25, 0.14, 0.08] if older else [0.36, 0.37, 0.17, 0.07, 0.03]
    weights = [lognormal(rng, share, 0.25) for share in base]
    shares = [round(1000 * weight / sum(weights)) for weight in weights]
    shares[1] += 1000 - sum(shares)
    row = {"audience_female": f"{female:.3f}"}
    row.update({age: f"{share / 1000:.3f}" for age, share in zip(AGES, shares)})
    return row


def activity_of(person, followers, rng):
    """Videos and lives of 30 days, and what one of them brings on average."""
    marks = person["marks"]
    videos, lives = lognormal(rng, 17, 0.7), lognormal(rng, 6, 0.9)
    if "live" in marks:
        videos, lives = lognormal(rng, 11, 0.7), lognormal(rng, 21, 0.45)
        videos *= rng.random() > 0.12
    if "video" in marks:
        videos, lives = lognormal(rng, 22, 0.6), lognormal(rng, 1.6, 0.8)
    if "quiet" in marks:
        lives = 0
    videos, lives = int(clamp(videos, 0, 160)), int(clamp(lives, 0, 70))
    views = clamp(lognormal(rng, 1.6 * followers ** 0.85, 0.55), 60, 9e6)
    likes = views * clamp(lognormal(rng, 0.055, 0.45), 0.008, 0.19)
    comments, shares = likes * lognormal(rng, 0.022, 0.5), likes * lognormal(rng, 0.028, 0.6)
    row = {"videos": videos, "lives": lives}
    if videos:
        row.update(
            video_views_avg=round(views), likes_avg=round(likes), comments_avg=round(comments), shares_avg=round(shares),
            completion_rate=round(clamp(lognormal(rng, 0.24, 0.35), 0.05, 0.71), 3),
            engagement_rate=round((round(likes) + round(comments) + round(shares)) / round(views), 4))
    if lives:
        row.update(live_viewers_avg=round(clamp(lognormal(rng, 1.1 * followers ** 0.6, 0.5), 8, 60_000)),
                   live_view_seconds_avg=round(clamp(lognormal(rng, 74, 0.45), 15, 420)))
    return row


def sales_of(person, market, activity, rng):
    """Sales of 30 days: GPM times the exposures that the activity can have had, so that all figures agree."""
    rate, level, decimals = MARKETS[market][:3]
    boost = 16.0 if "star" in person["marks"] else 5.0 if "top" in person["marks"] else 1.0

    def money(dollars):
        return round(dollars * rate, decimals) if decimals else round(dollars * rate)

    row, total = {}, 0.0
    for kind, exposures, median in (
        ("video", activity["videos"] * activity.get("video_views_avg", 0) * 0.35, 5.2),
        ("live", activity["lives"] * activity.get("live_viewers_avg", 0) * 7.5, 15.0),
    ):
        gpm = lognormal(rng, median, 0.6) * level * boost
        row["gmv_" + kind] = money(gpm * exposures / 1000)
        total += gpm * exposures / 1000
        # Without an exposure there is no rate per thousand of them: unknown, not zero.
        if exposures:
            row["gpm_" + kind] = money(gpm)
    showcase = max(0.0, rng.uniform(-0.05, 0.12)) * total
    row["gmv"] = max(money(total + showcase), row["gmv_video"] + row["gmv_live"])
    price = CATEGORIES[person["categories"][0]][2] if person["categories"] else 9
    row["units_sold"] = round((total + showcase) / (price * level * rng.uniform(0.75, 1.3)))
    row["products"] = int(clamp(lognormal(rng, 85, 0.8), 3, 900))
    if row["units_sold"] > 4:
        row["rating"] = round(clamp(rng.gauss(4.62, 0.22), 3.3, 5.0), 1)
    for name in MONEY:
        if name in row and decimals:
            row[name] = f"{row[name]:.{decimals}f}"
    return row


def manners_of(rng):
    """How somebody answers and handles samples."""
    return {"response_rate": round(clamp(rng.gauss(0.82, 0.16), 0.18, 1), 2),
            "response_hours": round(clamp(lognormal(rng, 11, 1.0), 0.3, 160), 1),
            "sample_fulfilment_rate": round(clamp(rng.gauss(0.81, 0.15), 0.25, 1), 2)}


def contacts_of(username, market, number, rng):
    """Addresses that can't be anybody's: reserved domains (RFC 2606), numbers that the British regulator keeps for
    drama, and elsewhere the unassigned country code +990."""
    messenger, row = MARKETS[market][3], {}
    if rng.random() < 0.05:
        return row
    def fictitious(series):
        if market == "GB":
            return f"+44 7700 900{number:03d}" if series == 1 else f"+44 20 7946 0{number:03d}"
        return f"+990 {series}{sorted(MARKETS).index(market)} 0550 {1000 + number}"
    if rng.random() < 0.9:
        row["email"] = username + "@mail.example"
    if rng.random() < 0.78:
        row[messenger] = username.replace("-", ".") + ".example" if messenger == "line" else fictitious(1)
    if rng.random() < 0.35:
        row["phone"] = fictitious(2)
    return row


def agency_of(username, market):
    rng = chooser(username, "agency")
    draw = rng.random()
    if draw < 0.07:
        return OWNER
    if draw < 0.14 and market in SECOND_MARKETS:
        return SECOND
    return rng.choice(MARKETS[market][4]) if draw > 0.86 else ""


def blanked(row, person):
    """The row with what nobody told left out."""
    marks, rng = person["marks"], chooser(person["username"], "blanks")
    odds = 0.55 if "sparse" in marks else 0.0 if "full" in marks else 0.05
    for column in OFTEN_MISSING:
        if rng.random() < odds:
            row.pop(column, None)
    if rng.random() < 1.5 * odds:
        for column in ["audience_female"] + AGES:
            row.pop(column, None)
    if rng.random() < odds:
        row.pop("updated", None)
    if "unknown" in marks:
        row.pop("followers", None)
    return row


def record(person, market, number):
    """One creator's row: column to text, missing ones left out."""
    username, marks = person["username"], person["marks"]
    row = {"username": username, "nickname": person["nickname"], "market": market, "bio": person["bio"],
           "categories": ";".join(CATEGORIES[short][0] for short in person["categories"])}
    if username in PHOTOS:
        row["photo"] = photo_file(username)
    states = chooser(username, "states")
    is_creator = not marks & {"official", "marketing"}
    closed = states.random() < 0.165 and is_creator and not marks & {"new", "full"}
    row["authorized"] = "false" if closed else "true"
    row["contact_visible"] = "false" if states.random() < 0.15 else "true"
    if "noshop" in marks:
        row["ecommerce"] = "false"
    if not is_creator:
        row["account_type"] = "official" if "official" in marks else "marketing"
    elif not marks & {"noshop", "new"}:
        row["agency"] = agency_of(username, market)
    row.update(contacts_of(username, market, number, chooser(username, "contacts")))

    followers = 0 if "new" in marks else followers_of(person, chooser(username, "followers"))
    row["followers"] = followers
    row["updated"] = str(datetime.date(2026, 9, 28) + datetime.timedelta(days=states.randrange(7)))
    if "new" in marks:
        row.update(dict.fromkeys(["products", "gmv", "gmv_video", "gmv_live", "units_sold", "videos", "lives"], 0))
        return row
    activity = activity_of(person, followers, chooser(username, "activity"))
    sales = sales_of(person, market, activity, chooser(username, "sales"))
    if closed and states.random() < 0.5:
        # The agency itself may know nothing of a creator who authorised nothing; of the others it does, and the
        # marketplace must keep it to itself.
        row.update({name: sales[name] for name in ("products", "rating") if name in sales})
        return row
    row.update(audience_of(person, chooser(username, "audience")))
    row.update(activity)
    row.update(manners_of(chooser(username, "manners")))
    if "noshop" not in marks:
        row.update(sales)
    labels = chooser(username, "labels")
    row.update({label: labels.choice(["true", "false"]) for label in LABELS if labels.random() < 0.1})
    if market == "ID" and labels.random() < 0.3:
        row["score"] = round(clamp(labels.gauss(63, 17), 8, 98), 1)
    return blanked(row, person)


def creators_csv(market):
    """The market's file, with those of the columns that somebody in it fills."""
    rows = [record(person, market, number) for number, person in enumerate(cast(market))]
    used = [column for column in COLUMNS if any(str(row.get(column, "")) for row in rows)]
    text = io.StringIO()
    writer = csv.DictWriter(text, used, lineterminator="\n", restval="")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


# Photos: flat portraits. username: (scene, skin, hair, clothes, ground, extras); colours are keys of COLOURS.
COLOURS = {
    "porcelain": "#f6d7c3", "peach": "#eebd9b", "honey": "#dba677", "tan": "#c68a5c", "brown": "#9a623d",
    "deep": "#6b4029", "ink": "#22202b", "black": "#2b2320", "chestnut": "#5b3524", "copper": "#a9512b",
    "blond": "#d9a858", "grey": "#a9a6a2", "white": "#f2efe9", "sand": "#efe0c6", "blush": "#f3c9c1",
    "rose": "#d9788a", "coral": "#ee7f62", "brick": "#b4503c", "mustard": "#e3ac3f", "lemon": "#f6dd85",
    "sage": "#a9bf9d", "leaf": "#5f8f5c", "forest": "#2f5d50", "mint": "#bfe0d2", "teal": "#2f8587",
    "sky": "#b9d9ec", "denim": "#4b6f9e", "navy": "#27365c", "lilac": "#cdbfe6", "plum": "#6d4470", "cocoa": "#6f5141",
}
PHOTOS = {
    "rina-dapurkecil": ("bun", "honey", "black", "coral", "lemon", "apron earrings"),
    "hijab-by-maesaroh": ("hijab", "honey", "rose", "plum", "blush", "smile"),
    "dewi-ayuning": ("long", "tan", "black", "white", "lilac", "smile"),
    "doni-gawaimurah": ("short", "tan", "black", "navy", "sky", "glasses hoodie"),
    "fitri-gamisku": ("hijab", "peach", "sage", "forest", "sand", "glasses"),
    "chef-gilang-kos": ("messy", "tan", "ink", "mustard", "mint", "apron"),
    "nenek-warsinah": ("bun", "tan", "grey", "brick", "sand", "glasses earrings"),
    "rizky-larisore": ("cap", "brown", "denim", "coral", "sky", "smile"),
    "mika-rambutikal": ("curly", "brown", "black", "mustard", "blush", "earrings smile"),
    "kucing-oren-mbaknia": ("cat", "coral", "white", "coral", "mint", ""),
    "maya-clean-rumah": ("pony", "peach", "chestnut", "teal", "lemon", "smile"),
    "amira-dressmuslim": ("hijab", "porcelain", "white", "sand", "lilac", ""),
    "kang-asep-kopi": ("cup", "white", "brick", "cocoa", "sand", ""),
    "pak-guru-faris": ("songkok", "honey", "ink", "sage", "sky", "glasses moustache collar"),
    "skincowok-id": ("short", "honey", "ink", "white", "mint", "smile"),
    "thrifty-thandiwe": ("afro", "deep", "ink", "mustard", "coral", "earrings smile"),
    "nan-doreen-bakes": ("bob", "porcelain", "grey", "rose", "mint", "glasses apron"),
    "big-al-shedlife": ("cap", "peach", "forest", "brick", "mustard", "beard"),
    "priya-skinscience": ("long", "tan", "ink", "white", "teal", "collar earrings"),
    "megan-o-curls": ("curly", "porcelain", "copper", "forest", "sage", "smile"),
    "ealing-plant-girl": ("plant", "leaf", "forest", "brick", "blush", ""),
    "zaynab-modest-edit": ("hijab", "tan", "mustard", "navy", "sky", "smile"),
    "kak-zai-dapur": ("hijab", "honey", "teal", "teal", "lemon", "apron"),
    "wei-ling-mamadaily": ("bob", "porcelain", "black", "lilac", "sky", "smile"),
    "hafiz-garajku": ("short", "tan", "black", "denim", "sand", "beard"),
    "tamil-kitchen-selvi": ("bun", "brown", "ink", "rose", "mustard", "earrings bindi"),
    "bep-nha-thao": ("pony", "peach", "black", "sage", "blush", "apron"),
    "my-duyen-skincare": ("long", "porcelain", "chestnut", "rose", "mint", ""),
    "ong-ngoai-lam-vuon": ("bald", "honey", "grey", "leaf", "sky", "glasses moustache"),
    "krua-mae-noi": ("pot", "brick", "ink", "coral", "lemon", ""),
    "chang-ton-diy": ("cap", "tan", "coral", "denim", "mint", "smile"),
    "aling-nena-kusina": ("bun", "honey", "grey", "lilac", "sage", "apron smile"),
    "bea-morenaglow": ("long", "brown", "ink", "coral", "lemon", "earrings smile"),
    "aspin-squad-cebu": ("dog", "honey", "cocoa", "brick", "sky", ""),
    "auntie-geok-choo": ("perm", "peach", "grey", "teal", "coral", "glasses earrings smile"),
    "raj-on-two-wheels": ("short", "brown", "ink", "mustard", "lilac", "beard smile"),
    "hawker-heir-jun": ("messy", "peach", "ink", "white", "brick", "apron"),
}
SIZE, SCALE = 320, 4


def photo_file(username):
    """Most photos are JPEG; a few are PNG and WebP, as people's are."""
    place = list(PHOTOS).index(username)
    return username + (".png" if place % 12 == 5 else ".webp" if place % 12 == 9 else ".jpg")


class Portrait:
    """One drawing on a square of 100 by 100 units, the origin at the top left."""

    def __init__(self, scene, skin, hair, clothes, ground, extras):
        from PIL import Image, ImageDraw
        self.scene, self.extras = scene, set(extras.split())
        self.skin, self.hair, self.clothes, self.ground = (COLOURS[key] for key in (skin, hair, clothes, ground))
        self.image = Image.new("RGB", (SIZE * SCALE, SIZE * SCALE), self.ground)
        self.pen = ImageDraw.Draw(self.image)

    # Shapes ------------------------------------------------------------------------------------------------------

    def at(self, *numbers):
        return [number * SIZE * SCALE / 100 for number in numbers]

    def oval(self, x, y, rx, ry, colour):
        self.pen.ellipse(self.at(x - rx, y - ry, x + rx, y + ry), fill=colour)

    def block(self, left, top, right, bottom, radius, colour):
        self.pen.rounded_rectangle(self.at(left, top, right, bottom), radius=self.at(radius)[0], fill=colour)

    def chord(self, x, y, rx, ry, start, end, colour):
        self.pen.chord(self.at(x - rx, y - ry, x + rx, y + ry), start, end, fill=colour)

    def arc(self, x, y, rx, ry, start, end, colour, width=1.0):
        self.pen.arc(self.at(x - rx, y - ry, x + rx, y + ry), start, end, fill=colour, width=int(self.at(width)[0]))

    def shape(self, points, colour):
        self.pen.polygon([tuple(self.at(*point)) for point in points], fill=colour)

    @staticmethod
    def mixed(colour, other, share):
        """`colour` with `share` of `other` in it."""
        pairs = [(int(colour[i:i + 2], 16), int(other[i:i + 2], 16)) for i in (1, 3, 5)]
        return "#" + "".join(f"{round(a * (1 - share) + b * share):02x}" for a, b in pairs)

    def darker(self, colour, share=0.16):
        return self.mixed(colour, "#1d1420", share)

    def lighter(self, colour, share=0.3):
        return self.mixed(colour, "#ffffff", share)

    # Scenes ------------------------------------------------------------------------------------------------------

    def draw(self):
        self.oval(50, 52, 43, 43, self.lighter(self.ground, 0.34))
        still_life = {"cat": self.cat, "dog": self.dog, "cup": self.cup, "plant": self.plant, "pot": self.pot}
        still_life.get(self.scene, self.person)()
        return self.image.resize((SIZE, SIZE), resample=1)

    def person(self):
        self.hair_behind()
        self.body()
        if self.scene == "hijab":
            self.hijab()
        else:
            self.block(43, 54, 57, 75, 4, self.darker(self.skin, 0.12))
            self.chord(50, 71.8, 9.6, 7, 0, 180, self.darker(self.skin, 0.12))
            for x in (32.5, 67.5) if self.scene != "bob" else ():
                self.oval(x, 47, 3.4, 4.6, self.darker(self.skin, 0.08))
            self.oval(50, 46, 17.5, 21.5, self.skin)
            self.beard()
        self.face()
        self.hair_before()
        if "earrings" in self.extras:
            for x in (32, 68):
                self.oval(x, 53.5, 1.7, 1.7, COLOURS["mustard"])

    def body(self):
        cloth = self.clothes
        self.oval(50, 106, 39, 35, cloth)
        if "hoodie" in self.extras:
            self.oval(50, 75, 19, 7.5, self.darker(cloth))
        if "collar" in self.extras:
            self.shape([(39.5, 71.5), (50, 85), (35, 88)], self.lighter(cloth, 0.4))
            self.shape([(60.5, 71.5), (50, 85), (65, 88)], self.lighter(cloth, 0.4))
        if "apron" in self.extras:
            apron = COLOURS["white"] if cloth != COLOURS["white"] else COLOURS["forest"]
            self.block(33, 86, 67, 112, 4, apron)
            self.shape([(34, 89), (38, 74), (41, 74), (38, 89)], apron)
            self.shape([(66, 89), (62, 74), (59, 74), (62, 89)], apron)

    def hair_behind(self):
        hair = self.hair
        if self.scene == "long":
            self.block(28, 22, 72, 86, 21, hair)
        elif self.scene == "bob":
            self.block(26.5, 21, 73.5, 68, 20, hair)
        elif self.scene == "bun":
            self.oval(50, 19, 9, 8.5, hair)
            self.oval(50, 42, 19.5, 21, hair)
        elif self.scene == "pony":
            self.oval(69, 33, 9, 8, hair)
            self.shape([(66, 28), (79, 32), (77, 62), (70, 66), (69, 44)], hair)
            self.oval(73.5, 62, 3.7, 5, hair)
            self.oval(50, 42, 19.5, 21, hair)
        elif self.scene == "afro":
            self.oval(50, 38, 30, 29, hair)
        elif self.scene in ("curly", "perm"):
            reach = 1.0 if self.scene == "curly" else 0.62
            for step in range(25):
                angle = math.pi * (1 - step / 24 * 1.0)
                self.oval(50 + 22 * math.cos(angle), 42 - 21 * math.sin(angle), 8, 8, hair)
            for step in range(int(6 * reach)):
                for side in (-1, 1):
                    self.oval(50 + side * (22 + step % 2 * 2.5), 46 + step * 6, 7.5, 7, hair)

    def hair_before(self):
        hair, scene = self.hair, self.scene
        if scene in ("short", "messy"):
            self.chord(50, 42, 18.8, 20.5, 172, 350, hair)
            if scene == "short":
                self.oval(58, 25.5, 9, 5.6, hair)
                self.oval(45, 24.5, 9, 4.6, hair)
            if scene == "messy":
                for x, y in ((36, 27), (43, 22.5), (51, 21), (59, 23), (65, 29)):
                    self.oval(x, y, 6, 5.2, hair)
        elif scene in ("long", "bun", "pony"):
            self.chord(50, 43, 19.2, 22, 178, 292, hair)
            self.chord(50, 43, 19.2, 22, 262, 362, hair)
        elif scene == "bob":
            self.chord(50, 44, 19.6, 22.5, 188, 352, hair)
        elif scene in ("curly", "perm", "afro"):
            for step in range(7):
                self.oval(35.5 + step * 4.8, 30 - (3.5 if 1 < step < 5 else 0), 5, 4.6, hair)
        elif scene == "cap":
            self.chord(50, 40, 19.5, 21, 180, 360, hair)
            self.block(24, 36.5, 64, 40.8, 2.1, self.darker(hair))
            self.oval(50, 19.2, 1.8, 1.4, self.darker(hair))
        elif scene == "songkok":
            self.block(32, 17, 68, 36, 5, hair)
            self.block(31.5, 31, 68.5, 36, 2, self.lighter(hair, 0.14))
        elif scene == "bald":
            for x in (33, 67):
                self.oval(x, 39, 2.6, 6, hair)

    def hijab(self):
        cloth = self.hair
        self.shape([(27, 50), (73, 50), (86, 100), (14, 100)], cloth)
        self.oval(50, 46, 25, 29, cloth)
        self.oval(50, 47.5, 16.6, 20, self.darker(cloth, 0.28))
        self.oval(50, 48.5, 15.8, 19, self.skin)
        self.shape([(35, 66), (66, 67), (60, 84), (30, 96)], self.darker(cloth, 0.07))
        self.arc(50, 58, 26, 26, 38, 128, self.darker(cloth), 0.9)
        self.arc(44, 66, 30, 24, 20, 92, self.darker(cloth), 0.9)

    def beard(self):
        if "beard" in self.extras:
            shade = self.hair if self.scene != "cap" else COLOURS["chestnut"]
            self.arc(50, 46, 17.6, 22.4, 2, 178, shade, 3.4)
            self.chord(50, 46, 17.6, 22.4, 27, 153, shade)
            self.oval(50, 57.6, 6.6, 3.4, self.skin)
            self.chord(50, 55.4, 7.4, 2.6, 180, 360, shade)

    def face(self):
        dark = COLOURS["ink"]
        brow = COLOURS["black"] if self.scene in ("hijab", "cap", "songkok") else self.darker(self.hair, 0.3)
        for x in (42.5, 57.5):
            self.oval(x, 48, 1.75, 2.1, dark)
            self.oval(x + 0.6, 47.2, 0.55, 0.6, "#ffffff")
            self.arc(x, 45, 4.2, 3, 205, 335, brow, 1.1)
        flush = self.mixed(self.skin, "#e0525a", 0.24)
        for x in (39.5, 60.5):
            self.oval(x, 54, 3.2, 2.1, flush)
        self.arc(50, 51.5, 2, 2.2, 20, 160, self.darker(self.skin, 0.3), 0.9)
        if "moustache" in self.extras:
            grey = COLOURS["grey"] if self.scene == "bald" else COLOURS["black"]
            self.chord(46.7, 57, 4.2, 2.6, 180, 360, grey)
            self.chord(53.3, 57, 4.2, 2.6, 180, 360, grey)
        lips = self.mixed(self.skin, "#a3243b", 0.55)
        if "smile" in self.extras:
            self.chord(50, 56.5, 5.6, 5.6, 0, 180, lips)
            self.chord(50, 56.5, 4.6, 2.6, 0, 180, "#ffffff")
        else:
            self.arc(50, 55.4, 5, 4, 25, 155, lips, 1.3)
        if "glasses" in self.extras:
            for x in (42.3, 57.7):
                self.arc(x, 48, 5.7, 5.4, 0, 360, COLOURS["cocoa"], 1.0)
            self.arc(50, 48.5, 2.4, 1.8, 190, 350, COLOURS["cocoa"], 1.0)
        if "bindi" in self.extras:
            self.oval(50, 41.5, 1.1, 1.1, COLOURS["brick"])

    def cat(self):
        fur, stripe = self.skin, self.darker(self.skin, 0.22)
        self.oval(50, 104, 31, 30, fur)
        for side in (-1, 1):
            self.shape([(50 + side * 27, 47), (50 + side * 25, 18), (50 + side * 6, 32)], fur)
            self.shape([(50 + side * 23, 40), (50 + side * 22.5, 24), (50 + side * 11, 33)], COLOURS["blush"])
        self.oval(50, 50, 28, 24, fur)
        for x in (43, 50, 57):
            self.block(x - 1.3, 27, x + 1.3, 36 if x == 50 else 34, 1.3, stripe)
        self.muzzle(COLOURS["white"], COLOURS["rose"])
        for side in (-1, 1):
            for dy in (0, 4):
                self.arc(50 + side * 26, 61 + dy, 12, 3, 200, 340, COLOURS["white"], 0.6)

    def dog(self):
        fur, ear = self.skin, self.hair
        self.oval(50, 106, 31, 30, fur)
        self.block(34, 76, 66, 82, 3, self.clothes)
        self.oval(50, 84, 3, 3, COLOURS["mustard"])
        self.oval(50, 48, 25, 26, fur)
        self.oval(59, 43, 9, 10, self.lighter(fur, 0.55))
        for side in (-1, 1):
            self.oval(50 + side * 25, 40, 7.5, 16, ear)
            self.oval(50 + side * 20.5, 29, 8, 6.5, ear)
        self.muzzle(COLOURS["white"], COLOURS["ink"])
        self.block(47, 68, 53, 77, 3, COLOURS["rose"])

    def muzzle(self, colour, nose):
        for x in (39.5, 60.5):
            self.oval(x, 47, 3.4, 4, COLOURS["ink"])
            self.oval(x + 1.1, 45.4, 1.1, 1.2, "#ffffff")
        self.oval(50, 61, 12, 9, colour)
        self.oval(50, 56.5, 3.6, 2.5, nose)
        for x in (46.7, 53.3):
            self.arc(x, 61, 3.4, 3.6, 10, 170, COLOURS["ink"], 1.0)

    def cup(self):
        self.oval(50, 83, 34, 6, self.darker(self.ground, 0.14))
        self.arc(73, 58, 10, 11, 0, 360, self.skin, 3.4)
        self.block(27, 42, 73, 82, 13, self.skin)
        self.block(27, 62, 73, 68, 0, self.hair)
        self.oval(50, 43, 23, 5.6, self.darker(self.skin, 0.12))
        self.oval(50, 43.6, 20.5, 4.4, self.clothes)
        for x in (41, 50, 59):
            self.arc(x - 2.4, 29, 2.6, 4, 270, 90, self.darker(self.ground, 0.1), 1.5)
            self.arc(x - 2.4, 21, 2.6, 4, 90, 270, self.darker(self.ground, 0.1), 1.5)

    def plant(self):
        for x, y, rx, ry in ((50, 34, 7, 20), (35, 44, 6.5, 16), (65, 44, 6.5, 16), (25, 56, 11, 6), (75, 56, 11, 6)):
            self.oval(x, y, rx, ry, self.skin)
            self.oval(x - rx * 0.25, y, rx * 0.55, ry * 0.86, self.lighter(self.skin, 0.16))
        for end in ((50, 24), (36, 36), (64, 36)):
            self.shape([(49.2, 66), (50.8, 66), (end[0] + 0.4, end[1]), (end[0] - 0.4, end[1])], self.hair)
        self.shape([(33, 66), (67, 66), (62, 92), (38, 92)], self.clothes)
        self.block(30, 61, 70, 69, 2.5, self.lighter(self.clothes, 0.14))

    def pot(self):
        self.oval(50, 84, 36, 6, self.darker(self.ground, 0.12))
        for x in (20, 80):
            self.block(x - 8, 52, x + 8, 58, 3, self.hair)
        self.block(22, 44, 78, 84, 15, self.skin)
        self.block(22, 44, 78, 52, 3, self.darker(self.skin, 0.14))
        self.chord(50, 44, 28, 13, 180, 360, self.clothes)
        self.oval(50, 29.5, 4.4, 3.4, self.hair)
        self.arc(37, 68, 8, 9, 120, 200, self.lighter(self.skin, 0.35), 1.8)
        for x in (36, 50, 64):
            self.arc(x, 19, 2.6, 4.5, 90, 270, self.darker(self.ground, 0.14), 1.6)


def install_pillow():
    """Runs this script again inside .build-venv/ with the pinned Pillow, unless it already runs there."""
    venv = ROOT / ".build-venv"
    if Path(sys.prefix).resolve() == venv.resolve():
        return
    python = venv / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)
    subprocess.run([str(python), "-m", "pip", "install", "--quiet", PILLOW], check=True)
    sys.exit(subprocess.run([str(python), __file__, *sys.argv[1:]]).returncode)


def write_photos():
    folder = SITE / "photos"
    folder.mkdir(parents=True, exist_ok=True)
    for username, spec in PHOTOS.items():
        path, picture = folder / photo_file(username), Portrait(*spec).draw()
        if path.suffix == ".png":
            picture.quantize(96, dither=0).save(path, optimize=True)
        elif path.suffix == ".webp":
            picture.save(path, quality=82, method=6)
        else:
            picture.save(path, quality=80, optimize=True)


# Checking -------------------------------------------------------------------------------------------------------------

# What a public text must not hold: a mail address, a handle, a number long enough to dial, a link to a messenger.
CONTACT = re.compile(r"@|\+\d|\d[\d ().-]{6,}\d|wa\.me|zalo\.me|line\.me|viber:|tel:|mailto:", re.IGNORECASE)
LINK = re.compile(r"https?://([^/\s)>]+)")
PHOTO_BYTES, SITE_BYTES = 12_000, 1_500_000


class Check:
    """Reads the site as it lies there; collects faults and counts states."""

    def __init__(self):
        self.faults, self.states, self.rows = [], {}, {}

    def fault(self, where, what):
        self.faults.append(f"{where}: {what}")

    def count(self, state, happened=True):
        self.states[state] = self.states.get(state, 0) + bool(happened)

    def run(self):
        listed = {market: {} for market in MARKETS}
        for market in MARKETS:
            path = SITE / "creators" / f"{market.lower()}.csv"
            with path.open(encoding="utf-8", newline="") as file:
                for number, row in enumerate(csv.DictReader(file), start=2):
                    self.creator(row, f"{path.name}:{number}", market)
                    if not self.excluded(row):
                        for name in filter(None, row["categories"].split(";")):
                            listed[market][name] = listed[market].get(name, 0) + 1
        bios = [row["bio"] for row in self.rows.values() if row["bio"]]
        if len(set(bios)) != len(bios):
            self.fault("creators", "a bio stands twice")
        if sum(count > 24 for count in listed["ID"].values()) < 2:
            self.fault("id.csv", "fewer than two categories have a second page of 24")
        self.profiles()
        self.photos()
        size = sum(path.stat().st_size for path in self.files())
        if size > SITE_BYTES:
            self.fault("site", f"{size} bytes")
        self.print_states(listed, size)
        return not self.faults

    @staticmethod
    def files():
        made = {SITE / "public", SITE / "private"}
        return [path for path in sorted(SITE.rglob("*")) if path.is_file() and not made & set(path.parents)]

    @staticmethod
    def excluded(row):
        return row.get("ecommerce") == "false" or row.get("account_type") in ("official", "marketing")

    def creator(self, row, where, market):
        username = row["username"]
        if not re.fullmatch(r"[a-z0-9._]*-[a-z0-9._-]*", username):
            self.fault(where, f"'{username}' is no lower-case username with a hyphen")
        if username in self.rows:
            self.fault(where, f"'{username}' stands twice")
        self.rows[username] = row
        if row["market"] != market or not row["nickname"]:
            self.fault(where, "wrong market or no nickname")
        names = row["categories"].split(";") if row["categories"] else []
        known = [name for name, _, _ in CATEGORIES.values()] + OTHER_CATEGORIES
        if len(names) > 3 or len(set(names)) != len(names) or not set(names) <= set(known):
            self.fault(where, f"categories {names}")
        for text in (row["bio"], row["nickname"]):
            if CONTACT.search(text):
                self.fault(where, f"a contact in '{text}'")
        self.figures(row, where)
        self.addresses(row, where)
        self.tally(row, names)

    def figures(self, row, where):
        def number(column):
            return float(row[column]) if row.get(column) else None
        for column in OFTEN_MISSING + AGES + ["followers", "audience_female", "score"]:
            share = column.endswith("_rate") or column.startswith("audience")
            top = 1 if share else {"rating": 5, "score": 100}.get(column, math.inf)
            if not 0 <= (number(column) or 0) <= top:
                self.fault(where, f"{column} is {row[column]}")
        ages = [row[age] for age in AGES if row.get(age)]
        if ages and (len(ages) != 5 or round(sum(float(age) for age in ages), 6) != 1):
            self.fault(where, "the ages of the audience don't sum to 1")
        parts = (number("gmv_video") or 0) + (number("gmv_live") or 0)
        if number("gmv") is not None and number("gmv") < parts - 0.005:
            self.fault(where, "gmv is less than its parts")
        if market_has_no_cents(row) and any("." in row[column] for column in MONEY if row.get(column)):
            self.fault(where, "fractions of a currency that has none")
        if row.get("updated") and not "2026-09-28" <= row["updated"] <= "2026-10-04":
            self.fault(where, f"updated {row['updated']}")

    def addresses(self, row, where):
        if row.get("email") and not row["email"].endswith(".example"):
            self.fault(where, "a mail address outside the reserved domains")
        for column in ("whatsapp", "phone", "zalo", "viber"):
            if row.get(column) and not re.match(r"\+990 |\+44 7700 900\d{3}$|\+44 20 7946 0\d{3}$", row[column]):
                self.fault(where, f"{column} could be somebody's")

    def tally(self, row, names):
        channels = ("email", "whatsapp", "phone", "zalo", "viber", "line")
        closed = row["authorized"] == "false"
        self.count("creators")
        self.count("not authorised", closed)
        self.count("not authorised, figures in the file", closed and row.get("videos"))
        self.count("contact off", row["contact_visible"] == "false")
        self.count("no contact at all", not any(row.get(channel) for channel in channels))
        self.count("phone given", row.get("phone"))
        self.count("linked to the owner", row.get("agency") == OWNER)
        self.count("linked to the second company", row.get("agency") == SECOND)
        self.count("linked to others", row.get("agency") not in (None, "", OWNER, SECOND))
        self.count("official or marketing account", row.get("account_type"))
        self.count("no e-commerce permission", row.get("ecommerce") == "false")
        self.count("a figure missing", not closed and any(not row.get(column) for column in OFTEN_MISSING))
        self.count("lives known to be 0", row.get("lives") == "0")
        self.count("videos known to be 0", row.get("videos") == "0")
        self.count("live GMV known to be 0", row.get("gmv_live") in ("0", "0.00"))
        self.count("followers known to be 0", row.get("followers") == "0")
        self.count("followers unknown", not row.get("followers"))
        self.count("a label stated", any(row.get(label) for label in LABELS))
        self.count("score stated", row.get("score"))
        self.count("no bio", not row["bio"])
        self.count("photo", row.get("photo"))
        for amount in range(4):
            self.count(f"{amount} categories", len(names) == amount)

    def profiles(self):
        for path in sorted((SITE / "profiles").glob("*")):
            text = path.read_text(encoding="utf-8")
            if path.stem not in self.rows or path.suffix != ".md":
                self.fault(path.name, "no creator of that name")
            # Thai and Chinese put no spaces between words; about five of their characters stand for one.
            dense = len(re.findall(r"[\u0e00-\u0e7f]", text)) / 5 + len(re.findall(r"[\u4e00-\u9fff]", text)) / 1.7
            words = len(re.sub(r"[\u0e00-\u0e7f\u4e00-\u9fff]+", " ", text).split()) + dense
            if not 150 <= words <= 400:
                self.fault(path.name, f"{words:.0f} words")
            if CONTACT.search(text):
                self.fault(path.name, f"a contact: '{CONTACT.search(text).group()}'")
            if any(not re.fullmatch(r"(\w+\.)*example\.com", host) for host in LINK.findall(text)):
                self.fault(path.name, "a link outside example.com")
            self.count("long profile")
            self.count("long profile with front matter", text.startswith("---\n"))

    def photos(self):
        named = {row["photo"] for row in self.rows.values() if row.get("photo")}
        there = {path.name: path.stat().st_size for path in (SITE / "photos").glob("*")}
        for name in sorted(named ^ set(there)):
            self.fault(f"photos/{name}", "named but not there, or there but named by nobody")
        for name, size in sorted(there.items()):
            if size > PHOTO_BYTES:
                self.fault(f"photos/{name}", f"{size} bytes")

    def print_states(self, listed, size):
        for state in self.states:
            print(f"{self.states[state]:5d}  {state}")
            if not self.states[state]:
                self.fault("site", f"nobody is: {state}")
        for market, counts in listed.items():
            biggest = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:3]
            people = sum(row["market"] == market for row in self.rows.values())
            print(f"{market}: {people} creators; " + ", ".join(f"{name} {count}" for name, count in biggest))
        print(f"{size} bytes in {len(self.files())} files")
        for fault in self.faults:
            print(f"fault: {fault}", file=sys.stderr)


def market_has_no_cents(row):
    return MARKETS[row["market"]][2] == 0


def main():
    parser = argparse.ArgumentParser(description="Makes or checks the sample site's creators.")
    parser.add_argument("--photos", action="store_true", help="write the photos as well")
    parser.add_argument("--check", action="store_true", help="write nothing; check the site and count its states")
    options = parser.parse_args()
    if options.check:
        sys.exit(0 if Check().run() else 1)
    if options.photos:
        install_pillow()
        write_photos()
    folder = SITE / "creators"
    folder.mkdir(parents=True, exist_ok=True)
    for market in MARKETS:
        (folder / f"{market.lower()}.csv").write_text(creators_csv(market), encoding="utf-8")


if __name__ == "__main__":
    main()
