//! B12: no address and no function is forgotten. Each is named with who may use it, and proven from both sides: it does
//! what it should for them, with the very fields with which it then does nothing for anybody else.

mod functions;
mod headers;
mod pages;
mod people;
