//! Chance that is the same in every run.

/// The numbers of one seed (splitmix64).
#[derive(Clone)]
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit.max(1) as u64).expect("a small number")
    }

    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of some; which one does not change when others go away, so that a chain that is made smaller keeps its meaning.
    pub fn pick<'a, T>(&mut self, from: impl IntoIterator<Item = &'a T>, name: impl Fn(&T) -> &str) -> Option<&'a T> {
        let salt = self.next();
        from.into_iter().max_by_key(|item| {
            let seed = name(item).bytes().fold(salt, |sum, byte| sum.wrapping_mul(31).wrapping_add(u64::from(byte)));
            Random(seed).next()
        })
    }

    pub fn one_of<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }
}
