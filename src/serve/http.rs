//! The HTTP server: connections, access control, and answers as HTTP. It knows paths and bodies but
//! nothing of a site: a function turns requests into answers.

mod hosts;

use std::convert::Infallible;
use std::io;
use std::net::TcpListener;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Query, Request, State};
use axum::http::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE, ETAG, HOST, IF_NONE_MATCH, LOCATION};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::{self, Next};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpStream;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio_stream::{Stream, StreamExt};
use tower::ServiceExt;
use tower_http::services::ServeFile;

pub(super) use hosts::Hosts;

use super::script;
use crate::source::Hash;

/// The prefix of paths that only our own pages may request.
const INNER: &str = "/__pakt/";

/// The most connections at once; six from each of many windows.
const MOST_CONNECTIONS: usize = 512;

/// How long a client may take to send its request's head.
const HEAD_TIME: Duration = Duration::from_secs(10);

/// How long open connections may take to end, while browsers are told why.
const ENDING: Duration = Duration::from_millis(300);

/// How often an idle event stream sends a keep-alive.
const ALIVE: Duration = Duration::from_secs(15);

/// The longest body of a request, in bytes: `on` or `off`.
const LONGEST_BODY: usize = 16;

/// The length of an ETag, in hexadecimal digits.
const TAG_DIGITS: usize = 32;

/// A request from a browser.
pub(super) struct Asked {
    pub(super) path: String,
    /// The names and values of the query, in order.
    pub(super) query: Vec<(String, String)>,
    pub(super) action: Action,
}

/// The method of a request.
pub(super) enum Action {
    /// Look.
    Get,
    /// Send this body; `None` if it is too long.
    Post(Option<Bytes>),
}

/// An answer to a browser.
pub(super) enum Answer {
    /// Bytes of the type that the path's extension implies.
    Bytes {
        status: u16,
        bytes: Vec<u8>,
        path: String,
    },
    /// A page; the script of live mode is added to it.
    Page { status: u16, bytes: Vec<u8> },
    /// A file on the disk.
    File(PathBuf),
    /// A redirect to another address.
    Redirect(String),
    /// A stream of events.
    Events(Events),
    /// A status without a body.
    Status(u16),
    /// A method that the path does not have; the methods that it has (RFC 9110, section 15.5.6).
    NotAllowed(&'static str),
}

/// The methods of paths that are read.
pub(super) const READ: &str = "GET, HEAD";

/// A stream of events.
pub(super) type Events = Pin<Box<dyn Stream<Item = Told> + Send>>;

/// An event as it is sent to browsers.
pub(super) struct Told {
    pub(super) name: &'static str,
    /// JSON.
    pub(super) data: String,
}

/// The function from request to answer.
pub(super) type Answering = Arc<dyn Fn(&Asked) -> Answer + Send + Sync>;

/// Serves until Ctrl-C, or until `end` completes and browsers have been told why.
pub(super) fn run(
    listener: TcpListener,
    hosts: Hosts,
    answering: Answering,
    end: impl Future<Output = ()>,
) -> io::Result<()> {
    listener.set_nonblocking(true)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    let router = Router::new()
        .fallback(respond)
        .layer(middleware::from_fn_with_state(Arc::new(hosts), guard))
        .with_state(answering);
    let end = async {
        end.await;
        tokio::time::sleep(ENDING).await;
    };
    let ended = runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        tokio::select! {
            () = accept(listener, router) => Ok(()),
            ended = tokio::signal::ctrl_c() => ended,
            () = end => Ok(()),
        }
    });
    runtime.shutdown_timeout(ENDING);
    ended
}

/// Returns the ETag of these bytes.
pub(super) fn etag(bytes: &[u8]) -> String {
    format!("\"{:.TAG_DIGITS$}\"", Hash::of(bytes).hex())
}

async fn accept(listener: tokio::net::TcpListener, router: Router) {
    let places = Arc::new(Semaphore::new(MOST_CONNECTIONS));
    loop {
        let Ok(place) = Arc::clone(&places)
            .acquire_owned()
            .await
        else {
            return;
        };
        // A connection that is lost before it is accepted is no reason to stop.
        if let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(connection(stream, router.clone(), place));
        }
    }
}

async fn connection(stream: TcpStream, router: Router, place: OwnedSemaphorePermit) {
    let _ = stream.set_nodelay(true);
    let connection = hyper::server::conn::http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIME)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(router));
    let _ = connection.await;
    drop(place);
}

/// Lets allowed requests through, and prevents caching.
async fn guard(State(hosts): State<Arc<Hosts>>, request: Request, next: Next) -> Response {
    // Other sites may link to pages; what the script uses is only for our own pages.
    let is_allowed = if request
        .uri()
        .path()
        .starts_with(INNER)
    {
        hosts.allows(request.headers())
    } else {
        let host = request.headers().get(HOST);
        host.and_then(|host| host.to_str().ok())
            .is_some_and(|host| hosts.knows(host))
    };
    if !is_allowed {
        return (StatusCode::FORBIDDEN, "403\n").into_response();
    }
    let mut response = next.run(request).await;
    response
        .headers_mut()
        .insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

async fn respond(State(answering): State<Answering>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let Some(asked) = asked(&head, body).await else {
        return not_allowed(READ);
    };
    match answering(&asked) {
        Answer::Bytes {
            status,
            bytes,
            path,
        } => from_memory(&head.headers, status, bytes, &content_type(&path)),
        Answer::Page { status, bytes } => page(&head.headers, status, bytes),
        Answer::File(path) => file(path, Request::from_parts(head, Body::empty())).await,
        Answer::Redirect(to) => (StatusCode::TEMPORARY_REDIRECT, [(LOCATION, to)]).into_response(),
        Answer::Events(events) => stream(events).into_response(),
        Answer::Status(status) => status_of(status).into_response(),
        Answer::NotAllowed(methods) => not_allowed(methods),
    }
}

fn not_allowed(methods: &'static str) -> Response {
    (StatusCode::METHOD_NOT_ALLOWED, [(ALLOW, methods)]).into_response()
}

/// Reads a request; `None` if its method is not supported.
async fn asked(head: &Parts, body: Body) -> Option<Asked> {
    let action = match head.method {
        Method::GET | Method::HEAD => Action::Get,
        Method::POST => Action::Post(
            axum::body::to_bytes(body, LONGEST_BODY)
                .await
                .ok(),
        ),
        _ => return None,
    };
    let query = Query::try_from_uri(&head.uri).map_or_else(|_| Vec::new(), |Query(query)| query);
    Some(Asked {
        path: head.uri.path().to_owned(),
        query,
        action,
    })
}

fn from_memory(headers: &HeaderMap, status: u16, bytes: Vec<u8>, kind: &str) -> Response {
    let tag = etag(&bytes);
    tagged(headers, status, &tag, kind, || bytes)
}

/// Answers with a page. Its ETag is that of the page without the script.
fn page(headers: &HeaderMap, status: u16, mut bytes: Vec<u8>) -> Response {
    let tag = etag(&bytes);
    tagged(headers, status, &tag, "text/html; charset=utf-8", || {
        script::add_to(&mut bytes, &tag);
        bytes
    })
}

fn tagged(
    headers: &HeaderMap,
    status: u16,
    tag: &str,
    kind: &str,
    bytes: impl FnOnce() -> Vec<u8>,
) -> Response {
    let known = headers
        .get(IF_NONE_MATCH)
        .and_then(|tag| tag.to_str().ok());
    if status == 200 && known == Some(tag) {
        return (StatusCode::NOT_MODIFIED, [(ETAG, tag)]).into_response();
    }
    let headers = [(CONTENT_TYPE, kind), (ETAG, tag)];
    (status_of(status), headers, Bytes::from(bytes())).into_response()
}

async fn file(path: PathBuf, request: Request) -> Response {
    match ServeFile::new(path)
        .oneshot(request)
        .await
    {
        Ok(response) => response
            .map(Body::new)
            .into_response(),
        Err(never) => match never {},
    }
}

fn stream(events: Events) -> impl IntoResponse {
    let events = events.map(|told| {
        let event = Event::default()
            .event(told.name)
            .data(told.data);
        Ok::<Event, Infallible>(event)
    });
    Sse::new(events).keep_alive(KeepAlive::new().interval(ALIVE))
}

fn status_of(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

fn content_type(path: &str) -> String {
    let kind = mime_guess::from_path(path).first_or_octet_stream();
    let essence = kind.essence_str();
    let is_text = kind.type_() == mime_guess::mime::TEXT
        || matches!(
            essence,
            "application/json" | "application/xml" | "image/svg+xml"
        );
    if is_text {
        format!("{essence}; charset=utf-8")
    } else {
        essence.to_owned()
    }
}
