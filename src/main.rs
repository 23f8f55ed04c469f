//! The `aludel` program.

use std::convert::Infallible;
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
    // Ends the process where it stands: what the run has in memory need not be given back first.
    let run = move || std::process::exit(aludel::cli::run(&arguments).into());
    let thread = thread::Builder::new().name("aludel".to_owned()).stack_size(STACK).spawn(run);
    // It comes back only where it has panicked.
    let _: Option<thread::Result<Infallible>> = thread.ok().map(thread::JoinHandle::join);
    ExitCode::from(2)
}
