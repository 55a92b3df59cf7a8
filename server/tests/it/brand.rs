//! A studio's brand (S76): what it may be made of, and who gets to see it.

use http::{Method, StatusCode};
use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};
use store::fixtures::{Scene, all_rows};

use crate::browser::{Answer, Browser, PUBLIC_URL, TestHouse};

const BOUNDARY: &str = "----a-boundary";

fn picture(width: u32, height: u32, ink: impl Fn(u32, u32) -> [u8; 4]) -> DynamicImage {
    RgbaImage::from_fn(width, height, |x, y| Rgba(ink(x, y))).into()
}

fn file(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// Ink in the left half, nothing in the right one.
fn half(width: u32, height: u32, [red, green, blue]: [u8; 3]) -> Vec<u8> {
    let ink = |x, _| if x < width / 2 { [red, green, blue, 255] } else { [255, 0, 255, 0] };
    file(&picture(width, height, ink), ImageFormat::Png)
}

/// A form as a browser sends a file.
async fn send(browser: &mut Browser, studio: &str, file: &[u8]) -> Answer {
    let mut body = format!(
        "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"studio\"\r\n\r\n{studio}\r\n--{BOUNDARY}\r\n\
         Content-Disposition: form-data; name=\"logo\"; filename=\"../../x.svg\"\r\nContent-Type: image/svg+xml\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(file);
    body.extend_from_slice(format!("\r\n--{BOUNDARY}--\r\n").as_bytes());
    let kind = format!("multipart/form-data; boundary={BOUNDARY}");
    let headers = [("content-type", kind.as_str()), ("sec-fetch-site", "same-origin")];
    browser.send(Method::POST, "/api/studio/logo", &headers, body).await
}

async fn anna(house: &TestHouse) -> Browser {
    house.owner_of("anna@nordlicht.example").await
}

/// The address of the logo on a page.
fn address(page: &str) -> &str {
    let start = page.find("/nordlicht/logo?v=").expect("a logo");
    page[start..].split('"').next().unwrap()
}

const SAVED: &str = "/studio/nordlicht/settings/brand?did=saved";

// S76
#[tokio::test]
async fn a_logo_stands_at_the_front_door_for_strangers_with_its_transparency_and_nothing_else_of_its_file() {
    let house = TestHouse::new().await;
    house.scene().await;
    let mut anna = anna(&house).await;
    let mut original = half(1920, 320, [0, 0, 0]);
    // A text chunk behind the header: where somebody works, for example.
    let text = b"tEXtComment\0Hamburg, Elbchaussee";
    let mut chunk = u32::try_from(text.len() - 4).unwrap().to_be_bytes().to_vec();
    chunk.extend_from_slice(text);
    chunk.extend_from_slice(&[0x5a, 0x1c, 0x33, 0x07]);
    original.splice(33..33, chunk);
    assert_eq!(send(&mut anna, "nordlicht", &original).await.location(), SAVED);
    let mut stranger = house.browser();
    let page = stranger.get("/nordlicht").await.body;
    assert!(page.contains("alt=\"Atelier Nordlicht\"") && page.contains("on-light"), "{page}");
    let logo = stranger.get(&address(&page).replace("&amp;", "&")).await;
    assert_eq!(logo.headers["content-type"], "image/png");
    assert_eq!(logo.headers["cache-control"], "public, max-age=31536000, immutable");
    assert_eq!(logo.headers["content-security-policy"], "sandbox; default-src 'none'");
    assert_eq!(logo.headers["x-content-type-options"], "nosniff");
    assert!(!logo.body.contains("Elbchaussee"));
    let shown = image::load_from_memory(&logo.bytes).unwrap().into_rgba8();
    assert_eq!(shown.dimensions(), (960, 160));
    assert_eq!(shown.get_pixel(100, 80).0, [0, 0, 0, 255]);
    assert_eq!(shown.get_pixel(900, 80).0[3], 0);
    // Without its id it is asked for each time, and not sent twice.
    let plain = stranger.get("/nordlicht/logo").await;
    assert_eq!(plain.headers["cache-control"], "public, no-cache");
    let tag = plain.headers["etag"].to_str().unwrap().to_owned();
    let again = stranger.send(Method::GET, "/nordlicht/logo", &[("if-none-match", &tag)], Vec::new()).await;
    assert_eq!((again.status, again.bytes.len()), (StatusCode::NOT_MODIFIED, 0));
}

// S76
#[tokio::test]
async fn a_logo_that_a_page_would_swallow_stands_on_a_ground_of_its_own() {
    let house = TestHouse::new().await;
    house.scene().await;
    let mut anna = anna(&house).await;
    let opaque = file(&picture(300, 300, |_, _| [0, 0, 0, 255]), ImageFormat::Png);
    let jpeg_like = file(&picture(300, 300, |_, _| [9, 9, 9, 255]), ImageFormat::WebP);
    for (file, on_light, on_dark) in [
        (half(300, 300, [0, 0, 0]), true, false),
        (half(300, 300, [26, 35, 64]), true, false),
        (half(300, 300, [255, 255, 255]), false, true),
        (half(300, 300, [250, 240, 150]), false, true),
        (half(300, 300, [128, 128, 128]), false, false),
        (opaque, false, false),
        (jpeg_like, false, false),
    ] {
        assert_eq!(send(&mut anna, "nordlicht", &file).await.location(), SAVED);
        let page = house.browser().get("/nordlicht").await.body;
        // As high as it is wide: the name stands beside it.
        assert!(page.contains("<h1>Atelier Nordlicht</h1>") && page.contains("alt=\"\""), "{page}");
        assert_eq!((page.contains("on-light"), page.contains("on-dark")), (on_light, on_dark), "{page}");
    }
}

// B37, S76
#[tokio::test]
async fn what_is_no_picture_or_too_much_of_one_is_refused_in_words_and_the_logo_before_stays() {
    let house = TestHouse::new().await;
    house.scene().await;
    let mut anna = anna(&house).await;
    assert_eq!(send(&mut anna, "nordlicht", &half(300, 100, [0, 0, 0])).await.location(), SAVED);
    let before = all_rows(&house.store).await;
    let small = half(300, 100, [9, 9, 9]);
    for (file, why, said) in [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(), "unknown_format", "This is not a JPEG, PNG or WebP."),
        (small[..small.len() / 2].to_vec(), "damaged", ""),
        (Vec::new(), "empty", "The file is empty."),
        (vec![0x89; 2 * 1024 * 1024 + 1], "too_many_bytes", "It is larger than 2 MB."),
        (file(&picture(5000, 4000, |_, _| [0; 4]), ImageFormat::Png), "too_many_pixels", "16 megapixels"),
    ] {
        let answer = send(&mut anna, "nordlicht", &file).await;
        let (page, told) = answer.location().split_once("?logo=").unwrap_or_else(|| panic!("{}", answer.location()));
        assert!(told == why || (why == "damaged" && told == "incomplete"), "{told} for {why}");
        assert_eq!(page, "/studio/nordlicht/settings/brand");
        let page = anna.get(answer.location()).await.body;
        assert!(page.contains(said) && page.contains("id=\"logo-error\""), "{said}: {page}");
    }
    assert_eq!(all_rows(&house.store).await, before);
}

// B06, S76
#[tokio::test]
async fn nobody_else_brings_a_logo_and_a_studio_without_one_answers_as_none_that_there_is() {
    let house = TestHouse::new().await;
    let north = house.scene().await;
    Scene::another(&house.store, "meerblick").await;
    let before = all_rows(&house.store).await;
    let logo = half(300, 100, [0, 0, 0]);
    let mut foreign = house.owner_of("owner@meerblick.example").await;
    let signed_in = all_rows(&house.store).await;
    assert_eq!(send(&mut foreign, "nordlicht", &logo).await.status, StatusCode::NOT_FOUND);
    assert_eq!(send(&mut foreign, "no/such", &logo).await.status, StatusCode::NOT_FOUND);
    assert_eq!(send(&mut house.browser(), "nordlicht", &logo).await.location(), "/sign-in");
    assert_eq!(all_rows(&house.store).await, signed_in);
    assert_eq!(before["studio"], signed_in["studio"]);
    let mut stranger = house.browser();
    let (without, nowhere) = (stranger.get("/nordlicht/logo").await, stranger.get("/nowhere/logo").await);
    assert_eq!((without.status, &without.body), (StatusCode::NOT_FOUND, &nowhere.body));
    assert_eq!(without.headers, nowhere.headers);
    drop(north);
}

// S76, S78
#[tokio::test]
async fn the_colour_is_on_every_visitor_s_page_as_shades_that_can_be_read_and_the_studio_is_told() {
    let house = TestHouse::new().await;
    let scene = house.scene().await;
    let gallery = scene.gallery("Summer by the water").await;
    scene.login("Familie Brandt", "7KQM-2XRD-9TFA", &[gallery]).await;
    let mut anna = anna(&house).await;
    anna.referer = Some(format!("{PUBLIC_URL}/studio/nordlicht/settings/brand"));
    let mut change = async |accent: &str, picked: &str, greeting: &str| {
        let fields = [("studio", "nordlicht"), ("accent", accent), ("picked", picked), ("greeting", greeting)];
        let answer = anna.post("/api/studio/brand", &fields).await;
        anna.get(answer.location()).await.body
    };
    let page = change("#fff3a0", "#8a4b2a", "Dear <b>friends</b>,\nwelcome & enjoy!").await;
    assert!(page.contains("light pages a somewhat darker shade"), "{page}");
    let mut client = house.browser();
    client.enter("nordlicht", "7KQM-2XRD-9TFA").await;
    for path in ["/nordlicht".to_owned(), "/nordlicht/overview".to_owned(), format!("/nordlicht/g/{gallery}")] {
        let page = client.get(&path).await.body;
        assert!(page.contains("{--accent:#fff3a0;--on-accent:#161310}"), "by night it stays: {path}");
        assert!(!page.contains(">:root{--accent:#fff3a0"), "by day it would not be seen: {path}");
    }
    let overview = client.get("/nordlicht/overview").await.body;
    assert!(overview.contains("Dear &lt;b&gt;friends&lt;/b&gt;,\nwelcome &amp; enjoy!"), "{overview}");
    assert!(!house.browser().get("/nordlicht").await.body.contains("welcome &amp; enjoy"));
    // Picked, while the typed one is still there; then typed; then none.
    let accent = async || house.store.studio(&scene.studio.address).await.unwrap().unwrap().brand.accent;
    change("#fff3a0", "#123456", "").await;
    assert_eq!(accent().await.unwrap().to_string(), "#123456");
    change("654321", "#123456", "").await;
    assert_eq!(accent().await.unwrap().to_string(), "#654321");
    let page = change("red;}body{display:none", "#654321", "").await;
    assert!(page.contains("This is not a colour."), "{page}");
    assert_eq!(accent().await.unwrap().to_string(), "#654321");
    change("", "#654321", "").await;
    assert_eq!(accent().await, None);
    assert!(!house.browser().get("/nordlicht").await.body.contains("--accent"));
}
