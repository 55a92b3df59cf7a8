//! `passepartout demo`: a studio as it could be, with real photographs, to try everything on (S83).

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Change, Grant, Navigation};
use domain::code::Code;
use domain::gallery::{GalleryName, GalleryPassword, LoginName, Note};
use domain::ids::GalleryId;
use domain::photo::FileName;
use domain::studio::{Email, Language, MemberName, StudioAddress, StudioName};
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};
use store::{
    Begun, Desk, FirstRun, GallerySettings, LinkKind, NewLink, NewMember, NewStudio, NewUpload, PasswordChange,
    Proposal, Store,
};

use crate::images::Inspection;

mod school;

/// The photographs and the school's list; their authors and licences are in `server/demo/LICENSES.md`.
#[derive(RustEmbed)]
#[folder = "demo"]
struct Photographs;

/// Why the demo could not be made.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// The data.
    #[error("{0}")]
    Store(#[from] store::Error),
    /// A file of the demo is not what it should be.
    #[error("the demo's own material: {0}")]
    Material(String),
    /// What is to be shown on the terminal could not be kept.
    #[error("{0}")]
    Io(#[from] std::io::Error),
}

/// One gallery of the demo: depth in the tree, name, day, navigation, photographs.
struct Planned(usize, &'static str, Option<(i32, u32, u32)>, Navigation, &'static [&'static str]);

const TREE: &[Planned] = &[
    Planned(0, "Family album", None, Navigation::On, &["autumn", "twowings", "garden"]),
    Planned(
        1,
        "Summer by the water",
        Some((2026, 8, 14)),
        Navigation::On,
        &["bythewater", "aqua", "coldripple", "raindrops", "kite", "dune"],
    ),
    Planned(
        2,
        "Evening on the jetty",
        Some((2026, 8, 14)),
        Navigation::Off,
        &["eveningglow", "darkesthour", "grey", "path"],
    ),
    Planned(2, "Blue hour", Some((2026, 8, 14)), Navigation::Off, &["storm", "summer_1am"]),
    Planned(1, "Grandmother is eighty", Some((2026, 3, 2)), Navigation::Off, &["chelsea", "coffee", "colorfulcups"]),
    Planned(
        0,
        "Anna and Jonas, the wedding",
        Some((2026, 6, 6)),
        Navigation::Off,
        &["flower", "freshflower", "yellowflower"],
    ),
    Planned(1, "Getting ready", Some((2026, 6, 6)), Navigation::Off, &["blinds", "wood", "onestandsout"]),
    Planned(1, "The ceremony", Some((2026, 6, 6)), Navigation::Off, &["china", "greenmeadow", "twowings"]),
    Planned(1, "The party", Some((2026, 6, 6)), Navigation::Off, &["ladybird", "fallenleaf"]),
    Planned(0, "Verlag Meerblick", None, Navigation::Off, &[]),
    Planned(1, "Portraits, autumn programme", Some((2026, 9, 21)), Navigation::Off, &["astronaut", "chelsea"]),
    Planned(1, "North Sea calendar", Some((2026, 10, 4)), Navigation::Off, &["dune", "kite", "rocket", "storm"]),
];

const LOGINS: &[(&str, &[&str])] = &[
    ("Familie Brandt", &["Family album", "Summer by the water", "Grandmother is eighty"]),
    ("Anna and Jonas", &["Anna and Jonas, the wedding", "Getting ready", "The ceremony", "The party"]),
    ("Verlag Meerblick", &["Portraits, autumn programme", "North Sea calendar"]),
];

const PARTY_PASSWORD: &str = "bouquet";

/// Makes the demo studio where nothing is yet, and answers what to say on the terminal.
///
/// # Errors
/// [`DemoError`] when the data cannot be written.
pub async fn make(store: &Store, data: &Path, public_url: &str, now: DateTime<Utc>) -> Result<String, DemoError> {
    let note = data.join("demo.txt");
    if !store.is_new().await? {
        return Ok(std::fs::read_to_string(note).unwrap_or_default());
    }
    let password = store::one_time_token();
    let desk = studio(store, &password, now).await?;
    let galleries = galleries(store, &desk, now).await?;
    let mut text = format!(
        "Studio    {public_url}/sign-in   e-mail anna@nordlicht.example, password {password}\n\
         Clients   {public_url}/nordlicht   with one of these codes:\n"
    );
    for (name, code) in logins(store, &desk, &galleries, now).await? {
        let _ = writeln!(text, "            {code}   {name}");
    }
    for (label, token) in links(store, &desk, &galleries, now).await? {
        let _ = writeln!(text, "{label} {public_url}/nordlicht/l/{token}");
    }
    text.push_str(&school::make(store, &desk, public_url, now).await?);
    write_private(&note, &text)?;
    Ok(text)
}

async fn studio(store: &Store, password: &str, now: DateTime<Utc>) -> Result<Desk, DemoError> {
    let address: StudioAddress = parsed("nordlicht", StudioAddress::parse)?;
    let first = FirstRun {
        operator: NewMember {
            email: parsed("anna@nordlicht.example", Email::parse)?,
            name: parsed("Anna Lindqvist", MemberName::parse)?,
            password_hash: store.passwords().hash(password, store::Queue::Strangers).await?,
        },
        studio: NewStudio {
            address: address.clone(),
            name: parsed("Atelier Nordlicht", StudioName::parse)?,
            language: Language::En,
        },
    };
    let (member, _) = store.first_run(&first, now).await?;
    let (studio, desk) =
        store.desk(member, &address).await?.ok_or_else(|| DemoError::Material("the studio".to_owned()))?;
    store.change_studio(&desk, &studio.name, "Photography · Hamburg", studio.language).await?;
    Ok(desk)
}

async fn galleries(
    store: &Store,
    desk: &Desk,
    now: DateTime<Utc>,
) -> Result<Vec<(&'static str, GalleryId)>, DemoError> {
    let mut made: Vec<(&'static str, GalleryId)> = Vec::new();
    let mut path: Vec<GalleryId> = Vec::new();
    for Planned(depth, name, day, navigation, photographs) in TREE {
        path.truncate(*depth);
        let parent = match path.last() {
            Some(parent) => Some(store.member_grant(desk, *parent, now).await?),
            None => None,
        };
        let title = parsed(name, GalleryName::parse)?;
        let id = store.create_gallery(desk, parent.as_ref(), &title, now).await?;
        let grant = store.member_grant(desk, id, now).await?;
        let locked = *name == "The party";
        let password = if locked {
            PasswordChange::Set(parsed(PARTY_PASSWORD, GalleryPassword::parse)?)
        } else {
            PasswordChange::Keep
        };
        let settings = GallerySettings {
            name: title,
            shot_on: day.and_then(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day)),
            navigation: *navigation,
            downloads: false,
            password,
            password_active: locked,
            version: store.gallery(&grant).await?.version,
        };
        store.change_gallery(desk, &grant, &settings).await?;
        for photograph in *photographs {
            hang(store, desk, &grant, photograph, now).await?;
        }
        made.push((name, id));
        path.push(id);
    }
    Ok(made)
}

/// The way of every photograph: announced, sent in parts, looked at, kept; the worker does the rest.
async fn hang(store: &Store, desk: &Desk, gallery: &Grant, name: &str, now: DateTime<Utc>) -> Result<(), DemoError> {
    let file_name = format!("{name}.jpg");
    let bad = || DemoError::Material(file_name.clone());
    let bytes = bytes::Bytes::from(Photographs::get(&file_name).ok_or_else(bad)?.data.into_owned());
    let digest: [u8; 32] = Sha256::digest(&bytes).into();
    let new = NewUpload {
        client_key: file_name.clone(),
        file_name: FileName::parse(&file_name).map_err(|_| bad())?,
        bytes: bytes.len() as u64,
        sha256: digest,
    };
    let Begun::Parts { upload, .. } = store.begin_upload(desk, gallery, &new, now).await? else { return Ok(()) };
    let pending = store.upload(desk, upload).await?;
    let mut inspection = Inspection::new(pending.bytes).map_err(|_| bad())?;
    inspection.push(&bytes).map_err(|_| bad())?;
    let header = inspection.finish().map_err(|_| bad())?;
    store.put_part(&pending, 0, digest, bytes).await?;
    let pending = store.upload(desk, upload).await?;
    store.finish_upload(desk, gallery, &pending, header.media, (header.width, header.height), now).await?;
    Ok(())
}

async fn logins(
    store: &Store,
    desk: &Desk,
    galleries: &[(&'static str, GalleryId)],
    now: DateTime<Utc>,
) -> Result<Vec<(&'static str, String)>, DemoError> {
    let mut made = Vec::new();
    for (name, released) in LOGINS {
        let code = Code::generated(store::code_entropy());
        let shown = code.display();
        let login = store
            .create_client_login(
                desk,
                &parsed(name, LoginName::parse)?,
                (&code, &shown),
                None,
                &parsed("", Note::parse)?,
                now,
            )
            .await?;
        let add = galleries.iter().filter(|(name, _)| released.contains(name)).map(|(_, id)| *id).collect();
        let release = Change::Release { login, add, remove: BTreeSet::new() };
        if let Proposal::Asks(asked) = store.propose(desk, release, now).await? {
            let shown = store.proposed_change(desk, asked, now).await?;
            store.confirm_change(desk, asked, &shown.digest, now).await?;
        }
        made.push((*name, shown));
    }
    Ok(made)
}

async fn links(
    store: &Store,
    desk: &Desk,
    galleries: &[(&'static str, GalleryId)],
    now: DateTime<Utc>,
) -> Result<Vec<(String, String)>, DemoError> {
    let mut made = Vec::new();
    for (gallery, kind, label, said) in [
        ("Blue hour", LinkKind::Secure, "For the grandparents", "Secure link to \"Blue hour\":".to_owned()),
        ("The party", LinkKind::Open, "All guests", format!("Link to \"The party\", password \"{PARTY_PASSWORD}\":")),
    ] {
        let Some((_, id)) = galleries.iter().find(|(name, _)| *name == gallery) else { continue };
        let grant = store.member_grant(desk, *id, now).await?;
        let new = NewLink { kind, label: label.to_owned(), expires_at: None };
        store.create_link(desk, &grant, &new, now).await?;
        for link in store.links(desk, &grant).await? {
            made.push((said.clone(), link.token));
        }
    }
    Ok(made)
}

fn parsed<T, E: std::fmt::Display>(text: &str, parse: impl Fn(&str) -> Result<T, E>) -> Result<T, DemoError> {
    parse(text).map_err(|problem| DemoError::Material(format!("{text}: {problem}")))
}

/// Codes and the password are for the owner of the folder alone.
fn write_private(file: &Path, text: &str) -> std::io::Result<()> {
    use std::io::Write as _;
    use std::os::unix::fs::OpenOptionsExt;
    let mut file = std::fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(file)?;
    file.write_all(text.as_bytes())
}
