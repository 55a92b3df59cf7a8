//! What answers cost, measured inside one process on a store in memory: `cargo xtask bench answers`, `... archive`,
//! `... guessing` and `... school` run it and show the table. Prints one JSON line for each figure: `{"what": ..., "ours": ..., "unit": ...}`.

mod answers;
mod archive;
mod around;
mod guessing;
mod school;
mod sorting_day;
mod visitor;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    match std::env::args().nth(1).as_deref() {
        Some("archive") => archive::measure().await,
        Some("guessing") => guessing::measure().await,
        Some("school") => {
            school::measure().await;
            sorting_day::measure().await;
        }
        _ => answers::measure().await,
    }
}
