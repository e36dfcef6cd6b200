//! The HTML tags that Markdown produces; a body stores each as one byte.

/// Looks up a piece of HTML in the table at compile time; any other does not compile.
macro_rules! fixed {
    ($html:literal) => {
        const { crate::document::body::fixed::Fixed::of($html) }
    };
}
pub(super) use fixed;

/// A piece of HTML by its index in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fixed(u8);

/// All pieces, the most frequent first.
const TABLE: [&str; 59] = [
    "<p>",
    "</p>\n",
    "\n",
    "<li>",
    "</li>\n",
    "<td>",
    "</td>",
    "<strong>",
    "</strong>",
    "<em>",
    "</em>",
    "<tr>",
    "</tr>\n",
    "</h2>\n",
    "</h3>\n",
    "<ul>\n",
    "</ul>\n",
    "<ol>\n",
    "</ol>\n",
    "<th scope=\"col\">",
    "</th>",
    "<table>",
    "</tbody></table>",
    "<thead><tr>",
    "</tr></thead><tbody>\n",
    "<code>",
    "</code>",
    "<br />\n",
    "<hr />\n",
    "&amp;",
    "&lt;",
    "&gt;",
    "<blockquote>\n",
    "</blockquote>\n",
    "<pre><code>",
    "</code></pre>\n",
    "<del>",
    "</del>",
    "<dl>\n",
    "</dl>\n",
    "<dt>",
    "</dt>\n",
    "<dd>",
    "</dd>\n",
    "<td class=\"align-left\">",
    "<td class=\"align-center\">",
    "<td class=\"align-right\">",
    "<th scope=\"col\" class=\"align-left\">",
    "<th scope=\"col\" class=\"align-center\">",
    "<th scope=\"col\" class=\"align-right\">",
    "<ul class=\"task-list\">\n",
    "<span class=\"task\">☐</span> ",
    "<span class=\"task task-done\">☑</span> ",
    "</h1>\n",
    "</h4>\n",
    "</h5>\n",
    "</h6>\n",
    "</a>",
    "<br>",
];

impl Fixed {
    /// Finds a piece in the table.
    pub(super) const fn of(html: &str) -> Self {
        let mut at = 0;
        while !is_equal(TABLE[at], html) {
            at += 1;
        }
        Self(at as u8)
    }

    pub(super) fn at(index: usize) -> Option<Self> {
        (index < TABLE.len()).then_some(Self(index as u8))
    }

    pub(super) fn index(self) -> usize {
        usize::from(self.0)
    }

    pub(super) fn html(self) -> &'static str {
        TABLE
            .get(self.index())
            .copied()
            .unwrap_or_default()
    }
}

const fn is_equal(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_piece_is_found_by_its_html() {
        for html in TABLE {
            assert_eq!(Fixed::of(html).html(), html);
        }
    }
}
