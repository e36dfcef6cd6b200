//! Every fix, applied to the sources: the finding no longer occurs.

use std::collections::BTreeSet;

use pakt::diagnostic::{Code, Diagnostic};
use pakt::site::Mode;

use super::{Case, TRIGGERS};
use crate::support::TestSite;

/// The codes that come with a fix.
const FIXED: &[Code] = &[
    Code::TextSuffix,
    Code::BrokenYaml,
    Code::UnquotedColon,
    Code::CutByComment,
    Code::NotBoolean,
    Code::CzechDate,
    Code::TermList,
    Code::PassedOver,
    Code::DoubtfulTerm,
    Code::UnreadAttribute,
    Code::NothingNamed,
    Code::SpaceInLink,
    Code::OwnAddress,
    Code::AnchorSpelling,
    Code::HeadingOne,
    Code::UnknownLanguage,
    Code::SkippedLevel,
    Code::TakenOut,
    Code::NotShown,
    Code::Swallowed,
    Code::UnknownBlock,
    Code::NotALink,
    Code::NotAnAlert,
    Code::UnclosedEmphasis,
    Code::ForeignNotation,
    Code::MarkdownInHtml,
    Code::NotABlock,
    Code::BadAttributes,
    Code::BrokenIdentifier,
    Code::DeepStart,
    Code::Renumbered,
    Code::NotAHeading,
    Code::NotATable,
    Code::NotADefinition,
    Code::NotAList,
    Code::StrangeCharacter,
    Code::ThemeName,
    Code::NotAllowed,
];

#[test]
fn a_fix_resolves_its_finding() {
    let triggered = TRIGGERS.iter().copied().flatten();
    let cases = triggered
        .map(|(_, trigger)| trigger())
        .chain(unusual());
    let codes: BTreeSet<Code> = cases
        .flat_map(|case| resolved(&case))
        .collect();
    assert_eq!(codes, FIXED.iter().copied().collect());
}

/// What the triggers lack: other places, a byte order mark, Windows line ends.
fn unusual() -> Vec<Case> {
    let texts = [
        "---\ntitle:Pohovor\n---\n",
        "\u{feff}---\r\ntitle: Pohovor: jak na něj\r\ndraft: ne\r\n---\r\n# Nadpis\r\n\r\nText.\r\n",
        "---\ntitle: Ž\ndate: 1. 12. 2026\n---\nŽ [sem](můj soubor.md) a [tam](jiný soubor.md)\n",
        "---\ntitle: A\n---\n:::note Na vědomí\r\nText.\r\n:::\r\n\r\n!!! tip\r\n    Text.\r\n",
    ];
    texts
        .map(|text| Case::of(&[("content/a.md", text)]))
        .into()
}

/// Applies the fix of each finding separately; returns the codes of those findings.
fn resolved(case: &Case) -> Vec<Code> {
    let fixable = case
        .found
        .iter()
        .filter(|finding| finding.fix.is_some());
    fixable
        .map(|finding| {
            assert!(!occurs(finding, &fixed(case, finding)), "{finding:?}");
            finding.code
        })
        .collect()
}

fn fixed(case: &Case, finding: &Diagnostic) -> Vec<Diagnostic> {
    let tree = case.site.snapshot.renderer.tree();
    let fix = finding.fix.as_ref().expect("a fix");
    let tree = fix
        .applied(tree)
        .unwrap_or_else(|error| panic!("{error:?}: {finding:?}"));
    TestSite::of_sources(tree.into_values().collect(), Mode::default()).findings()
}

fn occurs(finding: &Diagnostic, found: &[Diagnostic]) -> bool {
    let is_same = |other: &Diagnostic| other.code == finding.code && other.args == finding.args;
    found.iter().any(is_same)
}
