//! Where a member is signed in, and how to end that.

use domain::device::{Browser, Device, System};
use leptos::prelude::*;
use store::OpenSession;

use crate::api::Answer;
use crate::ctx::{Ctx, OwnAccount};
use crate::ui::fields::form_error;
use crate::ui::posted::Posted;
use crate::ui::times;
use crate::ui::words::Words;

const END: &str = "/api/account/end_session";
const OTHERS: &str = "/api/account/end_others";

/// The member's sessions, this one marked.
pub async fn devices(ctx: &Ctx, own: &OwnAccount, posted: &Posted, words: Words) -> Answer<AnyView> {
    let sessions = ctx.store().open_sessions(own.member.id, ctx.member_session()?, ctx.now()).await?;
    let failed = [END, OTHERS].into_iter().find_map(|endpoint| posted.general(endpoint, words));
    let others = (sessions.len() > 1).then(|| {
        view! {
            <form method="post" action=OTHERS>
                <button class="button quiet" name="studio" value=own.field()>{words.text("devices-end-others")}</button>
            </form>
        }
    });
    let rows = sessions.iter().map(|session| row(ctx, own, session, words)).collect_view();
    let list = view! {
        {form_error(failed)}
        <p class="hint">{words.text("devices-lead")}</p>
        <ul class="list devices">{rows}</ul>
        {others}
    };
    Ok(list.into_any())
}

fn row(ctx: &Ctx, own: &OwnAccount, session: &OpenSession, words: Words) -> impl IntoView + use<> {
    let name = device_name(session.device, words);
    let times = [
        ("since", times::ago(session.since, ctx.now(), words).into()),
        ("seen", times::ago(session.seen, ctx.now(), words).into()),
    ];
    let end = if session.this {
        view! { <span class="badge good">{words.text("devices-this")}</span> }.into_any()
    } else {
        let named = [("device", name.clone().into())];
        view! {
            <form method="post" action=END>
                <input type="hidden" name="studio" value=own.field() />
                <button
                    class="link danger"
                    name="session"
                    value=session.name.clone()
                    aria-label=words.with("devices-end-named", &named)
                >
                    {words.text("devices-end")}
                </button>
            </form>
        }
        .into_any()
    };
    view! {
        <li>
            <div>
                <span class="name">{name}</span>
                <span class="facts">{words.with("devices-times", &times)}</span>
            </div>
            {end}
        </li>
    }
}

/// A device in plain words.
pub fn device_name(device: Device, words: Words) -> String {
    let browser = match device.browser {
        Browser::Firefox => "Firefox",
        Browser::Edge => "Edge",
        Browser::Opera => "Opera",
        Browser::Samsung => "Samsung Internet",
        Browser::Chrome => "Chrome",
        Browser::Safari => "Safari",
        Browser::Other => "",
    };
    let system = match device.system {
        System::Iphone => "iPhone",
        System::Ipad => "iPad",
        System::Android => "Android",
        System::Windows => "Windows",
        System::Chromeos => "ChromeOS",
        System::Mac => "Mac",
        System::Linux => "Linux",
        System::Other => "",
    };
    match (browser, system) {
        ("", "") => words.text("device-unknown"),
        (only, "") | ("", only) => only.to_owned(),
        (browser, system) => words.with("device", &[("browser", browser.into()), ("system", system.into())]),
    }
}

#[cfg(test)]
mod tests {
    use domain::studio::DeskLanguage;

    use super::*;

    #[test]
    fn a_device_is_named_in_plain_words() {
        let name = |browser, system, language| device_name(Device { browser, system }, Words::at_desk(language));
        assert_eq!(name(Browser::Firefox, System::Windows, DeskLanguage::En), "Firefox on Windows");
        assert_eq!(name(Browser::Safari, System::Iphone, DeskLanguage::De), "Safari auf iPhone");
        assert_eq!(name(Browser::Other, System::Linux, DeskLanguage::En), "Linux");
        assert_eq!(name(Browser::Other, System::Other, DeskLanguage::En), "Unknown device");
    }
}
