//! Compiles the crate anew when the dialects' data changes: it is embedded by a macro that the compiler does not watch.

fn main() {
    println!("cargo:rerun-if-changed=dialects");
    println!("cargo:rerun-if-changed=build.rs");
}
