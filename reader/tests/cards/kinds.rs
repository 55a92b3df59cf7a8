//! The kinds of photographs in the test set.

use super::scene::Kind;

/// In the hand, near, straight and sharp: what the others differ from.
const EASY: Kind = Kind {
    name: "easy",
    pictures: 10,
    floor: 9,
    longest: 3000,
    share: (0.07, 0.12),
    tilt: (0.0, 15.0),
    turn: 15.0,
    bright: (0.85, 1.1),
    grain: (1.0, 3.0),
    blur: (0.0, 0.15),
    motion: (0.0, 0.1),
    glare: false,
    bent: false,
    thumb_on_code: false,
};

/// From easy to hard.
pub const KINDS: [Kind; 10] = [
    EASY,
    Kind { name: "tilted", pictures: 12, floor: 10, tilt: (25.0, 45.0), turn: 180.0, ..EASY },
    Kind { name: "small", pictures: 12, floor: 10, share: (0.036, 0.05), turn: 40.0, ..EASY },
    Kind { name: "dim", pictures: 10, floor: 9, bright: (0.12, 0.3), grain: (4.0, 8.0), ..EASY },
    Kind { name: "out of focus", pictures: 8, floor: 6, blur: (0.3, 0.7), ..EASY },
    Kind { name: "moved", pictures: 8, floor: 5, motion: (0.4, 0.9), ..EASY },
    Kind { name: "glare", pictures: 6, floor: 5, glare: true, tilt: (5.0, 25.0), turn: 60.0, ..EASY },
    Kind { name: "bent, thumb on the code", pictures: 8, floor: 6, bent: true, thumb_on_code: true, ..EASY },
    Kind {
        name: "hard",
        pictures: 10,
        floor: 3,
        share: (0.03, 0.06),
        tilt: (20.0, 45.0),
        turn: 180.0,
        bright: (0.2, 0.6),
        grain: (3.0, 7.0),
        blur: (0.2, 0.5),
        motion: (0.0, 0.4),
        glare: true,
        bent: true,
        thumb_on_code: true,
        ..EASY
    },
    Kind {
        name: "24 megapixels",
        pictures: 4,
        floor: 3,
        longest: 6000,
        share: (0.03, 0.08),
        tilt: (0.0, 35.0),
        turn: 90.0,
        ..EASY
    },
];
