//! `uuid`.

use std::rc::Rc;

use md5::Digest as _;

use super::NativeModule;
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, NativeType, Row};
use crate::eval::value::{Data, Value};

/// `uuid`.
pub static MODULE: NativeModule = NativeModule {
    functions: &[
        Row::any("uuid4", |call| {
            let number = call.host.chance(call.span);
            Ok(wrap(versioned(number, 4)))
        }),
        Row::any("uuid1", |call| {
            let number = call.host.chance(call.span);
            Ok(wrap(versioned(number, 1)))
        }),
        Row::new("uuid3", |call| named(call, 3)),
        Row::new("uuid5", |call| named(call, 5)),
        Row::any("getnode", |call| Ok(call.not_computed("the hardware address of this machine is not asked"))),
    ],
    types: &[&UUID],
    values: &[
        Row::any("NAMESPACE_DNS", |_| Ok(wrap(NAMESPACE))),
        Row::any("NAMESPACE_URL", |_| Ok(wrap(NAMESPACE + (1 << 96)))),
        Row::any("NAMESPACE_OID", |_| Ok(wrap(NAMESPACE + (2 << 96)))),
        Row::any("NAMESPACE_X500", |_| Ok(wrap(NAMESPACE + (4 << 96)))),
        Row::any("RFC_4122", |_| Ok(Value::str("specified in RFC 4122"))),
    ],
    ..NativeModule::new("uuid")
};

const NAMESPACE: u128 = 0x6ba7_b810_9dad_11d1_80b4_00c0_4fd4_30c8;

/// `uuid.UUID`.
pub static UUID: NativeType = NativeType {
    methods: &[
        Row::new("__str__", |call| Ok(Value::str(text(of(call)?)))),
        Row::new("__repr__", |call| Ok(Value::str(format!("UUID('{}')", text(of(call)?))))),
        Row::any("__hash__", |call| Ok(Value::Int((of(call)? % ((1 << 61) - 1)) as i128))),
        Row::any("__int__", integer),
    ],
    getters: &[
        Row::any("hex", |call| Ok(Value::str(format!("{:032x}", of(call)?)))),
        Row::any("int", integer),
        Row::any("bytes", |call| Ok(Value::Bytes(Rc::from(&of(call)?.to_be_bytes()[..])))),
        Row::any("urn", |call| Ok(Value::str(format!("urn:uuid:{}", text(of(call)?))))),
        Row::any("version", |call| {
            let number = of(call)?;
            Ok(if number >> 62 & 3 == 2 { Value::Int((number >> 76 & 15) as i128) } else { Value::None })
        }),
        Row::any("variant", |call| {
            Ok(Value::str(match of(call)? >> 61 & 7 {
                0..=3 => "reserved for NCS compatibility",
                4 | 5 => "specified in RFC 4122",
                6 => "reserved for Microsoft compatibility",
                _ => "reserved for future definition",
            }))
        }),
    ],
    holds: |value| matches!(value, Value::Data(data) if matches!(**data, Data::Uuid(_))),
    ..NativeType::new("UUID", "uuid", Row::new("UUID", construct))
};

fn wrap(number: u128) -> Value {
    Value::Data(Rc::new(Data::Uuid(number)))
}

/// The number with version and variant set.
fn versioned(number: u128, version: u128) -> u128 {
    number & !(0xf000 << 64) & !(0xc000 << 48) | version << 76 | 0x8000 << 48
}

fn text(number: u128) -> String {
    let hex = format!("{number:032x}");
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
    [part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32)].join("-")
}

fn of(call: &mut Call<'_>) -> Evaluated<u128> {
    match *call.data()? {
        Data::Uuid(number) => Ok(number),
        _ => Err(call.raise("TypeError", "descriptor requires a 'UUID' object")),
    }
}

fn integer(call: &mut Call<'_>) -> Evaluated {
    // Half of all ids are larger than the integers that are computed with.
    match i128::try_from(of(call)?) {
        Ok(number) => Ok(Value::Int(number)),
        Err(_) => Ok(call.not_computed("this integer is larger than Aludel computes with")),
    }
}

fn construct(call: &mut Call<'_>) -> Evaluated {
    let [hex, bytes, _, _, number, version, _, _] =
        call.take("UUID", ["hex", "bytes", "bytes_le", "fields", "int", "version", "*", "is_safe"], 0)?;
    let made = match (&hex, &bytes, &number) {
        (Some(hex), ..) if !hex.is_none() => match Call::data_of(hex).as_deref() {
            // `UUID(uuid)` raises in Python as well: it asks for `hex.replace`.
            Some(Data::Uuid(_)) => return Err(call.raise("AttributeError", "'UUID' object has no attribute 'replace'")),
            _ => {
                let text = call.need_text(hex)?;
                let digits = text.replace("urn:", "").replace("uuid:", "");
                let digits = digits.trim_matches(['{', '}']).replace('-', "");
                let number = u128::from_str_radix(&digits, 16).ok().filter(|_| digits.len() == 32 && !digits.starts_with('+'));
                number.ok_or_else(|| call.raise("ValueError", "badly formed hexadecimal UUID string"))?
            }
        },
        (_, Some(bytes), _) if !bytes.is_none() => {
            let bytes = call.need_bytes(bytes)?;
            let array = <[u8; 16]>::try_from(&*bytes).map_err(|_| call.raise("ValueError", "bytes is not a 16-char string"))?;
            u128::from_be_bytes(array)
        }
        (_, _, Some(number)) => {
            let number = call.need_int(number)?;
            u128::try_from(number).map_err(|_| call.raise("ValueError", "int is out of range (need a 128-bit value)"))?
        }
        _ => return Err(call.raise("TypeError", "one of the hex, bytes, bytes_le, fields, or int arguments must be given")),
    };
    Ok(wrap(match version {
        None | Some(Value::None) => made,
        Some(version) => {
            let version = call.need_int(&version)?;
            versioned(made, u128::try_from(version).unwrap_or(4))
        }
    }))
}

fn named(call: &mut Call<'_>, version: u128) -> Evaluated {
    let [namespace, name] = call.need("uuid5", ["namespace", "name"])?;
    let Some(Data::Uuid(namespace)) = Call::data_of(&namespace).as_deref().cloned() else {
        return Err(call.raise("AttributeError", format!("'{}' object has no attribute 'bytes'", call.vm.type_name(&namespace))));
    };
    let name: Rc<[u8]> = match (&name, Call::text_of(&name)) {
        (_, Some(text)) => text.as_bytes().into(),
        _ => call.need_bytes(&name)?,
    };
    let mut input = namespace.to_be_bytes().to_vec();
    input.extend_from_slice(&name);
    let digest: Vec<u8> = if version == 3 { md5::Md5::digest(&input).to_vec() } else { super::digest::sha1(&input).to_vec() };
    let mut bytes = [0; 16];
    bytes.iter_mut().zip(digest).for_each(|(byte, given)| *byte = given);
    Ok(wrap(versioned(u128::from_be_bytes(bytes), version)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_set() {
        assert_eq!(text(versioned(u128::MAX, 4)), "ffffffff-ffff-4fff-bfff-ffffffffffff");
        assert_eq!(text(versioned(0, 4)), "00000000-0000-4000-8000-000000000000");
    }
}
