//! One HTTP request at a time, with one thing that no usual client tells: whether the other side can have seen it.

use std::sync::Arc;
use std::time::Duration;

use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Bytes;
use hyper::header::HOST;
use hyper::{Method, Uri};
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore, crypto};

/// How long a connection may take.
const TO_CONNECT: Duration = Duration::from_secs(5);
/// How long an answer may take.
const TO_ANSWER: Duration = Duration::from_secs(20);
/// Longest answer that is read.
const LONGEST_ANSWER: usize = 64 * 1024;

/// Headers and body of a POST.
pub(crate) struct Request {
    pub headers: Vec<(&'static str, String)>,
    pub body: Vec<u8>,
}

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PostError {
    /// Nothing was sent.
    NotReached(String),
    /// It was sent, or some of it, and nobody knows what became of it.
    NoAnswer(String),
}

/// Where requests go.
pub(crate) struct Caller {
    uri: Uri,
    host: String,
    port: u16,
    tls: Option<TlsConnector>,
}

/// Whether a host is this machine.
fn is_here(host: &str) -> bool {
    host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

fn connector() -> Result<TlsConnector, String> {
    let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    let config = ClientConfig::builder_with_provider(Arc::new(crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|e| e.to_string())?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(TlsConnector::from(Arc::new(config)))
}

impl Caller {
    /// Somebody who posts to this address.
    pub(crate) fn new(url: &str) -> Result<Self, String> {
        let uri: Uri = url.parse().map_err(|_| "not an address".to_owned())?;
        let host = uri.host().ok_or("it names no host")?.trim_matches(['[', ']']).to_owned();
        let tls = match uri.scheme_str() {
            Some("https") => Some(connector()?),
            Some("http") if is_here(&host) => None,
            Some("http") => {
                return Err("numbers would travel in the open: use https for another machine".to_owned());
            }
            _ => return Err("it begins neither with http nor with https".to_owned()),
        };
        let port = uri.port_u16().unwrap_or(if tls.is_some() { 443 } else { 80 });
        Ok(Self { uri, host, port, tls })
    }

    /// Posts once. Gives status and body of the answer.
    pub(crate) async fn post(&self, request: &Request) -> Result<(u16, Vec<u8>), PostError> {
        let not_reached = |why: &str| PostError::NotReached(why.to_owned());
        let tcp = timeout(TO_CONNECT, TcpStream::connect((self.host.as_str(), self.port)));
        let tcp = tcp
            .await
            .map_err(|_| not_reached("no connection in time"))?
            .map_err(|e| not_reached(&e.kind().to_string()))?;
        match &self.tls {
            None => self.speak(tcp, request).await,
            Some(tls) => {
                let name =
                    ServerName::try_from(self.host.clone()).map_err(|_| not_reached("not a host's name"))?;
                let stream = timeout(TO_CONNECT, tls.connect(name, tcp));
                let stream = stream
                    .await
                    .map_err(|_| not_reached("no TLS in time"))?
                    .map_err(|e| not_reached(&format!("TLS: {}", e.kind())))?;
                self.speak(stream, request).await
            }
        }
    }

    async fn speak<S>(&self, stream: S, request: &Request) -> Result<(u16, Vec<u8>), PostError>
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        let mut built = hyper::Request::builder()
            .method(Method::POST)
            .uri(self.uri.path_and_query().map_or("/", |path| path.as_str()))
            .header(HOST, format!("{}:{}", self.host, self.port));
        for (name, value) in &request.headers {
            built = built.header(*name, value);
        }
        let built = built
            .body(Full::new(Bytes::from(request.body.clone())))
            .map_err(|_| PostError::NotReached("a header cannot be sent".to_owned()))?;
        let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream))
            .await
            .map_err(|_| PostError::NotReached("no HTTP".to_owned()))?;
        let driver = tokio::spawn(connection);
        let answer = timeout(TO_ANSWER, async {
            let response = sender.send_request(built).await.map_err(|_| "the connection broke")?;
            let status = response.status().as_u16();
            let body = Limited::new(response.into_body(), LONGEST_ANSWER).collect().await;
            // The status is the answer; a body that breaks off takes nothing from it.
            Ok::<_, &str>((status, body.map(|body| body.to_bytes().to_vec()).unwrap_or_default()))
        })
        .await;
        driver.abort();
        match answer {
            Ok(Ok(answer)) => Ok(answer),
            Ok(Err(why)) => Err(PostError::NoAnswer(why.to_owned())),
            Err(_) => Err(PostError::NoAnswer("no answer in time".to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_never_travel_in_the_open() {
        for here in ["http://127.0.0.1:13013/cgi-bin/sendsms", "http://localhost:1/x", "http://[::1]:2/"] {
            assert!(Caller::new(here).is_ok(), "{here}");
        }
        assert!(Caller::new("https://sms.example/sendsms").is_ok());
        for open in ["http://sms.example/sendsms", "http://10.0.0.1/", "ftp://127.0.0.1/", "sms.example", ""]
        {
            assert!(Caller::new(open).is_err(), "{open}");
        }
    }
}
