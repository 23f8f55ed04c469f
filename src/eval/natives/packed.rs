//! `struct`: numbers as bytes.

use super::NativeModule;
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, Row};
use crate::eval::value::Value;

/// `struct`.
pub static MODULE: NativeModule = NativeModule {
    functions: &[
        Row::new("pack", pack),
        Row::new("unpack", unpack),
        Row::new("calcsize", |call| {
            let [format] = call.need("calcsize", ["format"])?;
            let format = call.need_text(&format)?;
            match items(&format) {
                Some((_, items)) => Ok(Value::Int(items.iter().map(|item| item.size as i128).sum())),
                None => Ok(not_understood(call, &format)),
            }
        }),
    ],
    ..NativeModule::new("struct")
};

/// One number, run of bytes or gap.
struct Item {
    kind: char,
    size: usize,
}

/// Whether the largest byte stands first, and the items; nothing where native alignment is asked for.
fn items(format: &str) -> Option<(bool, Vec<Item>)> {
    let (big, rest) = match format.chars().next()? {
        '>' | '!' => (true, format.get(1..)?),
        '<' | '=' => (false, format.get(1..)?),
        _ if format.chars().all(|char| "cbB?xs0123456789 ".contains(char)) => (false, format),
        _ => return None,
    };
    let mut items = Vec::new();
    let mut count = String::new();
    for kind in rest.chars() {
        if kind.is_ascii_digit() {
            count.push(kind);
            continue;
        }
        let times = std::mem::take(&mut count).parse::<usize>().unwrap_or(1);
        let size = match kind {
            ' ' => continue,
            's' => {
                items.push(Item { kind, size: times });
                continue;
            }
            'x' | 'c' | 'b' | 'B' | '?' => 1,
            'h' | 'H' => 2,
            'i' | 'I' | 'l' | 'L' | 'f' => 4,
            'q' | 'Q' | 'd' => 8,
            _ => return None,
        };
        items.extend((0..times.min(10_000)).map(|_| Item { kind, size }));
    }
    Some((big, items))
}

fn not_understood(call: &Call<'_>, format: &str) -> Value {
    call.not_computed(format!("the format `{format}` of `struct` is not understood"))
}

fn pack(call: &mut Call<'_>) -> Evaluated {
    let mut values = std::mem::take(&mut call.args.positional).into_iter().map(|argument| argument.value);
    let format = call.need_text(&values.next().unwrap_or(Value::None))?;
    let Some((big, items)) = items(&format) else { return Ok(not_understood(call, &format)) };
    let mut packed: Vec<u8> = Vec::new();
    for item in items {
        if item.kind == 'x' {
            packed.push(0);
            continue;
        }
        let Some(value) = values.next() else { return Err(call.raise("ValueError", "pack expected more items for packing")) };
        let mut bytes: Vec<u8> = match (item.kind, &value) {
            ('s' | 'c', _) => {
                let mut bytes = call.need_bytes(&value)?.to_vec();
                bytes.resize(item.size, 0);
                packed.append(&mut bytes);
                continue;
            }
            ('?', _) => vec![u8::from(call.truth(&value)?)],
            ('f', _) => (call.need_float(&value)? as f32).to_le_bytes().to_vec(),
            ('d', _) => call.need_float(&value)?.to_le_bytes().to_vec(),
            _ => {
                let number = call.need_int(&value)?;
                let bits = 8 * item.size as u32;
                let within = if item.kind.is_ascii_uppercase() {
                    number >= 0 && number < 1_i128 << bits
                } else {
                    number >= -(1_i128 << (bits - 1)) && number < 1_i128 << (bits - 1)
                };
                if !within {
                    return Err(call.raise("ValueError", format!("'{}' format requires a number in range", item.kind)));
                }
                number.to_le_bytes().into_iter().take(item.size).collect()
            }
        };
        if big {
            bytes.reverse();
        }
        packed.append(&mut bytes);
    }
    Ok(Value::Bytes(packed.into()))
}

fn unpack(call: &mut Call<'_>) -> Evaluated {
    let [format, bytes] = call.need("unpack", ["format", "buffer"])?;
    let format = call.need_text(&format)?;
    let bytes = call.need_bytes(&bytes)?;
    let Some((big, items)) = items(&format) else { return Ok(not_understood(call, &format)) };
    let size: usize = items.iter().map(|item| item.size).sum();
    if size != bytes.len() {
        return Err(call.raise("ValueError", format!("unpack requires a buffer of {size} bytes")));
    }
    let mut rest: &[u8] = &bytes;
    let mut values = Vec::new();
    for item in items {
        let (head, tail) = rest.split_at_checked(item.size).unwrap_or_default();
        rest = tail;
        let mut little = head.to_vec();
        if big {
            little.reverse();
        }
        let unsigned = little.iter().rev().fold(0_i128, |number, byte| number << 8 | i128::from(*byte));
        values.push(match item.kind {
            'x' => continue,
            's' | 'c' => Value::Bytes(head.into()),
            '?' => Value::Bool(unsigned != 0),
            'f' => Value::Float(f64::from(f32::from_bits(unsigned as u32))),
            'd' => Value::Float(f64::from_bits(unsigned as u64)),
            kind if kind.is_ascii_uppercase() => Value::Int(unsigned),
            _ => {
                let bits = 8 * item.size as u32;
                Value::Int(if unsigned >= 1_i128 << (bits - 1) { unsigned - (1_i128 << bits) } else { unsigned })
            }
        });
    }
    Ok(Value::tuple(values))
}
