//! The settings: a few variables, every one with a default that needs no server (S80).

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use app::ctx::Cookies;
use clap::Args;
use store::Places;

/// What `passepartout serve` can be told. Without any of it: `./data`, SQLite, a folder, 127.0.0.1:3000.
#[derive(Args, Clone, Debug)]
pub struct Config {
    /// Where to listen.
    #[arg(long, env = "LISTEN", default_value = "127.0.0.1:3000")]
    pub listen: SocketAddr,
    /// The address that browsers use: scheme, host and port. Needed behind a proxy; https everywhere but on this machine.
    #[arg(long, env = "PUBLIC_URL")]
    pub public_url: Option<String>,
    /// How many proxies of your own stand in front: that many addresses at the end of X-Forwarded-For are believed.
    #[arg(long, env = "TRUSTED_PROXIES", default_value_t = 0)]
    pub trusted_proxies: usize,
    /// Folder of the embedded database, the photographs and the keys.
    #[arg(long, env = "DATA_DIR", default_value = "data")]
    pub data: PathBuf,
    /// `postgres://...` instead of the embedded database.
    #[arg(long, env = "DATABASE_URL", hide_env_values = true)]
    pub database_url: Option<String>,
    /// `s3://bucket/prefix` instead of the folder; credentials from the usual AWS_ variables.
    #[arg(long, env = "PHOTOS_URL", hide_env_values = true)]
    pub photos_url: Option<String>,
}

/// Why the settings cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ConfigProblem {
    /// It is not `http://host[:port]` or `https://host[:port]`.
    #[error("PUBLIC_URL is not an address like https://pictures.example: {0}")]
    PublicUrl(String),
    /// Sessions would travel in the clear.
    #[error("PUBLIC_URL is {0}: http is for this machine alone (127.0.0.1 or localhost); everywhere else use https")]
    Insecure(String),
}

impl Config {
    /// Where everything is kept.
    pub fn places(&self) -> Places {
        Places { data: self.data.clone(), database_url: self.database_url.clone(), photos_url: self.photos_url.clone() }
    }

    /// The public address without a slash at its end, and how cookies are written under it.
    ///
    /// # Errors
    /// [`ConfigProblem`] for an address that is none, or where cookies would not be safe (SECURITY section 5).
    pub fn public(&self, listening: SocketAddr) -> Result<(String, Cookies), ConfigProblem> {
        let url = self.public_url.clone().unwrap_or_else(|| format!("http://{listening}"));
        let url = url.trim_end_matches('/').to_owned();
        let parsed: http::Uri = url.parse().map_err(|_| ConfigProblem::PublicUrl(url.clone()))?;
        let (Some(scheme), Some(host), "" | "/") = (parsed.scheme_str(), parsed.host(), parsed.path()) else {
            return Err(ConfigProblem::PublicUrl(url));
        };
        match scheme {
            "https" => Ok((url, Cookies::Secure)),
            "http" if is_this_machine(host) => Ok((url, Cookies::Loopback)),
            "http" => Err(ConfigProblem::Insecure(url)),
            _ => Err(ConfigProblem::PublicUrl(url)),
        }
    }
}

/// Whether a host, as an address spells it, is this machine for itself alone.
pub fn is_this_machine(host: &str) -> bool {
    let bare = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
    host == "localhost" || bare.parse().is_ok_and(|address: IpAddr| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(url: Option<&str>) -> Result<(String, Cookies), ConfigProblem> {
        let config = Config {
            listen: ([127, 0, 0, 1], 3000).into(),
            public_url: url.map(str::to_owned),
            trusted_proxies: 0,
            data: "data".into(),
            database_url: None,
            photos_url: None,
        };
        config.public(config.listen)
    }

    // S80
    #[test]
    fn without_settings_it_runs_on_this_machine() {
        assert_eq!(with(None), Ok(("http://127.0.0.1:3000".to_owned(), Cookies::Loopback)));
    }

    #[test]
    fn http_is_refused_where_others_could_listen() {
        assert!(matches!(with(Some("http://pictures.example")), Err(ConfigProblem::Insecure(_))));
        for looks_like in ["http://127.evil.example", "http://127.0.0.1.evil.example", "http://localhost.evil.example"]
        {
            assert!(matches!(with(Some(looks_like)), Err(ConfigProblem::Insecure(_))), "{looks_like}");
        }
        for own in ["http://127.8.8.8:3000", "http://[::1]:3000", "http://localhost:3000"] {
            assert_eq!(with(Some(own)), Ok((own.to_owned(), Cookies::Loopback)));
        }
        assert!(matches!(with(Some("ftp://pictures.example")), Err(ConfigProblem::PublicUrl(_))));
        assert!(matches!(with(Some("https://pictures.example/sub")), Err(ConfigProblem::PublicUrl(_))));
        assert_eq!(
            with(Some("https://pictures.example/")),
            Ok(("https://pictures.example".to_owned(), Cookies::Secure))
        );
    }
}
