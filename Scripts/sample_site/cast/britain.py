"""The made-up creators of Great Britain; __init__.py explains the columns and the marks."""

TABLE = """
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
"""
