//! Limits for readability: the tokens in a function's body, and the width of a line.

use super::{Text, held, sources, texts};

/// The most tokens in the body of a function: typst-kit, from which the rule comes, has 401.
const LONGEST_BODY: usize = 400;

/// The widest line, in columns.
const WIDEST: usize = 100;

/// A token of Rust: a word, a literal, or one character of punctuation.
struct Token<'t> {
    text: &'t str,
    /// Where it starts, counted from 1.
    line: usize,
}

impl Token<'_> {
    fn is_name(&self) -> bool {
        self.text.starts_with(is_of_word)
    }

    fn is_text(&self) -> bool {
        self.text.len() > 1 && self.text.contains('"')
    }

    fn opens(&self) -> bool {
        matches!(self.text, "(" | "[" | "{")
    }

    fn closes(&self) -> bool {
        matches!(self.text, ")" | "]" | "}")
    }
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Splits code into tokens, without spaces and comments.
fn tokens(code: &str) -> Vec<Token<'_>> {
    let (mut tokens, mut rest, mut line) = (Vec::new(), code, 1);
    while !rest.is_empty() {
        let (text, after) = rest.split_at(length(rest));
        let is_comment = text.starts_with("//") || text.starts_with("/*");
        if !is_comment && !text.starts_with(char::is_whitespace) {
            tokens.push(Token { text, line });
        }
        line += text.matches('\n').count();
        rest = after;
    }
    tokens
}

/// The length of the token, comment or whitespace at the start of the code.
fn length(code: &str) -> usize {
    let to = |end: &str, from: usize| {
        let found = code[from..].find(end);
        found.map_or(code.len(), |at| from + at + end.len())
    };
    if code.starts_with("//") {
        return to("\n", 0);
    }
    if code.starts_with("/*") {
        return to("*/", 2);
    }
    let prefix = code.len()
        - code
            .trim_start_matches(['b', 'c', 'r'])
            .len();
    let literal = &code[prefix..];
    let hashes = literal.len() - literal.trim_start_matches('#').len();
    if code[..prefix].ends_with('r') && literal[hashes..].starts_with('"') {
        return to(&format!("\"{}", &literal[..hashes]), prefix + hashes + 1);
    }
    if literal.starts_with('"') {
        return prefix + quoted(literal, '"');
    }
    if &code[..prefix] == "b" && literal.starts_with('\'') {
        return prefix + quoted(literal, '\'');
    }
    let mut chars = code.chars();
    match (chars.next(), chars.next(), chars.next()) {
        (Some('\''), Some('\\'), _) | (Some('\''), _, Some('\'')) => quoted(code, '\''),
        (Some('\''), ..) => 1 + run(&code[1..], is_of_word),
        (Some(c), ..) if c.is_whitespace() => run(code, char::is_whitespace),
        (Some(c), ..) if is_of_word(c) => run(code, is_of_word),
        (Some(c), ..) => c.len_utf8(),
        (None, ..) => 0,
    }
}

/// The length of a quoted literal.
fn quoted(code: &str, quote: char) -> usize {
    let mut chars = code.char_indices().skip(1);
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' => drop(chars.next()),
            c if c == quote => return at + 1,
            _ => {}
        }
    }
    code.len()
}

/// The length of the leading run of characters of one kind.
fn run(code: &str, is_of_kind: impl Fn(char) -> bool) -> usize {
    code.find(|c| !is_of_kind(c))
        .unwrap_or(code.len())
}

/// The functions in code: line, name, and number of tokens in the body of each.
fn functions(code: &str) -> Vec<(usize, String, usize)> {
    let tokens = tokens(code);
    let function = |(at, pair): (usize, &[Token<'_>])| {
        let is_function = pair[0].text == "fn" && pair[1].is_name();
        let length = is_function.then(|| body(&tokens[at..]))??;
        Some((pair[0].line, pair[1].text.to_owned(), length))
    };
    tokens
        .windows(2)
        .enumerate()
        .filter_map(function)
        .collect()
}

/// The number of tokens in the body of the function that starts here, if it has one.
fn body(tokens: &[Token<'_>]) -> Option<usize> {
    let (mut depth, mut start) = (0, None);
    for (at, token) in tokens.iter().enumerate() {
        match start {
            None if depth == 0 && token.text == ";" => return None,
            None if depth == 0 && token.text == "{" => start = Some(at),
            _ => {}
        }
        depth += usize::from(token.opens());
        depth -= usize::from(token.closes());
        if let (0, true, Some(start)) = (depth, token.closes(), start) {
            return Some(at - start - 1);
        }
    }
    None
}

/// The code of a file with its line numbers kept; lines that do not count are empty.
fn numbered(text: &Text) -> String {
    let mut lines = vec![""; text.text.lines().count()];
    for (number, line) in text.code() {
        lines[number - 1] = line;
    }
    lines.join("\n")
}

#[test]
fn functions_are_short() {
    let mut broken = Vec::new();
    for text in &sources("src/") {
        let functions = functions(&numbered(text)).into_iter();
        for (line, name, tokens) in functions.filter(|(.., tokens)| *tokens > LONGEST_BODY) {
            broken.push(format!(
                "{}:{line}: `{name}` has {tokens} tokens",
                text.path
            ));
        }
    }
    held(
        &format!("A function's body has {LONGEST_BODY} tokens at most."),
        broken,
    );
}

/// The numbers of a file's lines that are too wide.
fn wide_lines(text: &Text) -> Vec<usize> {
    let lines = text.text.lines().zip(1..);
    let wide = lines.filter(|(line, _)| line.chars().count() > WIDEST);
    wide.map(|(_, number)| number)
        .collect()
}

#[test]
fn lines_are_not_wide() {
    let named = |text: &Text, line: usize| format!("{}:{line}", text.path);
    let mut broken = Vec::new();
    // The style of live mode is CSS in one string.
    let is_script = |text: &Text| {
        text.path.starts_with("src/")
            && text.path.ends_with(".js")
            && !text.path.ends_with("/style.js")
    };
    let scripts = texts().into_iter().filter(is_script);
    for text in sources("src/")
        .into_iter()
        .chain(scripts)
    {
        broken.extend(
            wide_lines(&text)
                .into_iter()
                .map(|line| named(&text, line)),
        );
    }
    for text in sources("tests/") {
        let tokens = tokens(&text.text);
        // Input and expected output of tests may be as wide as the real thing.
        let is_data = |line: usize| {
            let mut texts = tokens
                .iter()
                .filter(|token| token.is_text());
            texts.any(|token| {
                (0..=token.text.matches('\n').count()).any(|at| token.line + at == line)
            })
        };
        let wide = wide_lines(&text)
            .into_iter()
            .filter(|line| !is_data(*line));
        broken.extend(wide.map(|line| named(&text, line)));
    }
    held(&format!("A line has {WIDEST} columns at most."), broken);
}

#[test]
fn tokens_are_those_of_rust() {
    let code = "fn a<'x>(c: char) -> u8 { /* { */ b'{' as u8 + r#\"{\"}\"#.len() } // }\nfn b();";
    assert_eq!(functions(code), [(1, "a".to_owned(), 9)]);
}
