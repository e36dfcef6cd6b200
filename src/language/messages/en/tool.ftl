### Words of the command line. Those of diagnostics are in diagnostics.ftl, those of keys in keys.ftl.

## Diagnostics
severity-error = error
severity-warning = warning
hint = hint
related = this place takes part too
findings-count = Found: { $errors ->
        [one] { $errors } error
       *[other] { $errors } errors
    }, { $warnings ->
        [one] { $warnings } warning
       *[other] { $warnings } warnings
    }. More: pakt explain CODE

## Help
cli-about = pakt turns a folder of Markdown into the website of an employment pact.
cli-usage = Usage
cli-commands = Commands
cli-options = Options
cli-arguments = Arguments
cli-usage-options = OPTIONS
cli-usage-command = COMMAND
cli-value-folder = DIR
cli-value-page = PATH
cli-value-code = CODE
cli-value-day = YYYY-MM-DD
cli-help = shows this help
cli-version = shows the version of the program
cli-init = starts a new site
cli-new = starts a new page, its front matter explained
cli-build = builds the site into the folder public
cli-check = checks the whole site and writes nothing
cli-routes = lists what the site consists of
cli-explain = explains a code, such as P0206
cli-schema = prints the JSON Schema of front matters, settings or data files
cli-completions = prints completions for a shell
cli-man = prints the manual page
cli-root = the site's folder (otherwise the nearest one with site.yaml)
cli-lang = the language of messages: cs or en
cli-color = colours: auto, always or never
cli-quiet = errors and warnings only
cli-verbose = also tells what has been done
cli-output = where the site is written (otherwise public)
cli-drafts = builds drafts too
cli-portable = links name files, so that the site opens from a disk
cli-strict = warnings too keep the site from being published
cli-adopt = takes over foreign files that stand in the way
cli-at = the day for which the site is built
cli-format = the form of the list: for people, or json
cli-argument-dir = the new site's folder (otherwise this one)
cli-argument-page = the path of the page in the folder content
cli-argument-code = a code, such as P0206
cli-argument-subject = front matters (front), settings (site) or a data file
cli-argument-shell = bash, zsh, fish, elvish or powershell

## Misuse
usage-unknown-command = pakt has no command “{ $name }”.
usage-unknown-option = This command has no option “{ $name }”.
usage-too-many = “{ $name }” is one argument too many.
usage-wrong-value = pakt does not know the value “{ $value }” here ({ $name }).
usage-no-value = The option “{ $name }” needs a value.
usage-missing = Something is missing: { $name }.
usage-wrong = The command cannot be used like this.
usage-near = Did you mean “{ $near }”?
usage-known = Possible values: { $known }.
usage-help = For help: { $call }
result-lost = The result could not be printed. Technically: “{ $cause }”
no-site = There is no site in the folder { $folder } or above it (no file site.yaml).
    Start a new one with: pakt init
no-site-here = There is no site in the folder { $folder } (no file site.yaml).
    Start a new one with: pakt init
at-wrong = “{ $value }” is no day. Write it like this: --at 2026-12-01
epoch-wrong = The variable SOURCE_DATE_EPOCH must be a number of seconds since 1970, not “{ $value }”.
clock-wrong = The computer's clock does not tell what day it is. Give it with --at.

## Progress and result
start-init = There is no site here yet. Start one with: pakt init
open-done = Files read: { $count } ({ $folder })
init-done = The new site is in the folder { $folder }.
    Begin with the file NÁVOD.md. To preview the site, run in its folder: pakt
new-done = The page starts as a draft. Mend its title and write the text below the second line “---”. When it is ready, delete the line “draft: true”.
scaffold-exists = { $path } is there already, so pakt wrote nothing.
    Choose another name, or an empty folder.
scaffold-path = “{ $path }” does not name a page in the folder content.
    Write it like this, with a forward slash: pakt new news/open-day
scaffold-io = The file { $path } could not be written. Technically: “{ $cause }”
build-done = Done: { $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    } in { $seconds } s. Files written: { $written }, unchanged: { $unchanged }, removed: { $removed }.
build-foreign = The output holds files that pakt did not write: { $count }. They were left alone.
build-next-change = The content will change on { $day } – build again then.
build-refused = The site in the folder { $folder } is as it was.
check-clean = All is well, nothing to mend.
explain-unknown = pakt has no code “{ $code }”. Codes look like this: P0206.

## Live mode
cli-serve = live preview: every save is on the screen at once
cli-port = the port of the preview (otherwise 4000)
cli-host = the address to listen on (otherwise this computer only)
cli-open = opens the preview in the browser
cli-follow = the browser goes to the page that you save
cli-no-drafts = without drafts
serve-ready = Preview: { $url }
    Watching the folder { $folder }. Ready in { $time } ms. To end: Ctrl+C
serve-port-taken = Port { $port } is taken, the preview uses another.
serve-no-browser = The browser could not be opened. Go to { $url }
serve-polling = The system does not tell of changes (a network drive?), so pakt looks at the files itself. Changes show after about a second.
serve-changed = Changed: { $names }{ $more ->
        [0] {""}
       *[other] {" "}and more ({ $more })
    } – { $time } ms
serve-checked = Checked: errors { $errors }, warnings { $warnings }
serve-ended = The preview has ended.
serve-host = “{ $host }” is no IP address. Write for example: --host 0.0.0.0
serve-no-port = Cannot listen on { $address }. Technically: “{ $cause }”
serve-failed = The preview failed. Technically: “{ $cause }”

## When pakt itself fails
failed-change = pakt itself failed while reading a change{ $count ->
        [0] {""}
       *[other] {" "}({ $names })
    }. It is a fault of the program, not yours.
    .hint = The whole site was read anew from the disk, and you can go on writing. This message goes with the next change. If it keeps coming, undo your last edit and send the technical detail to whoever looks after your pakt.
failed-anew = The site could not be read anew from the disk{ $count ->
        [0] {""}
       *[other] {" "}(last change: { $names })
    }: pakt itself failed, so the preview has ended. It is a fault of the program, not yours.
    .hint = Your files are as you saved them. Undo your last edit and start pakt again. Send the technical detail to whoever looks after your pakt.
failed-check = pakt itself failed while checking the whole site. It is a fault of the program, not yours.
    .hint = The list of errors elsewhere on the site may be incomplete now. You can go on writing: the whole site is read anew from the disk, and the check runs again after every change. If this message keeps coming, undo your last edit and send the technical detail to whoever looks after your pakt.
failed-answer = pakt itself failed while preparing { $path }. It is a fault of the program, not yours.
    .hint = All other pages work and you can go on writing: the whole site is read anew from the disk, and this page appears by itself as soon as it can. If the message keeps coming, undo your last edit of the page and send the technical detail to whoever looks after your pakt.
failed-server = pakt itself failed in a way that the preview cannot go on from, so it has ended. It is a fault of the program, not yours.
    .hint = Your files are as you saved them. Start pakt again and send the technical detail to whoever looks after your pakt.
failed-cause = Technically: pakt { $version }, { $cause }

## Manual page
man-name = NAME
man-usage = SYNOPSIS
man-commands = COMMANDS
man-options = OPTIONS OF ALL COMMANDS
man-codes = EXIT STATUS
    .text =
        0 = done, perhaps with warnings
        1 = an error in a file of the site; with --strict, a warning too
        2 = misuse, no site, trouble with the output or the computer, a fault of the program
man-environment = ENVIRONMENT
    .text =
        LC_ALL, LC_MESSAGES, LANG = the language of messages: Czech or English
        NO_COLOR = if not empty, nothing is coloured
        SOURCE_DATE_EPOCH = the day for which the site is built, in seconds since 1970; --at comes first

## The panel and the bar in the browser
panel-lang = en
panel-title = Errors and warnings
panel-failed = Program fault
panel-errors = Errors
panel-warnings = Warnings
panel-error = Error
panel-warning = Warning
panel-elsewhere = Elsewhere on the site
panel-checking = Checking the whole site…
panel-last-good = Until the error is mended, the page keeps its last good version.
panel-never-good = This page cannot be shown yet. It will appear by itself once you mend the error and save the file.
panel-all-well = The page is all right.
panel-hint = Hint
panel-correction = Corrected line
panel-copy = Copy
panel-copied = Copied
panel-open-editor = Open in the editor
panel-open-page = Go to
panel-minimise = Minimise
panel-bar = Editor’s bar
panel-bar-hide = Hide the bar
panel-bar-show = Editor’s bar
panel-reconnecting = Reconnecting…
panel-source = File
panel-language = Language
panel-translation-older = older
panel-translation-missing = missing
panel-state-published = Published
panel-state-draft = Draft
panel-state-scheduled = Scheduled
panel-state-expired = No longer published
panel-state-generated = Generated
panel-next-change = Next change
panel-words = Words
panel-minutes = Minutes to read
panel-section = Section
panel-drafts = Drafts
