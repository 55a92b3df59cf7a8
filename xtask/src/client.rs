//! The WASM bundles: compiled, given their JavaScript by wasm-bindgen, shrunk. Unchanged ones are left alone.

use std::{fs, path::PathBuf};

use wasm_bindgen_cli_support::Bindgen;

use crate::{
    run::{Result, hash, path, program, run, say, unless_stamped},
    setup,
    wasm::Toolchain,
};

/// The bundles and the features of `app` that make each: one for each side, and one that is loaded when it is needed.
pub const BUNDLES: [(&str, &str); 3] =
    [("visitor", "hydrate,visitor"), ("puzzle", "hydrate,puzzle"), ("studio", "hydrate,studio")];
/// Those that come with a style sheet of their name.
pub const SIDES: [&str; 2] = ["visitor", "studio"];

/// What wasm-opt may use: what all browsers of `style::BROWSERS` know, and no more.
const WASM_OPT: [&str; 8] = [
    "-Oz",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// One finished bundle, not yet named by its content.
pub struct Bundle {
    /// One of [`BUNDLES`].
    pub name: &'static str,
    /// The module with `start`.
    pub js: PathBuf,
    /// What it loads.
    pub wasm: PathBuf,
    /// How many warnings the compiler had.
    pub warnings: usize,
}

/// Builds all bundles into `target/wasm/out`.
pub fn build() -> Result<Vec<Bundle>> {
    let toolchain = Toolchain::find()?;
    let shrink = setup::node_tools()?;
    BUNDLES.map(|(name, features)| bundle(toolchain, shrink, name, features)).into_iter().collect()
}

fn bundle(toolchain: Toolchain, shrink: bool, name: &'static str, features: &str) -> Result<Bundle> {
    say(format!("client {name}: compile"));
    let warnings = toolchain.build(features)?;
    let compiled = path("target/wasm/wasm32-unknown-unknown/client/app.wasm");
    let start = fs::read_to_string(path("app/src/islands/start.js"))?;
    let out = path("target/wasm/out");
    fs::create_dir_all(&out)?;

    let file = |extension: &str| out.join(name).with_extension(extension);
    let made = Bundle { name, js: file("js"), wasm: file("wasm"), warnings };
    let bytes = fs::read(&compiled)?;
    let now = format!("{} {} {shrink} {WASM_OPT:?}", hash(&bytes, 64), hash(start.as_bytes(), 64));
    unless_stamped(&file("stamp"), &now, || {
        say(format!("client {name}: wasm-bindgen{}", if shrink { ", wasm-opt, esbuild" } else { "" }));
        bind(bytes, &start, &made)?;
        if shrink { squeeze(&made) } else { Ok(()) }
    })?;
    Ok(made)
}

/// Writes the bundle's JavaScript (ending in `start`) and its WASM with the bindings done.
fn bind(compiled: Vec<u8>, start: &str, made: &Bundle) -> Result<()> {
    let mut output = Bindgen::new()
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .input_bytes(made.name, compiled)
        .generate_output()?;
    let inline = output.snippets().iter().filter(|(_, files)| !files.is_empty()).map(|(from, _)| from);
    let foreign: Vec<_> = inline.chain(output.local_modules().keys()).collect();
    if !foreign.is_empty() {
        return Err(format!("these bring JavaScript of their own, which the build does not carry: {foreign:?}").into());
    }
    fs::write(&made.wasm, output.wasm_mut().emit_wasm())?;
    Ok(fs::write(&made.js, format!("{}\n{start}", output.js()))?)
}

/// Makes both files smaller in place, with the tools from npm.
fn squeeze(made: &Bundle) -> Result<()> {
    let (js, wasm) = (made.js.to_string_lossy(), made.wasm.to_string_lossy());
    let wasm_opt = "end2end/node_modules/binaryen/bin/wasm-opt";
    run(program("node", &[wasm_opt]).args(WASM_OPT).args([&*wasm, "-o", &*wasm]))?;
    let esbuild = "end2end/node_modules/esbuild/bin/esbuild";
    let out = format!("--outfile={js}");
    run(&mut program(
        esbuild,
        &[&js, "--minify", "--format=esm", "--target=es2022", "--log-level=warning", "--allow-overwrite", &out],
    ))
}
