//! Whom a passkey is for: this site under its configured address, never under what a request says.

use std::net::IpAddr;

use axum::http::Uri;

/// The relying party: a name of a host, and the one origin from which answers are taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// The host's name, to which passkeys are bound.
    pub id: String,
    /// Scheme, host and port as a browser writes them.
    pub origin: String,
}

impl Party {
    /// The party of the address that people type. None where browsers offer no passkeys: an address of numbers, or
    /// one without TLS on another machine. The loopback's own address goes by its name, `localhost`.
    #[must_use]
    pub fn of(base_url: &str) -> Option<Self> {
        let uri: Uri = base_url.parse().ok()?;
        let (scheme, host) = (uri.scheme_str()?, uri.host()?.to_ascii_lowercase());
        let host = match host.trim_matches(['[', ']']).parse::<IpAddr>() {
            Ok(address) if address.is_loopback() => "localhost".to_owned(),
            Ok(_) => return None,
            Err(_) => host,
        };
        let usual = match scheme {
            "https" => 443,
            "http" if host == "localhost" => 80,
            _ => return None,
        };
        let port = uri.port_u16().filter(|port| *port != usual);
        let port = port.map(|port| format!(":{port}")).unwrap_or_default();
        Some(Self { origin: format!("{scheme}://{host}{port}"), id: host })
    }
}

#[cfg(test)]
mod tests {
    use super::Party;

    #[test]
    fn the_party_is_the_configured_address_where_browsers_allow_it() {
        for (address, id, origin) in [
            ("https://haqqi.example", "haqqi.example", "https://haqqi.example"),
            ("https://Haqqi.Example:443/x", "haqqi.example", "https://haqqi.example"),
            ("https://haqqi.example:8443", "haqqi.example", "https://haqqi.example:8443"),
            ("http://localhost:8080", "localhost", "http://localhost:8080"),
            ("http://127.0.0.1:8080", "localhost", "http://localhost:8080"),
            ("http://[::1]", "localhost", "http://localhost"),
        ] {
            let party = Party::of(address);
            assert_eq!(party, Some(Party { id: id.to_owned(), origin: origin.to_owned() }), "{address}");
        }
        for none in
            ["http://haqqi.example", "https://192.0.2.1", "https://[2001:db8::1]", "haqqi.example", ""]
        {
            assert_eq!(Party::of(none), None, "{none}");
        }
    }
}
