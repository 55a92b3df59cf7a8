//! What the pages of a visit have in common.
