"""The made-up creators of Thailand; __init__.py explains the columns and the marks."""

TABLE = """
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
"""
