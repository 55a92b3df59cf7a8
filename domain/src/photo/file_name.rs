//! The names that files arrive with, and the order a photographer expects them in.

use std::cmp::Ordering;
use std::iter::Peekable;
use std::str::Chars;

use crate::text::{self, TextProblem};

text! {
    /// A photograph's original file name, for showing and for lists: at most 255 bytes, no folders,
    /// nothing unprintable.
    ///
    /// Never part of a path or an object's key.
    pub struct FileName: TextProblem;
}

impl FileName {
    /// The most bytes.
    pub const MAX: usize = 255;

    /// Takes the last part of a path as a browser sends it, with either slash.
    pub fn parse(path: &str) -> Result<Self, TextProblem> {
        let last = path.rsplit(['/', '\\']).next().unwrap_or_default();
        if last.len() > Self::MAX {
            return Err(TextProblem::TooLong { max: Self::MAX });
        }
        let name: String = last.chars().filter(|c| !text::is_unprintable(*c)).collect();
        let name = name.trim();
        if name.chars().all(|c| c == '.' || text::is_blank(c)) {
            return Err(TextProblem::Missing);
        }
        Ok(Self(name.to_owned()))
    }

    /// The name without its ending: `IMG_2` of `IMG_2.jpg`.
    pub fn stem(&self) -> &str {
        match self.0.rsplit_once('.') {
            Some((stem, _)) if !stem.is_empty() => stem,
            _ => &self.0,
        }
    }
}

/// The order of a photographer's folder: numbers by value, letters without regard to case, so that
/// `IMG_2` comes before `IMG_10`. A total order: two names are equal only if they are the same.
pub fn natural_cmp(a: &str, b: &str) -> Ordering {
    let (mut left, mut right) = (a.chars().peekable(), b.chars().peekable());
    loop {
        let order = match (left.peek(), right.peek()) {
            (None, None) => return a.cmp(b),
            (Some(l), Some(r)) if l.is_ascii_digit() && r.is_ascii_digit() => {
                let (l, r) = (number(&mut left), number(&mut right));
                l.len().cmp(&r.len()).then_with(|| l.cmp(&r))
            }
            _ => left.next().map(lower).cmp(&right.next().map(lower)),
        };
        if order.is_ne() {
            return order;
        }
    }
}

/// The digits from here on without leading zeros: of two, the longer is the greater.
fn number(chars: &mut Peekable<Chars<'_>>) -> String {
    let mut digits = String::new();
    while let Some(digit) = chars.next_if(char::is_ascii_digit) {
        if digit != '0' || !digits.is_empty() {
            digits.push(digit);
        }
    }
    digits
}

/// One character for one, which is enough for an order.
fn lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}
