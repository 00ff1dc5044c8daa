"""The made-up creators of the Philippines; __init__.py explains the columns and the marks."""

TABLE = """
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
"""
