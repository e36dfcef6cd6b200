//! Access control: the server's host names, and requests from its own pages.

use std::net::IpAddr;

use axum::http::HeaderMap;
use axum::http::header::{HOST, ORIGIN};

/// The host names that requests may use.
pub(in crate::serve) struct Hosts {
    /// A name besides the loopback names.
    pub(in crate::serve) named: Option<String>,
    /// Whether the server listens on every address, so that any IP address may be used.
    pub(in crate::serve) is_open: bool,
}

impl Hosts {
    /// Returns whether a `Host`, or the host of an `Origin`, is one of ours. A foreign name is not,
    /// even if its DNS points here.
    pub(super) fn knows(&self, host: &str) -> bool {
        let name = name_of(host);
        let address = name.parse::<IpAddr>().ok();
        let is_loopback = name.eq_ignore_ascii_case("localhost")
            || address.is_some_and(|address| address.is_loopback());
        let named = self.named.as_deref();
        is_loopback
            || named.is_some_and(|named| named.eq_ignore_ascii_case(name))
            || (self.is_open && address.is_some())
    }

    /// Returns whether a request comes from one of our own pages.
    pub(super) fn allows(&self, headers: &HeaderMap) -> bool {
        let Some(host) = headers
            .get(HOST)
            .and_then(|host| host.to_str().ok())
        else {
            return false;
        };
        let is_cross_site = headers
            .get("sec-fetch-site")
            .is_some_and(|site| site == "cross-site");
        let is_own_origin = headers
            .get(ORIGIN)
            .is_none_or(|origin| {
                let origin = origin
                    .to_str()
                    .ok()
                    .and_then(|text| text.split_once("://"));
                origin.is_some_and(|(_, origin)| origin == host)
            });
        self.knows(host) && is_own_origin && !is_cross_site
    }
}

/// Returns a host without its port and brackets.
fn name_of(host: &str) -> &str {
    match host.strip_prefix('[') {
        Some(rest) => rest
            .split(']')
            .next()
            .unwrap_or_default(),
        None => host
            .rsplit_once(':')
            .map_or(host, |(name, _)| name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderName;

    const OURS: Hosts = Hosts {
        named: None,
        is_open: false,
    };

    #[test]
    fn loopback_names_and_the_given_one_are_ours() {
        let named = Hosts {
            named: Some("Web.Local".to_owned()),
            is_open: false,
        };
        for host in [
            "localhost",
            "LOCALHOST:4000",
            "127.0.0.1:1",
            "[::1]:4000",
            "127.9.9.9",
        ] {
            assert!(OURS.knows(host) && named.knows(host), "{host}");
        }
        for host in [
            "evil.example",
            "127.0.0.1.evil.example:4000",
            "192.168.0.7",
            "",
            "[",
            ":1",
        ] {
            assert!(!OURS.knows(host) && !named.knows(host), "{host}");
        }
        assert!(named.knows("web.local:4000") && !OURS.knows("web.local:4000"));
    }

    #[test]
    fn an_open_server_accepts_any_address_but_no_name() {
        let open = Hosts {
            named: None,
            is_open: true,
        };
        assert!(open.knows("192.168.0.7:4000") && open.knows("[fe80::1]:4000"));
        assert!(!open.knows("evil.example"));
    }

    #[test]
    fn only_our_own_pages_are_allowed() {
        let allows = |headers: &[(&'static str, &str)]| {
            let headers = headers.iter().map(|(name, value)| {
                let value = value.parse().expect("a value");
                (HeaderName::from_static(name), value)
            });
            OURS.allows(&headers.collect())
        };
        let host = ("host", "localhost:4000");
        assert!(allows(&[host]));
        assert!(allows(&[host, ("origin", "http://localhost:4000")]));
        assert!(allows(&[host, ("sec-fetch-site", "same-origin")]));
        assert!(!allows(&[]));
        assert!(!allows(&[("host", "evil.example")]));
        assert!(!allows(&[host, ("origin", "http://localhost:4001")]));
        assert!(!allows(&[host, ("origin", "http://evil.example")]));
        assert!(!allows(&[host, ("origin", "null")]));
        assert!(!allows(&[host, ("sec-fetch-site", "cross-site")]));
    }
}
