//! `lazy_object_proxy`: an object that is made when it is first used.

use crate::eval::function::Row;

/// The module `lazy_object_proxy`.
///
/// What the proxy stands for is made at once: the one thing that a program could tell it by is its `type()`.
pub static MODULE: super::NativeModule = super::NativeModule {
    functions: &[Row::any("Proxy", |call| {
        let make = call.one("Proxy")?;
        call.call(&make, [])
    })],
    ..super::NativeModule::new("lazy_object_proxy")
};
