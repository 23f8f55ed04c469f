//! The same work for many items on several threads, the results in the items' order.

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Parsing recurses; a thread's usual 2 MB would be too little for an unoptimised build.
const STACK: usize = 64 << 20;
/// Below this many items, threads cost more than they bring.
const WORTH_IT: usize = 4;

/// Applies `work` to each item, on as many threads as the machine has, at most eight.
pub fn map<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let share = || {
        let mut done = Vec::new();
        while let Some((index, item)) = take(items, &next) {
            done.push((index, work(item)));
        }
        done
    };
    let helpers = if items.len() < WORTH_IT { 0 } else { threads() - 1 };
    let mut done = thread::scope(|scope| {
        let helpers: Vec<_> =
            (0..helpers).filter_map(|_| thread::Builder::new().stack_size(STACK).spawn_scoped(scope, share).ok()).collect();
        let mut done = share();
        for helper in helpers {
            match helper.join() {
                Ok(part) => done.extend(part),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        done
    });
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
