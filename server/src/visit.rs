//! The first layer: what a request tells about who sends it. It reads cookies and addresses and decides nothing.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::sync::Once;

use app::ctx::{Cookies, Network, Visit};
use axum::extract::{ConnectInfo, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use chrono::{DateTime, Utc};
use domain::device::Device;
use domain::studio::Language;
use http::{HeaderMap, header};
use store::{KnownDevice, SessionToken};

use crate::clock::Clock;

const FORWARDED: &str = "x-forwarded-for";

/// What the layer needs to know.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The clock.
    pub clock: Clock,
    /// How cookies are named.
    pub cookies: Cookies,
    /// What of `X-Forwarded-For` is believed.
    pub proxies: Proxies,
}

/// How many proxies of our own stand in front. They do so on this machine or in a private network: what comes from
/// anywhere else came past them, and may say of itself what it likes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Proxies(pub usize);

impl Proxies {
    /// Whether the innermost of them can be at an address.
    pub fn stand_at(self, peer: IpAddr) -> bool {
        self.0 > 0
            && match peer.to_canonical() {
                IpAddr::V4(v4) => v4.is_loopback() || v4.is_private() || v4.is_link_local(),
                IpAddr::V6(v6) => v6.is_loopback() || v6.is_unique_local() || v6.is_unicast_link_local(),
            }
    }
}

/// Puts a [`Visit`] into the request.
pub async fn read(State(reading): State<Reading>, mut request: Request, next: Next) -> Response {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0.ip());
    let headers = request.headers();
    let visit = Visit {
        now: now(&reading.clock),
        guest: cookie(headers, reading.cookies.guest()).and_then(SessionToken::parse),
        member: cookie(headers, reading.cookies.member()).and_then(SessionToken::parse),
        operator: cookie(headers, reading.cookies.operator()).and_then(SessionToken::parse),
        letter: cookie(headers, reading.cookies.letter()).and_then(SessionToken::parse),
        known_device: cookie(headers, reading.cookies.device()).and_then(KnownDevice::parse),
        kept: cookie(headers, reading.cookies.kept()).map(str::to_owned),
        languages: languages(headers),
        device: device(headers),
        network: network(client(headers, peer, reading.proxies)),
    };
    request.extensions_mut().insert(visit);
    next.run(request).await
}

/// Milliseconds are enough, and both databases keep them exactly.
fn now(clock: &Clock) -> DateTime<Utc> {
    let now = clock.now();
    DateTime::from_timestamp_millis(now.timestamp_millis()).unwrap_or(now)
}

/// The value of a cookie, if it was sent exactly once: of two with one name somebody planted one.
fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let mut found = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .filter(|(key, _)| *key == name);
    let value = found.next()?.1;
    found.next().is_none().then_some(value)
}

/// The families that the user agent names; without one, none.
fn device(headers: &HeaderMap) -> Device {
    let said = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
    said.map_or(Device::UNKNOWN, Device::of)
}

/// The language that the visitor chose, then ours in `Accept-Language`, by their weights (RFC 9110, section 12.5.4).
fn languages(headers: &HeaderMap) -> Vec<Language> {
    let chosen = cookie(headers, "lang").and_then(Language::parse);
    let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut weighted: Vec<(f32, Language)> = accepted
        .split(',')
        .take(20)
        .filter_map(|item| {
            let (tag, weight) = item.split_once(';').unwrap_or((item, "q=1"));
            let weight = weight.trim().strip_prefix(['q', 'Q'])?.trim_start().strip_prefix('=')?.trim();
            let primary = tag.trim().split('-').next()?.to_ascii_lowercase();
            Some((weight.parse().ok().filter(|weight| *weight > 0.0)?, Language::parse(&primary)?))
        })
        .collect();
    weighted.sort_by(|a, b| b.0.total_cmp(&a.0));
    chosen.into_iter().chain(weighted.into_iter().map(|(_, language)| language)).collect()
}

/// The address to hold responsible: the one that our outermost proxy saw, never one that the client wrote itself (B22).
fn client(headers: &HeaderMap, peer: Option<IpAddr>, proxies: Proxies) -> Option<IpAddr> {
    if !headers.contains_key(FORWARDED) {
        return peer;
    }
    if !peer.is_some_and(|peer| proxies.stand_at(peer)) {
        static TOLD: Once = Once::new();
        TOLD.call_once(|| {
            tracing::warn!(
                ?peer,
                "X-Forwarded-For is not believed: TRUSTED_PROXIES is 0, or this is no private address. Behind a proxy all \
                 visitors then share the budget of one"
            );
        });
        return peer;
    }
    let forwarded: Vec<&str> = headers
        .get_all(FORWARDED)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .collect();
    forwarded.len().checked_sub(proxies.0).and_then(|place| address(forwarded[place].trim())).or(peer)
}

/// An address as proxies write it: alone, in brackets, or with a port.
fn address(text: &str) -> Option<IpAddr> {
    let alone = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(text);
    alone.parse().or_else(|_| text.parse().map(|with_port: SocketAddr| with_port.ip())).ok()
}

/// A household has one IPv4 address or one IPv6 /64; the networks around them are /24 and /48.
fn network(address: Option<IpAddr>) -> Network {
    match address.map(|address| address.to_canonical()) {
        Some(IpAddr::V4(v4)) => {
            let [a, b, c, _] = v4.octets();
            Network { near: format!("{v4}/32"), far: format!("{a}.{b}.{c}.0/24") }
        }
        Some(IpAddr::V6(v6)) => {
            let masked = |bits: u32| Ipv6Addr::from_bits(v6.to_bits() & (u128::MAX << (128 - bits)));
            Network { near: format!("{}/64", masked(64)), far: format!("{}/48", masked(48)) }
        }
        None => Network { near: "unknown".to_owned(), far: "unknown".to_owned() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(name: &'static str, values: &[&str]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for value in values {
            headers.append(name, value.parse().unwrap());
        }
        headers
    }

    fn ip(text: &str) -> Option<IpAddr> {
        text.parse().ok()
    }

    // T17
    #[test]
    fn a_forged_forwarding_header_is_not_believed() {
        let forged = headers("x-forwarded-for", &["203.0.113.9, 198.51.100.1"]);
        for proxy in ["127.0.0.1", "10.0.0.1", "::1", "fd00::1", "::ffff:192.168.0.1"].map(ip) {
            assert_eq!(client(&forged, proxy, Proxies(0)), proxy);
            assert_eq!(client(&forged, proxy, Proxies(1)), ip("198.51.100.1"));
            assert_eq!(client(&forged, proxy, Proxies(2)), ip("203.0.113.9"));
            assert_eq!(client(&forged, proxy, Proxies(3)), proxy);
            assert_eq!(client(&headers(FORWARDED, &["nonsense"]), proxy, Proxies(1)), proxy);
        }
        for past_it in ["203.0.113.1", "2001:db8::1"].map(ip) {
            assert_eq!(client(&forged, past_it, Proxies(1)), past_it);
        }
    }

    #[test]
    fn an_address_is_read_however_a_proxy_writes_it() {
        for (written, read) in [
            ("1.2.3.4", "1.2.3.4"),
            ("1.2.3.4:5678", "1.2.3.4"),
            ("::1", "::1"),
            ("[::1]", "::1"),
            ("[2001:db8::1]:80", "2001:db8::1"),
        ] {
            assert_eq!(client(&headers(FORWARDED, &[written]), ip("10.0.0.1"), Proxies(1)), ip(read), "{written}");
        }
    }

    // T18
    #[test]
    fn a_household_of_many_ipv6_addresses_is_one_network() {
        assert_eq!(network(ip("2001:db8:1:2:3::4")), network(ip("2001:db8:1:2:ffff::1")));
        assert_ne!(network(ip("2001:db8:1:2::1")).near, network(ip("2001:db8:1:3::1")).near);
        assert_eq!(network(ip("2001:db8:1:2::1")).far, network(ip("2001:db8:1:3::1")).far);
        assert_eq!(network(ip("::ffff:192.0.2.7")), network(ip("192.0.2.7")));
    }

    // S77
    #[test]
    fn the_browser_s_own_preference_chooses_the_language() {
        assert_eq!(languages(&headers("accept-language", &["ar-MA, fr-CA;q=0.7"])), [Language::Ar, Language::Fr]);
        let wanted = |accepted: &str| languages(&headers("accept-language", &[accepted]));
        assert_eq!(wanted("xx, de-AT;q=0.8, en;q=0.5"), [Language::De, Language::En]);
        assert_eq!(wanted("en;q=0.5,DE ; q=0.9"), [Language::De, Language::En]);
        assert_eq!(wanted("en-GB, de;q=0.9"), [Language::En, Language::De]);
        assert_eq!(wanted("de;q=0, xx, *;q=0.1, en;level=1"), []);
        assert_eq!(languages(&HeaderMap::new()), []);
    }

    // S77
    #[test]
    fn what_the_visitor_chose_comes_before_what_the_browser_prefers() {
        let mut asked = headers("cookie", &["lang=de"]);
        asked.insert("accept-language", "en".parse().unwrap());
        assert_eq!(languages(&asked), [Language::De, Language::En]);
        assert_eq!(languages(&headers("cookie", &["lang=xx"])), []);
    }

    #[test]
    fn a_cookie_that_was_sent_twice_is_nobody_s() {
        assert_eq!(cookie(&headers("cookie", &["a=1; guest=x"]), "guest"), Some("x"));
        assert_eq!(cookie(&headers("cookie", &["guest=x", "guest=y"]), "guest"), None);
        assert_eq!(cookie(&headers("cookie", &["xguest=x"]), "guest"), None);
    }
}
