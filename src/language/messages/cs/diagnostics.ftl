# What pakt tells editors, in Czech: one message per code of `src/diagnostic/code.rs`.
# message: what is wrong; label: under the marked place; hint: what to do next;
# hint-near: the hint when a likely name is known; explain: `pakt explain CODE`.

## Files

P0101 = Soubor není uložený v kódování UTF-8, a tak by se v něm pokazila písmena s háčky a čárkami.
    .label = nečitelný znak
    .hint = V Notepad++ zvolte menu „Formát“ (někde „Kódování“) → „Konvertovat do UTF-8“ (někde „Převést na UTF-8“) a stiskněte Ctrl+S. V Poznámkovém bloku zvolte „Soubor“ → „Uložit jako“ → „Kódování: UTF-8“.
    .explain =
        Kódování určuje, jak se písmena ukládají do souboru. Starší programy ukládají češtinu
        jinak než dnešní weby a místo písmen s háčky a čárkami by čtenář viděl nesmysly.
        Proto pakt čte jen UTF-8. Text nepřepisujte, stačí soubor znovu uložit.

        Špatně (kódování ANSI nebo Windows-1250, jiný program ukáže třeba toto):
            title: ?ivotopis
        Správně (kódování UTF-8):
            title: Životopis

P0102 = Soubor nejde otevřít a přečíst.
    .label = nečitelný soubor
    .hint = { $cause ->
        [name] V názvu souboru jsou znaky v jiném kódování než UTF-8. Přejmenujte ho, nejlépe jen písmeny bez háčků a čárek.
        [kind] Není to obyčejný soubor, ale roura, soket nebo zařízení. Přesuňte ho ze složky webu jinam.
        [twins] Ve složce jsou dva soubory se stejným názvem, jen jinak uloženým v počítači. Jeden z nich přejmenujte.
       *[other] Zavřete soubor v ostatních programech a zkuste to znovu. Nepomůže-li to, požádejte správce počítače o právo soubor číst. Technicky: „{ $cause }“
    }
    .explain =
        Soubor ve složce webu je, ale počítač ho nedovolil přečíst. Web bez něj by nebyl úplný,
        a proto ho pakt raději nezveřejní.
        Nejčastěji má soubor otevřený jiný program, nebo k němu nemáte přístupová práva.

        Špatně:
            soubor zivotopis.md smí číst jen kolegyně, která ho založila
        Správně:
            soubor zivotopis.md smí číst každý, kdo web sestavuje

P0103 = Zástupce (symbolický odkaz) vede ven ze složky webu.
    .label = vede ven
    .hint = Zástupce smažte a na jeho místo zkopírujte soubory, ke kterým vedl.
    .explain =
        Symbolický odkaz je zástupce: tváří se jako soubor nebo složka, ale obsah leží jinde.
        Kdyby ho pakt následoval ven ze složky webu, mohl by zveřejnit, co na web nepatří,
        a na jiném počítači by web nešel sestavit.

        Špatně:
            content/plany → D:\Sdilene\plany
        Správně:
            content/plany je obyčejná složka a soubory jsou přímo v ní

P0104 = Zástupce (symbolický odkaz) vede do složky, ve které sám leží.
    .label = vede dokola
    .hint = Zástupce smažte. Chcete-li na jinou stránku jen odkázat, napište do textu odkaz.
    .explain =
        Symbolický odkaz je zástupce: tváří se jako složka, ale obsah leží jinde. Tento vede
        do složky nad sebou, takže by v ní pakt našel znovu jeho, v něm zase tu složku,
        a tak pořád dokola.

        Špatně:
            content/poradna/zpet → content
        Správně:
            zástupce „zpet“ smazaný, v textu stránky odkaz: { "[" }úvod](../_index.md)

P0105 = Soubor zmizel, zatímco pakt sestavoval web.
    .label = soubor zmizel
    .hint = Pokud jste ho smazali nebo přejmenovali schválně, spusťte příkaz znovu. Jinak soubor vraťte, třeba z Koše.
    .explain =
        Na začátku práce soubor ve složce webu byl, při čtení už ne. Výsledek by neodpovídal
        ani starému, ani novému stavu, a tak pakt nic nezveřejnil.
        Stává se to, když během sestavení někdo soubory přesouvá nebo je přesouvá program,
        který složku srovnává s jiným počítačem (například OneDrive).

        Špatně:
            pakt build, a přitom přejmenovat kontakt.md na kontakty.md
        Správně:
            přejmenovat kontakt.md na kontakty.md, a teprve potom pakt build

P0106 = Název stránky končí na „.md.txt“, a tak ji pakt nepozná jako stránku.
    .label = „.txt“ je navíc
    .hint = Přejmenujte soubor na „{ $name }“. Nevidíte-li konec „.txt“, zapněte v Průzkumníku v menu „Zobrazit“ volbu „Přípony názvů souborů“.
    .explain =
        Stránka se pozná podle toho, že název jejího souboru končí na „.md“. Poznámkový blok
        k němu při ukládání rád přidá ještě „.txt“ a Windows tento konec skrývají.
        Při ukládání zvolte „Typ souboru: Všechny soubory“ a název napište celý.

        Špatně:
            content/poradna/zivotopis.md.txt
        Správně:
            content/poradna/zivotopis.md

P0107 = Příloha s příponou „{ $extension }“ by se čtenáři mohla v prohlížeči spustit jako program.
    .label = nebezpečná příloha
    .hint = Uložte přílohu jako PDF, nebo její obsah napište jako stránku (.md). Musí-li příloha zůstat, jaká je, nastaví správce v site.yaml v části „markdown“ řádek „html: allow“.
    .explain =
        Soubory .html a .js mohou v prohlížeči čtenáře něco spustit, třeba sledovat ho nebo
        mu podstrčit cizí formulář. Redaktor to na souboru nepozná, proto je pakt jako přílohy
        bez svolení správce nezveřejní.

        Špatně:
            { "[" }Leták](letak.html)
        Správně:
            { "[" }Leták (PDF)](letak.pdf)

P0108 = Obrázek SVG je poškozený nebo neúplný.
    .label = zápis je porušený
    .hint = { $cause ->
        [encoding] Obrázek není v kódování UTF-8. Uložte ho znovu v programu, ve kterém vznikl (třeba v Inkscape), nebo použijte PNG.
        [none] V souboru není žádný obrázek SVG: má začínat značkou <svg>. Uložte ho znovu v programu, ve kterém vznikl, nebo použijte PNG.
        [end] Soubor končí dřív než obrázek, nejspíš se nezkopíroval celý. Zkopírujte nebo uložte ho znovu.
        [deep] Značky jsou v sobě vnořené příliš hluboko (nejvýš { $limit }×). Zjednodušte obrázek, třeba zrušte skupiny, nebo použijte PNG.
       *[other] Uložte obrázek znovu v programu, ve kterém vznikl (třeba v Inkscape), nebo použijte PNG. Technicky: „{ $cause }“
    }
    .explain =
        Obrázek SVG je vlastně text se značkami a každá otevřená značka v něm musí být zavřená.
        Každý obrázek pakt před zveřejněním čistí od všeho, co by se mohlo v prohlížeči spustit.
        Co nejde přečíst, nejde ani vyčistit.

        Špatně:
            <svg><circle r="5"></svg>
        Správně:
            <svg><circle r="5"/></svg>

P0109 = Soubor s textem je větší než { $limit } MB. Tak velké texty pakt nečte.
    .label = příliš velký
    .hint = Rozdělte text do několika souborů. Je-li v něm vložený obrázek jako dlouhá řada písmen, uložte ho vedle stránky jako samostatný soubor.
    .explain =
        Ani celá kniha nemá jako čistý text tolik. Takto velký soubor bývá omyl: tabulka
        s daty, nebo obrázek vložený přímo do textu.
        Dlouhou stránku by navíc nikdo nedočetl a na starším telefonu by se neotevřela.

        Špatně:
            ![Mapa kraje](data:image/png;base64,iVBORw0KGgo…)
        Správně:
            ![Mapa kraje](mapa.png)

## Front matter and YAML

P0201 = Stránka nezačíná hlavičkou.
    .label = tady má být ---
    .hint = Úplně na začátek souboru napište tři řádky: „---“, pod něj „title: Nadpis stránky“ a pod něj znovu „---“.
    .explain =
        Každá stránka začíná hlavičkou: několika řádky mezi dvěma řádky „---“ (tři spojovníky).
        V hlavičce je nadpis a další údaje, které se neopisují do textu.
        Nad prvním „---“ nesmí být nic, ani prázdný řádek.

        Špatně:
            Životopis je vaše vizitka.
        Správně:
            ---
            title: Životopis
            ---
            Životopis je vaše vizitka.

P0202 = Hlavička stránky nekončí řádkem „---“.
    .label = tady začíná
    .hint = Za poslední řádek hlavičky, před text stránky, přidejte samostatný řádek se třemi spojovníky: ---
    .explain =
        Hlavička stránky stojí mezi dvěma řádky „---“ (tři spojovníky). Bez druhého není poznat,
        kde začíná text. Pozor, Word mění spojovníky na dlouhou pomlčku, a ta neplatí.

        Špatně:
            ---
            title: Životopis
            Životopis je vaše vizitka.
        Správně:
            ---
            title: Životopis
            ---
            Životopis je vaše vizitka.

P0203 = Zápis klíčů a hodnot tu není v pořádku, a tak ho pakt nepřečte.
    .label = hledejte chybu tady
    .hint = { $cause ->
        [space] Za dvojtečkou chybí mezera. Napište to takto:
        [colon] Za klíčem chybí dvojtečka a mezera. Napište to takto:
        [control] Je tu znak, který není vidět a do textu nepatří. Smažte ho; když ho nevidíte, smažte celé slovo a napište ho znovu.
       *[other] Na označeném řádku a na řádku nad ním zkontrolujte dvojtečky (za každou patří mezera), uvozovky, závorky a odsazení. Technicky: „{ $cause }“
    }
    .explain =
        V hlavičce stránky, v site.yaml a ve složce data se píše na každý řádek klíč, dvojtečka,
        mezera a hodnota. Uvozovky a závorky musí být vždy dvě, odsazuje se jen mezerami.
        Chyba bývá na označeném řádku, nebo těsně nad ním.

        Špatně:
            title: "Pohovor
            weight:60
        Správně:
            title: "Pohovor"
            weight: 60

P0204 = V hodnotě klíče „{ $key }“ je dvojtečka, a tak musí být celá hodnota v uvozovkách.
    .label = dvojtečka bez uvozovek
    .hint = Napište to takto:
    .explain =
        Dvojtečka s mezerou odděluje klíč od hodnoty. Když je dvojtečka i v hodnotě, pakt neví,
        která z nich je ta pravá. Uvozovky mu to řeknou; na webu se neukážou.
        Pište je rovné, jako jsou na klávesnici ("), ne české.

        Špatně:
            title: Pohovor: jak se připravit
        Správně:
            title: "Pohovor: jak se připravit"

P0205 = Znak # po mezeře začíná poznámku, a tak by z textu zmizelo „{ $rest }“.
    .label = tady se text utne
    .hint = Dejte celou hodnotu do uvozovek. Napište to takto:
    .explain =
        V hlavičce stránky, v site.yaml a ve složce data začíná znakem # po mezeře poznámka
        a zbytek řádku se přeskočí. Patří-li znak # do textu, dejte celou hodnotu do rovných
        uvozovek ("). Opravdovou poznámku pište na vlastní řádek, nebo před ni dejte aspoň dvě
        mezery.

        Špatně:
            title: Práce snů #1 v kraji
        Správně:
            title: "Práce snů #1 v kraji"

P0206 = Klíč „{ $key }“ tady pakt nezná.
    .label = neznámý klíč
    .hint = Smažte řádek, nebo opravte název klíče. Všechny klíče vypíše příkaz „pakt schema“.
    .hint-near = Nemysleli jste „{ $near }“?
    .explain =
        Klíč je slovo před dvojtečkou. Na každém místě platí jen některé klíče a píšou se
        anglicky a malými písmeny. Neznámý klíč by neudělal nic a vy byste si mysleli,
        že platí. Proto ho pakt hlásí.

        Špatně:
            nadpis: Životopis
        Správně:
            title: Životopis

P0207 = Klíč „{ $key }“ je tu dvakrát.
    .label = podruhé
    .hint = Nechte jen jeden z obou řádků a druhý smažte.
    .explain =
        Každý klíč smí být na jednom místě jen jednou. Ze dvou řádků by platil jen jeden
        a nebylo by jasné, který.
        Má-li mít klíč více hodnot, napište je do hranatých závorek.

        Špatně:
            topic: hledani-prace
            topic: prava
        Správně:
            topic: [hledani-prace, prava]

P0208 = Chybí klíč „{ $key }“, který tu musí být.
    .label = tady chybí
    .hint = Přidejte řádek, který začíná „{ $key }:“, a za dvojtečku a mezeru napište hodnotu.
    .explain =
        Bez některých údajů se web neobejde. Stránka musí mít title, protože z něj je hlavní
        nadpis, text na kartě prohlížeče i odkaz v nabídce. Povinné klíče má i site.yaml.

        Špatně:
            ---
            description: Jak napsat životopis.
            ---
        Správně:
            ---
            title: Životopis
            description: Jak napsat životopis.
            ---

P0209 = U klíče „{ $key }“ má být { $expected ->
        [text] text
        [number] číslo
        [list] seznam
        [map] skupina dalších klíčů
        [boolean] true (ano), nebo false (ne)
        [date] datum
       *[other] jiná hodnota
    }.
    .label = { $expected ->
        [text] není text
        [number] není číslo
        [list] není seznam
        [map] není skupina klíčů
        [boolean] není true ani false
        [date] není datum
       *[other] jiná hodnota
    }
    .hint = { $expected ->
        [text] Napište za dvojtečku slova, nejlépe v uvozovkách: { $key }: "text"
        [number] Napište za dvojtečku jen číslo, bez uvozovek a jednotek: { $key }: 10
        [list] Napište hodnoty do hranatých závorek a oddělte je čárkou: { $key }: [první, druhá]
        [map] Na řádku nechte jen „{ $key }:“ a další klíče napište pod něj, každý na vlastní řádek a odsazený dvěma mezerami.
        [boolean] Napište true (ano), nebo false (ne), bez uvozovek: { $key }: true
        [date] Napište rok, měsíc a den se spojovníky: { $key }: 2026-12-01
       *[other] Podívejte se, jak je klíč „{ $key }“ zapsaný na jiné stránce. Co kam patří, vypíše příkaz „pakt schema“.
    }
    .explain =
        Každý klíč čeká jeden druh hodnoty: text, číslo, datum, seznam v hranatých závorkách,
        true nebo false, anebo skupinu dalších klíčů pod sebou. Jinou hodnotu by pakt musel
        hádat, a to nedělá.

        Špatně:
            weight: první
        Správně:
            weight: 10

P0210 = U klíče „{ $key }“ je „{ $value }“, ale ano se píše true a ne se píše false.
    .label = true, nebo false
    .hint = Napište to takto:
    .explain =
        Některé klíče se jen zapínají a vypínají. Hodnoty jsou dvě a píšou se anglicky,
        malými písmeny a bez uvozovek: true znamená ano, false znamená ne.
        U jiného slova by se mohlo stát, že se zveřejní stránka, kterou jste chtěli skrýt.

        Špatně:
            draft: ano
        Správně:
            draft: true

P0211 = U klíče „{ $key }“ je datum „{ $value }“ zapsané česky, ale tady se píše v pořadí rok, měsíc, den.
    .label = datum v jiném pořadí
    .hint = Napište to takto:
    .explain =
        Datum se v hlavičce píše vždy stejně: rok čtyřmi číslicemi, měsíc dvěma a den dvěma,
        mezi nimi spojovníky. Takový zápis je stejný ve všech jazycích a nikdo v něm nesplete
        den s měsícem. Čtenáři ho pakt ukáže česky: 12. března 2026.

        Špatně:
            date: 12. 3. 2026
        Správně:
            date: 2026-03-12

P0212 = Hodnota „{ $value }“ u klíče „{ $key }“ není datum, které by pakt znal.
    .label = není datum
    .hint = Zkontrolujte, že takový den v kalendáři je, a napište rok, měsíc a den se spojovníky, třeba 2026-12-01.
    .explain =
        Buď takový den v kalendáři není (31. června, 30. února), nebo je datum zapsané jinak,
        než jak ho pakt umí přečíst. Podle dat se stránky zveřejňují, skrývají a řadí,
        a tak je pakt nehádá.

        Špatně:
            publish_until: 2026-06-31
        Správně:
            publish_until: 2026-06-30

P0213 = Údaje jsou v sobě vnořené příliš hluboko, nebo se příliš často opakují.
    .label = příliš složité
    .hint = Zapište je jednodušeji: s méně úrovněmi odsazení a závorek a bez opakování pomocí znaků & a *.
    .explain =
        Údaje mohou být v sobě, třeba seznam ve skupině klíčů. Několik málo úrovní stačí
        na všechno. Velmi složitý zápis bývá omyl a krátký soubor s mnoha opakováními
        by mohl zaplnit celou paměť počítače.

        Špatně:
            extra: { "{a: {b: {c: {d: {e: {f: {g: …}}}}}}}" }
        Správně:
            extra: { "{a: první, b: druhá}" }

P0214 = Klíč „{ $key }“ smí mít jen úvodní stránka složky, tedy soubor _index.md.
    .label = sem nepatří
    .hint = Přesuňte řádek do hlavičky souboru _index.md ve stejné složce, nebo ho smažte.
    .explain =
        Klíče theme, feed a sort neplatí pro jednu stránku, ale pro celou složku: jaký má motiv,
        jestli má kanál novinek a jak se její stránky řadí. Proto se píšou jen do souboru
        _index.md, který složku popisuje.

        Špatně (content/kampan/rodina.md):
            theme: kampan
        Správně (content/kampan/_index.md):
            theme: kampan

P0215 = Řádek je odsazený tabulátorem, ale tady se smí odsazovat jen mezerami.
    .label = tabulátor
    .hint = Smažte prázdné místo na začátku řádku a nahraďte ho mezerami (dvěma za každou úroveň). V Notepad++ to udělá „Úpravy“ → „Operace s prázdnými znaky“ → „Tabulátory na mezery“.
    .explain =
        Odsazení říká, co k čemu patří. Tabulátor je v každém editoru jinak široký,
        a tak by z něj nebylo jasné, kolik to je. Proto platí jen mezery, obvykle dvě
        za každou úroveň.

        Špatně (→ znamená tabulátor):
            extra:
            →zdroj: dokument paktu
        Správně:
            extra:
              zdroj: dokument paktu

P0216 = Klíč „{ $key }“ nemůže mít hodnotu „{ $value }“.
    .label = neznámá hodnota
    .hint = Vyberte jednu z těchto hodnot: { $known }.
    .hint-near = Nemysleli jste „{ $near }“? Možné hodnoty jsou: { $known }.
    .explain =
        U některých klíčů si můžete vybrat jen z několika hodnot. Píšou se přesně tak, jak jsou
        vypsané, anglicky a malými písmeny. Jiné slovo by neznamenalo nic.

        Špatně:
            markdown:
              html: povolit
        Správně:
            markdown:
              html: allow

P0217 = Zveřejnění stránky má skončit ({ $until }) dřív, než začne ({ $from }), a tak by ji nikdo nikdy neviděl.
    .label = končí dřív, než začne
    .hint = Opravte jeden z obou dnů. Má-li stránka na webu zůstat, smažte řádek „publish_until“.
    .explain =
        Klíč publish_from je první den, kdy je stránka na webu, a publish_until poslední.
        Když je poslední den před prvním, není žádný den, kdy by ji čtenáři viděli.

        Špatně:
            publish_from: 2026-12-01
            publish_until: 2026-01-31
        Správně:
            publish_from: 2026-12-01
            publish_until: 2027-01-31

P0218 = Stránka byla podle hlavičky změněna ({ $until }) dřív, než vznikla ({ $from }).
    .label = změna před vznikem
    .hint = Opravte jeden z obou dnů. Pokud stránku od jejího vzniku nikdo nezměnil, smažte řádek „updated“.
    .explain =
        Klíč date je den, kdy stránka vznikla, a updated den, kdy ji někdo naposledy změnil.
        Čtenáři vidí oba a podle updated se stránka řadí v kanálech novinek. Den před
        vznikem bývá překlep.

        Špatně:
            date: 2026-11-05
            updated: 2026-10-05
        Správně:
            date: 2026-11-05
            updated: 2026-12-05

## Addresses

P0301 = Adresu „{ $address }“ mají dva soubory zároveň.
    .label = stejná adresa
    .hint = Jeden ze souborů přejmenujte, nebo mu dejte v hlavičce jinou adresu klíčem slug.
    .explain =
        Adresa stránky vzniká z názvů složek a souboru, bez háčků, čárek a velkých písmen.
        Dva různé názvy tak mohou dát jednu adresu, a jedna stránka by přepsala druhou.
        Stejnou adresu může mít i klíč slug nebo aliases u jiné stránky.

        Špatně:
            content/poradna/zivotopis.md
            content/poradna/Životopis.md
        Správně:
            content/poradna/zivotopis.md
            content/poradna/zivotopis-vzor.md

P0302 = Adresy „{ $address }“ a „{ $other }“ se liší jen velikostí písmen nebo tím, jak jsou uložené háčky a čárky.
    .label = skoro stejná adresa
    .hint = Jeden ze souborů přejmenujte tak, aby se názvy lišily aspoň jedním písmenem.
    .explain =
        Na některých počítačích jsou takové názvy dva soubory, na jiných (třeba ve Windows)
        je to soubor jediný. Jeden by tam přepsal druhý a čtenář by dostal něco jiného,
        než čekal. Proto musí být adresy rozdílné na pohled.

        Špatně:
            content/_static/Mapa.pdf
            content/_static/mapa.pdf
        Správně:
            content/_static/mapa-kraje.pdf
            content/_static/mapa.pdf

P0303 = Na adrese „{ $address }“ by měl být soubor a zároveň složka.
    .label = soubor i složka
    .hint = Jedno z nich přejmenujte: přílohu, složku, nebo klíč slug v hlavičce stránky.
    .explain =
        Každá stránka je na webu složka, příloha je soubor. Složka a soubor se stejným názvem
        nemohou být na disku vedle sebe, a tak by jedno z nich na webu chybělo.

        Špatně (stránka a soubor bez přípony):
            content/kontakt.md
            content/_static/kontakt
        Správně:
            content/kontakt.md
            content/_static/kontakt.txt

P0304 = Slovo „{ $value }“ u klíče slug nemůže být částí adresy.
    .label = nevhodné do adresy
    .hint = Použijte jen malá písmena bez háčků a čárek, číslice a spojovníky.
    .hint-near = Napište třeba: slug: { $suggestion }
    .explain =
        Klíč slug určuje poslední část adresy stránky. Adresa se opisuje, diktuje do telefonu
        a tiskne na letáky, proto v ní smí být jen malá písmena bez háčků a čárek, číslice
        a spojovníky. Lomítko ani mezera do ní nepatří.

        Špatně:
            slug: Časté otázky
        Správně:
            slug: caste-otazky

P0305 = Dřívější adresa „{ $value }“ u klíče aliases není adresa na tomto webu.
    .label = není adresa
    .hint = Napište jen cestu od začátku webu, bez https:// a bez jména webu, třeba /poradna/zivotopis/
    .explain =
        V klíči aliases jsou adresy, na kterých stránka byla dřív. Kdo na ně přijde ze starého
        odkazu, bude přesměrován na novou. Jde to jen v rámci tohoto webu, a tak se píše
        cesta za jménem webu.

        Špatně:
            aliases: ["https://www.example.cz/stary-zivotopis/"]
        Správně:
            aliases: [/stary-zivotopis/]

P0306 = Název „{ $value }“ nejde uložit na každém počítači.
    .label = zakázaný název
    .hint = Zvolte jiný, jednoduchý název. Nesmí to být con, prn, aux, nul, com1 ani lpt1, nesmí končit tečkou nebo mezerou a nesmí v něm být žádný ze znaků \ : * ? " < > |
    .explain =
        Windows si některé názvy nechávají pro sebe a některé znaky v názvech nedovolí.
        Web s takovým souborem by na jednom počítači šel zkopírovat a na jiném ne.
        Proto je pakt nepoužije nikde.

        Špatně:
            content/aux.md
        Správně:
            content/pomucky.md

P0307 = Soubor index.md leží ve složce s dalšími stránkami.
    .label = má tu být _index.md
    .hint = Je-li to úvod celé složky, přejmenujte ho na _index.md. Je-li to samostatná stránka s přílohami, přesuňte ji i s nimi do vlastní složky.
    .explain =
        Soubor index.md dělá z celé složky jednu stránku s přílohami, další stránky v ní být
        nemohou. Úvod složky, která má více stránek, se jmenuje _index.md (s podtržítkem).

        Špatně:
            content/poradna/index.md
            content/poradna/zivotopis.md
        Správně:
            content/poradna/_index.md
            content/poradna/zivotopis.md

P0308 = Složka „{ $name }“ se jmenuje stejně jako jeden z jazyků webu.
    .label = název jazyka
    .hint = Přejmenujte složku. Jsou-li v ní překlady, přesuňte je k původním stránkám a jazyk napište před konec názvu: zivotopis.{ $name }.md
    .explain =
        Stránky v dalších jazycích mají adresu, která začíná jazykem, třeba /en/. Složka téhož
        jména by se s nimi pomíchala. Překlad neleží v jiné složce, leží vedle původní
        stránky a jazyk má v názvu souboru.

        Špatně:
            content/en/zivotopis.md
        Správně:
            content/zivotopis.en.md

P0309 = Pojmy „{ $term }“ a „{ $other }“ by měly stejnou adresu „{ $slug }“.
    .label = stejná adresa pojmu
    .hint = Je-li to jeden a týž pojem, pište ho na všech stránkách stejně. Jinak jeden z nich přejmenujte.
    .explain =
        Každý pojem (třeba ve třídění topic) má svou stránku se seznamem všeho, co k němu patří.
        Její adresa je bez háčků, čárek a velkých písmen, a tak dva různé zápisy jednoho
        slova skončí na stejném místě.

        Špatně (na dvou stránkách):
            topic: [Práva]
            topic: [prava]
        Správně (na obou):
            topic: [prava]

P0310 = V názvu „{ $value }“ není žádné písmeno ani číslice, a tak z něj nejde udělat adresa.
    .label = není z čeho
    .hint = Dejte do názvu aspoň jedno písmeno nebo číslici.
    .explain =
        Z názvu souboru, složky nebo pojmu dělá pakt část adresy. Nechává v ní jen písmena
        a číslice. Když žádné nejsou, adresa by byla prázdná.

        Špatně:
            content/poradna/….md
        Správně:
            content/poradna/dalsi-rady.md

P0311 = Přípona „{ $suffix }“ vypadá jako jazyk, ale takový jazyk web nemá.
    .label = neznámý jazyk
    .hint = Jazyky webu jsou v site.yaml v části „languages“. Není-li to jazyk, nahraďte tečku v názvu spojovníkem.
    .hint-near = Nemysleli jste jazyk „{ $language }“? Pak ho napište do názvu souboru místo „{ $suffix }“.
    .explain =
        Jazyk stránky se pozná podle názvu souboru: stranka.en.md je anglicky, stranka.uk.md
        ukrajinsky. Kódy jazyků jsou jiné než kódy států: čeština je cs (ne cz), ukrajinština
        uk (ne ua). Zatím pakt bere příponu jako část názvu a stránku zveřejní v hlavním jazyce.

        Špatně:
            content/kontakt.ua.md
        Správně:
            content/kontakt.uk.md

P0312 = Složka nemá úvodní stránku: chybí soubor „{ $file }“.
    .label = chybí úvod složky
    .hint = Vytvořte ho. Stačí v něm hlavička s nadpisem (title).
    .explain =
        Úvodní stránka složky dává nadpis celé části webu a vypíše, co v ní je. Bez ní nemá tato
        část webu nadpis ani úvod. Každý jazyk má svou: _index.md, _index.en.md, _index.uk.md.

        Špatně:
            content/poradna/zivotopis.md
        Správně:
            content/poradna/_index.md
            content/poradna/zivotopis.md

## Links

P0401 = Odkaz vede na soubor „{ $target }“, který tu není.
    .label = soubor tu není
    .hint = Zkontrolujte název souboru i složku. Cesta se píše od stránky, na které odkaz je; „../“ znamená o složku výš, „/“ na začátku znamená složku content. Adresa jiného webu začíná https://
    .hint-near = Nemysleli jste „{ $near }“?
    .explain =
        Odkazy uvnitř webu vedou na soubory tak, jak leží ve složce content, i s koncem .md.
        Na adresy je promění pakt. Odkaz na soubor, který neexistuje, by čtenáře přivedl
        na chybovou stránku. Stává se to po přejmenování nebo přesunu stránky.

        Špatně:
            { "[" }Jak na pohovor](pohovory.md)
        Správně:
            { "[" }Jak na pohovor](pohovor.md)

P0402 = Na stránce „{ $target }“ není místo s kotvou „{ $anchor }“.
    .label = kotva tu není
    .hint = Zkontrolujte slovo za znakem #. Kotva je text nadpisu malými písmeny, bez háčků a čárek a se spojovníky místo mezer.
    .hint-near = Nemysleli jste „{ $near }“?
    .explain =
        Kotva je část odkazu za znakem # a vede na jeden nadpis na stránce. Vzniká z textu
        nadpisu, a tak se s ním změní. Chcete-li, aby zůstala stejná, napište ji za nadpis sami:
            ## Časté otázky { "{#otazky}" }

        Špatně:
            { "[" }Na co se ptají](pohovor.md#casto-kladene)
        Správně:
            { "[" }Na co se ptají](pohovor.md#otazky)

P0403 = V cíli odkazu „{ $target }“ je mezera, a tak z něj odkaz nevznikne.
    .label = mezera v odkazu
    .hint = Dejte cíl do špičatých závorek. Napište to takto:
    .explain =
        Mezera v odkazu znamená konec cíle, a na stránce by místo odkazu zůstaly závorky.
        Špičaté závorky drží cíl pohromadě. Ještě lepší je název souboru bez mezer:
        mapa-kraje.pdf.

        Špatně:
            { "[" }Mapa](mapa kraje.pdf)
        Správně:
            { "[" }Mapa](<mapa kraje.pdf>)

P0404 = Obrázek „{ $target }“ nemá popis pro lidi, kteří ho nevidí.
    .label = chybí popis
    .hint = { $form ->
        [html] Doplňte do značky popis toho, co je na obrázku vidět: <img alt="Popis obrázku" … Je-li jen na ozdobu, nechte popis prázdný: alt=""
       *[other] Do hranatých závorek napište, co je na obrázku vidět. Je-li jen na ozdobu, napište: ::image[]{ "{" }src={ $target }{ "}" }
    }
    .explain =
        Popis čte nevidomým odečítač obrazovky a ukáže se i tehdy, když se obrázek nenačte.
        Zákon ho žádá od webů veřejné správy. Popište jednou větou, co obrázek sděluje.
        Ozdobný obrázek popis nepotřebuje, zapisuje se jako blok image.

        Špatně:
            ![](mapa.png)
        Správně:
            ![Mapa okresů Libereckého kraje](mapa.png)
            ::image[]{ "{src=linka.svg}" }

P0405 = Odkaz vede na stránku „{ $target }“, která teď není zveřejněná, a tak z něj zůstane jen text.
    .label = cíl není zveřejněný
    .hint = Je-li to v pořádku, nedělejte nic; až stránku zveřejníte, odkaz bude fungovat. Jinak odkaz smažte, nebo v cílové stránce upravte klíče draft, publish_from a publish_until.
    .explain =
        Stránka existuje, ale je to koncept (draft: true), nebo ještě nezačala či už skončila
        doba, po kterou má být na webu. Čtenáře by odkaz přivedl na chybovou stránku,
        a tak pakt nechá jen jeho text. Není to chyba, jen upozornění.

        Cílová stránka teď:
            draft: true
        Až bude hotová, řádek smažte, nebo ho změňte:
            draft: false

P0406 = Odkaz, který začíná „{ $scheme }:“, na veřejný web nepatří.
    .label = nevhodný odkaz
    .hint = Použijte odkaz, který začíná https://, mailto: nebo tel:, nebo cestu k souboru na tomto webu.
    .explain =
        Některé odkazy fungují jen na vašem počítači (file:), jiné mohou v prohlížeči čtenáře
        spustit program (javascript:). Ani jedny čtenáři nepomohou.
        Soubor z počítače zkopírujte vedle stránky a odkažte na něj názvem.

        Špatně:
            { "[" }Přihláška](file:///C:/Dokumenty/prihlaska.pdf)
        Správně:
            { "[" }Přihláška](prihlaska.pdf)

P0407 = Odkaz „{ $target }“ vede ven ze složky content.
    .label = vede ven
    .hint = Zkopírujte soubor do složky vedle stránky a odkažte na něj jen názvem. Je-li soubor ve složce content, uberte jedno „../“.
    .explain =
        Na web se dostane jen to, co je ve složce content. Každé „../“ v odkazu znamená
        o složku výš; když jich je moc, odkaz vede mimo web, kam čtenář nevidí.

        Špatně (na stránce content/poradna/pohovor.md):
            { "[" }Plán](../../dokumenty/plan.pdf)
        Správně (soubor leží v content/poradna):
            { "[" }Plán](plan.pdf)

P0408 = Obrázek „{ $target }“ leží na jiném webu.
    .label = cizí web
    .hint = Uložte obrázek do složky vedle stránky a uveďte jen jeho název, například ![Popis obrázku](obrazek.jpg).
    .explain =
        Obrázek z jiného webu by si prohlížeč každého čtenáře stahoval odtamtud. Cizí web by se
        dozvěděl, kdo naši stránku čte, a obrázek by mohl kdykoli zmizet nebo se změnit.
        Ověřte si, že obrázek smíte použít, a uložte ho k nám.

        Špatně:
            ![Sklářská dílna](https://jiny-web.cz/dilna.jpg)
        Správně:
            ![Sklářská dílna](dilna.jpg)

P0409 = { $kind ->
    [picture] U obrázku není uvedený soubor.
   *[other] Odkaz nikam nevede.
}
    .label = { $kind ->
        [picture] chybí soubor
       *[other] chybí cíl
    }
    .hint = { $kind ->
        [picture] { $form ->
            [block] Za blok doplňte do složených závorek název souboru: { "{" }src=obrazek.jpg{ "}" }
            [html] Doplňte do značky název souboru: <img src="obrazek.jpg" alt="Popis obrázku">
           *[other] Do kulatých závorek napište název souboru: ![Popis obrázku](obrazek.jpg)
        }
       *[other] { $form ->
            [block] Za blok doplňte do složených závorek, kam vede: { "{" }href=stranka.md{ "}" }
            [html] Doplňte do značky, kam odkaz vede: <a href="stranka.md">. Nemá-li text být odkazem, značky <a> a </a> smažte.
           *[other] Napište, kam odkaz vede: { "[" }text odkazu](stranka.md). Nemá-li text být odkazem, smažte závorky.
        }
    }
    .explain =
        Odkaz bez cíle vypadá jako každý jiný, ale čtenáře nikam nedovede; nanejvýš mu znovu
        otevře tutéž stránku. Obrázek bez souboru se neukáže vůbec.

        Špatně:
            { "[" }Přihláška na kurz]()
        Správně:
            { "[" }Přihláška na kurz](prihlaska.pdf)

P0410 = Odkaz na vlastní web je zapsaný celou adresou „{ $target }“.
    .label = stačí soubor
    .hint = Odkažte na soubor: „{ $file }“. Takový odkaz pakt pohlídá a bude fungovat i v náhledu.
    .explain =
        Celá adresa vlastního webu přestane platit, když se stránka přesune nebo když web změní
        adresu. Z náhledu by vás navíc odvedla pryč. Odkaz na soubor pakt sám převede na
        správnou adresu a ohlásí, když soubor chybí.

        Špatně:
            { "[" }kontakt](https://www.example.cz/kontakt/)
        Správně:
            { "[" }kontakt](kontakt.md)

P0411 = Kotva „#{ $anchor }“ se správně píše „#{ $meant }“.
    .label = jinak zapsaná kotva
    .hint = Opravte kotvu na „#{ $meant }“. Odkaz zatím funguje.
    .explain =
        Kotva, tedy část odkazu za znakem #, vede na nadpis. Některé editory ji píší s diakritikou a velkými
        písmeny, na webu je ale bez nich. pakt pozná, který nadpis myslíte, a odkaz převede.
        V souboru ho přesto opravte, aby byl všude stejný.

        Špatně:
            { "[" }kdy přijít](kontakt.md#úřední-hodiny)
        Správně:
            { "[" }kdy přijít](kontakt.md#uredni-hodiny)

P0412 = Bloku „{ $name }“ chybí údaj { $key }.
    .label = chybí { $key }
    .hint = Doplňte do složených závorek {"{"}{ $key }=…{"}"}. Bez něj blok nefunguje.
    .explain =
        Některé bloky bez určitého údaje nejdou ukázat: blok lang musí vědět, v jakém jazyce text
        je. Údaj se píše do složených závorek za název bloku a text v hranatých závorkách.

        Špatně:
            :lang[Job Centre]
        Správně:
            :lang[Job Centre]{"{"}code=en{"}"}

## Text and blocks

P0501 = { $form ->
    [html] V textu je nadpis <h1>, ale hlavní nadpis stránky je title v hlavičce.
   *[other] V textu je nadpis s jedním znakem #, ale hlavní nadpis stránky je title v hlavičce.
}
    .label = druhý hlavní nadpis
    .hint = { $form ->
        [html] Použijte nadpis o úroveň nižší. Napište to takto:
       *[other] Přidejte na začátek řádku znak #. Napište to takto:
    }
    .explain =
        Stránka má mít jeden hlavní nadpis a tím je title z hlavičky. Nadpisy v textu začínají
        dvěma znaky #, menší nadpisy pod nimi třemi. Lidé s odečítačem obrazovky podle nich
        stránkou procházejí. Opakuje-li řádek jen nadpis stránky, smažte ho.

        Špatně:
            # Co s sebou na pohovor
        Správně:
            ## Co s sebou na pohovor

P0502 = Blok „{ $name }“ motiv webu nezná.
    .label = neznámý blok
    .hint = { $known ->
        [no-blocks] Motiv webu žádné bloky nemá. Napište totéž jako obyčejný text.
       *[other] Zkontrolujte název bloku. Motiv webu má bloky: { $known }.
    }
    .hint-near = Nemysleli jste „{ $near }“?
    .explain =
        Blok je zvláštní část stránky, třeba poznámka v rámečku nebo postup po krocích.
        Začíná dvojtečkami a názvem a jak bude vypadat, určuje motiv. Blok, který motiv nezná,
        by neměl jak vypadat.

        Špatně:
            :::poznamka
            Vezměte si s sebou občanku.
            :::
        Správně:
            :::note
            Vezměte si s sebou občanku.
            :::

P0503 = Blok „{ $name }“ není ukončený.
    .label = tady blok začíná
    .hint = Za poslední řádek bloku přidejte samostatný řádek s dvojtečkami. Musí jich být stejně jako na začátku bloku: :::
    .explain =
        Blok, který začíná třemi dvojtečkami, končí samostatným řádkem se třemi dvojtečkami.
        Bez něj by se do bloku dostal celý zbytek stránky. Je-li blok uvnitř jiného bloku,
        má vnější blok dvojteček víc.

        Špatně:
            :::note
            Vezměte si s sebou občanku.
        Správně:
            :::note
            Vezměte si s sebou občanku.
            :::

P0504 = Řádek „:::{ $name }“ je uvnitř seznamu, citace nebo tabulky, a tam blok být nemůže.
    .label = tady blok být nemůže
    .hint = Přesuňte blok před seznam, citaci nebo tabulku, nebo až za ně, a začněte ho úplně na kraji řádku.
    .explain =
        Blok začíná na kraji řádku a ukončí všechno před sebou, takže by seznam, citaci
        nebo tabulku rozdělil. Opačně to jde: seznam smí být uvnitř bloku.

        Špatně:
            - občanka
              :::note
              Občanka musí platit.
              :::
        Správně (před seznamem nebo za ním):
            :::note
            Občanka musí platit.
            :::

P0505 = Tyto dvojtečky mají ukončit blok, ale žádný blok tu není otevřený.
    .label = není co ukončit
    .hint = Řádek smažte. Má-li blok ukončit, zkontrolujte, že jeho začátek má stejný počet dvojteček a název, třeba :::note
    .explain =
        Řádek ze samých dvojteček uzavírá blok, který začal nad ním. Tady žádný otevřený není:
        buď je řádek navíc, nebo se začátek bloku smazal či je v něm překlep.

        Špatně:
            Vezměte si s sebou občanku.
            :::
        Správně:
            :::note
            Vezměte si s sebou občanku.
            :::

P0506 = Údaje za názvem bloku nejsou zapsané správně: { $cause ->
        [quote] chybí druhá uvozovka
        [brace] pravá složená závorka chybí, nebo je za ní ještě něco
        [name] název některého údaje není v pořádku
        [double] jeden údaj je tu dvakrát
        [bracket] chybí pravá hranatá závorka
        [title] nadpis bloku není v hranatých závorkách
       *[other] něco v nich chybí nebo přebývá
    }.
    .label = { $cause ->
        [quote] chybí uvozovka
        [brace] chyba u závorky
        [name] nesprávný název
        [double] podruhé
        [bracket] chybí závorka
        [title] nadpis bez závorek
       *[other] nesprávný údaj
    }
    .hint = { $cause ->
        [quote] Za hodnotu doplňte rovnou uvozovku (").
        [brace] Za poslední údaj napište pravou složenou závorku a za ní už nic: { "}" }
        [name] Údaj zapište jako název, rovnítko a hodnotu bez mezer kolem rovnítka. Název začíná písmenem.
        [double] Nechte jen jeden z obou údajů a druhý smažte.
        [bracket] Za nadpis bloku doplňte pravou hranatou závorku: ]
        [title] Dejte nadpis do hranatých závorek hned za název. Napište to takto:
       *[other] Zkontrolujte uvozovky a závorky na tomto řádku.
    }
    .explain =
        Za názvem bloku může být v hranatých závorkách nadpis a ve složených závorkách údaje.
        Údaj je název, rovnítko a hodnota; údaje se oddělují mezerou. Hodnota s mezerou musí být
        v rovných uvozovkách. Závorky a uvozovky musí být vždy dvě a každý údaj jen jednou.

        Špatně:
            ::links[]{ "{ids=\"uradprace mpsv}" }
        Správně:
            ::links[]{ "{ids=\"uradprace mpsv\"}" }

P0507 = Bloky nebo citace jsou vložené do sebe příliš hluboko (nejvýš { $limit }×).
    .label = příliš hluboko
    .hint = Některý z vnitřních bloků nebo citací zrušte, nebo ho přesuňte ven.
    .explain =
        Blok může být v bloku a citace v citaci, ale jen do určité hloubky. Dál už by se čtenář
        v textu neorientoval a na telefonu by na něj nezbylo místo. Bývá to omyl, třeba řada
        znaků > zkopírovaná z e-mailu.

        Špatně:
            >>>>>>>>>>>>>>>>>>>> Dobrý den
        Správně:
            > Dobrý den

P0508 = Kód jazyka „{ $value }“ tu nejde použít.
    .label = neznámý jazyk
    .hint = Použijte některý z kódů: { $known }. Čeština je cs, angličtina en, ukrajinština uk.
    .hint-near = Nemysleli jste „{ $near }“? Kódy jazyků nejsou kódy států. Napište to takto:
    .explain =
        Jazyk se zapisuje mezinárodním kódem, obvykle dvěma písmeny. Řídí se jím výslovnost
        odečítače obrazovky, dělení slov i vyhledávání. Kódy jazyků nejsou kódy států:
        čeština je cs (ne cz), ukrajinština uk (ne ua).

        Špatně:
            lang: cz
        Správně:
            lang: cs

P0509 = Kotva „{ $id }“ je na této stránce dvakrát.
    .label = podruhé
    .hint = Jednu z kotev přejmenujte, třeba na { "{" }#{ $id }-2{ "}" }, a upravte odkazy, které na ni vedou.
    .explain =
        Kotva je jméno jednoho místa na stránce, na které se dá odkázat. Je-li dvakrát, odkaz
        vede vždy jen k prvnímu z nich a druhé zůstane nedostupné, hlavně lidem s odečítačem
        obrazovky.

        Špatně:
            ## Kontakt v Liberci { "{#kontakt}" }
            ## Kontakt v Turnově { "{#kontakt}" }
        Správně:
            ## Kontakt v Liberci { "{#kontakt-liberec}" }
            ## Kontakt v Turnově { "{#kontakt-turnov}" }

P0510 = Poznámka pod čarou „{ $name }“ má jen jednu ze dvou částí: buď značku v textu, nebo samotné znění.
    .label = chybí druhá část
    .hint = V textu má být [^{ $name }] a jinde na samostatném řádku [^{ $name }]: znění poznámky. Doplňte, co chybí, nebo smažte, co zbylo.
    .explain =
        Poznámka pod čarou má dvě části se stejným jménem: značku v textu a znění na samostatném
        řádku. Značka bez znění by se ukázala jako závorky, znění bez značky by nikdo nenašel.

        Špatně:
            Platí to od ledna.[^zakon]
        Správně:
            Platí to od ledna.[^zakon]

            { "[" }^zakon]: Viz zákon o zaměstnanosti.

P0511 = { $cause ->
        [number] Na řádku je napsáno { $written }, ale čtenáři uvidí { $shown }
        [order] Další čísla nenavazují na { $written }, a tak čtenáři uvidí jiná, než jaká jsou napsaná.
        [date] Na řádku je napsáno { $written }, ale čtenáři uvidí { $shown }
       *[day] Z řádku, který začíná „{ $written }“, bude položka číslovaného seznamu, ne datum ani pořadí.
    }
    .label = { $cause ->
        [order] číslo mimo pořadí
        [day] položka seznamu
       *[other] ukáže se jiné číslo
    }
    .hint = { $cause ->
        [order] Opravte číslo podle dalších řádků. Napište to takto:
        [number] Položky seznamu se číslují samy, jedna po druhé. Opravte číslo; má-li zůstat, napište před tečku nebo závorku zpětné lomítko (\). Napište to takto:
       *[other] Před tečku za číslem napište zpětné lomítko (\), na webu se neukáže. Napište to takto:
    }
    .explain =
        Řádek, který začíná číslem a tečkou, je pro pakt položka číslovaného seznamu. Číslo první
        položky se zachová, ostatní se počítají po jedné: z 20. května je tak na webu 6. května.
        Datum nebo pořadí na začátku řádku proto potřebuje před tečkou zpětné lomítko.

        Špatně:
            5. května seminář
            20. května veletrh
        Správně:
            - 5\. května seminář
            - 20\. května veletrh

P0512 = Den „{ $date }“ je { $right }, ne { $written }.
    .label = jiný den v týdnu
    .hint = Opravte den v týdnu, nebo datum: { $written } je například { $near }.
    .explain =
        Den v týdnu nesedí k datu. Kdo se řídí jedním, přijde jindy než ten, kdo se řídí druhým.
        Podívejte se do kalendáře, co z toho je správně.

        Špatně:
            Sejdeme se ve čtvrtek 10. února 2027.
        Správně:
            Sejdeme se ve středu 10. února 2027.

P0513 = { $cause ->
        [made] Text <{ $name }> čtenáři neuvidí: špičaté závorky z něj dělají značku HTML.
        [attributes] Ze značky <{ $name }> se na stránku nedostane: { $attributes }.
        [media] Vložený obsah (<{ $name }>) se na stránku nedostane.
        [form] Část formuláře (<{ $name }>) se na stránku nedostane.
        [script] Skript (<{ $name }>) se na stránku nedostane.
        [style] Styl (<{ $name }>) se na stránku nedostane.
        [drawing] Kresba nebo vzorec (<{ $name }>) se na stránku nedostane.
        [head] Značka <{ $name }> do textu stránky nepatří a na stránku se nedostane.
        [table] Značka <{ $name }> patří do tabulky, a tady žádná tabulka není. Na stránku se nedostane.
       *[other] Značka <{ $name }> se na stránku nedostane.
    }
    .label = { $cause ->
        [made] čtenáři neuvidí
       *[other] na stránku se nedostane
    }
    .hint = { $cause ->
        [made] Jestli ten text na stránku nepatří, smažte ho. Mají-li ho čtenáři vidět, dejte před každou závorku zpětné lomítko. Napište to takto:
        [attributes] Smažte to: na stránce to nemá žádný účinek. Vzhled stránky určuje motiv webu.
        [media] Napište místo toho odkaz na obsah, například [Záznam setkání](https://…). Vlastní soubor uložte vedle stránky a také na něj odkažte.
        [form] Napište místo formuláře odkaz na něj, nebo e-mail či telefon, na který se lidé mohou obrátit.
        [script] Smažte ho. Skripty do textů nepatří, smí je mít jen motiv webu.
        [style] Smažte ho. Vzhled stránky určuje motiv webu.
        [drawing] Uložte kresbu jako obrázek vedle stránky a vložte ji: ![Popis obrázku](obrazek.svg). Vzorec napište slovy.
        [head] Smažte ji. Nadpis a popis stránky patří do hlavičky mezi řádky ---.
        [table] Přidejte kolem ní <table>, nebo napište tabulku bez HTML, se svislými čarami.
       *[other] Smažte ji, nebo napište totéž bez HTML. Text uvnitř zůstane, pokud o něm neříká nic jiné hlášení.
    }
    .explain =
        Z HTML v textu zůstanou jen značky, které jsou pro čtenáře bezpečné a vypadají na webu
        jednotně. Co nezůstane, se dozvíte tady, aby nic nezmizelo potichu. I obyčejný text
        ve špičatých závorkách vypadá jako značka: zpětné lomítko z něj udělá text.

        Špatně:
            Do předmětu napište <jmeno>.
        Správně:
            Do předmětu napište \<jmeno\>.

P0514 = { $cause ->
        [cell] Řádek tabulky má víc buněk než záhlaví, a tak čtenáři neuvidí: { $text }
        [braces] Složené závorky na konci nadpisu čtenáři neuvidí: { $text }
        [note] Poznámka pod čarou „{ $text }“ je tu podruhé. Čtenáři uvidí jen první z nich.
        [link] Cíl odkazu „{ $text }“ je tu podruhé. Platí jen ten první.
        [unused] Cíl odkazu „{ $text }“ nepoužívá žádný odkaz, a tak ho čtenáři neuvidí.
        [picture] V popisu obrázku zůstane jen prostý text. Čtenáři neuvidí: { $text }
        [target] Z odkazu zůstane na stránce jen jeho text, protože HTML kolem odkaz nedovoluje: { $text }
        [label] V nadpisu bloku zůstane jen prostý text. Čtenáři neuvidí: { $text }
        [code] Pokyn pro počítač čtenáři neuvidí: { $text }
        [stars] Hvězdičky kolem „{ $text }“ čtenáři neuvidí: znamenají kurzívu, a tak čísla splynou v jedno.
       *[other] Tento text čtenáři neuvidí: { $text }
    }
    .label = { $cause ->
        [note] podruhé
        [link] podruhé
        [unused] nikde se nepoužívá
       *[other] čtenáři neuvidí
    }
    .hint = { $cause ->
        [cell] Přidejte sloupec do záhlaví tabulky i do řádku s pomlčkami pod ním, nebo přebytečnou svislou čáru smažte.
        [braces] Složené závorky na konci nadpisu jsou pro kotvu bez mezer: {"{"}#kotva{"}"}. Mají-li být vidět, dejte před každou zpětné lomítko.
        [note] Dejte jedné z nich jiné jméno a použijte ho i v textu, nebo ji smažte.
        [link] Dejte jednomu z nich jiné jméno a použijte ho i v textu, nebo ho smažte.
        [unused] Řádek smažte, nebo na něj v textu odkažte: [{ $text }].
        [picture] Odkaz a poznámku napište mimo popis obrázku.
        [target] Přesuňte odkaz jinam, nebo opravte HTML kolem něj.
        [label] Odkaz napište až do textu bloku.
        [code] Smažte ho, na stránce nic nedělá. Má-li být vidět, dejte ho mezi zpětné apostrofy: `…`
        [stars] Místo hvězdičky napište ×, nebo před ni dejte zpětné lomítko (\). Napište to takto:
       *[other] Napište ho jinak nebo ho přesuňte, aby byl na stránce vidět, nebo ho smažte.
    }
    .explain =
        Co v textu je, mají čtenáři vidět. Některá místa ale text nemají kam dát: řádek tabulky,
        který má buněk víc než záhlaví, složené závorky za nadpisem, druhá poznámka stejného jména.
        Takový text by z webu zmizel, a nikdo by si toho nevšiml.

        Špatně:
            | Den     | Hodiny |
            |---------|--------|
            | pondělí | 8–17   | jen po objednání |
        Správně:
            | Den     | Hodiny | Poznámka         |
            |---------|--------|------------------|
            | pondělí | 8–17   | jen po objednání |

P0515 = { $cause ->
        [comment] Poznámka redakce není ukončená a schová všechno, co je za ní.
        [code] Ukázka kódu není ukončená, a tak se jako kód ukáže všechno, co je za ní.
        [tag] Značka { $name } není dopsaná a schová všechno, co je za ní.
       *[element] Značka { $name } není ukončená a schová všechno, co je za ní.
    }
    .label = { $cause ->
        [comment] tady poznámka začíná
        [code] tady ukázka začíná
       *[other] tady začíná
    }
    .hint = { $cause ->
        [comment] Na konec poznámky napište { $end }
        [code] Za poslední řádek ukázky přidejte samostatný řádek se stejným znakem jako na začátku: { $end }
        [tag] Doplňte, co chybí: pravou uvozovku, a za ni { $end }
       *[element] Doplňte za ni { $end }, nebo ji smažte.
    }
    .explain =
        Poznámka redakce začíná znaky <!-- a končí znaky -->. Ukázka kódu začíná a končí
        samostatným řádkem se třemi zpětnými apostrofy. Když konec chybí nebo je v něm překlep,
        patří dovnitř celý zbytek stránky.

        Špatně:
            <!-- doplnit telefon --

            Přijďte v pondělí.
        Správně:
            <!-- doplnit telefon -->

            Přijďte v pondělí.

P0516 = { $cause ->
        [front] Poznámku redakce uvidí čtenáři: v hlavičce stránky je součástí údaje.
        [escape] Poznámku redakce uvidí čtenáři: HTML se na tomto webu ukazuje tak, jak je napsané.
        [indented] Poznámku redakce uvidí čtenáři jako ukázku kódu: je odsazená.
        [ending] Poznámka redakce končí znaky --!>, kterým každý program rozumí jinak. Čtenáři mohou vidět, co neměli.
        [nested] Poznámka redakce končí dřív, než měla, a její zbytek uvidí čtenáři.
        [unlike] Poznámku redakce uvidí čtenáři: nezačíná znaky <!--.
       *[other] Poznámku redakce uvidí čtenáři: nemá konec, nebo je na místě, kde poznámka být nemůže.
    }
    .label = { $cause ->
        [ending] nejasný konec
        [nested] část je vidět
       *[other] čtenáři uvidí
    }
    .hint = { $cause ->
        [front] Přesuňte ji na samostatný řádek pod hlavičku, nebo ji v hlavičce napište na samostatný řádek za znak #.
        [escape] Smažte ji. Má-li pakt poznámky skrývat, nastavte v site.yaml markdown: html: sanitise.
        [indented] Smažte mezery na začátku řádku, nebo poznámku smažte.
        [ending] Smažte vykřičník. Napište to takto:
        [nested] Uvnitř poznámky nesmí být znaky <!-- ani -->. Smažte je, nebo poznámku rozdělte na dvě.
        [unlike] Poznámka redakce začíná znaky <!-- a končí znaky -->. Napište to takto:
       *[other] Dejte poznámku na samostatný řádek a ukončete ji znaky -->. Mají-li ji čtenáři vidět, dejte před ni zpětné lomítko: \<!--
    }
    .explain =
        Poznámka redakce je jen pro toho, kdo stránku píše. Začíná znaky <!--, končí znaky -->
        a nejlépe stojí na samostatném řádku. Není-li zapsaná správně, vyjde na webu.

        Špatně:
            Úřad má otevřeno v pondělí. <!-- ověřit!

            U paní vedoucí. -->
        Správně:
            Úřad má otevřeno v pondělí.

            <!-- ověřit u paní vedoucí -->

P0517 = { $kind ->
    [heading] Nadpis je prázdný.
    [block] Blok „{ $name }“ nemá žádný text.
    [button] Tlačítko nemá žádný text.
    [summary] Rozbalovací text nemá nadpis.
   *[other] Odkaz nemá žádný text.
}
    .label = chybí text
    .hint = { $kind ->
        [heading] Nadpis dopište. Je-li tu navíc, celý ho smažte.
        [block] Napište text hned za název bloku do hranatých závorek, například { "[" }Přihlásit se].
        [button] Napište na tlačítko, co se po stisknutí stane.
        [summary] Mezi značky <summary> a </summary> napište, co se po rozbalení ukáže.
       *[other] Napište text odkazu, ze kterého je zřejmé, kam vede. Je-li v odkazu jen obrázek, doplňte jeho popis.
    }
    .explain =
        Lidem, kteří nevidí, čte odečítač obrazovky seznam nadpisů a odkazů na stránce. Z prázdného
        nadpisu nebo odkazu se nedozvědí nic, a nemohou se tak rozhodnout, zda na něj jít.

        Špatně:
            { "[" }](prihlaska.pdf)
        Správně:
            { "[" }Přihláška na kurz](prihlaska.pdf)

P0518 = Nadpis přeskakuje úroveň: po { $previous }. úrovni je tu hned { $level }.
    .label = přeskočená úroveň
    .hint = Nadpis smí být nejvýš o jednu úroveň níž než ten před ním. { $form ->
        [html] Použijte značku <h{ $right }>.
       *[other] Napište to takto:
    }
    .explain =
        Podle úrovní nadpisů se na stránce orientují čtenáři a hlavně lidé, kterým ji předčítá
        odečítač. Po nadpisu druhé úrovně (##) smí přijít třetí (###), ne hned čtvrtá (####).
        První nadpis v textu má druhou úroveň, protože první úroveň má title.

        Špatně:
            ## Doklady
            #### Občanský průkaz
        Správně:
            ## Doklady
            ### Občanský průkaz

P0519 = Tento řádek měl být nadpis, ale čtenáři uvidí znaky #.
    .label = není nadpis
    .hint = Za znaky # patří jedna obyčejná mezera a znaků smí být nejvýš šest. Napište to takto:
    .explain =
        Nadpis začíná dvěma až šesti znaky # a obyčejnou mezerou. Bez mezery, nebo s pevnou mezerou
        (vzniká ve Wordu nebo s klávesou Alt či Option), zůstane na webu odstavec se znaky #.

        Špatně:
            ##Kdy přijít
        Správně:
            ## Kdy přijít

P0520 = „{ $written }“ měl být nejspíš odkaz, ale na stránce to bude obyčejný text{ $cause ->
        [gap] : mezi hranatou a kulatou závorkou je mezera
        [reversed] : závorky jsou prohozené
        [undefined] : stránka nemá řádek, který by říkal, kam odkaz vede
        [unclosed] : chybí kulatá závorka na konci
        [angle] : takto zapsanou adresu Markdown nepozná
       *[brackets] : některá závorka chybí, nebo přebývá
    }.
    .label = { $cause ->
        [gap] mezera navíc
        [reversed] prohozené závorky
        [undefined] neznámý cíl
        [unclosed] chybí závorka
        [angle] tohle není odkaz
       *[brackets] chyba v závorkách
    }
    .hint = { $cause ->
        [gap] Mezeru smažte. Napište to takto:
        [reversed] Text odkazu patří do hranatých závorek a cíl do kulatých. Napište to takto:
        [undefined] Napište cíl do kulatých závorek hned za text, třeba [text](soubor.md). Nemá-li to být odkaz, napište před první závorku zpětné lomítko: \[
        [unclosed] Doplňte závorku na konec. Napište to takto:
        [angle] Ve špičatých závorkách musí být celá adresa bez mezer. Napište to takto:
       *[brackets] Text odkazu patří do hranatých závorek a hned za něj cíl do kulatých: [text](soubor.md).
    }
    .explain =
        Odkaz má dvě části hned za sebou: text v hranatých závorkách a cíl v kulatých. Chybí-li
        některá závorka nebo je mezi nimi mezera, na stránce zůstanou závorky a odkaz nikam
        nevede. Má-li to opravdu být obyčejný text, napište před závorku zpětné lomítko: \[

        Špatně:
            { "[" }Pohovor] (pohovor.md)
        Správně:
            { "[" }Pohovor](pohovor.md)

P0521 = „{ $written }“ mělo být nejspíš upozornění, ale na stránce to bude obyčejný text{ $cause ->
        [title] : na řádku se značkou nesmí být nic dalšího
        [place] : značka musí být na prvním řádku citace
        [alone] : značka musí být v citaci, tedy za znakem >
       *[kind] : takový druh upozornění není
    }.
    .label = { $cause ->
        [title] nadpis na stejném řádku
        [place] není na prvním řádku
        [alone] není v citaci
       *[kind] neznámý druh
    }
    .hint = { $cause ->
        [title] Nadpis napište na další řádek. Napište to takto:
        [place] Nad značkou nechte prázdný řádek, aby jí začínala nová citace.
        [alone] Na začátek každého řádku upozornění napište znak > a mezeru, třeba: > [!NOTE]
       *[kind] Napište jeden z druhů: NOTE (poznámka), TIP (rada), IMPORTANT (důležité), WARNING (varování) nebo CAUTION (nebezpečí).
    }
    .explain =
        Upozornění je citace, jejíž první řádek je jen značka: NOTE, TIP, IMPORTANT, WARNING nebo
        CAUTION v hranatých závorkách s vykřičníkem. Nic dalšího na řádku se značkou být nesmí.
        Upozornění s vlastním nadpisem zapíšete jako blok, třeba :::warning[Nadpis].

        Špatně:
            > [!WARNING] Pozor na termín
            > Žádost podejte do pátku.
        Správně:
            > [!WARNING]
            > Žádost podejte do pátku.

P0522 = { $cause ->
        [line] Tyto řádky měly být tabulka, ale chybí jim druhý řádek s pomlčkami, a tak je z nich obyčejný text.
        [head] První řádek tabulky má jiný počet buněk než řádek s pomlčkami pod ním, a tak z nich tabulka nebude.
        [delimiter] Řádek s pomlčkami má jiný počet buněk než řádek nad ním, a tak z nich tabulka nebude.
        [cells] Řádek má méně buněk, než má tabulka sloupců: { $columns }
        [bar] Svislá čára je na řádku sama; patří na konec řádku nad ní.
       *[text] Text hned pod tabulkou se stane jejím posledním řádkem.
    }
    .label = { $cause ->
        [cells] chybí buňka
        [text] řádek tabulky
        [bar] konec řádku tabulky
       *[other] není tabulka
    }
    .hint = { $cause ->
        [line] Pod první řádek přidejte řádek s pomlčkami. Napište to takto:
        [cells] Doplňte buňky; mohou být prázdné. Napište to takto:
        [text] Oddělte ho od tabulky prázdným řádkem. Napište to takto:
        [bar] Smažte ji a napište ji na konec řádku nad ní.
       *[other] Oba řádky musí mít stejný počet buněk. Napište to takto:
    }
    .explain =
        Tabulka má v prvním řádku názvy sloupců, ve druhém pomlčky a od třetího údaje. Všechny
        řádky mají stejný počet buněk. Za tabulkou je prázdný řádek.

        Špatně:
            | den | hodiny |
            | pondělí | 8–17 |
        Správně:
            | den | hodiny |
            |---|---|
            | pondělí | 8–17 |

P0523 = Řádek začíná dvojtečkou, a tak je z něj vysvětlení pojmu, který je nad ním.
    .label = začíná dvojtečkou
    .hint = Má-li to být text, napište před dvojtečku zpětné lomítko (\); má-li to být vysvětlení, napište za ni mezeru. Napište to takto:
    .explain =
        Dvojtečka na začátku řádku vysvětluje pojem z řádku nad ním. Smajlík tak promění celý
        odstavec ve slovníček.

        Špatně:
            Těšíme se na vás
            :-)
        Správně:
            Těšíme se na vás \:-)

P0524 = { $cause ->
        [bullet] Tyto řádky měly být seznam, ale jejich odrážkám pakt nerozumí, a tak se spojí do jednoho odstavce.
        [space] Tyto řádky měly být seznam, ale za odrážkou nebo číslem je pevná mezera, a tak seznam nevznikne.
        [letter] Tyto řádky začínají písmeny se závorkou a spojí se do jednoho odstavce.
        [inside] Tyto očíslované řádky se spojí s odstavcem nad nimi.
       *[marker] Řádek měl být položka seznamu, ale jeho odrážka nebo číslo není v pořádku.
    }
    .label = není položka seznamu
    .hint = { $cause ->
        [inside] Nad první z nich přidejte prázdný řádek. Napište to takto:
       *[other] Položka začíná pomlčkou, nebo číslem s tečkou, a za nimi je jedna obyčejná mezera. Napište to takto:
    }
    .explain =
        Položka seznamu začíná pomlčkou, nebo číslem s tečkou, a za nimi je obyčejná mezera.
        Odrážky z Wordu, písmena se závorkou a pevné mezery seznam nevytvoří: řádky se na webu
        spojí do jednoho odstavce.

        Špatně:
            • občanský průkaz
            • životopis
        Správně:
            - občanský průkaz
            - životopis

P0525 = Řádek je odsazený, a tak se na webu ukáže jako programový kód.
    .label = ukáže se jako kód
    .hint = Smažte mezery nebo tabulátor na začátku řádku.
    .explain =
        Čtyři mezery nebo tabulátor na začátku odstavce znamenají programový kód: ukáže se v rámečku
        písmem psacího stroje a dlouhé řádky se v něm nezalomí.

        Špatně:
                Na úřad přijďte s občanským průkazem.
        Správně:
            Na úřad přijďte s občanským průkazem.

P0526 = { $cause ->
        [control] V textu je řídicí znak { $sign }, který na web nesmí, a tak se vynechá.
        [invisible] V textu je neviditelný znak bez šířky { $sign }. Rozdělí slovo, a to pak nejde najít.
        [direction] V textu je neviditelný znak { $sign }, který mění směr písma.
        [private] V textu je znak { $sign } z písma Symbol nebo Wingdings. Čtenáři uvidí prázdný čtvereček.
       *[lost] V textu je znak { $sign }, který stojí místo písmena ztraceného při převodu.
    }
    .label = { $cause ->
        [private] čtvereček
        [lost] ztracené písmeno
       *[other] znak, který není vidět
    }
    .hint = { $cause ->
        [private] Nahraďte ho znakem, který je v každém písmu, třeba pomlčkou.
        [lost] Napište tu písmeno, které tu má být.
       *[other] Smažte ho; když ho nevidíte, smažte celé slovo a napište ho znovu.
    }
    .explain =
        Takové znaky vznikají při vkládání z Wordu, z PDF a z e-mailu. Nejsou vidět, ale vyhledávání,
        odečítače obrazovky i prohlížeče si s nimi neporadí.

        Špatně:
            {"\uF0B7"} občanský průkaz
        Správně:
            - občanský průkaz

P0527 = Znaky „{ $written }“ měly být nejspíš zvýraznění, ale čtenáři je uvidí tak, jak jsou{ $cause ->
        [space] : zevnitř je u nich mezera, nebo za nimi hned pokračuje slovo
        [excess] : na začátku a na konci jich není stejně
       *[open] : k těmto znakům chybí druhé
    }.
    .label = { $cause ->
        [space] tady zvýraznění nevznikne
        [excess] znak navíc
       *[open] chybí druhé
    }
    .hint = { $cause ->
        [space] Znaky musí stát těsně u slov, která zvýrazňují, a za nimi musí být mezera nebo interpunkce. Napište to takto:
        [excess] Napište na začátek i na konec stejný počet znaků: jednu hvězdičku pro kurzívu, dvě pro tučné písmo.
       *[open] Doplňte stejné znaky na druhou stranu zvýrazněných slov. Mají-li to být obyčejné znaky, napište před každý zpětné lomítko (\).
    }
    .explain =
        Zvýrazněná slova mají na začátku i na konci stejné znaky: **tučně**, *kurzívou*,
        ~~přeškrtnutě~~. Znaky musí stát těsně u slov a obojí musí být v jednom odstavci. Jinak na
        stránce zůstanou hvězdičky.

        Špatně:
            Přijďte ** do pátku**.
        Správně:
            Přijďte **do pátku**.

P0528 = V souboru jsou dvě verze téhož textu, které program pro správu verzí (git) neuměl spojit.
    .label = tady začíná první verze
    .hint = Nechte jen správný text a smažte řádky, které začínají znaky <<<<<<<, ======= a >>>>>>>.
    .explain =
        Když dva lidé změní stejné místo, program pro správu verzí nechá v souboru obě verze a oddělí
        je značkami. Na web by se dostaly obě.

        Špatně:
            <<<<<<< HEAD
            Otevřeno do 17 hodin.
            =======
            Otevřeno do 18 hodin.
            >>>>>>> zmena
        Správně:
            Otevřeno do 18 hodin.

P0529 = „{ $written }“ je zápis z jiného programu{ $cause ->
        [shortcode] { "" } (vložený prvek)
        [template] { "" } (příkaz šablony)
        [comment] { "" } (poznámka pro autory)
        [attributes] { "" } (vlastnosti odkazu, obrázku nebo odstavce)
        [remark] { "" } (poznámka v rámečku)
        [tab] { "" } (karta)
        [contents] { "" } (obsah stránky)
        [wiki] { "" } (odkaz na jinou stránku)
        [import] { "" } (vložení souboru)
        [directive] { "" } (příkaz)
        [include] { "" } (vložení souboru)
        [emoji] { "" } (obrázek zapsaný slovem)
        [mark] { "" } (zvýraznění)
       *[insert] { "" } (vložený text)
    } a čtenáři ho uvidí tak, jak je.
    .label = zápis z jiného programu
    .hint = { $cause ->
        [comment] Poznámku pro autory pište tak, aby nebyla vidět: <!-- poznámka -->
        [attributes] Složené závorky smažte. Jen nadpis může mít vlastní kotvu: ## Nadpis { "{#kotva}" }
        [remark] Poznámka v rámečku je blok: na jednom řádku :::note[Nadpis], pod ním text a na konci řádek :::
        [tab] Karty pakt nemá. Napište jméno karty jako nadpis: ### Jméno
        [contents] Obsah stránky vloží samostatný řádek ::toc
        [wiki] Odkaz napište takto: [text](soubor.md)
        [emoji] Vložte přímo ten znak. Napište to takto:
        [mark] Pro zvýraznění použijte dvě hvězdičky: **text**
        [insert] Pro zvýraznění použijte dvě hvězdičky: **text**
       *[other] Smažte to a napište totéž přímo. Co pakt umí, ukazuje vzorník a návod pro autory.
    }
    .explain =
        Stránka nejspíš pochází z jiného programu, který měl pro tento prvek vlastní zápis. Tady
        nic neznamená, a tak by se na stránce ukázal doslova. Má-li tam takto být, třeba jako
        ukázka, dejte ho mezi zpětné apostrofy (`).

        Špatně:
            !!! note "Pozor"
                Vezměte si občanku.
        Správně:
            :::note[Pozor]
            Vezměte si občanku.
            :::

P0530 = „{ $written }“ je uvnitř HTML, a tak čtenáři uvidí znaky místo odkazu nebo zvýraznění.
    .label = tady Markdown neplatí
    .hint = Nechte nad tímto řádkem prázdný řádek, hned za řádkem se značkou HTML. Napište to takto:
    .explain =
        Řádek se značkou HTML, třeba <div> nebo <br>, zahajuje úsek, kde Markdown neplatí. Končí
        až prázdným řádkem. Stačí tedy nechat za značkou prázdný řádek; ještě lepší je obejít se
        bez HTML úplně.

        Špatně:
            <div>
            { "[" }Pohovor](pohovor.md)
            </div>
        Správně:
            <div>

            { "[" }Pohovor](pohovor.md)

            </div>

P0531 = Blok „{ $name }“ se takto zapsat nedá: { $form ->
        [inline] uvnitř řádku by rozbil odstavec
        [line] na jednom řádku by zůstal prázdný
       *[container] kolem dalšího textu být nemůže
    }.
    .label = nesprávný zápis bloku
    .hint = Zapište ho takto: { $forms ->
        [container] :::{ $name }, pod tím text a na konci samostatný řádek :::
        [line] samostatný řádek ::{ $name }
        [inline] uvnitř řádku :{ $name }[text]
        [line-inline] samostatný řádek ::{ $name }[text], nebo uvnitř řádku :{ $name }[text]
       *[other] samostatný řádek ::{ $name }, nebo :::{ $name } kolem textu s řádkem ::: na konci
    }
    .explain =
        Blok má tři možné podoby: kolem textu (:::název a na konci :::), na samostatném řádku
        (::název) a uvnitř řádku (:název[text]). Motiv u každého bloku říká, které z nich umí.
        V jiné podobě by se blok ukázal prázdný, nebo by rozbil odstavec kolem sebe.

        Špatně:
            Přijďte :note[s občankou].
        Správně:
            :::note
            Přijďte s občankou.
            :::

P0535 = „{ $written }“ měl být nejspíš blok, ale na stránce to bude obyčejný text.
    .label = tady blok nevznikne
    .hint = Zkontrolujte dvojtečky a závorky: samostatný řádek je ::název[text]{ "{údaj=hodnota}" }, uvnitř řádku je dvojtečka jen jedna a závorky jdou hned za názvem.
    .explain =
        Blok se pozná podle dvojteček, názvu a závorek, které jdou těsně za sebou. Chybí-li
        některá závorka nebo nesedí počet dvojteček, na stránce se ukáže zápis místo bloku.

        Špatně:
            Zeptejte se na ::lang[Job Centre]{ "{code=en}" }.
        Správně:
            Zeptejte se na :lang[Job Centre]{ "{code=en}" }.

P0538 = { $cause ->
        [start] Značka <{ $name }> není ukončená.
       *[end] Značka </{ $name }> nemá co ukončit.
    }
    .label = { $cause ->
        [start] chybí konec
       *[end] chybí začátek
    }
    .hint = { $cause ->
        [start] Za text, kterého se týká, doplňte </{ $name }>, nebo ji smažte.
       *[end] Smažte ji, nebo před text, kterého se týká, doplňte <{ $name }>.
    }
    .explain =
        Značka HTML, která má začátek a konec, platí pro text mezi nimi. Chybí-li konec, platí
        tak dlouho, než ji prohlížeč ukončí sám, třeba do konce stránky: všechno je pak tučné
        nebo skryté.

        Špatně:
            Přineste <b>občanku.
        Správně:
            Přineste <b>občanku</b>.

P0539 = Kotva nadpisu není zapsaná správně: { $text }
    .label = takhle kotva nevznikne
    .hint = Kotva se píše na konec nadpisu: mezera, levá složená závorka, jeden znak #, název bez mezer a pravá složená závorka.
    .explain =
        Kotva na konci nadpisu dává nadpisu stálou adresu, na kterou se dá odkázat. Chybí-li
        závorka nebo je navíc, adresa nevznikne a čtenáři uvidí závorky v nadpisu.

        Špatně:
            ## Časté otázky {"{"}#otazky
        Správně:
            ## Časté otázky {"{"}#otazky{"}"}

P0540 = První nadpis v textu má úroveň { $level }, i když hlavní nadpis nad ním má úroveň 1.
    .label = úroveň { $level }
    .hint = { $form ->
        [html] První nadpis v textu má být <h2>; podle něj upravte i ostatní.
       *[other] První nadpis v textu má mít dva znaky #; podle něj upravte i ostatní. Napište to takto:
    }
    .explain =
        Hlavním nadpisem stránky (1. úroveň) je title z hlavičky. První nadpis v textu je o úroveň
        níž a píše se dvěma znaky #. Podle úrovní se orientují hlavně lidé, kterým stránku
        předčítá odečítač.

        Špatně (první nadpis v textu):
            ### Doklady
        Správně:
            ## Doklady

## Settings of the site

P0601 = Adresa webu „{ $value }“ v nastavení site.yaml není úplná.
    .label = neúplná adresa
    .hint = Napište celou adresu včetně https:// a s lomítkem na konci, třeba base_url: https://www.example.cz/
    .explain =
        Klíč base_url je adresa, na které web poběží. Potřebují ji vyhledávače a kanál novinek,
        odkazy uvnitř webu ne. Musí začínat https:// nebo http://. Dokud ji neznáte, nechte
        adresu, která tam byla.

        Špatně:
            base_url: www.example.cz
        Správně:
            base_url: https://www.example.cz/

P0602 = Časové pásmo „{ $value }“ pakt nezná.
    .label = neznámé pásmo
    .hint = Napište světadíl a město anglicky. Pro Česko: timezone: Europe/Prague
    .hint-near = Nemysleli jste „{ $near }“? Pro Česko napište: timezone: Europe/Prague
    .explain =
        Podle časového pásma pakt pozná, který je dnes den, tedy kdy se má stránka zveřejnit
        a kdy skončit. Pásma mají mezinárodní jména: světadíl, lomítko a město, anglicky.

        Špatně:
            timezone: Praha
        Správně:
            timezone: Europe/Prague

P0603 = V nastavení site.yaml není vyplněné, kdo web provozuje: { $missing }.
    .label = neúplné údaje
    .hint = Doplňte v site.yaml v části „organisation“ tyto klíče: { $missing }. Do té doby bude web označený jako ukázka.
    .explain =
        Čtenář má vědět, kdo za web odpovídá a komu může napsat. Dokud tu chybí provozovatel,
        e-mail nebo kontakt pro přístupnost, je na každé stránce napsáno, že jde o ukázku,
        a vyhledávače ji nemají ukazovat. Sestavit web jde i tak.

        Špatně:
            organisation:
              email: ""
        Správně:
            organisation:
              email: "info@example.cz"

P0604 = Web nemá úvodní stránku.
    .label = chybí úvodní stránka
    .hint = Vytvořte soubor „{ $file }“. Stačí v něm hlavička s nadpisem (title).
    .explain =
        Úvodní stránka je to první, co čtenář uvidí, když napíše adresu webu. Je v souboru
        _index.md (s podtržítkem) přímo ve složce content. Bez ní by se ukázala chyba.

        Špatně:
            content/index.md
        Správně:
            content/_index.md

P0605 = Třídění se nemůže jmenovat „{ $name }“: název má už jiný klíč hlavičky stránky, nebo se jako klíč nedá použít.
    .label = nevhodný název
    .hint = Zvolte jiný název, jen z malých písmen bez háčků a čárek, číslic a spojovníků. Změňte ho v site.yaml v části „taxonomies“ i v hlavičkách stránek.
    .explain =
        Stránka se k třídění hlásí klíčem v hlavičce, který má stejné jméno jako třídění.
        Kdyby se třídění jmenovalo jako jiný klíč, třeba date nebo image, nebylo by jasné,
        co řádek znamená.

        Špatně:
            taxonomies:
              event:
        Správně:
            taxonomies:
              topic:

P0606 = Položka synonym v souboru data/synonyms.yaml není v pořádku: { $cause ->
        [language] má být pod zkratkou některého jazyka webu, třeba cs
        [entry] má to být seznam slov, nebo slovo a za dvojtečkou další slova
        [words] některé slovo neobsahuje žádné písmeno ani číslici
        [many] slov je příliš mnoho
        [lone] je v ní jediné slovo a chybí k němu aspoň jedno další
       *[other] nejde přečíst
    }.
    .label = { $cause ->
        [language] neznámý jazyk
        [many] příliš mnoho slov
        [lone] jediné slovo
       *[other] nesprávný zápis
    }
    .hint = Slova se stejným významem napište do hranatých závorek: - [životopis, CV]. Když má slovo najít i jiné, napište: - papíry: [doklady, potvrzení]
    .explain =
        Podle synonym najde vyhledávání stránku i tehdy, když se člověk zeptá jinými slovy,
        než jakými je napsaná. Synonyma jsou pod zkratkou jazyka. V jednom seznamu jsou
        nejméně dvě slova a nejvýš 30.

        Špatně:
            cs:
              - životopis = CV
        Správně:
            cs:
              - [životopis, CV]

P0607 = Prohlášení o přístupnosti je starší než rok: naposledy ho někdo prošel { $day }.
    .label = poslední revize
    .hint = Projděte celé prohlášení, opravte, co už neplatí, a do klíče „revize“ napište dnešní datum.
    .explain =
        Prohlášení má být pravdivé, a proto se prochází nejméně jednou za rok. Web s prohlášením
        starším než 365 dní pakt nesestaví. Datum změňte, až text opravdu projdete.

        Špatně (data/accessibility.yaml):
            revize: 2024-01-15
        Správně:
            revize: 2026-11-28

P0608 = { $cause ->
        [full] Prohlášení o přístupnosti říká, že web je plně v souladu, ale vypisuje, co přístupné není.
        [empty] Prohlášení o přístupnosti říká, že web v souladu není nebo je jen částečně, ale nevypisuje, co přístupné není.
        [burden] U nepřiměřené zátěže v prohlášení o přístupnosti chybí zdůvodnění.
        [scope] Mezi adresami, kterých se prohlášení o přístupnosti týká, není adresa tohoto webu.
        [future] Den v prohlášení o přístupnosti teprve přijde.
       *[order] Podle prohlášení o přístupnosti byla revize dřív, než prohlášení vzniklo.
    }
    .label = nesouhlasí
    .hint = { $cause ->
        [full] Napište stav „castecne“, nebo vyprázdněte seznam „nepristupny_obsah“, je-li už všechno opravené a vyzkoušené.
        [empty] Doplňte seznam „nepristupny_obsah“. Stav „plne“ napište, jen když web prošel i ruční zkouškou.
        [burden] Doplňte k položce klíč „zduvodneni“: proč by úprava byla nepřiměřená.
        [scope] Doplňte do seznamu „rozsah“ adresu, která je v site.yaml v klíči „base_url“.
        [future] Napište den, kdy se to opravdu stalo, například dnešní.
       *[order] Opravte klíč „vypracovano“ nebo „revize“.
    }
    .explain =
        Čtenář se na prohlášení spoléhá, a úřad, který na přístupnost dohlíží, ho kontroluje. Proto
        jeho údaje nesmějí odporovat jeden druhému. Pakt sám stav nikdy nezmění: rozhodujete vy.

        Špatně (data/accessibility.yaml):
            stav: plne
            nepristupny_obsah:
              - popis: Video nemá titulky.
        Správně:
            stav: castecne
            nepristupny_obsah:
              - popis: Video nemá titulky.

P0609 = { $kind ->
        [email] U klíče „{ $key }“ má být e-mailová adresa, a „{ $value }“ jí není.
        [phone] U klíče „{ $key }“ má být telefonní číslo, a „{ $value }“ jím není.
       *[web] U klíče „{ $key }“ má být úplná adresa webu, a „{ $value }“ jí není.
    }
    .label = { $kind ->
        [email] není e-mail
        [phone] není telefonní číslo
       *[web] není adresa webu
    }
    .hint = { $kind ->
        [email] Napište jedinou adresu a nic dalšího, třeba { $key }: posta@example.cz
        [phone] Napište jediné číslo jen z číslic a mezer. Na začátku může být +420.
       *[web] Napište celou adresu včetně https://, třeba { $key }: https://www.example.cz/
    }
    .explain =
        Z kontaktu pakt udělá na webu odkaz: kdo na něj klepne, rovnou píše nebo volá. Proto tu
        má být jediná adresa nebo jediné číslo, bez jména a bez poznámek.

        Špatně:
            email: Podatelna (posta@example.cz)
        Správně:
            email: posta@example.cz

P0610 = Slovo „{ $term }“ je ve slovníčku podruhé. Velikost písmen, háčky a čárky ho neodliší.
    .label = podruhé
    .hint = Nechte jen jednu položku. Další tvary a zkratky téhož slova napište do klíče „also“.
    .explain =
        Na každé slovo slovníčku vede odkaz, a proto tam smí být jen jednou. Když se dvě slova
        liší jen velikostí písmen, háčky a čárkami nebo znaménky, odkaz je nerozliší.

        Špatně (data/glossary.yaml):
            cs:
              - term: rekvalifikace
                meaning: Příprava na jinou práci.
              - term: Rekvalifikace
                meaning: Kurz pro novou práci.
        Správně:
            cs:
              - term: rekvalifikace
                also: [Rekvalifikace, rekvalifikaci]
                meaning: Příprava na jinou práci.

P0611 = Data „{ $name }“ jsou ve dvou souborech: jeden má příponu .yaml, druhý .yml.
    .label = podruhé
    .hint = Přepište všechno do jednoho z nich a druhý smažte.
    .explain =
        Data se jmenují podle souboru bez přípony. Přípony .yaml a .yml znamenají totéž, a tak by
        nebylo jasné, který ze dvou souborů téhož názvu platí.

        Špatně:
            data/links.yaml
            data/links.yml
        Správně:
            data/links.yaml

## Themes

P0701 = Motiv „{ $name }“ pakt nenašel.
    .label = neznámý motiv
    .hint = Napište název složky, která je v themes, nebo motiv, který je součástí programu: theme: pakt
    .hint-near = Nemysleli jste „{ $near }“?
    .explain =
        Motiv určuje, jak web vypadá. Je to složka v themes vedle site.yaml, nebo motiv,
        který je přímo v programu. Píše se jen název složky, bez cesty.

        Špatně:
            theme: themes/kampan
        Správně:
            theme: kampan

P0702 = { $cause ->
        [length] Motivů, které na sebe navazují, je víc než devět: { $chain }.
       *[circle] Motivy navazují jeden na druhý dokola: { $chain }.
    }
    .label = { $cause ->
        [length] desátý motiv
       *[circle] navazuje dokola
    }
    .hint = V jednom z těchto motivů smažte v souboru theme.yaml řádek „extends:“, nebo v něm uveďte jiný motiv.
    .explain =
        Motiv může navázat na jiný (řádkem extends v theme.yaml) a měnit jen to, co je jinak.
        Poslední v řadě nesmí navazovat na žádný z předchozích, jinak by nebylo kde začít.
        Motivů může být v řadě nejvýš devět.

        Špatně (themes/leto/theme.yaml a themes/zima/theme.yaml):
            extends: zima
            extends: leto
        Správně:
            extends: zima
            extends: pakt

P0703 = V šabloně je chyba v zápisu, a tak ji pakt nemůže použít.
    .label = chyba v zápisu
    .hint = Opravte označené místo, nebo vraťte poslední verzi šablony, která fungovala. Technicky: „{ $cause }“
    .explain =
        Šablona je kostra stránky, do které pakt doplní text. Značky ve složených závorkách
        mají svá pravidla: každá začatá musí být ukončená. Bez šablony nejde vytvořit
        žádnou stránku, která ji používá.

        Špatně:
            { "{% if page.date %}<p>Aktualizováno</p>" }
        Správně:
            { "{% if page.date %}<p>Aktualizováno</p>{% endif %}" }

P0704 = Šablona si neporadila se stránkou „{ $page }“.
    .label = tady se zastavila
    .hint = { $cause ->
        [words] Slova „{ $name }“ motiv nemá. Opravte v šabloně jejich název, nebo je doplňte do souborů .ftl ve složce locales.
        [date] „{ $name }“ není datum. Funkce date čeká rok, měsíc a den se spojovníky, třeba 2026-12-01.
        [taxonomy] Třídění „{ $name }“ web nemá. Napište některé z těch, která jsou v site.yaml v části „taxonomies“.
        [target] Na „{ $name }“ odkázat nejde. Funkce link čeká cestu k souboru ve složce content, nebo adresu, která začíná https://
        [link] Odkaz na „{ $name }“ nevede na nic, co je teď zveřejněné. Opravte cestu (píše se od složky content), nebo stránku zveřejněte.
       *[other] Zkontrolujte, jestli stránka má vše, co šablona čeká, nebo v šabloně ošetřete, že to chybí. Technicky: „{ $cause }“
    }
    .explain =
        Šablona je zapsaná správně, ale na jedné stránce narazila na něco, s čím nepočítá,
        třeba na údaj, který stránka nemá. Stránka by byla poloviční, a tak ji pakt
        nevytvoří.

        Špatně:
            { "<p>{{ page.event.place }}</p>" }
        Správně:
            { "{% if page.event %}<p>{{ page.event.place }}</p>{% endif %}" }

P0705 = Šablony se vkládají jedna do druhé dokola: { $chain }.
    .label = vkládá se dokola
    .hint = V jedné z těchto šablon smažte řádek, kterým se k první vrací (include nebo extends).
    .explain =
        Šablona může vložit jinou (include) nebo na ni navázat (extends). Když se tak vrátí
        sama k sobě, stránka by neměla konec.

        Špatně (v šabloně menu.html):
            { "{% include \"menu.html\" %}" }
        Správně (v šabloně page.html):
            { "{% include \"menu.html\" %}" }

P0706 = Šablonu „{ $name }“ motiv nemá.
    .label = šablona tu není
    .hint = Zkontrolujte název. Šablony motivu jsou v jeho složce templates.
    .hint-near = Nemysleli jste „{ $near }“?
    .explain =
        Jinou šablonu si může vyžádat stránka klíčem template nebo jiná šablona. Musí být
        ve složce templates motivu, který stránka používá, nebo motivu, na který navazuje.
        Nepotřebuje-li stránka nic zvláštního, řádek template smažte.
        Velká a malá písmena se rozlišují.

        Špatně:
            { "{% include \"Menu.html\" %}" }
        Správně:
            { "{% include \"menu.html\" %}" }

P0707 = V souboru se vzhledem (CSS) je chyba v zápisu.
    .label = chyba v zápisu
    .hint = { $cause ->
        [deep] Závorky jsou v sobě vnořené příliš hluboko (nejvýš { $limit }×). Nejspíš jich tu několik chybí nebo přebývá.
        [circle] Soubory se vkládají jeden do druhého dokola, až zase k „{ $name }“. Smažte jeden z řádků @import.
       *[other] Opravte označené místo; nejčastěji chybí závorka nebo středník. Technicky: „{ $cause }“
    }
    .explain =
        Soubory CSS v motivu určují barvy, písmo a rozložení. Prohlížeč by chybu tiše přeskočil
        i s tím, co je za ní, a web by mohl být nečitelný. Proto ji pakt hlásí předem.

        Špatně:
            { "h2 { color: navy" }
        Správně:
            { "h2 { color: navy; }" }

P0708 = Soubor „{ $name }“ motiv mezi svými soubory nemá.
    .label = soubor tu není
    .hint = Zkontrolujte název. Obrázky, písma a CSS motivu jsou v jeho složce assets.
    .hint-near = Nemysleli jste „{ $near }“?
    .explain =
        Šablona nebo soubor CSS chce obrázek, písmo či jiný soubor, který ve složce assets
        motivu ani motivů, na které navazuje, není. Čtenář by místo něj viděl prázdno.
        Velká a malá písmena se rozlišují.

        Špatně:
            { "{{ asset(name=\"Logo.svg\") }}" }
        Správně:
            { "{{ asset(name=\"logo.svg\") }}" }

P0709 = Soubor se slovy motivu není zapsaný správně.
    .label = chyba v zápisu
    .hint = { $cause ->
        [twice] Název „{ $name }“ je v souboru podruhé. Nechte ho jen jednou.
       *[other] Opravte označené místo: název, rovnítko a text; další řádky textu musí být odsazené. Technicky: „{ $cause }“
    }
    .explain =
        Slova motivu („Hledat“, „Zpět na začátek“) jsou v jeho složce locales, pro každý jazyk
        v jednom souboru .ftl. Na každém řádku je název, rovnítko a text. Bez nich by na webu
        chyběly popisky tlačítek a nabídek.

        Špatně:
            search: Hledat
        Správně:
            search = Hledat

P0710 = Motiv má v souboru theme.yaml název „{ $name }“, ale jeho složka se jmenuje „{ $folder }“.
    .label = jinak než složka
    .hint = Napište sem název složky, nebo celý řádek smažte.
    .explain =
        Motiv se jmenuje podle své složky ve themes. Tímto názvem ho vybíráte v site.yaml
        (theme:), v _index.md (theme:) i v jiném motivu (extends:). Klíč „name“ v souboru
        theme.yaml ho jen opakuje, a když se liší, mate.

        Špatně (themes/zima/theme.yaml):
            name: Zimní motiv
        Správně:
            name: zima

P0711 = Motiv „{ $theme }“ nemá slova v jazyce „{ $language }“.
    .label = první stránka v tomto jazyce
    .hint = Požádejte správce webu o soubor themes/{ $theme }/locales/{ $language }.ftl s překladem slov motivu.
    .explain =
        Slova jako „Hledat“ nebo „Přejít k obsahu“ bere stránka z motivu. Kde je motiv v jejím jazyce
        nemá, použije jiný jazyk, obvykle angličtinu, a označí ji, aby ji odečítač obrazovky správně
        vyslovil. Čtenáři jí ale nemusí rozumět.

        Špatně:
            content/_index.vi.md (motiv má jen cs.ftl, en.ftl a uk.ftl)
        Správně:
            themes/pakt/locales/vi.ftl

## Output

P0801 = Na místě „{ $path }“, kam má pakt zapsat svůj soubor, už leží cizí soubor.
    .label = cizí soubor
    .hint = Přesuňte ho jinam. Smí-li ho pakt přepsat, spusťte: pakt build --adopt
    .explain =
        Ve výstupu pakt přepisuje a maže jen to, co tam sám zapsal. Tento soubor tam dal někdo
        jiný a má jiný obsah, a tak se ho pakt nedotkne, dokud nerozhodnete, co s ním.
        Volba --adopt znamená „převezmi“: soubor se přepíše a původní obsah zmizí.

        Špatně:
            logo.svg zkopírované ručně do složky public
        Správně:
            logo.svg uložené ve složce content/_static

P0802 = Výstup „{ $path }“ a složka se zdroji webu leží jeden v druhém.
    .label = výstup ve zdrojích
    .hint = Zvolte pro výstup jinou složku, třeba: pakt build --output public
    .explain =
        Do výstupu pakt zapisuje hotový web a staré soubory z něj maže. Kdyby výstup ležel mezi
        vašimi texty nebo je obsahoval, mohl by web přepsat to, z čeho vzniká. Výstup musí být
        oddělený od složek content, data a themes.

        Špatně:
            pakt build --output content
        Správně:
            pakt build --output public

P0803 = Výstup „{ $path }“ nejde zapsat.
    .label = nejde zapsat
    .hint = Zkontrolujte, že na disku je místo, že do složky smíte zapisovat, že její soubory nemá otevřené jiný program a že na jejím místě neleží soubor. Technicky: „{ $cause }“
    .explain =
        Počítač nedovolil hotový web uložit. Původní web zůstal, jak byl; nový se zveřejní
        až celý najednou. Nejčastěji je plný disk, odpojený flash disk nebo chybějící práva.

        Špatně:
            pakt build --output E:\web, a flash disk E: je odpojený
        Správně:
            připojit flash disk, a potom pakt build --output E:\web

P0804 = Do výstupu „{ $path }“ právě zapisuje jiné spuštění programu pakt.
    .label = obsazeno
    .hint = Počkejte, až skončí, a zkuste to znovu.
    .explain =
        Dvě sestavení najednou by si navzájem přepisovala soubory a web by byl napůl starý
        a napůl nový. Druhé proto hned skončí a nic nezmění. Podívejte se, jestli pakt neběží
        v jiném okně, nebo jestli web právě nesestavuje kolega do stejné složky.

        Špatně:
            pakt build ve dvou oknech najednou
        Správně:
            druhé pakt build až potom, co první skončí

P0805 = Seznam souborů, které pakt do výstupu zapsal („{ $path }“), nejde přečíst.
    .label = poškozený seznam
    .hint = Vraťte seznam ze zálohy. Nemáte-li ji, smažte ho a spusťte: pakt build --adopt
    .explain =
        Podle tohoto seznamu pakt pozná, které soubory ve výstupu jsou jeho, a smí je tedy
        přepsat nebo smazat. Bez seznamu by nevěděl, co je cizí, a raději nezapíše nic.
        Po smazání seznamu převezme --adopt soubory, které má web mít; ty, které na web
        už nepatří, ve výstupu zůstanou a smažete je sami.

        Špatně:
            seznam ručně upravený v textovém editoru
        Správně:
            seznam nechat být, o vše se stará pakt

## Passed over

P0901 = { $kind ->
        [data] Soubor ve složce data pakt nečte, protože jeho název nekončí na „.yaml“.
       *[page] Soubor na webu není: název stránky končí na „.md“, a tento ne. Žádná stránka na něj ani neodkazuje.
    }
    .label = pakt ho přeskočí
    .hint = { $kind ->
        [data] Zapište data ve formátu YAML do souboru, jehož název končí na „.yaml“.
       *[page] Má-li to být stránka, zkopírujte text do nového souboru, jehož název končí na „.md“. Má-li být ke stažení, dejte na něj odkaz na některé stránce. Patří-li jen vám, začněte jeho název podtržítkem.
    }
    .hint-near = { $kind ->
        [data] Přejmenujte soubor na „{ $near }“.
       *[page] Má-li to být stránka, přejmenujte soubor na „{ $near }“. Patří-li jen vám, začněte jeho název podtržítkem.
    }
    .explain =
        Stránkou se stane jen soubor, jehož název končí na „.md“, a ve složce data čte pakt jen
        soubory, jejichž název končí na „.yaml“ nebo „.yml“. Ostatní soubory ve složce content jsou přílohy:
        na webu jsou, jen když na ně některá stránka odkazuje nebo je ukazuje.
        Texty z Wordu a jiných programů zkopírujte do stránky; soubor, který začíná
        podtržítkem, pakt přeskočí mlčky.

        Špatně:
            content/poradna/zivotopis.docx
            data/odkazy.json
        Správně:
            content/poradna/zivotopis.md
            data/odkazy.yaml

P0902 = { $kind ->
        [data] Soubor je kopie souboru „{ $original }“ se stejnými daty. Web používá jen původní.
       *[page] Soubor je kopie stránky „{ $original }“, a tak ho pakt nezveřejní.
    }
    .label = kopie
    .hint = Je-li v kopii něco, co v původním souboru chybí, přeneste to tam a kopii smažte. { $kind ->
        [data] Mají-li to být jiná data, dejte souboru jiný název.
       *[page] Má-li to být jiná stránka, dejte souboru jiný název i nadpis.
    }
    .explain =
        Kopii udělá Průzkumník („– kopie“), stahování („(1)“), nebo sdílená složka, když soubor
        změní dva lidé najednou („conflicted copy“, název počítače za spojovníkem). Na webu by pak
        bylo všechno dvakrát. Za kopii se bere stránka, která se tak jmenuje a má stejný
        nadpis nebo většinu řádků jako původní. Jiná stránka s takovým názvem se zveřejní.

        Špatně:
            content/kontakt.md
            content/kontakt – kopie.md
        Správně:
            content/kontakt.md

P0903 = Pojem „{ $term }“ se jen jediným písmenem liší od pojmu „{ $near }“.
    .label = překlep?
    .hint = Zkontrolujte, jestli nemá být stejný. Je-li to opravdu jiný pojem, dejte mu ve složce třídění vlastní stránku.
    .explain =
        Každý pojem má na webu svou stránku se seznamem všeho, co k němu patří. Překlep by
        založil další pojem, na jehož stránce by byla jen tato, a na stránce pravého pojmu by
        chyběla. Jako známý se bere pojem, který má vlastní stránku nebo ho používá více stránek.

        Špatně (na jedné ze stránek):
            topic: [rekvalifkace]
        Správně:
            topic: [rekvalifikace]

P0904 = Hodnota „{ $value }“ klíče „{ $key }“ je jediný pojem, i když vypadá jako několik.
    .label = jeden pojem s čárkou
    .hint = Několik pojmů se píše do hranatých závorek. Napište to takto:
    .explain =
        Každý pojem má na webu svou stránku se seznamem všeho, co k němu patří. Čárka sama
        pojmy nerozdělí: vznikla by jedna stránka pro pojem s čárkou a na stránkách pravých
        pojmů by tato chyběla. Má-li v pojmu čárka opravdu být, dejte ho do uvozovek.

        Špatně:
            topic: prava, davky
        Správně:
            topic: [prava, davky]

P0905 = Blok „{ $name }“ nezná údaj „{ $key }“, a tak by údaj nic neudělal.
    .label = neznámý údaj
    .hint = Údaj smažte, nebo opravte jeho název.
    .hint-near = Nemysleli jste „{ $near }“?
    .explain =
        Ve složených závorkách za blokem jsou údaje: název, rovnítko a hodnota. Každý blok zná jen
        některé. Překlep v názvu by pakt mlčky přeskočil a blok by ukázal něco jiného.

        Špatně:
            ::list{ "{" }tern=prava{ "}" }
        Správně:
            ::list{ "{" }term=prava{ "}" }

P0906 = { $kind ->
        [data] V souboru data/{ $of }.yaml není „{ $value }“.
        [taxonomy] Třídění „{ $value }“ na webu není.
       *[term] Ve třídění „{ $of }“ není pojem „{ $value }“.
    }
    .label = nic takového není
    .hint = Zkontrolujte, jak je název napsaný tam, odkud ho berete.
    .hint-near = Nemysleli jste „{ $near }“?
    .explain =
        Některé údaje bloků jsou názvy toho, co je jinde: záznamu v souboru ze složky data,
        třídění ze site.yaml nebo pojmu ze stránek. S překlepem by na stránce chybělo, co má
        blok ukázat, třeba odkaz na úřad.

        Špatně:
            ::links{ "{" }ids="uradpraace"{ "}" }
        Správně:
            ::links{ "{" }ids="uradprace"{ "}" }

## Severities and exceptions

P0911 = Výjimka pro { $code } nemá důvod.
    .label = chybí důvod
    .hint = Za kód patří dvojtečka a důvod: napište, proč tady nález { $code } nevadí.
    .explain =
        Výjimka říká, že nález na tomto místě nevadí. Důvod v ní připomene vám i kolegům, proč
        tomu tak je a podle čeho poznáte, že už neplatí. Čtenáři webu ho nevidí.

        Špatně:
            <!-- pakt-allow P0510 -->
        Správně:
            <!-- pakt-allow P0510: poznámka přijde s novým zákonem -->

P0912 = { $cause ->
       *[nothing] Výjimka pro { $code } tady nic neomlouvá.
        [line] Tato výjimka neplatí, protože není na samostatném řádku.
    }
    .label = nic neomlouvá
    .hint = { $cause ->
       *[nothing] Je-li nález už opravený, výjimku smažte. V textu patří výjimka na řádek těsně před odstavec, kterého se týká.
        [line] Napište ji celou na samostatný řádek před odstavec, kterého se týká, mimo značky HTML.
    }
    .explain =
        Výjimka platí pro jeden druh nálezu v bloku, který po ní následuje: v odstavci, nadpisu,
        celém seznamu nebo celé tabulce. Výjimka v hlavičce platí pro celou stránku. Kde nález
        není, je výjimka zbytečná, a mohla by později zakrýt novou chybu.

        Špatně (výjimka je až za odstavcem):
            Platí to od ledna.[^zakon]

            <!-- pakt-allow P0510: poznámka přijde s novým zákonem -->
        Správně:
            <!-- pakt-allow P0510: poznámka přijde s novým zákonem -->
            Platí to od ledna.[^zakon]

P0913 = { $cause ->
       *[unknown] pakt nezná kód nálezu „{ $code }“.
        [none] Tato výjimka neříká, pro který nález je.
        [fixed] Nález { $code } nejde povolit, vypnout ani zmírnit.
    }
    .label = { $cause ->
       *[unknown] neznámý kód
        [none] chybí kód
        [fixed] musí zůstat
    }
    .hint = { $cause ->
       *[unknown] Opište kód z výpisu nálezů, například P0501.
        [none] Napište kód z výpisu nálezů, například <!-- pakt-allow P0501: důvod -->.
        [fixed] Smažte ho odsud a opravte, co hlásí. Co nález znamená, řekne příkaz pakt explain { $code }.
    }
    .hint-near = Nemysleli jste „{ $near }“?
    .explain =
        Závažnost nálezů se dá změnit pro celý web (check v site.yaml), pro stránku (allow
        v hlavičce) nebo pro jedno místo (komentář pakt-allow). Nejde to u chyb, kvůli kterým by
        na webu něco chybělo, zůstalo na něm něco nebezpečného nebo se zveřejnilo, co veřejné
        být nemá: P01xx, P02xx kromě P0206, P03xx, P0406 až P0408, P06xx, P07xx a P08xx.

        Špatně (site.yaml):
            check: { "{P0301: off}" }
        Správně:
            check: { "{P0501: warning}" }

## Suspicious differences

P0920 = Nadpis „{ $title }“ má tu jinou úroveň než v ostatních jazycích.
    .label = tady je úroveň { $level }, jinde { $other }
    .hint = Porovnejte počet znaků # s ostatními jazyky: { $level } tady, { $other } jinde.
    .explain =
        Stránka má ve všech jazycích stejný počet nadpisů a jen jeden z nich má jinou úroveň.
        Nejspíš tu znak # chybí nebo přebývá. Podle úrovní se čtenáři orientují, hlavně ti, kterým
        stránku předčítá odečítač.

        Špatně (česky má nadpis dva znaky #, tady tři):
            ### Where to turn
        Správně:
            ## Where to turn
