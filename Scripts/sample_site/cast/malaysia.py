"""The made-up creators of Malaysia; __init__.py explains the columns and the marks."""

TABLE = """
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
"""
