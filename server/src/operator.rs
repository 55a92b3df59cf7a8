//! What an operator does at the machine itself, beside a running server: there is no mail that could do it.

use app::ctx::Cookies;
use chrono::{DateTime, Utc};
use clap::Subcommand;
use domain::studio::Email;
use store::Store;

use crate::config::{Config, ConfigProblem};

/// `passepartout member ...`.
#[derive(Subcommand)]
pub enum MemberCommand {
    /// Print a link by which a member who forgot the password chooses a new one. It works once, for 30 minutes.
    Reset {
        /// The e-mail that the member signs in with.
        email: String,
        /// Where the installation is.
        #[command(flatten)]
        config: Config,
    },
}

/// Why nothing was done.
#[derive(Debug, thiserror::Error)]
pub enum OperatorError {
    /// Not an e-mail, or nobody's.
    #[error("nobody signs in with {0}")]
    Nobody(String),
    /// The settings lead nowhere.
    #[error("no installation has its keys in {0}: set DATA_DIR as for the server")]
    NoInstallation(String),
    /// The settings.
    #[error("{0}")]
    Config(#[from] ConfigProblem),
    /// The data.
    #[error("{0}")]
    Store(#[from] store::Error),
}

impl MemberCommand {
    /// Does it, and answers what to print.
    ///
    /// # Errors
    /// [`OperatorError`] when nothing was done.
    pub async fn run(&self, now: DateTime<Utc>) -> Result<String, OperatorError> {
        let Self::Reset { email, config } = self;
        let (public_url, _): (String, Cookies) = config.public(config.listen)?;
        // A wrong folder must not become a new installation.
        if !config.data.join("keys").exists() {
            return Err(OperatorError::NoInstallation(config.data.display().to_string()));
        }
        let nobody = || OperatorError::Nobody(email.clone());
        let known = Email::parse(email).map_err(|_| nobody())?;
        let store = Store::open(&config.places(), now).await?;
        let token = store.begin_reset(&known, now).await?;
        store.close().await;
        let token = token.ok_or_else(nobody)?;
        Ok(format!("{public_url}/reset/{}", token.reveal().as_str()))
    }
}
