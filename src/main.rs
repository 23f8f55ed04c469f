//! The `aludel` program.

use std::ffi::OsString;
use std::process::ExitCode;
use std::thread;

/// A run makes and frees small values by the million.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The evaluator recurses with the Python code it evaluates, the parser with its nesting.
const STACK: usize = 256 << 20;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let run = thread::Builder::new().name("aludel".to_owned()).stack_size(STACK).spawn(move || aludel::cli::run(&arguments));
    match run.map(thread::JoinHandle::join) {
        Ok(Ok(status)) => status,
        _ => ExitCode::from(2),
    }
}
