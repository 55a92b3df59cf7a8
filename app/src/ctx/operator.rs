//! Whoever runs the installation, on the operator's page. It knows nobody's password: a link lets in that the program prints on
//! the server.

use store::{Operator, Queue, SessionToken};

use super::brakes::unhurried;
use super::guards::instance;
use super::{Beside, Ctx, Guard};
use crate::api::{Answer, ApiError};

impl Ctx {
    /// The operator who is asking. For everybody else there is no such page.
    pub async fn operator(&self) -> Answer<Operator> {
        let session = self.visit.operator.as_ref().ok_or(ApiError::NotFound)?;
        self.store().operator(session, self.now()).await?.ok_or(ApiError::NotFound)
    }

    /// A link to the operator's page was opened, whether it is one or not: nothing is asked of it, and nothing used up, before
    /// somebody presses the button.
    pub fn open_operator_link(&self, ticket: &str) -> Answer {
        let Some(ticket) = SessionToken::parse(ticket) else {
            self.throw_letter_away();
            return self.lead_away("/operator/enter");
        };
        self.keep_letter(&ticket, "/operator/enter")
    }

    /// Uses the link that was opened. One that was used, has ended or never was is answered alike.
    pub async fn enter_as_operator(&self) -> Answer {
        unhurried(Box::pin(self.try_operator_link())).await
    }

    async fn try_operator_link(&self) -> Answer {
        let attempt = async {
            let ticket = self.visit.letter.as_ref().ok_or(ApiError::Rejected)?;
            self.store().enter_as_operator(ticket, self.now()).await?.ok_or(ApiError::Rejected)
        };
        let session = self.braked(&self.guard_operator(), &Beside::default(), attempt).await?;
        // The cookie of the session before is about to go.
        if let Some(before) = &self.visit.operator {
            self.store().end_operator_session(before).await?;
        }
        let cookies = self.house.cookies;
        Self::set_cookie(&cookies.write(cookies.operator(), &session.reveal(), None));
        self.throw_letter_away();
        self.go("/operator")
    }

    /// Nobody guesses 256 bits. What counts is only who tries again and again from one place: no flood of others shuts the
    /// operator out.
    fn guard_operator(&self) -> Guard {
        let capped = vec![instance(), self.network_in_all("operator")];
        Guard::new(Queue::Strangers, capped, self.networks("operator"))
    }

    /// The operator signs out.
    pub async fn leave_as_operator(&self) -> Answer {
        self.operator().await?;
        if let Some(session) = &self.visit.operator {
            self.store().end_operator_session(session).await?;
        }
        self.forget(self.house.cookies.operator());
        self.go("/operator/enter")
    }

    /// The operator's switch for a studio's connection codes, `on` or `off` (S45). `shown` is how many jobs have one: without
    /// having been told the operator forbids none.
    pub async fn switch_connection_codes(&self, address: &str, switch: &str, shown: Option<i64>) -> Answer {
        let operator = self.operator().await?;
        let studio = self.studio(address).await?;
        match (switch, shown) {
            ("on", _) => self.store().allow_connection_codes(&operator, studio.id, self.now()).await?,
            ("off", None) => return self.go(&format!("/operator/forbid/{}", studio.address)),
            ("off", shown) => self.store().forbid_connection_codes(&operator, studio.id, shown, self.now()).await?,
            _ => return Err(ApiError::NotFound),
        }
        self.go(&format!("/operator?did={switch}"))
    }
}
