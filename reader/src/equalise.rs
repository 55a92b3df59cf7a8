//! Modules that run into each other because the card moved or was out of focus: told apart by what the known ones
//! have become.
//!
//! A module's brightness is a sum over itself and its neighbours. Which sum takes that back is found by least squares
//! from the modules whose colour is known, and then again from all modules as they were told apart so far.

/// A module and its eight neighbours, and something constant.
const TERMS: usize = 10;

/// How often the sum is found anew.
const ROUNDS: usize = 4;

/// Calls `done` with what is light, better each time, until it says something. `brightness` and `mean` are of each
/// module and what is around it; `known` tells which modules are light for certain.
pub fn equalised<T>(
    brightness: &[f32],
    mean: &[f32],
    side: usize,
    known: &[(usize, bool)],
    done: impl Fn(&[bool]) -> Option<T>,
) -> Option<T> {
    let relative: Vec<f32> = brightness.iter().zip(mean).map(|(module, mean)| module / mean.max(1.0) - 1.0).collect();
    let terms: Vec<[f32; TERMS]> = (0..side * side).map(|at| terms(&relative, side, at)).collect();
    let mut sum = fitted(known.iter().map(|(at, light)| (&terms[*at], *light)))?;
    for _ in 0..ROUNDS {
        let mut light: Vec<bool> = terms.iter().map(|terms| dot(&sum, terms) > 0.0).collect();
        for (at, known) in known {
            light[*at] = *known;
        }
        if let Some(found) = done(&light) {
            return Some(found);
        }
        sum = fitted(terms.iter().zip(light))?;
    }
    None
}

fn terms(relative: &[f32], side: usize, at: usize) -> [f32; TERMS] {
    let (column, row) = (at % side, at / side);
    let mut terms = [0.2; TERMS];
    for (number, term) in terms.iter_mut().take(9).enumerate() {
        let (x, y) = ((column + number % 3).max(1) - 1, (row + number / 3).max(1) - 1);
        *term = if x < side && y < side { relative[y * side + x] } else { 0.3 };
    }
    terms
}

fn dot(one: &[f32; TERMS], other: &[f32; TERMS]) -> f32 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}

/// The weights whose sum comes nearest to 1 for light and to -1 for dark modules.
fn fitted<'a>(samples: impl Iterator<Item = (&'a [f32; TERMS], bool)>) -> Option<[f32; TERMS]> {
    let mut rows = [[0.0; TERMS + 1]; TERMS];
    let mut count = 0.0;
    for (terms, light) in samples {
        count += 1.0;
        for (row, term) in rows.iter_mut().zip(terms) {
            for (cell, other) in row.iter_mut().zip(terms) {
                *cell += term * other;
            }
            row[TERMS] += if light { *term } else { -*term };
        }
    }
    // A little against weights that grow without need.
    for (number, row) in rows.iter_mut().enumerate() {
        row[number] += count * 0.0005;
    }
    solved(rows)
}

/// Gauss's elimination. The matrix is symmetric and positive, so that no rows need to be exchanged.
fn solved(mut rows: [[f32; TERMS + 1]; TERMS]) -> Option<[f32; TERMS]> {
    for number in 0..TERMS {
        let pivot = rows[number];
        if pivot[number] <= 0.0 {
            return None;
        }
        for (other, row) in rows.iter_mut().enumerate() {
            if other != number {
                let factor = row[number] / pivot[number];
                for (cell, pivot) in row.iter_mut().zip(pivot) {
                    *cell -= factor * pivot;
                }
            }
        }
    }
    let mut weights = [0.0; TERMS];
    for (number, weight) in weights.iter_mut().enumerate() {
        *weight = rows[number][TERMS] / rows[number][number];
    }
    Some(weights)
}
