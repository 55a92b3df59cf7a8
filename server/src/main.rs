//! `passepartout`: the whole program in one file.

use std::process::ExitCode;

use clap::Parser;
use server::clock::Clock;
use server::config::Config;
use server::images;
use server::operator::{MemberCommand, OperatorCommand, StudioCommand};
use server::serve::{Start, Told, serve};
use server::sheets;
use tracing_subscriber::EnvFilter;

/// Deliver photographs privately, by codes.
#[derive(Parser)]
#[command(version)]
enum Command {
    /// Run the server.
    Serve(Config),
    /// Run the server with a studio to try everything on: galleries, codes and links, made when the data folder is empty.
    Demo(Config),
    /// Help a member who cannot help themself. It may run beside the server.
    #[command(subcommand)]
    Member(MemberCommand),
    /// Allow or forbid a studio something. It may run beside the server.
    #[command(subcommand)]
    Studio(StudioCommand),
    /// Open the operator's page in a browser, where studios are allowed or forbidden the same. It may run beside the server.
    #[command(subcommand)]
    Operator(OperatorCommand),
    /// Decode one photograph from standard input. Started by the server, in a cage of its own.
    #[command(hide = true)]
    Render,
    /// The same for a studio's logo.
    #[command(hide = true)]
    RenderLogo,
    /// Read one workbook from standard input. Started by the server, in a cage of its own.
    #[command(hide = true)]
    ReadSheet,
}

fn main() -> ExitCode {
    let command = Command::parse();
    match command {
        Command::Render => return images::child::main(),
        Command::RenderLogo => return images::child::logo_main(),
        Command::ReadSheet => return sheets::child::main(),
        Command::Serve(_) | Command::Demo(_) | Command::Member(_) | Command::Studio(_) | Command::Operator(_) => {}
    }
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    match server::process::settle().map_err(Into::into).and_then(|()| run(command)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!("{error}");
            ExitCode::FAILURE
        }
    }
}

#[tokio::main]
async fn run(command: Command) -> Result<(), Box<dyn std::error::Error>> {
    match command {
        Command::Serve(config) => serve(config, Clock::System, Start::Empty, tell).await?,
        Command::Demo(config) => serve(config, Clock::System, Start::Demo, tell).await?,
        Command::Member(command) => print(&command.run(Clock::System.now()).await?),
        Command::Studio(command) => print(&command.run(Clock::System.now()).await?),
        Command::Operator(command) => print(&command.run(Clock::System.now()).await?),
        Command::Render | Command::RenderLogo | Command::ReadSheet => {}
    }
    Ok(())
}

/// What a person has to read on the terminal.
fn tell(told: &Told) {
    let Told { public_url, first_run_token, demo } = told;
    match first_run_token {
        Some(token) => print(&format!("Open {public_url}/first-run and type this token: {token}")),
        None => print(&format!("Open {public_url}\n{demo}")),
    }
}

#[expect(clippy::print_stdout, reason = "this is what the terminal is for")]
fn print(text: &str) {
    println!("{text}");
}
