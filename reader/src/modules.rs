//! From a code's place to its text.

use std::panic::catch_unwind;

use super::equalise::equalised;
use super::grey::Grey;
use super::grid::Grid;
use super::known::Group;

/// Brightness is compared with the mean of so many modules to each side.
const AROUND: [usize; 2] = [3, 6];

/// How much each module is set off from its neighbours: against what the lens blurs.
const SHARPER: [f32; 4] = [0.0, 0.8, 1.8, 3.0];

/// The text, if the modules can be told apart well enough for the code's error correction.
pub fn text_of(grey: &Grey, grid: &Grid, known: &[Group]) -> Option<String> {
    let side = grid.side;
    let brightness = measured(grey, grid);
    let simply = SHARPER.iter().find_map(|sharper| {
        let sharp = sharpened(&brightness, side, *sharper);
        AROUND.iter().find_map(|around| {
            let mean = means(&sharp, side, *around);
            decoded(rqrr::SimpleGrid::from_func(side, |x, y| sharp[y * side + x] < mean[y * side + x]))
        })
    });
    simply.or_else(|| {
        let known = known.iter().flat_map(|group| &group.modules);
        let known: Vec<(usize, bool)> = known.map(|(x, y, light)| (*y as usize * side + *x as usize, *light)).collect();
        let mean = means(&brightness, side, AROUND[1]);
        equalised(&brightness, &mean, side, &known, |light| {
            decoded(rqrr::SimpleGrid::from_func(side, |x, y| !light[y * side + x]))
        })
    })
}

/// What dark and light modules say. A code that was made to be read wrongly may run into one of the decoder's
/// assertions: then it says nothing.
fn decoded(modules: rqrr::SimpleGrid) -> Option<String> {
    catch_unwind(|| rqrr::Grid::new(modules).decode()).ok()?.ok().map(|(_, text)| text)
}

/// Each module's brightness, from five points around its middle.
fn measured(grey: &Grey, grid: &Grid) -> Vec<f32> {
    const POINTS: [(f32, f32); 5] = [(0.5, 0.5), (0.3, 0.5), (0.7, 0.5), (0.5, 0.3), (0.5, 0.7)];
    let mapping = grid.mapping();
    let module = |at: usize| {
        let (column, row) = ((at % grid.side) as f32, (at / grid.side) as f32);
        let points = POINTS.map(|(right, down)| mapping.at(column + right, row + down));
        points.into_iter().map(|(x, y)| grey.at(x, y)).sum::<f32>() / 5.0
    };
    (0..grid.side * grid.side).map(module).collect()
}

fn sharpened(brightness: &[f32], side: usize, much: f32) -> Vec<f32> {
    if much == 0.0 {
        return brightness.to_vec();
    }
    let around = means(brightness, side, 1);
    brightness.iter().zip(around).map(|(module, around)| module + much * (module - around)).collect()
}

/// The mean around each module, of what is within the code.
fn means(brightness: &[f32], side: usize, around: usize) -> Vec<f32> {
    let reach = |at: usize| at.saturating_sub(around)..(at + around + 1).min(side);
    let mean = |at: usize| {
        let (columns, rows) = (reach(at % side), reach(at / side));
        let count = (columns.len() * rows.len()) as f32;
        let sum: f32 = rows.map(|row| brightness[row * side..][columns.clone()].iter().sum::<f32>()).sum();
        sum / count
    };
    (0..side * side).map(mean).collect()
}
