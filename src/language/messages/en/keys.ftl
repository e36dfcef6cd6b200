# What each key does, in English: one sentence for every key of a page’s front matter (front-…) and of site.yaml (site-…).
# They are the comments in new pages (pakt new) and the descriptions in the JSON Schema (pakt schema).

## Front matter of a page

front-title = The heading of the page; it is shown on the page, in lists and in the browser tab.
front-description = One sentence that says what is on the page; it is shown in lists and by search engines.
front-slug = The part of the address to use instead of the file or folder name; only lower-case letters without accents, digits and hyphens.
front-date = The page’s date, such as 2026-12-01; a date in the future does not hide the page.
front-updated = The day of the last change to the content, such as 2026-12-01.
front-draft = While this is true, the page is a draft and is not published.
front-weight = The position among the pages of the folder; pages with smaller numbers come first.
front-template = The name of a different template of the theme; usually left out.
front-theme = The theme (look) of this folder and of everything in it.
front-aliases = Former addresses of this page, such as /old-address/; they redirect here.
front-image = The picture that represents the page: the name of a file beside it.
front-image_alt = A description of the picture for people who cannot see it.
front-toc = If this is true, the page shows a table of contents with links to its headings.
front-search = If this is false, the site’s search does not find the page.
front-typography = If this is false, the text stays exactly as written, without typographic changes.
front-publish_from = The first day on which the page is published, such as 2026-12-01.
front-publish_until = The last day on which the page is published, such as 2026-12-31.
front-review_by = The day by which someone should review the content again, such as 2027-06-30.
front-checked = The day on which someone in your organisation last checked the facts against their source, such as 2026-12-01.
front-owner = Who is responsible for the page’s content, such as the name of a department.
front-event = Details of an event for the theme’s templates, such as its date and place.
front-steps = Short steps, shown as a numbered list before the text.
front-time = How much time the reader needs, such as 30 minutes.
front-feed = If this is true, the folder has a news feed (Atom); this needs base_url in site.yaml.
front-sort = How the folder’s pages are sorted: by weight, by date (newest first) or by title (alphabetically).
front-lang = The language code of the text, such as de, if it differs from the language in the file name.
front-allow = Findings that are fine on this page, and why, such as P0512: "That is what the invitation says."
front-extra = More details for the site’s theme; for example, menu is a shorter page title for the menu.
front-taxonomy = The page’s terms in this taxonomy, in square brackets, separated by commas.

## Settings of the site

site-title = The name of the site; it is shown in the header, in the browser tab and by search engines.
site-description = One sentence that says what is on the site and for whom.
site-base_url = The full address of the published site, such as https://www.example.cz/; without it, the site has no sitemap and no feeds.
site-language = The code of the site’s main language, such as cs; pages without a language suffix are in this language.
site-languages = The languages of the site by their codes, such as en or uk; each may have the keys name, title and description.
site-languages-name = The language’s own name, such as Čeština; it is shown where readers choose a language.
site-languages-title = The name of the site in this language.
site-languages-description = One sentence about the site in this language.
site-theme = The theme (look) of the site: the name of a folder in themes, or a built-in theme.
site-timezone = The time zone that decides when a day begins, such as Europe/Prague.
site-organisation = Who runs the site; while operator, email or accessibility_contact is missing, the site is marked as a demonstration.
site-organisation-operator = The full name of the organisation responsible for the site.
site-organisation-email = The e-mail address that readers can write to.
site-organisation-accessibility_contact = Who handles comments on the site’s accessibility, preferably an e-mail address.
site-organisation-phone = The public telephone number.
site-organisation-address = The postal address of the organisation.
site-organisation-id_number = The identification number of the organisation (IČO).
site-organisation-data_box = The identifier of the data box.
site-organisation-controller = The controller of personal data, if not the site’s operator.
site-organisation-data_protection_officer = How to reach the data protection officer.
site-organisation-logs_purpose = What the web server’s logs are for, such as the site’s security.
site-organisation-logs_retention = How long the web server’s logs are kept, such as 30 days.
site-taxonomies = How pages are grouped, such as by topic; a page lists its terms under the key of the same name in its front matter.
site-taxonomies-slug = The taxonomy’s part of the address in this language, such as topics.
site-taxonomies-title = The heading of the taxonomy in this language, such as Topics.
site-navigation = The menus of the site.
site-navigation-main = The pages of the main menu: files in the folder content, such as o-nas.md.
site-navigation-footer = The pages of the footer menu: files in the folder content, such as kontakt.md.
site-markdown = How the texts of pages are read.
site-markdown-html = What happens to HTML in a text: sanitise cleans it, escape shows it as text, allow leaves it unchanged.
site-markdown-extensions = If this is false, blocks, tables and footnotes do not work in texts.
site-typography = If this is false, all texts of the site stay exactly as written, without typographic changes.
site-feeds = News feeds (Atom).
site-feeds-limit = How many of the newest pages are in a feed at most; the default is 20.
site-search = The site’s search: true turns it on, false turns it off; the default is true.
site-check = How serious findings are: error, warning or off (not reported), such as P0501: warning.

## Data files

data-language = Text in this language.
data-glossary-term = The word in its base form; texts can link to it by its slug.
data-glossary-also = Other forms and abbreviations of the word, in square brackets, separated by commas; case-sensitive.
data-glossary-meaning = What the word means, in one plain sentence.
data-accessibility-predpis = The act under which the statement is made.
data-accessibility-rozsah = The addresses that the statement covers, including base_url from site.yaml.
data-accessibility-stav = The compliance status: plne (fully compliant), castecne (partially) or neni (not compliant).
data-accessibility-nepristupny_obsah = Content that is not accessible, or has not been checked yet.
data-accessibility-nepristupny_obsah-popis = What is not accessible, and where.
data-accessibility-nepristupny_obsah-sc = The WCAG criteria that it fails, such as "1.2.2".
data-accessibility-nepristupny_obsah-duvod = The reason: nesoulad (non-compliance), neprimerena-zatez (disproportionate burden) or mimo-pusobnost (the act does not apply).
data-accessibility-nepristupny_obsah-zduvodneni = The justification, required for neprimerena-zatez.
data-accessibility-nepristupny_obsah-alternativa = How else readers can get the content.
data-accessibility-vypracovano = The day on which the statement was made, such as 2026-12-01.
data-accessibility-revize = The day on which the statement was last reviewed, at least once a year.
data-accessibility-metoda = How the site was assessed: vlastni-posouzeni (self-assessment) or treti-strana (by a third party).
data-accessibility-metoda_popis = A few words about the method.
data-accessibility-doklad = The evaluation report: a full address, or the path of a file in content/, such as soubory/zprava.pdf.
data-accessibility-zverejneno = The day on which the site was published, such as 2027-01-15.
data-accessibility-dozor = The authority that readers can turn to if your answer does not satisfy them.
data-accessibility-dozor-nazev = The name of the authority.
data-accessibility-dozor-url = The full address of its website.
data-accessibility-dozor-adresa = Its postal address.
data-accessibility-dozor-email = Its e-mail address.
data-accessibility-dozor-telefon = Its phone number.
data-accessibility-dozor-overeno = If this is true, you have checked these details.
