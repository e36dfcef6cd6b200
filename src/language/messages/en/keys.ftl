# What each key does, in English: one sentence for every key of a page’s front matter (front-…) and of site.yaml (site-…).
# They are the comments in new pages (pakt new) and the descriptions in the JSON Schema (pakt schema).

## Front matter of a page

front-title = The heading of the page; it is shown on the page, in lists and on the browser’s tab.
front-description = One sentence that says what is on the page; it is shown in lists and by search engines.
front-slug = A part of the address to use instead of the name of the file or folder; only lower-case letters without accents, digits and hyphens.
front-date = The day that the page belongs to, such as 2026-12-01; a date in the future does not hide the page.
front-updated = The day on which the content last changed, such as 2026-12-01.
front-draft = A draft: as long as this is true, the page is not published.
front-weight = The order among the other pages of the folder; the smaller the number, the higher the page.
front-template = The name of another template of the theme; usually left out.
front-theme = The theme (look) of this folder and of everything in it.
front-aliases = Former addresses of this page, such as /old-address/; whoever comes to them is led here.
front-image = The picture that stands for the page: the name of a file that lies beside it.
front-image_alt = A description of the picture for people who cannot see it.
front-toc = If this is true, the page shows its contents, that is, links to the headings in its text.
front-search = If this is false, the page is left out of the search on the site.
front-typography = If this is false, the text stays exactly as it is written, without typographic changes.
front-publish_from = The first day on which the page is to be on the site, such as 2026-12-01.
front-publish_until = The last day on which the page is to be on the site, such as 2026-12-31.
front-review_by = The day by which somebody is to go through the content again, such as 2027-06-30.
front-checked = The day on which a person of your organisation last checked the facts with their source, such as 2026-12-01.
front-owner = Who is responsible for the content of the page, such as the name of a department.
front-event = Details of an event for the theme’s templates, such as its day and place.
front-steps = Short steps that are shown as a numbered list before the text.
front-time = How much time the reader needs, such as 30 minutes.
front-feed = If this is true, the folder has a news feed (Atom); site.yaml must give the address of the site, base_url, for it.
front-sort = How the pages of the folder are ordered: weight by their order, date from the newest, title by the alphabet.
front-lang = The code of the language of the text, if it is not the language in the name of the file; such as de.
front-extra = Further details for the theme of the site; for example, menu is a shorter name of the page for the menu.
front-taxonomy = The terms of this taxonomy that the page belongs to, in square brackets and with commas between them.

## Settings of the site

site-title = The name of the site; it is shown in the header, on the browser’s tab and by search engines.
site-description = One sentence that says what is on the site and for whom.
site-base_url = The full address at which the site will run, such as https://www.example.cz/; without it, the site has neither a sitemap nor feeds.
site-language = The code of the site’s own language, such as cs; pages without a language suffix are in it.
site-languages = The languages of the site by their codes, such as en or uk; below each stands at least one of the keys name, title and description.
site-languages-name = The name of the language in that language, such as Čeština; it is shown where readers choose a language.
site-languages-title = The name of the site in this language.
site-languages-description = One sentence about the site in this language.
site-theme = The theme (look) of the site: the name of a folder in themes, or a theme that is in the program.
site-timezone = The time zone by which a day begins, such as Europe/Prague.
site-organisation = Who runs the site; as long as operator, email or accessibility_contact is missing, the site is marked as a demonstration.
site-organisation-operator = The full name of the organisation that is responsible for the site.
site-organisation-email = The e-mail address that readers can write to.
site-organisation-accessibility_contact = Who takes comments on the accessibility of the site, best as an e-mail address.
site-organisation-phone = The telephone number for the public.
site-organisation-address = The postal address of the organisation.
site-organisation-id_number = The identification number of the organisation (IČO).
site-organisation-data_box = The identifier of the data box.
site-organisation-controller = The controller of personal data, if it is not the operator of the site.
site-organisation-data_protection_officer = How to reach the data protection officer.
site-organisation-logs_purpose = What the logs of the web server are for, such as the security of the site.
site-organisation-logs_retention = How long the logs of the web server are kept, such as 30 days.
site-taxonomies = The ways in which pages are grouped, such as topic; a page names its terms by the key of the same name in its front matter.
site-taxonomies-slug = The part of the address of the taxonomy in this language, such as topics.
site-taxonomies-title = The heading of the taxonomy in this language, such as Topics.
site-navigation = The menus of the site.
site-navigation-main = The pages of the main menu: files in the folder content, such as o-nas.md.
site-navigation-footer = The pages of the menu in the footer: files in the folder content, such as kontakt.md.
site-markdown = How the texts of pages are read.
site-markdown-html = What becomes of HTML in a text: sanitise cleans it, escape shows it as text, allow leaves it as it is.
site-markdown-extensions = If this is false, blocks, tables and footnotes do not work in texts.
site-typography = If this is false, the texts of the whole site stay exactly as they are written, without typographic changes.
site-feeds = News feeds (Atom).
site-feeds-limit = How many of the newest pages are in a feed; if this is left out, at most 20.
site-search = The search on the site: true turns it on, false turns it off; if this is left out, it is on.

## Data files

data-language = What is written in this language.
data-glossary-term = The word in its base form; texts may link to it by its slug.
data-glossary-also = Other forms and abbreviations of the word that texts use, in square brackets and with commas between them; case counts.
data-glossary-meaning = What the word means, in one plain sentence.
data-accessibility-predpis = The act under which the statement is made.
data-accessibility-rozsah = The addresses that the statement is about; base_url of site.yaml is one of them.
data-accessibility-stav = How far the site conforms: plne (in full), castecne (in part) or neni (not).
data-accessibility-nepristupny_obsah = What is not accessible, or what nobody has checked yet.
data-accessibility-nepristupny_obsah-popis = What is not accessible and where.
data-accessibility-nepristupny_obsah-sc = The WCAG criteria that it fails, such as "1.2.2".
data-accessibility-nepristupny_obsah-duvod = Why: nesoulad (it fails), neprimerena-zatez (it would cost too much) or mimo-pusobnost (the act does not apply to it).
data-accessibility-nepristupny_obsah-zduvodneni = The justification that neprimerena-zatez needs.
data-accessibility-nepristupny_obsah-alternativa = How else readers get to the content.
data-accessibility-vypracovano = The day on which the statement was made, such as 2026-12-01.
data-accessibility-revize = The day on which the statement was last reviewed, at least once a year.
data-accessibility-metoda = How the statement was made: vlastni-posouzeni (by oneself) or treti-strana (by others).
data-accessibility-metoda_popis = A few words about the method.
data-accessibility-doklad = What proves the statement: a full address, or a file of content/ by its path from there, such as soubory/zprava.pdf.
data-accessibility-zverejneno = The day on which the site was published, such as 2027-01-15.
data-accessibility-dozor = The authority that readers turn to if an answer does not satisfy them.
data-accessibility-dozor-nazev = The name of the authority.
data-accessibility-dozor-url = The full address of its site.
data-accessibility-dozor-adresa = Its postal address.
data-accessibility-dozor-email = Its e-mail address.
data-accessibility-dozor-telefon = Its phone number.
data-accessibility-dozor-overeno = If this is true, you have checked these details.
