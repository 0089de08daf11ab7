//! Calls to the provider: by TLS (or in the open to this machine alone), no redirects, with limits of time and length.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use axum::http::{Method, StatusCode, Uri, header};
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Bytes;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore, crypto};

/// How long a whole call may take: somebody waits at the page.
const LONGEST_CALL: Duration = Duration::from_secs(8);
/// Longest answer that is read.
const LONGEST_ANSWER: usize = 256 * 1024;

/// Whoever calls.
#[derive(Clone)]
pub(super) struct Caller {
    tls: TlsConnector,
}

/// What is sent: nothing, or a form with our name and secret.
pub(super) struct Sent {
    pub(super) form: String,
    pub(super) authorization: Option<String>,
}

fn is_here(host: &str) -> bool {
    host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// An address at the provider: its parts, and whether by TLS.
struct Place {
    host: String,
    port: u16,
    tls: bool,
    uri: Uri,
}

fn place(url: &str) -> Result<Place, String> {
    let uri: Uri = url.parse().map_err(|_| format!("{url} is no address"))?;
    let host = uri.host().ok_or_else(|| format!("{url} names no host"))?;
    let host = host.trim_matches(['[', ']']).to_owned();
    let tls = match uri.scheme_str() {
        Some("https") => true,
        Some("http") if is_here(&host) => false,
        _ => return Err(format!("{url} is not https")),
    };
    let port = uri.port_u16().unwrap_or(if tls { 443 } else { 80 });
    Ok(Place { host, port, tls, uri })
}

/// Whether calls and people may be sent to this address.
///
/// # Errors
/// A line that says why not.
pub(super) fn may_be_called(url: &str) -> Result<(), String> {
    place(url).map(|_| ())
}

impl Caller {
    /// A caller that trusts the usual authorities, or those of a file alone.
    ///
    /// # Errors
    /// A line that says what is wrong with the file.
    pub(super) fn new(authorities: Option<&Path>) -> Result<Self, String> {
        let mut roots = RootCertStore::empty();
        match authorities {
            None => roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned()),
            Some(file) => {
                let unusable = |why: String| format!("provider.ca_file {}: {why}", file.display());
                let all = CertificateDer::pem_file_iter(file).map_err(|e| unusable(e.to_string()))?;
                for one in all {
                    let one = one.map_err(|e| unusable(e.to_string()))?;
                    roots.add(one).map_err(|e| unusable(e.to_string()))?;
                }
                if roots.is_empty() {
                    return Err(unusable("it holds no certificate".to_owned()));
                }
            }
        }
        let config = ClientConfig::builder_with_provider(Arc::new(crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|e| e.to_string())?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Ok(Self { tls: TlsConnector::from(Arc::new(config)) })
    }

    /// Asks for a document, or sends a form; gives the body of an answer that is well.
    ///
    /// # Errors
    /// A line that says what went wrong; it holds nothing that was sent or came back.
    pub(super) async fn call(&self, url: &str, sent: Option<Sent>) -> Result<Bytes, String> {
        let place = place(url)?;
        let host = place.host.clone();
        let whole = async {
            let tcp = TcpStream::connect((host.as_str(), place.port))
                .await
                .map_err(|e| format!("not reached: {}", e.kind()))?;
            if !place.tls {
                return speak(tcp, &place, sent).await;
            }
            let name = ServerName::try_from(host.clone()).map_err(|_| "not a host's name".to_owned())?;
            let stream = self.tls.connect(name, tcp).await.map_err(|e| format!("TLS: {e}"))?;
            speak(stream, &place, sent).await
        };
        timeout(LONGEST_CALL, whole).await.map_err(|_| "no answer in time".to_owned())?
    }
}

async fn speak<S>(stream: S, place: &Place, sent: Option<Sent>) -> Result<Bytes, String>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let path = place.uri.path_and_query().map_or("/", |path| path.as_str());
    let authority = place.uri.authority().map_or(place.host.as_str(), |authority| authority.as_str());
    let mut request = hyper::Request::builder()
        .uri(path)
        .header(header::HOST, authority)
        .header(header::ACCEPT, "application/json");
    let body = match sent {
        None => Bytes::new(),
        Some(sent) => {
            request = request.method(Method::POST);
            request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
            if let Some(authorization) = sent.authorization {
                request = request.header(header::AUTHORIZATION, authorization);
            }
            Bytes::from(sent.form)
        }
    };
    let request = request.body(Full::new(body)).map_err(|_| "a header cannot be sent".to_owned())?;
    let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream))
        .await
        .map_err(|_| "no HTTP".to_owned())?;
    let driver = tokio::spawn(connection);
    let answer = async {
        let response = sender.send_request(request).await.map_err(|_| "the connection broke".to_owned())?;
        // A redirect is no answer: it is not followed.
        if response.status() != StatusCode::OK {
            return Err(format!("status {}", response.status().as_u16()));
        }
        let body = Limited::new(response.into_body(), LONGEST_ANSWER).collect().await;
        body.map(|body| body.to_bytes()).map_err(|_| "the answer broke off, or is too long".to_owned())
    }
    .await;
    driver.abort();
    answer
}

#[cfg(test)]
mod tests {
    use super::may_be_called;

    #[test]
    fn nothing_goes_in_the_open_to_another_machine() {
        for good in
            ["https://login.example/x", "http://127.0.0.1:4411/", "http://localhost/", "http://[::1]:1"]
        {
            assert_eq!(may_be_called(good), Ok(()), "{good}");
        }
        for bad in
            ["http://login.example/", "http://10.0.0.1/", "ftp://localhost/", "login.example", "/x", ""]
        {
            assert!(may_be_called(bad).is_err(), "{bad}");
        }
    }
}
