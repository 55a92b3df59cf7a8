//! An access card as it lies on the desk after printing: paper, a QR code, the child's name, the code to type.

use qrcode::{EcLevel, QrCode};

use super::chance::Chance;

/// A printed card.
pub struct Card {
    /// What its QR code says.
    pub text: String,
    /// Millimetres across and down.
    pub size: (f32, f32),
    /// The QR code's left and upper edge and its side in millimetres, without the quiet zone.
    pub qr: (f32, f32, f32),
    /// Modules on a side of the QR code.
    pub modules: usize,
    ink: Vec<bool>,
    across: usize,
}

/// Points of ink on a millimetre.
const DOTS: f32 = 8.0;

const BASE64: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

const NAMES: [&str; 8] = [
    "LINA BRANDT",
    "JONAS OEZDEMIR",
    "MAJA NOWAK",
    "NGUYEN AN",
    "EMIL VAN DER BERG",
    "AYLA KAYA",
    "TIM ROSE",
    "IDA LUND",
];

impl Card {
    /// A card that says `text`, or else has a code of its own; A6 or as large as a credit card.
    pub fn print(chance: &mut Chance, text: Option<&str>) -> Self {
        let small = chance.next().is_multiple_of(3);
        let level = *chance.one_of(&[EcLevel::M, EcLevel::M, EcLevel::Q]);
        let code: String = (0..12).map(|_| char::from(*chance.one_of(b"0123456789ABCDEFGHJKMNPQRSTVWXYZ"))).collect();
        let token: String = (0..43).map(|_| char::from(*chance.one_of(BASE64))).collect();
        let own = format!("https://fotos.example.org/nordlicht/#c={code}&t={token}");
        let text = text.map_or(own, str::to_owned);
        let square = QrCode::with_error_correction_level(&text, level).unwrap();
        let (size, qr) = if small { ((85.6, 54.0), (7.0, 7.0, 40.0)) } else { ((105.0, 148.0), (20.0, 42.0, 65.0)) };
        let (across, down) = ((size.0 * DOTS) as usize, (size.1 * DOTS) as usize);
        let modules = square.width();
        let mut card = Self { text, size, qr, modules, ink: vec![false; across * down], across };
        let dark: Vec<bool> = square.to_colors().iter().map(|color| *color == qrcode::Color::Dark).collect();
        let side = (qr.2 * DOTS) as usize;
        for y in 0..side {
            for x in 0..side {
                let at = ((qr.1 * DOTS) as usize + y) * across + (qr.0 * DOTS) as usize + x;
                card.ink[at] = dark[y * modules / side * modules + x * modules / side];
            }
        }
        let name = *chance.one_of(&NAMES);
        let grouped = format!("{} {} {}", &code[..4], &code[4..8], &code[8..]);
        if small {
            card.write(name, (50.0, 10.0), 0.28);
            card.write("KLASSE 3A", (50.0, 15.0), 0.28);
            card.write(&grouped, (50.0, 36.0), 0.38);
        } else {
            card.write("GRUNDSCHULE AM PARK", (12.0, 10.0), 0.45);
            card.write(name, (12.0, 22.0), 0.7);
            card.write(&grouped, (12.0, 120.0), 0.8);
            card.write("FOTOS.EXAMPLE.ORG", (12.0, 132.0), 0.45);
        }
        card
    }

    /// Puts a line of letters on the paper, whose dots are `dot` millimetres wide.
    fn write(&mut self, line: &str, (left, top): (f32, f32), dot: f32) {
        for (place, letter) in line.bytes().enumerate() {
            for (column, bits) in dots_of(letter).into_iter().enumerate() {
                for row in (0..7_u8).filter(|row| bits >> row & 1 == 1) {
                    let from = |start: f32, count: usize| ((start + count as f32 * dot) * DOTS) as usize;
                    for y in from(top, usize::from(row))..from(top, usize::from(row) + 1) {
                        for x in from(left, place * 6 + column)..from(left, place * 6 + column + 1) {
                            if x < self.across {
                                self.ink[y * self.across + x] = true;
                            }
                        }
                    }
                }
            }
        }
    }

    /// Whether there is ink at that many millimetres from the upper left corner; `None` beside the card.
    pub fn ink(&self, x: f32, y: f32) -> Option<bool> {
        let within = x >= 0.0 && y >= 0.0 && x < self.size.0 && y < self.size.1;
        within.then(|| self.ink.get((y * DOTS) as usize * self.across + (x * DOTS) as usize).is_some_and(|ink| *ink))
    }
}

/// The five columns of a letter of seven dots height, the lowest bit uppermost.
fn dots_of(letter: u8) -> [u8; 5] {
    match letter {
        b'0' => [0x3e, 0x51, 0x49, 0x45, 0x3e],
        b'1' => [0x00, 0x42, 0x7f, 0x40, 0x00],
        b'2' => [0x42, 0x61, 0x51, 0x49, 0x46],
        b'3' => [0x21, 0x41, 0x45, 0x4b, 0x31],
        b'4' => [0x18, 0x14, 0x12, 0x7f, 0x10],
        b'5' => [0x27, 0x45, 0x45, 0x45, 0x39],
        b'6' => [0x3c, 0x4a, 0x49, 0x49, 0x30],
        b'7' => [0x01, 0x71, 0x09, 0x05, 0x03],
        b'8' => [0x36, 0x49, 0x49, 0x49, 0x36],
        b'9' => [0x06, 0x49, 0x49, 0x29, 0x1e],
        b'A' => [0x7e, 0x11, 0x11, 0x11, 0x7e],
        b'B' => [0x7f, 0x49, 0x49, 0x49, 0x36],
        b'C' => [0x3e, 0x41, 0x41, 0x41, 0x22],
        b'D' => [0x7f, 0x41, 0x41, 0x22, 0x1c],
        b'E' => [0x7f, 0x49, 0x49, 0x49, 0x41],
        b'F' => [0x7f, 0x09, 0x09, 0x09, 0x01],
        b'G' => [0x3e, 0x41, 0x49, 0x49, 0x7a],
        b'H' => [0x7f, 0x08, 0x08, 0x08, 0x7f],
        b'I' => [0x00, 0x41, 0x7f, 0x41, 0x00],
        b'J' => [0x20, 0x40, 0x41, 0x3f, 0x01],
        b'K' => [0x7f, 0x08, 0x14, 0x22, 0x41],
        b'L' => [0x7f, 0x40, 0x40, 0x40, 0x40],
        b'M' => [0x7f, 0x02, 0x0c, 0x02, 0x7f],
        b'N' => [0x7f, 0x04, 0x08, 0x10, 0x7f],
        b'O' => [0x3e, 0x41, 0x41, 0x41, 0x3e],
        b'P' => [0x7f, 0x09, 0x09, 0x09, 0x06],
        b'Q' => [0x3e, 0x41, 0x51, 0x21, 0x5e],
        b'R' => [0x7f, 0x09, 0x19, 0x29, 0x46],
        b'S' => [0x46, 0x49, 0x49, 0x49, 0x31],
        b'T' => [0x01, 0x01, 0x7f, 0x01, 0x01],
        b'U' => [0x3f, 0x40, 0x40, 0x40, 0x3f],
        b'V' => [0x1f, 0x20, 0x40, 0x20, 0x1f],
        b'W' => [0x3f, 0x40, 0x38, 0x40, 0x3f],
        b'X' => [0x63, 0x14, 0x08, 0x14, 0x63],
        b'Y' => [0x07, 0x08, 0x70, 0x08, 0x07],
        b'Z' => [0x61, 0x51, 0x49, 0x45, 0x43],
        b'.' => [0x00, 0x60, 0x60, 0x00, 0x00],
        _ => [0; 5],
    }
}
