//! The contrast of colours, computed from the tokens of the theme `pakt` and of the campaign's
//! theme, in both schemes (WCAG 2.2, 1.4.3 and 1.4.11).

use std::collections::BTreeMap;

/// Tokens by their names, without `--`.
type Tokens = BTreeMap<String, String>;

const PARENT: &str = include_str!("../../themes/pakt/assets/css/tokens.css");
const CHILD: &str = include_str!("../../themes/normalni-je-pracovat/assets/css/campaign.css");

/// Backgrounds of texts and links.
const GROUNDS: [&str; 5] = ["ground", "soft", "note", "warning", "important"];

/// Adds the tokens of a style sheet: those of its first `:root`, and in the dark scheme those of
/// its second.
fn add(tokens: &mut Tokens, css: &str, is_dark: bool) {
    for block in css
        .split(":root {")
        .skip(1)
        .take(if is_dark { 2 } else { 1 })
    {
        let lines = block
            .split('}')
            .next()
            .unwrap_or_default()
            .split(';');
        let pairs = lines.filter_map(|line| {
            line.rsplit_once("--")
                .and_then(|(_, pair)| pair.split_once(':'))
        });
        tokens.extend(pairs.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned())));
    }
}

/// The relative luminance of a colour written `#rrggbb` (WCAG 2.2, definition of relative
/// luminance).
fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let digits = colour
            .get(at..at + 2)
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        let value = f64::from(digits.unwrap_or_else(|| panic!("{colour} is no #rrggbb"))) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

fn contrast(first: &str, second: &str) -> f64 {
    let (first, second) = (luminance(first), luminance(second));
    (first.max(second) + 0.05) / (first.min(second) + 0.05)
}

/// Every pair that must reach a contrast.
fn pairs() -> Vec<(&'static str, &'static str, f64)> {
    let mut pairs = Vec::new();
    for ground in GROUNDS {
        pairs.extend(
            ["ink", "ink-soft", "link", "link-hover", "visited"].map(|text| (text, ground, 4.5)),
        );
    }
    pairs.extend(["note", "warning", "important"].map(|own| match own {
        "note" => ("note-ink", own, 4.5),
        "warning" => ("warning-ink", own, 4.5),
        _ => ("important-ink", own, 4.5),
    }));
    pairs.extend([
        ("band-ink", "band", 4.5),
        ("band-soft", "band", 4.5),
        ("demo-ink", "demo", 4.5),
        ("band-focus", "band", 3.0),
    ]);
    pairs.extend([
        ("button-ink", "button", 4.5),
        ("button-ink", "button-hover", 4.5),
        ("button", "ground", 3.0),
    ]);
    for mark in [
        "edge",
        "focus",
        "accent-edge",
        "note-edge",
        "warning-edge",
        "important-edge",
    ] {
        pairs.extend([(mark, "ground", 3.0), (mark, "soft", 3.0)]);
    }
    pairs
}

#[test]
fn every_pair_of_tokens_has_enough_contrast() {
    let mut low = Vec::new();
    for (theme, sheets) in [
        ("pakt", &[PARENT][..]),
        ("normalni-je-pracovat", &[PARENT, CHILD]),
    ] {
        for is_dark in [false, true] {
            let mut tokens = Tokens::new();
            // The child's first `:root` applies in both schemes, after both of the parent's.
            sheets
                .iter()
                .for_each(|sheet| add(&mut tokens, sheet, is_dark));
            for (text, ground, least) in pairs() {
                let found = contrast(&tokens[text], &tokens[ground]);
                if found < least {
                    low.push(format!("{theme}, dark: {is_dark}: {text} on {ground} reaches {found:.2}, not {least}"));
                }
            }
        }
    }
    assert!(low.is_empty(), "{}", low.join("\n"));
}

#[test]
fn contrast_is_that_of_the_standard() {
    assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 0.01);
    assert!((contrast("#777777", "#ffffff") - 4.48).abs() < 0.01);
}
