//! Photographs to their sizes: the program's own child process beside sharp and vipsthumbnail. The photographs are those
//! of the folder `BENCH_PHOTOS` (the design's bounds are for JPEGs of 24 megapixels), else the demo studio's, where no
//! bound is set. `docs/images.md` has the results and what was tried.
#![expect(clippy::cast_precision_loss, reason = "photographs and bytes are far fewer than 2^52")]

use std::{
    fs,
    io::{Read as _, Write as _},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::atomic::{AtomicUsize, Ordering},
    thread,
    time::Instant,
};

use serde_json::Value;

use super::{Limit, Row};
use crate::{
    run::{Result, has, path, program, quiet, run, say},
    serve, site,
};

const PEER: &str = "xtask/src/bench/images/peer.mjs";
const SHARP: &str = "sharp@0.35.5";
const SIDES: [(&str, &str); 3] = [("l", "2560"), ("m", "1600"), ("s", "400")];

/// CPU, memory, throughput, bytes and likeness.
pub fn measure() -> Result<Vec<Row>> {
    let chosen = std::env::var_os("BENCH_PHOTOS").map(PathBuf::from);
    let bounded = |limit: Limit| chosen.is_some().then_some(limit);
    let photos = photos(&chosen.clone().unwrap_or_else(|| path("server/demo")))?;
    site::build()?;
    let binary = serve::server(true)?;
    let folder = path("target/tools/bench");
    let (ours, theirs) = (folder.join("ours"), folder.join("theirs"));
    for folder in [&ours, &theirs] {
        fs::create_dir_all(folder)?;
    }
    let sharp = sharp(&folder);
    let vips = has("vipsthumbnail");
    if !vips {
        say("vipsthumbnail is not here: no comparison with it (Debian: libvips-tools)");
    }

    // In turns, so that a busy minute hits all of them.
    let (mut our_cpu, mut sharp_cpu, mut vips_cpu, mut memory) = (0.0, 0.0, 0.0, 0.0_f64);
    for _ in 0..ROUNDS {
        our_cpu += cpu_of(|| {
            for photo in &photos {
                memory = memory.max(render(&binary, photo, &ours)?);
            }
            Ok(())
        })?;
        if sharp {
            sharp_cpu += cpu_of(|| peer(&folder, "make", &[&theirs], &photos).map(drop))?;
        }
        if vips {
            vips_cpu += cpu_of(|| photos.iter().try_for_each(|photo| vipsthumbnail(photo, &folder)))?;
        }
    }
    let each = |seconds: f64| seconds * 1000.0 / (photos.len() * ROUNDS) as f64;
    let mut rows = vec![Row {
        what: "a JPEG to 2560, 1600 and 400 px, CPU".to_owned(),
        ours: each(our_cpu),
        unit: "ms",
        peer: sharp.then_some(("sharp", each(sharp_cpu))),
        limit: bounded(Limit::AtMost(200.0)),
    }];
    let ratio = |name: &str, theirs: f64, limit: f64| Row {
        what: format!("the same, {name} = 1"),
        ours: our_cpu / theirs,
        unit: "",
        peer: None,
        limit: bounded(Limit::AtMost(limit)),
    };
    rows.extend(sharp.then(|| ratio("sharp", sharp_cpu, 0.65)));
    rows.extend(vips.then(|| ratio("three vipsthumbnail calls", vips_cpu, 0.25)));
    let limit = bounded(Limit::AtMost(200.0));
    rows.push(Row { what: "memory of the child, peak".to_owned(), ours: memory, unit: "MB", peer: None, limit });
    let limit = bounded(Limit::AtLeast(9.0));
    let rate = rate(&binary, &photos, &ours)?;
    rows.push(Row { what: "a child for every core".to_owned(), ours: rate, unit: "photos/s", peer: None, limit });
    if sharp {
        rows.extend(quality(&folder, &ours, &theirs, &photos, chosen.is_some())?);
    }
    Ok(rows)
}

const ROUNDS: usize = 3;

fn photos(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|why| format!("{}: {why}", folder.display()))?;
    let mut photos: Vec<_> = entries.map(|entry| entry.map(|entry| entry.path())).collect::<std::io::Result<_>>()?;
    photos.retain(|photo| photo.extension().is_some_and(|ending| ending == "jpg"));
    photos.sort();
    if photos.is_empty() { Err(format!("{}: no .jpg", folder.display()).into()) } else { Ok(photos) }
}

/// One child as the server starts it; keeps its sizes as `NAME_l.jpg` and so on. Answers with its peak memory in MB.
fn render(binary: &str, photo: &Path, folder: &Path) -> Result<f64> {
    let original = fs::read(photo)?;
    let mut command = Command::new(binary);
    command.arg("render").env_clear().stdin(Stdio::piped()).stdout(Stdio::piped());
    command.envs(["MALLOC_MMAP_THRESHOLD_", "MALLOC_TRIM_THRESHOLD_"].map(|name| (name, "1073741824")));
    let mut child = command.spawn()?;
    let mut input = child.stdin.take().ok_or("the child's input is piped")?;
    // No look for cards, then the length.
    input.write_all(&[0])?;
    input.write_all(&(original.len() as u64).to_le_bytes())?;
    input.write_all(&original)?;
    let mut output = child.stdout.take().ok_or("the child's output is piped")?;
    let mut len = [0; 4];
    output.read_exact(&mut len)?;
    // All work is done, and the sizes do not fit the pipe: it still waits.
    let memory = peak(child.id());
    let mut answer = Vec::new();
    output.read_to_end(&mut answer)?;
    child.wait()?;
    let (header, mut sizes) = answer.split_at(u32::from_le_bytes(len) as usize);
    let header: Value = serde_json::from_slice(header)?;
    let name = photo.file_stem().unwrap_or_default().to_string_lossy();
    for size in header["made"]["sizes"].as_array().ok_or_else(|| format!("{name}: {header}"))? {
        let (jpeg, rest) = sizes.split_at(usize::try_from(size[1].as_u64().unwrap_or_default())?);
        fs::write(folder.join(format!("{name}_{}.jpg", size[0].as_str().unwrap_or_default())), jpeg)?;
        sizes = rest;
    }
    Ok(memory)
}

fn peak(process: u32) -> f64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<f64>().ok()).unwrap_or_default() / 1000.0
}

/// Photographs in a second with as many children at a time as there are cores, starts and pipes included.
fn rate(binary: &str, photos: &[PathBuf], folder: &Path) -> Result<f64> {
    let count = photos.len().max(24);
    let next = AtomicUsize::new(0);
    let begun = Instant::now();
    thread::scope(|scope| {
        let workers: Vec<_> = (0..thread::available_parallelism().map_or(1, usize::from))
            .map(|_| {
                scope.spawn(|| {
                    loop {
                        let at = next.fetch_add(1, Ordering::Relaxed);
                        if at >= count {
                            return Ok(());
                        }
                        render(binary, &photos[at % photos.len()], folder).map_err(|why| why.to_string())?;
                    }
                })
            })
            .collect();
        workers.into_iter().try_for_each(|worker| worker.join().unwrap_or_else(|_| Err("a worker panicked".to_owned())))
    })?;
    Ok(count as f64 / begun.elapsed().as_secs_f64())
}

/// Seconds of CPU that `work` takes, this process and its children together.
fn cpu_of(work: impl FnOnce() -> Result<()>) -> Result<f64> {
    let spent = || -> Result<f64> {
        let stat = fs::read_to_string("/proc/self/stat")?;
        // Behind the name in brackets: user and system time of this process and of its ended children, in 1/100 s.
        let fields: Vec<_> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
        Ok(fields[11..15].iter().filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0)
    };
    let before = spent()?;
    work()?;
    Ok(spent()? - before)
}

/// Whether sharp is there, after trying to get it.
fn sharp(folder: &Path) -> bool {
    let there = folder.join("node_modules/sharp").is_dir() || {
        say(format!("npm installs {SHARP} into target/tools/bench, to compare with"));
        quiet(program("npm", &["install", "--silent", "--prefix"]).arg(folder).arg(SHARP)).is_some()
    };
    if !there {
        say("sharp is not to be had: no comparison with it");
    }
    there
}

fn peer(folder: &Path, word: &str, folders: &[&Path], photos: &[PathBuf]) -> Result<String> {
    let mut command = Command::new("node");
    command.arg(path(PEER)).arg(word).args(folders).args(photos).current_dir(folder);
    quiet(&mut command).ok_or_else(|| format!("{PEER} {word} failed").into())
}

/// The usual way with it: a call for each size.
fn vipsthumbnail(photo: &Path, folder: &Path) -> Result<()> {
    SIDES.iter().try_for_each(|(_, side)| {
        let mut command = Command::new("vipsthumbnail");
        run(command.arg(photo).args(["-s", side, "-o"]).arg(folder.join("vips_%s.jpg[Q=82]")))
    })
}

/// Bytes and SSIM of each size, ours and sharp's.
fn quality(folder: &Path, ours: &Path, theirs: &Path, photos: &[PathBuf], bounded: bool) -> Result<Vec<Row>> {
    let likeness: Value = serde_json::from_str(&peer(folder, "compare", &[ours, theirs], photos)?)?;
    let mut rows = Vec::new();
    for (size, side) in SIDES {
        let bytes = |folder: &Path| -> Result<f64> {
            let mut sum = 0;
            for photo in photos {
                let name = photo.file_stem().unwrap_or_default().to_string_lossy();
                sum += fs::metadata(folder.join(format!("{name}_{size}.jpg")))?.len();
            }
            Ok(sum as f64 / 1000.0 / photos.len() as f64)
        };
        let (our_bytes, their_bytes) = (bytes(ours)?, bytes(theirs)?);
        let ssim = |at: usize| likeness[size][at].as_f64().ok_or("no SSIM");
        rows.push(Row {
            what: format!("{side} px, bytes"),
            ours: our_bytes,
            unit: "kB",
            peer: Some(("sharp", their_bytes)),
            limit: bounded.then_some(Limit::AtMost(their_bytes * 1.01)),
        });
        rows.push(Row {
            what: format!("{side} px, SSIM"),
            ours: ssim(0)?,
            unit: "",
            peer: Some(("sharp", ssim(1)?)),
            limit: bounded.then_some(Limit::AtLeast(ssim(1)?)),
        });
    }
    Ok(rows)
}
