### Messages of the command line and the browser's panel. Findings are in diagnostics.ftl, keys in keys.ftl.

## Diagnostics
severity-error = error
severity-warning = warning
hint = hint
related = this place is involved, too
note = note
from-day = True only from { $day }; until then there is time to fix it.
findings-count = Found: { $errors ->
        [one] { $errors } error
       *[other] { $errors } errors
    }, { $warnings ->
        [one] { $warnings } warning
       *[other] { $warnings } warnings
    }. More: pakt explain CODE
summary = There are many findings, so here are only the first few, and a summary by kind with the first place of each:
summary-all = To see every finding, use --all.
summary-lower = To put off errors that need not be fixed at once, turn them into warnings. Add to site.yaml: { $setting }

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
cli-help = show this help
cli-version = show the program's version
cli-init = start a new site
cli-new = start a new page, with its front matter explained
cli-build = build the site into the folder public
cli-check = check the whole site without writing anything
cli-routes = list what the site consists of
cli-explain = explain a code, such as P0206
cli-schema = print the JSON Schema of front matter, settings or data files
cli-completions = print completions for a shell
cli-man = print the manual page
cli-root = the site's folder (default: the nearest one with site.yaml)
cli-lang = the language of messages: cs or en
cli-color = colours: auto, always or never
cli-quiet = show only errors and warnings
cli-verbose = also show what was done
cli-output = where to write the site (default: public)
cli-drafts = build drafts, too
cli-portable = make links point to files, so that the site works from disk
cli-strict = fail on warnings, too
cli-all = print every finding, even if there are many
cli-adopt = overwrite files in the way that pakt did not write
cli-at = use this day as today's date
cli-format = the output format
cli-argument-dir = the new site's folder (default: this one)
cli-argument-page = the page's path in the folder content
cli-argument-code = a code, such as P0206
cli-argument-subject = front matter (front), settings (site) or a data file
cli-argument-shell = bash, zsh, fish, elvish or powershell

## Misuse
usage-unknown-command = pakt has no command “{ $name }”.
usage-unknown-option = This command has no option “{ $name }”.
usage-too-many = Unexpected argument: “{ $name }”.
usage-wrong-value = “{ $value }” is not a valid value here ({ $name }).
usage-no-value = The option “{ $name }” needs a value.
usage-missing = Missing: { $name }.
usage-wrong = This command cannot be used like that.
usage-near = Did you mean “{ $near }”?
usage-known = Possible values: { $known }.
usage-help = For help: { $call }
result-lost = The result could not be printed. Technical detail: “{ $cause }”
no-site = There is no site (no file site.yaml) in the folder { $folder } or above it.
    Start a new one with: pakt init
no-site-here = There is no site (no file site.yaml) in the folder { $folder }.
    Start a new one with: pakt init
at-wrong = “{ $value }” is not a date. Write it like this: --at 2026-12-01
epoch-wrong = The variable SOURCE_DATE_EPOCH must be a number of seconds since 1970, not “{ $value }”.
clock-wrong = The computer’s clock does not give today’s date. Give one with --at.

## Progress and result
start-init = There is no site here yet. Start one with: pakt init
open-done = Files read: { $count } ({ $folder })
init-done = The new site is in the folder { $folder }.
    Begin with the file NÁVOD.md. To preview the site, run this in its folder: pakt
new-done = The page starts as a draft. Edit its title and write the text below the second line “---”. When the page is ready, delete the line “draft: true”.
scaffold-exists = { $path } already exists, so pakt wrote nothing.
    Choose a different name, or an empty folder.
scaffold-path = “{ $path }” does not name a page in the folder content.
    Write it like this, with a forward slash: pakt new news/open-day
scaffold-io = The file { $path } could not be written. Technical detail: “{ $cause }”
build-done = Done: { $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    } in { $seconds } s. Files written: { $written }, unchanged: { $unchanged }, removed: { $removed }.
build-foreign = Files in the output folder that pakt did not write and left alone: { $count }.
build-next-change = Scheduled content will change on { $day }. Build again on that day.
build-refused = The site in the folder { $folder } was not changed.
check-clean = Everything is fine, nothing to fix.
explain-unknown = There is no code “{ $code }”. Codes look like this: P0206.

## Live mode
cli-serve = start a live preview, which shows every save at once
cli-port = the port of the preview (default: 4000)
cli-host = the address to listen on (default: this computer only)
cli-open = open the preview in the browser
cli-follow = take the browser to the page that you save
cli-poll = look at the files every 2 seconds, even if the system reports changes (network and shared folders)
cli-no-drafts = leave out drafts
serve-ready = Preview: { $url }
    Watching the folder { $folder }. Ready in { $time } ms. To stop: Ctrl+C
serve-port-taken = Port { $port } is in use, so the preview uses another one.
serve-no-browser = The browser could not be opened. Go to { $url }
serve-polling = The system does not report all changes (a network or shared folder?), so pakt looks at the files itself every 2 seconds.
serve-changed = Changed: { $names }{ $more ->
        [0] {""}
       *[other] {" "}and more ({ $more })
    } – { $time } ms
serve-checked = Checked: errors { $errors }, warnings { $warnings }
serve-ended = The preview has stopped.
serve-host = “{ $host }” is not an IP address. Write, for example: --host 0.0.0.0
serve-no-port = Cannot listen on { $address }. Technical detail: “{ $cause }”
serve-failed = The preview failed. Technical detail: “{ $cause }”

## When pakt itself fails
failed-change = pakt itself failed while reading a change{ $count ->
        [0] {""}
       *[other] {" "}({ $names })
    }. The program is at fault, not you.
    .hint = The whole site was read from disk again, and you can go on writing. This message disappears with the next change. If it keeps coming back, undo your last edit and send the technical detail to whoever maintains pakt for you.
failed-anew = The site could not be read from disk again{ $count ->
        [0] {""}
       *[other] {" "}(last change: { $names })
    }: pakt itself failed, so the preview has stopped. The program is at fault, not you.
    .hint = Your files are as you saved them. Undo your last edit and start pakt again. Send the technical detail to whoever maintains pakt for you.
failed-check = pakt itself failed while checking the whole site. The program is at fault, not you.
    .hint = The list of errors elsewhere on the site may now be incomplete. You can go on writing: the whole site is read from disk again, and the check runs again after every change. If this message keeps coming back, undo your last edit and send the technical detail to whoever maintains pakt for you.
failed-answer = pakt itself failed while preparing { $path }. The program is at fault, not you.
    .hint = All other pages work and you can go on writing: the whole site is read from disk again, and this page will appear as soon as possible. If this message keeps coming back, undo your last edit of the page and send the technical detail to whoever maintains pakt for you.
failed-server = pakt itself failed, and the preview had to stop. The program is at fault, not you.
    .hint = Your files are as you saved them. Start pakt again and send the technical detail to whoever maintains pakt for you.
failed-cause = Technical detail: pakt { $version }, { $cause }

## Manual page
man-name = NAME
man-usage = SYNOPSIS
man-commands = COMMANDS
man-options = OPTIONS OF ALL COMMANDS
man-codes = EXIT STATUS
    .text =
        0 = done, perhaps with warnings
        1 = an error in a file of the site; with --strict, also a warning
        2 = wrong usage, no site, a problem with the output or the computer, or a program failure
man-environment = ENVIRONMENT
    .text =
        LC_ALL, LC_MESSAGES, LANG = the language of messages: Czech or English
        NO_COLOR = if not empty, output is not coloured
        SOURCE_DATE_EPOCH = the day for which the site is built, in seconds since 1970; --at overrides it

## The panel and the bar in the browser
panel-lang = en
panel-title = Errors and warnings
panel-failed = Program failure
panel-errors = Errors
panel-warnings = Warnings
panel-error = Error
panel-warning = Warning
panel-elsewhere = Elsewhere on the site
panel-checking = Checking the whole site…
panel-last-good = Until the error is fixed, you see the page’s last good version.
panel-never-good = This page cannot be shown yet. It will appear as soon as you fix the error and save the file.
panel-all-well = No problems on this page.
panel-hint = Hint
panel-correction = Corrected line
panel-copy = Copy
panel-copied = Copied
panel-open-editor = Open in the editor
panel-open-page = Go to
panel-minimise = Minimise
panel-bar = Editor bar
panel-bar-hide = Hide the bar
panel-bar-show = Editor bar
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
panel-minutes = Reading time (minutes)
panel-section = Section
panel-drafts = Drafts
panel-polling = Changes appear here within 2 seconds
