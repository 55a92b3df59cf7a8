//! The style sheets: `style/visitor.css` and `style/studio.css`, each with what it imports, minified.

use std::path::Path;

use lightningcss::{
    bundler::{Bundler, FileProvider},
    dependencies::{Dependency, DependencyOptions},
    stylesheet::{MinifyOptions, ParserOptions, PrinterOptions},
    targets::{Browsers, Targets},
};

use crate::run::{Result, path};

/// The oldest browsers the style must work in: those that know `:has` and container queries.
const BROWSERS: Browsers = Browsers {
    android: None,
    chrome: Some(111 << 16),
    edge: Some(111 << 16),
    firefox: Some(121 << 16),
    ie: None,
    ios_saf: Some(16 << 16 | 4 << 8),
    opera: None,
    safari: Some(16 << 16 | 4 << 8),
    samsung: None,
};

/// The finished `style/NAME.css`. Each `url("/fonts/...")` is looked up in `public/` and becomes what `named` says.
pub fn build(name: &str, mut named: impl FnMut(&Path) -> Result<String>) -> Result<String> {
    let files = FileProvider::new();
    let mut bundler = Bundler::new(&files, None, ParserOptions::default());
    let mut sheet = bundler.bundle(&path(&format!("style/{name}.css"))).map_err(|why| why.to_string())?;
    let targets = Targets { browsers: Some(BROWSERS), ..Targets::default() };
    sheet.minify(MinifyOptions { targets, ..MinifyOptions::default() }).map_err(|why| why.to_string())?;
    let printed = sheet
        .to_css(PrinterOptions {
            minify: true,
            targets,
            analyze_dependencies: Some(DependencyOptions { remove_imports: false }),
            ..PrinterOptions::default()
        })
        .map_err(|why| why.to_string())?;

    let mut css = printed.code;
    for dependency in printed.dependencies.unwrap_or_default() {
        if let Dependency::Url(url) = dependency {
            let file = path("public").join(url.url.trim_start_matches(['.', '/']));
            css = css.replace(&url.placeholder, &named(&file)?);
        }
    }
    Ok(css)
}
