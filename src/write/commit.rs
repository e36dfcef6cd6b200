//! The second phase: the whole change is planned, recorded in the manifest, and then carried out by
//! renames and removals.

use std::collections::BTreeSet;

use rustc_hash::FxHashSet;

use super::Summary;
use super::manifest::{FileRecord, Manifest, Retention};
use super::output::{Output, folders_above};
use super::staged::{Staged, State, Wave};
use crate::diagnostic::Diagnostic;
use crate::files::{self, ListedKind, Look};
use crate::route::Route;

/// Everything to be done to the output.
pub(super) struct Plan {
    /// The temporary files to rename, in order.
    renames: Vec<Rename>,
    /// The files of earlier builds to remove.
    removals: Vec<Route>,
    /// What must be removed first.
    obstacles: Obstacles,
    /// The missing folders, each after its parent.
    folders: BTreeSet<String>,
    /// The files that the site no longer has but that stay for now.
    kept: Vec<(Route, Retention)>,
    /// What is recorded before the first rename: the state before and after.
    manifest: Manifest,
    summary: Summary,
}

/// What earlier builds wrote that is in the way of new files.
struct Obstacles {
    files: BTreeSet<Route>,
    /// Removed after the files, innermost first.
    folders: BTreeSet<String>,
}

/// The rename of one file; ordered as they are carried out.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Rename {
    turn: Turn,
    route: Route,
    temporary: u64,
}

/// When a file is renamed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Turn {
    Asset,
    NewPage,
    ChangedPage,
    Index,
}

/// What happens to a file that the site no longer has.
enum Fate {
    /// It does not exist, or is no longer what pakt wrote.
    Forget,
    Keep(Retention),
    Remove,
}

impl Plan {
    /// Plans how `staged` replaces what `former` builds wrote, without changing anything yet.
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
        staged
            .into_iter()
            .for_each(|staged| plan.want(staged));
        plan.find_folders(output);
        plan.find_removals(output, former)?;
        let is_foreign = |entry: &&files::Listed| {
            entry.kind != ListedKind::Folder
                && !plan
                    .manifest
                    .files
                    .contains_key(entry.path.as_str())
        };
        plan.summary.foreign = output
            .listing()
            .iter()
            .filter(is_foreign)
            .count();
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
        self.remove_files(output)?;
        self.conclude();
        self.remove_folders(output);
        if self.manifest != *former {
            output.remember(&self.manifest)?;
        }
        Ok(self.summary)
    }

    /// Returns the routes in the order of their renames.
    #[cfg(test)]
    pub(super) fn order(&self) -> Vec<&str> {
        self.renames
            .iter()
            .map(|rename| rename.route.as_str())
            .collect()
    }

    /// Does only what comes before the first rename, like a build that crashes there.
    #[cfg(test)]
    pub(super) fn remember(&self, output: &Output) {
        output
            .remember(&self.manifest)
            .expect("a manifest");
    }

    /// Adds an artifact of the site.
    fn want(&mut self, staged: Staged) {
        let Staged {
            route,
            hash,
            wave,
            state,
        } = staged;
        let record = FileRecord {
            new: hash,
            old: match state {
                State::Changed { old, .. } => old,
                State::Unchanged | State::New { .. } | State::Obstructed { .. } => None,
            },
            retention: match wave {
                Wave::Immutable => Retention::KeepOnce,
                Wave::Asset | Wave::Page | Wave::Index => Retention::Remove,
            },
        };
        self.manifest
            .files
            .insert(route.clone(), record);
        match state {
            State::Unchanged => self.summary.unchanged += 1,
            State::New { temporary }
            | State::Obstructed { temporary }
            | State::Changed { temporary, .. } => {
                self.summary.written += 1;
                self.renames.push(Rename {
                    turn: turn(wave, state),
                    route,
                    temporary,
                });
            }
        }
    }

    /// Sorts the renames and finds the folders to create.
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
                    .listed(folder)
                    .is_none_or(|entry| entry.kind != ListedKind::Folder)
                    && !self.folders.contains(folder)
                {
                    self.folders.insert(folder.to_owned());
                }
            }
        }
        self.manifest
            .folders
            .extend(self.folders.iter().cloned());
    }

    /// Decides what happens to the files of earlier builds that the site no longer has.
    fn find_removals(&mut self, output: &Output, former: &Manifest) -> Result<(), Diagnostic> {
        let unwanted: Vec<_> = former
            .files
            .iter()
            .filter(|(route, _)| {
                !self
                    .manifest
                    .files
                    .contains_key(*route)
            })
            .collect();
        let wanted = match unwanted.is_empty() {
            true => FxHashSet::default(),
            false => self.manifest.folded_routes(),
        };
        for (route, record) in unwanted {
            let is_obstacle = self.obstacles.files.contains(route);
            let is_twin = !is_obstacle && wanted.contains(&*route.folded());
            match fate(output, route, record) {
                Fate::Forget => continue,
                // Where the file system ignores case, this is a file of the site.
                _ if is_twin => self
                    .kept
                    .push((route.clone(), record.retention)),
                Fate::Keep(kept) if !is_obstacle => self.kept.push((route.clone(), kept)),
                Fate::Keep(_) | Fate::Remove => self.removals.push(route.clone()),
            }
            self.manifest
                .files
                .insert(route.clone(), *record);
        }
        self.summary.removed = self.removals.len();
        self.refuse_foreign_files(output)
    }

    /// Refuses to take the place of a file that no former build wrote.
    fn refuse_foreign_files(&self, output: &Output) -> Result<(), Diagnostic> {
        let stays = |route: &&Route| {
            self.removals
                .binary_search(*route)
                .is_err()
        };
        match self
            .obstacles
            .files
            .iter()
            .find(stays)
        {
            Some(route) => Err(output.foreign(route.as_str())),
            None => Ok(()),
        }
    }

    /// Removes what is in the way of new files.
    fn clear_the_way(&self, output: &Output) -> Result<(), Diagnostic> {
        for route in &self.obstacles.files {
            remove(output, route)?;
        }
        for folder in self.obstacles.folders.iter().rev() {
            files::remove_folder(&output.folder(folder))
                .map_err(|error| output.unwritable(folder, &error))?;
        }
        Ok(())
    }

    /// Creates the missing folders, all or none.
    fn make_folders(&self, output: &Output) -> Result<(), Diagnostic> {
        for (number, folder) in self.folders.iter().enumerate() {
            if let Err(error) = files::make_folder(&output.folder(folder)) {
                let made: Vec<&String> = self
                    .folders
                    .iter()
                    .take(number)
                    .collect();
                for folder in made.into_iter().rev() {
                    // The manifest lists those that cannot be removed, so pakt still owns them.
                    let _ = files::remove_folder(&output.folder(folder));
                }
                return Err(output.unwritable(folder, &error));
            }
        }
        Ok(())
    }

    /// Renames the temporary files.
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

    /// Removes the files that the site no longer has and that were not in the way.
    fn remove_files(&self, output: &Output) -> Result<(), Diagnostic> {
        let are_left = |route: &&Route| !self.obstacles.files.contains(*route);
        self.removals
            .iter()
            .filter(are_left)
            .try_for_each(|route| remove(output, route))
    }

    /// Makes the manifest record that everything is done.
    fn conclude(&mut self) {
        for route in &self.removals {
            self.manifest.files.remove(route);
        }
        self.manifest
            .folders
            .retain(|folder| {
                !self
                    .obstacles
                    .folders
                    .contains(folder)
            });
        for record in self.manifest.files.values_mut() {
            record.old = None;
        }
        for (route, retention) in &self.kept {
            if let Some(record) = self.manifest.files.get_mut(route) {
                record.retention = *retention;
            }
        }
    }

    /// Removes the folders that pakt created and that are now empty.
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

/// Finds what is in the way of the staged files.
fn obstacles(output: &Output, staged: &[Staged]) -> Obstacles {
    let obstructed = staged
        .iter()
        .filter(|staged| matches!(staged.state, State::Obstructed { .. }));
    let (folders, files): (Vec<_>, Vec<_>) = obstructed
        .flat_map(|staged| output.obstacles(&staged.route))
        .partition(|entry| entry.kind == ListedKind::Folder);
    let routes = files
        .iter()
        .filter_map(|file| Route::new(&file.path).ok());
    Obstacles {
        files: routes.collect(),
        folders: folders
            .iter()
            .map(|folder| folder.path.clone())
            .collect(),
    }
}

fn remove(output: &Output, route: &Route) -> Result<(), Diagnostic> {
    files::remove(&output.place(route)).map_err(|error| output.unwritable(route.as_str(), &error))
}

/// Decides what happens to a file of an earlier build that the site no longer has.
fn fate(output: &Output, route: &Route, record: &FileRecord) -> Fate {
    let place = output.place(route);
    let is_file =
        output.link_above(route).is_none() && matches!(files::look(&place), Ok(Look::File { .. }));
    if !is_file || !files::hash(&place).is_ok_and(|hash| record.is_ours(hash)) {
        return Fate::Forget;
    }
    match record.retention {
        Retention::KeepOnce => Fate::Keep(Retention::Kept),
        Retention::Remove | Retention::Kept => Fate::Remove,
    }
}

/// Returns when an artifact is renamed.
fn turn(wave: Wave, state: State) -> Turn {
    match (wave, state) {
        (Wave::Immutable | Wave::Asset, _) => Turn::Asset,
        (Wave::Page, State::Changed { .. }) => Turn::ChangedPage,
        (Wave::Page, _) => Turn::NewPage,
        (Wave::Index, _) => Turn::Index,
    }
}
