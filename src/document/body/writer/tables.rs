//! Tables. Column alignment is a class, because pages have no inline styles.

use pulldown_cmark::Alignment;

use super::Writer;
use crate::document::body::fixed::{Fixed, fixed};
use crate::document::body::holes::Hole;
use crate::document::body::packed::End;

/// The tables of a body, and where the writer is in one.
#[derive(Default)]
pub(super) struct TableState<'p> {
    /// The number of tables so far.
    count: u32,
    columns: &'p [Alignment],
    row: Row,
    /// The column of the next cell.
    column: usize,
}

/// The kind of a row.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Row {
    #[default]
    Head,
    Body,
}

impl TableState<'_> {
    /// Returns the start tag of the next cell.
    fn cell_start(&self) -> Fixed {
        match (self.row, self.columns.get(self.column)) {
            (Row::Head, Some(Alignment::Left)) => fixed!("<th scope=\"col\" class=\"align-left\">"),
            (Row::Head, Some(Alignment::Center)) => {
                fixed!("<th scope=\"col\" class=\"align-center\">")
            }
            (Row::Head, Some(Alignment::Right)) => {
                fixed!("<th scope=\"col\" class=\"align-right\">")
            }
            (Row::Head, _) => fixed!("<th scope=\"col\">"),
            (Row::Body, Some(Alignment::Left)) => fixed!("<td class=\"align-left\">"),
            (Row::Body, Some(Alignment::Center)) => fixed!("<td class=\"align-center\">"),
            (Row::Body, Some(Alignment::Right)) => fixed!("<td class=\"align-right\">"),
            (Row::Body, _) => fixed!("<td>"),
        }
    }
}

impl<'p> Writer<'p, '_> {
    pub(super) fn start_table(&mut self, columns: &'p [Alignment]) {
        self.table.columns = columns;
        let table = self.next_table();
        self.hole(table);
        self.fixed(fixed!("<table>"));
    }

    /// Counts a table, and returns the hole for the start of its wrapper.
    pub(super) fn next_table(&mut self) -> Hole {
        self.table.count += 1;
        Hole::Table {
            number: self.table.count,
            heading: self.headings.checked_sub(1),
        }
    }

    pub(super) fn end_table(&mut self) {
        self.fixed(fixed!("</tbody></table>"));
        self.out().end(End::Table);
        self.fixed(fixed!("\n"));
    }

    pub(super) fn start_row(&mut self, row: Row) {
        self.table.row = row;
        self.table.column = 0;
        self.fixed(match row {
            Row::Head => fixed!("<thead><tr>"),
            Row::Body => fixed!("<tr>"),
        });
    }

    pub(super) fn start_cell(&mut self) {
        let start = self.table.cell_start();
        self.fixed(start);
    }

    pub(super) fn end_cell(&mut self) {
        self.table.column += 1;
        self.fixed(match self.table.row {
            Row::Head => fixed!("</th>"),
            Row::Body => fixed!("</td>"),
        });
    }
}
