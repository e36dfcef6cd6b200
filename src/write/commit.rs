//! The second phase: what is to be done is planned whole, remembered in the manifest, and then
//! carried out by renames and removals.

use std::collections::BTreeSet;

use rustc_hash::FxHashSet;

use super::manifest::{Entry, Manifest, Mark};
use super::output::{Output, folders_above};
use super::{Rank, Staged, State, Summary};
use crate::diagnostic::Diagnostic;
use crate::files::{self, Kind, Look};
use crate::route::Route;

/// The length of the hash in an asset's name, in hexadecimal digits.
const FINGERPRINT: usize = 16;

/// All that is to be done to the output.
pub(super) struct Plan {
    /// The temporary files that take their place, in order.
    renames: Vec<Rename>,
    /// The files of former builds that go.
    removals: Vec<Route>,
    /// The files and folders of former builds that go first, for they stand in the way: files, then
    /// folders, the innermost first.
    obstacles: (BTreeSet<Route>, BTreeSet<String>),
    /// The folders that are missing, each after the one above it.
    folders: BTreeSet<String>,
    /// The files that the site does not want and that stay for now.
    kept: Vec<(Route, Mark)>,
    /// What is remembered before the first rename: what was and what will be.
    manifest: Manifest,
    summary: Summary,
}

/// One file that takes its place; ordered as they do.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Rename {
    turn: Turn,
    route: Route,
    temporary: u64,
}

/// When a file takes its place.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Turn {
    Asset,
    NewPage,
    ChangedPage,
    Index,
}

/// What becomes of a file that the site does not want any more.
enum Fate {
    /// It is not there, or no more what pakt wrote.
    Forget,
    Keep(Mark),
    Remove,
}

impl Plan {
    /// Plans how `staged` takes the place of what `former` builds wrote. Nothing is changed yet.
    pub(super) fn make(
        output: &Output,
        former: &Manifest,
        staged: Vec<Staged>,
    ) -> Result<Self, Diagnostic> {
        let mut plan = Self {
            renames: Vec::new(),
            removals: Vec::new(),
            obstacles: obstacles(output, &staged),
            folders: BTreeSet::new(),
            kept: Vec::new(),
            manifest: Manifest {
                folders: former.folders.clone(),
                ..Manifest::default()
            },
            summary: Summary::default(),
        };
        staged.into_iter().for_each(|staged| plan.want(staged));
        plan.find_folders(output);
        plan.find_removals(output, former)?;
        let is_foreign = |entry: &&files::Listed| {
            entry.kind != Kind::Folder && !plan.manifest.files.contains_key(entry.path.as_str())
        };
        plan.summary.foreign = output.listing().iter().filter(is_foreign).count();
        Ok(plan)
    }

    /// Carries the plan out.
    pub(super) fn carry_out(
        mut self,
        output: &mut Output,
        former: &Manifest,
    ) -> Result<Summary, Diagnostic> {
        if !self.renames.is_empty() || !self.removals.is_empty() {
            output.remember(&self.manifest)?;
        }
        self.clear_the_way(output)?;
        self.make_folders(output)?;
        output.keep();
        self.rename(output)?;
        for route in self
            .removals
            .iter()
            .filter(|route| !self.obstacles.0.contains(*route))
        {
            files::remove(&output.place(route))
                .map_err(|error| output.unwritable(route.as_str(), &error))?;
        }
        self.conclude();
        self.remove_folders(output);
        if self.manifest != *former {
            output.remember(&self.manifest)?;
        }
        Ok(self.summary)
    }

    /// Returns the routes in the order in which they take their place.
    #[cfg(test)]
    pub(super) fn order(&self) -> Vec<&str> {
        self.renames
            .iter()
            .map(|rename| rename.route.as_str())
            .collect()
    }

    /// Does what is done before the first rename, and no more, as a build that crashes.
    #[cfg(test)]
    pub(super) fn remember(&self, output: &Output) {
        output.remember(&self.manifest).expect("a manifest");
    }

    /// Takes in an artifact that the site wants.
    fn want(&mut self, staged: Staged) {
        let Staged {
            route,
            hash,
            rank,
            state,
        } = staged;
        let mark = if rank == Rank::Asset && has_fingerprint(&route) {
            Mark::Hashed
        } else {
            Mark::Plain
        };
        let old = if let State::Changed { old, .. } = state {
            old
        } else {
            None
        };
        self.manifest.files.insert(
            route.clone(),
            Entry {
                new: hash,
                old,
                mark,
            },
        );
        match state {
            State::Unchanged => self.summary.unchanged += 1,
            State::New { temporary }
            | State::Obstructed { temporary }
            | State::Changed { temporary, .. } => {
                self.summary.written += 1;
                self.renames.push(Rename {
                    turn: turn(rank, state),
                    route,
                    temporary,
                });
            }
        }
    }

    /// Finds the folders to make, and brings the renames in order.
    fn find_folders(&mut self, output: &Output) {
        self.renames.sort_unstable();
        let mut last = "";
        for rename in &self.renames {
            if rename.route.folder() == last {
                continue;
            }
            last = rename.route.folder();
            for folder in folders_above(rename.route.as_str()) {
                if output
                    .stood(folder)
                    .is_none_or(|entry| entry.kind != Kind::Folder)
                    && !self.folders.contains(folder)
                {
                    self.folders.insert(folder.to_owned());
                }
            }
        }
        self.manifest.folders.extend(self.folders.iter().cloned());
    }

    /// Decides what becomes of the files of former builds that the site does not want any more.
    fn find_removals(&mut self, output: &Output, former: &Manifest) -> Result<(), Diagnostic> {
        let unwanted: Vec<_> = former
            .files
            .iter()
            .filter(|(route, _)| !self.manifest.files.contains_key(*route))
            .collect();
        let wanted: FxHashSet<_> = if unwanted.is_empty() {
            FxHashSet::default()
        } else {
            self.manifest
                .files
                .keys()
                .map(|route| route.folded().into_owned())
                .collect()
        };
        for (route, entry) in unwanted {
            let is_obstacle = self.obstacles.0.contains(route);
            let is_twin = !is_obstacle && wanted.contains(&*route.folded());
            match fate(output, route, entry) {
                Fate::Forget => continue,
                // Where the file system ignores case, this is the file that the site wants.
                _ if is_twin => self.kept.push((route.clone(), entry.mark)),
                Fate::Keep(mark) if !is_obstacle => self.kept.push((route.clone(), mark)),
                Fate::Keep(_) | Fate::Remove => self.removals.push(route.clone()),
            }
            self.manifest.files.insert(route.clone(), *entry);
        }
        self.summary.removed = self.removals.len();
        let stays = |route: &&Route| self.removals.binary_search(*route).is_err();
        self.obstacles
            .0
            .iter()
            .find(stays)
            .map_or(Ok(()), |route| Err(output.foreign(route.as_str())))
    }

    /// Removes what stands in the way of files that take their place.
    fn clear_the_way(&self, output: &Output) -> Result<(), Diagnostic> {
        for route in &self.obstacles.0 {
            files::remove(&output.place(route))
                .map_err(|error| output.unwritable(route.as_str(), &error))?;
        }
        for folder in self.obstacles.1.iter().rev() {
            files::remove_folder(&output.folder(folder))
                .map_err(|error| output.unwritable(folder, &error))?;
        }
        Ok(())
    }

    /// Makes the folders that are missing, all or none.
    fn make_folders(&self, output: &Output) -> Result<(), Diagnostic> {
        for (number, folder) in self.folders.iter().enumerate() {
            if let Err(error) = files::make_folder(&output.folder(folder)) {
                for made in self
                    .folders
                    .iter()
                    .take(number)
                    .collect::<Vec<_>>()
                    .into_iter()
                    .rev()
                {
                    // The next build takes those for its own that resist.
                    let _ = files::remove_folder(&output.folder(made));
                }
                return Err(output.unwritable(folder, &error));
            }
        }
        Ok(())
    }

    /// Puts the files in their places.
    fn rename(&self, output: &Output) -> Result<(), Diagnostic> {
        self.renames.iter().try_for_each(
            |Rename {
                 route, temporary, ..
             }| {
                let renamed = files::rename(&output.temporary(*temporary), &output.place(route));
                renamed.map_err(|error| output.unwritable(route.as_str(), &error))
            },
        )
    }

    /// Makes the manifest say that everything is done.
    fn conclude(&mut self) {
        for route in &self.removals {
            self.manifest.files.remove(route);
        }
        self.manifest
            .folders
            .retain(|folder| !self.obstacles.1.contains(folder));
        for entry in self.manifest.files.values_mut() {
            entry.old = None;
        }
        for (route, mark) in &self.kept {
            if let Some(entry) = self.manifest.files.get_mut(route) {
                entry.mark = *mark;
            }
        }
    }

    /// Removes the folders that pakt made and nothing is in any more; what is not empty stays.
    fn remove_folders(&mut self, output: &Output) {
        let needed: FxHashSet<&str> = self
            .manifest
            .files
            .keys()
            .flat_map(|route| folders_above(route.as_str()))
            .collect();
        let empty: Vec<String> = self
            .manifest
            .folders
            .iter()
            .filter(|folder| !needed.contains(folder.as_str()))
            .cloned()
            .collect();
        for folder in empty.into_iter().rev() {
            if files::remove_folder(&output.folder(&folder)).is_ok() {
                self.manifest.folders.remove(&folder);
            }
        }
    }
}

/// Finds the files and folders that stand in the way of what was staged.
fn obstacles(output: &Output, staged: &[Staged]) -> (BTreeSet<Route>, BTreeSet<String>) {
    let obstructed = staged
        .iter()
        .filter(|staged| matches!(staged.state, State::Obstructed { .. }));
    let (folders, files): (Vec<_>, Vec<_>) = obstructed
        .flat_map(|staged| output.obstacles(&staged.route))
        .partition(|entry| entry.kind == Kind::Folder);
    let files = files
        .into_iter()
        .filter_map(|entry| Route::new(&entry.path).ok());
    (
        files.collect(),
        folders
            .into_iter()
            .map(|entry| entry.path.clone())
            .collect(),
    )
}

/// Decides what becomes of a file of former builds that the site does not want any more.
fn fate(output: &Output, route: &Route, entry: &Entry) -> Fate {
    let place = output.place(route);
    let is_file =
        output.link_above(route).is_none() && matches!(files::look(&place), Ok(Look::File { .. }));
    if !is_file || !files::hash(&place).is_ok_and(|hash| entry.is_ours(hash)) {
        return Fate::Forget;
    }
    match entry.mark {
        Mark::Hashed => Fate::Keep(Mark::Kept),
        Mark::Plain | Mark::Kept => Fate::Remove,
    }
}

/// Tells when an artifact takes its place.
fn turn(rank: Rank, state: State) -> Turn {
    match (rank, state) {
        (Rank::Asset, _) => Turn::Asset,
        (Rank::Page, State::Changed { .. }) => Turn::ChangedPage,
        (Rank::Page, _) => Turn::NewPage,
        (Rank::Index, _) => Turn::Index,
    }
}

/// Returns whether the name of a file holds the hash of its content: `name.<16 hexadecimal
/// digits>.extension`.
fn has_fingerprint(route: &Route) -> bool {
    let name = route.as_str().rsplit('/').next().unwrap_or_default();
    let mut parts = name.rsplit('.').skip(1);
    let is_hash = |part: &str| {
        part.len() == FINGERPRINT
            && part
                .bytes()
                .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    };
    parts.next().is_some_and(is_hash) && parts.next().is_some()
}
