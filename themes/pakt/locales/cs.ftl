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
time = Čas
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
official-links = Kde to najdete oficiálně
source = Zdroj
footnote-back = Zpět k odkazu na poznámku

## Patička
operator = Provozovatel
phone = Telefon
email = E-mail
postal-address = Adresa
id-number = IČO
data-box = Datová schránka
accessibility-contact = Hlášení o nepřístupnosti

## Nenalezená stránka a přesměrování
not-found-title = Tuto stránku jsme nenašli
not-found-text = Stránka se možná přestěhovala nebo už neplatí. Zkontrolujte prosím adresu, nebo začněte na úvodní stránce.
not-found-home = Přejít na úvodní stránku
redirect-title = Stránka má novou adresu
redirect-text = Pokud se stránka neotevře sama, použijte tento odkaz:
