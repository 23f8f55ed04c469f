//! `base64` and `binascii`.

use std::rc::Rc;

use super::NativeModule;
use super::digest::hex;
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, Row};
use crate::eval::value::Value;

/// `base64`.
pub static MODULE: NativeModule = NativeModule {
    functions: &[
        Row::new("b64encode", |call| encode_call(call, STANDARD)),
        Row::new("standard_b64encode", |call| encode_call(call, STANDARD)),
        Row::new("urlsafe_b64encode", |call| encode_call(call, URL)),
        Row::new("encodebytes", |call| {
            let [data] = call.need("encodebytes", ["s"])?;
            let data = call.need_bytes(&data)?;
            Ok(Value::Bytes(data.chunks(57).map(|line| encode(line, STANDARD) + "\n").collect::<String>().into_bytes().into()))
        }),
        Row::new("b64decode", |call| decode_call(call, false)),
        Row::new("standard_b64decode", |call| decode_call(call, false)),
        Row::new("urlsafe_b64decode", |call| decode_call(call, true)),
        Row::new("b16encode", |call| {
            let [data] = call.need("b16encode", ["s"])?;
            Ok(Value::Bytes(hex(&call.need_bytes(&data)?).to_uppercase().into_bytes().into()))
        }),
        Row::new("b16decode", unhexlify),
    ],
    ..NativeModule::new("base64")
};

/// `binascii`.
pub static BINASCII: NativeModule = NativeModule {
    functions: &[
        Row::new("hexlify", hexlify),
        Row::new("b2a_hex", hexlify),
        Row::new("unhexlify", unhexlify),
        Row::new("a2b_hex", unhexlify),
        Row::new("crc32", super::compress::crc32_call),
        Row::new("a2b_base64", |call| decode_call(call, false)),
        Row::new("b2a_base64", |call| {
            let [data, _, newline] = call.take("b2a_base64", ["data", "*", "newline"], 1)?;
            let data = call.need_bytes(&data.unwrap_or(Value::None))?;
            let end = if call.flag(newline.as_ref(), true)? { "\n" } else { "" };
            Ok(Value::Bytes((encode(&data, STANDARD) + end).into_bytes().into()))
        }),
    ],
    values: &[Row::any("Error", |call| {
        let base = call.vm.builtin_exception("ValueError");
        Ok(Value::Class(call.vm.exception_class("binascii", "Error", base.as_slice())))
    })],
    ..NativeModule::new("binascii")
};

const STANDARD: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const URL: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

fn encode(data: &[u8], alphabet: &[u8; 64]) -> String {
    let mut text = String::with_capacity(data.len().div_ceil(3) * 4);
    for group in data.chunks(3) {
        let bits = group.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - group.len()));
        for place in 0..4 {
            let letter = alphabet.get((bits >> (18 - 6 * place) & 63) as usize).copied().unwrap_or(b'=');
            text.push(if place <= group.len() { char::from(letter) } else { '=' });
        }
    }
    text
}

/// Decodes as Python does without `validate`: letters of other kinds are passed over.
fn decode(data: &[u8], url: bool) -> Result<Vec<u8>, &'static str> {
    let (mut bytes, mut bits, mut count, mut padding) = (Vec::new(), 0_u32, 0, 0);
    for byte in data {
        let byte = match byte {
            b'-' if url => b'+',
            b'_' if url => b'/',
            byte => *byte,
        };
        if byte == b'=' {
            padding += 1;
            if count >= 2 && count + padding >= 4 {
                break;
            }
            continue;
        }
        let Some(value) = STANDARD.iter().position(|letter| *letter == byte) else { continue };
        padding = 0;
        bits = bits << 6 | value as u32;
        count += 1;
        if count == 4 {
            bytes.extend([bits >> 16, bits >> 8, bits].map(|part| (part & 255) as u8));
            (bits, count) = (0, 0);
        }
    }
    match (count, padding) {
        (0, _) => {}
        (2, 2..) => bytes.push((bits >> 4 & 255) as u8),
        (3, 1..) => bytes.extend([bits >> 10, bits >> 2].map(|part| (part & 255) as u8)),
        (1, _) => return Err("Invalid base64-encoded string: number of data characters cannot be 1 more than a multiple of 4"),
        _ => return Err("Incorrect padding"),
    }
    Ok(bytes)
}

fn encode_call(call: &mut Call<'_>, alphabet: &[u8; 64]) -> Evaluated {
    let [data, alternative] = call.take("b64encode", ["s", "altchars"], 1)?;
    let data = call.need_bytes(&data.unwrap_or(Value::None))?;
    let text = encode(&data, alphabet);
    Ok(Value::Bytes(match alternative {
        Some(Value::Bytes(pair)) => {
            let swap = |byte: u8| match byte {
                b'+' => pair.first().copied().unwrap_or(byte),
                b'/' => pair.get(1).copied().unwrap_or(byte),
                byte => byte,
            };
            text.bytes().map(swap).collect()
        }
        _ => text.into_bytes().into(),
    }))
}

/// Bytes, or a text of ASCII letters.
fn ascii(call: &mut Call<'_>, value: &Value) -> Evaluated<Rc<[u8]>> {
    match Call::text_of(value) {
        Some(text) if text.is_ascii() => Ok(text.as_bytes().into()),
        Some(_) => Err(call.raise("ValueError", "string argument should contain only ASCII characters")),
        None => call.need_bytes(value),
    }
}

fn decode_call(call: &mut Call<'_>, url: bool) -> Evaluated {
    let [data, _, _] = call.take("b64decode", ["s", "altchars", "validate"], 1)?;
    let data = ascii(call, &data.unwrap_or(Value::None))?;
    match decode(&data, url) {
        Ok(bytes) => Ok(Value::Bytes(bytes.into())),
        Err(message) => Err(error(call, message)?),
    }
}

fn error(call: &mut Call<'_>, message: &str) -> Evaluated<crate::eval::Unwind> {
    let module = call.vm.import(call.host, "binascii", call.span)?;
    let class = call.attr(&module, "Error")?;
    Ok(match class {
        Value::Class(class) => call.vm.raise_class(&class, vec![Value::str(message)], call.span),
        _ => call.raise("ValueError", message),
    })
}

fn hexlify(call: &mut Call<'_>) -> Evaluated {
    let [data] = call.need("hexlify", ["data"])?;
    Ok(Value::Bytes(hex(&call.need_bytes(&data)?).into_bytes().into()))
}

fn unhexlify(call: &mut Call<'_>) -> Evaluated {
    let [text] = call.need("unhexlify", ["hexstr"])?;
    let text = ascii(call, &text)?;
    if text.len() % 2 != 0 {
        return Err(error(call, "Odd-length string")?);
    }
    let pair = |pair: &[u8]| std::str::from_utf8(pair).ok().and_then(|pair| u8::from_str_radix(pair, 16).ok());
    match text.chunks(2).map(pair).collect::<Option<Vec<u8>>>() {
        Some(bytes) => Ok(Value::Bytes(bytes.into())),
        None => Err(error(call, "Non-hexadecimal digit found")?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goes_there_and_back() {
        for (plain, coded) in [("", ""), ("a", "YQ=="), ("ab", "YWI="), ("abc", "YWJj"), ("abc?>", "YWJjPz4=")] {
            assert_eq!(encode(plain.as_bytes(), STANDARD), coded);
            assert_eq!(decode(coded.as_bytes(), false).expect("decodes"), plain.as_bytes());
        }
        assert_eq!(decode(b"YQ", false), Err("Incorrect padding"));
        assert_eq!(decode(b"YQ-_\n", true).expect("decodes"), [b'a', 15, 191]);
    }
}
