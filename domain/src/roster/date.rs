//! Days of birth as schools write them.

use chrono::NaiveDate;

/// How the days of a column are written that could be read in two ways (`03/04/2017`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// German, French, British: the day first. What is taken when nothing in the column says otherwise.
    DayFirst,
    /// American: the month first. Only if a day of the column says so (`03/25/2017`) and none contradicts.
    MonthFirst,
    /// The column contradicts itself: what could be read in two ways is read in none.
    Unclear,
}

/// Why a text is no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateProblem {
    /// It is not one.
    Unreadable,
    /// It could be two days, and the column does not say which.
    Unclear,
}

/// The order of a whole column.
pub(super) fn order<'a>(column: impl IntoIterator<Item = &'a str>) -> Order {
    let (mut day_first, mut month_first) = (false, false);
    for text in column {
        if let Some(Written::Either { first, second, year }) = written(text) {
            let (as_day, as_month) = (day(year, second, first), day(year, first, second));
            day_first |= as_day.is_some() && as_month.is_none();
            month_first |= as_day.is_none() && as_month.is_some();
        }
    }
    match (day_first, month_first) {
        (true, true) => Order::Unclear,
        (false, true) => Order::MonthFirst,
        _ => Order::DayFirst,
    }
}

/// A day of 1900 to 2099: `2017-03-14`, `14.03.2017`, `14/03/2017`, `14-3-17` and, where the column says so,
/// `03/14/2017`. A time of day after it is left out. Two digits of a year are 1969 to 2068.
pub(super) fn parse(text: &str, order: Order) -> Result<NaiveDate, DateProblem> {
    let day = match written(text) {
        None => None,
        Some(Written::Clear { year, month, day: of_month }) => day(year, month, of_month),
        Some(Written::Either { first, second, year }) => {
            let (as_day, as_month) = (day(year, second, first), day(year, first, second));
            match order {
                Order::DayFirst => as_day,
                Order::MonthFirst => as_month,
                Order::Unclear if as_day.is_some() && as_month.is_some() && as_day != as_month => {
                    return Err(DateProblem::Unclear);
                }
                Order::Unclear => as_day.or(as_month),
            }
        }
    };
    day.ok_or(DateProblem::Unreadable)
}

/// Whether a text is a day in any order.
pub(super) fn is_day(text: &str) -> bool {
    parse(text, Order::Unclear) != Err(DateProblem::Unreadable)
}

enum Written {
    Clear { year: i32, month: u32, day: u32 },
    Either { first: u32, second: u32, year: i32 },
}

fn written(text: &str) -> Option<Written> {
    let text: String = text.trim().chars().map(western_digit).take(40).collect();
    let (date, time) = text.split_once([' ', 'T']).unwrap_or((&text, ""));
    if !time.chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | '.' | 'Z')) {
        return None;
    }
    let date = date.strip_suffix('.').unwrap_or(date);
    let separator = date.chars().find(|c| !c.is_ascii_digit())?;
    if !matches!(separator, '-' | '.' | '/') {
        return None;
    }
    let parts: Vec<&str> = date.split(separator).collect();
    let [first, second, third] = parts[..] else { return None };
    if first.len() == 4 {
        return Some(Written::Clear { year: number(first, 4)?, month: number(second, 2)?, day: number(third, 2)? });
    }
    let year = match (third.len(), number::<i32>(third, 4)?) {
        (4, year) => year,
        (2, short) => short + if short < 69 { 2000 } else { 1900 },
        _ => return None,
    };
    let (first, second) = (number(first, 2)?, number(second, 2)?);
    Some(match separator {
        '/' | '-' => Written::Either { first, second, year },
        _ => Written::Clear { year, month: second, day: first },
    })
}

fn number<N: std::str::FromStr>(digits: &str, max: usize) -> Option<N> {
    let plain = (1..=max).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    (1900..2100).contains(&year).then(|| NaiveDate::from_ymd_opt(year, month, day)).flatten()
}

/// The digits of Arabic and Persian as those of the rest.
fn western_digit(c: char) -> char {
    let place = match c {
        '\u{660}'..='\u{669}' => u32::from(c) - 0x660,
        '\u{6f0}'..='\u{6f9}' => u32::from(c) - 0x6f0,
        _ => return c,
    };
    char::from_digit(place, 10).unwrap_or(c)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, of_month: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, of_month).unwrap()
    }

    // S60
    #[test]
    fn days_are_read_as_schools_write_them() {
        for text in [
            "2017-03-14",
            "14.03.2017",
            "14.3.17",
            "14/03/2017",
            "2017-03-14T00:00",
            "14.03.2017 00:00:00",
            "١٤/٠٣/٢٠١٧",
        ] {
            assert_eq!(parse(text, Order::DayFirst), Ok(day(2017, 3, 14)), "{text}");
        }
        assert_eq!(parse("14.03.98", Order::DayFirst), Ok(day(1998, 3, 14)));
        for text in
            ["", "14", "31.02.2017", "14.03.1817", "14.03", "1.2.3.4", "14.03.2017 Uhr", "Anna", "2017-3", "14.03.201"]
        {
            assert_eq!(parse(text, Order::DayFirst), Err(DateProblem::Unreadable), "{text}");
        }
    }

    // S60
    #[test]
    fn the_month_is_first_only_if_the_whole_column_says_so() {
        assert_eq!(order(["03/04/2017", "05/06/2017"]), Order::DayFirst);
        assert_eq!(order(["03/04/2017", "03/25/2017"]), Order::MonthFirst);
        assert_eq!(order(["25/03/2017", "03/25/2017"]), Order::Unclear);
        assert_eq!(order(["03.25.2017", "nothing"]), Order::DayFirst);
        assert_eq!(parse("03/04/2017", Order::MonthFirst), Ok(day(2017, 3, 4)));
        assert_eq!(parse("03/04/2017", Order::DayFirst), Ok(day(2017, 4, 3)));
        assert_eq!(parse("03/04/2017", Order::Unclear), Err(DateProblem::Unclear));
        assert_eq!(parse("03/03/2017", Order::Unclear), Ok(day(2017, 3, 3)));
        assert_eq!(parse("03/25/2017", Order::Unclear), Ok(day(2017, 3, 25)));
        assert_eq!(parse("03/25/2017", Order::DayFirst), Err(DateProblem::Unreadable));
    }
}
