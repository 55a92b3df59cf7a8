//! RGB to Y, Cb, Cr and back: JFIF 1.02, page 3, with 16 binary digits behind the point.

/// Brightness of a pixel.
pub(super) fn luma_of(rgb: [u8; 3]) -> u8 {
    let [red, green, blue] = rgb.map(i32::from);
    byte((19_595 * red + 38_470 * green + 7_471 * blue + (1 << 15)) >> 16)
}

/// Both chroma values of a block, from the sums of its four pixels' red, green and blue.
pub(super) fn chroma_of([red, green, blue]: [i32; 3]) -> [u8; 2] {
    // Two more digits, because the sums are four times the mean.
    let middle = (128 << 18) + (1 << 17) - 1;
    [
        byte((-11_059 * red - 21_709 * green + 32_768 * blue + middle) >> 18),
        byte((32_768 * red - 27_439 * green - 5_329 * blue + middle) >> 18),
    ]
}

/// Red, green, blue.
pub(super) fn rgb_of(luma: u8, blue: u8, red: u8) -> [u8; 3] {
    let (luma, blue, red) = ((i32::from(luma) << 16) + (1 << 15), i32::from(blue) - 128, i32::from(red) - 128);
    [luma + 91_881 * red, luma - 22_554 * blue - 46_802 * red, luma + 116_130 * blue].map(|value| byte(value >> 16))
}

#[expect(clippy::cast_sign_loss, reason = "clamped")]
fn byte(value: i32) -> u8 {
    value.clamp(0, 255) as u8
}
