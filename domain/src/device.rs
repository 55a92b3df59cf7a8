//! What somebody came with, in plain words: the family of the browser and of the system. Never the whole user agent,
//! which tells people apart.

use std::fmt;

named! {
    /// A family of browsers.
    pub enum Browser {
        /// Mozilla's, and what is built on it.
        Firefox = "firefox",
        /// Microsoft's.
        Edge = "edge",
        /// Opera's.
        Opera = "opera",
        /// Samsung's.
        Samsung = "samsung",
        /// Google's, and what says it is.
        Chrome = "chrome",
        /// Apple's.
        Safari = "safari",
        /// Any other, or a program.
        Other = "other",
    }
}

named! {
    /// A family of systems.
    pub enum System {
        /// A phone of Apple's.
        Iphone = "iphone",
        /// A tablet of Apple's that says so: many say they are a Mac.
        Ipad = "ipad",
        /// A phone or tablet with Android.
        Android = "android",
        /// Windows.
        Windows = "windows",
        /// `ChromeOS`.
        Chromeos = "chromeos",
        /// macOS.
        Mac = "mac",
        /// Linux.
        Linux = "linux",
        /// Any other, or none said.
        Other = "other",
    }
}

/// A browser on a system. As text `firefox windows`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Device {
    /// The browser.
    pub browser: Browser,
    /// The system.
    pub system: System,
}

impl Device {
    /// Nothing is known.
    pub const UNKNOWN: Self = Self { browser: Browser::Other, system: System::Other };

    /// The families that a user agent names. The order counts: each names its elders, too.
    pub fn of(user_agent: &str) -> Self {
        let named = |part: &str| user_agent.contains(part);
        let browsers = [
            (["Edg/", "EdgA/", "EdgiOS/"].as_slice(), Browser::Edge),
            (&["OPR/", "OPT/"], Browser::Opera),
            (&["SamsungBrowser/"], Browser::Samsung),
            (&["Firefox/", "FxiOS/"], Browser::Firefox),
            (&["Chrome/", "Chromium/", "CriOS/"], Browser::Chrome),
            (&["Safari/"], Browser::Safari),
        ];
        let systems = [
            (["iPhone", "iPod"].as_slice(), System::Iphone),
            (&["iPad"], System::Ipad),
            (&["Android"], System::Android),
            (&["Windows"], System::Windows),
            (&["CrOS"], System::Chromeos),
            (&["Macintosh", "Mac OS X"], System::Mac),
            (&["Linux", "X11"], System::Linux),
        ];
        let browser = browsers.iter().find(|(parts, _)| parts.iter().any(|part| named(part)));
        let system = systems.iter().find(|(parts, _)| parts.iter().any(|part| named(part)));
        Self {
            browser: browser.map_or(Browser::Other, |(_, browser)| *browser),
            system: system.map_or(System::Other, |(_, system)| *system),
        }
    }

    /// Reads what a row holds; whatever it is not is unknown.
    pub fn parse(text: &str) -> Self {
        let (browser, system) = text.split_once(' ').unwrap_or_default();
        Self {
            browser: Browser::parse(browser).unwrap_or(Browser::Other),
            system: System::parse(system).unwrap_or(System::Other),
        }
    }
}

impl fmt::Display for Device {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.browser, self.system)
    }
}
