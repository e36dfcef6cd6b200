//! The server itself: who may ask, what is answered, and how it ends. It knows paths and bytes, and
//! nothing of a site.

use std::convert::Infallible;
use std::io;
use std::net::{IpAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::{Query, Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_TYPE, ETAG, HOST, IF_NONE_MATCH, LOCATION, ORIGIN,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::{self, Next};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use serde::Deserialize;
use serde_json::json;
use tokio::sync::Semaphore;
use tokio::task::JoinError;
use tokio_stream::wrappers::BroadcastStream;
use tokio_stream::{Stream, StreamExt};
use tower::ServiceExt;
use tower_http::services::ServeFile;

use super::failure::Step;
use super::live::{Answer, Live, Message, etag};
use super::script;

/// Where the script asks what a page is like.
const STATE: &str = "/__pakt/state";

/// The most connections at one time; six from each of many windows.
const MOST_CONNECTIONS: usize = 512;

/// How long a client may take to send its request's head.
const HEAD_TIME: Duration = Duration::from_secs(10);

/// How long open connections may take to end, in which browsers are told why.
const ENDING: Duration = Duration::from_millis(300);

/// How often a silent event stream proves that it is alive.
const ALIVE: Duration = Duration::from_secs(15);

/// The longest body of a request, in bytes: `on` or `off`.
const LONGEST_BODY: usize = 16;

/// Serves until Ctrl-C, or until live mode falls.
pub(super) fn run(listener: TcpListener, live: Arc<Live>) -> io::Result<()> {
    listener.set_nonblocking(true)?;
    let hosts = Arc::new(Hosts {
        named: live.options.host.clone(),
        is_open: live.options.address.is_unspecified(),
    });
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    let router = router(Arc::clone(&live), hosts);
    let ended = runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        tokio::select! {
            () = accept(listener, router) => Ok(()),
            ended = tokio::signal::ctrl_c() => ended,
            () = fall(&live) => Ok(()),
        }
    });
    runtime.shutdown_timeout(ENDING);
    ended
}

/// Waits until live mode falls and browsers have been told why.
async fn fall(live: &Live) {
    live.fall.notified().await;
    tokio::time::sleep(ENDING).await;
}

async fn accept(listener: tokio::net::TcpListener, router: Router) {
    let places = Arc::new(Semaphore::new(MOST_CONNECTIONS));
    loop {
        let Ok(place) = Arc::clone(&places).acquire_owned().await else {
            return;
        };
        // A connection that is gone before it is taken is no reason to end.
        let Ok((stream, _)) = listener.accept().await else {
            continue;
        };
        let _ = stream.set_nodelay(true);
        let service = TowerToHyperService::new(router.clone());
        tokio::spawn(async move {
            let connection = hyper::server::conn::http1::Builder::new()
                .timer(TokioTimer::new())
                .header_read_timeout(HEAD_TIME)
                .serve_connection(TokioIo::new(stream), service);
            let _ = connection.await;
            drop(place);
        });
    }
}

fn router(live: Arc<Live>, hosts: Arc<Hosts>) -> Router {
    Router::new()
        .route("/__pakt/live.js", get(live_script))
        .route("/__pakt/events", get(events))
        .route(STATE, get(state))
        .route("/__pakt/drafts", post(drafts))
        .fallback(page)
        .layer(middleware::from_fn_with_state(Arc::clone(&live), watched))
        .layer(middleware::from_fn_with_state(hosts, guard))
        .with_state(live)
}

/// The names under which the server may be asked.
struct Hosts {
    named: Option<String>,
    /// Whether the server listens on every address, so that each of its own may be used.
    is_open: bool,
}

impl Hosts {
    /// Returns whether a `Host` or the host of an `Origin` is one of ours. A name that somebody
    /// else's name server leads here is not.
    fn knows(&self, host: &str) -> bool {
        let name = match host.strip_prefix('[') {
            Some(rest) => rest.split(']').next().unwrap_or_default(),
            None => host.rsplit_once(':').map_or(host, |(name, _)| name),
        };
        let is_loopback = name.eq_ignore_ascii_case("localhost")
            || name
                .parse::<IpAddr>()
                .is_ok_and(|address| address.is_loopback());
        is_loopback
            || self
                .named
                .as_deref()
                .is_some_and(|named| named.eq_ignore_ascii_case(name))
            || (self.is_open && name.parse::<IpAddr>().is_ok())
    }

    fn allows(&self, headers: &HeaderMap) -> bool {
        let host = headers.get(HOST).and_then(|host| host.to_str().ok());
        let origin = headers.get(ORIGIN).map(|origin| {
            origin
                .to_str()
                .ok()
                .and_then(|origin| origin.split_once("://"))
                .map(|(_, host)| host)
        });
        let same_site = headers
            .get("sec-fetch-site")
            .is_none_or(|site| site != "cross-site");
        let is_ours = |host: Option<&str>| host.is_some_and(|host| self.knows(host));
        is_ours(host) && origin.is_none_or(|origin| origin.is_some() && origin == host) && same_site
    }
}

/// Lets through who may ask, and sees to it that nothing is kept.
async fn guard(State(hosts): State<Arc<Hosts>>, request: Request, next: Next) -> Response {
    // Links from other sites may lead to pages; only what the script uses is for our own pages
    // alone.
    let is_inner = request.uri().path().starts_with("/__pakt/");
    let host = request
        .headers()
        .get(HOST)
        .and_then(|host| host.to_str().ok());
    let is_allowed = if is_inner {
        hosts.allows(request.headers())
    } else {
        host.is_some_and(|host| hosts.knows(host))
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

/// Answers, and watches over the answer: one that panics is the panel with status 500, and all
/// others go on.
async fn watched(State(live): State<Arc<Live>>, request: Request, next: Next) -> Response {
    let version = live.version();
    let is_state = request.uri().path() == STATE;
    let asked = Query::<Asked>::try_from_uri(request.uri())
        .ok()
        .filter(|_| is_state);
    let path = asked.map_or_else(
        || request.uri().path().to_owned(),
        |Query(asked)| asked.path,
    );
    // A task of its own, since the runtime catches the panics of tasks.
    let panic = match tokio::spawn(next.run(request))
        .await
        .map_err(JoinError::try_into_panic)
    {
        Ok(response) => return response,
        // Nothing but the end of the runtime ends an answer otherwise.
        Err(Err(_)) => return StatusCode::SERVICE_UNAVAILABLE.into_response(),
        Err(Ok(panic)) => panic,
    };
    live.doubted(Step::Answer(path), &panic, version);
    if is_state {
        return (
            StatusCode::INTERNAL_SERVER_ERROR,
            Json(live.state_of_failure()),
        )
            .into_response();
    }
    from_memory(
        &HeaderMap::new(),
        500,
        live.panel_of_failure(),
        "panel.html",
        true,
    )
}

async fn live_script(State(live): State<Arc<Live>>) -> impl IntoResponse {
    let words = live.panel_words();
    (
        [(CONTENT_TYPE, "text/javascript; charset=utf-8")],
        script::served(&words),
    )
}

#[derive(Deserialize)]
struct Asked {
    path: String,
}

async fn state(State(live): State<Arc<Live>>, Query(asked): Query<Asked>) -> Response {
    Json(live.state(&asked.path)).into_response()
}

async fn drafts(State(live): State<Arc<Live>>, body: Body) -> StatusCode {
    match axum::body::to_bytes(body, LONGEST_BODY).await.as_deref() {
        Ok(b"on") => live.set_drafts(true),
        Ok(b"off") => live.set_drafts(false),
        _ => return StatusCode::BAD_REQUEST,
    }
    StatusCode::NO_CONTENT
}

async fn events(
    State(live): State<Arc<Live>>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let (messages, told) = (live.subscribe(), Arc::clone(&live));
    // What is told before the stream begins is in the moment.
    let hello = event(
        "hello",
        &json!({ "moment": live.moment(), "session": live.session }),
    );
    let messages = BroadcastStream::new(messages).map(move |message| match message {
        Ok(Message::Change { version, follow }) => {
            event("change", &json!({ "version": version, "follow": follow }))
        }
        Ok(Message::Checked { version }) => event("checked", &json!({ "version": version })),
        Ok(Message::Failed) => event("failed", &told.failures_value()),
        // What was missed is made up for by looking anew.
        Err(_) => event(
            "change",
            &json!({ "version": live.version(), "follow": null }),
        ),
    });
    let stream = tokio_stream::once(hello).chain(messages).map(Ok);
    Sse::new(stream).keep_alive(KeepAlive::new().interval(ALIVE))
}

fn event(name: &str, data: &serde_json::Value) -> Event {
    Event::default().event(name).data(data.to_string())
}

/// Answers with a page or file of the site.
async fn page(State(live): State<Arc<Live>>, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    match live.answer(request.uri().path()) {
        Answer::Redirect(to) => (StatusCode::TEMPORARY_REDIRECT, [(LOCATION, to)]).into_response(),
        Answer::File(path) => match ServeFile::new(path).oneshot(request).await {
            Ok(response) => response.map(Body::new).into_response(),
            Err(never) => match never {},
        },
        Answer::Bytes {
            status,
            bytes,
            path,
            is_html,
        } => from_memory(request.headers(), status, bytes, &path, is_html),
    }
}

fn from_memory(
    headers: &HeaderMap,
    status: u16,
    mut bytes: Vec<u8>,
    path: &str,
    is_html: bool,
) -> Response {
    let tag = etag(&bytes);
    if status == 200
        && headers
            .get(IF_NONE_MATCH)
            .is_some_and(|known| known.to_str().is_ok_and(|known| known == tag))
    {
        return (StatusCode::NOT_MODIFIED, [(ETAG, tag)]).into_response();
    }
    if is_html {
        script::add_to(&mut bytes, &tag);
    }
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (
        status,
        [(CONTENT_TYPE, content_type(path)), (ETAG, tag)],
        Bytes::from(bytes),
    )
        .into_response()
}

fn content_type(path: &str) -> String {
    let kind = mime_guess::from_path(path).first_or_octet_stream();
    let is_text = kind.type_() == mime_guess::mime::TEXT
        || matches!(
            kind.essence_str(),
            "application/json" | "application/xml" | "image/svg+xml"
        );
    if is_text {
        format!("{}; charset=utf-8", kind.essence_str())
    } else {
        kind.essence_str().to_owned()
    }
}
