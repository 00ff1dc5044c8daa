"""The made-up creators of Singapore; __init__.py explains the columns and the marks."""

TABLE = """
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
"""
