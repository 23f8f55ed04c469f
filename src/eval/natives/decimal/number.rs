//! Decimal arithmetic with 28 digits, rounding half to even, as `decimal`'s default context has it.

/// The digits that results are rounded to.
const PRECISION: u32 = 28;

/// A finite decimal: `coefficient * 10 ** exponent`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    pub negative: bool,
    pub coefficient: u128,
    pub exponent: i32,
}

/// How a digit that falls away is rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounding {
    HalfEven,
    HalfUp,
    HalfDown,
    Up,
    Down,
    Ceiling,
    Floor,
}

impl Rounding {
    /// The rounding of a name of the module.
    pub fn of(name: &str) -> Option<Self> {
        Some(match name {
            "ROUND_HALF_EVEN" => Self::HalfEven,
            "ROUND_HALF_UP" => Self::HalfUp,
            "ROUND_HALF_DOWN" => Self::HalfDown,
            "ROUND_UP" => Self::Up,
            "ROUND_DOWN" => Self::Down,
            "ROUND_CEILING" => Self::Ceiling,
            "ROUND_FLOOR" => Self::Floor,
            _ => return None,
        })
    }
}

fn power(exponent: u32) -> Option<u128> {
    10_u128.checked_pow(exponent)
}

fn digits(number: u128) -> u32 {
    number.checked_ilog10().map_or(1, |log| log + 1)
}

impl Number {
    /// Reads what `Decimal(text)` takes; nothing for what is no finite number.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (negative, text) = match text.strip_prefix('-') {
            Some(text) => (true, text),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (mantissa, exponent) = match text.find(['e', 'E']) {
            Some(at) => (text.get(..at)?, text.get(at + 1..)?.parse::<i32>().ok()?),
            None => (text, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all: String = [whole, fraction].concat().chars().filter(|char| *char != '_').collect();
        if all.is_empty() || !all.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let fraction = i32::try_from(fraction.chars().filter(|char| *char != '_').count()).ok()?;
        Some(Self { negative, coefficient: all.parse().ok()?, exponent: exponent.checked_sub(fraction)? })
    }

    /// An integer.
    pub fn of(number: i128) -> Self {
        Self { negative: number < 0, coefficient: number.unsigned_abs(), exponent: 0 }
    }

    /// The same value with this exponent, digits that fall away rounded; nothing where it grows too large.
    pub fn with_exponent(self, exponent: i32, rounding: Rounding) -> Option<Self> {
        let shift = self.exponent.checked_sub(exponent)?;
        if self.coefficient == 0 {
            return Some(Self { exponent, ..self });
        }
        if let Ok(shift) = u32::try_from(shift) {
            let coefficient = self.coefficient.checked_mul(power(shift)?)?;
            return Some(Self { coefficient, exponent, ..self });
        }
        let (quotient, rest, divisor) = match power(shift.unsigned_abs()) {
            Some(divisor) => (self.coefficient / divisor, self.coefficient % divisor, divisor),
            None => (0, 1, 3),
        };
        let below = rest < divisor - rest;
        let tie = rest == divisor - rest;
        let up = rest != 0
            && match rounding {
                Rounding::HalfEven => !below && (!tie || quotient % 2 == 1),
                Rounding::HalfUp => !below,
                Rounding::HalfDown => !below && !tie,
                Rounding::Up => true,
                Rounding::Down => false,
                Rounding::Ceiling => !self.negative,
                Rounding::Floor => self.negative,
            };
        Some(Self { coefficient: quotient + u128::from(up), exponent, ..self })
    }

    /// Rounded to the digits of the context.
    fn rounded(self) -> Option<Self> {
        let mut number = self;
        while digits(number.coefficient) > PRECISION {
            let excess = i32::try_from(digits(number.coefficient) - PRECISION).ok()?;
            number = number.with_exponent(number.exponent + excess, Rounding::HalfEven)?;
        }
        Some(number)
    }

    fn signed(self) -> Option<i128> {
        let number = i128::try_from(self.coefficient).ok()?;
        Some(if self.negative { -number } else { number })
    }

    /// Both with the smaller exponent.
    fn aligned(self, other: Self) -> Option<(Self, Self)> {
        let exponent = self.exponent.min(other.exponent);
        Some((self.with_exponent(exponent, Rounding::Down)?, other.with_exponent(exponent, Rounding::Down)?))
    }

    pub fn add(self, other: Self) -> Option<Self> {
        let (one, two) = self.aligned(other)?;
        let sum = one.signed()?.checked_add(two.signed()?)?;
        let negative = if sum == 0 { self.negative && other.negative } else { sum < 0 };
        Self { negative, coefficient: sum.unsigned_abs(), exponent: one.exponent }.rounded()
    }

    pub fn compare(self, other: Self) -> Option<std::cmp::Ordering> {
        let (one, two) = self.aligned(other)?;
        Some(one.signed()?.cmp(&two.signed()?))
    }

    pub fn negated(self) -> Self {
        Self { negative: !self.negative && self.coefficient != 0, ..self }
    }

    pub fn multiply(self, other: Self) -> Option<Self> {
        let coefficient = self.coefficient.checked_mul(other.coefficient)?;
        let exponent = self.exponent.checked_add(other.exponent)?;
        Self { negative: self.negative != other.negative, coefficient, exponent }.rounded()
    }

    /// The quotient; the divisor must not be zero.
    pub fn divide(self, other: Self) -> Option<Self> {
        let negative = self.negative != other.negative;
        let ideal = self.exponent.checked_sub(other.exponent)?;
        if self.coefficient == 0 {
            return Some(Self { negative, coefficient: 0, exponent: ideal });
        }
        // Long division, digit by digit, until it comes out even or enough digits are there.
        let mut quotient = self.coefficient / other.coefficient;
        let mut rest = self.coefficient % other.coefficient;
        let mut exponent = ideal;
        while rest != 0 && digits(quotient) <= PRECISION {
            rest = rest.checked_mul(10)?;
            quotient = quotient.checked_mul(10)? + rest / other.coefficient;
            rest %= other.coefficient;
            exponent -= 1;
        }
        let exact = rest == 0 && quotient.is_multiple_of(power(digits(quotient).saturating_sub(PRECISION))?);
        // A rest behind the last digit breaks ties.
        if rest != 0 {
            quotient = quotient.checked_mul(10)? + 1;
            exponent -= 1;
        }
        let mut result = Self { negative, coefficient: quotient, exponent }.rounded()?;
        while exact && result.exponent < ideal && result.coefficient.is_multiple_of(10) {
            result = Self { coefficient: result.coefficient / 10, exponent: result.exponent + 1, ..result };
        }
        Some(result)
    }

    /// Quotient towards zero, and what remains; the divisor must not be zero.
    pub fn divide_whole(self, other: Self) -> Option<(Self, Self)> {
        let (one, two) = self.aligned(other)?;
        let quotient = Self { negative: self.negative != other.negative, coefficient: one.coefficient / two.coefficient, exponent: 0 };
        let rest = Self { negative: self.negative, coefficient: one.coefficient % two.coefficient, exponent: one.exponent };
        Some((quotient, rest))
    }

    /// The integer part, towards zero.
    pub fn whole(self) -> Option<i128> {
        self.with_exponent(0, Rounding::Down)?.signed()
    }

    /// Without zeros at its end.
    pub fn normalized(self) -> Self {
        let mut number = self;
        if number.coefficient == 0 {
            return Self { exponent: 0, ..number };
        }
        while number.coefficient.is_multiple_of(10) {
            number = Self { coefficient: number.coefficient / 10, exponent: number.exponent + 1, ..number };
        }
        number
    }

    /// `format(number, "f")`: no exponent.
    pub fn plain(self) -> String {
        let sign = if self.negative { "-" } else { "" };
        let mut digits = self.coefficient.to_string();
        match usize::try_from(self.exponent) {
            Ok(zeros) => {
                if self.coefficient != 0 {
                    digits.push_str(&"0".repeat(zeros));
                }
                format!("{sign}{digits}")
            }
            Err(_) => {
                let fraction = self.exponent.unsigned_abs() as usize;
                let padded = format!("{digits:0>width$}", width = fraction + 1);
                let (whole, fraction) = padded.split_at(padded.len() - fraction);
                format!("{sign}{whole}.{fraction}")
            }
        }
    }
}

/// `str(Decimal)`.
impl std::fmt::Display for Number {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let digits = self.coefficient.to_string();
        let adjusted = i64::from(self.exponent) + digits.len() as i64 - 1;
        if self.exponent <= 0 && adjusted >= -6 {
            return out.write_str(&self.plain());
        }
        let sign = if self.negative { "-" } else { "" };
        let (first, rest) = digits.split_at(1);
        let point = if rest.is_empty() { "" } else { "." };
        write!(out, "{sign}{first}{point}{rest}E{adjusted:+}")
    }
}
