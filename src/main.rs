//! The `aludel` program.

use std::ffi::OsString;
#[cfg(unix)]
use std::io::Write;
use std::process::ExitCode;

/// A run makes and frees small values by the million.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The exit status of a run that failed.
const FAILED: i32 = 2;

fn main() -> ExitCode {
    let told = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        told(panic);
        aludel::project::stage::abandon();
        std::process::exit(FAILED);
    }));
    let arguments: Vec<OsString> = std::env::args_os().collect();
    // A thread of its own would have a stack as well, and a heap to be set up and given back.
    let status = stacker::grow(aludel::cli::STACK, || aludel::cli::run(&arguments));
    end(status)
}

/// Ends the process where it stands: what it has in memory need not be given back first.
#[cfg(unix)]
fn end(status: u8) -> ExitCode {
    let _ = std::io::stdout().flush();
    signal_hook::low_level::exit(status.into())
}

#[cfg(not(unix))]
fn end(status: u8) -> ExitCode {
    ExitCode::from(status)
}
