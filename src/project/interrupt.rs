//! Being asked to end: by Ctrl-C, or by the system.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// A flag that is set once the program is asked to end, from now on: what is being written can be taken back first. Asked a second
/// time, the program ends at once.
pub fn noted() -> Arc<AtomicBool> {
    let flag = Arc::new(AtomicBool::new(false));
    #[cfg(unix)]
    for signal in [signal_hook::consts::SIGINT, signal_hook::consts::SIGTERM] {
        // Where it can't be heard, it ends the program as it always does.
        let _ = signal_hook::flag::register_conditional_shutdown(signal, ENDED + signal, Arc::clone(&flag));
        let _ = signal_hook::flag::register(signal, Arc::clone(&flag));
    }
    flag
}

/// What a shell adds to the number of the signal that ended a program.
#[cfg(unix)]
const ENDED: i32 = 128;
