//! For tests of this crate and of `server`: throwaway stores on both databases, and builders that read like a story.

use bytes::Bytes;
use chrono::{DateTime, Utc};
use domain::access::Grant;
use domain::code::Code;
use domain::gallery::{GalleryName, LoginName, Note};
use domain::ids::{ClientLoginId, GalleryId, PhotoId};
use domain::photo::{FileName, MediaType, Size};
use domain::studio::{Email, Language, MemberName, StudioAddress, StudioName};
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::{
    Begun, Desk, FirstRun, NewMember, NewStudio, NewUpload, Places, ReleaseChange, RenderedPhoto,
    Role, Store, Studio,
};

/// A store in a folder that goes away with it.
#[derive(Debug)]
pub struct Throwaway {
    /// The store.
    pub store: Store,
    /// Its places, to open it once more.
    pub places: Places,
    /// Its folder.
    pub folder: TempDir,
}

/// The time at which every story begins: 1 August 2026, noon.
pub fn noon() -> DateTime<Utc> {
    DateTime::from_timestamp(1_785_585_600, 0).expect("a time in range")
}

impl Throwaway {
    /// On SQLite.
    pub async fn sqlite() -> Self {
        Self::open(None).await
    }

    /// On PostgreSQL: a database of its own in the cluster that `TEST_POSTGRES_URL` names, which `cargo xtask test` starts.
    pub async fn postgres() -> Self {
        let cluster = std::env::var("TEST_POSTGRES_URL").expect(
            "TEST_POSTGRES_URL names a PostgreSQL for tests; `cargo xtask test` starts one",
        );
        let name = format!(
            "t{}",
            uuid::Uuid::from_bytes(crate::secrets::random()).simple()
        );
        let admin = sqlx::PgPool::connect(&cluster)
            .await
            .expect("the test cluster answers");
        let mut create = sqlx::QueryBuilder::new("create database ");
        create.push(&name);
        create
            .build()
            .execute(&admin)
            .await
            .expect("a database can be created");
        admin.close().await;
        let url = url::Url::parse(&cluster).map(|mut url| {
            url.set_path(&name);
            url.to_string()
        });
        Self::open(Some(url.expect("TEST_POSTGRES_URL is an address"))).await
    }

    async fn open(database_url: Option<String>) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let places = Places {
            data: folder.path().to_owned(),
            database_url,
            photos_url: None,
        };
        let store = Store::open(&places, noon())
            .await
            .expect("a new store opens");
        Self {
            store,
            places,
            folder,
        }
    }
}

/// A studio with one member, and short words for what happens in it.
#[derive(Debug)]
pub struct Scene<'a> {
    /// The store.
    pub store: &'a Store,
    /// The studio.
    pub studio: Studio,
    /// Its owner at work.
    pub desk: Desk,
}

/// The password of every member in tests.
pub const PASSWORD: &str = "a long enough password";

impl<'a> Scene<'a> {
    /// Sets the installation up with its first studio.
    pub async fn first(store: &'a Store, address: &str) -> Self {
        let password_hash = store
            .passwords()
            .hash(PASSWORD)
            .await
            .expect("a password can be hashed");
        let first = FirstRun {
            operator: NewMember {
                email: Email::parse(&format!("anna@{address}.example")).expect("an e-mail"),
                name: MemberName::parse("Anna Lindqvist").expect("a name"),
                password_hash,
            },
            studio: a_studio(address),
        };
        let (member, _) = store
            .first_run(&first, noon())
            .await
            .expect("a new installation");
        Self::of(store, address, member).await
    }

    /// One more studio with a member of its own.
    pub async fn another(store: &'a Store, address: &str) -> Self {
        let studio = store
            .open_studio(&a_studio(address), noon())
            .await
            .expect("a free address");
        let new = NewMember {
            email: Email::parse(&format!("owner@{address}.example")).expect("an e-mail"),
            name: MemberName::parse("Jonas Meer").expect("a name"),
            password_hash: store
                .passwords()
                .hash(PASSWORD)
                .await
                .expect("a password can be hashed"),
        };
        let member = store
            .add_member(studio, &new, Role::Owner, noon())
            .await
            .expect("a free e-mail");
        Self::of(store, address, member).await
    }

    async fn of(store: &'a Store, address: &str, member: domain::ids::MemberId) -> Self {
        let address = StudioAddress::parse(address).expect("an address");
        let (studio, desk) = store
            .desk(member, &address)
            .await
            .expect("a desk")
            .expect("the member works there");
        Self {
            store,
            studio,
            desk,
        }
    }

    /// A gallery at the top.
    pub async fn gallery(&self, name: &str) -> GalleryId {
        let name = GalleryName::parse(name).expect("a name");
        self.store
            .create_gallery(&self.desk, None, &name, noon())
            .await
            .expect("a gallery")
    }

    /// A gallery under another.
    pub async fn under(&self, parent: GalleryId, name: &str) -> GalleryId {
        let name = GalleryName::parse(name).expect("a name");
        let parent = self.grant(parent).await;
        self.store
            .create_gallery(&self.desk, Some(&parent), &name, noon())
            .await
            .expect("a gallery")
    }

    /// The owner's own proof for a gallery.
    pub async fn grant(&self, gallery: GalleryId) -> Grant {
        self.store
            .member_grant(&self.desk, gallery, noon())
            .await
            .expect("the owner's own gallery")
    }

    /// A client login with a code and some galleries.
    pub async fn login(&self, name: &str, code: &str, galleries: &[GalleryId]) -> ClientLoginId {
        let parsed = Code::parse(code).expect("a code");
        let name = LoginName::parse(name).expect("a name");
        let note = Note::parse("").expect("a note");
        let login = self
            .store
            .create_client_login(&self.desk, &name, (&parsed, code), None, &note, noon())
            .await
            .expect("a free code");
        self.release(login, galleries).await;
        login
    }

    /// Adds galleries to a login.
    pub async fn release(&self, login: ClientLoginId, galleries: &[GalleryId]) {
        let change = ReleaseChange {
            add: galleries.iter().copied().collect(),
            ..ReleaseChange::default()
        };
        self.store
            .change_releases(&self.desk, login, &change, noon())
            .await
            .expect("own galleries");
    }

    /// Takes galleries from a login.
    pub async fn withdraw(&self, login: ClientLoginId, galleries: &[GalleryId]) {
        let change = ReleaseChange {
            remove: galleries.iter().copied().collect(),
            ..ReleaseChange::default()
        };
        self.store
            .change_releases(&self.desk, login, &change, noon())
            .await
            .expect("own galleries");
    }

    /// A photograph in a gallery, ready at `now`; its bytes are its name.
    pub async fn photo(&self, gallery: GalleryId, file_name: &str, now: DateTime<Utc>) -> PhotoId {
        let grant = self.grant(gallery).await;
        let bytes = Bytes::from(file_name.to_owned());
        let digest: [u8; 32] = Sha256::digest(&bytes).into();
        let new = NewUpload {
            client_key: file_name.to_owned(),
            file_name: FileName::parse(file_name).expect("a file name"),
            bytes: bytes.len() as u64,
            sha256: digest,
        };
        let begun = self
            .store
            .begin_upload(&self.desk, &grant, &new, now)
            .await
            .expect("an upload");
        let Begun::Parts { upload, .. } = begun else {
            panic!("{file_name} is there already")
        };
        let upload = self
            .store
            .upload(&self.desk, upload)
            .await
            .expect("the upload");
        self.store
            .put_part(&upload, 0, digest, bytes.clone())
            .await
            .expect("a part");
        let upload = self
            .store
            .upload(&self.desk, upload.id)
            .await
            .expect("the upload");
        let photo = self
            .store
            .finish_upload(
                &self.desk,
                &grant,
                &upload,
                MediaType::Jpeg,
                (1500, 1000),
                now,
            )
            .await
            .expect("a whole upload")
            .photo;
        let lease = self
            .store
            .take_work(now)
            .await
            .expect("work")
            .expect("one photograph waits");
        assert_eq!(
            lease.subject,
            photo.uuid(),
            "work of an earlier photograph was left lying"
        );
        let rendered = RenderedPhoto {
            width: 1500,
            height: 1000,
            colour: 0x8a_4b_2a,
            taken_at: None,
            sizes: Size::ALL
                .iter()
                .map(|size| (*size, bytes.clone()))
                .collect(),
        };
        self.store
            .finish_photo(&lease, &rendered, now)
            .await
            .expect("the lease holds");
        photo
    }
}

fn a_studio(address: &str) -> NewStudio {
    NewStudio {
        address: StudioAddress::parse(address).expect("an address"),
        name: StudioName::parse("Atelier Nordlicht").expect("a name"),
        language: Language::En,
    }
}
