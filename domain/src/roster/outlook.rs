//! What a photo job is like after an import: who cannot be found by name then, and by whom else's (S45, S54).

use std::collections::BTreeMap;

use super::{Comparison, Known, Particulars};
use crate::ids::SubjectId;
use crate::name_match::{NameKey, Named, has_latin_key, homonyms, keys_of};

/// Somebody as they are after an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct After<'a> {
    /// Who, if they are known already.
    pub id: Option<SubjectId>,
    /// The line in the file; none for somebody whom the import does not change.
    pub line: Option<u32>,
    /// What is known of them then.
    pub particulars: &'a Particulars,
}

/// Who needs a look after an import. Everybody of the job is counted, whether the file names them or not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outlook<'a> {
    /// Without a first or a last name: while there is one, no connection code can be set (S44).
    pub nameless: Vec<After<'a>>,
    /// Those whose name somebody else has too: everybody in the job types the class as well (S54).
    pub homonyms: Vec<After<'a>>,
    /// With both names, and not to be found from a keyboard of Latin letters: "also accept" would help.
    pub without_latin: Vec<After<'a>>,
}

/// Looks at everybody as they are once the comparison is applied. The order is that of `existing`, then that of the file.
pub fn outlook<'a>(existing: &'a [Known], comparison: &'a Comparison) -> Outlook<'a> {
    let changed: BTreeMap<SubjectId, _> = comparison.changed.iter().map(|changed| (changed.id, changed)).collect();
    let known = existing.iter().map(|known| match changed.get(&known.id) {
        Some(changed) => After { id: Some(known.id), line: Some(changed.line), particulars: &changed.becomes },
        None => After { id: Some(known.id), line: None, particulars: &known.particulars },
    });
    let new = comparison.new.iter().map(|row| After { id: None, line: Some(row.line), particulars: &row.particulars });
    let all: Vec<After<'a>> = known.chain(new).collect();
    let mut outlook = Outlook::default();
    let mut keys: Vec<(usize, NameKey)> = Vec::new();
    for (place, after) in all.iter().enumerate() {
        let Particulars { first_name: Some(first), last_name: Some(last), also_accept, .. } = after.particulars else {
            outlook.nameless.push(*after);
            continue;
        };
        let also = also_accept.join("; ");
        let named = Named { first, last, also: &also };
        keys.extend(keys_of(&named).into_iter().map(|key| (place, key)));
        if !has_latin_key(&named) {
            outlook.without_latin.push(*after);
        }
    }
    outlook.homonyms = homonyms(keys).into_iter().map(|place| all[place]).collect();
    outlook
}
