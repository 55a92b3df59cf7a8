//! The browser's half of the program, ready to be embedded: `target/site/pkg/NAME-HASH.EXT` with a brotli and a gzip
//! copy of each, `target/site/public/*` as it is, and `target/site/site.json`, which tells the server the names.

use std::{
    collections::BTreeSet,
    fmt::Write as _,
    fs,
    io::Write as _,
    path::{Path, PathBuf},
};

use serde_json::json;

use crate::{
    client,
    run::{Result, hash, path, say},
    style,
};

const FONT: &str = "public/fonts/eb-garamond-latin.woff2";

/// Builds what has changed; the folder holds nothing else afterwards. Answers with the number of the compiler's warnings.
pub fn build() -> Result<usize> {
    let mut pkg = Pkg::open()?;
    let font = pkg.add_file(&path(FONT))?;
    let mut names = json!({ "font": font });
    let bundles = client::build()?;
    for bundle in &bundles {
        let wasm = pkg.add(bundle.name, "wasm", &fs::read(&bundle.wasm)?)?;
        let js = pkg.add(bundle.name, "js", &fs::read(&bundle.js)?)?;
        names[bundle.name] = json!({ "js": js, "wasm": wasm });
        if client::SIDES.contains(&bundle.name) {
            let css = style::build(bundle.name, |file| pkg.add_file(file))?;
            names[bundle.name]["css"] = pkg.add(bundle.name, "css", css.as_bytes())?.into();
        }
    }
    pkg.sweep()?;
    public()?;
    write(&path("target/site/site.json"), names.to_string().as_bytes())?;
    Ok(bundles.iter().map(|bundle| bundle.warnings).sum())
}

/// The folder of hashed files and what belongs there.
struct Pkg {
    folder: PathBuf,
    keep: BTreeSet<PathBuf>,
}

impl Pkg {
    fn open() -> Result<Self> {
        let folder = path("target/site/pkg");
        fs::create_dir_all(&folder)?;
        Ok(Self { folder, keep: BTreeSet::new() })
    }

    /// Adds a file under its own name; answers with its address.
    fn add_file(&mut self, file: &Path) -> Result<String> {
        let bytes = fs::read(file).map_err(|why| format!("{}: {why}", file.display()))?;
        let part = |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
        self.add(&part(file.file_stem()), &part(file.extension()), &bytes)
    }

    /// Adds bytes as `NAME-HASH.EXT`, with compressed copies where they pay; answers with their address.
    fn add(&mut self, name: &str, extension: &str, bytes: &[u8]) -> Result<String> {
        let name = format!("{name}-{}.{extension}", hash(bytes, 12));
        let plain = self.folder.join(&name);
        let copies = if extension == "woff2" { &[][..] } else { &["br", "gz"][..] };
        let copy = |kind: &str| self.folder.join(format!("{name}.{kind}"));
        if !plain.is_file() || !copies.iter().all(|kind| copy(kind).is_file()) {
            let mut sizes = format!("{name}: {} bytes", bytes.len());
            for kind in copies {
                let smaller = if *kind == "br" { brotli(bytes)? } else { gzip(bytes)? };
                let _ = write!(sizes, ", {kind} {}", smaller.len());
                fs::write(copy(kind), smaller)?;
            }
            fs::write(&plain, bytes)?;
            say(sizes);
        }
        let copies: Vec<_> = copies.iter().map(|kind| copy(kind)).collect();
        self.keep.extend(copies);
        self.keep.insert(plain);
        Ok(format!("/pkg/{name}"))
    }

    /// Removes the files of earlier builds.
    fn sweep(&self) -> Result<()> {
        for file in fs::read_dir(&self.folder)? {
            let file = file?.path();
            if !self.keep.contains(&file) {
                fs::remove_file(file)?;
            }
        }
        Ok(())
    }
}

/// Copies the files that keep their names: those that stand in `public/` itself.
fn public() -> Result<()> {
    let folder = path("target/site/public");
    fs::create_dir_all(&folder)?;
    for file in fs::read_dir(&folder)? {
        let file = file?;
        if !path("public").join(file.file_name()).is_file() {
            fs::remove_file(file.path())?;
        }
    }
    for file in fs::read_dir(path("public"))? {
        let file = file?.path();
        if let (true, Some(name)) = (file.is_file(), file.file_name()) {
            write(&folder.join(name), &fs::read(&file)?)?;
        }
    }
    Ok(())
}

/// Writes only what differs, so that the server is not compiled again for nothing.
fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    if fs::read(file).is_ok_and(|old| old == bytes) { Ok(()) } else { Ok(fs::write(file, bytes)?) }
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut out, &params)?;
    Ok(out)
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}
