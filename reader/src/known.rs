//! What is the same in every code of a size: finder patterns, timing lines, alignment patterns (ISO/IEC 18004, 6.3).

/// Modules close to each other. Light differs over a code, but hardly within a group.
pub struct Group {
    /// How much it counts.
    pub weight: f32,
    /// Column, row and whether it is light: middles of modules, in modules.
    pub modules: Vec<(f32, f32, bool)>,
}

/// All known groups of a code of `side` modules on a side; the three finder patterns come first.
pub fn known(side: usize) -> Vec<Group> {
    let end = side as i32 - 7;
    let mut groups: Vec<Group> = [(0, 0), (end, 0), (0, end)]
        .into_iter()
        .map(|(left, top)| Group::around(2.0, (left + 3, top + 3), 4, side, |off| off == 2 || off == 4))
        .collect();
    let timing = |turned: bool| {
        let modules = (8..side - 8).map(|at| (at as f32 + 0.5, 6.5, at % 2 == 1));
        let modules = modules.map(|(x, y, light)| if turned { (y, x, light) } else { (x, y, light) });
        Group { weight: 1.5, modules: modules.collect() }
    };
    groups.extend([timing(false), timing(true)]);
    let lines = alignment(side);
    for x in &lines {
        for y in &lines {
            let on_finder = *x.min(y) == 6 && (x == y || *x.max(y) == end);
            if !on_finder {
                groups.push(Group::around(1.0, (*x, *y), 2, side, |off| off == 1));
            }
        }
    }
    groups
}

impl Group {
    /// Squares around a module, light where `light` says so of their distance from it.
    fn around(weight: f32, middle: (i32, i32), reach: i32, side: usize, light: fn(i32) -> bool) -> Self {
        let mut modules = Vec::new();
        for y in -reach..=reach {
            for x in -reach..=reach {
                let (column, row) = (middle.0 + x, middle.1 + y);
                let within = |at: i32| (0..side as i32).contains(&at);
                if within(column) && within(row) {
                    modules.push((column as f32 + 0.5, row as f32 + 0.5, light(x.abs().max(y.abs()))));
                }
            }
        }
        Self { weight, modules }
    }
}

/// The columns and rows in which alignment patterns have their middles (ISO/IEC 18004, annex E).
fn alignment(side: usize) -> Vec<i32> {
    let last = side as i32 - 7;
    if side < 45 { vec![6, last] } else { vec![6, side as i32 / 2, last] }
}
