# Co dělá který klíč, česky: jedna věta pro každý klíč hlavičky stránky (front-…) a souboru site.yaml (site-…).
# Z vět jsou poznámky v nových stránkách (pakt new) a popisy v JSON Schema (pakt schema).

## Hlavička stránky

front-title = Nadpis stránky; ukazuje se na stránce, v seznamech a na kartě prohlížeče.
front-description = Jedna věta o tom, co na stránce je; ukazuje se v seznamech a ve vyhledávačích.
front-slug = Část adresy, která má nahradit název souboru nebo složky; jen malá písmena bez háčků a čárek, číslice a spojovníky.
front-date = Den, ke kterému stránka patří, například 2026-12-01; budoucí datum stránku neskryje.
front-updated = Den, kdy se obsah naposledy změnil, například 2026-12-01.
front-draft = Koncept: je-li tu true, stránka se nezveřejní.
front-weight = Pořadí mezi ostatními stránkami složky; čím menší číslo, tím výš stránka bude.
front-template = Název jiné šablony motivu; obvykle se nevyplňuje.
front-theme = Motiv (vzhled) této složky a všeho, co je v ní.
front-aliases = Dřívější adresy této stránky, například /stara-adresa/; kdo na ně přijde, dostane se sem.
front-image = Obrázek, který stránku představuje: název souboru, který leží vedle ní.
front-image_alt = Popis obrázku pro lidi, kteří ho nevidí.
front-toc = Je-li tu true, stránka ukáže svůj obsah, tedy odkazy na nadpisy v textu.
front-search = Je-li tu false, stránka nebude ve vyhledávání na webu.
front-typography = Je-li tu false, text zůstane přesně tak, jak je napsaný, bez typografických úprav.
front-publish_from = První den, kdy má být stránka na webu, například 2026-12-01.
front-publish_until = Poslední den, kdy má být stránka na webu, například 2026-12-31.
front-review_by = Den, do kterého má někdo obsah znovu projít, například 2027-06-30.
front-checked = Den, kdy člověk z vaší organizace naposledy ověřil údaje u zdroje, například 2026-12-01.
front-owner = Kdo za obsah stránky odpovídá, například název oddělení.
front-event = Údaje o akci pro šablony motivu, například den a místo.
front-steps = Krátké kroky, které se ukážou jako číslovaný seznam před textem.
front-time = Kolik času čtenář potřebuje, například 30 minut.
front-feed = Je-li tu true, složka má kanál novinek (Atom); v site.yaml k tomu musí být adresa webu base_url.
front-sort = Řazení stránek ve složce: weight podle pořadí, date od nejnovější, title podle abecedy.
front-lang = Kód jazyka, ve kterém text je, pokud to není jazyk z názvu souboru; například de.
front-allow = Nálezy, které na této stránce nevadí, a proč, například P0512: "Tak to stojí v pozvánce."
front-extra = Další údaje pro motiv webu; například menu je kratší název stránky do nabídky.
front-taxonomy = Pojmy tohoto třídění, ke kterým stránka patří, v hranatých závorkách a oddělené čárkami.

## Nastavení webu

site-title = Název webu; ukazuje se v záhlaví, na kartě prohlížeče a ve vyhledávačích.
site-description = Jedna věta o tom, co na webu je a pro koho.
site-base_url = Celá adresa, na které web poběží, například https://www.example.cz/; bez ní web nemá mapu stránek ani kanály novinek.
site-language = Kód hlavního jazyka webu, například cs; v něm jsou stránky bez jazykové přípony.
site-languages = Jazyky webu podle kódu, například en nebo uk; každý může mít klíče name, title a description.
site-languages-name = Název jazyka v něm samém, například English; ukazuje se v přepínači jazyků.
site-languages-title = Název webu v tomto jazyce.
site-languages-description = Jedna věta o webu v tomto jazyce.
site-theme = Motiv (vzhled) webu: název složky v themes, nebo motiv, který je v programu.
site-timezone = Časové pásmo, podle kterého začíná den, například Europe/Prague.
site-organisation = Kdo web provozuje; dokud chybí operator, email nebo accessibility_contact, web se označuje jako ukázka.
site-organisation-operator = Celý název organizace, která za web odpovídá.
site-organisation-email = E-mail, na který mohou psát čtenáři.
site-organisation-accessibility_contact = Kdo přijímá připomínky k přístupnosti webu, nejlépe e-mail.
site-organisation-phone = Telefon pro veřejnost.
site-organisation-address = Poštovní adresa organizace.
site-organisation-id_number = IČO organizace.
site-organisation-data_box = ID datové schránky.
site-organisation-controller = Správce osobních údajů, pokud to není provozovatel webu.
site-organisation-data_protection_officer = Kontakt na pověřence pro ochranu osobních údajů.
site-organisation-logs_purpose = K čemu slouží záznamy webového serveru, například k zabezpečení webu.
site-organisation-logs_retention = Jak dlouho se záznamy webového serveru uchovávají, například 30 dní.
site-taxonomies = Třídění stránek, například topic (téma); stránka se k pojmům hlásí stejně pojmenovaným klíčem v hlavičce.
site-taxonomies-slug = Část adresy třídění v tomto jazyce, například temata.
site-taxonomies-title = Nadpis třídění v tomto jazyce, například Témata.
site-navigation = Nabídky webu.
site-navigation-main = Stránky v hlavní nabídce: soubory ve složce content, například o-nas.md.
site-navigation-footer = Stránky v nabídce v patičce: soubory ve složce content, například kontakt.md.
site-markdown = Jak se čtou texty stránek.
site-markdown-html = Co s HTML v textu: sanitise ho očistí, escape ho ukáže jako text, allow ho nechá, jak je.
site-markdown-extensions = Je-li tu false, v textech nefungují bloky, tabulky ani poznámky pod čarou.
site-typography = Je-li tu false, texty celého webu zůstanou přesně tak, jak jsou napsané, bez typografických úprav.
site-feeds = Kanály novinek (Atom).
site-feeds-limit = Kolik nejnovějších stránek je v kanálu novinek; není-li to napsané, je jich nejvýš 20.
site-search = Vyhledávání na webu: true ho zapne, false vypne; není-li to napsané, je zapnuté.
site-check = Jak závažné jsou nálezy: error (chyba), warning (varování), nebo off (nehlásit), například P0501: warning.

## Datové soubory

data-language = Co je napsané v tomto jazyce.
data-glossary-term = Slovo v základním tvaru; texty na ně mohou odkazovat.
data-glossary-also = Další tvary a zkratky slova, které jsou v textech, v hranatých závorkách a oddělené čárkami; na velikosti písmen záleží.
data-glossary-meaning = Co slovo znamená, jednou prostou větou.
data-accessibility-predpis = Předpis, podle kterého se prohlášení vydává.
data-accessibility-rozsah = Adresy, kterých se prohlášení týká; je mezi nimi base_url ze site.yaml.
data-accessibility-stav = Stav souladu: plne (plně v souladu), castecne (částečně) nebo neni (není v souladu).
data-accessibility-nepristupny_obsah = Co na webu přístupné není nebo to zatím nikdo neověřil.
data-accessibility-nepristupny_obsah-popis = Co přístupné není a kde.
data-accessibility-nepristupny_obsah-sc = Kritéria WCAG, která obsah nesplňuje, třeba "1.2.2".
data-accessibility-nepristupny_obsah-duvod = Důvod: nesoulad, neprimerena-zatez (nepřiměřená zátěž) nebo mimo-pusobnost (předpis se na obsah nevztahuje).
data-accessibility-nepristupny_obsah-zduvodneni = Zdůvodnění, které potřebuje neprimerena-zatez.
data-accessibility-nepristupny_obsah-alternativa = Jak se čtenář k obsahu dostane jinak.
data-accessibility-vypracovano = Den, kdy prohlášení vzniklo, třeba 2026-12-01.
data-accessibility-revize = Den, kdy prohlášení někdo naposledy prošel, nejméně jednou za rok.
data-accessibility-metoda = Jak prohlášení vzniklo: vlastni-posouzeni nebo treti-strana.
data-accessibility-metoda_popis = Několik slov o metodě.
data-accessibility-doklad = Čím se prohlášení dokládá: celá adresa, nebo soubor ve složce content, třeba soubory/zprava.pdf.
data-accessibility-zverejneno = Den, kdy byl web zveřejněn, třeba 2027-01-15.
data-accessibility-dozor = Úřad, na který se čtenář obrátí, když ho odpověď neuspokojí.
data-accessibility-dozor-nazev = Název úřadu.
data-accessibility-dozor-url = Celá adresa jeho webu.
data-accessibility-dozor-adresa = Jeho poštovní adresa.
data-accessibility-dozor-email = Jeho e-mailová adresa.
data-accessibility-dozor-telefon = Jeho telefonní číslo.
data-accessibility-dozor-overeno = Když je tu true, údaje o úřadu jste ověřili.
