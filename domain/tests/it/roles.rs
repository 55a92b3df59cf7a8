//! The roles of a studio's members.

use domain::studio::{Act, Role};

#[test]
fn who_may_do_what_is_as_written_here() {
    let may = |role: Role| Act::ALL.map(|act| if role.may(act) { 'x' } else { '.' }).iter().collect::<String>();
    // Photographs, galleries, letting in, studio, people, own account.
    assert_eq!(may(Role::Owner), "xxxxxx");
    assert_eq!(may(Role::Photographer), "xxx..x");
    assert_eq!(may(Role::Assistant), "x....x");
}
