//! The folders of an upload and the galleries they become.

use super::{FolderId, Reason};

/// A folder that came with files; it becomes a sub-gallery.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Folder {
    parent: Option<FolderId>,
    name: String,
    gallery: Gallery,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Gallery {
    Unknown,
    Asked,
    Known(String),
    Refused(Reason),
}

/// What a folder needs before a file can go there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Nothing: this is its gallery.
    Known(String),
    /// Somebody has to ask for this folder under this gallery.
    Ask(FolderId, Option<String>),
    /// The answer that is on its way.
    Asked,
    /// It never gets one.
    Refused(Reason),
}

/// All folders of a queue.
#[derive(Clone, Debug, Default)]
pub struct Folders(Vec<Folder>);

impl Folders {
    /// The folder at a path, outermost name first; the same path is the same folder.
    pub fn place(&mut self, path: &[String]) -> Option<FolderId> {
        path.iter().fold(None, |parent, name| {
            let known = self.0.iter().position(|folder| folder.parent == parent && folder.name == *name);
            Some(known.unwrap_or_else(|| {
                self.0.push(Folder { parent, name: name.clone(), gallery: Gallery::Unknown });
                self.0.len() - 1
            }))
        })
    }

    /// What a folder needs: the outermost unknown of its line comes first.
    pub fn wanted(&self, folder: FolderId) -> Wanted {
        let parent = match self.0[folder].parent.map(|above| self.wanted(above)) {
            None => None,
            Some(Wanted::Known(gallery)) => Some(gallery),
            Some(other) => return other,
        };
        match &self.0[folder].gallery {
            Gallery::Unknown => Wanted::Ask(folder, parent),
            Gallery::Asked => Wanted::Asked,
            Gallery::Known(gallery) => Wanted::Known(gallery.clone()),
            Gallery::Refused(reason) => Wanted::Refused(*reason),
        }
    }

    /// Marks a folder as asked for. Answers its name.
    pub fn ask(&mut self, folder: FolderId) -> String {
        self.0[folder].gallery = Gallery::Asked;
        self.0[folder].name.clone()
    }

    /// The answer for a folder came.
    pub fn answer(&mut self, folder: FolderId, gallery: Result<String, Reason>) {
        self.0[folder].gallery = match gallery {
            Ok(gallery) => Gallery::Known(gallery),
            Err(reason) => Gallery::Refused(reason),
        };
    }

    /// Answers that are on their way will not come.
    pub fn call_back(&mut self) {
        for folder in self.0.iter_mut().filter(|folder| folder.gallery == Gallery::Asked) {
            folder.gallery = Gallery::Unknown;
        }
    }

    /// Every folder has to be asked for anew: a gallery may have been renamed or deleted since.
    pub fn forget(&mut self) {
        for folder in &mut self.0 {
            folder.gallery = Gallery::Unknown;
        }
    }

    /// A folder and those around it have to be asked for anew.
    pub fn forget_line(&mut self, folder: FolderId) {
        let mut at = Some(folder);
        while let Some(folder) = at {
            let folder = &mut self.0[folder];
            if folder.gallery != Gallery::Asked {
                folder.gallery = Gallery::Unknown;
            }
            at = folder.parent;
        }
    }

    /// A name with those of the folders around it.
    pub fn path(&self, folder: Option<FolderId>, name: &str) -> String {
        let mut path = name.to_owned();
        let mut at = folder;
        while let Some(folder) = at.and_then(|folder| self.0.get(folder)) {
            path = format!("{}/{path}", folder.name);
            at = folder.parent;
        }
        path
    }
}
