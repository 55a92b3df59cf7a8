//! What every answer says about itself.

use crate::browser::TestHouse;

// SECURITY section 5: on every kind of answer
#[tokio::test]
async fn every_answer_says_that_nobody_may_keep_list_or_frame_it() {
    let house = TestHouse::new().await;
    house.scene().await;
    for path in ["/nordlicht", "/nowhere-at-all", "/sign-in", "/m/x/s", "/healthz", "/nordlicht/g/x/foo.jpg"] {
        let answer = house.browser().get(path).await;
        assert_eq!(answer.headers["x-content-type-options"], "nosniff", "{path}");
        assert_eq!(answer.headers["referrer-policy"], "same-origin", "{path}");
        assert_eq!(answer.headers["cache-control"], "no-store", "{path}");
        assert!(answer.headers["x-robots-tag"].to_str().unwrap().contains("noindex"), "{path}");
        let policy = answer.headers["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe-inline"), "{path}: {policy}");
    }
}
