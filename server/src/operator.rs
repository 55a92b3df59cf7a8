//! What an operator does at the machine itself, beside a running server: there is no mail that could do it.

use app::ctx::Cookies;
use chrono::{DateTime, Utc};
use clap::Subcommand;
use domain::studio::{Email, StudioAddress};
use store::{Operator, Store};

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

/// `passepartout studio ...`.
#[derive(Subcommand)]
pub enum StudioCommand {
    /// Allow a studio to use connection codes, by which all parents of a photo job find their own child, or forbid it: then
    /// those that there are open nothing.
    ConnectionCodes {
        /// The studio's address, as in `/{address}`.
        address: String,
        /// `on` or `off`.
        #[arg(value_parser = ["on", "off"])]
        switch: String,
        /// Where the installation is.
        #[command(flatten)]
        config: Config,
    },
}

/// `passepartout operator ...`.
#[derive(Subcommand)]
pub enum OperatorCommand {
    /// Print a link to the operator's page. It works once, for 15 minutes, and ends the link before it; the browser that uses it
    /// stays in for eight hours.
    Link {
        /// Where the installation is.
        #[command(flatten)]
        config: Config,
    },
    /// End every visit to the operator's page, and a link that nobody has used yet.
    End {
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
    /// No studio has this address.
    #[error("no studio has the address {0}")]
    NoStudio(String),
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
        let nobody = || OperatorError::Nobody(email.clone());
        let known = Email::parse(email).map_err(|_| nobody())?;
        let store = there(config, now).await?;
        let token = store.begin_reset(&known, now).await?;
        store.close().await;
        let token = token.ok_or_else(nobody)?;
        Ok(format!("{public_url}/reset/{}", token.reveal().as_str()))
    }
}

impl StudioCommand {
    /// Does it, and answers what to print.
    ///
    /// # Errors
    /// [`OperatorError`] when nothing was done.
    pub async fn run(&self, now: DateTime<Utc>) -> Result<String, OperatorError> {
        let Self::ConnectionCodes { address, switch, config } = self;
        let nowhere = || OperatorError::NoStudio(address.clone());
        let known = StudioAddress::parse(address).map_err(|_| nowhere())?;
        let store = there(config, now).await?;
        let studio = store.studio(&known).await?;
        if let Some(studio) = &studio {
            let operator = Operator::at_the_machine();
            if switch == "on" {
                store.allow_connection_codes(&operator, studio.id, now).await?;
            } else {
                store.forbid_connection_codes(&operator, studio.id, None, now).await?;
            }
        }
        store.close().await;
        studio.map(|studio| format!("connection codes of {}: {switch}", studio.address)).ok_or_else(nowhere)
    }
}

impl OperatorCommand {
    /// Does it, and answers what to print.
    ///
    /// # Errors
    /// [`OperatorError`] when nothing was done.
    pub async fn run(&self, now: DateTime<Utc>) -> Result<String, OperatorError> {
        match self {
            Self::Link { config } => {
                let (public_url, _): (String, Cookies) = config.public(config.listen)?;
                let store = there(config, now).await?;
                let ticket = store.make_operator_ticket(now).await?;
                store.close().await;
                Ok(format!("{public_url}/operator/enter/{}", ticket.reveal().as_str()))
            }
            Self::End { config } => {
                let store = there(config, now).await?;
                store.end_operator_sessions().await?;
                store.close().await;
                Ok("nobody is on the operator's page any more".to_owned())
            }
        }
    }
}

/// The installation that is there: a wrong folder must not become a new one.
async fn there(config: &Config, now: DateTime<Utc>) -> Result<Store, OperatorError> {
    if !config.data.join("keys").exists() {
        return Err(OperatorError::NoInstallation(config.data.display().to_string()));
    }
    Ok(Store::open(&config.places(), now).await?)
}
