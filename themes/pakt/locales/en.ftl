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
time = Time
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
official-links = Official places
source = Source
footnote-back = Back to the reference of note

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
redirect-title = This page has a new address
redirect-text = If the page does not open by itself, use this link:
