### Slova příkazové řádky. Slova diagnostik jsou v diagnostics.ftl, slova klíčů v keys.ftl.

## Diagnostiky
severity-error = chyba
severity-warning = varování
hint = rada
related = týká se i tohoto místa
note = poznámka
from-day = Platí až od { $day }; do té doby je čas na opravu.
findings-count = Nalezeno: { $errors ->
        [one] { $errors } chyba
        [few] { $errors } chyby
       *[other] { $errors } chyb
    }, { $warnings ->
        [one] { $warnings } varování
       *[other] { $warnings } varování
    }. Podrobněji: pakt explain KÓD
summary = Nálezů je mnoho, proto je tu jen několik prvních a souhrn podle druhů; u každého je jeho první místo:
summary-all = Všechny nálezy vypíše volba --all.
summary-lower = Z chyb, které nechcete opravovat hned, můžete udělat varování. Do site.yaml přidejte: { $setting }

## Nápověda
cli-about = pakt udělá ze složky s texty v Markdownu web paktu zaměstnanosti.
cli-usage = Použití
cli-commands = Příkazy
cli-options = Volby
cli-arguments = Argumenty
cli-usage-options = VOLBY
cli-usage-command = PŘÍKAZ
cli-value-folder = SLOŽKA
cli-value-page = CESTA
cli-value-code = KÓD
cli-value-day = RRRR-MM-DD
cli-help = ukáže tuto nápovědu
cli-version = ukáže verzi programu
cli-init = založí nový web
cli-new = založí novou stránku s vysvětlenou hlavičkou
cli-build = sestaví web do složky public
cli-check = zkontroluje celý web a nic nezapíše
cli-routes = vypíše, z čeho se web skládá
cli-explain = vysvětlí kód chyby, například P0206
cli-schema = vypíše JSON Schema hlavičky stránky, nastavení nebo dat
cli-completions = vypíše doplňování příkazů pro shell
cli-man = vypíše manuálovou stránku
cli-root = složka webu (jinak nejbližší se souborem site.yaml)
cli-lang = jazyk hlášení: cs nebo en
cli-color = barvy: auto, always nebo never
cli-quiet = jen chyby a varování
cli-verbose = vypíše i průběh
cli-output = kam se web zapíše (jinak public)
cli-drafts = sestaví i koncepty
cli-portable = odkazy povedou na soubory, web půjde otevřít i z disku
cli-strict = i varování zastaví zveřejnění
cli-all = vypíše každý nález, i když je jich mnoho
cli-adopt = převezme cizí soubory, které stojí v cestě
cli-at = den, pro který se web sestaví
cli-format = podoba výpisu: pro člověka, nebo json
cli-argument-dir = složka nového webu (jinak tato)
cli-argument-page = cesta ke stránce ve složce content
cli-argument-code = kód, například P0206
cli-argument-subject = hlavička stránky (front), nastavení (site), nebo datový soubor
cli-argument-shell = bash, zsh, fish, elvish nebo powershell

## Chybné použití
usage-unknown-command = Příkaz „{ $name }“ pakt nezná.
usage-unknown-option = Volbu „{ $name }“ tento příkaz nezná.
usage-too-many = Údaj „{ $name }“ je tu navíc.
usage-wrong-value = Hodnotu „{ $value }“ tu pakt nezná ({ $name }).
usage-no-value = Za volbou „{ $name }“ chybí hodnota.
usage-missing = Chybí povinný údaj: { $name }.
usage-wrong = Takto příkaz použít nejde.
usage-near = Nemysleli jste „{ $near }“?
usage-known = Možné hodnoty: { $known }.
usage-help = Nápovědu ukáže: { $call }
result-lost = Výsledek se nepodařilo vypsat. Technicky: „{ $cause }“
no-site = Ve složce { $folder } ani nad ní není web (chybí soubor site.yaml).
    Nový web založíte příkazem: pakt init
no-site-here = Ve složce { $folder } není web (chybí soubor site.yaml).
    Nový web založíte příkazem: pakt init
at-wrong = „{ $value }“ není den. Napište ho takto: --at 2026-12-01
epoch-wrong = Proměnná SOURCE_DATE_EPOCH má být počet sekund od roku 1970, ne „{ $value }“.
clock-wrong = Z hodin počítače se nepodařilo zjistit dnešní den. Zadejte ho volbou --at.

## Průběh a výsledek
start-init = Tady zatím žádný web není. Založíte ho příkazem: pakt init
open-done = Přečteno souborů: { $count } ({ $folder })
init-done = Nový web je založený ve složce { $folder }.
    Začněte souborem NÁVOD.md. Náhled webu otevřete v jeho složce příkazem: pakt
new-done = Stránka je založená jako koncept. Opravte v ní nadpis (title) a text pište pod druhý řádek „---“. Až bude hotová, smažte řádek „draft: true“.
scaffold-exists = { $path } už existuje, a tak pakt nic nezapsal.
    Zvolte jiný název, nebo prázdnou složku.
scaffold-path = „{ $path }“ není cesta ke stránce ve složce content.
    Napište ji například takto, s obyčejným lomítkem: pakt new aktuality/den-otevrenych-dveri
scaffold-io = Soubor { $path } se nepodařilo zapsat. Technicky: „{ $cause }“
build-done = Hotovo: { $pages ->
        [one] { $pages } stránka
        [few] { $pages } stránky
       *[other] { $pages } stránek
    } za { $seconds } s. Zapsáno souborů: { $written }, beze změny: { $unchanged }, odstraněno: { $removed }.
build-foreign = Ve výstupu leží soubory, které pakt nezapsal: { $count }. Nechal je být.
build-next-change = Obsah se změní { $day } – sestavte znovu.
build-refused = Web ve složce { $folder } zůstal tak, jak byl.
check-clean = V pořádku, nic k opravě.
explain-unknown = Kód „{ $code }“ pakt nezná. Kódy vypadají takto: P0206.

## Živý náhled
cli-serve = živý náhled: každé uložení je hned vidět v prohlížeči
cli-port = port, na kterém web poběží (jinak 4000)
cli-host = adresa, na které náhled poslouchá (jinak jen tento počítač)
cli-open = otevře náhled v prohlížeči
cli-follow = prohlížeč přejde na stránku, kterou uložíte
cli-poll = kontroluje soubory každé 2 sekundy, i když změny hlásí systém (síťové a sdílené složky)
cli-no-drafts = bez konceptů
serve-ready = Náhled webu: { $url }
    Sleduje složku { $folder }. Připraveno za { $time } ms. Konec: Ctrl+C
serve-port-taken = Port { $port } je obsazený, náhled běží na jiném.
serve-no-browser = Prohlížeč se nepodařilo otevřít. Zadejte do něj adresu { $url }
serve-polling = Systém nehlásí všechny změny (síťová či sdílená složka?), pakt se proto na soubory každé 2 sekundy dívá sám.
serve-changed = Změna: { $names }{ $more ->
        [0] {""}
       *[other] {" "}a další ({ $more })
    } – { $time } ms
serve-checked = Zkontrolováno: chyby { $errors }, varování { $warnings }
serve-ended = Náhled skončil.
serve-host = „{ $host }“ není adresa IP. Napište třeba: --host 0.0.0.0
serve-no-port = Na adrese { $address } nejde poslouchat. Technicky: „{ $cause }“
serve-failed = Náhled skončil chybou. Technicky: „{ $cause }“

## Když selže sám pakt
failed-change = Při čtení změny{ $count ->
        [0] {""}
       *[other] {" "}({ $names })
    } selhal sám pakt. Je to chyba programu, ne vaše.
    .hint = Celý web se načetl znovu z disku a můžete psát dál. Zpráva zmizí s příští změnou. Kdyby se vracela, vraťte poslední úpravu zpět a technický údaj pošlete tomu, kdo se vám o pakt stará.
failed-anew = Web se nepodařilo znovu načíst z disku{ $count ->
        [0] {""}
       *[other] {" "}(poslední změna: { $names })
    }: selhal sám pakt, a proto náhled skončil. Je to chyba programu, ne vaše.
    .hint = Vaše soubory zůstaly tak, jak jste je uložili. Vraťte poslední úpravu zpět a spusťte pakt znovu. Technický údaj pošlete tomu, kdo se vám o pakt stará.
failed-check = Při kontrole celého webu selhal sám pakt. Je to chyba programu, ne vaše.
    .hint = Výčet chyb jinde na webu teď nemusí být úplný. Můžete psát dál: celý web se načte znovu z disku a kontrola se opakuje po každé změně. Kdyby se zpráva vracela, vraťte poslední úpravu zpět a technický údaj pošlete tomu, kdo se vám o pakt stará.
failed-answer = Při přípravě adresy { $path } selhal sám pakt. Je to chyba programu, ne vaše.
    .hint = Ostatní stránky fungují a můžete psát dál: celý web se načte znovu z disku a tato stránka se ukáže sama, jakmile to půjde. Kdyby se zpráva vracela, vraťte poslední úpravu stránky zpět a technický údaj pošlete tomu, kdo se vám o pakt stará.
failed-server = pakt selhal tak, že náhled nemůže běžet dál, a proto skončil. Je to chyba programu, ne vaše.
    .hint = Vaše soubory zůstaly tak, jak jste je uložili. Spusťte pakt znovu a technický údaj pošlete tomu, kdo se vám o pakt stará.
failed-cause = Technicky: pakt { $version }, { $cause }

## Manuálová stránka
man-name = NÁZEV
man-usage = POUŽITÍ
man-commands = PŘÍKAZY
man-options = VOLBY VŠECH PŘÍKAZŮ
man-codes = NÁVRATOVÉ KÓDY
    .text =
        0 = hotovo, třeba i s varováním
        1 = chyba v některém souboru webu; s volbou --strict i varování
        2 = chybné použití, chybějící web, potíž s výstupem nebo s počítačem, chyba programu
man-environment = PROMĚNNÉ PROSTŘEDÍ
    .text =
        LC_ALL, LC_MESSAGES, LANG = jazyk hlášení: čeština nebo angličtina
        NO_COLOR = je-li neprázdná, výpisy jsou bez barev
        SOURCE_DATE_EPOCH = den, pro který se web sestaví, v sekundách od roku 1970; volba --at má přednost

## Panel a lišta v prohlížeči
panel-lang = cs
panel-title = Chyby a varování
panel-failed = Chyba programu
panel-errors = Chyby
panel-warnings = Varování
panel-error = Chyba
panel-warning = Varování
panel-elsewhere = Jinde na webu
panel-checking = Kontroluji celý web…
panel-last-good = Dokud chybu neopravíte, stránka zůstává ve své poslední správné podobě.
panel-never-good = Tuto stránku zatím nejde ukázat. Objeví se sama, jakmile chybu opravíte a soubor uložíte.
panel-all-well = Stránka je v pořádku.
panel-hint = Rada
panel-correction = Opravený řádek
panel-copy = Kopírovat
panel-copied = Zkopírováno
panel-open-editor = Otevřít v editoru
panel-open-page = Na stránku
panel-minimise = Zmenšit
panel-bar = Lišta editora
panel-bar-hide = Skrýt lištu
panel-bar-show = Lišta editora
panel-reconnecting = Obnovuji spojení…
panel-source = Soubor
panel-language = Jazyk
panel-translation-older = starší
panel-translation-missing = chybí
panel-state-published = Zveřejněno
panel-state-draft = Koncept
panel-state-scheduled = Naplánováno
panel-state-expired = Už není zveřejněno
panel-state-generated = Vzniká samo
panel-next-change = Změna
panel-words = Slova
panel-minutes = Minuty čtení
panel-section = Oddíl
panel-drafts = Koncepty
panel-polling = Změny se tu ukážou do 2 sekund
