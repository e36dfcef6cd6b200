# Slova motivu v češtině. Stejné klíče mají i ostatní jazyky.

## Pohyb po webu
skip-to-content = Přejít k obsahu
main-navigation = Hlavní nabídka
menu = Nabídka
footer-navigation = Další odkazy
language-switch = Jazyk
language-home = úvod
home = Úvod
breadcrumbs = Kde jste
toc = Na této stránce
previous-next = Sousední stránky
previous = Předchozí
next = Další
terms = Zařazení stránky
pages-count =
    { $count ->
        [one] { $count } stránka
        [few] { $count } stránky
       *[other] { $count } stránek
    }
empty = Zatím tu nic není.
pages-here = Stránky, které sem patří
feed = Novinky jako odběr (Atom)

## Stav webu a stránky
demo-notice = Ukázka – web neprovozuje žádný úřad
draft = Koncept – stránka není zveřejněná
draft-short = koncept
easy-version = Přečíst jednodušší verzi
standard-version = Přečíst podrobnější verzi
page-info = O této stránce
published = Zveřejněno
updated = Aktualizováno
checked = Údaje ověřeny
owner = Za stránku odpovídá
address = Adresa stránky
time = Zabere
time-minutes =
    { $count ->
        [one] { $count } minuta
        [few] { $count } minuty
       *[other] { $count } minut
    }
steps = Postup krok za krokem

## Bloky v textu
alert-note = Poznámka
alert-tip = Tip
alert-important = Důležité
alert-warning = Upozornění
alert-caution = Pozor
details = Podrobnosti
official-links = Oficiální weby
source = Zdroj
footnote-back = Zpět k odkazu na poznámku
other-site = jiný web
file-facts = { $kind }, { $size }
table = Tabulka { $number }

## Patička
operator = Provozovatel
phone = Telefon
email = E-mail
postal-address = Adresa
id-number = IČO
data-box = Datová schránka
accessibility-contact = Hlášení nepřístupného obsahu

## Nenalezená stránka a přesměrování
not-found-title = Tuto stránku jsme nenašli
not-found-text = Stránka se možná přestěhovala nebo už neplatí. Zkontrolujte prosím adresu, nebo začněte na úvodní stránce.
not-found-home = Přejít na úvodní stránku
not-found-menu = Kam dál
redirect-title = Stránka má novou adresu
redirect-text = Pokud se stránka neotevře sama, použijte tento odkaz:

## Vyhledávání
search = Hledání
search-label = Hledat na webu
search-button = Hledat
search-found = Nalezené stránky:
search-none = Nic jsme nenašli. Zkuste jiné nebo kratší slovo.
search-failed = Hledání se nepodařilo načíst. Zkuste stránku načíst znovu.
search-help = Napište nahoře, co hledáte. Na háčcích, čárkách ani na tvaru slova nezáleží. Než začnete psát, je níže přehled stránek.
search-more = Další stránky

## Kontakt, soukromí, prohlášení o přístupnosti
contact = Kontakt
not-filled-in = zatím nevyplněno
operator-not-filled-in = Provozovatel (zatím nevyplněný)
not-checked = provozovatel ověří před spuštěním
privacy-facts = Kdo a jak zpracovává údaje
controller = Správce osobních údajů
data-protection-officer = Pověřenec pro ochranu osobních údajů
logs-purpose = K čemu jsou záznamy serveru
logs-purpose-usual = Bezpečný provoz webu a hledání závad
logs-retention = Jak dlouho se záznamy uchovávají
cookies = Cookies a cizí služby
cookies-none = Web neukládá žádné cookies a nic nenačítá z jiných webů.
statement-undertakes = se zavazuje ke zpřístupnění tohoto webu. Prohlášení vydává podle předpisu:
statement-scope = Toto prohlášení se vztahuje na:
statement-status = Stav souladu
statement-status-text =
    { $status ->
        [plne] Tento web je plně v souladu s požadavky na přístupnost.
        [castecne] Tento web je částečně v souladu s požadavky na přístupnost, a to z důvodu nesouladu nebo výjimek uvedených níže.
       *[neni] Tento web není v souladu s požadavky na přístupnost. Nesoulady a výjimky jsou uvedeny níže.
    }
statement-inaccessible = Nepřístupný obsah
statement-none = O žádném nepřístupném obsahu nevíme.
statement-criteria = Kritéria WCAG: { $list }.
statement-reason =
    { $reason ->
        [nesoulad] Důvod: nesoulad s požadavky.
        [neprimerena-zatez] Důvod: nepřiměřená zátěž.
       *[other] Důvod: obsah nespadá do působnosti předpisu.
    }
statement-made = Vypracování tohoto prohlášení
statement-made-on = Prohlášení bylo vypracováno
statement-reviewed-on = Naposledy bylo revidováno
statement-method =
    { $method ->
        [treti-strana] Web posoudila třetí strana.
       *[other] Web posoudil provozovatel sám.
    }
statement-evidence = Zpráva o posouzení
statement-published-on = Web je zveřejněný od
statement-copy = Prohlášení jako data pro programy
statement-feedback = Zpětná vazba a kontaktní údaje
statement-feedback-text = Narazili jste na obsah, který pro vás není přístupný? Napište nám a uveďte adresu stránky.
statement-enforcement = Postup pro prosazování práva
statement-enforcement-text = Neodpověděli jsme vám, nebo vás odpověď neuspokojila? Obraťte se na dozorový úřad.
authority = Dozorový úřad
