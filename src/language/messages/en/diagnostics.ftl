# What pakt tells editors, in English: one message per code of `src/diagnostic.rs`.
# message: what is wrong; label: under the marked place; hint: what to do next;
# hint-near: the hint when a likely name is known; explain: `pakt explain CODE`.

## Files

P0101 = The file is not saved in the UTF-8 encoding, so letters with accents would come out wrong.
    .label = unreadable character
    .hint = In Notepad++ choose “Encoding” → “Convert to UTF-8” and press Ctrl+S. In Notepad choose “File” → “Save as” → “Encoding: UTF-8”.
    .explain =
        The encoding says how letters are stored in a file. Older programs store accented
        letters differently from today’s web, and your readers would see gibberish in their
        place. So pakt reads UTF-8 only. Do not retype the text, just save the file again.

        Wrong (encoding ANSI or Windows-1250; another program shows something like this):
            title: ?ivotopis
        Right (encoding UTF-8):
            title: Životopis

P0102 = The file cannot be opened and read.
    .label = unreadable file
    .hint = { $cause ->
        [name] The name of the file holds characters in another encoding than UTF-8. Rename it, best with plain letters only.
        [kind] It is no ordinary file, but a pipe, a socket or a device. Move it out of the site’s folder.
        [twins] Two files in the folder have the same name, only stored differently in the computer. Rename one of them.
       *[other] Close the file in all other programs and try again. If that does not help, ask whoever looks after the computer for the right to read it. Technically: “{ $cause }”
    }
    .explain =
        The file is in the folder of the site, but the computer did not allow pakt to read it.
        Without it the site would not be complete, so pakt does not publish it.
        Usually another program has the file open, or you lack the rights to it.

        Wrong:
            only the colleague who created zivotopis.md may read it
        Right:
            everyone who builds the site may read zivotopis.md

P0103 = A shortcut (symbolic link) leads out of the folder of the site.
    .label = leads out
    .hint = Delete the shortcut and copy the files that it led to into its place.
    .explain =
        A symbolic link is a shortcut: it looks like a file or a folder, but the content is
        elsewhere. If pakt followed it out of the folder of the site, it could publish what was
        never meant for the public, and the site could not be built on another computer.

        Wrong:
            content/plany → D:\Shared\plany
        Right:
            content/plany is an ordinary folder with the files in it

P0104 = A shortcut (symbolic link) leads to a folder that it lies in itself.
    .label = leads in a circle
    .hint = Delete the shortcut. If you only want to point to another page, write a link in the text.
    .explain =
        A symbolic link is a shortcut: it looks like a folder, but the content is elsewhere.
        This one leads to a folder above itself, so pakt would find it again in there,
        and that folder in it again, round and round.

        Wrong:
            content/poradna/zpet → content
        Right:
            no shortcut “zpet”, and in the text of a page: { "[" }home](../_index.md)

P0105 = The file vanished while pakt was building the site.
    .label = file vanished
    .hint = If you deleted or renamed it on purpose, run the command again. Otherwise put the file back, for example from the Recycle Bin.
    .explain =
        The file was in the folder of the site at the start and was gone when pakt came to read
        it. The result would match neither the old state nor the new one, so nothing was published.
        It happens when somebody moves files during a build, or when a program does that keeps
        the folder in step with another computer (OneDrive, for example).

        Wrong:
            pakt build, and meanwhile renaming kontakt.md to kontakty.md
        Right:
            rename kontakt.md to kontakty.md first, then pakt build

P0106 = The name of the page ends in “.md.txt”, so pakt does not take it for a page.
    .label = “.txt” is too much
    .hint = Rename the file to “{ $name }”. If you cannot see the “.txt”, turn on “File name extensions” in the “View” menu of File Explorer.
    .explain =
        A page is known by the name of its file, which ends in “.md”. When Notepad saves a file
        it likes to add “.txt”, and Windows hides that ending.
        When saving, choose “Save as type: All files” and type the whole name.

        Wrong:
            content/poradna/zivotopis.md.txt
        Right:
            content/poradna/zivotopis.md

P0107 = An attachment ending in “{ $extension }” could run as a program in the reader’s browser.
    .label = unsafe attachment
    .hint = Save the attachment as a PDF, or write its content as a page (.md). If it must be published as it is, the webmaster sets “html: allow” under “markdown” in site.yaml.
    .explain =
        Files ending in .html and .js can run something in the reader’s browser, such as a
        tracker or a forged form. You cannot tell by looking at the file, so pakt does not
        publish them as attachments unless the webmaster allows it.

        Wrong:
            { "[" }Leaflet](letak.html)
        Right:
            { "[" }Leaflet (PDF)](letak.pdf)

P0108 = The SVG picture is damaged or incomplete.
    .label = broken here
    .hint = { $cause ->
        [encoding] The picture is not in the UTF-8 encoding. Save it again in the program that it was made in (Inkscape, for example), or use a PNG.
        [none] The file holds no SVG picture: it should start with the tag <svg>. Save it again in the program that it was made in, or use a PNG.
        [end] The file ends before the picture does; it was probably not copied whole. Copy or save it again.
        [deep] The tags are nested too deep (at most { $limit } levels). Simplify the picture, by ungrouping for example, or use a PNG.
       *[other] Save the picture again in the program that it was made in (Inkscape, for example), or use a PNG. Technically: “{ $cause }”
    }
    .explain =
        An SVG picture is really a text with tags, and every tag that opens must also close.
        Before publishing, pakt cleans each picture of everything that could run in a browser.
        What cannot be read cannot be cleaned.

        Wrong:
            <svg><circle r="5"></svg>
        Right:
            <svg><circle r="5"/></svg>

P0109 = The text file is larger than { $limit } MB, and pakt does not read texts that large.
    .label = too large
    .hint = Split the text into several files. If it holds a picture as one long run of letters, save the picture as a file of its own beside the page.
    .explain =
        Not even a whole book is that large as plain text. Such a file is usually a slip:
        a table of data, or a picture pasted right into the text.
        Nobody would read such a page to the end, and an older phone could not open it.

        Wrong:
            ![Map of the region](data:image/png;base64,iVBORw0KGgo…)
        Right:
            ![Map of the region](mapa.png)

## Front matter and YAML

P0201 = The page does not start with a front matter.
    .label = --- is expected here
    .hint = At the very top of the file write three lines: “---”, below it “title: Heading of the page”, and below that “---” again.
    .explain =
        Every page starts with a front matter: a few lines between two lines of “---” (three
        hyphens). It holds the title and other facts that are not part of the text.
        Nothing may stand above the first “---”, not even an empty line.

        Wrong:
            Your CV is your calling card.
        Right:
            ---
            title: Writing a CV
            ---
            Your CV is your calling card.

P0202 = The front matter of the page does not end with a line “---”.
    .label = starts here
    .hint = After the last line of the front matter, before the text of the page, add a line of three hyphens: ---
    .explain =
        The front matter stands between two lines of “---” (three hyphens). Without the second
        it is unclear where the text starts. Mind that Word makes a long dash of hyphens.

        Wrong:
            ---
            title: Writing a CV
            Your CV is your calling card.
        Right:
            ---
            title: Writing a CV
            ---
            Your CV is your calling card.

P0203 = The keys and values here are not written correctly, so pakt cannot read them.
    .label = look for the slip here
    .hint = { $cause ->
        [space] A space is missing after the colon. Write it like this:
       *[other] Check the colons (each needs a space behind it), quotation marks, brackets and indents on the marked line and on the line above it. Technically: “{ $cause }”
    }
    .explain =
        In a front matter, in site.yaml and in the folder data, each line has a key, a colon,
        a space and a value. Quotation marks and brackets always come in pairs, and lines are
        indented with spaces only. The slip is on the marked line or just above it.

        Wrong:
            title: "The interview
            weight:60
        Right:
            title: "The interview"
            weight: 60

P0204 = The value of the key “{ $key }” holds a colon, so the whole value must be in quotation marks.
    .label = unquoted colon
    .hint = Write it like this:
    .explain =
        A colon followed by a space parts a key from its value. If the value holds one too,
        pakt cannot tell which is which. Quotation marks settle it; they do not show on the site.
        Use the straight ones from the keyboard ("), not curly ones.

        Wrong:
            title: Interview: how to prepare
        Right:
            title: "Interview: how to prepare"

P0205 = A # after a space starts a note, so “{ $rest }” would vanish from the text.
    .label = text cut here
    .hint = Put the whole value in quotation marks. Write it like this:
    .explain =
        In a front matter and in site.yaml the sign # starts a note, and the rest of the line
        is skipped. If the sign belongs to the text, put the whole value in straight
        quotation marks ("). A real note is better on a line of its own.

        Wrong:
            title: Dream job #1 in the region
        Right:
            title: "Dream job #1 in the region"

P0206 = The key “{ $key }” is not known here.
    .label = unknown key
    .hint = Delete the line, or correct the name of the key. The command “pakt schema” lists all keys.
    .hint-near = Did you mean “{ $near }”?
    .explain =
        A key is the word before the colon. Only some keys are known in each place, and they
        are written in English and in lower case. An unknown key would do nothing while you
        thought that it worked, so pakt tells you.

        Wrong:
            heading: Writing a CV
        Right:
            title: Writing a CV

P0207 = The key “{ $key }” is here twice.
    .label = second time
    .hint = Keep one of the two lines and delete the other.
    .explain =
        A key may stand only once in one place. Of two lines only one would count, and it
        would not be clear which.
        If a key is to have several values, write them in square brackets.

        Wrong:
            topic: hledani-prace
            topic: prava
        Right:
            topic: [hledani-prace, prava]

P0208 = The key “{ $key }” is missing, and it has to be here.
    .label = missing here
    .hint = Add a line that starts with “{ $key }:” and write the value after the colon and a space.
    .explain =
        The site cannot do without some facts. A page must have a title, since it becomes its
        main heading and the link in the menu. The file site.yaml must have some keys, too.

        Wrong:
            ---
            description: How to write a CV.
            ---
        Right:
            ---
            title: Writing a CV
            description: How to write a CV.
            ---

P0209 = The key “{ $key }” needs { $expected ->
        [text] a text
        [number] a number
        [list] a list
        [map] a group of further keys
        [boolean] true or false
        [date] a date
       *[other] a different value
    }.
    .label = { $expected ->
        [text] not a text
        [number] not a number
        [list] not a list
        [map] no group of keys
        [boolean] not true or false
        [date] not a date
       *[other] different value needed
    }
    .hint = { $expected ->
        [text] Write words after the colon, best in quotation marks: { $key }: "text"
        [number] Write just a number after the colon, without quotation marks or units: { $key }: 10
        [list] Write the values in square brackets, with commas between them: { $key }: [first, second]
        [map] Leave only “{ $key }:” on this line and write the further keys below it, each on a line of its own and indented by two spaces.
        [boolean] Write true (yes) or false (no), without quotation marks: { $key }: true
        [date] Write the year, the month and the day with hyphens: { $key }: 2026-12-01
       *[other] See how the key “{ $key }” is written on another page. The command “pakt schema” lists what belongs where.
    }
    .explain =
        Each key expects one kind of value: a text, a number, a date, a list in square brackets,
        true or false, or a group of further keys below it. With any other value pakt would have
        to guess, and it does not.

        Wrong:
            weight: first
        Right:
            weight: 10

P0210 = The key “{ $key }” says “{ $value }”, but yes is written true and no is written false.
    .label = true or false
    .hint = Write it like this:
    .explain =
        Some keys are only switched on or off. There are two values, in English, in lower case
        and without quotation marks: true means yes, false means no.
        With any other word, a page that you wanted to hide might be published.

        Wrong:
            draft: yes
        Right:
            draft: true

P0211 = The date “{ $value }” at the key “{ $key }” is written in the Czech way, but here the order is year, month, day.
    .label = date in another order
    .hint = Write it like this:
    .explain =
        A date in the front matter is always written the same way: the year in four digits, the
        month in two and the day in two, with hyphens between them. It is the same in every
        language, and nobody mistakes the day for the month. Readers see it in their own way.

        Wrong:
            date: 12. 3. 2026
        Right:
            date: 2026-03-12

P0212 = The value “{ $value }” at the key “{ $key }” is not a date that pakt knows.
    .label = not a date
    .hint = Check that the calendar has such a day, and write the year, the month and the day with hyphens, such as 2026-12-01.
    .explain =
        Either the calendar has no such day (31 June, 30 February), or the date is written in
        a way that pakt cannot read. Pages are published, hidden and sorted by dates,
        so pakt does not guess them.

        Wrong:
            publish_until: 2026-06-31
        Right:
            publish_until: 2026-06-30

P0213 = The values are nested too deep or repeated too often.
    .label = too complex
    .hint = Write them more simply: with fewer levels of indents and brackets, and without repeating by the signs & and *.
    .explain =
        Values can be inside each other, such as a list in a group of keys. A few levels are
        enough for everything. Anything very complex is usually a slip, and a short file with
        many repeats could fill the whole memory of the computer.

        Wrong:
            extra: { "{a: {b: {c: {d: {e: {f: {g: …}}}}}}}" }
        Right:
            extra: { "{a: first, b: second}" }

P0214 = Only the opening page of a folder, the file _index.md, may have the key “{ $key }”.
    .label = not allowed here
    .hint = Move the line to the front matter of _index.md in the same folder, or delete it.
    .explain =
        The keys theme, feed and sort are not about one page but about the whole folder: its
        theme, whether it has a news feed, and how its pages are sorted. So they are written
        only in the file _index.md, which describes the folder.

        Wrong (content/kampan/rodina.md):
            theme: kampan
        Right (content/kampan/_index.md):
            theme: kampan

P0215 = The line is indented with a tab, but only spaces are allowed here.
    .label = tab
    .hint = Delete the gap at the start of the line and type spaces instead (two for each level). Notepad++ does it by “Edit” → “Blank Operations” → “TAB to Space”.
    .explain =
        The indent says what belongs to what. A tab has a different width in each editor, so it
        would not be clear how much it is. That is why only spaces count, usually two for
        each level.

        Wrong (→ stands for a tab):
            extra:
            →source: the pact’s document
        Right:
            extra:
              source: the pact’s document

P0216 = The key “{ $key }” cannot have the value “{ $value }”.
    .label = unknown value
    .hint = Choose one of these values: { $known }.
    .hint-near = Did you mean “{ $near }”? The possible values are: { $known }.
    .explain =
        With some keys you choose from a few values only. They are written exactly as listed,
        in English and in lower case. Any other word would mean nothing.

        Wrong:
            markdown:
              html: permit
        Right:
            markdown:
              html: allow

## Addresses

P0301 = Two files have the same address “{ $address }”.
    .label = same address
    .hint = Rename one of the files, or give it another address by the key slug in its front matter.
    .explain =
        The address of a page is made from the names of its folders and its file, without
        accents and capital letters. So two different names can give one address, and one page
        would overwrite the other. The key slug or aliases of another page can give it as well.

        Wrong:
            content/poradna/zivotopis.md
            content/poradna/Životopis.md
        Right:
            content/poradna/zivotopis.md
            content/poradna/zivotopis-vzor.md

P0302 = The addresses “{ $address }” and “{ $other }” differ only in capital letters or in how their accents are stored.
    .label = almost the same address
    .hint = Rename one of the files so that the names differ by at least one letter.
    .explain =
        On some computers such names are two files, on others (with Windows, for example) they
        are one and the same. There one file would overwrite the other, and readers would get
        something else than they asked for. So addresses must differ at a glance.

        Wrong:
            content/_static/Mapa.pdf
            content/_static/mapa.pdf
        Right:
            content/_static/mapa-kraje.pdf
            content/_static/mapa.pdf

P0303 = The address “{ $address }” would be a file and a folder at once.
    .label = file and folder
    .hint = Rename one of them: the attachment, the folder, or the key slug in the front matter of the page.
    .explain =
        On the site each page is a folder, and an attachment is a file. A folder and a file of
        the same name cannot stand side by side on a disk, so one of them would be missing.

        Wrong (a page and a file without an ending):
            content/kontakt.md
            content/_static/kontakt
        Right:
            content/kontakt.md
            content/_static/kontakt.txt

P0304 = The slug “{ $value }” cannot be part of an address.
    .label = unfit for an address
    .hint = Use only lower-case letters without accents, digits and hyphens.
    .hint-near = Write, for example: slug: { $suggestion }
    .explain =
        The key slug sets the last part of the page’s address. An address is copied by hand,
        spelt out on the telephone and printed on leaflets, so it may hold only lower-case
        letters without accents, digits and hyphens. Slashes and spaces do not belong in it.

        Wrong:
            slug: Časté otázky
        Right:
            slug: caste-otazky

P0305 = The former address “{ $value }” at the key aliases is not an address on this site.
    .label = not an address
    .hint = Write only the path from the start of the site, without https:// and the name of the site, such as /poradna/zivotopis/
    .explain =
        The key aliases lists addresses that the page used to have. Whoever follows an old link
        to them is sent on to the new one. That works only within this site, so you write just
        the path that comes after the name of the site.

        Wrong:
            aliases: ["https://www.example.cz/stary-zivotopis/"]
        Right:
            aliases: [/stary-zivotopis/]

P0306 = The name “{ $value }” cannot be stored on every computer.
    .label = forbidden name
    .hint = Choose another, simple name. It must not be con, prn, aux, nul, com1 or lpt1, must not end in a full stop or a space, and must not hold any of \ : * ? " < > |
    .explain =
        Windows keeps some names for itself and does not allow some characters in names.
        A site with such a file could be copied to one computer and not to another.
        So pakt does not use them anywhere.

        Wrong:
            content/aux.md
        Right:
            content/pomucky.md

P0307 = The file index.md lies in a folder with other pages.
    .label = should be _index.md
    .hint = If it opens the whole folder, rename it to _index.md. If it is a page of its own with attachments, move it and them to a folder of their own.
    .explain =
        The file index.md turns a whole folder into one page with its attachments, so there can
        be no other pages in it. The opening page of a folder that has more pages is called
        _index.md (with an underscore).

        Wrong:
            content/poradna/index.md
            content/poradna/zivotopis.md
        Right:
            content/poradna/_index.md
            content/poradna/zivotopis.md

P0308 = The folder “{ $name }” has the same name as one of the languages of the site.
    .label = name of a language
    .hint = Rename the folder. If it holds translations, move them next to the original pages and write the language before the end of the name: zivotopis.{ $name }.md
    .explain =
        Pages in other languages have an address that starts with the language, such as /en/.
        A folder of that name would get mixed up with them. A translation is not in another
        folder: it lies beside the original page and has the language in its file name.

        Wrong:
            content/en/zivotopis.md
        Right:
            content/zivotopis.en.md

P0309 = The terms “{ $term }” and “{ $other }” would have the same address “{ $slug }”.
    .label = term with same address
    .hint = If it is one and the same term, write it the same way on all pages. Otherwise rename one of them.
    .explain =
        Each term (of the taxonomy topic, for example) has a page that lists everything that
        belongs to it. Its address is without accents and capital letters, so two ways of
        writing one word end up in the same place.

        Wrong (on two pages):
            topic: [Práva]
            topic: [prava]
        Right (on both):
            topic: [prava]

P0310 = The name “{ $value }” holds no letter and no digit, so no address can be made from it.
    .label = nothing to use
    .hint = Put at least one letter or digit in the name.
    .explain =
        The name of a file, a folder or a term becomes part of an address, and pakt keeps only
        its letters and digits. If there are none, the address would be empty.

        Wrong:
            content/poradna/….md
        Right:
            content/poradna/dalsi-rady.md

P0311 = The ending “{ $suffix }” looks like a language, but the site has no such language.
    .label = unknown language
    .hint = The languages of the site are in site.yaml under “languages”. If this is no language, put a hyphen in place of the dot in the name.
    .hint-near = Did you mean the language “{ $language }”? Then write it in the file name in place of “{ $suffix }”.
    .explain =
        The language of a page is known by its file name: stranka.en.md is English, stranka.uk.md
        is Ukrainian. Codes of languages are not codes of countries: Czech is cs (not cz),
        Ukrainian is uk (not ua). For now pakt takes the ending for a part of the name and
        publishes the page in the main language.

        Wrong:
            content/kontakt.ua.md
        Right:
            content/kontakt.uk.md

P0312 = The folder has no opening page: the file “{ $file }” is not there.
    .label = opening page missing
    .hint = Create it. A front matter with a title is enough.
    .explain =
        The opening page gives a heading to a whole part of the site and lists what is in it.
        Without it this part of the site has neither a heading nor an introduction.
        Each language has its own: _index.md, _index.en.md, _index.uk.md.

        Wrong:
            content/poradna/zivotopis.md
        Right:
            content/poradna/_index.md
            content/poradna/zivotopis.md

## Links

P0401 = The link leads to the file “{ $target }”, which is not there.
    .label = file not there
    .hint = Check the name of the file and the folder. The path starts from the page that the link is on; “../” means one folder up, and “/” at the start means the folder content. The address of another site starts with https://
    .hint-near = Did you mean “{ $near }”?
    .explain =
        Links within the site lead to files as they lie in the folder content, with the .md at
        the end. They are turned into addresses by pakt. A link to a file that does not exist
        would take readers to an error page. It happens when a page was renamed or moved.

        Wrong:
            { "[" }The interview](pohovory.md)
        Right:
            { "[" }The interview](pohovor.md)

P0402 = The page “{ $target }” has no place with the anchor “{ $anchor }”.
    .label = anchor not there
    .hint = Check the word after the # sign. An anchor is the text of the heading in lower case, without accents and with hyphens in place of spaces.
    .hint-near = Did you mean “{ $near }”?
    .explain =
        An anchor is the part of a link after the # sign, and it leads to one heading on the page.
        It is made from the text of the heading, so it changes with it. To keep it the same,
        write it after the heading yourself:
            ## Common questions { "{#otazky}" }

        Wrong:
            { "[" }What they will ask](pohovor.md#common)
        Right:
            { "[" }What they will ask](pohovor.md#otazky)

P0403 = The target of the link, “{ $target }”, holds a space, so it does not become a link.
    .label = space in a link
    .hint = Put the target in angle brackets. Write it like this:
    .explain =
        A space in a link ends its target, and the page would show brackets in place of the link.
        Angle brackets hold the target together. A file name without spaces is better still:
        mapa-kraje.pdf.

        Wrong:
            { "[" }Map](mapa kraje.pdf)
        Right:
            { "[" }Map](<mapa kraje.pdf>)

P0404 = The image “{ $target }” has no description for people who cannot see it.
    .label = description missing
    .hint = Write what the image shows in the square brackets. If it is there for decoration only, write: ::image[]{ "{" }src={ $target }{ "}" }
    .explain =
        A screen reader reads the description to blind people, and it shows when the image does
        not load. The law asks public-sector sites for it. Say in one sentence what the
        image tells. A decoration needs no description; it is written as the block image.

        Wrong:
            ![](mapa.png)
        Right:
            ![Map of the districts of the region](mapa.png)
            ::image[]{ "{src=linka.svg}" }

P0405 = The link leads to the page “{ $target }”, which is not published now, so only its text remains.
    .label = target not published
    .hint = If that is as it should be, do nothing; the link will work when you publish the page. Otherwise delete the link, or change the keys draft, publish_from and publish_until in the target page.
    .explain =
        The page exists, but it is a draft (draft: true), or the time for which it is to be on
        the site has not started yet or is over. The link would take readers to an error page,
        so pakt keeps only its text. This is not an error, only a warning.

        The target page now:
            draft: true
        When it is ready, delete the line or change it:
            draft: false

P0406 = A link that starts with “{ $scheme }:” does not belong on a public site.
    .label = unfit link
    .hint = Use a link that starts with https://, mailto: or tel:, or a path to a file on this site.
    .explain =
        Some links work only on your own computer (file:), others can run a program in the
        reader’s browser (javascript:). Neither helps your readers.
        Copy a file from your computer to the folder of the page and link to it by its name.

        Wrong:
            { "[" }Application form](file:///C:/Documents/prihlaska.pdf)
        Right:
            { "[" }Application form](prihlaska.pdf)

P0407 = The link “{ $target }” leads out of the folder content.
    .label = leads out
    .hint = Copy the file to the folder of the page and link to it just by its name. If the file is in the folder content, take away one “../”.
    .explain =
        Only what is in the folder content gets on the site. Each “../” in a link means one
        folder up; with too many of them the link leads out of the site, where readers cannot go.

        Wrong (on the page content/poradna/pohovor.md):
            { "[" }Plan](../../dokumenty/plan.pdf)
        Right (the file lies in content/poradna):
            { "[" }Plan](plan.pdf)

P0408 = The image “{ $target }” is on another website.
    .label = another website
    .hint = Save the image into the folder beside the page and write its name only, such as ![What it shows](picture.jpg).
    .explain =
        Every reader’s browser would fetch the image from that other website. That website would
        learn who reads our page, and the image could vanish or change at any time.
        Make sure that you may use the image, and save it here.

        Wrong:
            ![A glass workshop](https://another.example/workshop.jpg)
        Right:
            ![A glass workshop](workshop.jpg)

## Text and blocks

P0501 = The text has a heading with a single #, but the main heading of the page is the title in the front matter.
    .label = second main heading
    .hint = Add one more # at the start of the line. Write it like this:
    .explain =
        A page should have one main heading, and that is the title in the front matter. Headings
        in the text start with two # signs, smaller ones below them with three. People who use
        a screen reader find their way by them. If the line only repeats the title, delete it.

        Wrong:
            # What to take to the interview
        Right:
            ## What to take to the interview

P0502 = The theme of the site has no block “{ $name }”.
    .label = unknown block
    .hint = Check the name of the block. The theme pakt has the blocks note, steps, checklist, cards and links, among others.
    .hint-near = Did you mean “{ $near }”?
    .explain =
        A block is a special part of a page, such as a note in a box or a guide in steps.
        It starts with colons and a name, and the theme decides what it looks like. A block that
        the theme does not know would not look like anything.

        Wrong:
            :::remark
            Take your identity card with you.
            :::
        Right:
            :::note
            Take your identity card with you.
            :::

P0503 = The block “{ $name }” is not closed.
    .label = the block starts here
    .hint = After the last line of the block add a line of colons, as many as at the start of the block: :::
    .explain =
        A block that starts with three colons ends with a line of three colons. Without it the
        whole rest of the page would fall into the block. If a block is inside another block,
        the outer one has more colons.

        Wrong:
            :::note
            Take your identity card with you.
        Right:
            :::note
            Take your identity card with you.
            :::

P0504 = The line “:::{ $name }” is inside a list, a quotation or a table, where a block cannot be.
    .label = no block allowed here
    .hint = Move the block before the list, quotation or table, or after it, and start it at the very edge of the line.
    .explain =
        A block starts at the edge of the line and ends everything before it, so it would split
        the list, quotation or table. The other way round is fine: a list may be in a block.

        Wrong:
            - identity card
              :::note
              The card must be valid.
              :::
        Right (before or after the list):
            :::note
            The card must be valid.
            :::

P0505 = These colons should close a block, but no block is open here.
    .label = nothing to close
    .hint = Delete the line. If it is meant to close a block, check that the block starts with as many colons and a name, such as :::note
    .explain =
        A line of colons closes the block that started above it. No block is open here: either
        the line is one too many, or the start of the block was deleted or has a slip in it.

        Wrong:
            Take your identity card with you.
            :::
        Right:
            :::note
            Take your identity card with you.
            :::

P0506 = The details after the name of the block are not written correctly: { $cause ->
        [quote] the second quotation mark is missing
        [brace] the closing brace is missing, or something follows it
        [name] the name of one of them is not right
        [double] one of them is there twice
        [bracket] the closing square bracket is missing
       *[other] something is missing or too much
    }.
    .label = { $cause ->
        [quote] quotation mark missing
        [brace] brace is wrong
        [name] wrong name
        [double] second time
        [bracket] bracket missing
       *[other] wrong detail
    }
    .hint = { $cause ->
        [quote] Add a straight quotation mark (") after the value.
        [brace] Write a closing brace after the last detail, and nothing after it: { "}" }
        [name] Write a detail as a name, an equals sign and a value, without spaces around the sign. The name starts with a letter.
        [double] Keep one of the two and delete the other.
        [bracket] Add a closing square bracket after the title of the block: ]
       *[other] Check the quotation marks and brackets on this line.
    }
    .explain =
        After the name of a block there can be a title in square brackets and details in braces.
        A detail is a name, an equals sign and a value; spaces part one detail from the next.
        A value with a space must be in straight quotation marks. Brackets and quotation marks
        come in pairs, and each detail is written only once.

        Wrong:
            ::links[]{ "{ids=\"uradprace mpsv}" }
        Right:
            ::links[]{ "{ids=\"uradprace mpsv\"}" }

P0507 = Blocks or quotations are nested too deep here (at most { $limit } levels).
    .label = too deep
    .hint = Remove one of the inner blocks or quotations, or move it out.
    .explain =
        A block can be inside a block and a quotation inside a quotation, but only so deep.
        Beyond that readers would lose their way, and a phone would have no room left for the
        text. It is usually a slip, such as a row of > signs copied from an e-mail.

        Wrong:
            >>>>>>>>>>>>>>>>>>>> Good morning
        Right:
            > Good morning

P0508 = The language code “{ $value }” cannot be used here.
    .label = unknown language
    .hint = Use one of these codes: { $known }. Czech is cs, English en, Ukrainian uk.
    .explain =
        A language is written as an international code, usually of two letters. It decides how
        a screen reader pronounces the text, how words are divided, and how search works.
        Codes of languages are not codes of countries: Czech is cs (not cz), Ukrainian uk (not ua).

        Wrong:
            lang: cz
        Right:
            lang: cs

P0509 = The anchor “{ $id }” is on this page twice.
    .label = second time
    .hint = Rename one of the anchors, for example to { "{" }#{ $id }-2{ "}" }, and correct the links that lead to it.
    .explain =
        An anchor is the name of one place on a page that a link can lead to. If it is there
        twice, the link always leads to the first, and the second cannot be reached, above all
        by people who use a screen reader.

        Wrong:
            ## Contact in Liberec { "{#kontakt}" }
            ## Contact in Turnov { "{#kontakt}" }
        Right:
            ## Contact in Liberec { "{#kontakt-liberec}" }
            ## Contact in Turnov { "{#kontakt-turnov}" }

P0510 = The footnote “{ $name }” has only one of its two parts: either the mark in the text, or the note itself.
    .label = other part missing
    .hint = There should be [^{ $name }] in the text and, on a line of its own, [^{ $name }]: the text of the note. Add what is missing, or delete what is left.
    .explain =
        A footnote has two parts of the same name: a mark in the text, and the note on a line of
        its own. A mark without a note would show as brackets, and nobody would find a note
        without a mark.

        Wrong:
            It has been so since January.[^law]
        Right:
            It has been so since January.[^law]

            { "[" }^law]: See the Employment Act.

## Settings of the site

P0601 = The address of the site in site.yaml, “{ $value }”, is not complete.
    .label = incomplete address
    .hint = Write the whole address with https:// and a slash at the end, such as base_url: https://www.example.cz/
    .explain =
        The key base_url is the address that the site will have. Search engines and the news feed
        need it; links within the site do not. It must start with https:// or http://. Until you
        know it, leave the address that was there.

        Wrong:
            base_url: www.example.cz
        Right:
            base_url: https://www.example.cz/

P0602 = The time zone “{ $value }” is not known.
    .label = unknown time zone
    .hint = Write the continent and the city in English. For Czechia: timezone: Europe/Prague
    .hint-near = Did you mean “{ $near }”? For Czechia write: timezone: Europe/Prague
    .explain =
        The time zone tells pakt which day it is, that is, when a page is to be published and
        when it is to end. Time zones have international names: the continent, a slash and
        a city, in English.

        Wrong:
            timezone: Praha
        Right:
            timezone: Europe/Prague

P0603 = The settings in site.yaml do not say who runs the site: { $missing }.
    .label = incomplete details
    .hint = Fill in these keys in site.yaml under “organisation”: { $missing }. Until then the site is marked as a sample.
    .explain =
        Readers should know who answers for the site and whom they can write to. While the
        operator, the e-mail or the accessibility contact is missing, every page says that it is
        a sample, and search engines are asked not to show it. The site can be built all the same.

        Wrong:
            organisation:
              email: ""
        Right:
            organisation:
              email: "info@example.cz"

P0604 = The site has no home page.
    .label = home page missing
    .hint = Create the file “{ $file }”. A front matter with a title is enough.
    .explain =
        The home page is the first thing that readers see when they type the address of the site.
        It is the file _index.md (with an underscore) right in the folder content. Without it
        they would see an error.

        Wrong:
            content/index.md
        Right:
            content/_index.md

P0605 = A taxonomy cannot be called “{ $name }”: another key of the front matter has that name, or it cannot be used as a key.
    .label = unfit name
    .hint = Choose another name, of lower-case letters without accents, digits and hyphens only. Change it in site.yaml under “taxonomies” and in the front matter of the pages.
    .explain =
        A page joins a taxonomy by a key in its front matter, and the key has the name of the
        taxonomy. If a taxonomy were called like another key, such as date or image, it would
        not be clear what the line means.

        Wrong:
            taxonomies:
              event:
        Right:
            taxonomies:
              topic:

P0606 = An entry of the synonyms in data/synonyms.yaml is not right: { $cause ->
        [language] it has to be under the code of a language of the site, such as cs
        [entry] it has to be a list of words, or a word and, after a colon, other words
        [words] one of the words holds no letter or digit
        [many] there are too many words
        [lone] it holds a single word, and needs another for it to find
       *[other] it cannot be read
    }.
    .label = { $cause ->
        [language] unknown language
        [many] too many words
        [lone] a single word
       *[other] not right
    }
    .hint = Put words of one meaning in brackets: - [CV, résumé]. Where a word is to find others too, write: - papers: [documents, certificates]
    .explain =
        By synonyms, the search finds a page even when people ask in other words than those
        it is written in. Synonyms stand under the code of a language. A list holds
        at least two words and at most 30.

        Wrong:
            en:
              - CV = résumé
        Right:
            en:
              - [CV, résumé]

P0607 = The accessibility statement is more than a year old: it was last reviewed on { $day }.
    .label = the last review
    .hint = Go through the whole statement, mend what is no longer true, and write today's date into “revize”.
    .explain =
        A statement must be true, so it is reviewed at least once a year. pakt does not build
        a site whose statement is older than 365 days. Change the date when you have read the text.

        Wrong (data/accessibility.yaml):
            revize: 2024-01-15
        Right:
            revize: 2026-11-28

P0608 = { $cause ->
        [full] The accessibility statement says that the site conforms in full, but lists what is not accessible.
        [empty] The accessibility statement says that the site conforms in part or not at all, but does not list what is not accessible.
        [burden] A disproportionate burden in the accessibility statement is not justified.
        [scope] The addresses that the accessibility statement is about do not hold the address of this site.
        [future] A day in the accessibility statement is yet to come.
       *[order] According to the accessibility statement, it was reviewed before it was made.
    }
    .label = does not agree
    .hint = { $cause ->
        [full] Write the status “castecne”, or empty the list “nepristupny_obsah” if all is mended and tried.
        [empty] Fill in the list “nepristupny_obsah”. Write the status “plne” only if the site has been tested by hand, too.
        [burden] Add the key “zduvodneni” to the item: why the change would be out of proportion.
        [scope] Add the address that site.yaml has in “base_url” to the list “rozsah”.
        [future] Write the day on which it really happened, such as today.
       *[order] Correct the key “vypracovano” or “revize”.
    }
    .explain =
        Readers rely on the statement, and the authority for accessibility checks it. So what it
        says must agree with itself. pakt never changes the status: that is yours to decide.

        Wrong (data/accessibility.yaml):
            stav: plne
            nepristupny_obsah:
              - popis: The video has no captions.
        Right:
            stav: castecne
            nepristupny_obsah:
              - popis: The video has no captions.

P0609 = { $kind ->
        [email] “{ $key }” should be an e-mail address, and “{ $value }” is none.
        [phone] “{ $key }” should be a phone number, and “{ $value }” is none.
       *[web] “{ $key }” should be the whole address of a site, and “{ $value }” is none.
    }
    .label = { $kind ->
        [email] no e-mail address
        [phone] no phone number
       *[web] no address of a site
    }
    .hint = { $kind ->
        [email] Write a single address and nothing else, such as { $key }: posta@example.cz
        [phone] Write a single number of digits and spaces alone. It may begin with +420.
       *[web] Write the whole address with https://, such as { $key }: https://www.example.cz/
    }
    .explain =
        pakt makes a link of a contact: who follows it writes or calls at once. So there has
        to be a single address or number, without a name and without remarks.

        Wrong:
            email: Registry (posta@example.cz)
        Right:
            email: posta@example.cz

P0610 = The word “{ $term }” stands in the glossary for the second time. Case and diacritics do not tell words apart.
    .label = the second
    .hint = Keep one entry. Write other forms and abbreviations of the word into “also”.
    .explain =
        Links lead to every word of the glossary, so each may stand there only once. Words that
        differ in case, diacritics or signs alone cannot be told apart by a link.

        Wrong (data/glossary.yaml):
            en:
              - term: retraining
                meaning: Preparation for another job.
              - term: Retraining
                meaning: A course for a new job.
        Right:
            en:
              - term: retraining
                also: [Retraining]
                meaning: Preparation for another job.

P0611 = The data “{ $name }” are in two files: one ends in .yaml, the other in .yml.
    .label = the second
    .hint = Put everything into one of them and delete the other.
    .explain =
        Data are called as their file without its ending. The endings .yaml and .yml mean the
        same, so it would not be clear which of two files with one name counts.

        Wrong:
            data/links.yaml
            data/links.yml
        Right:
            data/links.yaml

## Themes

P0701 = The theme “{ $name }” was not found.
    .label = unknown theme
    .hint = Write the name of a folder in themes, or of a theme that comes with the program: theme: pakt
    .hint-near = Did you mean “{ $near }”?
    .explain =
        A theme decides what the site looks like. It is a folder in themes beside site.yaml, or
        a theme that comes with the program. Write just the name of the folder, without a path.

        Wrong:
            theme: themes/kampan
        Right:
            theme: kampan

P0702 = The themes build on each other in a circle: { $chain }.
    .label = goes in a circle
    .hint = In theme.yaml of one of these themes delete the line “extends:”, or name another theme in it.
    .explain =
        A theme can build on another one (by the line extends in theme.yaml) and change only what
        is different. The last in the row must not build on one before it, or there would be
        nowhere to start.

        Wrong (themes/leto/theme.yaml and themes/zima/theme.yaml):
            extends: zima
            extends: leto
        Right:
            extends: zima
            extends: pakt

P0703 = The template is not written correctly, so pakt cannot use it.
    .label = slip in the template
    .hint = Mend the marked place, or put back the last version of the template that worked. Technically: “{ $cause }”
    .explain =
        A template is the frame of a page that pakt fills with the text. The tags in braces have
        rules of their own: each one that starts must also end. Without the template none of the
        pages that use it can be made.

        Wrong:
            { "{% if page.date %}<p>Updated</p>" }
        Right:
            { "{% if page.date %}<p>Updated</p>{% endif %}" }

P0704 = The template could not cope with the page “{ $page }”.
    .label = it stopped here
    .hint = { $cause ->
        [words] The theme has no words “{ $name }”. Correct their name in the template, or add them to the .ftl files in the folder locales.
        [date] “{ $name }” is not a date. The function date expects year, month and day with hyphens, such as 2026-12-01.
        [taxonomy] The site has no taxonomy “{ $name }”. Write one of those under “taxonomies” in site.yaml.
        [target] “{ $name }” cannot be linked to. The function link expects the path of a file in the folder content, or an address that starts with https://
        [link] The link to “{ $name }” leads to nothing that is published now. Correct the path (it starts from the folder content), or publish the page.
       *[other] Check that the page has everything that the template expects, or let the template allow for its absence. Technically: “{ $cause }”
    }
    .explain =
        The template is written correctly, but on one page it met something that it does not
        allow for, such as a value that the page does not have. The page would be half finished,
        so pakt does not make it.

        Wrong:
            { "<p>{{ page.event.place }}</p>" }
        Right:
            { "{% if page.event %}<p>{{ page.event.place }}</p>{% endif %}" }

P0705 = The templates include each other in a circle: { $chain }.
    .label = goes in a circle
    .hint = In one of these templates delete the line that leads back to the first one (include or extends).
    .explain =
        A template can include another one or build on it (extends). If it comes back to itself
        that way, the page would have no end.

        Wrong (in the template menu.html):
            { "{% include \"menu.html\" %}" }
        Right (in the template page.html):
            { "{% include \"menu.html\" %}" }

P0706 = The theme has no template “{ $name }”.
    .label = template not there
    .hint = Check the name. The templates of a theme are in its folder templates.
    .hint-near = Did you mean “{ $near }”?
    .explain =
        A page can ask for another template by the key template, and so can a template. It must
        be in the folder templates of the theme that the page uses, or of a theme that this one
        builds on. If the page needs nothing special, delete the line template. Capital and small
        letters count as different.

        Wrong:
            { "{% include \"Menu.html\" %}" }
        Right:
            { "{% include \"menu.html\" %}" }

P0707 = The style sheet (CSS) is not written correctly.
    .label = slip in the style
    .hint = { $cause ->
        [deep] Brackets are nested too deep (at most { $limit } levels). Probably some are missing here, or there are too many.
        [circle] Files import one another in a circle that comes back to “{ $name }”. Delete one of the lines with @import.
       *[other] Mend the marked place; usually a bracket or a semicolon is missing. Technically: “{ $cause }”
    }
    .explain =
        The CSS files of a theme set the colours, the type and the layout. A browser would skip
        the slip in silence, along with what comes after it, and the site might become hard to
        read. So pakt tells you beforehand.

        Wrong:
            { "h2 { color: navy" }
        Right:
            { "h2 { color: navy; }" }

P0708 = The theme has no file “{ $name }” among its assets.
    .label = file not there
    .hint = Check the name. The images, fonts and CSS of a theme are in its folder assets.
    .hint-near = Did you mean “{ $near }”?
    .explain =
        A template or a CSS file asks for an image, a font or another file that is not in the
        folder assets of the theme, nor of the themes that it builds on. Readers would see
        a gap in its place. Capital and small letters count as different.

        Wrong:
            { "{{ asset(name=\"Logo.svg\") }}" }
        Right:
            { "{{ asset(name=\"logo.svg\") }}" }

P0709 = The file with the words of the theme is not written correctly.
    .label = slip in the words
    .hint = { $cause ->
        [twice] The name “{ $name }” is in the file twice. Keep it only once.
       *[other] Mend the marked place: a name, an equals sign and a text; further lines of the text must be indented. Technically: “{ $cause }”
    }
    .explain =
        The words of a theme (“Search”, “Back to top”) are in its folder locales, in one .ftl file
        for each language. Each line has a name, an equals sign and a text. Without them the
        buttons and menus of the site would have no names.

        Wrong:
            search: Search
        Right:
            search = Search

P0710 = The theme is called “{ $name }” in theme.yaml, but its folder is “{ $folder }”.
    .label = not the folder's name
    .hint = Write the name of the folder here, or delete the line.
    .explain =
        A theme is called as its folder in themes. By that name it is chosen in site.yaml
        (theme:), in _index.md (theme:) and in another theme (extends:). The key “name” in
        theme.yaml only repeats it, and misleads if it differs.

        Wrong (themes/zima/theme.yaml):
            name: Winter theme
        Right:
            name: zima

## Output

P0801 = A foreign file already lies at “{ $path }”, where pakt wants to write its own.
    .label = foreign file
    .hint = Move it elsewhere. If pakt may overwrite it, run: pakt build --adopt
    .explain =
        In the output folder pakt overwrites and deletes only what it wrote there itself. This
        file was put there by somebody else and has different content, so pakt does not touch it
        until you decide. With --adopt the file is overwritten and its old content is gone.

        Wrong:
            logo.svg copied into the folder public by hand
        Right:
            logo.svg saved in the folder content/_static

P0802 = The output folder “{ $path }” and the sources of the site lie one inside the other.
    .label = output in the sources
    .hint = Choose another folder for the output, for example: pakt build --output public
    .explain =
        The finished site is written to the output folder, and old files are deleted from it.
        If it lay among your texts or contained them, the site could overwrite what it is made
        from. So it must be apart from the folders content, data and themes.

        Wrong:
            pakt build --output content
        Right:
            pakt build --output public

P0803 = The output folder “{ $path }” cannot be written to.
    .label = cannot be written
    .hint = Check that there is room on the disk, that you may write to the folder, that no other program has its files open, and that no file stands in its place. Technically: “{ $cause }”
    .explain =
        The computer did not allow pakt to save the finished site. The old site stayed as it was;
        the new one is published only as a whole. Usually the disk is full, a USB stick is
        unplugged, or you lack the rights to the folder.

        Wrong:
            pakt build --output E:\web, while the USB stick E: is unplugged
        Right:
            plug in the USB stick, then pakt build --output E:\web

P0804 = Another run of pakt is writing to the output folder “{ $path }” right now.
    .label = in use
    .hint = Wait until it has finished, and try again.
    .explain =
        Two builds at once would overwrite each other’s files, and the site would be half old and
        half new. So the second one ends at once and changes nothing. See whether pakt is running
        in another window, or whether a colleague is building the site to the same folder.

        Wrong:
            pakt build in two windows at once
        Right:
            the second pakt build only after the first has finished

P0805 = The list of the files that pakt wrote to the output folder (“{ $path }”) cannot be read.
    .label = damaged list
    .hint = Put the list back from a backup. If you have none, delete it and run: pakt build --adopt
    .explain =
        By this list pakt knows which files in the output folder are its own, so that it may
        overwrite or delete them. Without it pakt could not tell what is foreign, and writes
        nothing. Once the list is deleted, --adopt takes over the files that the site is to have;
        those that no longer belong to it stay in the output folder for you to delete.

        Wrong:
            the list changed by hand in a text editor
        Right:
            leave the list alone, pakt takes care of it
