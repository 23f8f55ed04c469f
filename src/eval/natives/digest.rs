//! `hashlib`: MD5, SHA-1 and the SHA-2 family.

use std::cell::RefCell;
use std::rc::Rc;

use md5::Digest as _;

use super::NativeModule;
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, NativeType, Row};
use crate::eval::object::Object;
use crate::eval::value::Value;

/// `hashlib`.
pub static MODULE: NativeModule = NativeModule {
    functions: &[
        Row::new("md5", |call| start(call, "md5")),
        Row::new("sha1", |call| start(call, "sha1")),
        Row::new("sha224", |call| start(call, "sha224")),
        Row::new("sha256", |call| start(call, "sha256")),
        Row::new("sha384", |call| start(call, "sha384")),
        Row::new("sha512", |call| start(call, "sha512")),
        Row::new("new", |call| {
            if call.args.positional.is_empty() {
                return Err(call.raise("TypeError", "new() missing 1 required positional argument: 'name'"));
            }
            let name = call.args.positional.remove(0).value;
            let name = call.need_text(&name)?.to_lowercase().replace('-', "");
            match NAMES.iter().find(|known| **known == name) {
                Some(name) => start(call, name),
                None => Ok(call.not_computed(format!("the hash `{name}` is not computed"))),
            }
        }),
    ],
    ..NativeModule::new("hashlib")
};

const NAMES: [&str; 6] = ["md5", "sha1", "sha224", "sha256", "sha384", "sha512"];

static HASH: NativeType = NativeType {
    methods: &[
        Row::new("update", |call| {
            let [data] = call.need("update", ["data"])?;
            let data = bytes(call, &data)?;
            if let Some(state) = call.object()?.body::<State>() {
                state.data.borrow_mut().extend_from_slice(&data);
            }
            Ok(Value::None)
        }),
        Row::new("digest", |call| Ok(Value::Bytes(finish(call)?.into()))),
        Row::new("hexdigest", |call| Ok(Value::str(hex(&finish(call)?)))),
        Row::new("copy", |call| {
            let object = call.object()?;
            Ok(match object.body::<State>() {
                Some(state) => Object::value(&HASH, State { name: state.name, data: state.data.clone() }),
                None => Value::None,
            })
        }),
    ],
    getters: &[
        Row::any("name", |call| Ok(call.object()?.body::<State>().map_or(Value::None, |state| Value::str(state.name)))),
        Row::any("digest_size", |call| Ok(Value::Int(finish(call)?.len() as i128))),
    ],
    ..NativeType::new("HASH", "_hashlib", Row::any("HASH", |call| Err(call.raise("TypeError", "cannot create '_hashlib.HASH' instances"))))
};

struct State {
    name: &'static str,
    data: RefCell<Vec<u8>>,
}

fn start(call: &mut Call<'_>, name: &'static str) -> Evaluated {
    let [data, _, _] = call.take(name, ["string", "*", "usedforsecurity"], 0)?;
    let data = match data {
        Some(data) => bytes(call, &data)?.to_vec(),
        None => Vec::new(),
    };
    Ok(Object::value(&HASH, State { name, data: RefCell::new(data) }))
}

fn bytes(call: &mut Call<'_>, value: &Value) -> Evaluated<Rc<[u8]>> {
    match value {
        Value::Str(_) => Err(call.raise("TypeError", "Strings must be encoded before hashing")),
        Value::Bytes(bytes) => Ok(Rc::clone(bytes)),
        _ => Err(call.raise("TypeError", "object supporting the buffer API required")),
    }
}

fn finish(call: &mut Call<'_>) -> Evaluated<Vec<u8>> {
    let object = call.object()?;
    let Some(state) = object.body::<State>() else { return Ok(Vec::new()) };
    let data = state.data.borrow();
    Ok(match state.name {
        "md5" => md5::Md5::digest(&*data).to_vec(),
        "sha1" => sha1(&data).to_vec(),
        "sha224" => sha2::Sha224::digest(&*data).to_vec(),
        "sha256" => sha2::Sha256::digest(&*data).to_vec(),
        "sha384" => sha2::Sha384::digest(&*data).to_vec(),
        _ => sha2::Sha512::digest(&*data).to_vec(),
    })
}

/// Bytes as lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The SHA-1 of some bytes (RFC 3174).
pub fn sha1(data: &[u8]) -> [u8; 20] {
    let mut state: [u32; 5] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0];
    let mut padded = data.to_vec();
    padded.push(0x80);
    padded.resize((padded.len() + 8).div_ceil(64) * 64 - 8, 0);
    padded.extend_from_slice(&(data.len() as u64 * 8).to_be_bytes());
    for block in padded.chunks_exact(64) {
        let mut words: Vec<u32> =
            block.chunks_exact(4).map(|word| word.iter().fold(0, |number, byte| number << 8 | u32::from(*byte))).collect();
        for turn in 16..80 {
            let earlier = [3, 8, 14, 16].map(|back| words.get(turn - back).copied().unwrap_or(0));
            words.push(earlier.iter().fold(0, |number, word| number ^ word).rotate_left(1));
        }
        let [mut a, mut b, mut c, mut d, mut e] = state;
        for (turn, word) in words.iter().enumerate() {
            let (mixed, constant) = match turn / 20 {
                0 => (b & c | !b & d, 0x5a82_7999),
                1 => (b ^ c ^ d, 0x6ed9_eba1),
                2 => (b & c | b & d | c & d, 0x8f1b_bcdc),
                _ => (b ^ c ^ d, 0xca62_c1d6_u32),
            };
            let next = a.rotate_left(5).wrapping_add(mixed).wrapping_add(e).wrapping_add(constant).wrapping_add(*word);
            (a, b, c, d, e) = (next, a, b.rotate_left(30), c, d);
        }
        for (part, change) in state.iter_mut().zip([a, b, c, d, e]) {
            *part = part.wrapping_add(change);
        }
    }
    let mut digest = [0; 20];
    digest.iter_mut().zip(state.iter().flat_map(|word| word.to_be_bytes())).for_each(|(byte, given)| *byte = given);
    digest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sha1_is_the_standards() {
        assert_eq!(hex(&sha1(b"abc")), "a9993e364706816aba3e25717850c26c9cd0d89d");
        assert_eq!(hex(&sha1(&[b'a'; 119])), "ee971065aaa017e0632a8ca6c77bb3bf8b1dfc56");
    }
}
