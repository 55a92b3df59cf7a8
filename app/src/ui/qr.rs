//! QR codes (ISO/IEC 18004), drawn as one path in the page itself: no picture to load, nothing the content policy forbids.

use std::fmt::Write as _;

use leptos::prelude::*;
use qrcode::{Color, EcLevel, QrCode};

/// The empty border that readers need, in modules.
const QUIET: usize = 4;

/// A QR code of `text`, black on white whatever the page looks like; nothing for a text that is too long for one.
pub fn qr(text: &str, label: String) -> Option<AnyView> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let path = outline(&code.to_colors(), code.width());
    let side = code.width() + 2 * QUIET;
    let view = view! {
        <svg class="qr" viewBox=format!("0 0 {side} {side}") role="img" aria-label=label shape-rendering="crispEdges">
            <rect width=side height=side fill="#fff"></rect>
            <path d=path fill="#000"></path>
        </svg>
    };
    Some(view.into_any())
}

/// A rectangle for each run of dark modules in a row.
fn outline(modules: &[Color], width: usize) -> String {
    let mut path = String::new();
    for (y, row) in modules.chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a == b) {
            if run[0] == Color::Dark {
                let _ = write!(path, "M{} {}h{}v1h-{}z", x + QUIET, y + QUIET, run.len(), run.len());
            }
            x += run.len();
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dark_module_is_drawn_once_and_nothing_else() {
        let code = QrCode::with_error_correction_level("https://photos.example/nordlicht#c=x", EcLevel::M).unwrap();
        let (modules, width) = (code.to_colors(), code.width());
        let mut drawn = vec![Color::Light; modules.len()];
        for run in outline(&modules, width).split('M').skip(1) {
            let numbers: Vec<usize> = run.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok()).collect();
            let [x, y, length, 1, back] = numbers[..] else { panic!("{run}") };
            assert_eq!(length, back);
            let from = (y - QUIET) * width + x - QUIET;
            drawn[from..from + length].fill(Color::Dark);
        }
        assert!(drawn == modules);
    }
}
