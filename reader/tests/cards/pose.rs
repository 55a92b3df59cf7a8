//! Where a card is held before the camera, and which point of it each ray of light comes from.

/// A card in space, seen by a pinhole camera.
pub struct Pose {
    /// The card's middle, and its directions to the right, down and through the paper, in millimetres from the lens.
    middle: [f32; 3],
    axes: [[f32; 3]; 3],
    /// The radius that the paper is bent to around its vertical middle line; none when it is flat.
    radius: Option<f32>,
    focal: f32,
    half: (f32, f32),
}

/// How a card is held.
#[derive(Debug, Clone, Copy)]
pub struct Hold {
    /// The middle of the card as parts of the picture's sides.
    pub at: (f32, f32),
    /// Pixels that a millimetre would take if the card were not tilted.
    pub scale: f32,
    /// Radians between the card and the picture.
    pub tilt: f32,
    /// Where it is tilted to, in radians.
    pub towards: f32,
    /// Turned in its own plane, in radians.
    pub turn: f32,
    /// The radius in millimetres that it is bent to.
    pub radius: Option<f32>,
}

impl Pose {
    /// A camera whose picture is `size` pixels large and which sees as wide as a lens of 43 mm does.
    pub fn new(hold: Hold, size: (usize, usize)) -> Self {
        let half = (size.0 as f32 / 2.0, size.1 as f32 / 2.0);
        let focal = half.0.max(half.1) * 2.4;
        let away = focal / hold.scale;
        let ray = [(hold.at.0 * 2.0 - 1.0) * half.0 / focal, (hold.at.1 * 2.0 - 1.0) * half.1 / focal, 1.0];
        // The axis that it is tilted around lies in the picture.
        let around = [hold.towards.cos(), hold.towards.sin(), 0.0];
        let flat = [[hold.turn.cos(), hold.turn.sin(), 0.0], [-hold.turn.sin(), hold.turn.cos(), 0.0], [0.0, 0.0, 1.0]];
        let axes = flat.map(|axis| turned(axis, around, hold.tilt));
        Self { middle: ray.map(|part| part * away), axes, radius: hold.radius, focal, half }
    }

    /// The point of the card's plane, in millimetres from its middle, that is seen at a point of the picture.
    #[expect(clippy::many_single_char_names, reason = "a quadratic equation in space")]
    pub fn seen_at(&self, x: f32, y: f32) -> Option<(f32, f32)> {
        let ray = [(x - self.half.0) / self.focal, (y - self.half.1) / self.focal, 1.0];
        let [along, from] = [self.axes.map(|axis| dot(ray, axis)), self.axes.map(|axis| -dot(self.middle, axis))];
        let flat = -from[2] / along[2];
        if flat <= 0.0 || !flat.is_finite() {
            return None;
        }
        let Some(radius) = self.radius else {
            return Some((from[0] + flat * along[0], from[1] + flat * along[1]));
        };
        // The ray meets a cylinder that touches the plane in the card's vertical middle line.
        let (across, deep) = (from[0], from[2] - radius);
        let a = along[0] * along[0] + along[2] * along[2];
        let b = across * along[0] + deep * along[2];
        let c = across * across + deep * deep - radius * radius;
        let root = (b * b - a * c).max(0.0).sqrt();
        let [one, other] = [(-b - root) / a, (-b + root) / a];
        let t = if (one - flat).abs() < (other - flat).abs() { one } else { other };
        let (x, z) = (from[0] + t * along[0], from[2] + t * along[2]);
        Some((radius * (x / (radius - z)).atan(), from[1] + t * along[1]))
    }

    /// Where a point of the card's plane, in millimetres from its middle, is in the picture.
    pub fn place_of(&self, x: f32, y: f32) -> (f32, f32) {
        let (x, z) = self.radius.map_or((x, 0.0), |r| (r * (x / r).sin(), r * (1.0 - (x / r).cos())));
        let [right, down, deep] =
            [0, 1, 2].map(|i| self.middle[i] + x * self.axes[0][i] + y * self.axes[1][i] + z * self.axes[2][i]);
        (self.half.0 + right / deep * self.focal, self.half.1 + down / deep * self.focal)
    }
}

fn dot(a: [f32; 3], b: [f32; 3]) -> f32 {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

/// Rodrigues' rotation around an axis of length one.
fn turned(v: [f32; 3], axis: [f32; 3], angle: f32) -> [f32; 3] {
    let (sin, cos) = angle.sin_cos();
    let cross = [axis[1] * v[2] - axis[2] * v[1], axis[2] * v[0] - axis[0] * v[2], axis[0] * v[1] - axis[1] * v[0]];
    let along = dot(axis, v) * (1.0 - cos);
    [0, 1, 2].map(|i| v[i] * cos + cross[i] * sin + axis[i] * along)
}
