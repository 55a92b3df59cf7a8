//! *View as client* (S34): a member looks at the studio through the eyes of a login or a link. The address says whose eyes
//! they are, by an id that opens nothing; that a member may look is decided anew for every page.

use domain::ids::GalleryId;
use domain::studio::Act;
use store::{Eyes, Studio};

use super::{AtStudio, Ctx};
use crate::api::{Answer, ApiError};

/// Whose eyes a member looks through.
#[derive(Clone, Debug)]
pub struct Previewed {
    /// The login's name, or the link's label, which may be empty.
    pub name: String,
    /// The gallery that a link leads to; a login begins at its overview.
    pub first: Option<GalleryId>,
    of: Eyes,
}

impl Previewed {
    /// As addresses and forms spell it: `login/` or `link/`, and the id.
    pub fn eyes(&self) -> String {
        match self.of {
            Eyes::Login(login) => format!("login/{login}"),
            Eyes::Link(link) => format!("link/{link}"),
        }
    }

    /// Where the pages of this preview lie.
    pub fn path(&self, studio: &Studio) -> String {
        format!("/studio/{}/as/{}", studio.address, self.eyes())
    }

    /// The page of the studio where this login or link is at home.
    pub fn desk(&self, studio: &Studio) -> String {
        match (self.of, self.first) {
            (Eyes::Login(login), _) => format!("/studio/{}/logins/{login}", studio.address),
            (Eyes::Link(_), Some(gallery)) => format!("/studio/{}/galleries/{gallery}/links", studio.address),
            (Eyes::Link(_), None) => format!("/studio/{}", studio.address),
        }
    }

    /// Whether these are the eyes of whoever types a login's code.
    pub fn of_login(&self) -> bool {
        matches!(self.of, Eyes::Login(_))
    }
}

impl Ctx {
    /// A guest in the studio of that address, or, with `eyes`, a member of it who looks through them.
    ///
    /// # Errors
    /// [`ApiError::NotFound`] for eyes that are not in this studio, and for whoever is no member of it.
    pub async fn at_visit(&self, address: &str, eyes: Option<&str>) -> Answer<AtStudio> {
        let Some(eyes) = eyes else {
            return self.at_studio(address).await;
        };
        let at = self.at_desk(address, Act::LetIn).await?;
        let of = read(eyes).ok_or(ApiError::NotFound)?;
        let preview = self.store().preview(&at.desk, &at.studio, of, self.now()).await?;
        let previewed = Previewed { name: preview.name, first: preview.first, of };
        Ok(AtStudio { studio: at.studio, sight: preview.sight, preview: Some(previewed) })
    }
}

fn read(eyes: &str) -> Option<Eyes> {
    match eyes.split_once('/')? {
        ("login", id) => id.parse().ok().map(Eyes::Login),
        ("link", id) => id.parse().ok().map(Eyes::Link),
        _ => None,
    }
}
