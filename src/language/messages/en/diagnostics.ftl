# Findings, in English: one message per code of `src/diagnostic/code.rs`.
# message: what is wrong; label: under the marked place; hint: what to do next;
# hint-near: the hint when a likely name is known; explain: `pakt explain CODE`.

## Files

P0101 = The file is not saved as UTF-8, so accented letters would come out wrong.
    .label = unreadable character
    .hint = In Notepad++ choose “Encoding” → “Convert to UTF-8” and press Ctrl+S. In Notepad choose “File” → “Save as” → “Encoding: UTF-8”.
    .explain =
        The encoding is the way letters are stored in a file. Older programs store accented
        letters differently from today’s web, and your readers would see gibberish instead.
        So pakt reads UTF-8 only. You need not retype the text, just save the file again.

        Wrong (ANSI or Windows-1250 encoding; another program shows something like this):
            title: ?ivotopis
        Right (UTF-8 encoding):
            title: Životopis

P0102 = The file cannot be read.
    .label = unreadable file
    .hint = { $cause ->
        [name] The file’s name is not stored as UTF-8. Rename the file, preferably with plain letters only.
        [kind] It is not an ordinary file but a pipe, a socket or a device. Move it out of the site’s folder.
        [twins] Two files in the folder have the same name, stored in two different ways. Rename one of them.
       *[other] Close the file in all other programs and try again. If that does not help, ask your computer administrator for permission to read it. Technical detail: “{ $cause }”
    }
    .explain =
        The file is in the site’s folder, but the computer did not let pakt read it. Without it
        the site would be incomplete, so pakt does not publish the site. Usually another program
        has the file open, or you do not have permission to read it.

        Wrong:
            only the colleague who created zivotopis.md may read it
        Right:
            everyone who builds the site may read zivotopis.md

P0103 = A shortcut (symbolic link) points outside the site’s folder.
    .label = points outside
    .hint = Delete the shortcut and put copies of the files it pointed to in its place.
    .explain =
        A symbolic link is a shortcut: it looks like a file or a folder, but the content is
        elsewhere. If pakt followed it outside the site’s folder, it could publish things never
        meant for the public, and the site could not be built on another computer.

        Wrong:
            content/plany → D:\Shared\plany
        Right:
            content/plany is an ordinary folder with the files in it

P0104 = A shortcut (symbolic link) points to a folder that contains it.
    .label = endless loop
    .hint = Delete the shortcut. If you only want to point to another page, write a link in the text.
    .explain =
        A symbolic link is a shortcut: it looks like a folder, but the content is elsewhere.
        This one points to a folder above itself, so pakt would find the shortcut in that folder
        again, and so on without end.

        Wrong:
            content/poradna/zpet → content
        Right:
            no shortcut “zpet”, and in the text of a page: { "[" }home](../_index.md)

P0105 = The file disappeared while pakt was building the site.
    .label = file disappeared
    .hint = If you deleted or renamed it on purpose, run the command again. Otherwise put the file back, for example from the Recycle Bin.
    .explain =
        The file was in the site’s folder at the start but was gone when pakt tried to read it.
        The result would match neither the old state nor the new one, so nothing was published.
        This happens when someone, or a sync program such as OneDrive, moves files during
        a build.

        Wrong:
            rename kontakt.md to kontakty.md while pakt build is running
        Right:
            rename kontakt.md to kontakty.md first, then pakt build

P0106 = The file’s name ends in “.md.txt”, so pakt does not recognise it as a page.
    .label = “.txt” does not belong here
    .hint = Rename the file to “{ $name }”. If you cannot see the “.txt”, turn on “File name extensions” in the “View” menu of File Explorer.
    .explain =
        pakt recognises a page by its file name, which ends in “.md”. Notepad tends to add “.txt”
        when it saves a file, and Windows hides that ending.
        When saving, choose “Save as type: All files” and type the whole name.

        Wrong:
            content/poradna/zivotopis.md.txt
        Right:
            content/poradna/zivotopis.md

P0107 = An attachment that ends in “{ $extension }” could run as a program in the reader’s browser.
    .label = unsafe attachment
    .hint = Save the attachment as a PDF, or write its content as a page (.md). If it must be published as it is, ask the webmaster to set “html: allow” under “markdown” in site.yaml.
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
        [encoding] The picture is not saved as UTF-8. Save it again in the program it was made in (such as Inkscape), or use a PNG.
        [none] The file contains no SVG picture: it should start with the tag <svg>. Save it again in the program it was made in, or use a PNG.
        [end] The end of the picture is missing; the file was probably not copied completely. Copy or save it again.
        [deep] The tags are nested too deep (at most { $limit } levels). Simplify the picture, for example by ungrouping it, or use a PNG.
       *[other] Save the picture again in the program it was made in (such as Inkscape), or use a PNG. Technical detail: “{ $cause }”
    }
    .explain =
        An SVG picture is really text with tags, and every opening tag needs a closing one.
        Before publishing, pakt removes from each picture everything that could run in a browser.
        It cannot do that if it cannot read the picture.

        Wrong:
            <svg><circle r="5"></svg>
        Right:
            <svg><circle r="5"/></svg>

P0109 = The text file is larger than { $limit } MB, the most that pakt reads.
    .label = too large
    .hint = Split the text into several files. If it contains a picture as one long run of letters, save the picture as a separate file beside the page.
    .explain =
        Even a whole book is smaller than that as plain text. Such a file is usually a mistake:
        a table of data, or a picture pasted straight into the text. Nobody would read such a
        page to the end, and an older phone could not open it.

        Wrong:
            ![Map of the region](data:image/png;base64,iVBORw0KGgo…)
        Right:
            ![Map of the region](mapa.png)

## Front matter and YAML

P0201 = The page does not start with front matter.
    .label = --- is expected here
    .hint = At the very top of the file write three lines: “---”, below it “title: Heading of the page”, and below that “---” again.
    .explain =
        Every page starts with front matter: a few lines between two lines of “---” (three
        hyphens). It contains the title and other details that are not part of the text.
        Nothing may come before the first “---”, not even an empty line.

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
        Front matter goes between two lines of “---” (three hyphens). Without the second,
        pakt cannot tell where the text starts. Note that Word turns hyphens into a long dash.

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
    .label = look for the mistake here
    .hint = { $cause ->
        [space] A space is missing after the colon. Write it like this:
        [colon] A colon and a space are missing after the key. Write it like this:
        [control] There is a character that you cannot see and that does not belong in a text. Delete it; if you cannot see it, delete the whole word and type it again.
       *[other] Check the colons (each needs a space after it), quotation marks, brackets and indentation on the marked line and the line above it. Technical detail: “{ $cause }”
    }
    .explain =
        In front matter, in site.yaml and in the data folder, each line has a key, a colon,
        a space and a value. Quotation marks and brackets always come in pairs, and lines are
        indented with spaces only. The mistake is on the marked line or just above it.

        Wrong:
            title: "The interview
            weight:60
        Right:
            title: "The interview"
            weight: 60

P0204 = The value of the key “{ $key }” contains a colon, so the whole value must be in quotation marks.
    .label = unquoted colon
    .hint = Write it like this:
    .explain =
        A colon followed by a space separates a key from its value. If the value contains one
        too, pakt cannot tell which is which. Quotation marks solve this; they do not show on the
        site. Use straight ones from the keyboard ("), not curly ones.

        Wrong:
            title: Interview: how to prepare
        Right:
            title: "Interview: how to prepare"

P0205 = A # after a space starts a comment, so “{ $rest }” would be lost.
    .label = text cut off here
    .hint = Put the whole value in quotation marks. Write it like this:
    .explain =
        In front matter, in site.yaml and in the data folder, the sign # after a space starts
        a comment, and the rest of the line is ignored. If the sign belongs to the text, put the
        whole value in straight quotation marks ("). Put a real comment on a line of its own, or
        at least two spaces before it.

        Wrong:
            title: Dream job #1 in the region
        Right:
            title: "Dream job #1 in the region"

P0206 = The key “{ $key }” is not known here.
    .label = unknown key
    .hint = Delete the line, or correct the key. The command “pakt schema” lists all keys.
    .hint-near = Did you mean “{ $near }”?
    .explain =
        A key is the word before the colon. Each place has its own list of keys, written in
        English and in lower case. An unknown key would do nothing while you thought it
        worked, so pakt reports it.

        Wrong:
            heading: Writing a CV
        Right:
            title: Writing a CV

P0207 = The key “{ $key }” is used twice.
    .label = second time
    .hint = Keep one of the two lines and delete the other.
    .explain =
        A key may be used only once in one place. Of two lines, only one would count, and it
        would not be clear which.
        To give a key several values, write them in square brackets.

        Wrong:
            topic: hledani-prace
            topic: prava
        Right:
            topic: [hledani-prace, prava]

P0208 = The required key “{ $key }” is missing.
    .label = missing here
    .hint = Add a line that starts with “{ $key }:” and write the value after the colon and a space.
    .explain =
        Some details are required. A page must have a title because it becomes the main heading
        and the link in the menu. The file site.yaml has required keys, too.

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
        [text] text
        [number] a number
        [list] a list
        [map] a group of keys
        [boolean] true or false
        [date] a date
       *[other] a different value
    }.
    .label = { $expected ->
        [text] not text
        [number] not a number
        [list] not a list
        [map] not a group of keys
        [boolean] not true or false
        [date] not a date
       *[other] needs a different value
    }
    .hint = { $expected ->
        [text] Write text after the colon, preferably in quotation marks: { $key }: "text"
        [number] Write just a number after the colon, without quotation marks or units: { $key }: 10
        [list] Write the values in square brackets, separated by commas: { $key }: [first, second]
        [map] Leave only “{ $key }:” on this line and write the other keys below it, each on its own line, indented by two spaces.
        [boolean] Write true (yes) or false (no), without quotation marks: { $key }: true
        [date] Write the year, the month and the day with hyphens: { $key }: 2026-12-01
       *[other] See how the key “{ $key }” is written on another page. The command “pakt schema” lists what each key expects.
    }
    .explain =
        Each key expects one kind of value: text, a number, a date, a list in square brackets,
        true or false, or a group of keys below it. With any other value pakt would have
        to guess, and it does not.

        Wrong:
            weight: first
        Right:
            weight: 10

P0210 = The key “{ $key }” is set to “{ $value }”, but it must be true (yes) or false (no).
    .label = true or false
    .hint = Write it like this:
    .explain =
        Some keys can only be on or off. The two values are in lower case and without quotation
        marks: true means yes, false means no.
        If pakt guessed at other words, a page that you wanted to hide might be published.

        Wrong:
            draft: yes
        Right:
            draft: true

P0211 = The date “{ $value }” of the key “{ $key }” is in the Czech format, but must be written year-month-day.
    .label = wrong date format
    .hint = Write it like this:
    .explain =
        A date in front matter always has the same format: four digits for the year, two for
        the month and two for the day, with hyphens between them. It is the same in every
        language, and nobody mistakes the day for the month. Readers see it in their own format.

        Wrong:
            date: 12. 3. 2026
        Right:
            date: 2026-03-12

P0212 = The value “{ $value }” of the key “{ $key }” is not a valid date.
    .label = not a date
    .hint = Check that this day exists, and write the year, the month and the day with hyphens, such as 2026-12-01.
    .explain =
        Either there is no such day (31 June, 30 February), or pakt cannot read the format of
        the date. Dates decide when pages are published or hidden and how they are sorted,
        so pakt does not guess.

        Wrong:
            publish_until: 2026-06-31
        Right:
            publish_until: 2026-06-30

P0213 = The values are nested too deep or repeated too often.
    .label = too complex
    .hint = Simplify them: use fewer levels of indentation and brackets, and no repetition by & and *.
    .explain =
        Values can be nested, such as a list in a group of keys. A few levels are always enough.
        Anything very complex is usually a mistake, and a short file with many repeats could
        fill the computer’s whole memory.

        Wrong:
            extra: { "{a: {b: {c: {d: {e: {f: {g: …}}}}}}}" }
        Right:
            extra: { "{a: first, b: second}" }

P0214 = The key “{ $key }” is allowed only in _index.md, the main page of a folder.
    .label = not allowed here
    .hint = Move the line to the front matter of _index.md in the same folder, or delete it.
    .explain =
        The keys theme, feed and sort apply to a whole folder: its theme, whether it has a news
        feed, and how its pages are sorted. So they are allowed only in _index.md, which
        describes the folder.

        Wrong (content/kampan/rodina.md):
            theme: kampan
        Right (content/kampan/_index.md):
            theme: kampan

P0215 = The line is indented with a tab, but only spaces are allowed here.
    .label = tab
    .hint = Delete the gap at the start of the line and type spaces instead (two for each level). In Notepad++ choose “Edit” → “Blank Operations” → “TAB to Space”.
    .explain =
        Indentation shows what belongs to what. A tab has a different width in each editor, so
        it would not be clear how far the line is indented. That is why only spaces are allowed,
        usually two for each level.

        Wrong (→ represents a tab):
            extra:
            →source: the pact’s document
        Right:
            extra:
              source: the pact’s document

P0216 = “{ $value }” is not a possible value of the key “{ $key }”.
    .label = unknown value
    .hint = Choose one of these values: { $known }.
    .hint-near = Did you mean “{ $near }”? The possible values are: { $known }.
    .explain =
        Some keys take only one of a few values. Write the value exactly as listed, in English
        and in lower case. Any other word would have no effect.

        Wrong:
            markdown:
              html: permit
        Right:
            markdown:
              html: allow

P0217 = The page would go offline ({ $until }) before it is published ({ $from }), so nobody would ever see it.
    .label = ends before it starts
    .hint = Correct one of the two days. If the page should stay online, delete the line “publish_until”.
    .explain =
        The key publish_from is the first day on which the page is on the site, publish_until
        the last. If the last day is before the first, there is no day on which readers see it.

        Wrong:
            publish_from: 2026-12-01
            publish_until: 2026-01-31
        Right:
            publish_from: 2026-12-01
            publish_until: 2027-01-31

P0218 = The page’s last change ({ $until }) is before its date ({ $from }).
    .label = changed before it existed
    .hint = Correct one of the two days. If nobody has changed the page since its date, delete the line “updated”.
    .explain =
        The key date is the day on which the page was written, updated the day on which somebody
        last changed it. Readers see both, and feeds are ordered by updated. A change before the
        page existed is usually a typing error.

        Wrong:
            date: 2026-11-05
            updated: 2026-10-05
        Right:
            date: 2026-11-05
            updated: 2026-12-05

## Addresses

P0301 = Two files have the same address “{ $address }”.
    .label = same address
    .hint = Rename one of the files, or set a different slug in its front matter.
    .explain =
        A page’s address is made from the names of its folders and its file, without accents and
        capital letters. So two different names can lead to the same address, and one page would
        overwrite the other. The keys slug and aliases can also cause this.

        Wrong:
            content/poradna/zivotopis.md
            content/poradna/Životopis.md
        Right:
            content/poradna/zivotopis.md
            content/poradna/zivotopis-vzor.md

P0302 = The addresses “{ $address }” and “{ $other }” differ only in capital letters or in how accents are stored.
    .label = almost the same address
    .hint = Rename one of the files so that the names differ by at least one letter.
    .explain =
        On some computers these names are two files, on others (such as Windows) they are the
        same file. There, one file would overwrite the other, and readers would get the wrong
        one. So addresses must clearly differ.

        Wrong:
            content/_static/Mapa.pdf
            content/_static/mapa.pdf
        Right:
            content/_static/mapa-kraje.pdf
            content/_static/mapa.pdf

P0303 = The address “{ $address }” would be both a file and a folder.
    .label = file and folder
    .hint = Rename the attachment or the folder, or change the slug in the page’s front matter.
    .explain =
        On the site, each page is a folder and each attachment is a file. A folder and a file
        with the same name cannot exist side by side, so one of them would be missing.

        Wrong (a page, and a file without an extension):
            content/kontakt.md
            content/_static/kontakt
        Right:
            content/kontakt.md
            content/_static/kontakt.txt

P0304 = The slug “{ $value }” cannot be part of an address.
    .label = not allowed in an address
    .hint = Use only lower-case letters without accents, digits and hyphens.
    .hint-near = Write, for example: slug: { $suggestion }
    .explain =
        The slug is the last part of the page’s address. People copy addresses by hand, spell
        them out on the phone and print them on leaflets, so only lower-case letters without
        accents, digits and hyphens are allowed, and no slashes or spaces.

        Wrong:
            slug: Časté otázky
        Right:
            slug: caste-otazky

P0305 = The former address “{ $value }” under aliases is not an address on this site.
    .label = not an address
    .hint = Write only the path on this site, without https:// and the domain name, such as /poradna/zivotopis/
    .explain =
        The key aliases lists addresses that the page used to have. Readers who follow an old
        link are redirected to the new address. That works only within this site, so write just
        the path after the domain name.

        Wrong:
            aliases: ["https://www.example.cz/stary-zivotopis/"]
        Right:
            aliases: [/stary-zivotopis/]

P0306 = The name “{ $value }” cannot be stored on every computer.
    .label = forbidden name
    .hint = Choose a different, simple name. It must not be con, prn, aux, nul, com1 or lpt1, must not end in a full stop or a space, and must not contain any of \ : * ? " < > |
    .explain =
        Windows reserves some names and does not allow some characters. A site with such a file
        could be copied to one computer but not to another. So pakt does not allow them.

        Wrong:
            content/aux.md
        Right:
            content/pomucky.md

P0307 = The file index.md is in a folder with other pages.
    .label = should be _index.md
    .hint = If it is the main page of the folder, rename it to _index.md. If it is a separate page with attachments, move it and its attachments to a folder of their own.
    .explain =
        The file index.md turns a whole folder into one page with its attachments, so the folder
        can have no other pages. The main page of a folder with other pages is called
        _index.md (with an underscore).

        Wrong:
            content/poradna/index.md
            content/poradna/zivotopis.md
        Right:
            content/poradna/_index.md
            content/poradna/zivotopis.md

P0308 = The folder “{ $name }” has the name of one of the site’s languages.
    .label = name of a language
    .hint = Rename the folder. If it contains translations, move them next to the original pages and put the language before .md: zivotopis.{ $name }.md
    .explain =
        Pages in other languages have addresses that start with the language, such as /en/.
        A folder with that name would get mixed up with them. A translation is not in a separate
        folder: it is next to the original page and has the language in its file name.

        Wrong:
            content/en/zivotopis.md
        Right:
            content/zivotopis.en.md

P0309 = The terms “{ $term }” and “{ $other }” would have the same address “{ $slug }”.
    .label = same address
    .hint = If they are the same term, write it the same way on all pages. Otherwise rename one of them.
    .explain =
        Each term (of the taxonomy topic, for example) has a page that lists everything that
        belongs to it. Its address has no accents or capital letters, so two spellings of a word
        end up at the same address.

        Wrong (on two pages):
            topic: [Práva]
            topic: [prava]
        Right (on both):
            topic: [prava]

P0310 = The name “{ $value }” has no letters or digits, so no address can be made from it.
    .label = no letters or digits
    .hint = Put at least one letter or digit in the name.
    .explain =
        The name of a file, a folder or a term becomes part of an address, and pakt keeps only
        its letters and digits. Without any, the address would be empty.

        Wrong:
            content/poradna/….md
        Right:
            content/poradna/dalsi-rady.md

P0311 = The ending “{ $suffix }” looks like a language, but the site has no such language.
    .label = unknown language
    .hint = The site’s languages are listed in site.yaml under “languages”. If this is not a language, replace the dot in the name with a hyphen.
    .hint-near = Did you mean the language “{ $language }”? Then put it in the file name instead of “{ $suffix }”.
    .explain =
        A page’s file name gives its language: stranka.en.md is English, stranka.uk.md is
        Ukrainian. Language codes are not country codes: Czech is cs (not cz), Ukrainian is uk
        (not ua). For now, pakt treats the ending as part of the name and publishes the page
        in the main language.

        Wrong:
            content/kontakt.ua.md
        Right:
            content/kontakt.uk.md

P0312 = The folder has no main page: the file “{ $file }” is missing.
    .label = main page missing
    .hint = Create it. Front matter with a title is enough.
    .explain =
        A folder’s main page gives that part of the site a heading and lists what is in it.
        Without it, this part of the site has neither a heading nor an introduction.
        Each language has its own: _index.md, _index.en.md, _index.uk.md.

        Wrong:
            content/poradna/zivotopis.md
        Right:
            content/poradna/_index.md
            content/poradna/zivotopis.md

## Links

P0401 = The link points to the file “{ $target }”, which does not exist.
    .label = no such file
    .hint = Check the names of the file and its folder. The path starts from the page with the link; “../” means one folder up, and “/” at the start means the folder content. The address of another site starts with https://
    .hint-near = Did you mean “{ $near }”?
    .explain =
        Links within the site point to files in the folder content, including the .md at the end,
        and pakt turns them into addresses. A link to a file that does not exist would take
        readers to an error page. The usual cause is a page that was renamed or moved.

        Wrong:
            { "[" }The interview](pohovory.md)
        Right:
            { "[" }The interview](pohovor.md)

P0402 = The page “{ $target }” has no anchor “{ $anchor }”.
    .label = no such anchor
    .hint = Check the word after the # sign. An anchor is the text of a heading in lower case, without accents and with hyphens instead of spaces.
    .hint-near = Did you mean “{ $near }”?
    .explain =
        An anchor is the part of a link after the # sign; it points to one heading on the page.
        It is made from the text of the heading, so it changes with it. To keep it the same,
        write your own after the heading:
            ## Common questions { "{#otazky}" }

        Wrong:
            { "[" }What they will ask](pohovor.md#common)
        Right:
            { "[" }What they will ask](pohovor.md#otazky)

P0403 = The link target “{ $target }” contains a space, so this is not a link.
    .label = space in a link
    .hint = Put the target in angle brackets. Write it like this:
    .explain =
        A space ends the target of a link, so the page would show brackets instead of a link.
        Angle brackets hold the target together. A file name without spaces is even better:
        mapa-kraje.pdf.

        Wrong:
            { "[" }Map](mapa kraje.pdf)
        Right:
            { "[" }Map](<mapa kraje.pdf>)

P0404 = The image “{ $target }” has no description for people who cannot see it.
    .label = description missing
    .hint = { $form ->
        [html] In the tag, say what the image shows: <img alt="What it shows" … If it is only decoration, leave the description empty: alt=""
       *[other] In the square brackets, write what the image shows. If it is only decoration, write: ::image[]{ "{" }src={ $target }{ "}" }
    }
    .explain =
        A screen reader reads the description aloud, and it is shown if the image does not load.
        The law requires it on public-sector sites. Say in one sentence what the image shows.
        A decoration needs no description; write it as the block image.

        Wrong:
            ![](mapa.png)
        Right:
            ![Map of the districts of the region](mapa.png)
            ::image[]{ "{src=linka.svg}" }

P0405 = The link points to the page “{ $target }”, which is not currently published, so only the link’s text is shown.
    .label = target not published
    .hint = If that is what you want, do nothing; the link will work once the page is published. Otherwise delete the link, or change draft, publish_from or publish_until in the target page.
    .explain =
        The page exists, but it is a draft (draft: true), or its publication period has not
        started yet or is over. The link would take readers to an error page, so pakt keeps
        only its text. This is not an error, only a warning.

        The target page now:
            draft: true
        When it is ready, delete the line or change it:
            draft: false

P0406 = A link that starts with “{ $scheme }:” does not belong on a public site.
    .label = link not allowed
    .hint = Use a link that starts with https://, mailto: or tel:, or a path to a file on this site.
    .explain =
        Some links work only on your own computer (file:), others can run a program in the
        reader’s browser (javascript:). Neither helps your readers.
        Copy the file from your computer to the page’s folder and link to it by its name.

        Wrong:
            { "[" }Application form](file:///C:/Documents/prihlaska.pdf)
        Right:
            { "[" }Application form](prihlaska.pdf)

P0407 = The link “{ $target }” points outside the folder content.
    .label = points outside
    .hint = Copy the file to the page’s folder and link to it by its name alone. If the file is in the folder content, remove one “../”.
    .explain =
        Only files in the folder content get onto the site. Each “../” in a link means one folder
        up; with too many of them the link points outside the site, where readers cannot go.

        Wrong (on the page content/poradna/pohovor.md):
            { "[" }Plan](../../dokumenty/plan.pdf)
        Right (the file is in content/poradna):
            { "[" }Plan](plan.pdf)

P0408 = The image “{ $target }” is on another website.
    .label = another website
    .hint = Save the image next to the page and write only its name, such as ![What it shows](picture.jpg).
    .explain =
        Every reader’s browser would fetch the image from that other website. That website would
        learn who reads our page, and the image could change or disappear at any time.
        Make sure that you are allowed to use the image, and save it here.

        Wrong:
            ![A glass workshop](https://another.example/workshop.jpg)
        Right:
            ![A glass workshop](workshop.jpg)

P0409 = { $kind ->
    [picture] The image does not say which file to show.
   *[other] The link leads nowhere.
}
    .label = { $kind ->
        [picture] file missing
       *[other] target missing
    }
    .hint = { $kind ->
        [picture] { $form ->
            [block] After the block, add the name of the file in curly brackets: { "{" }src=picture.jpg{ "}" }
            [html] In the tag, write the name of the file: <img src="picture.jpg" alt="What it shows">
           *[other] In the round brackets, write the name of the file: ![What it shows](picture.jpg)
        }
       *[other] { $form ->
            [block] After the block, add where it leads in curly brackets: { "{" }href=page.md{ "}" }
            [html] In the tag, write where the link leads: <a href="page.md">. If the text should not be a link, delete the tags <a> and </a>.
           *[other] Write where the link leads: { "[" }text of the link](page.md). If the text should not be a link, delete the brackets.
        }
    }
    .explain =
        A link without a target looks like any other, but takes readers nowhere; at most it
        opens the same page again. An image without a file is not shown at all.

        Wrong:
            { "[" }Application form]()
        Right:
            { "[" }Application form](form.pdf)

P0410 = The link leads to the site itself by its whole address, “{ $target }”.
    .label = the file will do
    .hint = Link to the file: “{ $file }”. pakt checks such a link, and it works in the preview, too.
    .explain =
        The whole address of your own site stops working when the page moves or the site gets
        another address. In the preview it would also take you away. pakt turns a link to a file
        into the right address, and tells you if the file is missing.

        Wrong:
            { "[" }contact](https://www.example.cz/contact/)
        Right:
            { "[" }contact](contact.md)

P0411 = The anchor “#{ $anchor }” should be written “#{ $meant }”.
    .label = anchor written differently
    .hint = Change the anchor to “#{ $meant }”. The link works for now.
    .explain =
        An anchor, the part of a link after #, leads to a heading. Some editors write it with accents and
        capital letters, but on the site it has none. pakt recognises which heading you mean and
        changes the link. Correct it in the file anyway, so that it is the same everywhere.

        Wrong:
            { "[" }when to come](contact.md#Opening-Hours)
        Right:
            { "[" }when to come](contact.md#opening-hours)

P0412 = The block “{ $name }” lacks { $key }.
    .label = { $key } is missing
    .hint = Add {"{"}{ $key }=…{"}"} in braces. Without it, the block does not work.
    .explain =
        Some blocks cannot be shown without a certain attribute: the block lang must know which
        language its text is in. Attributes are written in braces, after the block’s name and its
        text in brackets.

        Wrong:
            :lang[Job Centre]
        Right:
            :lang[Job Centre]{"{"}code=en{"}"}

## Text and blocks

P0501 = { $form ->
    [html] The text has a heading <h1>, but the main heading of the page is the title in the front matter.
   *[other] The text has a heading with a single #, but the main heading of the page is the title in the front matter.
}
    .label = second main heading
    .hint = { $form ->
        [html] Use a heading one level lower. Write it like this:
       *[other] Add one more # at the start of the line. Write it like this:
    }
    .explain =
        A page should have one main heading, and that is the title in the front matter. Headings
        in the text start with two # signs, subheadings with three. Screen reader users
        navigate by them. If the line only repeats the title, delete it.

        Wrong:
            # What to take to the interview
        Right:
            ## What to take to the interview

P0502 = The site’s theme has no block “{ $name }”.
    .label = unknown block
    .hint = { $known ->
        [no-blocks] The theme of the site has no blocks. Write the same as plain text.
       *[other] Check the name of the block. The theme of the site has these blocks: { $known }.
    }
    .hint-near = Did you mean “{ $near }”?
    .explain =
        A block is a special part of a page, such as a note in a box or a guide in steps.
        It starts with colons and a name, and the theme decides what it looks like. The theme
        has no look for an unknown block.

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
    .hint = After the last line of the block, add a line with as many colons as at its start: :::
    .explain =
        A block that starts with three colons ends with a line of three colons. Without that line,
        the whole rest of the page would be in the block. If one block is inside another,
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
    .hint = Move the block before or after the list, quotation or table, and start it at the beginning of a line.
    .explain =
        A block starts at the beginning of a line and ends everything before it, so it would
        split the list, quotation or table. The other way round is fine: a list in a block.

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
        A line of colons closes a block that started above it. No block is open here: either
        the line is superfluous, or the start of the block was deleted or contains a mistake.

        Wrong:
            Take your identity card with you.
            :::
        Right:
            :::note
            Take your identity card with you.
            :::

P0506 = The attributes after the block’s name are not written correctly: { $cause ->
        [quote] the second quotation mark is missing
        [brace] the closing brace is missing, or something follows it
        [name] the name of one of them is wrong
        [double] one of them is used twice
        [bracket] the closing square bracket is missing
        [title] the title of the block is not in square brackets
       *[other] something is missing or superfluous
    }.
    .label = { $cause ->
        [quote] quotation mark missing
        [brace] brace is wrong
        [name] wrong name
        [double] second time
        [bracket] bracket missing
        [title] title without brackets
       *[other] wrong attribute
    }
    .hint = { $cause ->
        [quote] Add a straight quotation mark (") after the value.
        [brace] Write a closing brace after the last attribute, and nothing after it: { "}" }
        [name] Write an attribute as a name, an equals sign and a value, without spaces around the sign. The name starts with a letter.
        [double] Keep one of the two and delete the other.
        [bracket] Add a closing square bracket after the title of the block: ]
        [title] Put the title in square brackets directly after the name. Write it like this:
       *[other] Check the quotation marks and brackets on this line.
    }
    .explain =
        After a block’s name there can be a title in square brackets and attributes in braces.
        An attribute is a name, an equals sign and a value; spaces separate the attributes.
        A value with a space must be in straight quotation marks. Brackets and quotation marks
        come in pairs, and each attribute is used only once.

        Wrong:
            ::links[]{ "{ids=\"uradprace mpsv}" }
        Right:
            ::links[]{ "{ids=\"uradprace mpsv\"}" }

P0507 = Blocks or quotations are nested too deep here (at most { $limit } levels).
    .label = too deep
    .hint = Remove one of the inner blocks or quotations, or move it out.
    .explain =
        A block can be inside a block and a quotation inside a quotation, but only to a certain
        depth. Beyond that readers would get lost, and a phone would have no room left for the
        text. It is usually a mistake, such as a row of > signs copied from an e-mail.

        Wrong:
            >>>>>>>>>>>>>>>>>>>> Good morning
        Right:
            > Good morning

P0508 = The language code “{ $value }” cannot be used here.
    .label = unknown language
    .hint = Use one of these codes: { $known }. Czech is cs, English en, Ukrainian uk.
    .hint-near = Did you mean “{ $near }”? Language codes are not country codes. Write it like this:
    .explain =
        A language is written as an international code, usually two letters. It decides how
        a screen reader pronounces the text, how words are hyphenated, and how search works.
        Language codes are not country codes: Czech is cs (not cz), Ukrainian uk (not ua).

        Wrong:
            lang: cz
        Right:
            lang: cs

P0509 = The anchor “{ $id }” is used twice on this page.
    .label = second time
    .hint = Rename one of the anchors, for example to { "{" }#{ $id }-2{ "}" }, and correct the links to it.
    .explain =
        An anchor is the name of a place on a page that links can point to. If it is used twice,
        links always go to the first place, and the second cannot be reached, least of all
        by people who use a screen reader.

        Wrong:
            ## Contact in Liberec { "{#kontakt}" }
            ## Contact in Turnov { "{#kontakt}" }
        Right:
            ## Contact in Liberec { "{#kontakt-liberec}" }
            ## Contact in Turnov { "{#kontakt-turnov}" }

P0510 = The footnote “{ $name }” is incomplete: the mark in the text or the note itself is missing.
    .label = other part missing
    .hint = There should be [^{ $name }] in the text and, on a line of its own, [^{ $name }]: the text of the note. Add the missing part, or delete the other one.
    .explain =
        A footnote has two parts with the same name: a mark in the text, and the note on a line
        of its own. A mark without a note would show as brackets, and nobody would find a note
        without a mark.

        Wrong:
            It has been so since January.[^law]
        Right:
            It has been so since January.[^law]

            { "[" }^law]: See the Employment Act.

P0511 = { $cause ->
        [number] The line says { $written }, but readers will see { $shown }
        [order] The next numbers do not follow { $written }, so readers will see others than those written.
        [date] The line says { $written }, but readers will see { $shown }
       *[day] The line that starts with “{ $written }” becomes an item of a numbered list, not a date or an ordinal.
    }
    .label = { $cause ->
        [order] number out of order
        [day] item of a list
       *[other] shown with another number
    }
    .hint = { $cause ->
        [order] Correct the number to match the lines below. Write it like this:
        [number] Items are numbered one after another. Correct the number; to keep it, write a backslash (\) before the full stop or bracket. Write it like this:
       *[other] Write a backslash (\) before the full stop; readers will not see it. Write it like this:
    }
    .explain =
        A line that starts with a number and a full stop is an item of a numbered list. The first
        item keeps its number, the others count on from it, so a list that starts at 5 shows 20 as
        6. A date or an ordinal at the start of a line needs a backslash before the full stop.

        Wrong:
            5. Mai: Seminar
            20. Mai: Messe
        Right:
            - 5\. Mai: Seminar
            - 20\. Mai: Messe

P0512 = The day “{ $date }” is a { $right }, not a { $written }.
    .label = another day of the week
    .hint = Correct the day of the week or the date: { $near } is a { $written }.
    .explain =
        The day of the week does not match the date. People who go by one will come on another day
        than people who go by the other. Look up which of them is right.

        Wrong:
            We meet on Thursday, 10 February 2027.
        Right:
            We meet on Wednesday, 10 February 2027.

P0513 = { $cause ->
        [made] Readers will not see the text <{ $name }>: the angle brackets make it an HTML tag.
        [attributes] Part of the tag <{ $name }> will not be on the page: { $attributes }.
        [media] The embedded content (<{ $name }>) will not be on the page.
        [form] Part of a form (<{ $name }>) will not be on the page.
        [script] The script (<{ $name }>) will not be on the page.
        [style] The style (<{ $name }>) will not be on the page.
        [drawing] The drawing or formula (<{ $name }>) will not be on the page.
        [head] The tag <{ $name }> does not belong in the text of a page, and will not be on the page.
        [table] The tag <{ $name }> belongs in a table, and there is no table here. It will not be on the page.
       *[other] The tag <{ $name }> will not be on the page.
    }
    .label = { $cause ->
        [made] readers will not see this
       *[other] will not be on the page
    }
    .hint = { $cause ->
        [made] If that text does not belong on the page, delete it. If readers are to see it, put a backslash before each bracket. Write it like this:
        [attributes] Delete this: it has no effect on the page. The site’s theme decides how pages look.
        [media] Write a link to the content instead, such as [Recording of the meeting](https://…). Save a file of your own next to the page, and link to it, too.
        [form] Instead of the form, write a link to it, or an e-mail address or phone number where people can reach you.
        [script] Delete it. Scripts do not belong in texts; only the site’s theme may have them.
        [style] Delete it. The site’s theme decides how pages look.
        [drawing] Save the drawing as an image next to the page, and insert it: ![What it shows](picture.svg). Write a formula in words.
        [head] Delete it. The title and description of a page belong in the front matter, between the lines ---.
        [table] Put it inside <table>, or write the table without HTML, with vertical bars.
       *[other] Delete it, or write the same without HTML. The text inside it stays, unless another message says otherwise.
    }
    .explain =
        Of the HTML in a text, only tags that are safe for readers and look alike across the site
        are kept. You are told here what is not kept, so that nothing vanishes silently. Even plain
        text in angle brackets looks like a tag: a backslash makes it text.

        Wrong:
            In the subject, write <name>.
        Right:
            In the subject, write \<name\>.

P0514 = { $cause ->
        [cell] This row has more cells than the table’s header, so readers will not see: { $text }
        [braces] Readers will not see the braces at the end of the heading: { $text }
        [note] The footnote “{ $text }” is here for the second time. Readers will see only the first.
        [link] The link target “{ $text }” is here for the second time. Only the first counts.
        [unused] No link uses the target “{ $text }”, so readers will not see it.
        [picture] The description of an image can only be plain text. Readers will not see: { $text }
        [target] Only the text of this link will be on the page, because the HTML around it allows no link: { $text }
        [label] The title of a block can only be plain text. Readers will not see: { $text }
        [code] Readers will not see this instruction for computers: { $text }
        [stars] Readers will not see the stars around “{ $text }”: they mean italics, so the numbers run together.
       *[other] Readers will not see this text: { $text }
    }
    .label = { $cause ->
        [note] second time
        [link] second time
        [unused] not used anywhere
       *[other] readers will not see this
    }
    .hint = { $cause ->
        [cell] Add a column to the table’s header and to the line of dashes below it, or delete the extra vertical bar.
        [braces] Braces at the end of a heading are for an anchor without spaces: {"{"}#anchor{"}"}. If readers are to see them, put a backslash before each.
        [note] Give one of them another name, and use it in the text as well, or delete it.
        [link] Give one of them another name, and use it in the text as well, or delete it.
        [unused] Delete the line, or link to it in the text: [{ $text }].
        [picture] Write the link or footnote outside the image’s description.
        [target] Move the link elsewhere, or correct the HTML around it.
        [label] Write the link in the text of the block instead.
        [code] Delete it; it does nothing on the page. If readers are to see it, put it between backticks: `…`
        [stars] Write × instead of the star, or put a backslash (\) before it. Write it like this:
       *[other] Write it another way, or move it to where the page can show it, or delete it.
    }
    .explain =
        What is in the text is for readers to see. But some places have no room for text: a table
        row with more cells than the header, braces after a heading, a second footnote of the same
        name. Such text would vanish from the website, and nobody would notice.

        Wrong:
            | Day    | Hours |
            |--------|-------|
            | Monday | 8–17  | by appointment only |
        Right:
            | Day    | Hours | Note                |
            |--------|-------|---------------------|
            | Monday | 8–17  | by appointment only |

P0515 = { $cause ->
        [comment] This editor’s comment has no end, and hides everything after it.
        [code] This code sample has no end, so everything after it is shown as code.
        [tag] The tag { $name } is not complete, and hides everything after it.
       *[element] The tag { $name } is not closed, and hides everything after it.
    }
    .label = { $cause ->
        [comment] the comment starts here
        [code] the code starts here
       *[other] it starts here
    }
    .hint = { $cause ->
        [comment] At the end of the comment, write { $end }
        [code] After the last line of the code, add a line with the same sign as at its start: { $end }
        [tag] Add what is missing: the closing quotation mark, and after it { $end }
       *[element] Add { $end } after it, or delete it.
    }
    .explain =
        An editor’s comment starts with <!-- and ends with -->. A code sample starts and ends with
        a line of three backticks. If the end is missing or misspelt, the whole rest of the page
        is inside.

        Wrong:
            <!-- add the phone number --

            Come on Monday.
        Right:
            <!-- add the phone number -->

            Come on Monday.

P0516 = { $cause ->
        [front] Readers will see this editor’s comment: in the front matter, it is part of a value.
        [escape] Readers will see this editor’s comment: this site shows HTML as it is written.
        [indented] Readers will see this editor’s comment as a code sample: it is indented.
        [ending] This editor’s comment ends with --!>, which programs read differently. Readers may see what they should not.
        [nested] This editor’s comment ends too early, and readers will see the rest of it.
        [unlike] Readers will see this editor’s comment: it does not start with <!--.
       *[other] Readers will see this editor’s comment: it has no end, or is where a comment cannot be.
    }
    .label = { $cause ->
        [ending] unclear end
        [nested] part of it is visible
       *[other] readers will see this
    }
    .hint = { $cause ->
        [front] Move it to a line of its own below the front matter, or write it on a line of its own in the front matter, after the sign #.
        [escape] Delete it. If pakt is to hide comments, set markdown: html: sanitise in site.yaml.
        [indented] Delete the spaces at the start of the line, or delete the comment.
        [ending] Delete the exclamation mark. Write it like this:
        [nested] A comment cannot contain <!-- or -->. Delete them, or make it two comments.
        [unlike] An editor’s comment starts with <!-- and ends with -->. Write it like this:
       *[other] Put the comment on a line of its own, and end it with -->. If readers are to see it, put a backslash before it: \<!--
    }
    .explain =
        An editor’s comment is only for those who write the page. It starts with <!--, ends with
        -->, and is best on a line of its own. If it is not written correctly, it is published.

        Wrong:
            The office is open on Monday. <!-- verify!

            Ask the manager. -->
        Right:
            The office is open on Monday.

            <!-- verify, ask the manager -->

P0517 = { $kind ->
    [heading] The heading is empty.
    [block] The block “{ $name }” has no text.
    [button] The button has no text.
    [summary] The folded text has no heading.
   *[other] The link has no text.
}
    .label = text missing
    .hint = { $kind ->
        [block] Write the text in square brackets right after the name of the block, for example { "[" }Sign up].
        [heading] Write the heading. If it is not needed, delete all of it.
        [button] On the button, write what happens when it is pressed.
        [summary] Between the tags <summary> and </summary>, write what unfolding will show.
       *[other] Write a text that says where the link leads. If there is only an image in the link, add its description.
    }
    .explain =
        To people who cannot see, a screen reader reads out the headings and links of a page. An
        empty heading or link tells them nothing, so they cannot decide whether to follow it.

        Wrong:
            { "[" }](form.pdf)
        Right:
            { "[" }Application form](form.pdf)

P0518 = The heading skips a level: level { $level } comes right after level { $previous }.
    .label = skipped level
    .hint = A heading may be at most one level below the one before it. { $form ->
        [html] Use the tag <h{ $right }>.
       *[other] Write it like this:
    }
    .explain =
        Readers find their way by the levels of headings, above all those who listen to a screen
        reader. A heading of level two (##) may be followed by one of level three (###), but not
        by one of level four (####). The first heading in a text has level two, since the title
        has level one.

        Wrong:
            ## Documents
            #### Identity card
        Right:
            ## Documents
            ### Identity card

P0519 = This line was meant as a heading, but readers will see the # signs.
    .label = not a heading
    .hint = Put one ordinary space after the # signs, of which there may be at most six. Write it like this:
    .explain =
        A heading starts with two to six # signs and an ordinary space. Without the space, or with
        a no-break space (from Word, or from pressing Alt or Option), it stays a paragraph that
        shows the # signs.

        Wrong:
            ##When to come
        Right:
            ## When to come

P0520 = “{ $written }” was probably meant as a link, but it is plain text{ $cause ->
        [gap] : there is a space between the brackets and the parentheses
        [reversed] : brackets and parentheses are the wrong way round
        [undefined] : no line of the page says where the link leads
        [unclosed] : the closing parenthesis is missing
        [angle] : Markdown does not know an address written like this
       *[brackets] : a bracket or parenthesis is missing, or there is one too many
    }.
    .label = { $cause ->
        [gap] extra space
        [reversed] wrong way round
        [undefined] unknown target
        [unclosed] parenthesis missing
        [angle] not a link
       *[brackets] wrong brackets
    }
    .hint = { $cause ->
        [gap] Delete the space. Write it like this:
        [reversed] The text belongs in square brackets, the target in parentheses. Write it like this:
        [undefined] Write the target in parentheses directly after the text, such as [text](file.md). If it is not a link, put a backslash before the first bracket: \[
        [unclosed] Add a parenthesis at the end. Write it like this:
        [angle] Angle brackets must contain a whole address, without spaces. Write it like this:
       *[brackets] The text belongs in square brackets, and the target in parentheses directly after it: [text](file.md).
    }
    .explain =
        A link has two parts, one directly after the other: a text in square brackets and a target
        in parentheses. If one of them is missing, or there is a space between them, the page
        shows brackets and no link. If it really is plain text, put a backslash before it: \[

        Wrong:
            { "[" }Interview] (pohovor.md)
        Right:
            { "[" }Interview](pohovor.md)

P0521 = “{ $written }” was probably meant as an alert, but it is plain text{ $cause ->
        [title] : nothing else may be on the line
        [place] : it must be the first line of the quotation
        [alone] : it must be in a quotation, after the sign >
       *[kind] : there is no such kind of alert
    }.
    .label = { $cause ->
        [title] title on the same line
        [place] not the first line
        [alone] not in a quotation
       *[kind] unknown kind
    }
    .hint = { $cause ->
        [title] Write the title on the next line. Write it like this:
        [place] Leave an empty line above it, so that a new quotation begins.
        [alone] Start each line of the alert with > and a space, such as: > [!NOTE]
       *[kind] Write one of the kinds: NOTE, TIP, IMPORTANT, WARNING or CAUTION.
    }
    .explain =
        An alert is a quotation whose first line consists only of a mark: NOTE, TIP, IMPORTANT,
        WARNING or CAUTION in square brackets, after an exclamation mark. Nothing else may be on
        that line. For a title of your own, use a block, such as :::warning[Title].

        Wrong:
            > [!WARNING] Mind the deadline
            > Apply by Friday.
        Right:
            > [!WARNING]
            > Apply by Friday.

P0522 = { $cause ->
        [line] These lines were meant as a table, but the second line, with dashes, is missing, so they become plain text.
        [head] The first line of the table has a different number of cells from the line with dashes below, so there is no table.
        [delimiter] The line with dashes has a different number of cells from the line above, so there is no table.
        [cells] The row has fewer cells than the table has columns: { $columns }
        [bar] The bar is on a line of its own; it belongs to the end of the line above.
       *[text] Text right below a table becomes its last row.
    }
    .label = { $cause ->
        [cells] cell missing
        [text] row of the table
        [bar] end of a row
       *[other] not a table
    }
    .hint = { $cause ->
        [line] Add a line with dashes below the first line. Write it like this:
        [cells] Add the missing cells; they may be empty. Write it like this:
        [text] Put an empty line between the table and the text. Write it like this:
        [bar] Delete it, and write it at the end of the line above.
       *[other] Both lines must have the same number of cells. Write it like this:
    }
    .explain =
        A table has the names of its columns in the first line, dashes in the second, and data from
        the third on. All lines have the same number of cells. An empty line ends the table.

        Wrong:
            | day | hours |
            | Monday | 8–17 |
        Right:
            | day | hours |
            |---|---|
            | Monday | 8–17 |

P0523 = The line starts with a colon, so it becomes the definition of the term above it.
    .label = starts with a colon
    .hint = If it is text, write a backslash (\) before the colon; if it is a definition, write a space after it. Write it like this:
    .explain =
        A colon at the start of a line defines the term on the line above. A smiley there turns the
        whole paragraph into a glossary.

        Wrong:
            See you soon
            :-)
        Right:
            See you soon \:-)

P0524 = { $cause ->
        [bullet] These lines were meant as a list, but pakt does not know their bullets, so they become one paragraph.
        [space] These lines were meant as a list, but a no-break space follows the bullet or number, so there is no list.
        [letter] These lines start with letters and brackets, and become one paragraph.
        [inside] These numbered lines become part of the paragraph above them.
       *[marker] The line was meant as an item of a list, but its bullet or number is broken.
    }
    .label = not a list item
    .hint = { $cause ->
        [inside] Put an empty line above the first of them. Write it like this:
       *[other] An item starts with a hyphen, or a number and a full stop, and one ordinary space. Write it like this:
    }
    .explain =
        An item of a list starts with a hyphen, or a number and a full stop, and an ordinary space.
        Bullets from Word, letters with brackets and no-break spaces make no list: the lines become
        one paragraph.

        Wrong:
            • identity card
            • curriculum vitae
        Right:
            - identity card
            - curriculum vitae

P0525 = The line is indented, so it is shown as program code.
    .label = shown as code
    .hint = Delete the spaces or the tab at the start of the line.
    .explain =
        Four spaces or a tab at the start of a paragraph mean program code: it is shown in a box, in
        the type of a typewriter, and long lines do not wrap.

        Wrong:
                Bring your identity card to the office.
        Right:
            Bring your identity card to the office.

P0526 = { $cause ->
        [control] The text has the control character { $sign }, which no page may contain, so it is left out.
        [invisible] The text has the invisible character { $sign }, which has no width. It splits a word, so that nobody can find it.
        [direction] The text has the invisible character { $sign }, which changes the direction of writing.
        [private] The text has the character { $sign } from the font Symbol or Wingdings. Readers will see an empty box.
       *[lost] The text has the character { $sign }, which replaces a letter that a conversion lost.
    }
    .label = { $cause ->
        [private] empty box
        [lost] lost letter
       *[other] character that you cannot see
    }
    .hint = { $cause ->
        [private] Replace it with a character that every font has, such as a hyphen.
        [lost] Write the letter that should be here.
       *[other] Delete it; if you cannot see it, delete the whole word and type it again.
    }
    .explain =
        Such characters come from pasting from Word, PDF files and e-mails. They cannot be seen, but
        search, screen readers and browsers stumble over them.

        Wrong:
            {"\uF0B7"} identity card
        Right:
            - identity card

P0527 = “{ $written }” was probably meant as emphasis, but readers will see the signs{ $cause ->
        [space] : there is a space inside them, or a word directly after them
        [excess] : their number differs at the start and at the end
       *[open] : the matching signs are missing
    }.
    .label = { $cause ->
        [space] no emphasis here
        [excess] extra sign
       *[open] matching signs missing
    }
    .hint = { $cause ->
        [space] The signs must touch the words that they emphasise, and a space or punctuation must follow. Write it like this:
        [excess] Write as many signs at the start as at the end: one star for italics, two for bold.
       *[open] Add the same signs on the other side of the emphasised words. If they are plain signs, put a backslash (\) before each.
    }
    .explain =
        Emphasised words have the same signs at both ends: **bold**, *italics*, ~~struck through~~.
        The signs must touch the words, and both must be in one paragraph. Otherwise the page
        shows the signs.

        Wrong:
            Come ** by Friday**.
        Right:
            Come **by Friday**.

P0528 = The file has two versions of the same text, which version control (git) could not merge.
    .label = the first version starts here
    .hint = Keep only the right text, and delete the lines that start with <<<<<<<, ======= and >>>>>>>.
    .explain =
        When two people change the same place, version control leaves both versions in the file and
        puts marks between them. Both would be published.

        Wrong:
            <<<<<<< HEAD
            Open until 17:00.
            =======
            Open until 18:00.
            >>>>>>> change
        Right:
            Open until 18:00.

P0529 = “{ $written }” is the notation of another program{ $cause ->
        [shortcode] { "" } (a shortcode)
        [template] { "" } (an instruction of a template)
        [comment] { "" } (a comment for authors)
        [attributes] { "" } (attributes of a link, picture or paragraph)
        [remark] { "" } (a framed remark)
        [tab] { "" } (a tab)
        [contents] { "" } (a table of contents)
        [wiki] { "" } (a link to another page)
        [import] { "" } (an import of a file)
        [directive] { "" } (an instruction)
        [include] { "" } (an included file)
        [emoji] { "" } (an emoji in words)
        [mark] { "" } (marked text)
       *[insert] { "" } (inserted text)
    }, and readers will see it as it is.
    .label = notation of another program
    .hint = { $cause ->
        [comment] Write a comment for authors so that nobody sees it: <!-- comment -->
        [attributes] Delete the braces. Only a heading can have an anchor of its own: ## Heading { "{#anchor}" }
        [remark] A framed remark is a block: a line :::note[Title], the text below it, and a line ::: at the end.
        [tab] There are no tabs. Write the name of the tab as a heading: ### Name
        [contents] A line ::toc shows the table of contents.
        [wiki] Write a link like this: [text](file.md)
        [emoji] Insert the character itself. Write it like this:
        [mark] Use two stars for emphasis: **text**
        [insert] Use two stars for emphasis: **text**
       *[other] Delete it and write the same directly. The guide for authors shows what there is.
    }
    .explain =
        The page probably comes from another program that had a notation of its own for this. It
        means nothing here, so the page would show it literally. If that is intended, as in an
        example, put it between backticks (`).

        Wrong:
            !!! note "Mind this"
                Take your identity card with you.
        Right:
            :::note[Mind this]
            Take your identity card with you.
            :::

P0530 = “{ $written }” is inside HTML, so readers will see the signs instead of a link or emphasis.
    .label = no Markdown here
    .hint = Leave an empty line above this one, directly after the line with the HTML tag. Write it like this:
    .explain =
        A line with an HTML tag, such as <div> or <br>, begins a part without Markdown, which ends
        at an empty line. So leave an empty line after the tag; even better, do without HTML.

        Wrong:
            <div>
            { "[" }Interview](pohovor.md)
            </div>
        Right:
            <div>

            { "[" }Interview](pohovor.md)

            </div>

P0531 = The block “{ $name }” cannot be written like this: { $form ->
        [inline] within a line it would break the paragraph
        [line] on a single line it would be empty
       *[container] it cannot be around other text
    }.
    .label = wrong form of a block
    .hint = Write it like this: { $forms ->
        [container] :::{ $name }, the text below it, and a line ::: at the end
        [line] a line ::{ $name }
        [inline] :{ $name }[text] within a line
        [line-inline] a line ::{ $name }[text], or :{ $name }[text] within a line
       *[other] a line ::{ $name }, or :::{ $name } around a text, with a line ::: at the end
    }
    .explain =
        A block can have three forms: around a text (:::name, and ::: at the end), a line of its
        own (::name), and within a line (:name[text]). The theme says which of them each block
        has. In another form, a block would be empty or break the paragraph around it.

        Wrong:
            Come :note[with your identity card].
        Right:
            :::note
            Come with your identity card.
            :::

P0535 = “{ $written }” was probably meant as a block, but it is plain text.
    .label = no block here
    .hint = Check the colons and brackets: a line is ::name[text]{ "{key=value}" }; within a line there is only one colon, and the brackets follow the name directly.
    .explain =
        A block is recognised by colons, a name and brackets directly after each other. If one of
        them is missing, or the number of colons is wrong, the page shows the notation.

        Wrong:
            Ask for the ::lang[Job Centre]{ "{code=en}" }.
        Right:
            Ask for the :lang[Job Centre]{ "{code=en}" }.

P0538 = { $cause ->
        [start] The tag <{ $name }> is not closed.
       *[end] The tag </{ $name }> closes nothing.
    }
    .label = { $cause ->
        [start] end missing
       *[end] start missing
    }
    .hint = { $cause ->
        [start] After the text that it is for, add </{ $name }>, or delete it.
       *[end] Delete it, or add <{ $name }> before the text that it is for.
    }
    .explain =
        An HTML tag with a start and an end is for the text between them. If the end is missing,
        it continues to where the browser ends it, perhaps to the end of the page: everything
        is bold, or hidden.

        Wrong:
            Bring your <b>identity card.
        Right:
            Bring your <b>identity card</b>.

P0539 = The anchor of this heading is not written correctly: { $text }
    .label = not an anchor
    .hint = An anchor goes at the end of the heading: a space, an opening brace, one #, a name without spaces, and a closing brace.
    .explain =
        An anchor at the end of a heading gives it a lasting address that links can lead to. If
        a brace is missing, or there is one too many, there is no such address, and readers see the braces.

        Wrong:
            ## Common questions {"{"}#questions
        Right:
            ## Common questions {"{"}#questions{"}"}

P0540 = The first heading of the text has level { $level }, although the main heading above it has level 1.
    .label = level { $level }
    .hint = { $form ->
        [html] The first heading of a text is <h2>; change the others accordingly.
       *[other] The first heading of a text has two # signs; change the others accordingly. Write it like this:
    }
    .explain =
        The main heading of a page (level 1) is the title in the front matter. The first heading of
        the text is one level below it and is written with two # signs. Levels help above all
        those who listen to a screen reader.

        Wrong (the first heading of the text):
            ### Documents
        Right:
            ## Documents

## Settings of the site

P0601 = The site’s address in site.yaml, “{ $value }”, is not complete.
    .label = incomplete address
    .hint = Write the whole address with https:// and a slash at the end, such as base_url: https://www.example.cz/
    .explain =
        The key base_url is the site’s future address. Search engines and the news feed need it;
        links within the site do not. It must start with https:// or http://. Until you
        know it, keep the original address.

        Wrong:
            base_url: www.example.cz
        Right:
            base_url: https://www.example.cz/

P0602 = The time zone “{ $value }” is not known.
    .label = unknown time zone
    .hint = Write the continent and the city in English. For Czechia, write: timezone: Europe/Prague
    .hint-near = Did you mean “{ $near }”? For Czechia, write: timezone: Europe/Prague
    .explain =
        The time zone tells pakt what day it is, and so when a page’s publication starts and ends.
        Time zones have international names: the continent, a slash and a city, in English.

        Wrong:
            timezone: Praha
        Right:
            timezone: Europe/Prague

P0603 = The settings in site.yaml do not say who runs the site: { $missing }.
    .label = incomplete details
    .hint = Fill in these keys in site.yaml under “organisation”: { $missing }. Until then the site is marked as a demonstration.
    .explain =
        Readers should know who is responsible for the site and whom to write to. While the
        operator, the e-mail or the accessibility contact is missing, every page says that the
        site is a demonstration, and search engines are asked not to show it. The site can still
        be built.

        Wrong:
            organisation:
              email: ""
        Right:
            organisation:
              email: "info@example.cz"

P0604 = The site has no home page.
    .label = home page missing
    .hint = Create the file “{ $file }”. Front matter with a title is enough.
    .explain =
        The home page is the first thing that readers see when they type the site’s address.
        It is the file _index.md (with an underscore) directly in the folder content. Without it
        they would see an error.

        Wrong:
            content/index.md
        Right:
            content/_index.md

P0605 = A taxonomy cannot be called “{ $name }”: another front matter key has that name, or it is not a valid key.
    .label = name not allowed
    .hint = Choose a different name, using only lower-case letters without accents, digits and hyphens. Change it in site.yaml under “taxonomies” and in the pages’ front matter.
    .explain =
        A page lists its terms in its front matter, under a key with the name of the taxonomy.
        If a taxonomy had the name of another key, such as date or image, it would not be clear
        what the line means.

        Wrong:
            taxonomies:
              event:
        Right:
            taxonomies:
              topic:

P0606 = An item in data/synonyms.yaml is not valid: { $cause ->
        [language] it must be under the code of one of the site’s languages, such as cs
        [entry] it must be a list of words, or a word, a colon and other words
        [words] one of the words has no letter or digit
        [many] there are too many words
        [lone] it has only one word and needs at least two
       *[other] it cannot be read
    }.
    .label = { $cause ->
        [language] unknown language
        [many] too many words
        [lone] a single word
       *[other] not valid
    }
    .hint = Put words with the same meaning in brackets: - [CV, résumé]. To let one word also find others, write: - papers: [documents, certificates]
    .explain =
        Synonyms let search find a page even if people use different words than the page does.
        List them under the code of a language. A list has from 2 to 30 words.

        Wrong:
            en:
              - CV = résumé
        Right:
            en:
              - [CV, résumé]

P0607 = The accessibility statement was last reviewed more than a year ago, on { $day }.
    .label = the last review
    .hint = Go through the whole statement, correct what is no longer true, and set “revize” to today’s date.
    .explain =
        The statement must be true, so it must be reviewed at least once a year. pakt does not
        build a site whose last review is more than 365 days old. Change the date only once
        you have read the text.

        Wrong (data/accessibility.yaml):
            revize: 2024-01-15
        Right:
            revize: 2026-11-28

P0608 = { $cause ->
        [full] The accessibility statement says that the site is fully compliant, but lists content that is not accessible.
        [empty] The accessibility statement says that the site is partially or not compliant, but does not list what is not accessible.
        [burden] The accessibility statement claims a disproportionate burden without justifying it.
        [scope] The accessibility statement does not cover this site’s address.
        [future] A date in the accessibility statement is in the future.
       *[order] According to its dates, the accessibility statement was reviewed before it was made.
    }
    .label = contradiction
    .hint = { $cause ->
        [full] Set the status to “castecne”, or empty the list “nepristupny_obsah” if everything in it has been fixed and tested.
        [empty] Fill in the list “nepristupny_obsah”. Set the status to “plne” only if the site has also been tested by hand.
        [burden] Add the key “zduvodneni” to the item and explain why the change would be disproportionate.
        [scope] Add the “base_url” from site.yaml to the list “rozsah”.
        [future] Write the day on which it really happened, today at the latest.
       *[order] Correct the key “vypracovano” or “revize”.
    }
    .explain =
        Readers rely on the statement, and the supervisory authority checks it, so it must not
        contradict itself. pakt never changes the status: that is your decision.

        Wrong (data/accessibility.yaml):
            stav: plne
            nepristupny_obsah:
              - popis: The video has no captions.
        Right:
            stav: castecne
            nepristupny_obsah:
              - popis: The video has no captions.

P0609 = { $kind ->
        [email] “{ $key }” must be an e-mail address, which “{ $value }” is not.
        [phone] “{ $key }” must be a phone number, which “{ $value }” is not.
       *[web] “{ $key }” must be a full web address, which “{ $value }” is not.
    }
    .label = { $kind ->
        [email] not an e-mail address
        [phone] not a phone number
       *[web] not a web address
    }
    .hint = { $kind ->
        [email] Write a single address and nothing else, such as { $key }: posta@example.cz
        [phone] Write a single number, only digits and spaces. It may begin with +420.
       *[web] Write the full address with https://, such as { $key }: https://www.example.cz/
    }
    .explain =
        pakt turns a contact into a link, so that readers can write or call with one click.
        So write a single address or number, without names or remarks.

        Wrong:
            email: Registry (posta@example.cz)
        Right:
            email: posta@example.cz

P0610 = The word “{ $term }” is in the glossary twice. Words must differ in more than case and diacritics.
    .label = second time
    .hint = Keep one entry. List other forms and abbreviations of the word under “also”.
    .explain =
        Every glossary entry can be linked to, so each word may be there only once. Words that
        differ only in case, diacritics or punctuation would have the same link.

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

P0611 = The data “{ $name }” is in two files: one ends in .yaml, the other in .yml.
    .label = second file
    .hint = Put everything into one of them and delete the other.
    .explain =
        Data is named after its file, without the extension. The extensions .yaml and .yml mean
        the same, so it would not be clear which of the two files counts.

        Wrong:
            data/links.yaml
            data/links.yml
        Right:
            data/links.yaml

## Themes

P0701 = The theme “{ $name }” was not found.
    .label = unknown theme
    .hint = Write the name of a folder in themes, or of a built-in theme: theme: pakt
    .hint-near = Did you mean “{ $near }”?
    .explain =
        A theme decides what the site looks like. It is a folder in themes, beside site.yaml, or
        a built-in theme. Write just the name of the folder, without a path.

        Wrong:
            theme: themes/kampan
        Right:
            theme: kampan

P0702 = { $cause ->
        [length] More than nine themes extend one another: { $chain }.
       *[circle] The themes extend each other in a circle: { $chain }.
    }
    .label = { $cause ->
        [length] the tenth theme
       *[circle] circle
    }
    .hint = In theme.yaml of one of these themes, delete the line “extends:” or name a different theme there.
    .explain =
        A theme can extend another one (with the line extends in theme.yaml) and change only
        some of it. The last theme in the chain must not extend an earlier one, or there would be
        nowhere to start. A chain has at most nine themes.

        Wrong (themes/leto/theme.yaml and themes/zima/theme.yaml):
            extends: zima
            extends: leto
        Right:
            extends: zima
            extends: pakt

P0703 = The template is not written correctly, so pakt cannot use it.
    .label = mistake in the template
    .hint = Fix the marked place, or restore the last version of the template that worked. Technical detail: “{ $cause }”
    .explain =
        A template is the frame of a page, which pakt fills with the text. Tags in braces have
        their own rules: each one that opens must also close. Without the template, pakt cannot
        make any of the pages that use it.

        Wrong:
            { "{% if page.date %}<p>Updated</p>" }
        Right:
            { "{% if page.date %}<p>Updated</p>{% endif %}" }

P0704 = The template failed on the page “{ $page }”.
    .label = it failed here
    .hint = { $cause ->
        [words] The theme has no message “{ $name }”. Correct its name in the template, or add it to the .ftl files in the folder locales.
        [date] “{ $name }” is not a date. The function date expects the year, month and day with hyphens, such as 2026-12-01.
        [taxonomy] The site has no taxonomy “{ $name }”. Use one of those listed under “taxonomies” in site.yaml.
        [target] “{ $name }” cannot be linked to. The function link expects the path of a file in the folder content, or an address that starts with https://
        [link] The link to “{ $name }” points to nothing that is currently published. Correct the path (it starts from the folder content), or publish the page.
       *[other] Check that the page has everything that the template expects, or make the template work without it. Technical detail: “{ $cause }”
    }
    .explain =
        The template is written correctly, but on one page it met something it cannot handle,
        such as a value that the page does not have. The page would be incomplete, so pakt does
        not make it.

        Wrong:
            { "<p>{{ page.event.place }}</p>" }
        Right:
            { "{% if page.event %}<p>{{ page.event.place }}</p>{% endif %}" }

P0705 = The templates include each other in a circle: { $chain }.
    .label = circle
    .hint = In one of these templates, delete the line that leads back to the first one (include or extends).
    .explain =
        A template can include or extend another one. If that leads back to itself,
        the page would never end.

        Wrong (in the template menu.html):
            { "{% include \"menu.html\" %}" }
        Right (in the template page.html):
            { "{% include \"menu.html\" %}" }

P0706 = The theme has no template “{ $name }”.
    .label = no such template
    .hint = Check the name. The templates of a theme are in its folder templates.
    .hint-near = Did you mean “{ $near }”?
    .explain =
        A page can choose a different template with the key template, and a template can include
        or extend another. It must be in the folder templates of the page’s theme, or of a theme
        that this one extends. If the page needs nothing special, delete the line template.
        Upper and lower case matter.

        Wrong:
            { "{% include \"Menu.html\" %}" }
        Right:
            { "{% include \"menu.html\" %}" }

P0707 = The style sheet (CSS) is not written correctly.
    .label = mistake in the style sheet
    .hint = { $cause ->
        [deep] Brackets are nested too deep (at most { $limit } levels). Some are probably missing or superfluous here.
        [circle] Files import each other in a circle that leads back to “{ $name }”. Delete one of the @import lines.
       *[other] Fix the marked place; usually a bracket or a semicolon is missing. Technical detail: “{ $cause }”
    }
    .explain =
        A theme’s CSS files set the colours, fonts and layout. A browser would silently skip the
        mistake and what follows it, and the site might become hard to read. So pakt reports it
        first.

        Wrong:
            { "h2 { color: navy" }
        Right:
            { "h2 { color: navy; }" }

P0708 = The theme has no file “{ $name }” among its assets.
    .label = no such file
    .hint = Check the name. The images, fonts and CSS of a theme are in its folder assets.
    .hint-near = Did you mean “{ $near }”?
    .explain =
        A template or a CSS file uses an image, a font or another file that is not in the folder
        assets of the theme or of the themes it extends. Readers would see a gap in its place.
        Upper and lower case matter.

        Wrong:
            { "{{ asset(name=\"Logo.svg\") }}" }
        Right:
            { "{{ asset(name=\"logo.svg\") }}" }

P0709 = The theme’s message file is not written correctly.
    .label = mistake in the messages
    .hint = { $cause ->
        [twice] The name “{ $name }” is in the file twice. Keep only one of them.
       *[other] Fix the marked place: write a name, an equals sign and a text; indent any further lines of the text. Technical detail: “{ $cause }”
    }
    .explain =
        A theme’s messages (“Search”, “Back to top”) are in its folder locales, in one .ftl file
        for each language. Each line has a name, an equals sign and a text. Without them the
        site’s buttons and menus would have no labels.

        Wrong:
            search: Search
        Right:
            search = Search

P0710 = The theme is called “{ $name }” in theme.yaml, but its folder is “{ $folder }”.
    .label = not the folder’s name
    .hint = Write the name of the folder here, or delete the line.
    .explain =
        A theme is named after its folder in themes. That name selects it in site.yaml (theme:),
        in _index.md (theme:) and in another theme (extends:). The key “name” in theme.yaml only
        repeats it, and is misleading if it differs.

        Wrong (themes/zima/theme.yaml):
            name: Winter theme
        Right:
            name: zima

P0711 = The theme “{ $theme }” has no words in the language “{ $language }”.
    .label = first page in this language
    .hint = Ask the webmaster for a file themes/{ $theme }/locales/{ $language }.ftl with the theme’s words translated.
    .explain =
        Words such as “Search” or “Skip to content” come from the theme. Where it lacks them in the
        language of a page, it uses another, usually English, and marks it, so that screen readers
        pronounce it properly. But readers may not understand it.

        Wrong:
            content/_index.vi.md (the theme has only cs.ftl, en.ftl and uk.ftl)
        Right:
            themes/pakt/locales/vi.ftl

## Output

P0801 = At “{ $path }”, where pakt needs to write, there is already a file that pakt did not write.
    .label = not written by pakt
    .hint = Move it elsewhere. If pakt may overwrite it, run: pakt build --adopt
    .explain =
        In the output folder, pakt overwrites and deletes only what it wrote there itself. This
        file came from elsewhere and has different content, so pakt leaves it alone until you
        decide. With --adopt the file is overwritten and its old content is lost.

        Wrong:
            logo.svg copied into the folder public by hand
        Right:
            logo.svg saved in the folder content/_static

P0802 = The output folder “{ $path }” overlaps with the site’s sources.
    .label = overlaps with the sources
    .hint = Choose another folder for the output, for example: pakt build --output public
    .explain =
        pakt writes the finished site to the output folder and deletes old files from it. If the
        folder were inside your texts or contained them, the site could overwrite its own
        sources. So keep it apart from the folders content, data and themes.

        Wrong:
            pakt build --output content
        Right:
            pakt build --output public

P0803 = pakt cannot write to the output folder “{ $path }”.
    .label = cannot be written
    .hint = Check that the disk is not full, that you may write to the folder, that no other program has its files open, and that it is a folder, not a file. Technical detail: “{ $cause }”
    .explain =
        The computer did not let pakt save the finished site. The old site is unchanged, since
        the new one is published only as a whole. Usually the disk is full, a USB stick is
        unplugged, or you do not have permission to write to the folder.

        Wrong:
            pakt build --output E:\web, while the USB stick E: is unplugged
        Right:
            plug in the USB stick, then pakt build --output E:\web

P0804 = Another run of pakt is writing to the output folder “{ $path }” right now.
    .label = in use
    .hint = Wait until it has finished, and try again.
    .explain =
        Two builds at once would overwrite each other’s files, and the site would be half old and
        half new. So the second one stops immediately and changes nothing. Check whether pakt is
        running in another window, or whether a colleague is building into the same folder.

        Wrong:
            pakt build in two windows at once
        Right:
            the second pakt build only after the first has finished

P0805 = The list of the files that pakt wrote to the output folder (“{ $path }”) cannot be read.
    .label = damaged list
    .hint = Put the list back from a backup. If you have none, delete it and run: pakt build --adopt
    .explain =
        This list tells pakt which files in the output folder it wrote and may overwrite or delete.
        Without it, pakt cannot tell them from other files, so it writes nothing. Once the list
        is deleted, --adopt takes over the files that the site needs; files that no longer belong
        to it stay in the output folder for you to delete.

        Wrong:
            the list changed by hand in a text editor
        Right:
            leave the list alone; pakt takes care of it

## Passed over

P0901 = { $kind ->
        [data] pakt does not read this file in the data folder, because its name does not end in “.yaml”.
       *[page] The file is not on the site: the name of a page ends in “.md”, and this one does not. No page links to it either.
    }
    .label = passed over
    .hint = { $kind ->
        [data] Write the data as YAML in a file whose name ends in “.yaml”.
       *[page] If it should be a page, copy the text to a new file whose name ends in “.md”. If it should be downloaded, link to it on a page. If it is only for you, start its name with an underscore.
    }
    .hint-near = { $kind ->
        [data] Rename the file to “{ $near }”.
       *[page] If it should be a page, rename the file to “{ $near }”. If it is only for you, start its name with an underscore.
    }
    .explain =
        Only a file whose name ends in “.md” becomes a page, and in the data folder pakt reads
        only files whose names end in “.yaml” or “.yml”. Other files in the content folder are
        attachments: they are on the site only if a page links to them or shows them.
        Copy texts from Word and other programs into a page; a file whose name starts with an
        underscore is passed over in silence.

        Wrong:
            content/advice/cv.docx
            data/links.json
        Right:
            content/advice/cv.md
            data/links.yaml

P0902 = { $kind ->
        [data] This file is a copy of “{ $original }” with the same data. The site uses only the original.
       *[page] This file is a copy of the page “{ $original }”, so it is not published.
    }
    .label = copy
    .hint = If the copy contains something that the original lacks, move it there, and delete the copy. { $kind ->
        [data] If these should be other data, give the file another name.
       *[page] If it should be another page, give it another name and title.
    }
    .explain =
        Copies are made by file managers (“– Copy”), by downloads (“(1)”), and by shared folders
        when two people change a file at once (“conflicted copy”, the name of a computer after a
        hyphen). Everything would then be on the site twice. A page counts as a copy if it has
        such a name and the title or most lines of the original. Any other page with such a name
        is published.

        Wrong:
            content/contact.md
            content/contact – Copy.md
        Right:
            content/contact.md

P0903 = The term “{ $term }” is only one letter off the term “{ $near }”.
    .label = misspelt?
    .hint = Check whether they should be the same. If it really is another term, give it a page of its own in the folder of the taxonomy.
    .explain =
        Every term has a page that lists everything that belongs to it. A misspelling would make
        another term, whose page lists only this page, while the page of the real term lacks it.
        A term counts as known if it has a page of its own or several pages use it.

        Wrong (on one of the pages):
            topic: [retrainig]
        Right:
            topic: [retraining]

P0904 = The value “{ $value }” of the key “{ $key }” is a single term, although it looks like several.
    .label = one term with a comma
    .hint = Several terms are written in square brackets. Write it like this:
    .explain =
        Every term has a page that lists everything that belongs to it. A comma alone does not
        separate terms: there would be one page for a term with a comma, and this page would be
        missing from the lists of the real terms. If the comma belongs to the term, put the term
        in quotation marks.

        Wrong:
            topic: rights, benefits
        Right:
            topic: [rights, benefits]

P0905 = The block “{ $name }” does not know the attribute “{ $key }”, so it would have no effect.
    .label = unknown attribute
    .hint = Delete the attribute, or correct its name.
    .hint-near = Did you mean “{ $near }”?
    .explain =
        The braces after a block hold attributes: a name, an equals sign and a value. Each block
        knows only some. A misspelt one would be passed over in silence, and the block would show
        something else.

        Wrong:
            ::list{ "{" }tern=rights{ "}" }
        Right:
            ::list{ "{" }term=rights{ "}" }

P0906 = { $kind ->
        [data] There is no “{ $value }” in the file data/{ $of }.yaml.
        [taxonomy] The site has no taxonomy “{ $value }”.
       *[term] The taxonomy “{ $of }” has no term “{ $value }”.
    }
    .label = no such thing
    .hint = Check how the name is written where you take it from.
    .hint-near = Did you mean “{ $near }”?
    .explain =
        Some attributes of blocks are names of things elsewhere: an entry of a file in the data
        folder, a taxonomy of site.yaml, or a term of pages. With a misspelt name, the page would
        lack what the block should show, such as the link to an authority.

        Wrong:
            ::links{ "{" }ids="jobcenter"{ "}" }
        Right:
            ::links{ "{" }ids="jobcentre"{ "}" }

## Severities and exceptions

P0911 = { $code } is allowed without a reason.
    .label = reason missing
    .hint = After the code come a colon and the reason: write why { $code } is fine here.
    .explain =
        Allowing a finding says that it is fine in this place. The reason reminds you and your
        colleagues why, and how to tell when that is no longer so. Readers of the site do not see
        it.

        Wrong:
            <!-- pakt-allow P0510 -->
        Right:
            <!-- pakt-allow P0510: the note will come with the new law -->

P0912 = { $cause ->
       *[nothing] { $code } is allowed here, but does not occur.
        [line] This comment allows nothing, because it is not on a line of its own.
    }
    .label = excuses nothing
    .hint = { $cause ->
       *[nothing] If it has been fixed, delete this. In a text, it belongs on the line right before the paragraph that it is about.
        [line] Write all of it on a line of its own before the paragraph that it is about, outside HTML tags.
    }
    .explain =
        A comment allows one kind of finding in the block that follows it: a paragraph, a heading,
        a whole list or a whole table. In the front matter it is allowed on the whole page. Where
        there is no such finding, the permission is useless and might hide a new mistake later.

        Wrong (the comment is after the paragraph):
            It applies from January.[^law]

            <!-- pakt-allow P0510: the note will come with the new law -->
        Right:
            <!-- pakt-allow P0510: the note will come with the new law -->
            It applies from January.[^law]

P0913 = { $cause ->
       *[unknown] pakt knows no finding “{ $code }”.
        [none] This comment does not say which finding it allows.
        [fixed] { $code } cannot be allowed, turned off or made less serious.
    }
    .label = { $cause ->
       *[unknown] unknown code
        [none] code missing
        [fixed] must stay
    }
    .hint = { $cause ->
       *[unknown] Copy the code from the list of findings, such as P0501.
        [none] Write the code from the list of findings, such as <!-- pakt-allow P0501: reason -->.
        [fixed] Remove it here, and fix what it reports. To learn what it means, run: pakt explain { $code }
    }
    .hint-near = Did you mean “{ $near }”?
    .explain =
        How serious findings are can be changed for the whole site (check in site.yaml), for a page
        (allow in its front matter) or for one place (a pakt-allow comment). That does not work for
        errors that would leave something out of the site, leave something unsafe in it, or publish
        what is not meant to be public: P01xx, P02xx except P0206, P03xx, P0406 to P0408, P06xx,
        P07xx and P08xx.

        Wrong (site.yaml):
            check: { "{P0301: off}" }
        Right:
            check: { "{P0501: warning}" }

## Suspicious differences

P0920 = The heading “{ $title }” has a different level here from that in the other languages.
    .label = level { $level } here, { $other } elsewhere
    .hint = Compare the number of # signs with the other languages: { $level } here, { $other } there.
    .explain =
        The page has the same number of headings in all languages, and only one of them has
        a different level. Most likely a # sign is missing, or there is one too many. Levels help
        readers find their way, above all those who listen to a screen reader.

        Wrong (the Czech heading has two # signs, this one three):
            ### Where to turn
        Right:
            ## Where to turn
