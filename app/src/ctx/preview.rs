//! *View as client* (S34): a member looks at the studio through the eyes of a login, a link, a family or staff. The address says whose eyes
//! they are, by an id that opens nothing; that a member may look is decided anew for every page.

use domain::ids::{GalleryId, PhotoJobId};
use domain::studio::Act;
use store::{Eyes, Studio};

use super::{AtStudio, Ctx};
use crate::api::{Answer, ApiError};

/// Whose eyes a member looks through.
#[derive(Clone, Debug)]
pub struct Previewed {
    /// The login's or the child's name, the organisation of a photo job, or the link's label; it may be empty.
    pub name: String,
    first: Option<GalleryId>,
    job: Option<PhotoJobId>,
    of: Eyes,
}

impl Previewed {
    /// As addresses and forms spell it: the kind and the id.
    pub fn eyes(&self) -> String {
        match self.of {
            Eyes::Login(login) => format!("login/{login}"),
            Eyes::Link(link) => format!("link/{link}"),
            Eyes::Family(subject) => format!("subject/{subject}"),
            Eyes::Staff(job) => format!("staff/{job}"),
        }
    }

    /// Where the pages of this preview lie.
    pub fn path(&self, studio: &Studio) -> String {
        format!("/studio/{}/as/{}", studio.address, self.eyes())
    }

    /// Where they would come in: the overview of a login, the gallery of a link, the page of a child or of a job.
    pub fn first_page(&self) -> String {
        match (self.of, self.first) {
            (Eyes::Login(_) | Eyes::Link(_), Some(gallery)) => format!("/g/{gallery}"),
            (Eyes::Login(_) | Eyes::Link(_), None) => "/overview".to_owned(),
            (Eyes::Family(_), _) => "/children".to_owned(),
            (Eyes::Staff(job), _) => format!("/jobs/{job}"),
        }
    }

    /// The page of the studio where they are at home.
    pub fn desk(&self, studio: &Studio) -> String {
        match (self.of, self.first) {
            (Eyes::Login(login), _) => format!("/studio/{}/logins/{login}", studio.address),
            (Eyes::Link(_), Some(gallery)) => format!("/studio/{}/galleries/{gallery}/links", studio.address),
            (Eyes::Family(subject), _) => {
                let job = self.job.map(|job| job.to_string()).unwrap_or_default();
                format!("/studio/{}/jobs/{job}/subjects/{subject}", studio.address)
            }
            (Eyes::Staff(job), _) => format!("/studio/{}/jobs/{job}/access", studio.address),
            (Eyes::Link(_), None) => format!("/studio/{}", studio.address),
        }
    }

    /// Whose eyes they are.
    pub fn of(&self) -> Eyes {
        self.of
    }

    /// Whether these are the eyes of whoever types a login's code.
    pub fn of_login(&self) -> bool {
        matches!(self.of, Eyes::Login(_))
    }
}

impl Ctx {
    /// A guest in the studio of that address, or, with `eyes`, a member of it who looks through them. A page of one gallery
    /// says which one it is (`at`); through somebody's eyes all is looked at all the same.
    ///
    /// # Errors
    /// [`ApiError::NotFound`] for eyes that are not in this studio, and for whoever is no member of it.
    pub async fn at_visit(&self, address: &str, eyes: Option<&str>, at: Option<GalleryId>) -> Answer<AtStudio> {
        let Some(eyes) = eyes else {
            return self.at_studio_for(address, at).await;
        };
        let at = self.at_desk(address, Act::LetIn).await?;
        let of = read(eyes).ok_or(ApiError::NotFound)?;
        let preview = self.store().preview(&at.desk, &at.studio, of, self.now()).await?;
        let job = preview.sight.guest.jobs.children.first().map(|child| child.job.id);
        let previewed = Previewed { name: preview.name, first: preview.first, job, of };
        Ok(AtStudio { studio: at.studio, sight: preview.sight, preview: Some(previewed) })
    }
}

fn read(eyes: &str) -> Option<Eyes> {
    match eyes.split_once('/')? {
        ("login", id) => id.parse().ok().map(Eyes::Login),
        ("link", id) => id.parse().ok().map(Eyes::Link),
        ("subject", id) => id.parse().ok().map(Eyes::Family),
        ("staff", id) => id.parse().ok().map(Eyes::Staff),
        _ => None,
    }
}
