//! Facet pictures: a cut stone or star of glass for each address, as inline SVG without text or
//! colours. The same name gives the same picture on every machine: all arithmetic is on whole
//! numbers. Colours belong to style sheets.

use std::ops::Range;

use crate::source::Hash;

/// The middle of the picture, which is twice as wide and high.
const MIDDLE: i32 = 100;

/// How far a stone reaches from the middle.
const REACH: i32 = 96;

/// Sines of the first quarter turn in steps of 7.5 degrees, in thousandths: divisors of a turn into
/// 6, 8, 12 and 16 are whole steps.
const SINES: [i32; 13] = [
    0, 131, 259, 383, 500, 609, 707, 793, 866, 924, 966, 991, 1000,
];

/// How many such steps make a turn.
const TURN: i32 = 48;

/// The tones of glass, from the lightest to the deepest; the spark is before them.
const TONES: i32 = 5;

/// How every picture begins: its frame is twice the distance from the middle to the edge.
const OPEN: &str = "<svg class=\"facet\" viewBox=\"0 0 200 200\" width=\"200\" height=\"200\" \
    aria-hidden=\"true\" focusable=\"false\">";

/// More facets than most stones have, so that their list is allocated once.
const USUAL_FACETS: usize = 54;

/// More bytes than most pictures have.
const USUAL_SIZE: usize = 2048;

/// Draws the picture that belongs to a name.
pub(super) fn svg(name: &str) -> String {
    let mut seed = Seed::of(name);
    let mut stone = Stone {
        facets: Vec::with_capacity(USUAL_FACETS),
        corners: Vec::with_capacity(4 * USUAL_FACETS),
    };
    match seed.below(4) {
        0 => stone.brilliant(&mut seed),
        1 => stone.star(&mut seed),
        2 => stone.step_cut(&mut seed),
        _ => stone.lattice(&mut seed),
    }
    stone.spark(&mut seed);
    stone.drawn()
}

/// Small numbers that depend on the name alone: a linear congruential generator, started by the
/// name's hash.
struct Seed(u32);

impl Seed {
    fn of(name: &str) -> Self {
        Self(
            Hash::of(name.as_bytes())
                .hex()
                .bytes()
                .fold(0, |seed, digit| {
                    seed.wrapping_mul(31)
                        .wrapping_add(u32::from(digit))
                }),
        )
    }

    /// Returns the next number from 0 to `limit`, without `limit`.
    fn below(&mut self, limit: u16) -> i32 {
        self.0 = self
            .0
            .wrapping_mul(1_664_525)
            .wrapping_add(1_013_904_223);
        i32::from((self.0 >> 16) as u16 % limit.max(1))
    }

    fn choose<T: Copy>(&mut self, first: T, second: T) -> T {
        if self.below(2) == 0 { first } else { second }
    }
}

/// A point, in units of the picture from its middle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Point {
    x: i32,
    y: i32,
}

impl Point {
    const CENTRE: Self = Self { x: 0, y: 0 };

    /// Returns the point at a distance from the middle, `steps` of a turn clockwise from the top.
    fn at(steps: i32, distance: i32) -> Self {
        Self {
            x: rounded(sine(steps) * distance),
            y: -rounded(sine(steps + TURN / 4) * distance),
        }
    }

    fn turned(self, steps: i32) -> Self {
        let (sine, cosine) = (sine(steps), sine(steps + TURN / 4));
        Self {
            x: rounded(self.x * cosine - self.y * sine),
            y: rounded(self.x * sine + self.y * cosine),
        }
    }

    fn scaled(self, percent: i32) -> Self {
        Self {
            x: self.x * percent / 100,
            y: self.y * percent / 100,
        }
    }
}

fn sine(steps: i32) -> i32 {
    let steps = steps.rem_euclid(TURN);
    let (half, sign) = if steps < TURN / 2 {
        (steps, 1)
    } else {
        (steps - TURN / 2, -1)
    };
    let quarter = if half <= TURN / 4 {
        half
    } else {
        TURN / 2 - half
    };
    sign * usize::try_from(quarter)
        .ok()
        .and_then(|at| SINES.get(at))
        .copied()
        .unwrap_or_default()
}

/// Divides thousandths, to the nearest.
fn rounded(thousandths: i32) -> i32 {
    (thousandths + 500 * thousandths.signum()) / 1000
}

/// How a facet meets the light, which comes from the upper left.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    /// It mirrors the light: bright where it faces it.
    Outer,
    /// It shows what the stone refracts: bright on the far side.
    Inner,
}

struct Facet {
    tone: i32,
    side: Side,
    /// Its corners among those of the stone.
    corners: Range<usize>,
}

/// A stone: its facets, and their corners one after another.
struct Stone {
    facets: Vec<Facet>,
    corners: Vec<Point>,
}

impl Stone {
    /// Adds a facet whose tone follows from where it is; `shift` varies it.
    fn add(&mut self, side: Side, shift: i32, corners: &[Point]) {
        let count = i32::try_from(corners.len())
            .unwrap_or(1)
            .max(1);
        let (x, y) = corners
            .iter()
            .fold((0, 0), |(x, y), corner| (x + corner.x, y + corner.y));
        let towards = -(x / count * 3 + y / count * 4) / 5;
        let lit = if side == Side::Outer {
            towards
        } else {
            -towards
        };
        let tone = (3 - (lit * 3 + 32 * lit.signum()) / 96 + shift).clamp(1, TONES);
        let start = self.corners.len();
        self.corners
            .extend_from_slice(corners);
        self.facets.push(Facet {
            tone,
            side,
            corners: start..self.corners.len(),
        });
    }

    /// A round brilliant, seen from above: table, stars, kites and girdle.
    fn brilliant(&mut self, seed: &mut Seed) {
        let sides = seed.choose(6, 8);
        let (step, turn) = (TURN / sides, seed.below(4));
        let (table, middle) = (44 + seed.below(8), 68 + seed.below(8));
        let culet = Point::at(seed.below(48), 10 + seed.below(14));
        for side in 0..sides {
            let at = |steps: i32, distance: i32| Point::at(turn + side * step + steps, distance);
            let (here, next) = (at(0, table), at(step, table));
            let (before, after) = (at(-step / 2, middle), at(step / 2, middle));
            let (outer, outer_next) = (at(0, REACH), at(step, REACH));
            self.add(Side::Inner, seed.below(3) - 1, &[here, next, culet]);
            self.add(Side::Outer, -1, &[here, next, after]);
            self.add(Side::Outer, seed.below(2), &[here, before, outer, after]);
            self.add(Side::Outer, 1, &[after, outer, outer_next]);
        }
    }

    /// A star, as it is cut into the bottom of a bowl: every ray has a bright and a dark flank.
    fn star(&mut self, seed: &mut Seed) {
        let rays = seed.choose(8, 12);
        let (step, turn) = (TURN / rays, seed.below(2));
        let (short, valley) = (62 + seed.below(22), 26 + seed.below(14));
        let half = step / 2;
        let length = |ray: i32| if ray % 2 == 0 { REACH } else { short };
        for ray in 0..rays {
            let at = turn + ray * step;
            let (tip, next) = (
                Point::at(at, length(ray)),
                Point::at(at + step, length(ray + 1)),
            );
            let (before, after) = (
                Point::at(at + half - step, valley),
                Point::at(at + half, valley),
            );
            self.add(Side::Outer, -1, &[Point::CENTRE, before, tip]);
            self.add(Side::Outer, 2, &[Point::CENTRE, tip, after]);
            self.add(Side::Inner, -1 + ray % 2, &[tip, next, after]);
        }
    }

    /// A step cut: octagons within each other, tilted.
    fn step_cut(&mut self, seed: &mut Seed) {
        let (width, height) = (54 + seed.below(17), 86 - seed.below(6));
        let (corner, turn) = (26 + seed.below(10), seed.below(9) - 4);
        let outline = octagon(width, height, corner);
        let ring = |percent: i32| outline.map(|point| point.scaled(percent).turned(turn));
        let girdle = ring(100);
        let step = ring(78 - seed.below(5));
        let table = ring(54 - seed.below(8));
        self.band(&girdle, &step, seed);
        self.band(&step, &table, seed);
        let culet = Point {
            x: seed.below(24) - 12,
            y: seed.below(28) - 14,
        };
        for (here, next) in edges(&table) {
            self.add(Side::Inner, seed.below(2) - 1, &[here, next, culet]);
        }
    }

    /// Adds the facets between two octagons.
    fn band(&mut self, outer: &[Point; 8], inner: &[Point; 8], seed: &mut Seed) {
        for ((here, next), (below, below_next)) in edges(outer).zip(edges(inner)) {
            let corners = [here, next, below_next, below];
            self.add(Side::Outer, seed.below(3) - 1, &corners);
        }
    }

    /// A hexagon of triangles, as stones are cut side by side into a vase.
    fn lattice(&mut self, seed: &mut Seed) {
        let turn = seed.choose(0, 4);
        for side in 0..6 {
            let (first, second) = (
                Point::at(turn + side * 8, REACH),
                Point::at(turn + side * 8 + 8, REACH),
            );
            let point = |along: i32, across: i32| Point {
                x: (first.x * along + second.x * across) / 3,
                y: (first.y * along + second.y * across) / 3,
            };
            for row in 0..3 {
                for at in 0..=row {
                    let (along, across) = (row - at, at);
                    let (left, right) = (point(along + 1, across), point(along, across + 1));
                    self.add(
                        Side::Outer,
                        -seed.below(2),
                        &[point(along, across), left, right],
                    );
                    if row < 2 {
                        self.add(
                            Side::Outer,
                            seed.below(2) + 1,
                            &[left, right, point(along + 1, across + 1)],
                        );
                    }
                }
            }
        }
    }

    /// Lets one facet catch the light.
    fn spark(&mut self, seed: &mut Seed) {
        let is_bright = |facet: &&mut Facet| facet.tone <= 2 && facet.side == Side::Outer;
        let mut bright: Vec<&mut Facet> = self
            .facets
            .iter_mut()
            .filter(is_bright)
            .collect();
        let count = bright.len().max(1);
        if let Some(facet) = usize::try_from(seed.below(1 << 10))
            .ok()
            .and_then(|at| bright.get_mut(at % count))
        {
            facet.tone = 0;
        }
    }

    /// One path for each tone.
    fn drawn(&self) -> String {
        let mut svg = Vec::with_capacity(USUAL_SIZE);
        svg.extend_from_slice(OPEN.as_bytes());
        for tone in 0..=TONES {
            let mut facets = self
                .facets
                .iter()
                .filter(|facet| facet.tone == tone)
                .peekable();
            if facets.peek().is_none() {
                continue;
            }
            svg.extend_from_slice(b"<path class=\"f");
            svg.push(digit(tone.unsigned_abs()));
            svg.extend_from_slice(b"\" d=\"");
            for facet in facets {
                self.draw_facet(facet, &mut svg);
            }
            svg.extend_from_slice(b"\"/>");
        }
        svg.extend_from_slice(b"</svg>");
        // All of it is ASCII.
        String::from_utf8(svg).unwrap_or_default()
    }

    /// Writes the outline of a facet as a part of a path.
    fn draw_facet(&self, facet: &Facet, svg: &mut Vec<u8>) {
        let corners = self
            .corners
            .get(facet.corners.clone());
        for (at, corner) in corners
            .unwrap_or_default()
            .iter()
            .enumerate()
        {
            svg.push(if at == 0 { b'M' } else { b' ' });
            coordinate(svg, corner.x);
            svg.push(b' ');
            coordinate(svg, corner.y);
        }
        svg.push(b'z');
    }
}

/// Returns the corners of an octagon: half its width and height, and how much its corners cut off.
fn octagon(width: i32, height: i32, corner: i32) -> [Point; 8] {
    let corners = [
        (corner - width, -height),
        (width - corner, -height),
        (width, corner - height),
        (width, height - corner),
        (width - corner, height),
        (corner - width, height),
        (-width, height - corner),
        (-width, corner - height),
    ];
    corners.map(|(x, y)| Point { x, y })
}

/// Returns the edges of a polygon, each as its two ends.
fn edges(corners: &[Point; 8]) -> impl Iterator<Item = (Point, Point)> {
    let ends = corners.iter().cycle().skip(1);
    corners
        .iter()
        .copied()
        .zip(ends.copied())
}

/// Writes a coordinate of the picture, a number of at most three digits. Formatting them took
/// longer than drawing.
fn coordinate(svg: &mut Vec<u8>, from_middle: i32) {
    let number = u32::try_from(from_middle + MIDDLE).unwrap_or_default();
    if number >= 100 {
        svg.push(digit(number / 100));
    }
    if number >= 10 {
        svg.push(digit(number / 10));
    }
    svg.push(digit(number));
}

/// Returns the last digit of a number.
fn digit(number: u32) -> u8 {
    b'0' + (number % 10) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The largest picture, in bytes, that a page may hold.
    const LARGEST: usize = 2048;

    fn names() -> impl Iterator<Item = String> {
        (0..500).map(|number| format!("pripravenost/stranka-{number}/"))
    }

    #[test]
    fn a_name_has_one_picture_and_others_have_others() {
        let pictures: std::collections::BTreeSet<String> = names()
            .map(|name| svg(&name))
            .collect();
        assert!(
            pictures.len() > 480,
            "{} pictures for 500 names",
            pictures.len()
        );
        for name in names().take(20) {
            assert_eq!(svg(&name), svg(&name));
        }
    }

    #[test]
    fn pictures_are_small_and_stay_in_their_frame() {
        for name in names() {
            let picture = svg(&name);
            assert!(picture.len() <= LARGEST, "{name}: {} bytes", picture.len());
            let paths = picture
                .split(" d=\"")
                .skip(1)
                .filter_map(|rest| rest.split('"').next());
            for number in paths
                .flat_map(|path| path.split(|c: char| c != '-' && !c.is_ascii_digit()))
                .filter(|number| !number.is_empty())
            {
                let number: i32 = number.parse().expect("a number");
                assert!((0..=2 * MIDDLE).contains(&number), "{name}: {number}");
            }
        }
    }

    #[test]
    fn every_picture_has_light_shade_and_one_spark() {
        for name in names() {
            let picture = svg(&name);
            let spark = picture
                .split("class=\"f0\" d=\"")
                .nth(1)
                .and_then(|rest| rest.split('"').next())
                .unwrap_or_default();
            assert_eq!(spark.matches('M').count(), 1, "{name}");
            assert!(picture.matches("<path").count() >= 5, "{name}: {picture}");
        }
    }

    #[test]
    fn a_turn_ends_where_it_began() {
        assert_eq!(Point::at(0, 96), Point { x: 0, y: -96 });
        assert_eq!(Point::at(TURN / 4, 96), Point { x: 96, y: 0 });
        assert_eq!(Point::at(TURN, 80), Point::at(0, 80));
        assert_eq!(
            Point { x: 0, y: -50 }.turned(TURN / 4),
            Point { x: 50, y: 0 }
        );
    }
}
