//! Devices are told by the families that their user agents name.

use domain::device::{Browser, Device, System};
use proptest::prelude::*;

#[test]
fn a_device_is_told_by_its_families() {
    for (user_agent, browser, system) in [
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0",
            Browser::Firefox,
            System::Windows,
        ),
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15",
            Browser::Safari,
            System::Mac,
        ),
        (
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
            Browser::Chrome,
            System::Linux,
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
            Browser::Edge,
            System::Windows,
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1",
            Browser::Safari,
            System::Iphone,
        ),
        (
            "Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/145.0 Mobile/15E148 Safari/605.1.15",
            Browser::Firefox,
            System::Ipad,
        ),
        (
            "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36",
            Browser::Samsung,
            System::Android,
        ),
        (
            "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
            Browser::Chrome,
            System::Chromeos,
        ),
        ("curl/8.14.1", Browser::Other, System::Other),
        ("", Browser::Other, System::Other),
    ] {
        assert_eq!(Device::of(user_agent), Device { browser, system }, "{user_agent}");
    }
}

proptest! {
    #[test]
    fn a_row_holds_no_more_than_two_families(user_agent in ".{0,200}") {
        let device = Device::of(&user_agent);
        prop_assert_eq!(Device::parse(&device.to_string()), device);
        prop_assert!(device.to_string().len() <= 16);
    }
}
