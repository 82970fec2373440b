//! `snapshot serve`: shows a built site on this machine alone, to be looked at before it is published.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use tokio::net::TcpListener;
use tower_http::services::{ServeDir, ServeFile};
use tower_http::set_header::SetResponseHeaderLayer;

use super::folders::Folder;
use super::output;
use super::problem::{Problem, Report, io_reason};

/// サイトをこのパソコンだけで開いて、公開する前に見る。
#[derive(clap::Args, Debug)]
pub struct Args {
    /// サイトのフォルダー（index.html のあるところ）
    #[arg(long, value_name = "DIR")]
    pub dist: PathBuf,
    /// アドレスのポート番号。0 なら空いているもの
    #[arg(long, value_name = "N", default_value_t = 8080)]
    pub port: u16,
}

/// Serves until the program is stopped.
pub fn run(args: &Args, report: &mut Report) {
    if !Folder::Site.required(&args.dist, report) {
        return;
    }
    if let Err(error) = serve(args, report) {
        let port = args.port;
        let problem = Problem::new(
            format!("http://127.0.0.1:{port}/"),
            format!("サイトを開けません。{}。", io_reason(&error)),
        );
        report.add(problem.advice(match error.kind() {
            io::ErrorKind::AddrInUse => "ほかのプログラムがこのポートを使っています。--port 8081 のように、別の番号を指定してください。",
            _ => "--port で別の番号を指定してみてください。",
        }));
    }
}

fn serve(args: &Args, report: &mut Report) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
    runtime.block_on(async {
        // Only this machine may see what is not published yet.
        let listener = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, args.port))).await?;
        let address = listener.local_addr()?;
        output::print(
            format_args!(
                "http://{address}/ をブラウザーで開いてください。止めるには Ctrl と C を同時に押します。\n"
            ),
            report,
        );
        axum::serve(listener, site(&args.dist)).await
    })
}

/// Gives the site as hosts send it: folders by their pages, what is not there by `404.html`.
fn site(dist: &Path) -> Router {
    let files = ServeDir::new(dist).not_found_service(ServeFile::new(dist.join("404.html")));
    // Data that have just been made anew must not come from the browser's memory.
    let fresh = SetResponseHeaderLayer::overriding(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    Router::new().fallback_service(files).layer(fresh)
}
