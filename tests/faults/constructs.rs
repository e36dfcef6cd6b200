//! The markup and keys of pages: where each character of each construct is. This reads pages by
//! their lines alone and knows nothing of how pakt reads them.

/// What a character is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Construct {
    FrontMatter,
    Term,
    Heading,
    List,
    Table,
    Note,
    Fence,
    Block,
    Attribute,
    Link,
    Image,
    RawHtml,
}

/// A character of markup or of a key.
#[derive(Debug)]
pub(crate) struct Place {
    pub(crate) construct: Construct,
    pub(crate) file: String,
    /// In bytes of the file.
    pub(crate) at: usize,
    /// From 1.
    pub(crate) line: usize,
    /// In characters, from 1.
    pub(crate) column: usize,
    /// The line where the construct begins, which findings of a lost end name.
    pub(crate) opened: usize,
}

/// Returns the places of all pages, one list for each construct that occurs.
pub(crate) fn places<'t>(pages: impl Iterator<Item = (&'t str, &'t str)>) -> Vec<Vec<Place>> {
    let mut places: Vec<Place> = pages
        .flat_map(|(file, text)| Scanner::new(file, text).scan())
        .collect();
    places.sort_by_key(|place| place.construct);
    let mut lists: Vec<Vec<Place>> = Vec::new();
    for place in places {
        match lists.last_mut() {
            Some(list)
                if list
                    .first()
                    .is_some_and(|first| first.construct == place.construct) =>
            {
                list.push(place);
            }
            _ => lists.push(vec![place]),
        }
    }
    lists
}

/// The keys of front matter whose values are terms, in our own site.
const TAXONOMIES: [&str; 3] = ["audience", "topic", "priority"];

/// Reads one page line by line.
struct Scanner<'t> {
    file: &'t str,
    text: &'t str,
    places: Vec<Place>,
    /// The byte and number of the line being read.
    start: usize,
    line: usize,
    /// Whether the lines of terms of a taxonomy are being read.
    in_terms: bool,
    /// The line that opened the code being read.
    code: Option<usize>,
    /// The lines that opened the blocks being read.
    blocks: Vec<usize>,
}

impl<'t> Scanner<'t> {
    fn new(file: &'t str, text: &'t str) -> Self {
        Self {
            file,
            text,
            places: Vec::new(),
            start: 0,
            line: 0,
            in_terms: false,
            code: None,
            blocks: Vec::new(),
        }
    }

    fn scan(mut self) -> Vec<Place> {
        let mut fences = 0;
        for line in self.text.split_inclusive('\n') {
            self.line += 1;
            let text = line.trim_end();
            if fences < 2 && text == "---" {
                fences += 1;
                self.add_opened(Construct::FrontMatter, 0..3, 1);
            } else if fences == 1 {
                self.front(text);
            } else {
                self.body(text);
            }
            self.start += line.len();
        }
        self.places
    }

    fn add(&mut self, construct: Construct, columns: std::ops::Range<usize>) {
        self.add_opened(construct, columns, self.line);
    }

    /// Adds the characters of a range of bytes of this line.
    fn add_opened(&mut self, construct: Construct, columns: std::ops::Range<usize>, opened: usize) {
        let (_, rest) = self.text.split_at(self.start);
        let line = rest
            .split('\n')
            .next()
            .unwrap_or_default();
        let signs = line.char_indices().enumerate();
        let inside = signs.filter(|(_, (at, _))| columns.contains(at));
        for (column, (at, _)) in inside {
            self.places.push(Place {
                construct,
                file: self.file.to_owned(),
                at: self.start + at,
                line: self.line,
                column: column + 1,
                opened,
            });
        }
    }

    /// A line of front matter: the key with its colon, and terms.
    fn front(&mut self, line: &str) {
        let indent = line.len() - line.trim_start().len();
        if let Some((key, value)) = line.split_once(':')
            && !key
                .trim_start()
                .starts_with(['-', '#', '"'])
        {
            self.add(Construct::FrontMatter, indent..key.len() + 1);
            self.in_terms = TAXONOMIES.contains(&key);
            if self.in_terms {
                self.terms(value, key.len() + 1);
            }
        } else if self.in_terms {
            self.terms(
                line.trim_start()
                    .trim_start_matches('-'),
                indent + 1,
            );
        }
    }

    /// The terms in `[a, b]` or in an item of a list, from a column on.
    fn terms(&mut self, text: &str, mut column: usize) {
        for part in text.split([',', '[', ']']) {
            let name = part.trim();
            let lead = part.len() - part.trim_start().len();
            self.add(Construct::Term, column + lead..column + lead + name.len());
            column += part.len() + 1;
        }
    }

    fn body(&mut self, line: &str) {
        let text = line.trim_start();
        let indent = line.len() - text.len();
        if text.starts_with("```") {
            let opened = self.code.take().unwrap_or(self.line);
            if opened == self.line {
                self.code = Some(opened);
            }
            return self.add_opened(Construct::Fence, indent..indent + 3, opened);
        }
        if self.code.is_some() {
            return;
        }
        let signs = |sign: char| text.len() - text.trim_start_matches(sign).len();
        let colons = signs(':');
        if colons >= 2 {
            return self.block(text, indent, colons);
        }
        let hashes = signs('#');
        let number = text.len()
            - text
                .trim_start_matches(|c: char| c.is_ascii_digit())
                .len();
        let after_number = text.get(number..).unwrap_or_default();
        if hashes > 0 {
            self.add(Construct::Heading, indent..indent + hashes + 1);
        } else if text.starts_with('|') {
            self.table(line);
        } else if text.starts_with("- ") || text.starts_with("* ") {
            self.add(Construct::List, indent..indent + 2);
        } else if number > 0 && after_number.starts_with(". ") {
            self.add(Construct::List, indent..indent + number + 2);
        }
        self.inline(line);
    }

    fn table(&mut self, line: &str) {
        let is_rule = line
            .chars()
            .all(|sign| matches!(sign, '|' | '-' | ':' | ' '));
        for (at, sign) in line.char_indices() {
            if sign == '|' || is_rule && sign != ' ' {
                self.add(Construct::Table, at..at + 1);
            }
        }
    }

    /// The fence of a block: `:::name[Title]{key=value}`, `::name[Text]` or `:::`.
    fn block(&mut self, text: &str, indent: usize, colons: usize) {
        let head = text.trim_start_matches(':');
        if head.is_empty() {
            let opened = self.blocks.pop().unwrap_or(self.line);
            return self.add_opened(Construct::Block, indent..indent + colons, opened);
        }
        if colons > 2 {
            self.blocks.push(self.line);
        }
        let end = head
            .find(['[', '{'])
            .unwrap_or(head.len());
        self.add(Construct::Block, indent..indent + colons + end);
        let label = head.find('[').zip(head.find(']'));
        if let Some((open, close)) = label {
            let base = indent + colons;
            self.add(Construct::Block, base + open..base + open + 1);
            self.add(Construct::Block, base + close..base + close + 1);
        }
        if let Some(open) = head.find('{') {
            self.attributes(head, indent + colons, open);
        }
    }

    /// The braces, keys, signs and quotation marks of `{key="value"}` at byte `open` of a text that
    /// begins at a column.
    fn attributes(&mut self, text: &str, column: usize, open: usize) {
        let mut quoted = false;
        let mut in_value = false;
        for (at, sign) in text
            .char_indices()
            .skip_while(|(at, _)| *at < open)
        {
            let is_end = sign == '}' && !quoted;
            let is_markup = match sign {
                '"' => {
                    quoted = !quoted;
                    true
                }
                '=' if !in_value => {
                    in_value = true;
                    true
                }
                ' ' if !quoted => {
                    in_value = false;
                    true
                }
                _ => is_end || !in_value,
            };
            if is_markup {
                self.add(
                    Construct::Attribute,
                    column + at..column + at + sign.len_utf8(),
                );
            }
            if is_end {
                return;
            }
        }
    }

    /// Links, images, notes, inline blocks, bold text is no construct of its own.
    fn inline(&mut self, line: &str) {
        for (at, _) in line.match_indices("](") {
            self.link(line, at);
        }
        for (at, _) in line.match_indices("[^") {
            let end = line
                .get(at..)
                .and_then(|rest| rest.find(']'))
                .map_or(at, |length| at + length + 1);
            self.add(Construct::Note, at..end);
        }
        for (at, _) in line.match_indices(":lang[") {
            self.add(Construct::Block, at..at + 6);
            let rest = line.get(at..).unwrap_or_default();
            let Some(close) = rest.find(']') else {
                continue;
            };
            self.add(Construct::Block, at + close..at + close + 1);
            if rest
                .get(close + 1..)
                .unwrap_or_default()
                .starts_with('{')
            {
                self.attributes(line, 0, at + close + 1);
            }
        }
        for (at, _) in line.match_indices('<') {
            let rest = line.get(at + 1..).unwrap_or_default();
            let is_tag = rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
            if let (true, Some(length)) = (is_tag, rest.find('>')) {
                self.add(Construct::RawHtml, at..at + length + 2);
            }
        }
    }

    /// A link or image whose `](` is at a byte: its signs, and the target if it is a file of ours.
    fn link(&mut self, line: &str, at: usize) {
        let before = line.get(..at).unwrap_or_default();
        let Some(open) = before.rfind('[') else {
            return;
        };
        let is_image = before
            .get(..open)
            .unwrap_or_default()
            .ends_with('!');
        let construct = if is_image {
            self.add(Construct::Image, open - 1..open);
            Construct::Image
        } else {
            Construct::Link
        };
        self.add(construct, open..open + 1);
        let target = line.get(at + 2..).unwrap_or_default();
        let Some(length) = target.find([')', ' ']) else {
            return;
        };
        let is_ours = !target
            .get(..length)
            .unwrap_or_default()
            .contains(':');
        let end = if is_ours { at + 2 + length } else { at + 2 };
        self.add(construct, at..end);
        self.add(construct, at + 2 + length..at + 3 + length);
    }
}
