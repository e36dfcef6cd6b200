//! Transcripts of the command line: input, output and exit code.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use insta::assert_snapshot;
use serde_json::Value;
use tempfile::TempDir;

/// A shell in a folder of its own, with a hermetic environment.
struct Shell {
    folder: TempDir,
    /// The working directory, below the folder.
    at: &'static str,
    locale: &'static str,
    variables: Vec<(&'static str, &'static str)>,
}

impl Shell {
    fn new() -> Self {
        Self {
            folder: TempDir::new().expect("a folder"),
            at: "",
            locale: "cs_CZ.UTF-8",
            variables: Vec::new(),
        }
    }

    /// A shell in a small site without warnings.
    fn in_site() -> Self {
        let shell = Self::new();
        shell.write("site.yaml", "title: Web\nsearch: false\norganisation: {operator: O, email: a@b.cz, accessibility_contact: a@b.cz}\n");
        shell.write("content/_index.md", "---\ntitle: Domů\n---\n");
        shell.write(
            "content/kontakt.md",
            "---\ntitle: Kontakt\n---\nNapište nám.\n",
        );
        shell.write(
            "content/koncept.md",
            "---\ntitle: Koncept\ndraft: true\n---\nJeště ne.\n",
        );
        shell
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        fs::write(path, text).expect("a file");
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    fn is_there(&self, path: &str) -> bool {
        self.path(path).exists()
    }

    /// Every file below the folder, with its bytes and modification time.
    fn everything(&self) -> Vec<(PathBuf, Vec<u8>, std::time::SystemTime)> {
        let files = walkdir::WalkDir::new(self.folder.path())
            .sort_by_file_name()
            .into_iter()
            .map(|entry| entry.expect("a folder"));
        let read = |entry: walkdir::DirEntry| {
            let modified = entry
                .metadata()
                .expect("a file")
                .modified()
                .expect("a time stamp");
            (
                entry.path().to_owned(),
                fs::read(entry.path()).expect("a file"),
                modified,
            )
        };
        files
            .filter(|entry| entry.file_type().is_file())
            .map(read)
            .collect()
    }

    fn command<S: AsRef<OsStr>>(&self, arguments: &[S]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_pakt"));
        command
            .env_clear()
            .env("LC_ALL", self.locale)
            .env("NO_COLOR", "1")
            .envs(self.variables.iter().copied());
        command
            .current_dir(self.path(self.at))
            .args(arguments)
            .stdin(Stdio::null());
        command
    }

    fn output<S: AsRef<OsStr>>(&self, arguments: &[S]) -> Output {
        self.command(arguments)
            .output()
            .expect("pakt runs")
    }

    /// Runs a command line and returns its transcript: stdout as it is, each line of stderr after
    /// `! `, the exit code in brackets.
    fn run(&self, line: &str) -> String {
        let arguments: Vec<&str> = line.split_whitespace().collect();
        self.transcript(&self.output(&arguments))
    }

    fn transcript(&self, output: &Output) -> String {
        let mut transcript = text(&output.stdout);
        transcript.extend(
            text(&output.stderr)
                .lines()
                .map(|line| format!("! {line}\n").replace(" \n", "\n")),
        );
        transcript.push_str(&format!(
            "[{}]",
            output
                .status
                .code()
                .map_or("killed".to_owned(), |code| code.to_string())
        ));
        let folder = self
            .folder
            .path()
            .canonicalize()
            .expect("the folder");
        let transcript = transcript
            .replace(&*folder.to_string_lossy(), "$DIR")
            .replace(&*self.folder.path().to_string_lossy(), "$DIR");
        without_hashes(&without_seconds(&transcript))
    }

    /// Runs command lines one after another.
    fn runs(&self, lines: &[&str]) -> String {
        lines
            .iter()
            .map(|line| format!("$ pakt {line}\n{}\n", self.run(line)))
            .collect()
    }

    fn in_english(mut self) -> Self {
        self.locale = "en_GB.UTF-8";
        self
    }

    fn at(mut self, folder: &'static str) -> Self {
        self.at = folder;
        self
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

/// Replaces durations: `za 0,3 s` and `in 0.3 s`.
fn without_seconds(text: &str) -> String {
    let is_time =
        |word: &str| word.starts_with(|c: char| c.is_ascii_digit()) && word.contains(['.', ',']);
    let mut words: Vec<&str> = text.split(' ').collect();
    for at in 1..words.len().saturating_sub(1) {
        if ["za", "in"].contains(&words[at - 1])
            && is_time(words[at])
            && words[at + 1].starts_with("s.")
        {
            words[at] = "N";
        }
    }
    words.join(" ")
}

/// Replaces the hashes in the names of assets, which change with the theme.
fn without_hashes(text: &str) -> String {
    let is_hash = |part: &str| {
        part.len() == 16
            && part
                .chars()
                .all(|c| c.is_ascii_hexdigit())
    };
    text.split('.')
        .map(|part| if is_hash(part) { "HASH" } else { part })
        .collect::<Vec<_>>()
        .join(".")
}

const COMMANDS: [&str; 10] = [
    "init",
    "new",
    "build",
    "serve",
    "check",
    "routes",
    "explain",
    "schema",
    "completions",
    "man",
];

#[test]
fn help_is_czech() {
    let shell = Shell::new();
    let help: String = COMMANDS
        .iter()
        .map(|command| shell.runs(&[&format!("{command} --help")]))
        .collect();
    assert_snapshot!(shell.run("--help"), @r"
    pakt udělá ze složky s texty v Markdownu web paktu zaměstnanosti.

    Použití: pakt [VOLBY] [PŘÍKAZ]

    Příkazy:
      init         založí nový web
      new          založí novou stránku s vysvětlenou hlavičkou
      build        sestaví web do složky public
      serve        živý náhled: každé uložení je hned vidět v prohlížeči
      check        zkontroluje celý web a nic nezapíše
      routes       vypíše, z čeho se web skládá
      explain      vysvětlí kód chyby, například P0206
      schema       vypíše JSON Schema hlavičky stránky, nastavení nebo dat
      completions  vypíše doplňování příkazů pro shell
      man          vypíše manuálovou stránku

    Volby:
          --root <SLOŽKA>              složka webu (jinak nejbližší se souborem site.yaml)
          --lang <cs|en>               jazyk hlášení: cs nebo en
          --color <auto|always|never>  barvy: auto, always nebo never
      -q, --quiet                      jen chyby a varování
      -v, --verbose                    vypíše i průběh
      -h, --help                       ukáže tuto nápovědu
      -V, --version                    ukáže verzi programu
    [0]
    ");
    assert_snapshot!(help, @r"
    $ pakt init --help
    založí nový web

    Použití: pakt init [VOLBY] [SLOŽKA]

    Argumenty:
      [SLOŽKA]  složka nového webu (jinak tato)

    Volby:
          --root <SLOŽKA>              složka webu (jinak nejbližší se souborem site.yaml)
          --lang <cs|en>               jazyk hlášení: cs nebo en
          --color <auto|always|never>  barvy: auto, always nebo never
      -q, --quiet                      jen chyby a varování
      -v, --verbose                    vypíše i průběh
      -h, --help                       ukáže tuto nápovědu
    [0]
    $ pakt new --help
    založí novou stránku s vysvětlenou hlavičkou

    Použití: pakt new [VOLBY] <CESTA>

    Argumenty:
      <CESTA>  cesta ke stránce ve složce content

    Volby:
          --root <SLOŽKA>              složka webu (jinak nejbližší se souborem site.yaml)
          --lang <cs|en>               jazyk hlášení: cs nebo en
          --color <auto|always|never>  barvy: auto, always nebo never
      -q, --quiet                      jen chyby a varování
      -v, --verbose                    vypíše i průběh
      -h, --help                       ukáže tuto nápovědu
    [0]
    $ pakt build --help
    sestaví web do složky public

    Použití: pakt build [VOLBY]

    Volby:
          --drafts                     sestaví i koncepty
          --at <RRRR-MM-DD>            den, pro který se web sestaví
          --portable                   odkazy povedou na soubory, web půjde otevřít i z disku
          --strict                     i varování zastaví zveřejnění
          --all                        vypíše každý nález, i když je jich mnoho
          --adopt                      převezme cizí soubory, které stojí v cestě
          --output <SLOŽKA>            kam se web zapíše (jinak public)
          --root <SLOŽKA>              složka webu (jinak nejbližší se souborem site.yaml)
          --lang <cs|en>               jazyk hlášení: cs nebo en
          --color <auto|always|never>  barvy: auto, always nebo never
      -q, --quiet                      jen chyby a varování
      -v, --verbose                    vypíše i průběh
      -h, --help                       ukáže tuto nápovědu
    [0]
    $ pakt serve --help
    živý náhled: každé uložení je hned vidět v prohlížeči

    Použití: pakt serve [VOLBY]

    Volby:
          --port <PORT>                port, na kterém web poběží (jinak 4000)
          --host <IP>                  adresa, na které náhled poslouchá (jinak jen tento počítač)
          --open                       otevře náhled v prohlížeči
          --follow                     prohlížeč přejde na stránku, kterou uložíte
          --poll                       kontroluje soubory každé 2 sekundy, i když změny hlásí systém
                                       (síťové a sdílené složky)
          --no-drafts                  bez konceptů
          --at <RRRR-MM-DD>            den, pro který se web sestaví
          --root <SLOŽKA>              složka webu (jinak nejbližší se souborem site.yaml)
          --lang <cs|en>               jazyk hlášení: cs nebo en
          --color <auto|always|never>  barvy: auto, always nebo never
      -q, --quiet                      jen chyby a varování
      -v, --verbose                    vypíše i průběh
      -h, --help                       ukáže tuto nápovědu
    [0]
    $ pakt check --help
    zkontroluje celý web a nic nezapíše

    Použití: pakt check [VOLBY]

    Volby:
          --drafts                     sestaví i koncepty
          --at <RRRR-MM-DD>            den, pro který se web sestaví
          --strict                     i varování zastaví zveřejnění
          --all                        vypíše každý nález, i když je jich mnoho
          --output <SLOŽKA>            kam se web zapíše (jinak public)
          --format <human|json>        podoba výpisu: pro člověka, nebo json
          --root <SLOŽKA>              složka webu (jinak nejbližší se souborem site.yaml)
          --lang <cs|en>               jazyk hlášení: cs nebo en
          --color <auto|always|never>  barvy: auto, always nebo never
      -q, --quiet                      jen chyby a varování
      -v, --verbose                    vypíše i průběh
      -h, --help                       ukáže tuto nápovědu
    [0]
    $ pakt routes --help
    vypíše, z čeho se web skládá

    Použití: pakt routes [VOLBY]

    Volby:
          --drafts                     sestaví i koncepty
          --at <RRRR-MM-DD>            den, pro který se web sestaví
          --portable                   odkazy povedou na soubory, web půjde otevřít i z disku
          --format <text|json>         podoba výpisu: pro člověka, nebo json
          --root <SLOŽKA>              složka webu (jinak nejbližší se souborem site.yaml)
          --lang <cs|en>               jazyk hlášení: cs nebo en
          --color <auto|always|never>  barvy: auto, always nebo never
      -q, --quiet                      jen chyby a varování
      -v, --verbose                    vypíše i průběh
      -h, --help                       ukáže tuto nápovědu
    [0]
    $ pakt explain --help
    vysvětlí kód chyby, například P0206

    Použití: pakt explain [VOLBY] <KÓD>

    Argumenty:
      <KÓD>  kód, například P0206

    Volby:
          --root <SLOŽKA>              složka webu (jinak nejbližší se souborem site.yaml)
          --lang <cs|en>               jazyk hlášení: cs nebo en
          --color <auto|always|never>  barvy: auto, always nebo never
      -q, --quiet                      jen chyby a varování
      -v, --verbose                    vypíše i průběh
      -h, --help                       ukáže tuto nápovědu
    [0]
    $ pakt schema --help
    vypíše JSON Schema hlavičky stránky, nastavení nebo dat

    Použití: pakt schema [VOLBY] [front|site|data/accessibility|data/glossary|data/synonyms]

    Argumenty:
      [front|site|data/accessibility|data/glossary|data/synonyms]
              hlavička stránky (front), nastavení (site), nebo datový soubor

    Volby:
          --root <SLOŽKA>              složka webu (jinak nejbližší se souborem site.yaml)
          --lang <cs|en>               jazyk hlášení: cs nebo en
          --color <auto|always|never>  barvy: auto, always nebo never
      -q, --quiet                      jen chyby a varování
      -v, --verbose                    vypíše i průběh
      -h, --help                       ukáže tuto nápovědu
    [0]
    $ pakt completions --help
    vypíše doplňování příkazů pro shell

    Použití: pakt completions [VOLBY] <SHELL>

    Argumenty:
      <SHELL>  bash, zsh, fish, elvish nebo powershell

    Volby:
          --root <SLOŽKA>              složka webu (jinak nejbližší se souborem site.yaml)
          --lang <cs|en>               jazyk hlášení: cs nebo en
          --color <auto|always|never>  barvy: auto, always nebo never
      -q, --quiet                      jen chyby a varování
      -v, --verbose                    vypíše i průběh
      -h, --help                       ukáže tuto nápovědu
    [0]
    $ pakt man --help
    vypíše manuálovou stránku

    Použití: pakt man [VOLBY]

    Volby:
          --root <SLOŽKA>              složka webu (jinak nejbližší se souborem site.yaml)
          --lang <cs|en>               jazyk hlášení: cs nebo en
          --color <auto|always|never>  barvy: auto, always nebo never
      -q, --quiet                      jen chyby a varování
      -v, --verbose                    vypíše i průběh
      -h, --help                       ukáže tuto nápovědu
    [0]
    ");
}

#[test]
fn help_is_english() {
    let shell = Shell::new().in_english();
    let help: String = COMMANDS
        .iter()
        .map(|command| shell.runs(&[&format!("{command} --help")]))
        .collect();
    assert_snapshot!(shell.run("-h"), @r"
    pakt turns a folder of Markdown into the website of an employment pact.

    Usage: pakt [OPTIONS] [COMMAND]

    Commands:
      init         start a new site
      new          start a new page, with its front matter explained
      build        build the site into the folder public
      serve        start a live preview, which shows every save at once
      check        check the whole site without writing anything
      routes       list what the site consists of
      explain      explain a code, such as P0206
      schema       print the JSON Schema of front matter, settings or data files
      completions  print completions for a shell
      man          print the manual page

    Options:
          --root <DIR>                 the site's folder (default: the nearest one with site.yaml)
          --lang <cs|en>               the language of messages: cs or en
          --color <auto|always|never>  colours: auto, always or never
      -q, --quiet                      show only errors and warnings
      -v, --verbose                    also show what was done
      -h, --help                       show this help
      -V, --version                    show the program's version
    [0]
    ");
    assert_snapshot!(help, @r"
    $ pakt init --help
    start a new site

    Usage: pakt init [OPTIONS] [DIR]

    Arguments:
      [DIR]  the new site's folder (default: this one)

    Options:
          --root <DIR>                 the site's folder (default: the nearest one with site.yaml)
          --lang <cs|en>               the language of messages: cs or en
          --color <auto|always|never>  colours: auto, always or never
      -q, --quiet                      show only errors and warnings
      -v, --verbose                    also show what was done
      -h, --help                       show this help
    [0]
    $ pakt new --help
    start a new page, with its front matter explained

    Usage: pakt new [OPTIONS] <PATH>

    Arguments:
      <PATH>  the page's path in the folder content

    Options:
          --root <DIR>                 the site's folder (default: the nearest one with site.yaml)
          --lang <cs|en>               the language of messages: cs or en
          --color <auto|always|never>  colours: auto, always or never
      -q, --quiet                      show only errors and warnings
      -v, --verbose                    also show what was done
      -h, --help                       show this help
    [0]
    $ pakt build --help
    build the site into the folder public

    Usage: pakt build [OPTIONS]

    Options:
          --drafts                     build drafts, too
          --at <YYYY-MM-DD>            use this day as today's date
          --portable                   make links point to files, so that the site works from disk
          --strict                     fail on warnings, too
          --all                        print every finding, even if there are many
          --adopt                      overwrite files in the way that pakt did not write
          --output <DIR>               where to write the site (default: public)
          --root <DIR>                 the site's folder (default: the nearest one with site.yaml)
          --lang <cs|en>               the language of messages: cs or en
          --color <auto|always|never>  colours: auto, always or never
      -q, --quiet                      show only errors and warnings
      -v, --verbose                    also show what was done
      -h, --help                       show this help
    [0]
    $ pakt serve --help
    start a live preview, which shows every save at once

    Usage: pakt serve [OPTIONS]

    Options:
          --port <PORT>                the port of the preview (default: 4000)
          --host <IP>                  the address to listen on (default: this computer only)
          --open                       open the preview in the browser
          --follow                     take the browser to the page that you save
          --poll                       look at the files every 2 seconds, even if the system reports
                                       changes (network and shared folders)
          --no-drafts                  leave out drafts
          --at <YYYY-MM-DD>            use this day as today's date
          --root <DIR>                 the site's folder (default: the nearest one with site.yaml)
          --lang <cs|en>               the language of messages: cs or en
          --color <auto|always|never>  colours: auto, always or never
      -q, --quiet                      show only errors and warnings
      -v, --verbose                    also show what was done
      -h, --help                       show this help
    [0]
    $ pakt check --help
    check the whole site without writing anything

    Usage: pakt check [OPTIONS]

    Options:
          --drafts                     build drafts, too
          --at <YYYY-MM-DD>            use this day as today's date
          --strict                     fail on warnings, too
          --all                        print every finding, even if there are many
          --output <DIR>               where to write the site (default: public)
          --format <human|json>        the output format
          --root <DIR>                 the site's folder (default: the nearest one with site.yaml)
          --lang <cs|en>               the language of messages: cs or en
          --color <auto|always|never>  colours: auto, always or never
      -q, --quiet                      show only errors and warnings
      -v, --verbose                    also show what was done
      -h, --help                       show this help
    [0]
    $ pakt routes --help
    list what the site consists of

    Usage: pakt routes [OPTIONS]

    Options:
          --drafts                     build drafts, too
          --at <YYYY-MM-DD>            use this day as today's date
          --portable                   make links point to files, so that the site works from disk
          --format <text|json>         the output format
          --root <DIR>                 the site's folder (default: the nearest one with site.yaml)
          --lang <cs|en>               the language of messages: cs or en
          --color <auto|always|never>  colours: auto, always or never
      -q, --quiet                      show only errors and warnings
      -v, --verbose                    also show what was done
      -h, --help                       show this help
    [0]
    $ pakt explain --help
    explain a code, such as P0206

    Usage: pakt explain [OPTIONS] <CODE>

    Arguments:
      <CODE>  a code, such as P0206

    Options:
          --root <DIR>                 the site's folder (default: the nearest one with site.yaml)
          --lang <cs|en>               the language of messages: cs or en
          --color <auto|always|never>  colours: auto, always or never
      -q, --quiet                      show only errors and warnings
      -v, --verbose                    also show what was done
      -h, --help                       show this help
    [0]
    $ pakt schema --help
    print the JSON Schema of front matter, settings or data files

    Usage: pakt schema [OPTIONS] [front|site|data/accessibility|data/glossary|data/synonyms]

    Arguments:
      [front|site|data/accessibility|data/glossary|data/synonyms]
              front matter (front), settings (site) or a data file

    Options:
          --root <DIR>                 the site's folder (default: the nearest one with site.yaml)
          --lang <cs|en>               the language of messages: cs or en
          --color <auto|always|never>  colours: auto, always or never
      -q, --quiet                      show only errors and warnings
      -v, --verbose                    also show what was done
      -h, --help                       show this help
    [0]
    $ pakt completions --help
    print completions for a shell

    Usage: pakt completions [OPTIONS] <SHELL>

    Arguments:
      <SHELL>  bash, zsh, fish, elvish or powershell

    Options:
          --root <DIR>                 the site's folder (default: the nearest one with site.yaml)
          --lang <cs|en>               the language of messages: cs or en
          --color <auto|always|never>  colours: auto, always or never
      -q, --quiet                      show only errors and warnings
      -v, --verbose                    also show what was done
      -h, --help                       show this help
    [0]
    $ pakt man --help
    print the manual page

    Usage: pakt man [OPTIONS]

    Options:
          --root <DIR>                 the site's folder (default: the nearest one with site.yaml)
          --lang <cs|en>               the language of messages: cs or en
          --color <auto|always|never>  colours: auto, always or never
      -q, --quiet                      show only errors and warnings
      -v, --verbose                    also show what was done
      -h, --help                       show this help
    [0]
    ");
}

#[test]
fn czech_help_has_no_words_of_the_argument_parser() {
    let shell = Shell::new();
    for command in COMMANDS {
        let help = shell.run(&format!("{command} --help"));
        for word in [
            "OPTIONS",
            "COMMAND",
            "Usage",
            "possible values",
            "default",
            "Print",
        ] {
            assert!(!help.contains(word), "{word} in {help}");
        }
    }
}

#[test]
fn without_a_command_pakt_explains_itself() {
    assert_eq!(
        last_lines(&Shell::new().run(""), 2),
        "! Tady zatím žádný web není. Založíte ho příkazem: pakt init\n[0]"
    );
    let bare = Shell::new();
    assert_eq!(
        bare.output::<&str>(&[]).stdout,
        bare.output(&["--help"]).stdout
    );
}

fn last_lines(text: &str, count: usize) -> String {
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len() - count..].join("\n")
}

#[test]
fn the_version_is_a_result() {
    let shell = Shell::new();
    assert_eq!(
        text(&shell.output(&["--version"]).stdout),
        format!("pakt {}\n", env!("CARGO_PKG_VERSION"))
    );
    assert_eq!(
        shell.output(&["-V"]).stdout,
        shell.output(&["--version"]).stdout
    );
}

const MISUSES: [&str; 15] = [
    "bild",
    "help",
    "build --draft",
    "build --nonsense",
    "build --format json",
    "build --at",
    "build --drafts=yes",
    "check --format jsn",
    "check --format pdf",
    "--color sometimes",
    "--lang de build",
    "new",
    "new a b",
    "completions fihs",
    "schema sites",
];

#[test]
fn misuse_is_explained_in_czech() {
    let shell = Shell::new();
    assert_snapshot!(shell.runs(&MISUSES), @r"
    $ pakt bild
    ! Příkaz „bild“ pakt nezná.
    ! Nemysleli jste „build“?
    ! Nápovědu ukáže: pakt --help
    [2]
    $ pakt help
    ! Příkaz „help“ pakt nezná.
    ! Nápovědu ukáže: pakt --help
    [2]
    $ pakt build --draft
    ! Volbu „--draft“ tento příkaz nezná.
    ! Nemysleli jste „--drafts“?
    ! Nápovědu ukáže: pakt build --help
    [2]
    $ pakt build --nonsense
    ! Volbu „--nonsense“ tento příkaz nezná.
    ! Nápovědu ukáže: pakt build --help
    [2]
    $ pakt build --format json
    ! Volbu „--format“ tento příkaz nezná.
    ! Nápovědu ukáže: pakt build --help
    [2]
    $ pakt build --at
    ! Za volbou „--at“ chybí hodnota.
    ! Nápovědu ukáže: pakt build --help
    [2]
    $ pakt build --drafts=yes
    ! Takto příkaz použít nejde.
    ! Nápovědu ukáže: pakt build --help
    [2]
    $ pakt check --format jsn
    ! Hodnotu „jsn“ tu pakt nezná (--format).
    ! Nemysleli jste „json“?
    ! Nápovědu ukáže: pakt check --help
    [2]
    $ pakt check --format pdf
    ! Hodnotu „pdf“ tu pakt nezná (--format).
    ! Možné hodnoty: human, json.
    ! Nápovědu ukáže: pakt check --help
    [2]
    $ pakt --color sometimes
    ! Hodnotu „sometimes“ tu pakt nezná (--color).
    ! Možné hodnoty: auto, always, never.
    ! Nápovědu ukáže: pakt --help
    [2]
    $ pakt --lang de build
    ! Hodnotu „de“ tu pakt nezná (--lang).
    ! Možné hodnoty: cs, en.
    ! Nápovědu ukáže: pakt build --help
    [2]
    $ pakt new
    ! Chybí povinný údaj: CESTA.
    ! Nápovědu ukáže: pakt new --help
    [2]
    $ pakt new a b
    ! Údaj „b“ je tu navíc.
    ! Nápovědu ukáže: pakt new --help
    [2]
    $ pakt completions fihs
    ! Hodnotu „fihs“ tu pakt nezná (SHELL).
    ! Nemysleli jste „fish“?
    ! Nápovědu ukáže: pakt completions --help
    [2]
    $ pakt schema sites
    ! Hodnotu „sites“ tu pakt nezná (front|site|data/accessibility|data/glossary|data/synonyms).
    ! Nemysleli jste „site“?
    ! Nápovědu ukáže: pakt schema --help
    [2]
    ");
    let not_text = shell.output(&[std::ffi::OsString::from("build"), not_utf8()]);
    assert_snapshot!(shell.transcript(&not_text), @r"
    ! Takto příkaz použít nejde.
    ! Nápovědu ukáže: pakt build --help
    [2]
    ");
}

#[cfg(unix)]
fn not_utf8() -> std::ffi::OsString {
    std::os::unix::ffi::OsStringExt::from_vec(b"--at=\xff".to_vec())
}

#[cfg(not(unix))]
fn not_utf8() -> std::ffi::OsString {
    "--drafts=yes".into()
}

#[test]
fn misuse_is_explained_in_english() {
    assert_snapshot!(Shell::new().in_english().runs(&MISUSES), @r"
    $ pakt bild
    ! pakt has no command “bild”.
    ! Did you mean “build”?
    ! For help: pakt --help
    [2]
    $ pakt help
    ! pakt has no command “help”.
    ! For help: pakt --help
    [2]
    $ pakt build --draft
    ! This command has no option “--draft”.
    ! Did you mean “--drafts”?
    ! For help: pakt build --help
    [2]
    $ pakt build --nonsense
    ! This command has no option “--nonsense”.
    ! For help: pakt build --help
    [2]
    $ pakt build --format json
    ! This command has no option “--format”.
    ! For help: pakt build --help
    [2]
    $ pakt build --at
    ! The option “--at” needs a value.
    ! For help: pakt build --help
    [2]
    $ pakt build --drafts=yes
    ! This command cannot be used like that.
    ! For help: pakt build --help
    [2]
    $ pakt check --format jsn
    ! “jsn” is not a valid value here (--format).
    ! Did you mean “json”?
    ! For help: pakt check --help
    [2]
    $ pakt check --format pdf
    ! “pdf” is not a valid value here (--format).
    ! Possible values: human, json.
    ! For help: pakt check --help
    [2]
    $ pakt --color sometimes
    ! “sometimes” is not a valid value here (--color).
    ! Possible values: auto, always, never.
    ! For help: pakt --help
    [2]
    $ pakt --lang de build
    ! “de” is not a valid value here (--lang).
    ! Possible values: cs, en.
    ! For help: pakt build --help
    [2]
    $ pakt new
    ! Missing: PATH.
    ! For help: pakt new --help
    [2]
    $ pakt new a b
    ! Unexpected argument: “b”.
    ! For help: pakt new --help
    [2]
    $ pakt completions fihs
    ! “fihs” is not a valid value here (SHELL).
    ! Did you mean “fish”?
    ! For help: pakt completions --help
    [2]
    $ pakt schema sites
    ! “sites” is not a valid value here (front|site|data/accessibility|data/glossary|data/synonyms).
    ! Did you mean “site”?
    ! For help: pakt schema --help
    [2]
    ");
}

#[test]
fn a_repeated_option_counts_once() {
    let shell = Shell::in_site();
    assert_eq!(
        shell.run("build -q -q --at 2026-11-22 --at 2026-11-23"),
        "[0]"
    );
}

#[test]
fn without_a_site_commands_fail() {
    let shell = Shell::new();
    shell.write("site.txt", "");
    assert_snapshot!(shell.runs(&["build", "check", "routes", "new a", "build --root jinde", "build --root site.txt"]), @r"
    $ pakt build
    ! Ve složce $DIR ani nad ní není web (chybí soubor site.yaml).
    ! Nový web založíte příkazem: pakt init
    [2]
    $ pakt check
    ! Ve složce $DIR ani nad ní není web (chybí soubor site.yaml).
    ! Nový web založíte příkazem: pakt init
    [2]
    $ pakt routes
    ! Ve složce $DIR ani nad ní není web (chybí soubor site.yaml).
    ! Nový web založíte příkazem: pakt init
    [2]
    $ pakt new a
    ! Ve složce $DIR ani nad ní není web (chybí soubor site.yaml).
    ! Nový web založíte příkazem: pakt init
    [2]
    $ pakt build --root jinde
    ! Ve složce $DIR/jinde není web (chybí soubor site.yaml).
    ! Nový web založíte příkazem: pakt init
    [2]
    $ pakt build --root site.txt
    ! Ve složce $DIR/site.txt není web (chybí soubor site.yaml).
    ! Nový web založíte příkazem: pakt init
    [2]
    ");
    assert_snapshot!(Shell::new().in_english().runs(&["build", "check --root x"]), @r"
    $ pakt build
    ! There is no site (no file site.yaml) in the folder $DIR or above it.
    ! Start a new one with: pakt init
    [2]
    $ pakt check --root x
    ! There is no site (no file site.yaml) in the folder $DIR/x.
    ! Start a new one with: pakt init
    [2]
    ");
    assert_eq!(shell.everything().len(), 1);
}

#[test]
fn the_site_is_found_upwards_or_named() {
    let shell = Shell::in_site().at("content");
    assert_snapshot!(shell.run("build --at 2026-11-22"), @r"
    ! Hotovo: 3 stránky za N s. Zapsáno souborů: 6, beze změny: 0, odstraněno: 0.
    [0]
    ");
    assert!(shell.is_there("public/index.html"));
    let outside = Shell::in_site().at("content");
    assert_eq!(outside.run("build -q --root .."), "[0]");
    assert!(outside.is_there("public/index.html"));
}

#[test]
fn the_language_comes_from_the_option_the_locale_or_the_site() {
    let mut shell = Shell::in_site();
    let end = |shell: &Shell, line: &str| last_lines(&shell.run(line), 2);
    for (locale, line, expected) in [
        (
            "en_GB.UTF-8",
            "check",
            "! Everything is fine, nothing to fix.",
        ),
        ("cs_CZ.UTF-8", "check", "! V pořádku, nic k opravě."),
        (
            "en_GB.UTF-8",
            "check --lang cs",
            "! V pořádku, nic k opravě.",
        ),
        (
            "cs_CZ.UTF-8",
            "--lang=en check",
            "! Everything is fine, nothing to fix.",
        ),
        ("de_DE.UTF-8", "check", "! V pořádku, nic k opravě."),
        ("C", "check", "! V pořádku, nic k opravě."),
    ] {
        shell.locale = locale;
        assert_eq!(
            end(&shell, line),
            format!("{expected}\n[0]"),
            "{locale} {line}"
        );
    }
    let organisation =
        "organisation: {operator: O, email: a@b.cz, accessibility_contact: a@b.cz}\n";
    shell.write(
        "site.yaml",
        &format!("title: Web\nlanguage: en\n{organisation}"),
    );
    assert_eq!(
        end(&shell, "check"),
        "! Everything is fine, nothing to fix.\n[0]"
    );
}

#[test]
fn init_starts_a_site_that_builds() {
    let shell = Shell::new();
    assert_snapshot!(shell.runs(&["init web", "build --root web --at 2026-11-22", "check --root web"]), @r"
    $ pakt init web
    ! Nový web je založený ve složce $DIR/web.
    ! Začněte souborem NÁVOD.md. Náhled webu otevřete v jeho složce příkazem: pakt
    [0]
    $ pakt build --root web --at 2026-11-22
    ! varování[P0603]: V nastavení site.yaml není vyplněné, kdo web provozuje: operator, email, accessibility_contact.
    ! --> site.yaml
    !  |
    ! rada: Doplňte v site.yaml v části „organisation“ tyto klíče: operator, email, accessibility_contact. Do té doby bude web označený jako ukázka.
    !
    ! Nalezeno: 0 chyb, 1 varování. Podrobněji: pakt explain KÓD
    ! Hotovo: 10 stránek za N s. Zapsáno souborů: 29, beze změny: 0, odstraněno: 0.
    [0]
    $ pakt check --root web
    ! varování[P0603]: V nastavení site.yaml není vyplněné, kdo web provozuje: operator, email, accessibility_contact.
    ! --> site.yaml
    !  |
    ! rada: Doplňte v site.yaml v části „organisation“ tyto klíče: operator, email, accessibility_contact. Do té doby bude web označený jako ukázka.
    !
    ! Nalezeno: 0 chyb, 1 varování. Podrobněji: pakt explain KÓD
    [0]
    ");
    assert!(
        shell.is_there("web/NÁVOD.md")
            && shell.is_there("web/.gitignore")
            && shell.is_there("web/public/index.html")
    );
    assert!(!shell.is_there("web/gitignore") && !shell.is_there("web/NAVOD.md"));
    let here = Shell::new().in_english();
    assert_snapshot!(here.run("init"), @r"
    ! The new site is in the folder $DIR.
    ! Begin with the file NÁVOD.md. To preview the site, run this in its folder: pakt
    [0]
    ");
}

#[test]
fn messages_show_folders_without_detours() {
    let first_line = |line: &str| {
        let shell = Shell::new().at("nt");
        shell.write("nt/poznamky.txt", "");
        shell
            .run(line)
            .lines()
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    assert_eq!(
        first_line("init ."),
        "! Nový web je založený ve složce $DIR/nt."
    );
    assert_eq!(
        first_line("init ../vedle/./web"),
        "! Nový web je založený ve složce $DIR/vedle/web."
    );
    // If `x` is a symbolic link, `x/..` is not the folder that contains it.
    for (argument, folder) in [
        ("./", "/nt"),
        ("./web", "/nt/web"),
        ("./..", ""),
        ("../vedle/.", "/vedle"),
        ("x/../y", "/nt/x/../y"),
    ] {
        assert_eq!(
            first_line(&format!("build --root {argument}")),
            format!("! Ve složce $DIR{folder} není web (chybí soubor site.yaml).")
        );
    }
    let shell = Shell::in_site().at("content");
    shell.write("public/index.html", "cizí");
    let refused = shell.run("build -q --root .. --output ./../public");
    assert!(
        refused.starts_with("! chyba[P0801]: Na místě „$DIR/public/index.html“"),
        "{refused}"
    );
}

#[test]
fn init_overwrites_nothing() {
    let shell = Shell::new();
    shell.write("web/site.yaml", "title: Můj\n");
    let before = shell.everything();
    assert_snapshot!(shell.run("init web"), @r"
    ! $DIR/web/site.yaml už existuje, a tak pakt nic nezapsal.
    ! Zvolte jiný název, nebo prázdnou složku.
    [2]
    ");
    assert_eq!(shell.everything(), before);
    assert_snapshot!(shell.in_english().run("init web"), @r"
    ! $DIR/web/site.yaml already exists, so pakt wrote nothing.
    ! Choose a different name, or an empty folder.
    [2]
    ");
}

#[test]
fn init_reports_a_disk_error() {
    let shell = Shell::new();
    shell.write("soubor", "");
    let refused = shell.run("init soubor/web");
    assert!(
        refused.starts_with("! Soubor $DIR/soubor/web/"),
        "{refused}"
    );
    assert!(
        refused.contains(" se nepodařilo zapsat. Technicky: „") && refused.ends_with("“\n[2]"),
        "{refused}"
    );
    assert_eq!(shell.everything().len(), 1);
}

#[test]
fn new_writes_a_page_that_explains_its_keys() {
    let shell = Shell::in_site();
    shell.write(
        "site.yaml",
        &(shell.read("site.yaml") + "taxonomies: {topic: {cs: {slug: temata, title: Témata}}}\n"),
    );
    assert_snapshot!(shell.run("new aktuality/den-otevrenych-dveri"), @r"
    $DIR/content/aktuality/den-otevrenych-dveri.md
    ! Stránka je založená jako koncept. Opravte v ní nadpis (title) a text pište pod druhý řádek „---“. Až bude hotová, smažte řádek „draft: true“.
    [0]
    ");
    assert_snapshot!(shell.read("content/aktuality/den-otevrenych-dveri.md"), @r#"
    ---
    # Nadpis stránky; ukazuje se na stránce, v seznamech a na kartě prohlížeče.
    title: "Den otevrenych dveri"
    # Jedna věta o tom, co na stránce je; ukazuje se v seznamech a ve vyhledávačích.
    #description:
    # Část adresy, která má nahradit název souboru nebo složky; jen malá písmena bez háčků a čárek, číslice a spojovníky.
    #slug:
    # Den, ke kterému stránka patří, například 2026-12-01; budoucí datum stránku neskryje.
    #date: 2026-12-01
    # Den, kdy se obsah naposledy změnil, například 2026-12-01.
    #updated: 2026-12-01
    # Koncept: je-li tu true, stránka se nezveřejní.
    draft: true
    # Pořadí mezi ostatními stránkami složky; čím menší číslo, tím výš stránka bude.
    #weight: 10
    # Název jiné šablony motivu; obvykle se nevyplňuje.
    #template:
    # Dřívější adresy této stránky, například /stara-adresa/; kdo na ně přijde, dostane se sem.
    #aliases: []
    # Obrázek, který stránku představuje: název souboru, který leží vedle ní.
    #image:
    # Popis obrázku pro lidi, kteří ho nevidí.
    #image_alt:
    # Je-li tu true, stránka ukáže svůj obsah, tedy odkazy na nadpisy v textu.
    #toc: true
    # Je-li tu false, stránka nebude ve vyhledávání na webu.
    #search: true
    # Je-li tu false, text zůstane přesně tak, jak je napsaný, bez typografických úprav.
    #typography: true
    # První den, kdy má být stránka na webu, například 2026-12-01.
    #publish_from: 2026-12-01
    # Poslední den, kdy má být stránka na webu, například 2026-12-31.
    #publish_until: 2026-12-01
    # Den, do kterého má někdo obsah znovu projít, například 2027-06-30.
    #review_by: 2026-12-01
    # Den, kdy člověk z vaší organizace naposledy ověřil údaje u zdroje, například 2026-12-01.
    #checked: 2026-12-01
    # Kdo za obsah stránky odpovídá, například název oddělení.
    #owner:
    # Údaje o akci pro šablony motivu, například den a místo.
    #event:
    # Krátké kroky, které se ukážou jako číslovaný seznam před textem.
    #steps: []
    # Kolik času čtenář potřebuje, například 30 minut.
    #time:
    # Kód jazyka, ve kterém text je, pokud to není jazyk z názvu souboru; například de.
    #lang:
    # Nálezy, které na této stránce nevadí, a proč, například P0512: "Tak to stojí v pozvánce."
    #allow: {}
    # Další údaje pro motiv webu; například menu je kratší název stránky do nabídky.
    #extra:
    # Pojmy tohoto třídění, ke kterým stránka patří, v hranatých závorkách a oddělené čárkami.
    #topic: []
    ---
    "#);
    assert_snapshot!(shell.in_english().run("new news"), @r"
    $DIR/content/news.md
    ! The page starts as a draft. Edit its title and write the text below the second line “---”. When the page is ready, delete the line “draft: true”.
    [0]
    ");
}

#[test]
fn new_takes_a_path_as_people_write_it() {
    let shell = Shell::in_site();
    let arguments = |page: &str| shell.output(&["new", "-q", page]);
    for (page, file, title) in [
        ("a/", "content/a.md", "A"),
        ("b.md", "content/b.md", "B"),
        ("C.MD", "content/C.md", "C"),
        ("content/d.md", "content/d.md", "D"),
        ("./content/e", "content/e.md", "E"),
        ("01_uvod", "content/01_uvod.md", "Uvod"),
        (
            "Životopis a pohovor",
            "content/Životopis a pohovor.md",
            "Životopis a pohovor",
        ),
        ("rady/_index", "content/rady/_index.md", "Rady"),
        ("balik/index", "content/balik/index.md", "Balik"),
        ("rady/o-nas.easy", "content/rady/o-nas.easy.md", "O nas"),
    ] {
        let output = arguments(page);
        assert_eq!(
            output.status.code(),
            Some(0),
            "{page}: {}",
            text(&output.stderr)
        );
        assert_eq!(
            text(&output.stdout),
            format!("{}\n", shell.path(file).display())
        );
        assert!(
            shell
                .read(file)
                .contains(&format!("\ntitle: \"{title}\"\n")),
            "{page}: {}",
            shell.read(file)
        );
    }
}

#[test]
fn new_refuses_what_would_not_be_a_page() {
    let shell = Shell::in_site();
    let before = shell.everything();
    assert_snapshot!(shell.runs(&["new kontakt", "new ../ven", "new con"]), @r"
    $ pakt new kontakt
    ! $DIR/content/kontakt.md už existuje, a tak pakt nic nezapsal.
    ! Zvolte jiný název, nebo prázdnou složku.
    [2]
    $ pakt new ../ven
    ! „../ven“ není cesta ke stránce ve složce content.
    ! Napište ji například takto, s obyčejným lomítkem: pakt new aktuality/den-otevrenych-dveri
    [2]
    $ pakt new con
    ! „con“ není cesta ke stránce ve složce content.
    ! Napište ji například takto, s obyčejným lomítkem: pakt new aktuality/den-otevrenych-dveri
    [2]
    ");
    for page in [
        "/x",
        "a//b",
        "a/../b",
        ".",
        "",
        ".skryta",
        "_soukroma",
        "_slozka/x",
        "_static/x",
        "~x",
        "a\\b",
        "a:b",
        "a/.b",
        "x?",
        "nul.md",
        "a\u{7}",
    ] {
        let output = shell.output(&["new", page]);
        assert_eq!(output.status.code(), Some(2), "{page}");
        assert!(
            text(&output.stderr).contains("není cesta ke stránce"),
            "{page}"
        );
    }
    assert_eq!(shell.everything(), before);
}

#[test]
fn every_key_of_a_new_page_is_accepted_with_its_example() {
    let shell = Shell::in_site();
    shell.write(
        "site.yaml",
        &(shell.read("site.yaml") + "base_url: https://www.example.cz/\ntaxonomies: {topic: {}}\n"),
    );
    for page in ["zprava", "aktuality/_index"] {
        assert_eq!(last_lines(&shell.run(&format!("new -q {page}")), 1), "[0]");
        assert_eq!(
            shell.run("build -q --drafts --strict"),
            "[0]",
            "{page} as it is"
        );
        let file = format!("content/{page}.md");
        let uncommented = shell
            .read(&file)
            .lines()
            .map(|line| format!("{}\n", uncomment(line)))
            .collect::<String>();
        assert_eq!(
            uncommented
                .lines()
                .filter(|line| line.starts_with('#') && !line.starts_with("# "))
                .count(),
            0
        );
        shell.write(&file, &uncommented);
        assert_eq!(
            shell.run("build -q --drafts --strict --at 2026-12-01"),
            "[0]",
            "{page} with every key:\n{uncommented}"
        );
    }
}

/// Turns `#key: value` into `key: value`; explanations, which start with `# `, stay.
fn uncomment(line: &str) -> &str {
    line.strip_prefix('#')
        .filter(|rest| !rest.starts_with(' '))
        .unwrap_or(line)
}

#[test]
fn a_build_reports_what_it_did() {
    let shell = Shell::in_site();
    assert_snapshot!(shell.runs(&["build --at 2026-11-22", "build --at 2026-11-22"]), @r"
    $ pakt build --at 2026-11-22
    ! Hotovo: 3 stránky za N s. Zapsáno souborů: 6, beze změny: 0, odstraněno: 0.
    [0]
    $ pakt build --at 2026-11-22
    ! Hotovo: 3 stránky za N s. Zapsáno souborů: 0, beze změny: 6, odstraněno: 0.
    [0]
    ");
    fs::remove_file(shell.path("content/kontakt.md")).expect("a page");
    assert_snapshot!(shell.run("build --at 2026-11-22"), @r"
    ! Hotovo: 2 stránky za N s. Zapsáno souborů: 1, beze změny: 4, odstraněno: 1.
    [0]
    ");
    assert!(!shell.is_there("public/kontakt"));
    assert_snapshot!(shell.run("build -v --drafts --at 2026-11-22"), @r"
    ! Přečteno souborů: 3 ($DIR)
    ! Hotovo: 3 stránky za N s. Zapsáno souborů: 2, beze změny: 4, odstraněno: 0.
    [0]
    ");
    assert!(shell.is_there("public/koncept/index.html"));
    shell.write("public/cizi.txt", "cizí");
    assert_snapshot!(shell.in_english().run("build --at 2026-11-22"), @r"
    ! Done: 2 pages in N s. Files written: 1, unchanged: 4, removed: 1.
    ! Files in the output folder that pakt did not write and left alone: 1.
    [0]
    ");
}

#[test]
fn an_unchanged_site_is_not_touched() {
    let shell = Shell::in_site();
    assert_eq!(shell.run("build -q"), "[0]");
    let before = shell.everything();
    assert_eq!(shell.run("build -q"), "[0]");
    assert_eq!(shell.everything(), before);
}

#[test]
fn an_error_leaves_the_published_site_as_it_was() {
    let shell = Shell::in_site();
    assert_eq!(shell.run("build -q"), "[0]");
    shell.write(
        "content/kontakt.md",
        "---\ntitle: Kontakt\ndraf: true\n---\nNapište [nám](neni.md).\n",
    );
    let before = shell.everything();
    assert_snapshot!(shell.run("build --at 2026-11-22"), @r"
    ! chyba[P0206]: Klíč „draf“ tady pakt nezná.
    !  --> content/kontakt.md:3:1
    !   |
    ! 3 | draf: true
    !   | ^^^^ neznámý klíč
    !   |
    ! rada: Nemysleli jste „draft“?
    !
    ! chyba[P0401]: Odkaz vede na soubor „neni.md“, který tu není.
    !  --> content/kontakt.md:5:9
    !   |
    ! 5 | Napište [nám](neni.md).
    !   |         ^^^^^^^^^^^^^^ soubor tu není
    !   |
    ! rada: Zkontrolujte název souboru i složku. Cesta se píše od stránky, na které odkaz je; „../“ znamená o složku výš, „/“ na začátku znamená složku content. Adresa jiného webu začíná https://
    !
    ! Nalezeno: 2 chyby, 0 varování. Podrobněji: pakt explain KÓD
    ! Web ve složce $DIR/public zůstal tak, jak byl.
    [1]
    ");
    assert_snapshot!(shell.run("build -q --lang en --at 2026-11-22"), @r"
    ! error[P0206]: The key “draf” is not known here.
    !  --> content/kontakt.md:3:1
    !   |
    ! 3 | draf: true
    !   | ^^^^ unknown key
    !   |
    ! hint: Did you mean “draft”?
    !
    ! error[P0401]: The link points to the file “neni.md”, which does not exist.
    !  --> content/kontakt.md:5:9
    !   |
    ! 5 | Napište [nám](neni.md).
    !   |         ^^^^^^^^^^^^^^ no such file
    !   |
    ! hint: Check the names of the file and its folder. The path starts from the page with the link; “../” means one folder up, and “/” at the start means the folder content. The address of another site starts with https://
    !
    ! Found: 2 errors, 0 warnings. More: pakt explain CODE
    [1]
    ");
    assert_eq!(shell.everything(), before);
}

#[test]
fn many_findings_are_summarised() {
    let shell = Shell::in_site();
    let links = "[a](a.md)\n\n".repeat(60);
    shell.write(
        "content/stary-web.md",
        &format!("---\ntitle: Starý web\n---\n# Úvod\n\n# Závěr\n\n{links}Pozn.[^1]\n"),
    );
    shell.write("content/a/b.md", "---\ntitle: B\nslug: Č\n---\n");
    let summary = |line: &str| {
        let told = shell.run(line);
        let begins = ["! Nálezů je mnoho", "! There are many"];
        let at = begins
            .iter()
            .find_map(|begin| told.find(begin))
            .expect("a summary");
        assert_eq!(told[..at].matches("--> ").count(), 5, "{told}");
        told[at..].to_owned()
    };
    assert_snapshot!(summary("check --at 2026-11-22"), @r"
    ! Nálezů je mnoho, proto je tu jen několik prvních a souhrn podle druhů; u každého je jeho první místo:
    !   60× chyba[P0401]  Odkaz vede na soubor „a.md“, který tu není.  content/stary-web.md:8
    !    2× chyba[P0501]  V textu je nadpis s jedním znakem #, ale hlavní nadpis stránky je title v hlavič…  content/stary-web.md:4
    !    1× chyba[P0304]  Slovo „Č“ u klíče slug nemůže být částí adresy.  content/a/b.md:3
    !    1× varování[P0312]  Složka nemá úvodní stránku: chybí soubor „content/a/_index.md“.  content/a/b.md
    !    1× varování[P0510]  Poznámka pod čarou „1“ má jen jednu ze dvou částí: buď značku v textu, nebo samo…  content/stary-web.md:128
    ! Všechny nálezy vypíše volba --all.
    ! Z chyb, které nechcete opravovat hned, můžete udělat varování. Do site.yaml přidejte: check: {P0401: warning, P0501: warning}
    ! Nalezeno: 63 chyb, 2 varování. Podrobněji: pakt explain KÓD
    [1]
    ");
    assert_snapshot!(summary("build --lang en --at 2026-11-22"), @r"
    ! There are many findings, so here are only the first few, and a summary by kind with the first place of each:
    !   60× error[P0401]  The link points to the file “a.md”, which does not exist.  content/stary-web.md:8
    !    2× error[P0501]  The text has a heading with a single #, but the main heading of the page is the…  content/stary-web.md:4
    !    1× error[P0304]  The slug “Č” cannot be part of an address.  content/a/b.md:3
    !    1× warning[P0312]  The folder has no main page: the file “content/a/_index.md” is missing.  content/a/b.md
    !    1× warning[P0510]  The footnote “1” is incomplete: the mark in the text or the note itself is missi…  content/stary-web.md:128
    ! To see every finding, use --all.
    ! To put off errors that need not be fixed at once, turn them into warnings. Add to site.yaml: check: {P0401: warning, P0501: warning}
    ! Found: 63 errors, 2 warnings. More: pakt explain CODE
    ! The site in the folder $DIR/public was not changed.
    [1]
    ");
    let all = shell.run("check --all --at 2026-11-22");
    assert_eq!(all.matches("[P0401]").count(), 60);
    assert!(!all.contains("--all"), "{all}");
    let json = shell.run("check --format json --at 2026-11-22");
    assert_eq!(json.matches("\"P0401\"").count(), 60);
    shell.write(
        "content/stary-web.md",
        "---\ntitle: Starý web\n---\n# Úvod\n",
    );
    assert!(
        shell
            .run("check --at 2026-11-22")
            .contains("# Úvod")
    );
}

#[test]
fn a_build_reports_what_is_allowed_in_vain() {
    let shell = Shell::in_site();
    shell.write(
        "content/a.md",
        "---\ntitle: A\n---\n<!-- pakt-allow P0401: přijde -->\n[a](b.md)\n",
    );
    assert!(
        !shell
            .run("build --strict --at 2026-11-22")
            .contains("P0")
    );
    shell.write("content/b.md", "---\ntitle: B\n---\n");
    for command in ["check", "build", "build --strict"] {
        let told = shell.run(&format!("{command} --at 2026-11-22"));
        assert!(told.contains("P0912"), "{command}: {told}");
        assert_eq!(told.ends_with("[1]"), command.contains("strict"), "{told}");
    }
}

#[test]
fn strict_makes_warnings_fail() {
    let shell = Shell::in_site();
    shell.write("site.yaml", "title: Web\n");
    assert_snapshot!(shell.runs(&["build --strict --at 2026-11-22", "check --strict --at 2026-11-22"]), @r"
    $ pakt build --strict --at 2026-11-22
    ! varování[P0603]: V nastavení site.yaml není vyplněné, kdo web provozuje: operator, email, accessibility_contact.
    ! --> site.yaml
    !  |
    ! rada: Doplňte v site.yaml v části „organisation“ tyto klíče: operator, email, accessibility_contact. Do té doby bude web označený jako ukázka.
    !
    ! Nalezeno: 0 chyb, 1 varování. Podrobněji: pakt explain KÓD
    ! Web ve složce $DIR/public zůstal tak, jak byl.
    [1]
    $ pakt check --strict --at 2026-11-22
    ! varování[P0603]: V nastavení site.yaml není vyplněné, kdo web provozuje: operator, email, accessibility_contact.
    ! --> site.yaml
    !  |
    ! rada: Doplňte v site.yaml v části „organisation“ tyto klíče: operator, email, accessibility_contact. Do té doby bude web označený jako ukázka.
    !
    ! Nalezeno: 0 chyb, 1 varování. Podrobněji: pakt explain KÓD
    [1]
    ");
    assert!(!shell.is_there("public/index.html"));
    assert_eq!(last_lines(&shell.run("build --at 2026-11-22"), 1), "[0]");
}

#[test]
fn portable_links_name_files() {
    let shell = Shell::in_site();
    shell.write(
        "content/kontakt.md",
        "---\ntitle: Kontakt\n---\n[Domů](_index.md)\n",
    );
    assert_eq!(shell.run("build -q --portable --output usb"), "[0]");
    assert!(
        shell
            .read("usb/kontakt/index.html")
            .contains("href=\"../index.html\"")
    );
    assert_eq!(shell.run("build -q"), "[0]");
    assert!(
        !shell
            .read("public/kontakt/index.html")
            .contains("../index.html")
    );
}

#[test]
fn the_output_is_where_the_option_says_but_never_among_the_sources() {
    let shell = Shell::in_site().at("content");
    assert_eq!(shell.run("build -q --output ../jinam/web"), "[0]");
    assert!(shell.is_there("jinam/web/index.html") && !shell.is_there("public"));
    assert_snapshot!(shell.runs(&["build --output vystup", "build --output ..", "build --output ../site.yaml"]), @r"
    $ pakt build --output vystup
    ! chyba[P0802]: Výstup „$DIR/content/vystup“ a složka se zdroji webu leží jeden v druhém.
    !  |
    ! rada: Zvolte pro výstup jinou složku, třeba: pakt build --output public
    !
    ! Nalezeno: 1 chyba, 0 varování. Podrobněji: pakt explain KÓD
    [2]
    $ pakt build --output ..
    ! chyba[P0802]: Výstup „$DIR“ a složka se zdroji webu leží jeden v druhém.
    !  |
    ! rada: Zvolte pro výstup jinou složku, třeba: pakt build --output public
    !
    ! Nalezeno: 1 chyba, 0 varování. Podrobněji: pakt explain KÓD
    [2]
    $ pakt build --output ../site.yaml
    ! chyba[P0802]: Výstup „$DIR/site.yaml“ a složka se zdroji webu leží jeden v druhém.
    !  |
    ! rada: Zvolte pro výstup jinou složku, třeba: pakt build --output public
    !
    ! Nalezeno: 1 chyba, 0 varování. Podrobněji: pakt explain KÓD
    [2]
    ");
}

#[test]
fn foreign_files_are_taken_over_only_on_request() {
    let shell = Shell::in_site();
    shell.write("public/kontakt/index.html", "cizí");
    assert_snapshot!(shell.run("build --at 2026-11-22"), @r"
    ! chyba[P0801]: Na místě „$DIR/public/kontakt/index.html“, kam má pakt zapsat svůj soubor, už leží cizí soubor.
    !  |
    ! rada: Přesuňte ho jinam. Smí-li ho pakt přepsat, spusťte: pakt build --adopt
    !
    ! Nalezeno: 1 chyba, 0 varování. Podrobněji: pakt explain KÓD
    [2]
    ");
    assert_eq!(shell.read("public/kontakt/index.html"), "cizí");
    assert!(!shell.is_there("public/index.html"));
    assert_eq!(shell.run("build -q --adopt"), "[0]");
    assert!(
        shell
            .read("public/kontakt/index.html")
            .contains("Napište")
    );
}

#[test]
fn pages_appear_on_their_day() {
    let mut shell = Shell::in_site();
    shell.write(
        "content/brzy.md",
        "---\ntitle: Brzy\npublish_from: 2026-12-01\npublish_until: 2026-12-24\n---\n",
    );
    assert_snapshot!(shell.run("build --at 2026-11-30"), @r"
    ! Hotovo: 3 stránky za N s. Zapsáno souborů: 6, beze změny: 0, odstraněno: 0.
    ! Obsah se změní 1. prosince 2026 – sestavte znovu.
    [0]
    ");
    assert!(!shell.is_there("public/brzy"));
    assert_snapshot!(shell.run("build --at 2026-12-01 --lang en"), @r"
    ! Done: 4 pages in N s. Files written: 2, unchanged: 5, removed: 0.
    ! Scheduled content will change on 25 December 2026. Build again on that day.
    [0]
    ");
    assert!(shell.is_there("public/brzy/index.html"));
    assert_snapshot!(shell.run("build --at 2026-12-25"), @r"
    ! Hotovo: 3 stránky za N s. Zapsáno souborů: 1, beze změny: 5, odstraněno: 1.
    [0]
    ");
    assert!(!shell.is_there("public/brzy"));

    // Half an hour before midnight UTC, it is already the next day in Prague.
    shell.variables = vec![("SOURCE_DATE_EPOCH", "1796081400")];
    assert_eq!(shell.run("build -q"), "[0]");
    assert!(shell.is_there("public/brzy/index.html"));
    assert_eq!(shell.run("build -q --at 2026-11-30"), "[0]");
    assert!(!shell.is_there("public/brzy"));
}

#[test]
fn an_invalid_day_is_refused() {
    let mut shell = Shell::in_site();
    assert_snapshot!(shell.runs(&["build --at 1.12.2026", "check --at 2026-02-30", "routes --at zítra --lang en"]), @r"
    $ pakt build --at 1.12.2026
    ! „1.12.2026“ není den. Napište ho takto: --at 2026-12-01
    [2]
    $ pakt check --at 2026-02-30
    ! „2026-02-30“ není den. Napište ho takto: --at 2026-12-01
    [2]
    $ pakt routes --at zítra --lang en
    ! “zítra” is not a date. Write it like this: --at 2026-12-01
    [2]
    ");
    shell.variables = vec![("SOURCE_DATE_EPOCH", "včera")];
    assert_snapshot!(shell.runs(&["build", "build --lang en"]), @r"
    $ pakt build
    ! Proměnná SOURCE_DATE_EPOCH má být počet sekund od roku 1970, ne „včera“.
    [2]
    $ pakt build --lang en
    ! The variable SOURCE_DATE_EPOCH must be a number of seconds since 1970, not “včera”.
    [2]
    ");
    shell.variables = vec![("SOURCE_DATE_EPOCH", "99999999999999999")];
    assert_eq!(last_lines(&shell.run("build"), 1), "[2]");
    assert_eq!(shell.run("build -q --at 2026-11-22"), "[0]");
    shell.variables = vec![("SOURCE_DATE_EPOCH", "")];
    assert_eq!(shell.run("build -q"), "[0]");
}

#[test]
fn two_builds_at_once_do_not_mix() {
    let shell = Shell::in_site();
    assert_eq!(shell.run("build -q --at 2026-11-22"), "[0]");
    let mut files = fs::read_dir(shell.path(".pakt"))
        .expect("the memory")
        .map(|entry| entry.expect("a file").path());
    let lock = files
        .find(|path| {
            path.extension()
                .is_some_and(|extension| extension == "lock")
        })
        .expect("a lock");
    let held = File::options()
        .write(true)
        .open(lock)
        .expect("the lock");
    held.try_lock()
        .expect("nobody builds");
    assert_snapshot!(shell.run("build --at 2026-11-22"), @r"
    ! chyba[P0804]: Do výstupu „$DIR/public“ právě zapisuje jiné spuštění programu pakt.
    !  |
    ! rada: Počkejte, až skončí, a zkuste to znovu.
    !
    ! Nalezeno: 1 chyba, 0 varování. Podrobněji: pakt explain KÓD
    [2]
    ");
    held.unlock().expect("the lock");
    assert_eq!(shell.run("build -q --at 2026-11-22"), "[0]");
}

#[test]
fn errors_come_after_warnings_next_to_the_prompt() {
    let shell = Shell::in_site();
    shell.write("content/a.md", "---\ntitle: A\n---\n[x](neni.md)\n");
    shell.write("content/b.md", "---\ntitle: B\n---\n[x](koncept.md)\n");
    shell.write("content/c.md", "---\ntitle: C\n---\n[x](neni.md)\n");
    let said = shell.run("check");
    let places = said
        .lines()
        .filter_map(|line| line.split("--> ").nth(1));
    assert_eq!(
        places.collect::<Vec<_>>(),
        ["content/b.md:4:1", "content/a.md:4:1", "content/c.md:4:1"],
        "a warning, then errors"
    );
}

#[test]
fn check_lists_findings_for_people_and_programs() {
    let shell = Shell::in_site();
    assert_snapshot!(shell.runs(&["check", "check --format json", "check -q"]), @r"
    $ pakt check
    ! V pořádku, nic k opravě.
    [0]
    $ pakt check --format json
    []
    [0]
    $ pakt check -q
    [0]
    ");
    shell.write(
        "content/kontakt.md",
        "---\ntitle: Kontakt\n---\nNapište [nám](kontkt.md).\n\n![](mapa.png)\n",
    );
    assert_snapshot!(shell.run("check"), @r"
    ! chyba[P0401]: Odkaz vede na soubor „kontkt.md“, který tu není.
    !  --> content/kontakt.md:4:9
    !   |
    ! 4 | Napište [nám](kontkt.md).
    !   |         ^^^^^^^^^^^^^^^^ soubor tu není
    !   |
    ! rada: Nemysleli jste „kontakt.md“?
    !
    ! chyba[P0401]: Odkaz vede na soubor „mapa.png“, který tu není.
    !  --> content/kontakt.md:6:1
    !   |
    ! 6 | ![](mapa.png)
    !   | ^^^^^^^^^^^^^ soubor tu není
    !   |
    ! rada: Zkontrolujte název souboru i složku. Cesta se píše od stránky, na které odkaz je; „../“ znamená o složku výš, „/“ na začátku znamená složku content. Adresa jiného webu začíná https://
    !
    ! chyba[P0404]: Obrázek „mapa.png“ nemá popis pro lidi, kteří ho nevidí.
    !  --> content/kontakt.md:6:1
    !   |
    ! 6 | ![](mapa.png)
    !   | ^^^^^^^^^^^^^ chybí popis
    !   |
    ! rada: Do hranatých závorek napište, co je na obrázku vidět. Je-li jen na ozdobu, napište: ::image[]{src=mapa.png}
    !
    ! Nalezeno: 3 chyby, 0 varování. Podrobněji: pakt explain KÓD
    [1]
    ");
    assert_snapshot!(shell.run("check --format json --lang en"), @r#"
    [
      {
        "code": "P0401",
        "correction": null,
        "from": null,
        "hint": "Did you mean “kontakt.md”?",
        "message": "The link points to the file “kontkt.md”, which does not exist.",
        "note": null,
        "place": {
          "column": 9,
          "end_column": 25,
          "end_line": 4,
          "excerpt": {
            "from": 8,
            "text": "Napište [nám](kontkt.md).",
            "to": 24
          },
          "file": "content/kontakt.md",
          "label": "no such file",
          "line": 4
        },
        "related": [],
        "severity": "error"
      },
      {
        "code": "P0401",
        "correction": null,
        "from": null,
        "hint": "Check the names of the file and its folder. The path starts from the page with the link; “../” means one folder up, and “/” at the start means the folder content. The address of another site starts with https://",
        "message": "The link points to the file “mapa.png”, which does not exist.",
        "note": null,
        "place": {
          "column": 1,
          "end_column": 14,
          "end_line": 6,
          "excerpt": {
            "from": 0,
            "text": "![](mapa.png)",
            "to": 13
          },
          "file": "content/kontakt.md",
          "label": "no such file",
          "line": 6
        },
        "related": [],
        "severity": "error"
      },
      {
        "code": "P0404",
        "correction": null,
        "from": null,
        "hint": "In the square brackets, write what the image shows. If it is only decoration, write: ::image[]{src=mapa.png}",
        "message": "The image “mapa.png” has no description for people who cannot see it.",
        "note": null,
        "place": {
          "column": 1,
          "end_column": 14,
          "end_line": 6,
          "excerpt": {
            "from": 0,
            "text": "![](mapa.png)",
            "to": 13
          },
          "file": "content/kontakt.md",
          "label": "description missing",
          "line": 6
        },
        "related": [],
        "severity": "error"
      }
    ]
    [1]
    "#);
    assert!(!shell.is_there("public"));
}

#[test]
fn a_draft_is_checked_leniently() {
    let shell = Shell::in_site();
    shell.write(
        "content/koncept.md",
        "---\ntitle: Koncept\ndraft: true\nneznamy: 1\n---\n",
    );
    assert_eq!(last_lines(&shell.run("check"), 1), "[0]");
    assert_eq!(last_lines(&shell.run("check --drafts"), 1), "[1]");
}

#[test]
fn routes_mark_translations_that_nobody_has_checked() {
    let shell = Shell::in_site();
    shell.write("site.yaml", "title: Web\nlanguages: {en: {}, uk: {}}\n");
    shell.write("content/kontakt.en.md", "---\ntitle: Contact\n---\n");
    shell.write(
        "content/kontakt.uk.md",
        "---\ntitle: Контакт\nchecked: 2026-11-20\n---\n",
    );
    shell.write("content/only.en.md", "---\ntitle: Only here\n---\n");
    let pages = |list: String| {
        list.lines()
            .filter(|line| line.contains("\tpage\t"))
            .map(|line| format!("{line}\n"))
            .collect::<String>()
    };
    assert_snapshot!(pages(shell.run("routes")), @r"
    en/kontakt/index.html	page	content/kontakt.en.md	unverified
    en/only/index.html	page	content/only.en.md
    kontakt/index.html	page	content/kontakt.md
    uk/kontakt/index.html	page	content/kontakt.uk.md
    ");
    let list: Value = serde_json::from_slice(
        &shell
            .output(&["routes", "--format", "json"])
            .stdout,
    )
    .expect("JSON");
    let verified = |source: &str| {
        list.as_array()
            .expect("a list")
            .iter()
            .find(|row| row["source"] == source)
            .map(|row| row["verified"].clone())
    };
    assert_eq!(verified("content/kontakt.en.md"), Some(Value::from(false)));
    assert_eq!(verified("content/kontakt.uk.md"), Some(Value::from(true)));
    assert_eq!(verified("content/kontakt.md"), Some(Value::Null));
}

#[test]
fn routes_are_listed_as_text_and_json() {
    let shell = Shell::in_site();
    assert_snapshot!(shell.run("routes"), @r"
    404.html	not-found	
    assets/css/site.HASH.css	theme-asset pakt css/site.css	themes/pakt/assets/css/site.css
    favicon.svg	theme-static pakt favicon.svg	themes/pakt/static/favicon.svg
    index.html	home cs	content/_index.md
    kontakt/index.html	page	content/kontakt.md
    robots.txt	robots	
    [0]
    ");
    assert_eq!(shell.run("routes --format text"), shell.run("routes"));
    let list: Value = serde_json::from_slice(
        &shell
            .output(&["routes", "--format", "json", "--drafts"])
            .stdout,
    )
    .expect("JSON");
    let list = list.as_array().expect("a list");
    let page = |name: &str| {
        list.iter()
            .find(|row| row["source"] == format!("content/{name}.md"))
            .cloned()
    };
    assert_snapshot!(page("koncept").expect("a page").to_string(), @r#"{"recipe":"page","route":"koncept/index.html","source":"content/koncept.md","verified":null}"#);
    assert_eq!(
        shell.run("routes").lines().count() - 1,
        list.len() - 1,
        "the text is without the draft"
    );
    shell.write("content/kontakt.md", "---\ntitel: Kontakt\n---\n");
    assert_snapshot!(shell.run("routes"), @r"
    404.html	not-found	
    assets/css/site.HASH.css	theme-asset pakt css/site.css	themes/pakt/assets/css/site.css
    favicon.svg	theme-static pakt favicon.svg	themes/pakt/static/favicon.svg
    index.html	home cs	content/_index.md
    kontakt/index.html	page	content/kontakt.md
    robots.txt	robots	
    ! chyba[P0206]: Klíč „titel“ tady pakt nezná.
    !  --> content/kontakt.md:2:1
    !   |
    ! 2 | titel: Kontakt
    !   | ^^^^^ neznámý klíč
    !   |
    ! rada: Nemysleli jste „title“?
    !
    ! chyba[P0208]: Chybí klíč „title“, který tu musí být.
    !  --> content/kontakt.md:2:1
    !   |
    ! 2 | titel: Kontakt
    !   | ^^^^^^^^^^^^^^ tady chybí
    !   |
    ! rada: Přidejte řádek, který začíná „title:“, a za dvojtečku a mezeru napište hodnotu.
    !
    ! Nalezeno: 2 chyby, 0 varování. Podrobněji: pakt explain KÓD
    [1]
    ");
}

#[test]
fn codes_are_explained() {
    let shell = Shell::new();
    assert_snapshot!(shell.runs(&["explain P0206", "explain P9999", "explain 206"]), @r"
    $ pakt explain P0206
    P0206 – neznámý klíč

    Klíč je slovo před dvojtečkou. Na každém místě platí jen některé klíče a píšou se
    anglicky a malými písmeny. Neznámý klíč by neudělal nic a vy byste si mysleli,
    že platí. Proto ho pakt hlásí.

    Špatně:
        nadpis: Životopis
    Správně:
        title: Životopis
    [0]
    $ pakt explain P9999
    ! Kód „P9999“ pakt nezná. Kódy vypadají takto: P0206.
    [2]
    $ pakt explain 206
    ! Kód „206“ pakt nezná. Kódy vypadají takto: P0206.
    [2]
    ");
    assert_eq!(shell.run("explain p0206"), shell.run("explain P0206"));
    assert_snapshot!(shell.in_english().runs(&["explain P0206", "explain x"]), @r"
    $ pakt explain P0206
    P0206 – unknown key

    A key is the word before the colon. Each place has its own list of keys, written in
    English and in lower case. An unknown key would do nothing while you thought it
    worked, so pakt reports it.

    Wrong:
        heading: Writing a CV
    Right:
        title: Writing a CV
    [0]
    $ pakt explain x
    ! There is no code “X”. Codes look like this: P0206.
    [2]
    ");
}

#[test]
fn every_code_is_explained_in_both_languages() {
    let shell = Shell::new();
    for code in pakt::diagnostic::Code::ALL {
        let explained = ["cs", "en"]
            .map(|language| shell.run(&format!("explain {} --lang {language}", code.id())));
        assert!(
            explained
                .iter()
                .all(|text| text.ends_with("[0]") && text.lines().count() > 4),
            "{}: {explained:?}",
            code.id()
        );
        assert_ne!(explained[0], explained[1]);
    }
}

#[test]
fn the_schemas_describe_every_key() {
    let shell = Shell::in_site();
    shell.write(
        "site.yaml",
        "title: Web\ntaxonomies: {topic: {}, audience: {}}\n",
    );
    let schema = |line: &[&str]| -> Value {
        serde_json::from_slice(&shell.output(line).stdout).expect("JSON")
    };
    let keys = |schema: &Value| {
        schema["properties"]
            .as_object()
            .expect("keys")
            .keys()
            .cloned()
            .collect::<BTreeSet<String>>()
    };
    let names = |table: &[pakt::yaml::Key]| {
        table
            .iter()
            .map(|key| key.name.to_owned())
            .collect::<BTreeSet<String>>()
    };

    let front = schema(&["schema"]);
    let expected: BTreeSet<String> =
        &names(pakt::keys::FRONT) | &BTreeSet::from(["topic".to_owned(), "audience".to_owned()]);
    assert_eq!(keys(&front), expected);
    assert_eq!(front, schema(&["schema", "front"]));
    assert_eq!(front["required"], serde_json::json!(["title"]));
    let site = schema(&["schema", "site"]);
    assert_eq!(keys(&site), names(pakt::config::KEYS));
    let data = ["accessibility", "glossary", "synonyms"].map(|name| format!("data/{name}"));
    let [statement, glossary, synonyms] =
        data.map(|name| schema(&["schema", &name, "--lang", "en"]));
    for schema in [
        front,
        site,
        statement,
        glossary,
        synonyms,
        schema(&["schema", "--lang", "en"]),
        schema(&["schema", "site", "--lang", "en"]),
    ] {
        assert_eq!(without_meaning("", &schema), Vec::<String>::new());
    }
}

/// Returns the keys of a schema that are not described.
fn without_meaning(path: &str, schema: &Value) -> Vec<String> {
    let properties = schema["properties"]
        .as_object()
        .into_iter()
        .flatten();
    let below = properties.flat_map(|(key, property)| {
        let path = format!("{path}/{key}");
        let missing = property["description"]
            .as_str()
            .is_none_or(str::is_empty)
            .then(|| path.clone());
        missing
            .into_iter()
            .chain(without_meaning(&path, property))
            .collect::<Vec<_>>()
    });
    let inner = schema["anyOf"]
        .as_array()
        .into_iter()
        .flatten();
    let named = ["additionalProperties", "items"]
        .into_iter()
        .filter_map(|key| schema.get(key))
        .chain(inner)
        .filter(|inner| inner.is_object());
    below
        .chain(
            named
                .into_iter()
                .flat_map(|inner| without_meaning(&format!("{path}/*"), inner)),
        )
        .collect()
}

#[test]
fn shells_get_completions() {
    let shell = Shell::new();
    for name in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let output = shell.output(&["completions", name]);
        assert!(output.status.success() && output.stderr.is_empty());
        let script = text(&output.stdout);
        assert!(
            COMMANDS
                .iter()
                .all(|command| script.contains(command))
                && script.contains("portable"),
            "{name}"
        );
    }
    fs::write(
        shell.path("pakt.bash"),
        shell
            .output(&["completions", "bash"])
            .stdout,
    )
    .expect("a file");
    if let Ok(checked) = Command::new("bash")
        .arg("-n")
        .arg(shell.path("pakt.bash"))
        .output()
    {
        assert_eq!(text(&checked.stderr), "");
    }
}

#[test]
fn the_manual_page_lists_all_commands_in_both_languages() {
    let shell = Shell::new();
    assert_snapshot!(shell.run("man"), @r#"
    .TH PAKT 1 "" "pakt 0.1.0"
    .SH NÁZEV
    pakt \- pakt udělá ze složky s texty v Markdownu web paktu zaměstnanosti.
    .SH POUŽITÍ
    pakt [VOLBY] [PŘÍKAZ]
    .SH PŘÍKAZY
    .SS pakt init [VOLBY] [SLOŽKA]
    založí nový web
    .TP
    \fB[SLOŽKA]\fR
    složka nového webu (jinak tato)
    .SS pakt new [VOLBY] <CESTA>
    založí novou stránku s vysvětlenou hlavičkou
    .TP
    \fB<CESTA>\fR
    cesta ke stránce ve složce content
    .SS pakt build [VOLBY]
    sestaví web do složky public
    .TP
    \fB\-\-drafts\fR
    sestaví i koncepty
    .TP
    \fB\-\-at <RRRR\-MM\-DD>\fR
    den, pro který se web sestaví
    .TP
    \fB\-\-portable\fR
    odkazy povedou na soubory, web půjde otevřít i z disku
    .TP
    \fB\-\-strict\fR
    i varování zastaví zveřejnění
    .TP
    \fB\-\-all\fR
    vypíše každý nález, i když je jich mnoho
    .TP
    \fB\-\-adopt\fR
    převezme cizí soubory, které stojí v cestě
    .TP
    \fB\-\-output <SLOŽKA>\fR
    kam se web zapíše (jinak public)
    .SS pakt serve [VOLBY]
    živý náhled: každé uložení je hned vidět v prohlížeči
    .TP
    \fB\-\-port <PORT>\fR
    port, na kterém web poběží (jinak 4000)
    .TP
    \fB\-\-host <IP>\fR
    adresa, na které náhled poslouchá (jinak jen tento počítač)
    .TP
    \fB\-\-open\fR
    otevře náhled v prohlížeči
    .TP
    \fB\-\-follow\fR
    prohlížeč přejde na stránku, kterou uložíte
    .TP
    \fB\-\-poll\fR
    kontroluje soubory každé 2 sekundy, i když změny hlásí systém (síťové a sdílené složky)
    .TP
    \fB\-\-no\-drafts\fR
    bez konceptů
    .TP
    \fB\-\-at <RRRR\-MM\-DD>\fR
    den, pro který se web sestaví
    .SS pakt check [VOLBY]
    zkontroluje celý web a nic nezapíše
    .TP
    \fB\-\-drafts\fR
    sestaví i koncepty
    .TP
    \fB\-\-at <RRRR\-MM\-DD>\fR
    den, pro který se web sestaví
    .TP
    \fB\-\-strict\fR
    i varování zastaví zveřejnění
    .TP
    \fB\-\-all\fR
    vypíše každý nález, i když je jich mnoho
    .TP
    \fB\-\-output <SLOŽKA>\fR
    kam se web zapíše (jinak public)
    .TP
    \fB\-\-format <human|json>\fR
    podoba výpisu: pro člověka, nebo json
    .SS pakt routes [VOLBY]
    vypíše, z čeho se web skládá
    .TP
    \fB\-\-drafts\fR
    sestaví i koncepty
    .TP
    \fB\-\-at <RRRR\-MM\-DD>\fR
    den, pro který se web sestaví
    .TP
    \fB\-\-portable\fR
    odkazy povedou na soubory, web půjde otevřít i z disku
    .TP
    \fB\-\-format <text|json>\fR
    podoba výpisu: pro člověka, nebo json
    .SS pakt explain [VOLBY] <KÓD>
    vysvětlí kód chyby, například P0206
    .TP
    \fB<KÓD>\fR
    kód, například P0206
    .SS pakt schema [VOLBY] [front|site|data/accessibility|data/glossary|data/synonyms]
    vypíše JSON Schema hlavičky stránky, nastavení nebo dat
    .TP
    \fB[front|site|data/accessibility|data/glossary|data/synonyms]\fR
    hlavička stránky (front), nastavení (site), nebo datový soubor
    .SS pakt completions [VOLBY] <SHELL>
    vypíše doplňování příkazů pro shell
    .TP
    \fB<SHELL>\fR
    bash, zsh, fish, elvish nebo powershell
    .SS pakt man [VOLBY]
    vypíše manuálovou stránku
    .SH VOLBY VŠECH PŘÍKAZŮ
    .TP
    \fB\-\-root <SLOŽKA>\fR
    složka webu (jinak nejbližší se souborem site.yaml)
    .TP
    \fB\-\-lang <cs|en>\fR
    jazyk hlášení: cs nebo en
    .TP
    \fB\-\-color <auto|always|never>\fR
    barvy: auto, always nebo never
    .TP
    \fB\-q, \-\-quiet\fR
    jen chyby a varování
    .TP
    \fB\-v, \-\-verbose\fR
    vypíše i průběh
    .TP
    \fB\-V, \-\-version\fR
    ukáže verzi programu
    .TP
    \fB\-h, \-\-help\fR
    ukáže tuto nápovědu
    .SH NÁVRATOVÉ KÓDY
    .TP
    \fB0\fR
    hotovo, třeba i s varováním
    .TP
    \fB1\fR
    chyba v některém souboru webu; s volbou \-\-strict i varování
    .TP
    \fB2\fR
    chybné použití, chybějící web, potíž s výstupem nebo s počítačem, chyba programu
    .SH PROMĚNNÉ PROSTŘEDÍ
    .TP
    \fBLC_ALL, LC_MESSAGES, LANG\fR
    jazyk hlášení: čeština nebo angličtina
    .TP
    \fBNO_COLOR\fR
    je\-li neprázdná, výpisy jsou bez barev
    .TP
    \fBSOURCE_DATE_EPOCH\fR
    den, pro který se web sestaví, v sekundách od roku 1970; volba \-\-at má přednost
    [0]
    "#);
    let english = shell.in_english().run("man");
    assert!(
        COMMANDS
            .iter()
            .all(|command| english.contains(&format!("\n.SS pakt {command} "))),
        "{english}"
    );
    assert!(
        english.contains(".SH EXIT STATUS\n") && english.is_ascii(),
        "{english}"
    );
}

#[test]
fn results_are_on_stdout_and_everything_else_on_stderr() {
    let shell = Shell::in_site();
    for (line, has_result) in [
        ("routes", true),
        ("schema", true),
        ("explain P0101", true),
        ("man", true),
        ("completions fish", true),
        ("check --format json", true),
        ("--help", true),
        ("check", false),
        ("build", false),
        ("explain x", false),
        ("nonsense", false),
        ("init", false),
    ] {
        let output = shell.output(&line.split(' ').collect::<Vec<_>>());
        assert_eq!(
            (!output.stdout.is_empty(), output.stderr.is_empty()),
            (has_result, has_result),
            "{line}"
        );
    }
}

#[test]
fn quiet_keeps_findings_and_verbose_adds_details() {
    let shell = Shell::in_site();
    shell.write("site.yaml", "title: Web\n");
    assert_snapshot!(shell.runs(&["build -q --at 2026-11-22", "check --quiet --strict", "build -v --at 2026-11-22"]), @r"
    $ pakt build -q --at 2026-11-22
    ! varování[P0603]: V nastavení site.yaml není vyplněné, kdo web provozuje: operator, email, accessibility_contact.
    ! --> site.yaml
    !  |
    ! rada: Doplňte v site.yaml v části „organisation“ tyto klíče: operator, email, accessibility_contact. Do té doby bude web označený jako ukázka.
    !
    ! Nalezeno: 0 chyb, 1 varování. Podrobněji: pakt explain KÓD
    [0]
    $ pakt check --quiet --strict
    ! varování[P0603]: V nastavení site.yaml není vyplněné, kdo web provozuje: operator, email, accessibility_contact.
    ! --> site.yaml
    !  |
    ! rada: Doplňte v site.yaml v části „organisation“ tyto klíče: operator, email, accessibility_contact. Do té doby bude web označený jako ukázka.
    !
    ! Nalezeno: 0 chyb, 1 varování. Podrobněji: pakt explain KÓD
    [1]
    $ pakt build -v --at 2026-11-22
    ! Přečteno souborů: 4 ($DIR)
    ! varování[P0603]: V nastavení site.yaml není vyplněné, kdo web provozuje: operator, email, accessibility_contact.
    ! --> site.yaml
    !  |
    ! rada: Doplňte v site.yaml v části „organisation“ tyto klíče: operator, email, accessibility_contact. Do té doby bude web označený jako ukázka.
    !
    ! Nalezeno: 0 chyb, 1 varování. Podrobněji: pakt explain KÓD
    ! Hotovo: 4 stránky za N s. Zapsáno souborů: 0, beze změny: 17, odstraněno: 0.
    [0]
    ");
}

#[test]
fn colours_are_used_only_on_request() {
    let shell = Shell::in_site();
    shell.write("site.yaml", "title: Web\n");
    let has_colours = |line: &str| {
        text(
            &shell
                .output(&line.split(' ').collect::<Vec<_>>())
                .stderr,
        )
        .contains('\u{1b}')
    };
    assert!(!has_colours("check") && !has_colours("check --color never"));
    assert!(has_colours("check --color always"));
}

#[test]
fn a_closed_pipe_is_no_error() {
    let shell = Shell::in_site();
    for line in [
        &["routes"][..],
        &["--help"],
        &["man"],
        &["check", "--format", "json"],
    ] {
        let (reader, writer) = io::pipe().expect("a pipe");
        drop(reader);
        let output = shell
            .command(line)
            .stdout(writer)
            .stderr(Stdio::piped())
            .spawn()
            .and_then(|child| child.wait_with_output());
        assert_eq!(
            shell.transcript(&output.expect("pakt runs")),
            "[0]",
            "{line:?}"
        );
    }
    let (reader, writer) = io::pipe().expect("a pipe");
    drop(reader);
    let ended = shell
        .command(&["build"])
        .stdout(Stdio::null())
        .stderr(writer)
        .status()
        .expect("pakt runs");
    assert_eq!(ended.code(), Some(0));
}

#[test]
#[cfg(target_os = "linux")]
fn a_result_that_cannot_be_written_is_reported() {
    let shell = Shell::in_site();
    let full = || {
        File::options()
            .write(true)
            .open("/dev/full")
            .expect("the full device")
    };
    for line in [
        &["routes"][..],
        &["schema"],
        &["check", "--format", "json"],
        &["--help"],
    ] {
        let output = shell
            .command(line)
            .stdout(full())
            .stderr(Stdio::piped())
            .output()
            .expect("pakt runs");
        assert_eq!(output.status.code(), Some(2), "{line:?}");
        assert!(
            text(&output.stderr).starts_with("Výsledek se nepodařilo vypsat."),
            "{line:?}"
        );
    }
}
