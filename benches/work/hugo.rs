//! The work as a Hugo site (0.111 and later), with templates that show what pakt's own theme shows.

use super::{File, Page, Work, section, tag};

const BASE: &str = r##"<!DOCTYPE html>
<html lang="{{ .Site.LanguageCode }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ if not .IsHome }}{{ .Title }} – {{ end }}{{ .Site.Title }}</title>
{{ with .Description }}<meta name="description" content="{{ . }}">{{ end }}
<link rel="canonical" href="{{ .Permalink }}">
<meta property="og:title" content="{{ .Title }}">
<meta property="og:url" content="{{ .Permalink }}">
<link rel="alternate" type="application/rss+xml" title="{{ .Site.Title }}" href="{{ "index.xml" | relURL }}">
</head>
<body>
<a class="skip-link" href="#obsah">Přejít k obsahu</a>
<header class="site-header">
<a class="brand" href="{{ "/" | relURL }}">{{ .Site.Title }}</a>
<nav class="menu" aria-label="Hlavní nabídka"><ul>
{{- $path := .RelPermalink }}
{{- range .Site.Params.menu }}
<li><a href="{{ .path | relURL }}"{{ if eq .path $path }} aria-current="page"{{ end }}>{{ .title }}</a></li>
{{- end }}
</ul></nav>
</header>
{{ if not .IsHome }}<nav class="breadcrumbs"><ol>
{{- range .Ancestors.Reverse }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end -}}
</ol></nav>{{ end }}
<main id="obsah">{{ block "main" . }}{{ end }}</main>
<footer class="site-footer"><p><a href="{{ "index.xml" | relURL }}">Novinky</a></p></footer>
</body>
</html>
"##;

const HOME: &str = r#"{{ define "main" }}<h1>{{ .Title }}</h1><div class="prose">{{ .Content }}</div>{{ end }}
"#;

const LIST: &str = r#"{{ define "main" }}<h1>{{ .Title }}</h1>
<ul class="list">
{{- range .Pages.ByTitle }}
<li><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>
<p class="when"><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2. 1. 2006" }}</time></p>
<p>{{ .Description }}</p></li>
{{- end }}
</ul>{{ end }}
"#;

const TERMS: &str = r#"{{ define "main" }}<h1>{{ .Title }}</h1>
<ul class="cards">{{ range .Data.Terms.Alphabetical }}<li><h2><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a></h2><p>{{ .Count }}</p></li>{{ end }}</ul>{{ end }}
"#;

const SINGLE: &str = r#"{{ define "main" }}<article>
<h1>{{ .Title }}</h1>
{{ .TableOfContents }}
<div class="prose">{{ .Content }}</div>
<dl class="terms">{{ range .GetTerms "tags" }}<dd><a href="{{ .RelPermalink }}">{{ .Title }}</a></dd>{{ end }}</dl>
<p><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2. 1. 2006" }}</time></p>
<nav class="pager"><ul>
{{- with .PrevInSection }}<li><a href="{{ .RelPermalink }}" rel="prev">{{ .Title }}</a></li>{{ end -}}
{{- with .NextInSection }}<li><a href="{{ .RelPermalink }}" rel="next">{{ .Title }}</a></li>{{ end -}}
</ul></nav>
</article>{{ end }}
"#;

/// Makes the files of the site.
pub(super) fn files(work: Work) -> impl Iterator<Item = File> {
    let fixed = [
        ("layouts/_default/baseof.html", BASE),
        ("layouts/index.html", HOME),
        ("layouts/_default/list.html", LIST),
        ("layouts/_default/terms.html", TERMS),
        ("layouts/_default/single.html", SINGLE),
        ("content/_index.md", "---\ntitle: Domů\n---\nVítejte.\n"),
    ];
    let index = |number: usize| {
        (
            format!("content/{}/_index.md", section(number)),
            format!("---\ntitle: Oddíl {number}\n---\n"),
        )
    };
    let fixed = fixed.map(|(path, text)| (path.to_owned(), text.to_owned()));
    fixed
        .into_iter()
        .chain([settings(work)])
        .chain((0..work.sections).map(index))
        .chain((0..work.pages).map(move |number| page(work, number)))
}

fn settings(work: Work) -> File {
    let entry = |number: usize| {
        format!(
            "[[params.menu]]\ntitle = \"Oddíl {number}\"\npath = \"/{}/\"\n",
            section(number)
        )
    };
    let menu: String = (0..work.sections)
        .map(entry)
        .collect();
    let text = format!(
        "baseURL = \"https://pakt.example/\"\ntitle = \"Práce v kraji\"\nlanguageCode = \"cs\"\ntimeout = \"600s\"\n\n\
         [taxonomies]\ntag = \"tags\"\n\n[outputs]\nhome = [\"HTML\", \"RSS\"]\nsection = [\"HTML\"]\ntaxonomy = [\"HTML\"]\nterm = [\"HTML\"]\n\n\
         [services.rss]\nlimit = 20\n\n{menu}"
    );
    ("hugo.toml".to_owned(), text)
}

fn page(work: Work, number: usize) -> File {
    let page = Page::new(work, number);
    let [first, second] = page.tags.map(tag);
    let aliases = if work.aliases {
        format!("aliases: [/stare/{number}/]\n")
    } else {
        String::new()
    };
    let (title, date) = (page.title.clone(), page.date.clone());
    let body = page.body(|to| format!("{{{{< relref \"/{}\" >}}}}", work.path(to)));
    let description = body
        .lines()
        .next()
        .unwrap_or_default()
        .chars()
        .take(200)
        .collect::<String>();
    let head = format!(
        "---\ntitle: {title}\ndescription: {description}\ndate: {date}\ntags: [{first}, {second}]\n{aliases}---\n"
    );
    (format!("content/{}", work.path(number)), head + &body)
}
