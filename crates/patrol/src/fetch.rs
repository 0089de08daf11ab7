//! Fetching a feed from elsewhere: `http` and `https` alone, with limits of length and time, and never from an address of
//! this house's own network: what staff type must not make the server ask its neighbours. The name is looked up once, the
//! addresses are judged, and the very one that was judged is called; each redirect anew.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use axum::http::{StatusCode, Uri, header};
use http_body_util::{BodyExt, Empty, Limited};
use hyper::body::Bytes;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpStream, lookup_host};
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore, crypto};

/// How long a whole fetch may take.
const LONGEST_FETCH: Duration = Duration::from_secs(20);
/// Longest feed, in bytes.
pub(crate) const LONGEST_FEED: usize = 4 * 1024 * 1024;
/// At most so many redirects are followed.
const REDIRECTS: usize = 3;

/// Why nothing was fetched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FetchError {
    /// It is no `http` or `https` address of a usual port.
    #[error("no address of a page")]
    Address,
    /// It is of a network that is not everybody's.
    #[error("an address that is not public")]
    Private,
    /// No such host, or nobody answers there.
    #[error("not reached")]
    NotReached,
    /// The certificate does not hold, or no TLS.
    #[error("no trusted TLS")]
    Tls,
    /// Another answer than the page.
    #[error("status {0}")]
    Status(u16),
    /// It leads on and on.
    #[error("too many redirects")]
    Redirects,
    /// It is longer than 4 MiB, or broke off.
    #[error("too long, or broken off")]
    Long,
    /// It took longer than 20 seconds.
    #[error("no answer in time")]
    Late,
    /// What came is no feed.
    #[error("no feed")]
    NoFeed,
}

impl FetchError {
    /// The code kept in the table and in labels.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Address => "address",
            Self::Private => "private",
            Self::NotReached => "not-reached",
            Self::Tls => "tls",
            Self::Status(_) => "status",
            Self::Redirects => "redirects",
            Self::Long => "long",
            Self::Late => "late",
            Self::NoFeed => "no-feed",
        }
    }
}

/// Whoever fetches.
pub struct Fetcher {
    tls: TlsConnector,
    private: bool,
}

struct Place {
    host: String,
    port: u16,
    tls: bool,
    uri: Uri,
}

/// Whether an address is of a network that is not everybody's: this machine, a private or local network, or one that no
/// page stands in (IANA's special-purpose registries).
#[must_use]
fn is_private(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(four) => four_is_private(four),
        IpAddr::V6(six) => six_is_private(six),
    }
}

fn four_is_private(four: Ipv4Addr) -> bool {
    let [a, b, c, _] = four.octets();
    four.is_private()
        || four.is_loopback()
        || four.is_link_local()
        || four.is_multicast()
        || four.is_documentation()
        || a == 0
        || a >= 240
        || (a == 100 && (64..128).contains(&b))
        || (a == 192 && b == 0 && c == 0)
        || (a == 198 && (18..20).contains(&b))
}

fn six_is_private(six: Ipv6Addr) -> bool {
    let segments = six.segments();
    let [first, second, ..] = segments;
    let inner = |high: u16, low: u16| {
        let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
        four_is_private(Ipv4Addr::new(a, b, c, d))
    };
    if let [0, 0, 0, 0, 0, 0xffff, high, low] | [0x64, 0xff9b, 0, 0, 0, 0, high, low] = segments {
        return inner(high, low);
    }
    if first == 0x2002 {
        return segments.get(2).is_none_or(|low| inner(second, *low));
    }
    // Only 2000::/3 is given out for everybody; of it 2001:db8::/32 is for examples and 2001::/23 for protocols.
    !(0x2000..0x4000).contains(&first) || (first == 0x2001 && (second == 0xdb8 || second < 0x200))
}

impl Fetcher {
    /// One that trusts the usual authorities. `private` lets it call addresses of networks that are not everybody's, and
    /// any port: for an inspectorate whose feeds stand in its own network, and for tests.
    ///
    /// # Errors
    /// A line where TLS cannot be had.
    pub fn new(private: bool) -> Result<Self, String> {
        let mut roots = RootCertStore::empty();
        roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
        let config = ClientConfig::builder_with_provider(Arc::new(crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|error| error.to_string())?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Ok(Self { tls: TlsConnector::from(Arc::new(config)), private })
    }

    fn place(&self, address: &str) -> Result<Place, FetchError> {
        let uri: Uri = address.parse().map_err(|_| FetchError::Address)?;
        let tls = match uri.scheme_str() {
            Some("https") => true,
            Some("http") => false,
            _ => return Err(FetchError::Address),
        };
        let named = uri.authority().is_some_and(|authority| !authority.as_str().contains('@'));
        let host = uri.host().filter(|_| named).ok_or(FetchError::Address)?;
        let host = host.trim_matches(['[', ']']).to_owned();
        let port = uri.port_u16().unwrap_or(if tls { 443 } else { 80 });
        if !self.private && ![80, 443].contains(&port) {
            return Err(FetchError::Address);
        }
        if let Ok(own) = host.parse::<IpAddr>()
            && !self.private
            && is_private(own)
        {
            return Err(FetchError::Private);
        }
        Ok(Place { host, port, tls, uri })
    }

    /// Whether this address may be asked at all, as far as it tells by itself.
    ///
    /// # Errors
    /// [`FetchError::Address`], [`FetchError::Private`].
    pub fn may(&self, address: &str) -> Result<(), FetchError> {
        self.place(address).map(|_| ())
    }

    /// Fetches what stands at an address.
    ///
    /// # Errors
    /// [`FetchError`].
    pub async fn fetch(&self, address: &str) -> Result<Bytes, FetchError> {
        timeout(LONGEST_FETCH, self.follow(address)).await.map_err(|_| FetchError::Late)?
    }

    async fn follow(&self, address: &str) -> Result<Bytes, FetchError> {
        let mut address = address.to_owned();
        for _ in 0..=REDIRECTS {
            let place = self.place(&address)?;
            match self.once(&place).await? {
                Answer::Page(bytes) => return Ok(bytes),
                Answer::Elsewhere(to) => address = joined(&place, &to)?,
            }
        }
        Err(FetchError::Redirects)
    }

    async fn once(&self, place: &Place) -> Result<Answer, FetchError> {
        let found = lookup_host((place.host.as_str(), place.port)).await;
        let all: Vec<SocketAddr> = found.map_err(|_| FetchError::NotReached)?.collect();
        // One that is not public among them tells of a name that is made to lead inside.
        if !self.private && all.iter().any(|one| is_private(one.ip())) {
            return Err(FetchError::Private);
        }
        let mut tcp = None;
        for one in all {
            if let Ok(stream) = TcpStream::connect(one).await {
                tcp = Some(stream);
                break;
            }
        }
        let tcp = tcp.ok_or(FetchError::NotReached)?;
        if !place.tls {
            return speak(tcp, place).await;
        }
        let name = ServerName::try_from(place.host.clone()).map_err(|_| FetchError::Address)?;
        let stream = self.tls.connect(name, tcp).await.map_err(|_| FetchError::Tls)?;
        speak(stream, place).await
    }
}

enum Answer {
    Page(Bytes),
    Elsewhere(String),
}

/// Where a redirect leads.
fn joined(from: &Place, to: &str) -> Result<String, FetchError> {
    if to.starts_with("https://") || to.starts_with("http://") {
        return Ok(to.to_owned());
    }
    let scheme = if from.tls { "https" } else { "http" };
    let authority = from.uri.authority().ok_or(FetchError::Address)?;
    match to {
        _ if to.starts_with("//") => Ok(format!("{scheme}:{to}")),
        _ if to.starts_with('/') => Ok(format!("{scheme}://{authority}{to}")),
        _ => Err(FetchError::Address),
    }
}

async fn speak<S>(stream: S, place: &Place) -> Result<Answer, FetchError>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let path = place.uri.path_and_query().map_or("/", |path| path.as_str());
    let authority = place.uri.authority().map_or(place.host.as_str(), |authority| authority.as_str());
    let request = hyper::Request::builder()
        .uri(path)
        .header(header::HOST, authority)
        .header(header::USER_AGENT, "haqqi")
        .header(
            header::ACCEPT,
            "application/atom+xml, application/rss+xml, application/xml, text/xml, */*;q=0.1",
        )
        // What is compressed may be small on the way and endless when it is opened.
        .header(header::ACCEPT_ENCODING, "identity")
        .body(Empty::<Bytes>::new())
        .map_err(|_| FetchError::Address)?;
    let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream))
        .await
        .map_err(|_| FetchError::NotReached)?;
    let driver = tokio::spawn(connection);
    let answer = async {
        let response = sender.send_request(request).await.map_err(|_| FetchError::NotReached)?;
        let status = response.status();
        if status.is_redirection() {
            let to = response.headers().get(header::LOCATION).and_then(|to| to.to_str().ok());
            return to.map(|to| Answer::Elsewhere(to.to_owned())).ok_or(FetchError::Status(status.as_u16()));
        }
        if status != StatusCode::OK {
            return Err(FetchError::Status(status.as_u16()));
        }
        let body = Limited::new(response.into_body(), LONGEST_FEED).collect().await;
        body.map(|body| Answer::Page(body.to_bytes())).map_err(|_| FetchError::Long)
    }
    .await;
    driver.abort();
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_the_own_network_is_asked() {
        let fetcher = Fetcher::new(false).unwrap();
        for good in ["https://jobs.example/feed", "http://jobs.example/", "https://93.184.215.14/x"] {
            assert_eq!(fetcher.may(good), Ok(()), "{good}");
        }
        for bad in [
            "http://127.0.0.1/",
            "http://10.1.2.3/feed",
            "http://192.168.0.1/",
            "http://172.16.9.9/",
            "http://169.254.169.254/latest",
            "http://100.64.1.1/",
            "http://0.0.0.0/",
            "http://[::1]/",
            "http://[fd00::1]/",
            "http://[fe80::1]/",
            "http://[::ffff:127.0.0.1]/",
            "http://[64:ff9b::a00:1]/",
            "http://[2002:7f00:1::]/",
        ] {
            assert_eq!(fetcher.may(bad), Err(FetchError::Private), "{bad}");
        }
        for bad in [
            "ftp://jobs.example/",
            "file:///etc/passwd",
            "jobs.example/feed",
            "http://jobs.example:22/",
            "http://user@jobs.example/",
            "",
        ] {
            assert_eq!(fetcher.may(bad), Err(FetchError::Address), "{bad}");
        }
        assert_eq!(Fetcher::new(true).unwrap().may("http://127.0.0.1:4411/"), Ok(()));
    }
}
