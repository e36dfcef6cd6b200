//! Mounts: whether a folder is on a disk of this computer. Others may change files elsewhere, and
//! then no system reports it.

use std::fs;
use std::path::{Path, PathBuf};

/// The types of file systems whose files another computer or another system may change: network
/// shares, folders of a virtual machine's host, Windows drives within WSL.
const REMOTE: &[&str] = &[
    "9p",
    "afs",
    "ceph",
    "cifs",
    "drvfs",
    "glusterfs",
    "lustre",
    "ncpfs",
    "nfs",
    "nfs4",
    "prl_fs",
    "smb2",
    "smb3",
    "smbfs",
    "v9fs",
    "vboxsf",
    "virtiofs",
    "vmhgfs",
];

/// File systems of FUSE are programs of their own (`fuse.sshfs`); these are on a disk here.
const LOCAL_FUSE: &[&str] = &["fuse.ntfs-3g", "fuse.exfat", "fuse.ext2", "fuse.gocryptfs"];

/// Returns whether a folder is on a share or the like. Only Linux tells.
pub(crate) fn is_remote(folder: &Path) -> bool {
    let Ok(folder) = fs::canonicalize(folder) else {
        return false;
    };
    // proc_pid_mountinfo(5)
    let Ok(mounts) = fs::read_to_string("/proc/self/mountinfo") else {
        return false;
    };
    type_of(&folder, &mounts).is_some_and(is_remote_type)
}

/// Returns the type of the file system that a folder is on.
fn type_of<'m>(folder: &Path, mounts: &'m str) -> Option<&'m str> {
    let mounts = mounts.lines().filter_map(mount);
    // Of two mounts at one place, the later one hides the other.
    mounts
        .filter(|(place, _)| folder.starts_with(place))
        .max_by_key(|(place, _)| place.components().count())
        .map(|(_, kind)| kind)
}

/// Reads a line of the list of mounts: its place, and the type of its file system.
fn mount(line: &str) -> Option<(PathBuf, &str)> {
    let place = line.split(' ').nth(4)?;
    let (_, rest) = line.split_once(" - ")?;
    let kind = rest.split(' ').next()?;
    Some((PathBuf::from(place.replace("\\040", " ")), kind))
}

fn is_remote_type(kind: &str) -> bool {
    let is_fuse = kind.starts_with("fuse.") && !LOCAL_FUSE.contains(&kind);
    is_fuse || REMOTE.contains(&kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
31 22 0:40 / /mnt/c rw,noatime - 9p drvfs rw,dirsync
32 22 0:41 / /mnt/s\\040disk rw - cifs //server/share rw,vers=3
33 22 0:42 / /home/a/web rw - fuse.sshfs a@server: rw
34 22 8:2 / /media/klic rw - fuse.ntfs-3g /dev/sdb1 rw
35 33 0:43 / /home/a/web/local rw - tmpfs tmpfs rw
";

    fn is_remote_there(folder: &str) -> bool {
        is_remote_type(type_of(Path::new(folder), MOUNTS).expect("a type"))
    }

    #[test]
    fn shares_and_windows_drives_are_remote() {
        for folder in ["/mnt/c/web", "/mnt/s disk/web", "/home/a/web"] {
            assert!(is_remote_there(folder), "{folder}");
        }
        for folder in [
            "/srv/web",
            "/media/klic/web",
            "/home/a/web/local",
            "/home/a/webs",
        ] {
            assert!(!is_remote_there(folder), "{folder}");
        }
        assert!(!is_remote(&std::env::temp_dir()));
    }
}
