# The theme's words in English. The other languages hold the same keys.

## Moving around
skip-to-content = Skip to content
main-navigation = Main menu
menu = Menu
footer-navigation = More links
language-switch = Language
language-home = home
home = Home
breadcrumbs = Where you are
toc = On this page
previous-next = Neighbouring pages
previous = Previous
next = Next
terms = Filed under
pages-count =
    { $count ->
        [one] { $count } page
       *[other] { $count } pages
    }
empty = There is nothing here yet.
pages-here = Pages that belong here
feed = News feed (Atom)

## State of the site and of the page
demo-notice = Demonstration – this website is not run by any public authority
draft = Draft – this page is not published
draft-short = draft
easy-version = Read the easier version
standard-version = Read the more detailed version
page-info = About this page
published = Published
updated = Updated
checked = Facts checked
owner = Responsible for this page
address = Address of this page
time = Takes
time-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
steps = Step by step

## Blocks in the text
alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution
details = Details
official-links = Official websites
source = Source
footnote-back = Back to the reference of note
other-site = another website
file-facts = { $kind }, { $size }
table = Table { $number }

## Footer
operator = Operator
phone = Phone
email = E-mail
postal-address = Address
id-number = Company ID (IČO)
data-box = Data box (datová schránka)
accessibility-contact = Report an accessibility problem

## Missing page and redirect
not-found-title = We could not find this page
not-found-text = The page may have moved or may no longer apply. Please check the address, or start from the home page.
not-found-home = Go to the home page
not-found-menu = Where to go next
redirect-title = This page has a new address
redirect-text = If the page does not open by itself, use this link:

## Search
search = Search
search-label = Search this site
search-button = Search
search-found = Pages found:
search-none = Nothing found. Try another or a shorter word.
search-failed = The search could not be loaded. Try loading the page again.
search-help = Type what you are looking for in the field above. The form of a word does not matter. Until then, the pages are listed below.
search-more = More pages

## Contact, privacy, accessibility statement
contact = Contact
not-filled-in = not filled in yet
operator-not-filled-in = The operator (not filled in yet)
not-checked = the operator checks this before the launch
privacy-facts = Who handles data, and how
controller = Controller of personal data
data-protection-officer = Data protection officer
logs-purpose = What server logs are for
logs-purpose-usual = Running the website safely and finding faults
logs-retention = How long logs are kept
cookies = Cookies and other parties
cookies-none = This website stores no cookies and loads nothing from other websites.
statement-undertakes = undertakes to make this website accessible. The statement is made under:
statement-scope = This statement applies to:
statement-status = Compliance status
statement-status-text =
    { $status ->
        [plne] This website is fully compliant with the accessibility requirements.
        [castecne] This website is partially compliant with the accessibility requirements, due to the non-compliance and exemptions listed below.
       *[neni] This website is not compliant with the accessibility requirements. The non-compliance and exemptions are listed below.
    }
statement-inaccessible = Content that is not accessible
statement-none = We know of no content that is not accessible.
statement-criteria = WCAG criteria: { $list }.
statement-reason =
    { $reason ->
        [nesoulad] Reason: non-compliance.
        [neprimerena-zatez] Reason: disproportionate burden.
       *[other] Reason: the content is outside the scope of the law.
    }
statement-made = Preparation of this statement
statement-made-on = This statement was prepared on
statement-reviewed-on = It was last reviewed on
statement-method =
    { $method ->
        [treti-strana] The website was assessed by a third party.
       *[other] The website was assessed by its operator.
    }
statement-evidence = Evaluation report
statement-published-on = The website was published on
statement-copy = This statement as data for programs
statement-feedback = Feedback and contact information
statement-feedback-text = Have you found content that is not accessible to you? Write to us and give the address of the page.
statement-enforcement = Enforcement procedure
statement-enforcement-text = If we do not answer your notice or request to your satisfaction, turn to the supervisory authority.
authority = Supervisory authority
