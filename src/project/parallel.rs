//! The same work for many items on several threads, the results in the items' order.

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// Parsing recurses; a thread's usual 2 MB would be too little for an unoptimised build.
const STACK: usize = 64 << 20;
/// Below this many items, threads cost more than they bring.
const WORTH_IT: usize = 4;

/// Applies `work` to each item, on as many threads as the machine has, at most eight.
pub fn map<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::with_capacity(items.len()));
    let share = || {
        let mut own = Vec::new();
        while let Some((index, item)) = take(items, &next) {
            own.push((index, work(item)));
        }
        done.lock().unwrap_or_else(PoisonError::into_inner).extend(own);
    };
    let helpers = if items.len() < WORTH_IT { 0 } else { threads() - 1 };
    thread::scope(|scope| {
        for _ in 0..helpers {
            // Not joined: a thread has long done its share when it is gone. Where it can't be had, the others do its share.
            let _ = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, share);
        }
        share();
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_unstable_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, result)| result).collect()
}

fn take<'a, T>(items: &'a [T], next: &AtomicUsize) -> Option<(usize, &'a T)> {
    let index = next.fetch_add(1, Ordering::Relaxed);
    items.get(index).map(|item| (index, item))
}

fn threads() -> usize {
    thread::available_parallelism().map_or(2, NonZeroUsize::get).clamp(2, 8)
}

#[cfg(test)]
mod tests {
    #[test]
    fn results_stand_in_the_order_of_the_items() {
        let items: Vec<u32> = (0..1000).collect();
        assert_eq!(super::map(&items, |item| item * 2), items.iter().map(|item| item * 2).collect::<Vec<_>>());
    }
}
